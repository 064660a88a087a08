"""What the trainer's laptop says of its countdown, for laptops whose clock is another."""

from __future__ import annotations

from datetime import datetime

from qpido_facilitator.run.beats import Beat
from qpido_facilitator.run.people import TRAINER
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.clocks import rooms_clock


def beat_of(view: RunView, now: datetime) -> Beat | None:
    """Return the beat of the rooms' countdown, None while none runs; only a trainer's laptop has one.

    A countdown that is held needs none: what is left of it stands in its fact.
    """
    clock = rooms_clock(view, now) if view.people.role(view.writer) == TRAINER else None
    if clock is None or not clock.started or not clock.countdown.running:
        return None
    left = round(clock.remaining.total_seconds() * 1000)
    said = view.registers.winner(f"timer/{clock.timer}")
    return Beat(clock.timer, f"{said.h[:20] if said else ''} {clock.countdown.timebox.total_seconds():.0f}", left)
