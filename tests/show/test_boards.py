"""Parked points, open questions, and who is with whom, as participants may see them."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.boards import gathered, gathered_notes, numbered, seated
from tests.builders import plan
from tests.exercise import Exercise


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def add(exercise, kind, text):
    exercise.after(0.1)
    return exercise.trainer.noting.add(Place("rooms", "q1", 2, kind), text)[0]


def test_the_parking_lot_has_parked_points_and_parked_questions(exercise):
    add(exercise, "parking", "later")
    name = add(exercise, "plenary-question", "why?")
    add(exercise, "answer", "an answer")
    exercise.trainer.noting.settle_question(name, "parked")
    assert gathered(exercise.trainer, "parking") == ("later", "why?")


def test_only_open_questions_are_asked(exercise):
    names = [add(exercise, "plenary-question", text) for text in ("one?", "two?", "three?")]
    exercise.trainer.noting.settle_question(names[0], "answered")
    exercise.trainer.noting.settle_question(names[1], "parked")
    assert gathered(exercise.trainer, "questions") == ("three?",)


def test_what_was_hidden_is_on_no_board_and_stays_in_the_trainers_list(exercise):
    name = add(exercise, "parking", "a name in it")
    exercise.trainer.reap.hide(name)
    assert gathered(exercise.trainer, "parking") == ()
    assert len(gathered_notes(exercise.trainer, "parking")) == 1


def test_a_shortened_copy_stands_on_the_board(exercise):
    exercise.trainer.reap.shorten(add(exercise, "parking", "a long story"), "a story")
    assert gathered(exercise.trainer, "parking") == ("a story",)


def test_an_observation_is_on_no_board(exercise):
    add(exercise, "observation", "KANARIE")
    assert gathered(exercise.trainer, "parking") == gathered(exercise.trainer, "questions") == ()


def test_who_is_with_whom_is_told_in_initials_or_in_numbers(exercise, english):
    exercise.trainer.rooms.seat(exercise.item(), {1: ("SV", "M")})
    exercise.trainer.rooms.resize(exercise.item(), 2, 5)
    told = seated(exercise.trainer, english)
    assert [(row.group, row.answers, row.reason) for row in told] == [
        (1, ("SV · M",), "2 people"), (2, (), "5 people"), (3, (), ""),
    ]  # fmt: skip


def test_a_question_names_its_groups_by_the_numbers_on_the_screen(tmp_path):
    with Exercise(tmp_path, plan()) as exercise:
        exercise.trainer.rooms.label(exercise.item(), 2, 7)
        asked = numbered(exercise.trainer, exercise.item()).questions
        assert [one.groups for one in asked] == [(), (7,)]
