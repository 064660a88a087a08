"""When a soft chime is due: once for every time a clock that wants one reaches zero, and never late.

Opening the app, going to a step whose time was up already, and waking from sleep well after zero are silent.
"""

from __future__ import annotations

from datetime import timedelta

from qpido_facilitator.show.clocks import NOTHING, StepClock

LATE = timedelta(seconds=10)


class Bell:
    """Listens to the clock that matters; ask it at every tick."""

    def __init__(self) -> None:
        self._waiting = ""

    def rings(self, clock: StepClock | None) -> bool:
        """Say whether to chime now."""
        if clock is None or not clock.started:
            self._waiting = ""
            return False
        if clock.remaining > NOTHING:
            self._waiting = clock.timer
            return False
        due = self._waiting == clock.timer and clock.at_zero == "chime" and clock.remaining > -LATE
        self._waiting = ""
        return due
