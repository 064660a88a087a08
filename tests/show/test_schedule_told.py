"""The schedule against what participants were told, and along every way through the plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from qpido_facilitator.clock import ManualClock, local
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import EndAt
from qpido_facilitator.show.band import band_of
from qpido_facilitator.show.clocks import lengthened, step_clock, toggled
from qpido_facilitator.show.forecast import schedule_of
from tests.builders import Room, later, minutes, plan

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PLANNED_AT = [0, 5, 15, 25, 45, 55]


@pytest.fixture
def run(tmp_path):
    """A run of the short session: 5 + 10 + 10 + 20 + 10 minutes and one of unknown length, made at nine."""
    with Room(tmp_path) as room:
        opened = room.trainer("trainer")
        opened.agenda.lay_down(plan())
        yield opened


def walk(run, *stays):
    for step, length in stays:
        run.stage.enter(step)
        run.clock.advance(minutes=length)
    return schedule_of(run, run.now())


def the_clock(run):
    clock = step_clock(run, run.now())
    assert clock is not None
    return clock


def states(told):
    return [row.state for row in told.rows]


def expected(told):
    """Return when each item is expected, in minutes after nine."""
    return [row.expected and (row.expected - NINE) / timedelta(minutes=1) for row in told.rows]


def test_planned_times_count_from_the_start_that_was_told(run):
    run.arrival.plan_start(later(NINE, 30))
    told = walk(run, (Step("welcome"), 1))
    assert [row.planned_at for row in told.rows] == [later(NINE, 30 + place) for place in PLANNED_AT]


def test_without_one_they_count_from_the_real_start(run):
    run.clock.advance(minutes=7)
    told = walk(run, (Step("welcome"), 1))
    assert [row.planned_at for row in told.rows] == [later(NINE, 7 + place) for place in PLANNED_AT]


def test_before_the_start_the_schedule_is_the_one_that_was_told(run):
    run.arrival.plan_start(later(NINE, 30))
    told = schedule_of(run, run.now())
    assert (told.started, told.planned_end, told.expected_end) == (None, later(NINE, 85), later(NINE, 85))


def test_past_the_time_that_was_told_every_minute_of_waiting_shifts_the_end(run):
    run.arrival.plan_start(later(NINE, 30))
    run.clock.advance(minutes=36)
    told = schedule_of(run, run.now())
    assert (told.late, told.expected_end, told.drift) == (minutes(6), later(NINE, 91), minutes(6))


def test_before_a_start_that_was_told_nobody_is_late_in_the_band(run, english):
    run.arrival.plan_start(later(NINE, 30))
    assert band_of(run, run.now(), english).pace == "none"


def test_when_the_start_that_was_told_passes_the_band_says_so(run, english):
    run.arrival.plan_start(later(NINE, 30))
    run.clock.advance(minutes=36)
    band = band_of(run, run.now(), english)
    assert (band.pace, band.pace_text, band.start_text) == ("behind", "6 min behind", "6 min past the start")


def late_start(run, by=6):
    run.arrival.plan_start(NINE)
    run.clock.advance(minutes=by)
    return walk(run, (Step("welcome"), 5), (Step("rules"), 2))


def test_after_a_late_start_the_end_is_kept_unless_it_was_said_to_shift(run):
    told = late_start(run)
    assert (told.planned_end, told.expected_end, told.drift) == (later(NINE, 55), later(NINE, 61), minutes(6))


def test_drift_is_told_against_the_plan_and_against_the_real_start(run):
    told = late_start(run)
    assert (told.drift_plan, told.drift_start) == (minutes(6), minutes(0))


def test_an_end_that_shifts_along_leaves_nobody_late(run):
    late_start(run)
    run.replan.decide_late("shift")
    told = schedule_of(run, run.now())
    assert (told.planned_end, told.drift, told.over) == (later(NINE, 61), minutes(0), minutes(0))


def test_planned_times_stay_those_that_were_told_when_the_end_shifts(run):
    late_start(run)
    run.replan.decide_late("shift")
    assert schedule_of(run, run.now()).rows[0].planned_at == NINE


def test_an_early_start_does_not_bring_the_end_forward(run):
    run.arrival.plan_start(later(NINE, 5))
    run.replan.decide_late("shift")
    told = walk(run, (Step("welcome"), 1))
    assert (told.planned_end, told.drift, told.late) == (later(NINE, 60), minutes(-5), minutes(0))


def test_an_end_that_was_agreed_is_the_end(run):
    late_start(run)
    run.replan.apply(EndAt(later(NINE, 61)))
    told = schedule_of(run, run.now())
    assert (told.planned_end, told.drift, told.over) == (later(NINE, 61), minutes(0), minutes(0))


def test_the_late_start_is_said_in_the_band(run, english):
    late_start(run)
    assert band_of(run, run.now(), english).start_text == "Started 6 min late"


def test_what_comes_after_an_unknown_length_is_expected_at_the_earliest(run):
    run.replan.retime("talk", None)
    told = walk(run, (Step("welcome"), 1))
    assert [row.expected_at_least for row in told.rows] == [False, False, False, True, True, True]


def test_the_plan_itself_is_at_the_earliest_after_an_unknown_length(run):
    run.replan.move("back", "bye", "end")
    told = walk(run, (Step("welcome"), 1))
    assert [row.planned_at_least for row in told.rows] == [False] * 6


def test_going_back_does_not_make_what_was_left_count_as_done(run):
    told = walk(run, (Step("welcome"), 5), (Step("rules"), 4), (Step("welcome"), 1))
    assert (states(told)[:2], told.rows[1].rest, told.drift) == (["now", "planned"], minutes(6), minutes(1))


def test_what_was_left_forwards_is_done_and_not_planned_again_when_going_back_past_it(run):
    told = walk(run, (Step("welcome"), 5), (Step("rules"), 4), (Step("talk", "why"), 2), (Step("welcome"), 1))
    assert (states(told)[:3], told.rows[1].rest, told.rows[2].rest) == (
        ["now", "done", "planned"],
        minutes(0),
        minutes(8),
    )


def test_a_look_at_what_comes_later_takes_nothing_from_it_but_the_time_it_took(run):
    told = walk(run, (Step("welcome"), 5), (Step("rooms"), 1), (Step("rules"), 0))
    assert (states(told), told.rows[3].rest) == (
        ["done", "now", "planned", "planned", "planned", "planned"],
        minutes(19),
    )


def test_what_was_jumped_over_still_counts_and_nobody_knows_when_it_comes(run):
    told = walk(run, (Step("welcome"), 5), (Step("rooms"), 0))
    assert [(row.item, row.passed) for row in told.rows if row.passed] == [("rules", True), ("talk", True)]
    assert (expected(told)[1:3], told.expected_end) == ([None, None], later(NINE, 55))


def test_what_was_jumped_over_and_is_then_skipped_gives_its_time(run):
    walk(run, (Step("welcome"), 5), (Step("rooms"), 0))
    run.replan.skip("rules", "talk")
    assert schedule_of(run, run.now()).expected_end == later(NINE, 35)


def test_skipping_what_is_on_lets_the_rest_come_at_once(run):
    walk(run, (Step("welcome"), 1))
    run.replan.skip("welcome")
    told = schedule_of(run, run.now())
    assert (states(told)[0], expected(told)[1]) == ("now", 1)


def test_a_question_of_ones_own_in_the_middle_leaves_the_rest_of_its_host_to_come(run):
    walk(run, (Step("welcome"), 5), (Step("rules"), 10), (Step("talk", "why"), 4))
    run.inserts.ask("And you?", minutes=3, go=True)
    run.clock.advance(minutes=1)
    told = schedule_of(run, run.now())
    assert (states(told)[2:4], told.rows[2].rest, told.drift) == (["planned", "now"], minutes(6), minutes(3))


def test_what_was_inserted_has_no_time_in_the_plan_and_makes_the_end_later(run):
    run.inserts.add_break(5, after=Step("rules"))
    told = walk(run, (Step("welcome"), 1))
    assert (told.rows[2].planned_at, told.rows[2].was, told.drift) == (None, minutes(5), minutes(5))


def test_moved_items_are_expected_in_their_new_order_and_planned_in_the_old(run):
    run.replan.move("back", "rules", "start")
    told = walk(run, (Step("welcome"), 0))
    assert [(row.item, row.planned_at) for row in told.rows][2] == ("back", later(NINE, 45))
    assert expected(told) == [None, 5, 15, 25, 35, 55]


def test_more_time_on_the_clock_of_an_item_makes_the_end_later(run):
    walk(run, (Step("welcome"), 1))
    clock = the_clock(run)
    run.timers.set(clock.timer, lengthened(clock, minutes(4)))
    assert schedule_of(run, run.now()).drift == minutes(4)


def test_a_held_clock_makes_the_end_later_by_every_minute_it_is_held(run):
    walk(run, (Step("welcome"), 1))
    clock = the_clock(run)
    run.timers.set(clock.timer, toggled(clock))
    run.clock.advance(minutes=7)
    assert schedule_of(run, run.now()).drift == minutes(7)


def test_rooms_that_are_still_closed_need_opening_and_all_of_their_time(run):
    told = walk(run, (Step("rooms"), 8))
    assert told.row("rooms").rest == minutes(1 + 15)


def test_open_rooms_need_what_is_left_on_their_clock(run):
    walk(run, (Step("rooms"), 8))
    clock = the_clock(run)
    run.timers.set(clock.timer, replace(clock.countdown, running=True))
    run.clock.advance(minutes=1)
    assert schedule_of(run, run.now()).row("rooms").rest == minutes(14)


def test_rooms_that_leave_room_take_no_more_than_the_item(run):
    told = walk(run, (Step("rooms"), 1))
    assert told.row("rooms").rest == minutes(19)


def test_the_rows_say_when_an_item_was_first_and_last_on(run):
    told = walk(run, (Step("welcome"), 5), (Step("rules"), 4), (Step("welcome"), 1), (Step("rules"), 1))
    assert (told.rows[0].begun, told.rows[0].ended, told.rows[1].ended) == (NINE, later(NINE, 10), None)


def test_after_the_end_everything_that_was_on_is_done_and_nothing_is_to_come(run):
    walk(run, (Step("welcome"), 5), (Step("rules"), 4))
    run.stage.end()
    run.clock.advance(minutes=90)
    told = schedule_of(run, run.now())
    assert (states(told)[:2], told.expected_end, told.drift) == (["done", "done"], later(NINE, 9), minutes(-46))


def test_there_is_a_row_for_every_item_and_none_for_another(run):
    told = schedule_of(run, run.now())
    assert [told.row(row.item) for row in told.rows] == list(told.rows)
    assert told.row("gone") is None


NIGHTS = [
    (datetime(2026, 11, 24, 22, 30, tzinfo=UTC), ["23:30", "23:35", "23:45", "23:55", "00:15", "00:25"]),
    (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), ["01:30", "01:35", "01:45", "01:55", "03:15", "03:25"]),
    (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), ["02:30", "02:35", "02:45", "02:55", "02:15", "02:25"]),
]


@pytest.mark.parametrize(("start", "walls"), NIGHTS)
def test_planned_and_expected_times_are_those_of_the_wall_over_such_a_night(tmp_path, zone, start, walls):
    zone("Europe/Amsterdam")
    with Room(tmp_path) as room:
        run = room.trainer(clock=ManualClock(start))
        run.agenda.lay_down(plan())
        told = walk(run, (Step("welcome"), 0))
        assert [f"{local(row.planned_at):%H:%M}" for row in told.rows] == walls
        assert [f"{local(row.expected):%H:%M}" for row in told.rows[1:]] == walls[1:]


@pytest.mark.parametrize("start", [one[0] for one in NIGHTS])
def test_such_a_night_makes_nobody_late(tmp_path, zone, start):
    zone("Europe/Amsterdam")
    with Room(tmp_path) as room:
        run = room.trainer(clock=ManualClock(start))
        run.agenda.lay_down(plan())
        told = walk(run, (Step("welcome"), 5), (Step("rules"), 10), (Step("talk", "why"), 10), (Step("rooms"), 20),
                    (Step("back", "why"), 1))  # fmt: skip
        assert told.drift == timedelta()
