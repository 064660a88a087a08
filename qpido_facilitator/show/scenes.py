"""Which page the trainer works on: talking, opening rooms, groups at work, their harvest, or the care card."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from qpido_facilitator.plan.model import Breakout, Harvest
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.clocks import rooms_clock

Scene = Literal["talk", "opening", "rooms", "harvest", "care"]


def scene_of(view: RunView, now: datetime) -> Scene:
    """Return the page for the step that is on; a breakout without a length has no clock to wait for."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if entry is None:
        return "talk"
    if isinstance(entry.item, Harvest):
        return "harvest"
    if not isinstance(entry.item, Breakout):
        return "talk"
    rooms = rooms_clock(view, now)
    return "opening" if rooms is not None and not rooms.started else "rooms"
