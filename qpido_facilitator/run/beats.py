"""The beat of the trainer's countdown: what is left of it by the trainer's laptop, said again every two seconds.

A co-trainer's clock may be minutes wrong, so what a beat says is laid on the milliseconds that pass here. A beat can
only come late, never early: of several about one countdown the one that leaves the least counts. On a channel that is
too slow for that the seconds would come and go, so once they failed it takes three beats in time to show them again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from msgspec import Meta, Struct

from qpido_facilitator.clock import Clock
from qpido_facilitator.run.presence import EXPIRES

_DAY = 24 * 60 * 60 * 1000
_ENOUGH = 3

Word = Annotated[str, Meta(max_length=120)]


class Beat(Struct, frozen=True):
    """`timer` is the running countdown, `of` any word for how it was set last, `left` milliseconds of it."""

    timer: Word
    of: Word
    left: Annotated[int, Meta(ge=-_DAY, le=_DAY)]


class Beats:
    """The countdown as the beats of a trainer's laptop tell it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: Beat | None = None
        self._heard = 0
        self._zero = 0
        self._in_time = _ENOUGH

    def hear(self, beat: Beat, up: int) -> None:
        """Take in a beat that was read when this laptop's milliseconds were `up`."""
        zero = up + beat.left
        same = self._last is not None and (self._last.timer, self._last.of) == (beat.timer, beat.of)
        if same:
            self._in_time = self._in_time + 1 if up - self._heard < EXPIRES else 1
            self._zero = min(self._zero, zero)
        else:
            self._in_time, self._zero = _ENOUGH, zero
        self._last, self._heard = beat, up

    def left(self, timer: str) -> timedelta | None:
        """Return what is left of a countdown, None when no beat tells it now."""
        now = self._clock.up()
        if self._last is None or self._last.timer != timer or now - self._heard >= EXPIRES:
            return None
        return timedelta(milliseconds=self._zero - now) if self._in_time >= _ENOUGH else None
