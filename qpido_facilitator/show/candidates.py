"""What could give time back: for each item, how much shorter it may be, and whether it may be left out.

Never core, never done, never under a minimum, never less than what has passed. An item without `min` is not made
shorter, unless its questions have minimums: then those are. A breakout whose harvest is still to come is not left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from math import ceil
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.lengths import rooms_length
from qpido_facilitator.plan.model import Breakout, Discussion, Harvest
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Change, Retime, RetimeQuestion, Skip
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.show.schedule import Row, Schedule, span

NOTHING = timedelta()
MINUTE = timedelta(minutes=1)


class Running(Struct, frozen=True):
    """The item that is on: its length and what has passed by its clock; of its rooms what passed, and what comes first.

    `rooms_first` is opening them, as long as they are closed.
    """

    item: str
    length: timedelta
    elapsed: timedelta
    rooms_elapsed: timedelta | None = None
    rooms_first: timedelta = NOTHING


class Cut(Struct, frozen=True):
    """One way to give time back: these changes, and how much sooner the session ends by them."""

    changes: tuple[Change, ...]
    gain: timedelta
    was: float = 0.0
    now: float = 0.0


class Candidate(Struct, frozen=True):
    """An item that can give time back. `cuts` make it shorter, the mildest first; `skip` leaves it out."""

    item: str
    kind: Literal["shorten", "question"]
    cuts: tuple[Cut, ...] = ()
    skip: Cut | None = None

    @property
    def base(self) -> timedelta:
        """Return what it gives when it is made as short as it may be."""
        return self.cuts[-1].gain if self.cuts else NOTHING

    @property
    def best(self) -> timedelta:
        """Return the most it gives."""
        return max(self.base, self.skip.gain if self.skip else NOTHING)

    def at_least(self, gain: timedelta) -> Cut:
        """Return the mildest cut that gives so much, the deepest when none does."""
        return next((cut for cut in self.cuts if cut.gain >= gain), self.cuts[-1])


def candidates(
    entries: Iterable[Entry], plan: Schedule, running: Running | None = None, asked: frozenset[Step] = frozenset()
) -> tuple[Candidate, ...]:
    """Return the items that can give time back, in the order of the agenda; `asked` are the steps that were on."""
    entries = tuple(entries)
    harvested = {e.item.of for e in entries if isinstance(e.item, Harvest) and _is_open(plan.row(e.item.id))}
    found = []
    for entry in entries:
        row = plan.row(entry.item.id)
        if row is None or not _is_open(row) or entry.item.core:
            continue
        own = running if running and running.item == entry.item.id else None
        whole = entry.item.min is not None
        cuts = _shorter(entry, row, own) if whole else _questions_shorter(entry, row, own, asked)
        skip = None if entry.item.id in harvested else _left_out(entry, row)
        if cuts or skip:
            found.append(Candidate(entry.item.id, "shorten" if whole else "question", cuts, skip))
    return tuple(found)


def _is_open(row: Row | None) -> bool:
    return row is not None and row.state in ("now", "planned")


def _left_out(entry: Entry, row: Row) -> Cut | None:
    if not entry.item.optional or row.state != "planned" or entry.minutes is None or row.rest <= NOTHING:
        return None
    return Cut((Skip(entry.item.id),), row.rest, entry.minutes)


def _shorter(entry: Entry, row: Row, running: Running | None) -> tuple[Cut, ...]:
    """Return the lengths an item may come down to, a whole minute at a time and at last its minimum."""
    if entry.minutes is None or entry.item.min is None:
        return ()
    length = running.length / MINUTE if running else entry.minutes
    least = max(entry.item.min, _passed(entry, row, running))
    cuts: dict[timedelta, Cut] = {}
    for minutes in _lengths(length, least):
        gain = row.rest - _rest(entry, row, running, minutes)
        # a deeper cut that gives no more is none
        cuts.setdefault(gain, Cut((Retime(entry.item.id, minutes),), gain, length, minutes))
    return tuple(cut for cut in cuts.values() if cut.gain > NOTHING)


def _lengths(length: float, least: float) -> list[float]:
    whole = [float(minutes) for minutes in range(ceil(length) - 1, ceil(least) - 1, -1)]
    return [*whole, *([least] if least < length and least not in whole else [])]


def _passed(entry: Entry, row: Row, running: Running | None) -> float:
    """Return the whole minutes that an item has had already, which nobody can take back."""
    spent = running.elapsed if running else row.spent
    least = float(ceil(spent / MINUTE)) if spent else 0.0
    if running and running.rooms_elapsed is not None and isinstance(entry.item, Breakout) and entry.item.rooms:
        around = running.length / MINUTE - (rooms_length(entry.item, running.length / MINUTE) or 0.0)
        least = max(least, around + ceil(running.rooms_elapsed / MINUTE))
    return least


def _rest(entry: Entry, row: Row, running: Running | None, minutes: float) -> timedelta:
    """Return what an item of another length would still take."""
    if running is None:
        return max(span(minutes) - row.spent, NOTHING)
    rest = span(minutes) - running.elapsed
    if running.rooms_elapsed is not None and isinstance(entry.item, Breakout):
        work = (rooms_length(entry.item, minutes) or 0.0) * MINUTE
        rest = max(rest, running.rooms_first + work - running.rooms_elapsed)
    return max(rest, NOTHING)


def _questions_shorter(entry: Entry, row: Row, running: Running | None, asked: frozenset[Step]) -> tuple[Cut, ...]:
    """Return the ways in which the questions still to come may take less, the largest room first."""
    if not isinstance(entry.item, Discussion) or entry.minutes is None:
        return ()
    left = [one.id for one in entry.item.questions if one.id not in entry.left_out]
    questions = [entry.question(name) for name in left if Step(entry.item.id, name) not in asked]
    room = {one.id: (one.minutes, one.min) for one in questions if one and one.minutes and one.min is not None}
    most = min(sum(max(now - least, 0.0) for now, least in room.values()), row.rest / MINUTE)
    length = running.length / MINUTE if running else entry.minutes
    cuts = []
    for less in _lengths(most, 0.0):
        given = most - less
        cuts.append(Cut(_questions_cut(entry, room, length, given), given * MINUTE, length, length - given))
    return tuple(cut for cut in cuts if cut.gain > NOTHING)


def _questions_cut(
    entry: Entry, room: dict[str, tuple[float, float]], length: float, given: float
) -> tuple[Change, ...]:
    changes: list[Change] = []
    left = given
    for name, (now, least) in sorted(room.items(), key=lambda one: one[1][1] - one[1][0]):
        cut = min(now - least, left)
        if cut > 0:
            changes.append(RetimeQuestion(entry.item.id, name, now - cut))
            left -= cut
    if entry.item.minutes is not None:
        changes.append(Retime(entry.item.id, length - given))
    return tuple(changes)
