"""Which picture of a film is shown: what a leap leaves behind is dropped, and at a stop the film stands still.

Pictures come with the microseconds from which to which they last. Nothing here knows a player or a clock.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from qpido_facilitator.show.film.clip import Clip

REACH = 2_000
"""Milliseconds behind the place of a leap within which its first picture has to be: a variable film has gaps."""


class Verdict(Struct, frozen=True):
    """What to do with a picture, and the place it stands for; `late` when it is behind the stop or the end."""

    kind: Literal["drop", "show", "stop", "end"]
    at: int
    late: bool = False


class Reel:
    """A clip of a film of `length` milliseconds, and how far the stops in it are used up."""

    def __init__(self, clip: Clip, length: int) -> None:
        self.length = length
        self.begin = min(clip.start, max(0, length - 1))
        self.end = length if clip.end is None else min(clip.end, length)
        self._ends_early = self.end < length
        self._stops = clip.stops
        self._used = self.begin
        self._target: int | None = self.begin

    def sought(self, at: int) -> int:
        """Return where a leap to a place really goes; the stops behind it count again, the one there does not."""
        self._used = self._target = max(self.begin, min(at, self.end - 1))
        return self._target

    def held(self, at: int) -> None:
        """Wait for the picture at a place, without using up or giving back a stop."""
        self._target = at

    def judge(self, start: int, end: int, *, playing: bool) -> Verdict:
        """Say what to do with the picture that lasts from `start` to `end` microseconds."""
        at = max(start // 1000, self.begin)
        if self._target is not None:
            if not self._arrived(start, end, self._target):
                return Verdict("drop", at)
            at, self._target = max(at, self._target), None
        return self._passing(start, end, at) if playing else Verdict("show", at)

    def _arrived(self, start: int, end: int, target: int) -> bool:
        return end > (target - 1) * 1000 and start <= (target + REACH) * 1000

    def _passing(self, start: int, end: int, at: int) -> Verdict:
        stop = min((one for one in self._stops if one > self._used), default=None)
        if stop is not None and stop < self.end and end > stop * 1000:
            self._used = stop
            return Verdict("stop", stop, late=start > stop * 1000)
        if self._ends_early and end >= self.end * 1000:
            return Verdict("end", self.end, late=start >= self.end * 1000)
        return Verdict("show", at)
