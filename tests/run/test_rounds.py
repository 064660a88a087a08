"""Repeating an item: a round of its own, and the time of every round still counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.stage import ROUND, RoundBegun
from qpido_facilitator.show.clocks import item_clock, question_clock, rooms_clock, rooms_timer, toggled
from qpido_facilitator.show.schedule import spent_on
from tests.builders import Room, Speaker, carried, minutes, plan


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with Room(tmp_path) as room:
        yield room


@pytest.fixture
def run(room: Room) -> Speaker:
    run = room.trainer()
    run.agenda.lay_down(plan())
    return run


def stay(run: Speaker, step: Step, length: float) -> None:
    assert isinstance(run.clock, ManualClock)
    run.stage.enter(step)
    run.clock.advance(minutes=length)


def again(run: Speaker, step: Step, length: float) -> None:
    assert isinstance(run.clock, ManualClock)
    run.jumps.repeat(step)
    run.clock.advance(minutes=length)


def left(run: Speaker) -> object:
    clock = item_clock(run, run.now())
    return clock and clock.remaining


def test_a_repeated_item_counts_from_nought(run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    stay(run, Step("talk", "why"), 1)
    again(run, Step("rules"), 1)

    assert left(run) == minutes(9)


def test_the_item_that_is_on_can_be_repeated(run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    again(run, Step("rules"), 1)

    assert left(run) == minutes(9)


def test_the_time_of_both_rounds_was_spent(run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    again(run, Step("rules"), 3)

    assert spent_on(run.stage.visits(), run.now()) == {"rules": minutes(11)}


def test_going_away_and_back_stays_in_the_round(run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    again(run, Step("rules"), 2)
    stay(run, Step("talk", "why"), 5)
    stay(run, Step("rules"), 1)

    assert left(run) == minutes(7)


def test_a_clock_that_was_held_in_the_last_round_is_not_held_in_the_next(run: Speaker) -> None:
    stay(run, Step("rules"), 2)
    clock = item_clock(run, run.now())
    assert clock is not None
    run.timers.set(clock.timer, toggled(clock))
    again(run, Step("rules"), 1)

    assert left(run) == minutes(9)


def test_the_rooms_of_a_repeated_breakout_wait_to_be_opened(run: Speaker) -> None:
    stay(run, Step("rooms"), 1)
    clock = rooms_clock(run, run.now())
    assert clock is not None
    assert run.stage.position is not None
    run.timers.set(rooms_timer(run.stage.position), toggled(clock))
    again(run, Step("rooms"), 1)
    waiting = rooms_clock(run, run.now())

    assert waiting is not None
    assert (waiting.phase, waiting.remaining) == ("waiting", minutes(15))


def test_undoing_a_repeat_gives_the_clock_back_with_all_that_passed(run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    again(run, Step("rules"), 1)
    run.undo.undo()

    assert left(run) == minutes(1)


def test_a_repeat_that_was_undone_can_be_done_again(run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    stay(run, Step("talk", "why"), 1)
    again(run, Step("rules"), 1)
    run.undo.undo()
    run.undo.redo()

    assert left(run) == minutes(10)


def test_undoing_a_repeat_returns_to_the_step_before_it(run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    stay(run, Step("talk", "then"), 1)
    again(run, Step("rules"), 1)
    run.undo.undo()

    assert run.stage.position is not None
    assert run.stage.position.where == Step("talk", "then")


def test_a_round_of_a_visit_nobody_knows_changes_nothing(run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    run.record("round.begun", ROUND, RoundBegun("gone"))

    assert left(run) == minutes(2)


def test_other_laptops_know_the_round(room: Room, run: Speaker) -> None:
    stay(run, Step("rules"), 8)
    again(run, Step("rules"), 1)
    other = room.trainer("other", clock=run.clock)
    other.accept(carried(run.spoken))

    assert other.stage.rounds == run.stage.rounds


def test_the_other_questions_of_a_repeated_item_begin_anew_too(run: Speaker) -> None:
    run.agenda.retime_question("talk", "then", 4)
    stay(run, Step("talk", "why"), 1)
    stay(run, Step("talk", "then"), 3)
    again(run, Step("talk", "why"), 1)
    stay(run, Step("talk", "then"), 1)
    clock = question_clock(run, run.now())

    assert clock is not None
    assert clock.remaining == minutes(3)
