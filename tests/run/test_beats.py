"""The beat of a countdown: the seconds of the trainer's laptop, without going back and forth."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.beats import Beat, Beats
from qpido_facilitator.run.presence import EXPIRES


@pytest.fixture
def beats(clock):
    return Beats(clock)


def hear(beats, clock, left, *, late=0.0, of="x"):
    """Hear a beat that said `left` seconds, so many seconds after it was said."""
    clock.advance(seconds=late)
    beats.hear(Beat("t", of, round(left * 1000)), clock.up())


def left(beats):
    found = beats.left("t")
    return None if found is None else found.total_seconds()


def test_between_two_beats_it_counts_by_itself(beats, clock):
    hear(beats, clock, 100)
    clock.advance(seconds=1.5)
    assert left(beats) == 98.5


def test_a_beat_that_was_under_way_for_longer_puts_nothing_back(beats, clock):
    hear(beats, clock, 100)
    hear(beats, clock, 98, late=3)
    assert left(beats) == 97


def test_a_beat_that_came_faster_is_nearer_to_the_truth(beats, clock):
    hear(beats, clock, 100, late=1)
    hear(beats, clock, 97, late=2)
    assert left(beats) == 97


def test_minutes_more_count_at_once(beats, clock):
    hear(beats, clock, 100)
    hear(beats, clock, 218, late=2, of="y")
    assert left(beats) == 218


def test_without_beats_for_six_seconds_nothing_is_known(beats, clock):
    hear(beats, clock, 100)
    clock.advance(seconds=EXPIRES / 1000)
    assert left(beats) is None


def test_of_another_countdown_nothing_is_known(beats, clock):
    hear(beats, clock, 100)
    assert beats.left("another") is None


def test_once_they_failed_one_beat_brings_no_seconds_back_but_three_in_time_do(beats, clock):
    hear(beats, clock, 100)
    seen = []
    for at in (90, 88, 86):
        hear(beats, clock, at, late=10 if at == 90 else 2)
        seen.append(left(beats))
    assert seen == [None, None, 86]


def test_on_a_slow_channel_the_seconds_do_not_come_and_go(beats, clock):
    hear(beats, clock, 100)
    seen = []
    for at in (85, 70, 55):
        hear(beats, clock, at, late=15)
        seen.append(left(beats))
    assert seen == [None] * 3


def test_while_beats_come_every_other_second_the_seconds_never_go(beats, clock):
    seen = []
    for at in range(100, 0, -2):
        hear(beats, clock, at)
        clock.advance(seconds=1)
        seen.append(left(beats))
        clock.advance(seconds=1)
    assert seen == [at - 1 for at in range(100, 0, -2)]
