"""The rooms in time: when to be back, and when to press Close."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.plan.model import Breakout, Part, SessionPlan
from qpido_facilitator.plan.platforms import OVERHEADS
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.audience import plain_text
from qpido_facilitator.show.band import band_of
from qpido_facilitator.show.breakouts import rooms_of
from qpido_facilitator.show.clocks import lengthened, rooms_clock, toggled
from qpido_facilitator.show.screen import screen_of
from tests.builders import Room, later, minutes, plan


@pytest.fixture
def run(tmp_path):
    with Room(tmp_path) as room:
        opened = room.trainer()
        opened.agenda.lay_down(plan())
        opened.stage.enter(Step("rooms"))
        yield opened


def clock_of(run):
    clock = rooms_clock(run, run.now())
    assert clock is not None
    return clock


def opened(run, length=0.0):
    clock = clock_of(run)
    run.timers.set(clock.timer, replace(clock.countdown, running=True))
    run.clock.advance(minutes=length)
    return run.now()


def test_close_is_to_be_pressed_a_minute_before_everyone_is_to_be_back(run, english):
    now = opened(run)
    rooms = rooms_of(run, now, english)
    assert (rooms.back_at, rooms.close_at) == (later(now, 15), later(now, 14))


def test_participants_count_down_the_time_to_work_and_nothing_else(run, english):
    opened(run, 5)
    assert "10:00" in plain_text(screen_of(run, run.now(), english)).split("\n")


@pytest.mark.parametrize(("passed", "now"), [(13.9, False), (14, True), (14.5, True), (16, True)])
def test_it_says_when_the_moment_to_close_is_there(run, english, passed, now):
    opened(run, passed)
    assert rooms_of(run, run.now(), english).close_now is now


def test_the_texts_say_both_times(run, english, zone):
    zone("UTC")
    opened(run, 1)
    rooms = rooms_of(run, run.now(), english)
    assert (rooms.back_text, rooms.close_text, rooms.closing_text) == (
        "back at 09:15",
        "Close the rooms at 09:14:00",
        "60 s",
    )


def test_more_time_moves_both(run, english):
    now = opened(run)
    clock = clock_of(run)
    run.timers.set(clock.timer, lengthened(clock, minutes(2)))
    rooms = rooms_of(run, now, english)
    assert (rooms.back_at, rooms.close_at) == (later(now, 17), later(now, 16))


def test_a_held_clock_has_no_time_to_close(run, english):
    opened(run, 3)
    clock = clock_of(run)
    run.timers.set(clock.timer, toggled(clock))
    rooms = rooms_of(run, run.now(), english)
    assert (rooms.back_at, rooms.close_at, rooms.close_now) == (None, None, False)


def test_before_they_are_open_nothing_is_to_be_closed(run, english):
    rooms = rooms_of(run, run.now(), english)
    assert (rooms.clock.phase, rooms.close_at) == ("waiting", None)


def test_outside_a_breakout_there_are_no_rooms(run, english):
    run.stage.enter(Step("rules"))
    assert rooms_of(run, run.now(), english) is None


def test_rooms_shorter_than_closing_takes_are_closed_as_soon_as_they_open(run, english):
    run.replan.retime("rooms", 5)
    now = opened(run)
    run.timers.set(clock_of(run).timer, replace(clock_of(run).countdown, timebox=timedelta(seconds=30)))
    assert rooms_of(run, now, english).close_at == now


def test_the_time_to_be_back_stands_in_the_band(run, english, zone):
    zone("UTC")
    opened(run, 1)
    assert band_of(run, run.now(), english).after == "back at 09:15"


def test_the_time_to_be_back_does_not_run_away_when_it_has_passed(run, english, zone):
    zone("UTC")
    opened(run, 25)
    assert "09:15" in plain_text(screen_of(run, run.now(), english))


@pytest.mark.parametrize("platform", ["zoom", "teams", "other"])
def test_every_platform_says_what_opening_and_closing_take(run, platform):
    run.call.hold_in(platform)
    assert (run.call.platform, run.call.overheads) == (platform, OVERHEADS[platform])


def test_the_platform_of_the_plan_is_that_of_its_run_until_another_is_chosen(tmp_path):
    with Room(tmp_path) as room:
        run = room.trainer()
        parts = (Part("p", "P", items=(Breakout(id="r", rooms=5),)),)
        run.agenda.lay_down(SessionPlan(id="s", title="S", parts=parts, platform="zoom"))
        planned = run.call.platform
        run.call.hold_in("teams")
        assert (planned, run.call.platform) == ("zoom", "teams")


class Newer(Struct):
    platform: str


def test_a_platform_of_a_newer_version_is_another_one(run):
    run.record("platform.set", "run/platform", Newer("holodeck"))
    assert run.call.platform == "other"
