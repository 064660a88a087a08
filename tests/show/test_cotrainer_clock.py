"""The time in a co-trainer's window, whatever the clock of that laptop says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from qpido_facilitator.clock import ManualClock, local
from qpido_facilitator.run.run import Identity
from qpido_facilitator.show.beats import beat_of
from qpido_facilitator.show.clocks import rooms_clock
from qpido_facilitator.show.cotrainer import screen_for
from tests.builders import FakeDisk, Speaker
from tests.exercise import Exercise

WRONG = (timedelta(minutes=7), timedelta(minutes=-7), timedelta(hours=-3))


class Beside(Exercise):
    """A trainer whose rooms are open for five minutes, and a co-trainer whose clock is wrong by so much."""

    def __init__(self, folder, wrong):
        super().__init__(folder)
        clock = ManualClock(self.clock.utc() + wrong, boot="h")
        self.other = Speaker(folder / "other", Identity(self.room.run, None, "co-trainer"), clock, disk=FakeDisk())
        self.room.laptops.append(self.other)
        self.open()
        self.back_at = self.trainer.now() + timedelta(minutes=15)
        self.after(5)
        self.share()

    def beat(self):
        """Let a beat of the trainer's laptop arrive."""
        beat = beat_of(self.trainer, self.trainer.now())
        assert beat is not None
        self.other.whispering.beats.hear(beat, self.other.clock.up())

    def seen(self, words):
        run = self.other
        shown = screen_for(
            run, self.item(run=run), 2, 10_000, None, run.now(), words, run.presence, run.whispering.beats
        )
        return shown.phase, shown.clock, shown.below


@pytest.fixture(params=WRONG, ids=str)
def beside(request, tmp_path):
    with Beside(tmp_path, request.param) as made:
        yield made


def test_with_beats_it_counts_the_trainers_seconds(beside, english):
    beside.beat()
    beside.after(1 / 60)
    back = f"Back at {local(beside.back_at):%H:%M}"
    assert beside.seen(english) == ("running", "09:59", back)


def test_without_beats_it_says_when_everyone_is_back(beside, english):
    assert beside.seen(english)[1:] == (f"{local(beside.back_at):%H:%M}", "Back then")


def test_when_the_beats_fail_it_says_so_again_and_then_stays_with_it(beside, english):
    beside.beat()
    seen = []
    for _ in range(3):
        beside.after(10 / 60)
        seen.append(beside.seen(english)[2])
        beside.beat()
        seen.append(beside.seen(english)[2])
    assert seen == ["Back then"] * 6


def test_a_clock_that_is_held_stands_still_at_what_is_left(beside, english):
    clock = rooms_clock(beside.trainer, beside.trainer.now())
    beside.trainer.timers.set(clock.timer, replace(clock.countdown, running=False))
    beside.share()
    assert beside.seen(english)[1:] == ("10:00", "The clock is held")


def test_by_the_beat_the_time_is_over_when_it_is_over_for_the_trainer(beside, english):
    beside.after(11)
    beside.beat()
    assert beside.seen(english)[:2] == ("over", "00:00")
