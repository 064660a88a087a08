"""Time, told from facts: what every item was to take, took and will take, and when it all ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.run.agenda import Entry
from qpido_facilitator.run.stage import Visit

State = Literal["done", "now", "skipped", "planned"]
NOTHING = timedelta()


class Row(Struct, frozen=True):
    """An item in time. `expected` is when it begins; None when something unknown comes before it."""

    item: str
    state: State
    planned: timedelta | None
    spent: timedelta
    expected: datetime | None


class Schedule(Struct, frozen=True):
    """The whole session in time.

    `drift` is how much later its content ends than planned, negative when ahead. `at_least` says that
    items of unknown length are still to come, so the end cannot be earlier and may be later.
    """

    rows: tuple[Row, ...]
    started: datetime | None
    planned_end: datetime | None
    expected_end: datetime | None
    drift: timedelta
    at_least: bool

    def row(self, item: str) -> Row | None:
        """Return the row of an item."""
        return next((row for row in self.rows if row.item == item), None)


def spent_on(visits: Iterable[Visit], now: datetime) -> dict[str, timedelta]:
    """Return how long every item was on, over all its visits."""
    spent: dict[str, timedelta] = {}
    for visit in visits:
        length = max((visit.end or now) - visit.begin, NOTHING)
        spent[visit.item] = spent.get(visit.item, NOTHING) + length
    return spent


def schedule(
    entries: Iterable[Entry],
    visits: tuple[Visit, ...],
    minutes: float | None,
    now: datetime,
    *,
    ended: bool = False,
) -> Schedule:
    """Work out the schedule at a moment; `minutes` is the planned length of the session, buffer included."""
    entries = tuple(entries)
    spent = spent_on(visits, now)
    current = visits[-1].item if visits and not ended else None
    started = visits[0].begin if visits else None
    rows, end, at_least = _rows(entries, spent, current, now)
    content = sum((timedelta(minutes=entry.item.minutes or 0) for entry in entries if not entry.inserted), NOTHING)
    length = max(timedelta(minutes=minutes), content) if minutes else content
    if started is None:
        return Schedule(rows, None, None, None, NOTHING, at_least)
    expected_end = visits[-1].end if ended and visits[-1].end else end
    drift = expected_end - (started + content)
    return Schedule(rows, started, started + length, expected_end, drift, at_least)


def _rows(
    entries: tuple[Entry, ...], spent: Mapping[str, timedelta], current: str | None, now: datetime
) -> tuple[tuple[Row, ...], datetime, bool]:
    rows: list[Row] = []
    coming = now
    unknown = False
    for entry in entries:
        name = entry.item.id
        took = spent.get(name, NOTHING)
        planned = None if entry.minutes is None else timedelta(minutes=entry.minutes)
        if name == current:
            rows.append(Row(name, "now", planned, took, None))
            coming += max((planned or NOTHING) - took, NOTHING)
            unknown = unknown or planned is None
        elif entry.skipped:
            rows.append(Row(name, "skipped", planned, took, None))
        elif name in spent:
            rows.append(Row(name, "done", planned, took, None))
        else:
            rows.append(Row(name, "planned", planned, took, coming))
            coming += planned or NOTHING
            unknown = unknown or planned is None
    return tuple(rows), coming, unknown
