"""The clock table: whatever happens to a laptop, no countdown is off by more than a fifth of a second."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from qpido_facilitator.show.audience import plain_text
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.show.screen import screen_of
from tests.show.timing import LENGTH, NINE, Laptop

CLOSE = 0.2 / 60
KINDS = ("item", "question", "rooms")

# what happens in the middle of a countdown, and how many minutes really pass meanwhile
HAPPENS = [
    ("nothing", "+5", 5),
    ("a step of the time server forwards", "+2; wall 0.05; +2", 4),
    ("a step of the time server back", "+2; wall -0.05; +2", 4),
    ("a drift too small to write down", "+2; wall 0.02; +2", 4),
    ("the clock is an hour too early and set right", "+3; wall 60; +1", 4),
    ("the clock is an hour too late and set right", "+3; wall -60; +1", 4),
    ("the clock is set and nobody looked yet", "+3; unseen-wall 60", 3),
    ("the clock is set a day on", "+1; wall 1440; +1", 2),
    ("the clock is set a year back", "+1; wall -525600; +1", 2),
    ("the clock is set wrong and right again", "+1; wall 60; +1; wall -60; +1", 3),
    ("many small steps of one way", "+1; wall -0.02; +1; wall -0.02; +1; wall -0.02; +1; wall -0.02; +1", 5),
    ("the laptop sleeps 17 minutes", "+2; slept 17; +1", 20),
    ("the laptop sleeps over zero", "+2; slept 30", 32),
    ("the clock is corrected right after sleep", "slept 8; wall 0.2; +1", 9),
    ("the window is blocked two seconds", "+2; blocked 2; +1", 3 + 2 / 60),
    ("the app is killed and restarted at once", "+2; crash; +1", 3),
    ("the app is killed and restarted later", "+2; crash 4; +1", 7),
    ("the app is killed twice", "+1; crash 1; +1; crash 2; +1", 6),
    ("the app is killed and the clock set meanwhile", "+2; crash-wall -4320; +1", 3),
    ("the app is closed in order and opened again", "+2; close 3; +1", 6),
    ("power is lost for six minutes", "+2; reboot 6; +1", 9),
    ("power is lost twice", "+1; reboot 2; +1; reboot 3; +1", 8),
    ("sleep, then a crash", "+1; slept 10; crash; +1", 12),
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("happens", "passed"), [one[1:] for one in HAPPENS], ids=[one[0] for one in HAPPENS])
def test_a_running_clock_counts_the_time_that_really_passed(tmp_path, kind, happens, passed):
    with Laptop(tmp_path) as laptop:
        laptop.play(f"show {kind}; {happens}")
        assert laptop.left(kind) == pytest.approx(LENGTH[kind] - passed, abs=CLOSE)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("happens", [one[1] for one in HAPPENS], ids=[one[0] for one in HAPPENS])
def test_a_held_clock_stands_still_whatever_happens(tmp_path, kind, happens):
    with Laptop(tmp_path) as laptop:
        laptop.play(f"show {kind}; +1; hold {kind}; {happens}")
        assert laptop.left(kind) == pytest.approx(LENGTH[kind] - 1, abs=CLOSE)


# what a trainer does, and what is left on the clock of that kind
DONE = [
    ("item", "held and let go on", "+3; hold; +9; go; +2", 15),
    ("item", "longer", "+3; longer 2", 19),
    ("item", "longer while held", "+3; hold; longer 2; +5", 19),
    ("item", "longer when it is over", "+22; longer 5", 3),
    ("item", "shorter", "+3; shorter 4", 13),
    ("item", "shorter than what has passed", "+19.5; shorter 4", 0),
    ("item", "shorter when it is over", "+22; shorter 4", -2),
    ("item", "shorter down to a minute at the very beginning", "shorter 30", 1),
    ("item", "left and come back to", "+3; away; +9; on list; +2", 15),
    ("item", "held, left and come back to", "+3; hold; away; +9; on list; +2", 17),
    ("item", "longer, left and come back to", "+3; longer 4; away; +9; on list; +2", 19),
    ("item", "held, left, come back to and let go on", "+3; hold; away; +9; on list; +2; go; +1", 16),
    ("item", "left twice", "+1; away; +5; on list; +1; away; +5; on list; +1", 17),
    ("item", "re-timed by the plan", "+3; retime list 10", 7),
    ("item", "longer by hand, then re-timed: the plan is newer", "+3; longer 5; retime list 10", 7),
    ("item", "re-timed, then longer by hand: the hand is newer", "+3; retime list 10; longer 5", 12),
    ("item", "re-timed while held", "+3; hold; retime list 10; +5", 7),
    ("item", "re-timed and undone", "+3; retime list 10; undo", 17),
    ("item", "longer by hand, re-timed and undone", "+3; longer 5; +1; retime list 10; +2; undo; +1", 18),
    ("item", "held, re-timed and undone", "+3; hold; retime list 10; +2; undo; +1", 17),
    ("item", "longer by hand, re-timed, undone and done again", "+3; longer 5; retime list 10; undo; redo", 7),
    ("rooms", "longer by hand, re-timed and undone", "+3; longer 5; retime rooms 20; +2; undo; +1", 14),
    ("item", "repeated", "+8; repeat list; +1", 19),
    ("item", "repeated and undone", "+8; repeat list; +1; undo; +1", 10),
    ("item", "repeated, left and come back to", "+8; repeat list; +1; away; +4; on list; +1", 18),
    ("item", "held, killed and started again", "+3; hold; crash 5; +1", 17),
    ("item", "left, killed and come back to", "+3; away; +2; crash 5; on list; +1", 16),
    ("question", "held and let go on", "+3; hold; +9; go; +2", 5),
    ("question", "held, another asked, and come back to", "+3; hold; on talk/second; +4; on talk/first; +1", 7),
    ("question", "another asked in between", "+3; on talk/second; +4; on talk/first; +1", 6),
    ("question", "another item in between", "+3; away; +4; on talk/first; +1", 6),
    ("question", "longer, another asked in between", "+3; longer 2; on talk/second; +4; on talk/first; +1", 8),
    ("question", "the item held does not hold the question", "+3; hold item; +1", 6),
    ("question", "power lost while another was asked", "+3; on talk/second; reboot 4; on talk/first; +1", 6),
    ("rooms", "longer", "+3; longer 2", 14),
    ("rooms", "held and let go on", "+3; hold; +9; go; +2", 10),
    ("rooms", "still open while something else is shown", "+3; away; +4; on rooms; +1", 7),
    ("rooms", "the breakout re-timed: the rooms take all of it", "+3; retime rooms 22", 9),
    ("rooms", "longer before they were open", "+3; longer 2", 14),
    ("rooms", "open, killed, another slide, killed again", "+1; crash 1; away; +1; crash 1; on rooms; +1", 10),
]


@pytest.mark.parametrize(
    ("kind", "done", "left"), [(k, s, m) for k, _, s, m in DONE], ids=[f"{k}-{n}" for k, n, *_ in DONE]
)
def test_a_clock_follows_what_the_trainer_does(tmp_path, kind, done, left):
    with Laptop(tmp_path) as laptop:
        laptop.play(f"show {kind}; {done}")
        assert laptop.left(kind) == pytest.approx(left, abs=CLOSE)


def test_the_item_of_a_held_question_goes_on(tmp_path):
    with Laptop(tmp_path) as laptop:
        laptop.play("show question; +3; hold; +4")
        assert laptop.left("item") == pytest.approx(23, abs=CLOSE)


def test_more_time_before_the_rooms_are_open_does_not_open_them(tmp_path):
    with Laptop(tmp_path) as laptop:
        laptop.play("on rooms; +2; longer 3; +2")
        assert (laptop.read("rooms").phase, laptop.left("rooms")) == ("waiting", 18)


NIGHTS = [
    ("midnight", datetime(2026, 11, 24, 22, 57, tzinfo=UTC)),
    ("the last minutes of the year", datetime(2026, 12, 31, 22, 57, tzinfo=UTC)),
    ("the night that the clocks go forward", datetime(2026, 3, 29, 0, 57, tzinfo=UTC)),
    ("the night that the clocks go back", datetime(2026, 10, 25, 0, 57, tzinfo=UTC)),
    ("the 29th of February", datetime(2028, 2, 28, 22, 57, tzinfo=UTC)),
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("start", [one[1] for one in NIGHTS], ids=[one[0] for one in NIGHTS])
def test_no_night_takes_a_second_from_a_clock(tmp_path, zone, kind, start):
    zone("Europe/Amsterdam")
    with Laptop(tmp_path, start) as laptop:
        laptop.play(f"show {kind}; +6")
        assert laptop.left(kind) == pytest.approx(LENGTH[kind] - 6, abs=CLOSE)


@pytest.mark.parametrize(
    ("start", "back"),
    [
        (datetime(2026, 11, 24, 22, 57, tzinfo=UTC), "00:12"),  # 23:57 in winter time
        (datetime(2026, 3, 29, 0, 57, tzinfo=UTC), "03:12"),  # 01:57, and 02:00 is 03:00
        (datetime(2026, 10, 25, 0, 57, tzinfo=UTC), "02:12"),  # 02:57 in summer time, and 03:00 is 02:00
    ],
)
def test_the_time_to_be_back_is_that_of_the_wall_on_such_a_night(tmp_path, zone, english, start, back):
    zone("Europe/Amsterdam")
    with Laptop(tmp_path, start) as laptop:
        laptop.play("show rooms; +6")
        assert back in plain_text(screen_of(laptop.run, laptop.run.now(), english))


@pytest.mark.parametrize("happens", [one[1] for one in HAPPENS], ids=[one[0] for one in HAPPENS])
def test_the_projected_end_is_off_by_no_more_than_the_clock(tmp_path, happens):
    passed = next(minutes for _, script, minutes in HAPPENS if script == happens)
    with Laptop(tmp_path) as laptop:
        laptop.play(f"show item; {happens}")
        end = schedule_of(laptop.run, laptop.run.now()).expected_end
        assert end is not None
        left = (end - laptop.run.now()).total_seconds() / 60
        assert left == pytest.approx(max(20 - passed, 0) + 65, abs=CLOSE)


def test_there_are_more_than_eighty_cases():
    assert len(HAPPENS) * len(KINDS) * 2 + len(DONE) + len(NIGHTS) * len(KINDS) >= 80


def test_the_table_begins_at_nine(tmp_path):
    with Laptop(tmp_path) as laptop:
        assert laptop.run.now() == NINE
