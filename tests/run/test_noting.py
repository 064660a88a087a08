"""Writing notes down: every verb is one step to take back, and nothing written by another goes with it."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.notes import MAX_TEXT, Place
from tests.exercise import Exercise

HERE = Place("rooms", "q1", 1)


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


@pytest.fixture
def run(exercise):
    return exercise.trainer


def texts(run, place=HERE):
    return [note.text for note in run.notes.at(place)]


def test_several_texts_are_one_step_to_undo(run):
    run.noting.add(HERE, "one", "  ", "two")
    before = texts(run)
    run.undo.undo()
    assert (before, texts(run)) == (["one", "two"], [])


def test_a_text_too_long_for_one_note_becomes_several_and_none_of_it_is_lost(run):
    names = run.noting.add(HERE, "x" * (MAX_TEXT + 5))
    assert [len(run.notes.get(name).text) for name in names] == [MAX_TEXT, 5]


def test_texts_for_several_places_are_one_step_to_undo(run):
    other = Place("rooms", "q2", 3, "quote")
    run.noting.add_to([(HERE, "one"), (other, "two")])
    run.undo.undo()
    run.undo.redo()
    assert (texts(run), texts(run, other)) == (["one"], ["two"])


def test_an_edit_that_began_before_anothers_leaves_both_texts(exercise, run):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "start")
    exercise.share()
    began = run.notes.get(name).heads
    helper.noting.put(name, "theirs")
    exercise.share()
    run.noting.put(name, "mine", began)
    note = run.notes.get(name)
    assert {note.text, *note.others} == {"mine", "theirs"}


def test_a_second_rest_of_the_same_editor_makes_no_third_version(exercise, run):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "start")
    exercise.share()
    heads = run.noting.put(name, "mine", run.notes.get(name).heads)
    helper.noting.put(name, "theirs")
    exercise.share()
    run.noting.put(name, "mine, longer", heads)
    note = run.notes.get(name)
    assert {note.text, *note.others} == {"mine, longer", "theirs"}


def conflict(exercise):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "start")
    exercise.share()
    exercise.trainer.noting.put(name, "left")
    helper.noting.put(name, "right")
    exercise.share()
    return name


def test_two_versions_are_settled_with_one_for_everyone(exercise, run):
    name = conflict(exercise)
    run.noting.keep(name, "left")
    exercise.share()
    seen = [laptop.notes.get(name) for laptop in exercise.room.laptops]
    assert [(note.text, note.others) for note in seen] == [("left", ())] * 2


def test_taking_a_settlement_back_brings_the_other_text_again(exercise, run):
    name = conflict(exercise)
    run.noting.keep(name, "left")
    run.undo.undo()
    assert {"right"} <= set(texts(run))


def test_keeping_both_makes_two_answers(exercise, run):
    name = conflict(exercise)
    run.noting.keep_both(name)
    exercise.share()
    assert sorted(texts(exercise.room.laptops[1])) == ["left", "right"]


def test_taking_back_that_both_were_kept_loses_neither(exercise, run):
    name = conflict(exercise)
    run.noting.keep_both(name)
    run.undo.undo()
    assert all(word in "\n".join(texts(run)) for word in ("left", "right"))


def test_both_laptops_settling_at_once_end_with_the_same(exercise, run):
    name = conflict(exercise)
    helper = exercise.room.laptops[1]
    run.noting.keep(name, "left")
    helper.noting.keep(name, "right")
    exercise.share()
    assert run.notes.get(name) == helper.notes.get(name)
    assert {run.notes.get(name).text, *run.notes.get(name).others} == {"left", "right"}


def test_keeping_a_text_that_nobody_wrote_does_nothing(exercise, run):
    name = conflict(exercise)
    run.noting.keep(name, "middle")
    assert len(run.notes.get(name).others) == 1


def test_an_edit_at_the_moment_of_a_removal_brings_the_note_back(exercise, run):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "start")
    exercise.share()
    run.noting.remove(name)
    helper.noting.put(name, "more")
    exercise.share()
    assert texts(run) == texts(helper) == ["more"]


def test_a_note_made_of_another_kind_keeps_its_text_and_can_go_back(run):
    (name,) = run.noting.add(HERE, "a thought")
    parking = Place("rooms", "q1", 1, "parking")
    run.noting.move(name, parking, "5")
    moved = texts(run, parking)
    run.undo.undo()
    assert (moved, texts(run)) == (["a thought"], ["a thought"])


def test_a_question_for_the_plenary_is_answered_and_opened_again(run):
    (name,) = run.noting.add(Place("rooms", "q1", 1, "plenary-question"), "why?")
    run.noting.settle_question(name, "answered")
    settled = run.notes.get(name).asked
    run.undo.undo()
    assert (settled, run.notes.get(name).asked) == ("answered", "open")


def test_undo_does_not_touch_what_another_changed_since(exercise, run):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "mine")
    exercise.share()
    helper.noting.put(name, "theirs")
    exercise.share()
    run.undo.undo()
    assert texts(run) == ["theirs"]
