"""The schedule of a run at a moment, as it is or as it would be after some changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec.structs import replace

from qpido_facilitator.plan.lengths import rooms_length
from qpido_facilitator.plan.model import Breakout
from qpido_facilitator.run.agenda import walk_of
from qpido_facilitator.run.change import Change, Retime, RetimeQuestion, SkipQuestion, as_if, end_as_if
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.breakouts import rooms_need
from qpido_facilitator.show.clocks import NOTHING, StepClock, item_clock, rooms_clock
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
        outlook=Outlook(_ahead(view, entries if changes else None), _rest(view, changes, now)),
        frame=Frame(view.arrival.start_at, view.ending.late, end_as_if(view.ending.end_at, changes)),
    )


def _ahead(view: RunView, entries: tuple[Entry, ...] | None) -> tuple[str, ...] | None:
    """Return the items that Next leads to, in order; None when the step that is on is in no walk."""
    here = view.stage.position
    on = here.where if here else None
    steps = view.agenda.steps(on)
    if entries is not None:
        steps = walk_of((entry for entry in entries if not entry.skipped or (on and entry.item.id == on.item)), on)
    if here is None:
        return tuple(dict.fromkeys(step.item for step in steps))
    if here.where not in steps:
        return None
    return tuple(dict.fromkeys(step.item for step in steps[steps.index(here.where) + 1 :]))


def item_clock_as_if(view: RunView, now: datetime, changes: Iterable[Change]) -> StepClock | None:
    """Return the clock of the item that is on, as if these changes were made."""
    clock, length = item_clock(view, now), _new_length(view, changes)
    if clock is None or length is None:
        return clock
    return replace(clock, countdown=replace(clock.countdown, timebox=timedelta(minutes=length)))


def _rest(view: RunView, changes: tuple[Change, ...], now: datetime) -> timedelta | None:
    """Return what the item that is on still needs, by its clock and by its rooms."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if entry is None:
        return None
    clock, rooms = item_clock_as_if(view, now, changes), rooms_clock(view, now)
    rest = clock.remaining if clock else NOTHING
    if rooms and isinstance(entry.item, Breakout):
        length = _new_length(view, changes)
        work = None if length is None else rooms_length(entry.item, length)
        rest = max(rest, rooms_need(view, rooms, None if work is None else timedelta(minutes=work)))
    return max(rest, NOTHING)


def _new_length(view: RunView, changes: Iterable[Change]) -> float | None:
    """Return the minutes that these changes give the item that is on, None when they give it none."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    kinds = Retime | RetimeQuestion | SkipQuestion
    mine = [one for one in changes if isinstance(one, kinds) and entry and one.item == entry.item.id]
    # questions make a new length only where the item has none of its own
    if entry is None or not any(isinstance(one, Retime) or entry.item.minutes is None for one in mine):
        return None
    return as_if((entry,), mine)[0].minutes
