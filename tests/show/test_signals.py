"""After-care signals in words: the group is named as it is called now."""

from __future__ import annotations

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.signals import signal_groups, signal_rows, signals_text
from tests.exercise import Exercise


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        made.open()
        yield made


def titles(exercise, words):
    return [row.title for row in signal_rows(exercise.trainer, words)]


def groups(exercise, words):
    return signal_groups(exercise.trainer, exercise.trainer.now(), words)


def test_a_group_that_was_renumbered_and_named_since_is_called_so(exercise, english):
    exercise.trainer.signals.note("other", 2)
    exercise.trainer.rooms.label(exercise.item(), 2, 5, "pear")
    assert titles(exercise, english) == ["Group 5, pear: something else"]
    assert signals_text(exercise.trainer, english)[0] == "After-care, Group 5, pear"


def test_a_group_that_went_on_in_another_is_called_by_that_one(exercise, english):
    exercise.trainer.signals.note("other", 3)
    exercise.trainer.rooms.merge(exercise.item(), 3, 1)
    assert titles(exercise, english) == ["Group 1: something else"]


def test_a_group_that_was_split_or_closed_keeps_its_name(exercise, english):
    exercise.trainer.signals.note("other", 2)
    exercise.trainer.rooms.split(exercise.item(), 2)
    exercise.trainer.rooms.close(exercise.item(), 2)
    assert titles(exercise, english) == ["Group 2: something else"]


def test_a_group_that_was_split_off_is_called_by_its_number(exercise, english):
    fresh = exercise.trainer.rooms.split(exercise.item(), 2)
    exercise.trainer.rooms.label(exercise.item(), fresh, 9)
    exercise.trainer.signals.note("other", fresh)
    assert titles(exercise, english) == ["Group 9: something else"]


def test_a_signal_of_a_breakout_with_groups_of_its_own_names_that_one_also_later(exercise, english):
    exercise.trainer.stage.enter(Step("pairs"))
    exercise.trainer.signals.note("other", 2)
    exercise.trainer.rooms.label(exercise.item("pairs"), 2, 7)
    exercise.after(1)
    exercise.trainer.stage.enter(Step("rooms"))
    exercise.trainer.rooms.label(exercise.item("rooms"), 2, 8)
    assert titles(exercise, english) == ["Group 7: something else"]


def test_a_signal_before_the_first_breakout_names_a_group_of_the_session(tmp_path, english):
    with Exercise(tmp_path) as exercise:
        exercise.trainer.stage.enter(Step("welcome"))
        exercise.trainer.signals.note("other", 2)
        exercise.trainer.rooms.label(exercise.item(), 2, 5)
        assert titles(exercise, english) == ["Group 5: something else"]


def test_a_group_that_nobody_knows_is_called_by_its_id(exercise, english):
    exercise.trainer.signals.note("other", 40)
    assert titles(exercise, english) == ["Group 40: something else"]


def test_the_groups_to_choose_from_are_those_that_are_there_by_the_names_they_have(exercise, english):
    exercise.trainer.rooms.label(exercise.item(), 2, 5)
    exercise.trainer.rooms.merge(exercise.item(), 3, 1)
    assert groups(exercise, english) == ((None, "Plenary"), (1, "Group 1"), (2, "Group 5"))


def test_in_the_harvest_the_groups_are_those_of_its_breakout(exercise, english):
    fresh = exercise.trainer.rooms.split(exercise.item(), 2)
    exercise.close()
    assert (fresh, f"Group {fresh}") in groups(exercise, english)
