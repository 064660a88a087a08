"""What looks like a person in what leaves: found, kept, and asked again when the words change."""

from __future__ import annotations

import pytest

from qpido_facilitator.privacy.swapping import swapping
from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.privacy_check import check, findings, keeping
from qpido_facilitator.words import Words
from tests.builders import Room, plan

EN = Words("en")
WHY = Place("talk", "why")
NAME = "Sanne de Vries"


@pytest.fixture
def run(tmp_path):
    """An open run of the short session."""
    with Room(tmp_path) as room:
        opened = room.trainer("trainer")
        opened.agenda.lay_down(plan())
        yield opened


def texts(run, reader="client"):
    return [found.text for found in check(run, reader, EN, EN)]


def test_a_name_is_found_once_however_often_it_stands_there(run):
    for _ in range(3):
        run.notes.add(WHY, f"{NAME} called us")
    (found,) = check(run, "client", EN, EN)
    assert (found.text, found.times, len(found.places)) == (NAME, 3, 3)


def test_what_a_reader_does_not_get_is_not_looked_at(run):
    note = run.notes.add(WHY, f"{NAME} called us")
    run.reviewing.include(note, "client", included=False)
    assert texts(run) == []


def test_every_text_that_leaves_is_looked_at(run):
    note = run.notes.add(Place("talk", "why", None, "parking"), "what now?")
    run.reviewing.reply(note, "call Sanne de Vries")
    run.reviewing.name_themes(["the case of Daan Bakker"])
    run.reviewing.recommend("mail Fatima Yilmaz")
    assert texts(run) == ["Sanne de Vries", "Daan Bakker", "Fatima Yilmaz"]


def test_a_question_that_was_added_on_the_way_is_looked_at_and_the_plan_is_not(run):
    run.inserts.ask("What about Sanne de Vries?")
    assert texts(run) == [NAME]


def test_observations_and_the_debrief_are_looked_at_for_the_team(run):
    run.notes.add(Place("talk", "why", None, "observation"), f"{NAME} was quiet")
    run.reviewing.debrief("better", "listen to Daan Bakker")
    assert (texts(run), texts(run, "internal")) == ([], [NAME, "Daan Bakker"])


def test_what_was_kept_is_not_asked_again_until_the_words_change(run):
    note = run.notes.add(WHY, f"{NAME} called us")
    run.reviewing.keep(keeping(run, "client", check(run, "client", EN, EN)[0], EN))
    assert texts(run) == []
    run.notes.put(note, f"{NAME} called us twice")
    assert texts(run) == [NAME]


def test_what_is_kept_does_not_write_the_words_down_once_more(run):
    run.notes.add(WHY, f"{NAME} called us")
    before = len(run.spoken)
    run.reviewing.keep(keeping(run, "client", check(run, "client", EN, EN)[0], EN))
    assert not [fact for fact in run.spoken[before:] if b"Sanne" in fact.line]


def test_a_name_far_down_a_long_text_is_found():
    assert [one.text for one in findings("word " * 4000 + f"{NAME} called us")] == [NAME]


@pytest.mark.parametrize(
    ("text", "fresh", "said"),
    [
        ("Sam and samen, SAM!", "someone", "someone and samen, someone!"),
        ("call Sam now", "", "call now"),
        ("call Sam.", "", "call."),
        ("no such", "someone", "no such"),
        (r"Sam \1", r"\g<0>", r"\g<0> \1"),
    ],
)  # fmt: skip
def test_words_are_swapped_as_a_whole_and_leave_no_gap(text, fresh, said):
    assert swapping("Sam", fresh)(text) == said
