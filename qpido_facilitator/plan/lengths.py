"""How long an item takes on paper, and what of it are the rooms of a breakout."""

from __future__ import annotations

from collections.abc import Mapping

from qpido_facilitator.plan.model import AnyItem, Breakout, Discussion

LEAST_ROOMS = 1.0


def planned_length(item: AnyItem, times: Mapping[str, float | None] | None = None) -> float | None:
    """Return the minutes an item takes, None when nobody knows.

    A discussion without minutes of its own takes those of its questions, when each of them has some; `times`
    are questions' minutes that changed since.
    """
    if item.minutes is not None or not isinstance(item, Discussion) or not item.questions:
        return item.minutes
    minutes = [(times or {}).get(asked.id, asked.minutes) for asked in item.questions]
    known = [one for one in minutes if one is not None]
    return sum(known) if len(known) == len(minutes) else None


def rooms_length(item: Breakout, minutes: float | None) -> float | None:
    """Return the minutes in the rooms of a breakout that now takes `minutes`.

    Explaining, opening and closing take as long as ever, so the rooms take the whole of a change, down to one minute.
    """
    if item.rooms is None or item.minutes is None or minutes is None:
        return item.rooms
    return max(item.rooms + minutes - item.minutes, min(item.rooms, LEAST_ROOMS))
