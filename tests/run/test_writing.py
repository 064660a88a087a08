"""What is typed becomes a note in time, once, and not while there is a person in it; and it is never lost."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.notes import MAX_TEXT, Place
from qpido_facilitator.run.writing import MOST_WHILE_TYPING, Writing, place_of_edit
from tests.exercise import Exercise

BOX = Place("rooms", "q1", 2)
NAMED = "Sanne belde naar huis"


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


@pytest.fixture
def run(exercise):
    return exercise.trainer


@pytest.fixture
def writing(run):
    return Writing(run)


def texts(run, place=BOX):
    return [note.text for note in run.notes.at(place)]


def test_a_key_keeps_a_draft_and_makes_no_note(run, writing):
    writing.typed(BOX, "half")
    assert (run.drafts.get(BOX.key).text, texts(run)) == ("half", [])


def test_what_is_sent_is_a_note_and_the_box_is_empty(run, writing):
    writing.typed(BOX, "whole")
    assert writing.sent(BOX, "whole")
    assert (run.drafts.get(BOX.key), texts(run)) == (None, ["whole"])


def test_a_text_that_rests_twice_is_one_note_that_grew(run, writing):
    writing.rested(BOX, "one")
    writing.rested(BOX, "one two")
    writing.sent(BOX, "one two three")
    assert texts(run) == ["one two three"]


def test_emptying_a_box_after_a_rest_takes_the_note_away(run, writing):
    writing.rested(BOX, "one")
    writing.sent(BOX, "  ")
    assert texts(run) == []


def test_a_note_removed_meanwhile_is_written_anew(run, writing):
    writing.rested(BOX, "one")
    run.noting.remove(run.notes.at(BOX)[0].id)
    writing.sent(BOX, "one more")
    assert texts(run) == ["one more"]


def test_a_name_is_seen_while_it_is_typed_once_its_word_is_whole(writing):
    assert writing.typed(BOX, "Sann") == ()
    assert [one.text for one in writing.typed(BOX, "Sanne ")] == ["Sanne"]


@pytest.mark.parametrize("verb", ["rested", "sent"])
def test_a_draft_with_a_person_in_it_does_not_become_a_fact(run, writing, verb):
    before = len(run.spoken)
    assert not getattr(writing, verb)(BOX, NAMED)
    assert (len(run.spoken), run.drafts.get(BOX.key).text) == (before, NAMED)


def test_what_is_held_back_is_a_note_once_it_was_changed(run, writing):
    writing.sent(BOX, NAMED)
    assert writing.sent(BOX, "Een leerling belde naar huis")
    assert texts(run) == ["Een leerling belde naar huis"]


def test_what_someone_says_is_fine_becomes_a_note(run, writing):
    writing.sent(BOX, NAMED)
    writing.accept(BOX)
    assert writing.sent(BOX, NAMED)
    assert texts(run) == [NAMED]


def test_one_name_that_is_fine_makes_no_other_one_fine(writing):
    writing.sent(BOX, NAMED)
    writing.accept(BOX)
    assert not writing.sent(BOX, f"{NAMED}, en Daan ook")


def test_what_was_fine_in_one_text_is_asked_again_in_the_next(writing):
    writing.sent(BOX, NAMED)
    writing.accept(BOX)
    writing.sent(BOX, NAMED)
    assert not writing.sent(BOX, NAMED)


def test_what_was_said_to_be_fine_outlives_a_crash(exercise, run, writing):
    writing.typed(BOX, NAMED)
    writing.accept(BOX)
    kept = run.drafts.get(BOX.key)
    assert kept.fine == ("Sanne",)


def test_a_note_that_grew_a_name_keeps_its_last_text_without_it(run, writing):
    writing.rested(BOX, "Belde naar huis")
    assert not writing.rested(BOX, "Belde naar huis, met Sanne")
    assert texts(run) == ["Belde naar huis"]


def test_another_kind_is_written_as_that_kind(run, writing):
    writing.sent(BOX, "we do what we can", "quote")
    assert texts(run, Place("rooms", "q1", 2, "quote")) == ["we do what we can"]


def test_a_text_that_rested_as_an_answer_and_is_sent_as_a_quote_is_one_quote(run, writing):
    writing.rested(BOX, "we do")
    writing.sent(BOX, "we do", "quote")
    assert (texts(run), texts(run, Place("rooms", "q1", 2, "quote"))) == ([], ["we do"])


def test_pasted_lines_are_answers_and_one_step_to_undo(run, writing):
    assert writing.pasted(BOX, ["one", "", " two "])
    before = texts(run)
    run.undo.undo()
    assert (before, texts(run)) == (["one", "two"], [])


def test_of_pasted_lines_those_with_a_person_wait_in_the_box(run, writing):
    writing.typed(BOX, "half")
    assert not writing.pasted(BOX, ["one", NAMED])
    assert (texts(run), run.drafts.get(BOX.key).text) == (["one"], f"half\n{NAMED}")


def test_an_edit_with_a_person_in_it_waits_and_the_note_stays(exercise, run, writing):
    name = exercise.say(2, "q1", "old")
    assert not writing.edited(name, NAMED)
    waiting = writing.draft(place_of_edit(name))
    assert (texts(run), waiting.text, waiting.note) == (["old"], NAMED, name)
    writing.accept(place_of_edit(name))
    assert writing.edited(name, NAMED)
    assert (texts(run), run.drafts.get(place_of_edit(name).key)) == ([NAMED], None)


def test_a_name_that_stood_in_a_note_already_is_not_asked_again_at_every_edit(exercise, run, writing):
    name = exercise.say(2, "q1", NAMED)
    assert writing.edited(name, f"{NAMED} gisteren")


def test_an_edit_to_nothing_takes_the_note_away(exercise, run, writing):
    writing.edited(exercise.say(2, "q1", "old"), " ")
    assert texts(run) == []


def test_an_edit_while_another_changed_the_note_leaves_both(exercise, run, writing):
    name = exercise.say(2, "q1", "start")
    helper = exercise.helper()
    began = run.notes.get(name).heads
    helper.noting.put(name, "theirs")
    exercise.share()
    writing.edited(name, "mine", began)
    note = run.notes.get(name)
    assert {note.text, *note.others} == {"mine", "theirs"}


def test_an_edit_that_was_held_back_still_knows_what_it_began_with(exercise, run, writing):
    name = exercise.say(2, "q1", "start")
    helper = exercise.helper()
    writing.edited(name, NAMED, run.notes.get(name).heads)
    helper.noting.put(name, "theirs")
    exercise.share()
    writing.accept(place_of_edit(name))
    writing.edited(name, NAMED)
    note = run.notes.get(name)
    assert {note.text, *note.others} == {NAMED, "theirs"}


def test_growing_notes_of_two_who_type_at_once_lose_nothing(exercise, run, writing):
    helper = exercise.helper()
    name = exercise.say(2, "q1", "start")
    exercise.share()
    run.drafts.put(BOX.key, type(writing.draft(BOX))("start", name, run.notes.get(name).heads))
    helper.noting.put(name, "theirs")
    exercise.share()
    writing.rested(BOX, "start mine")
    note = run.notes.get(name)
    assert {note.text, *note.others} == {"start mine", "theirs"}


def test_a_long_text_is_looked_at_only_when_it_rests_or_is_sent(writing):
    text = "x " * MOST_WHILE_TYPING + NAMED
    assert writing.typed(BOX, text) == ()
    assert not writing.rested(BOX, text)


def test_a_text_too_long_for_one_note_is_all_there(run, writing):
    writing.sent(BOX, "y" * (MAX_TEXT + 3))
    assert sum(map(len, texts(run))) == MAX_TEXT + 3


def test_a_text_too_long_for_one_note_that_rests_twice_is_there_once(run, writing):
    text = "y" * (MAX_TEXT + 3)
    writing.rested(BOX, text)
    writing.rested(BOX, text)
    writing.sent(BOX, text)
    assert sum(map(len, texts(run))) == MAX_TEXT + 3
