"""Choosing, shortening, ordering and hiding for the harvest: copies only, each taken back with one press."""

from __future__ import annotations

import pytest

from tests.exercise import Exercise


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def test_a_pin_is_put_and_taken_back(exercise):
    run, name = exercise.trainer, exercise.say(1, "q1", "text")
    run.reap.pin(name)
    pinned = run.harvests.pinned(name)
    run.undo.undo()
    assert (pinned, run.harvests.pinned(name)) == (True, None)


def test_a_shorter_copy_leaves_the_note_whole(exercise):
    run, name = exercise.trainer, exercise.say(1, "q1", "a long text")
    run.reap.shorten(name, "text")
    assert (run.harvests.of(name).text, run.notes.get(name).text) == ("text", "a long text")


@pytest.mark.parametrize("words", ["", "  ", "a long text"])
def test_a_copy_that_says_the_same_is_none(exercise, words):
    run, name = exercise.trainer, exercise.say(1, "q1", "a long text")
    run.reap.shorten(name, "text")
    run.reap.shorten(name, words)
    assert run.harvests.of(name).text == ""


def test_of_two_trainers_who_disagree_the_one_who_hides_counts(exercise):
    run, name = exercise.trainer, exercise.say(1, "q1", "text")
    run.reap.hide(name)
    other = exercise.room.trainer("other")
    exercise.share()
    run.reap.hide(name, hidden=False)
    run.reap.hide(name)
    other.reap.hide(name, hidden=False)
    exercise.share()
    assert run.harvests.hidden(name) is other.harvests.hidden(name) is True


def test_two_trainers_who_shorten_one_answer_make_one_copy(exercise):
    run, name = exercise.trainer, exercise.say(1, "q1", "text")
    other = exercise.room.trainer("other")
    exercise.share()
    run.reap.shorten(name, "mine")
    other.reap.shorten(name, "theirs")
    exercise.share()
    assert run.harvests.of(name) == other.harvests.of(name)


def test_an_order_is_kept_and_taken_back(exercise):
    run, name = exercise.trainer, exercise.say(1, "q1", "text")
    run.reap.place({name: "25"})
    placed = run.harvests.of(name).order
    run.undo.undo()
    assert (placed, run.harvests.of(name).order) == ("25", "")


def test_a_co_trainer_cannot_choose_what_is_shown(exercise):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "text", by=helper)
    helper.reap.pin(name)
    helper.reap.shorten(name, "worse")
    exercise.share()
    assert exercise.trainer.harvests.of(name).text == ""
    assert exercise.trainer.harvests.pinned(name) is None


def test_a_step_without_anything_new_is_no_step_to_undo(exercise):
    run, name = exercise.trainer, exercise.say(1, "q1", "text")
    run.reap.pin(name)
    run.reap.pin(name)
    run.undo.undo()
    assert run.harvests.pinned(name) is None
