from __future__ import annotations

import pytest

from tests.plan.session_files import ITEMS_START, plan_of, said, text_of, with_item, with_items

FAULTS = [
    ("kind: list\nminutes: 5 min", "minutes is “5 min”; write 5"),
    ("kind: list\nminutes: 7,5", "minutes is “7,5”; write 7.5"),
    ("kind: list\nminutes: 1:30", "minutes is “1:30”; write 90 (hours and minutes) or 1.5 (minutes and seconds)"),
    ("kind: list\nminutes: -5", "minutes is -5; a length cannot be below zero"),
    ("kind: list\nminutes: lang", "minutes is “lang”; write a number of minutes"),
    ("kind: list\nminutes: nan", "minutes is “nan”; write a number of minutes"),
    ("kind: list\nminutes: 1e3", "minutes is “1e3”; write"),
    ("kind: list\nminutes: 9999", "minutes is 9999; 1440 minutes is the most"),
    ("kind: list\nminutes: " + "9" * 5000, "write a number of minutes"),
    ("kind: list\nminutes: [5]", "minutes is a list; write one value"),
    ("kind: list\nrevael: all", "kind list has no field “revael”; did you mean “reveal”?"),
    ("kind: list\nvragen: []", "kind list has no field “vragen”; did you mean “questions”?"),
    ("kind: list\nxyzzy: 1", "kind list has no field “xyzzy”; take it out"),
    ("kind: list\ncustom: x", "kind list has no field “custom”"),
    ("kind: text\ncustom: x", "kind text has no field “custom”"),
    ("kind: list\nreveal: nooit", "reveal is “nooit”; write one of these: all, after-question, one-by-one"),
    ("kind: list\nat_zero: bel", "at_zero is “bel”; write one of these: keep, hide, chime"),
    ("kind: discussion\nquestions: [{text: a, at_zero: hidden}]", "at_zero is “hidden”; write hide"),
    ("kind: discussion\nquestions: [{text: a, min: 1:30}]", "min is “1:30”; write 90"),
    ("kind: list\nreveal: al", "reveal is “al”; write all"),
    ("kind: list\ncore: misschien", "core is “misschien”; write yes or no"),
    ("kind: list\nshort: Zeventien letters", "short “Zeventien letters” has 17 letters; 16 fit"),
    (
        "kind: list\nid: Mijn Lijst!",
        "id is “Mijn Lijst!”; write small letters, figures and dashes only, such as “mijn-lijst”",
    ),
    ("kind: list\ntitle: {naam}", "title stands between braces"),
    ("kind: list\ntitle:\n  a: b", "title has fields below it"),
    ("kind: list\ntitle: [a, b]", "title is a list"),
    ("kind: list\npoints: Camera aan", "points is one text; write a list"),
    ("kind: list\npoints: {text: a}", "points is one set of fields; write a list"),
    ("kind: list\npoints:\n  - Let op: dit", "the colon makes “Let op” a field; put double quotes"),
    ("kind: list\npoints: [{text: Hallo, wereld}]", "the comma before “wereld” cuts the text in two"),
    ("kind: list\npoints: [{naam}]", "the braces make “naam” a field"),
    ("kind: list\npoints: [{text:Hallo}]", "a space is missing after the colon; write text:"),
    ("kind: list\npoints:\n  - a\n  -\n", "a dash with nothing behind it"),
    ("kind: list\nnotes: Vertel iets", "notes needs fields here, such as say:, ask:, careful:, silent:"),
    ("kind: discussion\nquestions: [Wat vind je]", "questions needs fields here"),
    ("kind: discussion\nquestions: [{id: a}]", "text is missing here"),
    ("kind: harvest", "of is missing here"),
    ("kind: discussion\nquestions: [{text: a, for: 1}]", "for is one text; write a list"),
    ("kind: discussion\nquestions: [{text: a, for: [een]}]", "for is “een”; write a whole number"),
    ("kind: discussion\nquestions: [{text: a, for: [99]}]", "for is 99; 15 groups is the most"),
    ("kind: text\nreview: {on: 24-11-2026}", "on is “24-11-2026”; write 2026-11-24"),
    ("kind: text\nreview: {on: 2026-13-45}", "on is “2026-13-45”, which is no date"),
    (
        "kind: text\nreview: {sources: [{label: a, url: www.fiom.nl}]}",
        "url is “www.fiom.nl”; write https://www.fiom.nl",
    ),
    ("kind: film\nlink: file:///etc/passwd", "link is “file:///etc/passwd”, which is no address on the web"),
    ("kind: film\nlink: javascript:alert(1)", "link is “javascript:alert(1)”, which is no address"),
    ("kind: film\nstart: begin", "start is “begin”; write minutes and seconds, such as 1:30"),
    ("kind: film\nmoments: [{at: 5 min, text: a}]", "at is “5 min”; write minutes and seconds"),
    ("kind: text\ncues: [{at: straks, text: a}]", "at is “straks”; write half, end, 5"),
    ("title: zonder soort", "kind is missing here"),
    ("kind: [a]", "kind is one word"),
    ("kind: text\ntext: " + "x" * 2001, "text has 2001 letters; 2000 is the most"),
    ('kind: text\ntext: "\\a"', "text holds an invisible character (U+0007)"),
    ('kind: text\ntext: "\\ud800"', "text holds an invisible character (U+D800)"),
    ("kind: text\ntext: a\ntext: b", "“text” stands here a second time, the first is on line"),
]


@pytest.mark.parametrize(("fields", "helped"), FAULTS, ids=[fields[:40] for fields, _ in FAULTS])
def test_a_faulty_field_is_told_what_would_be_right(fields, helped):
    assert helped in said(with_item(fields))


def test_a_fault_stands_at_its_value():
    assert said(with_item("kind: list\nminutes: 5 min")).startswith(f"{ITEMS_START + 1}:18: ")


def test_an_unknown_field_stands_at_its_name():
    assert said(with_item("kind: list\nrevael: all")).startswith(f"{ITEMS_START + 1}:9: ")


def test_a_missing_field_stands_at_its_item():
    assert said(with_item("kind: harvest")).startswith(f"{ITEMS_START}:9: ")


def test_a_misspelt_field_is_not_missing_as_well():
    assert "is missing" not in said("titel: a\nparts: [{title: a, items: [{kind: text}]}]\n")


def test_a_field_that_stands_twice_names_both_lines():
    found = said("title: a\ntitle: b\nparts: [{title: a, items: [{kind: text}]}]\n")

    assert found == "2:1: “title” stands here a second time, the first is on line 1; keep one of the two"


@pytest.mark.parametrize("yes", ["ja", "yes", "true", "True", "JA"])
def test_yes_may_be_said_in_two_languages(yes):
    assert plan_of(with_item(f"kind: text\ncore: {yes}")).items()[0].core is True


@pytest.mark.parametrize("no", ["nee", "no", "false", "False"])
def test_no_may_be_said_in_two_languages(no):
    assert plan_of(with_item(f"kind: text\ncore: {no}")).items()[0].core is False


@pytest.mark.parametrize("written", ["no", "010", "12:30", "1.10", "2026-11-22", "on", "0x1F", "1e3", ".inf"])
def test_a_title_stays_what_was_typed(written):
    text = with_item(f'kind: text\ntext: "{written}"\nshort: {written}')

    assert plan_of(text).items()[0].short == written


@pytest.mark.parametrize(("written", "meant"), [("10", 10), ("7.5", 7.5), ('"3"', 3), ("010", 10), ("0", 0)])
def test_minutes_are_read_as_people_write_them(written, meant):
    assert plan_of(with_item(f"kind: text\nminutes: {written}")).items()[0].minutes == meant


@pytest.mark.parametrize("at", ["half", "end", "5", "-2", "2.5"])
def test_a_cue_may_be_due_at_any_of_these(at):
    assert plan_of(with_item(f"kind: text\nminutes: 6\ncues: [{{at: {at}, text: a}}]")).items()[0].cues[0].at == at


def test_a_kind_of_a_newer_version_is_shown_as_text():
    item = text_of("kind: quiz\ntitle: Raad mee\npoints: [a]\ntext: Hoi\nscore: 3")

    assert (item.kind, item.custom) == ("text", "quiz")
    assert (item.title, item.text, item.points[0].text) == ("Raad mee", "Hoi", "a")


def test_a_kind_of_a_newer_version_is_said_once_with_what_is_left_out():
    assert said(with_item("kind: quiz\nscore: 3\njury: x")) == (
        f"{ITEMS_START}:15: kind “quiz” is not known here and is shown as text, without score, jury"
    )


@pytest.mark.parametrize(("kind", "meant"), [("brakeout", "breakout"), ("pauze", "break"), ("stelling", "statement")])
def test_a_kind_that_looks_like_another_is_asked_after(kind, meant):
    assert f"did you mean “{meant}”?" in said(with_item(f"kind: {kind}"))


def test_soft_line_breaks_of_a_word_processor_are_spaces():
    text = with_item("kind: text\ntitle: een/twee/drie").replace("een/twee/", "een\u2028twee\x0b")

    assert plan_of(text).items()[0].title == "een twee drie"


def test_a_title_turns_no_text_around():
    assert plan_of(with_item("kind: text\ntitle: a\u202eb\u2066c")).items()[0].title == "abc"


def test_two_halves_of_an_emoji_are_one_letter():
    assert text_of('kind: text\ntext: "\\ud83d\\ude00"').text == "😀"


def test_html_stays_text():
    assert text_of("kind: text\ntext: <img src=x>").text == "<img src=x>"


def test_at_most_forty_questions_stand_in_an_item():
    questions = "\n".join("  - {text: a}" for _ in range(41))

    assert "questions holds 41; 40 is the most" in said(with_item(f"kind: discussion\nquestions:\n{questions}"))


def test_at_most_five_hundred_items_stand_in_a_session():
    assert "items holds 501; 500 is the most" in said(with_items("\n".join("- {kind: text}" for _ in range(501))))


def test_at_most_five_hundred_items_stand_in_all_parts_together():
    part = "  - title: a\n    items:\n" + "      - {kind: text}\n" * 300

    assert "this session has 600 items" in said("title: a\nparts:\n" + part * 2)


def test_groups_of_a_session_are_at_most_fifteen():
    assert "groups is 16; 15 groups is the most" in said("groups: 16\n")


@pytest.mark.parametrize("days", ["0", "4000", "twee weken", "-3"])
def test_days_to_keep_notes_are_a_number_that_makes_sense(days):
    assert f"keep_notes_days is “{days}”; write a number of days from 1 to 3650" in said(f"keep_notes_days: {days}\n")
