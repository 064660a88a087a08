"""What of a film is shown, and how its places are said."""

from __future__ import annotations

from msgspec import Struct

from qpido_facilitator.plan.amounts import seconds
from qpido_facilitator.plan.model import Film


class Clip(Struct, frozen=True):
    """From where to where, and where it pauses; `end` None is the end of the film."""

    start: int = 0
    end: int | None = None
    stops: tuple[int, ...] = ()

    def length(self, whole: int) -> int:
        """Return how long the clip is in a film of `whole` milliseconds."""
        end = whole if self.end is None else min(self.end, whole)
        return max(0, end - self.start)


def clip_of(film: Film) -> Clip:
    """Return the clip that a session asks for."""
    start = milliseconds(film.start) if film.start else 0
    end = milliseconds(film.end) if film.end else None
    return Clip(start, end, tuple(sorted(milliseconds(stop.at) for stop in film.stops)))


def milliseconds(written: str) -> int:
    """Return a place as a session file writes it, "m:ss", in milliseconds."""
    return seconds(written) * 1000


def at_text(at: int) -> str:
    """Return "03:48", or "1:05:00" from an hour on: the second that is on, not the one to come."""
    minutes, rest = divmod(max(0, at) // 1000, 60)
    if minutes < 60:
        return f"{minutes:02}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
