"""How many minutes ahead or behind is told, without a number that goes to and fro at the edge of a minute."""

from __future__ import annotations

from datetime import timedelta

HOLD = timedelta(seconds=20)
"""What is told stays as long as so much more or less would make it true again."""
BEHIND = timedelta(minutes=2)
NOTHING = timedelta()


def minutes_told(drift: timedelta) -> int:
    """Return a drift in whole minutes, 0 while it is too small to speak of."""
    return 0 if abs(drift) < BEHIND else round(drift.total_seconds() / 60)


class Pacing:
    """Remembers what was told last; ask it at every tick."""

    def __init__(self) -> None:
        self._told: int | None = None

    def told(self, drift: timedelta) -> int:
        """Return the minutes to tell of a drift: those told last, unless it is clearly another number by now."""
        fresh = minutes_told(drift)
        if self._told is not None and fresh != self._told:
            back = HOLD if fresh < self._told else -HOLD
            if minutes_told(drift + back) == self._told:
                return self._told
        self._told = fresh
        return fresh
