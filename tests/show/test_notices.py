"""What is said when time did not go by as usual."""

from __future__ import annotations

import pytest

from qpido_facilitator.show.notices import Heartbeat, clock_set_text, late_start_of, resumed_text, slept_text
from qpido_facilitator.words import Words
from tests.builders import later, minutes
from tests.show.timing import NINE, Laptop


@pytest.fixture
def laptop(tmp_path):
    with Laptop(tmp_path) as made:
        yield made


def watched(laptop, heart, script):
    """Let things happen and return the gap that the next tick sees."""
    heart.beat(laptop.clock.up())
    laptop.play(script)
    return heart.beat(laptop.clock.up())


def test_a_tick_in_time_is_no_gap(laptop):
    assert watched(laptop, Heartbeat(), "blocked 1") is None


def test_the_first_tick_is_no_gap():
    assert Heartbeat().beat(9_000_000) is None


def test_a_window_that_was_busy_for_a_while_is_no_sleep(laptop):
    assert watched(laptop, Heartbeat(), "blocked 20") is None


def test_sleep_is_a_gap_as_long_as_it_lasted(laptop):
    assert watched(laptop, Heartbeat(), "slept 17") == minutes(17)


@pytest.mark.parametrize("wall", ["unseen-wall 60", "unseen-wall -60", "unseen-wall 525600"])
def test_a_clock_that_is_set_is_no_sleep(laptop, wall):
    assert watched(laptop, Heartbeat(), f"{wall}; blocked 1") is None


def test_a_gap_is_said_once(laptop):
    heart = Heartbeat()
    watched(laptop, heart, "slept 17")
    assert watched(laptop, heart, "blocked 1") is None


def test_a_laptop_that_slept_17_minutes_in_a_breakout_says_so_and_where_the_clock_is(laptop):
    laptop.play("on rooms; open; +3; slept 17")
    said = slept_text(laptop.run, minutes(17), laptop.run.now(), Words("nl"))
    assert said == "Deze laptop heeft 17 minuten geslapen. In de groepjes: de tijd is om, +05:00."


def test_a_shorter_sleep_says_what_is_left(laptop, english):
    laptop.play("on rooms; open; +3; slept 7")
    said = slept_text(laptop.run, minutes(7), laptop.run.now(), english)
    assert said == "This laptop slept for 7 minutes. In the groups: the clock went on, 05:00 left."


def test_a_clock_that_was_held_is_said_to_be_held(laptop, english):
    laptop.play("show question; +3; hold; slept 2")
    said = slept_text(laptop.run, minutes(2), laptop.run.now(), english)
    assert said == "This laptop slept for 2 minutes. The clock is held, 07:00 left."


def test_half_a_minute_is_told_in_seconds(laptop, english):
    assert slept_text(laptop.run, minutes(0.6), laptop.run.now(), english) == "This laptop slept for 1 minute."
    assert slept_text(laptop.run, minutes(0.5), laptop.run.now(), english) == "This laptop slept for 30 seconds."


def test_after_the_end_only_the_sleep_is_told(laptop, english):
    laptop.play("show item; +3")
    laptop.run.stage.end()
    assert slept_text(laptop.run, minutes(9), laptop.run.now(), english) == "This laptop slept for 9 minutes."


def test_a_clock_that_was_set_says_the_time_it_is_now(english, zone):
    zone("UTC")
    said = clock_set_text(later(NINE, 75), english)
    assert said == "The clock of this laptop was set: it is 10:15 now. Countdowns go on as they were."


def test_a_restart_in_mid_countdown_says_what_is_left(laptop, english):
    laptop.play("on rooms; open; +3; crash 2")
    assert resumed_text(laptop.run, laptop.run.now(), english) == "In the groups: the clock went on, 10:00 left."


def test_after_power_was_lost_it_says_that_it_goes_by_the_wall(laptop, english):
    laptop.play("show item; +3; reboot 2")
    said = resumed_text(laptop.run, laptop.run.now(), english)
    assert said == "The clock went on, 15:00 left. That goes by the clock of this laptop."


def test_a_restart_before_the_start_or_after_the_end_has_nothing_to_say(laptop, english):
    before = resumed_text(laptop.run, laptop.run.now(), english)
    laptop.play("show item")
    laptop.run.stage.end()
    assert (before, resumed_text(laptop.run, laptop.run.now(), english)) == ("", "")


def test_a_late_start_asks_whether_the_end_is_kept_or_shifts(laptop, english, zone):
    zone("UTC")
    laptop.run.arrival.plan_start(NINE)
    laptop.play("+6; on list; +1")
    asked = late_start_of(laptop.run, laptop.run.now(), english)
    assert (asked.text, asked.keep, asked.shift, asked.chosen) == (
        "6 minutes later than planned", "Keep the end at 10:25", "Shift the end to 10:31", "keep",
    )  # fmt: skip


def test_the_choice_names_the_same_times_once_it_was_made(laptop, english, zone):
    zone("UTC")
    laptop.run.arrival.plan_start(NINE)
    laptop.play("+6; on list; +1")
    laptop.run.replan.decide_late("shift")
    asked = late_start_of(laptop.run, laptop.run.now(), english)
    assert (asked.keep, asked.shift) == ("Keep the end at 10:25", "Shift the end to 10:31")
    assert (asked.chosen, asked.decided) == ("shift", True)


@pytest.mark.parametrize("late", [0, 1, 1.9])
def test_a_start_that_is_hardly_late_asks_nothing(laptop, english, late):
    laptop.run.arrival.plan_start(NINE)
    laptop.play(f"+{late}; on list")
    assert late_start_of(laptop.run, laptop.run.now(), english) is None


def test_without_a_time_that_was_told_nobody_starts_late(laptop, english):
    laptop.play("+6; on list")
    assert late_start_of(laptop.run, laptop.run.now(), english) is None
