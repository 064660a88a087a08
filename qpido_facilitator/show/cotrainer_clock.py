"""The time as a co-trainer sees it: the trainer's countdown in seconds where those are known, else when all are back.

A co-trainer's clock may be minutes wrong. The wall time of the return follows from facts alone, so it is right on every
laptop; what is left until then is known from the beats of the trainer's laptop, or on the very machine that set it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import AnyItem, Breakout
from qpido_facilitator.run.beats import Beats
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import clock_text
from qpido_facilitator.show.breakouts import Rooms, rooms_of
from qpido_facilitator.show.clocks import rooms_set
from qpido_facilitator.show.groups import rooms_closed, rooms_opened
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.words import Words

Phase = Literal["before", "running", "over", "closed", "ended", "plenary"]


class RoomsThere(Struct, frozen=True):
    """The rooms, and whether what is left of their time is known to the second."""

    rooms: Rooms
    exact: bool


def rooms_there(view: RunView, item: AnyItem, now: datetime, beats: Beats | None, words: Words) -> RoomsThere | None:
    """Return the rooms of an exercise as the trainer's laptop has them, None while the trainer is elsewhere."""
    here = view.stage.position
    if here is None or here.item != item.id:
        return None
    held = rooms_set(view, item.id)
    # a clock that runs behind here would still see the countdown whole, and everyone back too early
    rooms = rooms_of(view, max(now, held.when) if held else now, words)
    if rooms is None:
        return None
    left = beats.left(rooms.clock.timer) if beats else None
    if left is not None and rooms.back_at is not None:
        rooms = rooms_of(view, rooms.back_at - left, words) or rooms
    exact = left is not None or rooms.back_at is None or view.same_boot()
    return RoomsThere(rooms, exact)


def phase_of(view: RunView, item: AnyItem, there: RoomsThere | None) -> Phase:
    """Return how far an exercise is."""
    if view.stage.ended is not None:
        return "ended"
    if not isinstance(item, Breakout):
        return "plenary"
    if rooms_closed(view, item) is not None:
        return "closed"
    if rooms_opened(view, item) is None:
        return "before"
    return "over" if there is not None and there.rooms.clock.remaining <= timedelta() else "running"


def clock_of(view: RunView, phase: Phase, known: RoomsThere | None, now: datetime, words: Words) -> tuple[str, str]:
    """Return the large text and the line beside it."""
    at = view.stage.position
    entry = view.agenda.entry(at.item) if at else None
    where = item_label(entry.item) if entry else ""
    there = words.say("The trainer is at {item}", item=where) if where else words.say("The trainer has not begun")
    if phase == "ended":
        return words.say("Done"), words.say("The session is over")
    if phase == "closed":
        return words.say("Closed"), there
    if phase == "before":
        return words.say("Soon"), there
    if known is None:
        return (f"{local(now):%H:%M}", there)
    rooms = known.rooms
    if not known.exact and rooms.back_at is not None:
        return f"{local(rooms.back_at):%H:%M}", words.say("Back then")
    left = max(rooms.clock.remaining, timedelta())
    text = clock_text(left.total_seconds())
    if not rooms.clock.countdown.running:
        return text, words.say("The clock is held")
    return text, words.say("Back at {time}", time=f"{local(rooms.back_at):%H:%M}") if rooms.back_at else ""
