"""When the rooms of a breakout were closed, which nobody says."""

from __future__ import annotations

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.groups import rooms_closed
from tests.exercise import Exercise


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        made.open()
        made.after(5)
        yield made


def closed(exercise):
    return rooms_closed(exercise.trainer, exercise.item())


def go(exercise, item):
    exercise.trainer.stage.enter(Step(item))


def test_rooms_are_open_until_their_harvest_begins(exercise):
    before = closed(exercise)
    exercise.close()
    assert (before, closed(exercise)) == (None, exercise.trainer.now())


def test_who_pressed_next_too_early_and_goes_back_finds_the_rooms_open(exercise):
    exercise.close()
    exercise.after(1)
    go(exercise, "rooms")
    assert closed(exercise) is None


def test_after_a_press_too_early_they_close_when_their_harvest_begins_again(exercise):
    exercise.close()
    exercise.after(1)
    go(exercise, "rooms")
    exercise.after(3)
    exercise.close()
    assert closed(exercise) == exercise.trainer.now()


def test_looking_back_at_the_groups_long_after_does_not_open_their_rooms_again(exercise):
    exercise.close()
    left = exercise.trainer.now()
    exercise.after(10)
    go(exercise, "rooms")
    assert closed(exercise) == left
