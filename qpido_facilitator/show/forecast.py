"""The schedule of a run at a moment, as it is or as it would be after some changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from qpido_facilitator.plan.lengths import rooms_length
from qpido_facilitator.plan.model import Breakout
from qpido_facilitator.run.agenda import walk_of
from qpido_facilitator.run.change import Change, Retime, RetimeQuestion, as_if, end_as_if
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.breakouts import rooms_need
from qpido_facilitator.show.clocks import NOTHING, item_clock, rooms_clock
from qpido_facilitator.show.schedule import Frame, Outlook, Schedule, schedule


def schedule_of(view: RunView, now: datetime, changes: Iterable[Change] = ()) -> Schedule:
    """Return the schedule of a run at a moment, as if these changes were made."""
    changes = tuple(changes)
    head = view.agenda.head
    entries = as_if(view.agenda.entries, changes) if changes else view.agenda.entries
    return schedule(
        entries,
        view.stage.visits(),
        head.minutes if head else None,
        now,
        ended=view.stage.ended is not None,
        outlook=Outlook(_ahead(view, entries if changes else None), _rest(view, entries, changes, now)),
        frame=Frame(view.arrival.start_at, view.ending.late, end_as_if(view.ending.end_at, changes)),
    )


def _ahead(view: RunView, entries: tuple[Entry, ...] | None) -> tuple[str, ...] | None:
    """Return the items that Next leads to, in order; None when the step that is on is in no walk."""
    here = view.stage.position
    on = here.item if here else None
    steps = view.agenda.steps(on)
    if entries is not None:
        steps = walk_of(entry for entry in entries if not entry.skipped or entry.item.id == on)
    if here is None:
        return tuple(dict.fromkeys(step.item for step in steps))
    if here.where not in steps:
        return None
    return tuple(dict.fromkeys(step.item for step in steps[steps.index(here.where) + 1 :]))


def _rest(view: RunView, entries: tuple[Entry, ...], changes: tuple[Change, ...], now: datetime) -> timedelta | None:
    """Return what the item that is on still needs, by its clock and by its rooms."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None:
        return None
    changed = any(isinstance(one, Retime | RetimeQuestion) and one.item == here.item for one in changes)
    other = next((one for one in entries if one.item.id == here.item), entry) if changed else entry
    clock, rooms = item_clock(view, now), rooms_clock(view, now)
    rest = clock.remaining if clock else NOTHING
    if changed and clock and other.minutes is not None:
        rest = timedelta(minutes=other.minutes) - clock.countdown.elapsed
    if rooms and isinstance(other.item, Breakout):
        length = rooms_length(other.item, other.minutes) if changed else None
        rest = max(rest, rooms_need(view, rooms, None if length is None else timedelta(minutes=length)))
    return max(rest, NOTHING)
