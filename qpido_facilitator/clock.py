"""Time comes in by this door, and by no other.

A clock gives two readings. `utc` is what the wall says: it can be wrong, and it can jump. `up` counts
milliseconds without ever going back, sleep included: durations come from it.
"""

from __future__ import annotations

import contextlib
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """The two readings, and the name of the boot that `up` counts from ("" when unknown)."""

    boot: str

    def utc(self) -> datetime:
        """Return what the wall says, aware, in UTC."""

    def up(self) -> int:
        """Return milliseconds since some fixed moment of this boot; time asleep counts."""


def _boot_name() -> str:
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return ""


def _up_source() -> int | None:
    """Return the id of a monotonic clock that counts sleep, or None where `time.monotonic` already does.

    Linux has CLOCK_BOOTTIME. On macOS it is CLOCK_MONOTONIC, while `time.monotonic` stops in sleep there.
    On Windows `time.monotonic` counts sleep. Only Linux was tried.
    """
    if sys.platform == "linux":
        return time.CLOCK_BOOTTIME
    if sys.platform == "darwin":
        return time.CLOCK_MONOTONIC
    return None


class SystemClock:
    """The clock of this machine."""

    def __init__(self) -> None:
        self.boot = _boot_name()
        self._source = _up_source()

    def utc(self) -> datetime:
        """Return what the wall says."""
        return datetime.now(UTC)

    def up(self) -> int:
        """Return milliseconds since this machine started, time asleep included."""
        if self._source is None:
            return time.monotonic_ns() // 1_000_000
        return time.clock_gettime_ns(self._source) // 1_000_000  # type: ignore[attr-defined,unused-ignore]


_A_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class ManualClock:
    """A clock that moves only when told: for rehearsals and for tests."""

    def __init__(self, start: datetime = datetime(2026, 11, 24, 9, 0, tzinfo=UTC), boot: str = "manual") -> None:
        self.boot = boot
        self._wall = start
        self._up = 0.0

    def utc(self) -> datetime:
        """Return the wall time it was moved to."""
        return self._wall

    def up(self) -> int:
        """Return the milliseconds it was moved by."""
        return int(self._up)

    def advance(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass, awake or asleep."""
        passed = timedelta(minutes=minutes, seconds=seconds)
        self._wall += passed
        self._up += passed.total_seconds() * 1000

    def set_wall(self, wall: datetime) -> None:
        """Change what the wall says without any time passing, as a hand-set clock does."""
        self._wall = wall


def local(moment: datetime) -> datetime:
    """Return a moment as the wall of this laptop shows it."""
    return moment.astimezone()
