"""Time, told from facts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.show.band import band_of
from qpido_facilitator.show.clocks import item_clock, rooms_clock, rooms_timer, step_clock
from qpido_facilitator.show.forecast import schedule_of
from tests.builders import Room, plan


@pytest.fixture
def run(tmp_path):
    """A run of the short session: 5 + 10 + 10 + 20 + 10 minutes and one of unknown length."""
    with Room(tmp_path) as room:
        opened = room.trainer("trainer")
        opened.agenda.lay_down(plan())
        yield opened


def walk(run, *stays):
    for step, minutes in stays:
        run.stage.enter(step)
        run.clock.advance(minutes=minutes)


def test_an_item_counts_down_from_when_it_came_on(run):
    walk(run, (Step("welcome"), 2))
    assert item_clock(run, run.now()).remaining == timedelta(minutes=3)


def test_going_back_to_an_item_does_not_start_its_time_again(run):
    walk(run, (Step("welcome"), 2), (Step("rules"), 1), (Step("welcome"), 1))
    assert item_clock(run, run.now()).remaining == timedelta(minutes=2)


def test_an_overrun_item_shows_how_much_it_is_over(run, english):
    walk(run, (Step("welcome"), 6.5))
    assert (band_of(run, run.now(), english).number, band_of(run, run.now(), english).phase) == ("+01:30", "over")


def test_the_clock_of_the_rooms_waits_until_they_are_open(run):
    walk(run, (Step("rooms"), 3))
    assert step_clock(run, run.now()).phase == "waiting"


def test_the_clock_of_the_rooms_runs_once_they_are_open(run):
    walk(run, (Step("rooms"), 3))
    run.timers.set(rooms_timer(run.stage.position), Countdown(timedelta(minutes=15), timedelta(), True))
    run.clock.advance(minutes=4)
    assert rooms_clock(run, run.now()).remaining == timedelta(minutes=11)


def test_a_paused_clock_stands_still(run):
    walk(run, (Step("welcome"), 1))
    run.timers.set(run.stage.position.visit, Countdown(timedelta(minutes=5), timedelta(minutes=1), False))
    run.clock.advance(minutes=9)
    assert item_clock(run, run.now()).remaining == timedelta(minutes=4)


def test_a_late_item_makes_the_whole_session_late(run):
    walk(run, (Step("welcome"), 9))
    assert schedule_of(run, run.now()).drift == timedelta(minutes=4)


def test_a_skipped_item_gives_its_minutes_back(run):
    walk(run, (Step("welcome"), 9))
    run.agenda.skip("rules")
    assert schedule_of(run, run.now()).drift == timedelta(minutes=-6)


def test_an_unknown_length_ahead_makes_the_end_the_earliest_possible(run, english):
    walk(run, (Step("welcome"), 1))
    assert schedule_of(run, run.now()).at_least
    assert "≥" in band_of(run, run.now(), english).end_text


def test_a_clock_that_is_set_by_hand_in_mid_countdown_changes_no_second(run):
    walk(run, (Step("welcome"), 2))
    run.clock.set_wall(run.clock.utc() + timedelta(hours=1))
    run.check_clock()
    assert item_clock(run, run.now()).remaining == timedelta(minutes=3)


def test_a_laptop_that_slept_is_told_the_time_that_really_passed(run):
    walk(run, (Step("welcome"), 17))
    assert item_clock(run, run.now()).remaining == timedelta(minutes=-12)


def test_before_the_first_step_there_is_no_schedule_to_be_late_on(run, english):
    assert band_of(run, run.now(), english).pace == "none"


def test_a_divider_of_no_length_is_not_called_unknown(run, english):
    run.agenda.retime("welcome", 0)
    walk(run, (Step("welcome"), 0))
    assert band_of(run, run.now(), english).rest == ""
