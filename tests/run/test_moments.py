"""When things happened, by clocks that are wrong, corrected, asleep, and started again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.timers import Countdown
from tests.builders import Room, Speaker, carried, later, minutes, plan

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with Room(tmp_path) as room:
        yield room


def started(room: Room, clock: ManualClock) -> Speaker:
    run = room.trainer(clock=clock)
    run.agenda.lay_down(plan())
    return run


def lengths(run: Speaker) -> list[timedelta | None]:
    return [visit.end - visit.begin if visit.end else None for visit in run.stage.visits()]


def test_a_visit_lasts_until_the_next_begins(room: Room) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    for item, stay in (("welcome", 5), ("rules", 12.5), ("talk", 1)):
        run.stage.enter(Step(item))
        clock.advance(minutes=stay)

    assert lengths(run) == [minutes(5), minutes(12.5), None]


def test_the_end_of_the_session_ends_the_last_visit(room: Room) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    run.stage.enter(Step("welcome"))
    clock.advance(minutes=7)
    run.stage.end()

    assert (lengths(run), run.stage.ended) == ([minutes(7)], later(NINE, 7))


def test_taking_the_end_back_opens_the_last_visit_again(room: Room) -> None:
    run = started(room, ManualClock(NINE))
    run.stage.enter(Step("welcome"))
    run.stage.end()
    run.stage.reopen()

    assert (lengths(run), run.stage.ended) == ([None], None)


@pytest.mark.parametrize("step", [HOUR, -HOUR, timedelta(days=1), -timedelta(days=400), timedelta(seconds=1)])
def test_a_wall_that_jumps_in_the_middle_of_a_visit_changes_no_length(room: Room, step: timedelta) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    run.stage.enter(Step("welcome"))
    clock.advance(minutes=5)
    clock.set_wall(clock.utc() + step)
    run.check_clock()
    clock.advance(minutes=5)
    run.stage.enter(Step("rules"))

    assert lengths(run) == [minutes(10), None]


def test_a_clock_that_was_an_hour_wrong_leaves_no_hour_in_the_log_once_corrected(room: Room) -> None:
    clock = ManualClock(NINE - HOUR)
    run = started(room, clock)
    run.stage.enter(Step("welcome"))
    name = run.notes.add(Place("welcome"), "early")
    clock.advance(minutes=10)
    clock.set_wall(later(NINE, 10))
    run.check_clock()
    run.stage.enter(Step("rules"))
    note = run.notes.get(name)

    assert [visit.begin for visit in run.stage.visits()] == [NINE, later(NINE, 10)]
    assert note is not None
    assert (note.created, run.now()) == (NINE, later(NINE, 10))


def test_a_corrected_clock_corrects_the_times_on_other_laptops_too(room: Room) -> None:
    clock = ManualClock(NINE - HOUR)
    run, reader = started(room, clock), room.reader()
    name = run.notes.add(Place("welcome"), "early")
    reader.accept(carried(run.spoken))
    clock.set_wall(NINE)
    run.check_clock()
    reader.accept(carried(run.spoken))

    assert reader.notes.get(name) == run.notes.get(name)


def test_a_later_step_is_the_position_although_the_clock_went_back_an_hour(room: Room) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    run.stage.enter(Step("welcome"))
    clock.set_wall(NINE - HOUR)
    run.stage.enter(Step("rules"))

    assert run.stage.position is not None
    assert run.stage.position.item == "rules"


def test_a_step_of_a_laptop_an_hour_behind_wins_when_it_saw_the_other(room: Room) -> None:
    right = started(room, ManualClock(NINE, boot="right"))
    behind = room.trainer("behind", clock=ManualClock(NINE - HOUR, boot="behind"))
    right.stage.enter(Step("welcome"))
    behind.accept(carried(right.spoken))
    behind.stage.enter(Step("rules"))
    right.accept(carried(behind.spoken))

    assert right.stage.position is not None
    assert right.stage.position.item == "rules"


@pytest.mark.parametrize("drift", [0, 1.9, -1.9])
def test_a_small_drift_is_not_written_down(room: Room, drift: float) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    clock.advance(minutes=60)
    clock.set_wall(clock.utc() + timedelta(seconds=drift))

    assert not run.check_clock()


def test_a_jump_is_written_down_once(room: Room) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    clock.set_wall(later(NINE, 1))

    assert [run.check_clock(), run.check_clock()] == [True, False]


@pytest.mark.parametrize("wall", [NINE, NINE + HOUR, NINE - timedelta(days=3)])
def test_a_crash_in_a_countdown_costs_no_second_on_the_same_boot_whatever_the_wall_says(
    room: Room, wall: datetime
) -> None:
    clock = ManualClock(NINE, boot="one")
    run = started(room, clock)
    run.stage.enter(Step("rooms"))
    run.timers.set("rooms", Countdown(minutes(15), minutes(0), True))
    clock.advance(minutes=5)
    run.crash()
    clock.set_wall(wall)
    clock.advance(minutes=2)
    again = room.trainer(clock=clock)
    held = again.timers.countdown("rooms", again.now())

    assert held == Countdown(minutes(15), minutes(7), True)


def test_after_a_crash_on_another_boot_the_wall_says_how_long_it_took(room: Room) -> None:
    run = started(room, clock := ManualClock(NINE, boot="one"))
    clock.advance(minutes=1)
    run.stage.enter(Step("rooms"))
    run.timers.set("rooms", Countdown(minutes(15), minutes(0), True))
    run.crash()
    again = room.trainer(clock=ManualClock(later(NINE, 7), boot="two"))
    held = again.timers.countdown("rooms", again.now())
    again.stage.enter(Step("back"))

    assert held == Countdown(minutes(15), minutes(6), True)
    assert lengths(again) == [minutes(6), None]


def test_starts_without_a_boots_name_go_by_the_wall_each(room: Room) -> None:
    run = started(room, clock := ManualClock(NINE, boot=""))
    clock.advance(minutes=1)
    run.stage.enter(Step("rooms"))
    run.crash()
    again = room.trainer(clock=ManualClock(later(NINE, 7), boot=""))

    assert (again.now(), again.stage.visits()[0].begin) == (later(NINE, 7), later(NINE, 1))


def test_a_co_trainers_own_moment_is_on_the_axis_of_its_own_facts(room: Room) -> None:
    clock = ManualClock(NINE, boot="home")
    guest = room.co_trainer(clock=clock)
    clock.set_wall(NINE + HOUR)
    clock.advance(minutes=1)
    name = guest.notes.add(Place("talk"), "now")
    note = guest.notes.get(name)

    assert note is not None
    assert note.created == guest.now() == later(NINE, 1)


@pytest.mark.parametrize(
    "begin",
    [
        datetime(2026, 12, 31, 23, 50, tzinfo=UTC),  # midnight, and a year
        datetime(2026, 3, 29, 0, 50, tzinfo=UTC),  # the night the clocks go forward
        datetime(2026, 10, 25, 0, 50, tzinfo=UTC),  # and back
        datetime(2028, 2, 28, 23, 50, tzinfo=UTC),
    ],
)
def test_midnight_and_summer_time_change_no_length(room: Room, begin: datetime) -> None:
    clock = ManualClock(begin)
    run = started(room, clock)
    run.stage.enter(Step("welcome"))
    clock.advance(minutes=30)
    run.stage.enter(Step("rules"))

    assert (lengths(run)[0], run.stage.visits()[1].begin) == (minutes(30), later(begin, 30))


def test_sleep_counts(room: Room) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    run.timers.set("rooms", Countdown(minutes(10), minutes(0), True))
    clock.advance(minutes=8)  # asleep: both clocks went on
    held = run.timers.countdown("rooms", run.now())

    assert held is not None
    assert held.remaining == minutes(2)


def test_an_overrun_timebox_has_a_negative_rest(room: Room) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    run.timers.set("rooms", Countdown(minutes(5), minutes(0), True))
    clock.advance(minutes=6)
    held = run.timers.countdown("rooms", run.now())

    assert held is not None
    assert held.remaining == -minutes(1)


def test_a_paused_countdown_stands_still(room: Room) -> None:
    clock = ManualClock(NINE)
    run = started(room, clock)
    run.timers.set("rooms", Countdown(minutes(5), minutes(2), False))
    clock.advance(minutes=60)

    assert run.timers.countdown("rooms", run.now()) == Countdown(minutes(5), minutes(2), False)


def test_a_timer_that_nobody_set_is_none(room: Room) -> None:
    run = started(room, ManualClock(NINE))

    assert run.timers.countdown("rooms", run.now()) is None


def test_two_trainers_who_set_one_timer_at_once_see_the_same(room: Room) -> None:
    one = started(room, ManualClock(NINE, boot="one"))
    two = room.trainer("two", clock=ManualClock(NINE, boot="two"))
    two.accept(carried(one.spoken))
    one.timers.set("rooms", Countdown(minutes(5), minutes(0), False))
    two.timers.set("rooms", Countdown(minutes(15), minutes(0), False))
    one.accept(carried(two.spoken))
    two.accept(carried(one.spoken))

    assert one.timers.countdown("rooms", NINE) == two.timers.countdown("rooms", NINE)
