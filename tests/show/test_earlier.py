"""What a note said before."""

from __future__ import annotations

import pytest

from qpido_facilitator.show.earlier import MOST_SHOWN, earlier_texts
from tests.exercise import Exercise


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def texts(exercise, name, words):
    return [one.text for one in earlier_texts(exercise.trainer, name, words)]


def test_the_newest_comes_first_and_what_stands_there_now_is_no_part_of_it(exercise, english):
    name = exercise.say(1, "q1", "one")
    for text in ("two", "one", "three"):
        exercise.trainer.noting.put(name, text)
    assert texts(exercise, name, english) == ["one", "two"]


def test_a_note_that_never_changed_has_nothing_before_it(exercise, english):
    assert texts(exercise, exercise.say(1, "q1", "one"), english) == []


def test_of_a_note_that_changed_often_only_the_last_are_told(exercise, english):
    name = exercise.say(1, "q1", "0")
    for number in range(1, 30):
        exercise.trainer.noting.put(name, str(number))
    assert texts(exercise, name, english) == [str(number) for number in range(28, 28 - MOST_SHOWN, -1)]


def test_it_is_told_who_put_a_text_that_another_replaced(exercise, english):
    name = exercise.say(1, "q1", "one")
    helper = exercise.helper()
    helper.noting.put(name, "two")
    exercise.share()
    exercise.trainer.noting.put(name, "three")
    abouts = [one.about.split(", ", 1)[1] for one in earlier_texts(exercise.trainer, name, english)]
    assert len(set(abouts)) == 2
