from __future__ import annotations

from datetime import timedelta

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.journal.hlc import GUARD, HybridClock, stamp


def test_stamps_keep_rising_while_the_wall_stands_still(clock: ManualClock) -> None:
    hybrid = HybridClock(clock)
    stamps = [hybrid.next() for _ in range(25_000)]

    assert stamps == sorted(set(stamps))


def test_stamps_keep_rising_when_the_wall_goes_back_a_day(clock: ManualClock) -> None:
    hybrid = HybridClock(clock)
    before = hybrid.next()
    clock.set_wall(clock.utc() - timedelta(days=1))

    assert hybrid.next() > before


def test_a_stamp_follows_the_stamp_of_another_laptop_that_is_minutes_ahead(clock: ManualClock) -> None:
    hybrid = HybridClock(clock)
    heard = f"{stamp(clock.utc() + timedelta(minutes=5))}.0007"
    hybrid.observe(heard)

    assert hybrid.next() > heard


def test_a_laptop_that_is_a_day_ahead_is_not_followed(clock: ManualClock) -> None:
    hybrid = HybridClock(clock)
    hybrid.observe(f"{stamp(clock.utc() + timedelta(days=1))}.0000")

    assert hybrid.next() < stamp(clock.utc() + GUARD)
