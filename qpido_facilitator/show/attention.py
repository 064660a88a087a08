"""Which group needs someone: what is known of each, which are silent, and where to go next.

What counts as an alarm follows from who writes. With someone in each group, five minutes without a word while others
write is silence. With someone going round it is silence only after a visit, and before that the group is simply not
visited yet. A note taker of the group itself hands in afterwards, and where nobody writes nothing is expected.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.plan.model import AnyItem, Breakout, Staffing
from qpido_facilitator.run.groups import Group
from qpido_facilitator.run.notes import Note
from qpido_facilitator.run.view import RunView
from qpido_facilitator.run.visits import Visited
from qpido_facilitator.show.groups import groups_of, notes_in, rooms_closed, rooms_opened

SILENT = timedelta(minutes=5)


class GroupRow(Struct, frozen=True):
    """What is known of a group before it is told in words."""

    group: Group | None
    notes: Mapping[str, tuple[Note, ...]]
    asked: frozenset[str]
    active: datetime | None
    visits: tuple[Visited, ...]
    help: datetime | None

    @property
    def id(self) -> int | None:
        """Return the id of the group."""
        return self.group.id if self.group else None

    @property
    def here(self) -> bool:
        """Say whether someone is with the group now."""
        return any(visit.here for visit in self.visits)


def staffing_of(item: AnyItem) -> Staffing:
    """Return who writes in a breakout; somebody going round when nobody decided."""
    return (item.staffing if isinstance(item, Breakout) else None) or "going-round"


def rows_of(view: RunView, item: AnyItem) -> list[GroupRow]:
    """Return what is known of each group of an item, and last of the plenary when that said something or is alone."""
    began = rooms_opened(view, item)
    rows: list[GroupRow] = []
    for group in groups_of(view, item):
        if group.into is not None:
            continue
        row = _row(view, item, group, began)
        if (group.open and group.known and row.asked) or row.active:
            rows.append(row)
    plenary = _row(view, item, None, began)
    return [*rows, plenary] if plenary.active or not rows else rows


def _row(view: RunView, item: AnyItem, group: Group | None, began: datetime | None) -> GroupRow:
    notes = {asked.id: notes_in(view, item, asked, group) for asked in item.questions}
    every = [view.notes.arrived(note.id) for found in notes.values() for note in found]
    ids = group.ids if group else ()
    visits = [one for each in ids for one in view.visits.visits(item, each) if began is None or one.when >= began]
    asked = frozenset(one.id for one in item.questions if group is None or group.answers(one.groups))
    asking = [since for each in ids if (since := view.help.asked(item, each)) and (began is None or since >= began)]
    visits.sort(key=lambda one: one.when, reverse=True)
    return GroupRow(group, notes, asked, max(every, default=None), tuple(visits), min(asking, default=None))


def at_work(view: RunView, item: AnyItem) -> bool:
    """Say whether groups are at work: the rooms were opened and not closed since."""
    return rooms_opened(view, item) is not None and rooms_closed(view, item) is None


def silent_groups(view: RunView, item: AnyItem, rows: list[GroupRow], now: datetime) -> frozenset[int]:
    """Return the groups that say nothing while others do."""
    opened, staffing = rooms_opened(view, item), staffing_of(item)
    if opened is None or not at_work(view, item) or staffing in ("note-taker", "nobody"):
        return frozenset()
    found = set()
    for row in rows:
        if row.group is None or not any(not row.notes[name] for name in row.asked):
            continue
        since = max((opened, *([row.active] if row.active else ())))
        if staffing == "going-round":
            if not row.visits:
                continue
            since = max(since, row.visits[0].when)
        others = [other.active for other in rows if other is not row and other.active]
        if now - since >= SILENT and any(moment > since for moment in others):
            found.add(row.group.id)
    return frozenset(found)


def groups_to_go_to(item: AnyItem, rows: list[GroupRow]) -> tuple[int, ...]:
    """Return the groups to go to: those that ask for someone, else those not visited, else the longest ago."""
    groups = [row for row in rows if row.group is not None and row.group.open]
    asking = [row for row in groups if row.help and not row.here]
    if asking:
        longest = sorted(asking, key=lambda row: (row.help.timestamp() if row.help else 0.0, row.id or 0))
        return tuple(row.id or 0 for row in longest)
    if staffing_of(item) != "going-round":
        return ()
    fresh = [row for row in groups if not row.visits]
    if fresh:
        return tuple(row.id or 0 for row in fresh)
    free = [row for row in groups if not row.here]
    oldest = min(free, key=lambda row: row.visits[0].when, default=None)
    return (oldest.id or 0,) if oldest else ()
