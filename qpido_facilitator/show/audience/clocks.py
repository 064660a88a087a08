"""Countdowns for participants. They never see over time: at nought it says so and stays there."""

from __future__ import annotations

from math import ceil
from typing import Literal

from qpido_facilitator.show.audience.slides import ClockFace
from qpido_facilitator.words import Words


def clock_face(
    kind: Literal["pill", "ring", "big"], left: float, length: float, words: Words, back_at: str = ""
) -> ClockFace:
    """Return the face of a countdown with `left` of `length` seconds to go."""
    if left <= 0:
        return ClockFace(kind, words.say("Time is up"), 0.0, back_at)
    fraction = min(1.0, left / length) if length > 0 else 1.0
    return ClockFace(kind, clock_text(left), fraction, back_at)


def clock_text(seconds: float) -> str:
    """Return "03:40", or "1:05:00" from an hour on; a second that has begun still counts."""
    whole = max(0, ceil(seconds))
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes:02}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
