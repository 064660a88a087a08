"""The traps of writing YAML by hand: each gets the sentence that helps, at the place where it helps."""

from __future__ import annotations

import pytest

from tests.plan.session_files import loaded, said

QUOTE = "put double quotes around"

TRAPS = [
    ("title: {text: Wat?}", "1:15: a question mark between braces needs quotes"),
    ("questions:\n  - {id: x, text: Wat is dit?, for: [1]}", "2:19: a question mark between braces"),
    ("a: [Wat?, Hoe?]", "1:5: a question mark between braces"),
    ("title: Film: deel 1", "1:12: a colon in running text needs quotes"),
    ("title: Let op:", "1:14: a colon in running text"),
    ("a:\n  - Let op: dit: dat", "2:16: a colon in running text"),
    ("text: Dit is\n  een tekst: met een dubbele punt", "2:12: a colon in running text"),
    ("a: {text: Film: deel 1}", "1:15: a colon between braces needs quotes"),
    ("a: {id: x text: y}", "1:15: a colon between braces needs quotes, or a comma is missing"),
    ("title: - iets", "1:8: a text cannot start with -"),
    ("title: @home", "1:8: a text cannot start with @"),
    ("title: % iets", "1:8: a text cannot start with %"),
    ("title: `x`", "1:8: a text cannot start with `"),
    ("title: *ster*", "1:8: a text cannot start with *"),
    ("title: *ster", "1:8: a text cannot start with *"),
    ("title: * ster", "1:8: a text cannot start with *"),
    ("title: *ster en meer", "1:8: a text cannot start with *"),
    ("title: & x", "1:8: a text cannot start with &"),
    ("title: &x y", "1:8: a text cannot start with &"),
    ("title: !let op", "1:8: a text cannot start with !"),
    ("title: > iets", "1:8: a text cannot start with >"),
    ("title: | iets", "1:8: a text cannot start with |"),
    ("title: ? iets", "1:8: a text cannot start with ?"),
    ("title: [Let op] dit", "1:8: a text cannot start with ["),
    ("title: {naam} dit", "1:8: a text cannot start with {"),
    ("title: , iets", "1:8: a text cannot start with ,"),
    ("a: {text: @home, id: x}", "1:11: a text cannot start with @"),
    ("a: {text: *ster*, id: x}", "1:11: a text cannot start with *"),
    ("title: # iets", "1:7: what stands behind the # is not read"),
    ("title: Groep #1", "1:8: what stands behind the # is not read"),
    ("a: b\n\tc: d", "2:1: this line starts with a tab"),
    ("a:\n\t- b", "2:1: this line starts with a tab"),
    ("title:\tb", "1:7: a tab stands here"),
    ('title: "Hallo\nb: c', "1:8: the quote that opens here is not closed"),
    ("title: 'Hallo\nb: c", "1:8: the quote that opens here is not closed"),
    ('title: "Hallo\nb: "c"', "1:8: the quote that opens here is not closed"),
    ("title: 'Foto's delen'", "1:8: the quote in the middle ends the text"),
    ('title: "Hallo" zei hij', "1:8: the quotes end before the text does"),
    ('title: "C:\\pad"', "1:12: a backslash between double quotes"),
    ("a: [b, c\ntitle: x", "1:4: the [ that opens here is not closed"),
    ("a: {b: c\ntitle: x", "1:4: the { that opens here is not closed"),
    ("a: [b, c", "1:4: the [ that opens here is not closed"),
    ("a: [b, c}", "1:9: what opened with [ closes here with the wrong bracket"),
    ("a: [b]]", "1:7: this ] closes nothing"),
    ("title: x\n  id: y", "2:3: this line starts in column 3, the one it may go with (line 1) in column 1"),
    (
        "parts:\n  - id: a\n   title: b",
        "3:4: this line starts in column 4, the one it may go with (line 2) in column 5",
    ),
    ("parts:\n  - id: a\n     title: b", "3:6: this line starts in column 6"),
    ("  a: b\nc: d", "2:1: this line starts in column 1, the one it may go with (line 1) in column 3"),
    ("a:\n  - b\n  c: d", "3:3: lines with a dash and lines without one"),
    ("text: |\n    een\n  twee", "3:3: this line starts further left than the text it belongs to"),
    ("title: “Film: deel 1”", "1:8: curly quotes do not count as quotes"),
    ("title: “Welkom”", "1:8: the curly quotes around “Welkom” will be shown"),
    ("a: b\ntitle:Welkom\nc: d", "2:1: a space is missing after the colon; write title:"),
    ("title:Welkom\nc: d", "1:1: a space is missing after the colon; write title:"),
    ("a: b\ntitle Welkom\nc: d", "2:1: a colon is missing in this line"),
    ("a:\n  - een\n  -twee\nb: c", "3:3: a space is missing after the dash"),
    ("a:\n  - een\n    - twee", "3:5: this line is read as more of the text above it"),
    ("title: a\n---\nb: c", "2:1: a line of --- starts a second session"),
    ("title: a\n...\nb: c", "2:1: a line of ... ends the session"),
    ("%YAML 9.9\n---\na: b", "1:1: a line cannot start with %"),
]


@pytest.mark.parametrize(("written", "helped"), TRAPS, ids=[written for written, _ in TRAPS])
def test_a_trap_gets_the_sentence_that_helps(written, helped):
    assert any(sentence.startswith(helped) for sentence in said(written + "\n").split("\n"))


def test_an_unquoted_question_mark_is_told_to_stand_between_quotes():
    assert QUOTE in said("title: {text: Wat?}\n")


def test_a_curly_quoted_title_is_said_and_still_loads():
    found = loaded("title: “Welkom”\nparts: [{title: a, items: [{kind: text}]}]\n")

    assert found.plan is not None
    assert [problem.warning for problem in found.problems] == [True]


def test_what_a_remark_hides_is_said_and_still_loads():
    found = loaded("title: Groep #1\nparts: [{title: a, items: [{kind: text}]}]\n")

    assert found.plan is not None
    assert [problem.warning for problem in found.problems] == [True]


def test_ten_traps_in_one_file_are_all_told_at_once():
    found = said("".join(f"k{number}: Film: deel {number}\n" for number in range(10)))

    assert found.count("a colon in running text") == 10
