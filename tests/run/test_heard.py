"""What was read of whom, and whose laptop is whose: a co-trainer is told the truth, and nobody is followed."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.heard import WriterHeard
from qpido_facilitator.run.laptops import name_in_run
from qpido_facilitator.run.people import TRAINER
from qpido_facilitator.run.run import Identity
from tests.builders import carried
from tests.exercise import Exercise

ONE, TWO = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def test_a_trainer_says_up_to_where_it_read_a_co_trainer(exercise):
    helper = exercise.helper()
    exercise.say(1, "q1", "text", by=helper)
    exercise.share()
    assert helper.heard.by_trainers(helper.writer) == len(helper.spoken)


def test_what_did_not_come_in_is_not_said_to_be_read(exercise):
    helper = exercise.helper()
    first = len(helper.spoken)
    exercise.say(1, "q1", "text", by=helper)
    exercise.trainer.accept(carried(helper.spoken[:first] + helper.spoken[first + 1 :]))
    helper.accept(carried(exercise.trainer.spoken))
    assert helper.heard.by_trainers(helper.writer) == first


def test_nobody_answers_an_answer(exercise):
    exercise.helper()
    exercise.share()
    before = len(exercise.trainer.spoken)
    exercise.share()
    assert len(exercise.trainer.spoken) == before


def test_a_co_trainer_cannot_say_that_something_was_read(exercise):
    helper, other = exercise.helper(ONE), exercise.helper(TWO)
    before = helper.heard.by_trainers(helper.writer)
    other.record("writer.heard", f"writer/{other.writer}/heard", WriterHeard({helper.writer: 999}))
    exercise.share()
    assert helper.heard.by_trainers(helper.writer) == before


def test_co_trainers_are_numbered_by_their_laptops_and_not_by_their_starts(exercise):
    exercise.helper(ONE)
    exercise.helper(TWO)
    exercise.helper(ONE)
    exercise.share()
    helpers = [laptop for laptop in exercise.trainer.laptops.all() if laptop.role != TRAINER]
    assert [(laptop.number, len(laptop.writers)) for laptop in helpers] == [(1, 2), (2, 1)]


def test_a_laptop_of_a_trainer_and_of_a_co_trainer_are_two(exercise):
    exercise.helper(ONE)
    assert [laptop.role for laptop in exercise.trainer.laptops.all()] == ["trainer", "co-trainer"]


def test_an_initial_that_someone_chose_is_what_the_laptop_is_called(exercise, tmp_path):
    run = exercise.room._start("k", Identity(exercise.room.run, None, "K", TWO), None, None, lambda _: None)
    exercise.share()
    assert exercise.trainer.laptops.of(run.writer).label == "K"


def test_a_laptop_has_another_name_in_every_run():
    assert name_in_run("secret", "run-1") != name_in_run("secret", "run-2")


def test_a_laptop_has_the_same_name_in_a_run_every_time():
    assert name_in_run("secret", "run") == name_in_run("secret", "run")
    assert name_in_run("secret", "run") != name_in_run("other", "run")
