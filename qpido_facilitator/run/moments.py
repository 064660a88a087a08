"""When a fact happened.

Facts carry `up`: milliseconds since their writer opened. A wall reading stands in `writer.opened`, and in a
`clock.stepped` fact whenever wall and `up` drift apart. A trainer's starts of one boot share one axis, so a
crash in the middle of a countdown costs no second; a co-trainer's have one each, because a boot's name is only
a claim, and nobody may bend the time of another. The newest reading of an axis is believed, also for what came before
it: a clock that was an hour wrong and then corrected leaves no hour in the log.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from qpido_facilitator.clock import Clock
from qpido_facilitator.journal.envelope import Fact
from qpido_facilitator.run.facts import data_of
from qpido_facilitator.run.people import OPENED, WriterOpened

STEPPED = "clock.stepped"
DRIFT = timedelta(seconds=2)


class ClockStepped(Struct, frozen=True):
    """On `writer/<id>/clock`: what the wall says now; the envelope's `up` says when now is."""

    wall: str


class Moments:
    """Turns facts into moments."""

    def __init__(self, clock: Clock, writer: str) -> None:
        self._clock = clock
        self._writer = writer
        self._axis: dict[str, str] = {}
        self._opened: dict[str, int] = {}
        self._readings: dict[str, tuple[int, datetime]] = {}

    def settle(self, fact: Fact, *, trainer: bool) -> None:
        """Take in a reading, if this fact has one."""
        opened = data_of(fact, OPENED, WriterOpened)
        if opened is not None:
            # without a boot's name every start has an axis of its own
            self._axis[fact.writer] = (opened.boot if trainer else "") or fact.writer
            self._opened[fact.writer] = opened.ticks
            self._read(fact.writer, opened.ticks, opened.wall)
        stepped = data_of(fact, STEPPED, ClockStepped)
        if stepped is not None and fact.writer in self._opened:
            self._read(fact.writer, self._opened[fact.writer] + fact.up, stepped.wall)

    def when(self, fact: Fact) -> datetime:
        """Return the moment of a fact, in UTC."""
        reading = self._readings.get(self._axis.get(fact.writer, ""))
        if reading is not None:
            ticks, wall = reading
            with contextlib.suppress(OverflowError):
                return wall - timedelta(milliseconds=ticks - self._opened[fact.writer] - fact.up)
        return datetime.fromisoformat(fact.at[:-5].replace("Z", "+00:00"))

    def on_own_axis(self, fact: Fact) -> bool:
        """Say whether passed time, and not only the wall, lies between a fact and now.

        A co-trainer's start has an axis of its own, but it knows its own boot: a trainer's fact of that is as near.
        """
        axis = self._axis.get(fact.writer)
        return axis == self._axis.get(self._writer, self._clock.boot) or (axis or "") == self._clock.boot != ""

    def now(self) -> datetime:
        """Return this moment on the same axis as the facts of this boot."""
        reading = self._readings.get(self._axis.get(self._writer, self._clock.boot))
        if reading is None:
            return self._clock.utc()
        ticks, wall = reading
        return wall + timedelta(milliseconds=self._clock.up() - ticks)

    def _read(self, writer: str, ticks: int, wall: str) -> None:
        axis = self._axis[writer]
        try:
            reading = ticks, datetime.fromisoformat(wall).astimezone(UTC)
        except (ValueError, OverflowError):
            return
        self._readings[axis] = max(reading, self._readings.get(axis, reading))
