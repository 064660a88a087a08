"""The hybrid logical clock: it orders facts and breaks ties, and is never read as a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from qpido_facilitator.clock import Clock

GUARD = timedelta(minutes=10)
"""How far another laptop's clock may run ahead before we stop following it."""


class HybridClock:
    """Stamps that never go back, whatever the wall does."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = ""
        self._count = 0

    def next(self) -> str:
        """Return the next stamp: later than every stamp given or observed before."""
        now = stamp(self._clock.utc())
        if now > self._last:
            self._last, self._count = now, 0
        elif self._count < 9999:
            self._count += 1
        else:
            self._last, self._count = stamp(_moment(self._last) + timedelta(milliseconds=1)), 0
        return f"{self._last}.{self._count:04d}"

    def observe(self, at: str) -> None:
        """Move past a stamp of another writer, unless its clock is plainly wrong."""
        moment, count = at[:-5], int(at[-4:])
        if (moment, count) > (self._last, self._count) and moment <= stamp(self._clock.utc() + GUARD):
            self._last, self._count = moment, count


def stamp(moment: datetime) -> str:
    """Return a moment in UTC as text of one width, which sorts as the moments do."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
