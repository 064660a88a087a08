"""Time, told from facts: what every item was to take, took and will take, and when it all ends.

What is to come is what Next leads to. An item that was left forwards is done; one that was only left backwards, or for
something in the middle of it, will be on again. What was jumped over is neither done nor skipped: it still counts,
until someone says that it is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from qpido_facilitator.run.ending import Late
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.stage import Visit

State = Literal["done", "now", "skipped", "planned"]
NOTHING = timedelta()


class Row(Struct, frozen=True):
    """An item in time.

    `planned` is its length now and `was` the one of the plan, None for unknown; `spent` what it took so far and
    `rest` what it will take. `planned_at` and `expected` are when it begins, by the plan and as it looks now, with
    `_at_least` when something of unknown length comes before it; `begun` and `ended` are when it was first and last
    on. `passed` was jumped over.
    """

    item: str
    state: State
    planned: timedelta | None
    spent: timedelta
    expected: datetime | None
    expected_at_least: bool = False
    planned_at: datetime | None = None
    planned_at_least: bool = False
    was: timedelta | None = None
    rest: timedelta = NOTHING
    begun: datetime | None = None
    ended: datetime | None = None
    passed: bool = False


class Schedule(Struct, frozen=True):
    """The whole session in time.

    `drift` is how much later its content ends than planned, negative when ahead; it is told against the start that
    the end hangs on: `drift_plan` goes by the start that was told, `drift_start` by the real one. `at_least` says that
    items of unknown length are still to come, so the end cannot be earlier and may be later. `late` is how much
    after the told time the session began, or has not begun yet.
    """

    rows: tuple[Row, ...]
    started: datetime | None
    planned_end: datetime | None
    expected_end: datetime | None
    drift: timedelta
    at_least: bool
    start_at: datetime | None = None
    drift_plan: timedelta = NOTHING
    drift_start: timedelta = NOTHING
    late: timedelta = NOTHING
    places: dict[str, int] = {}

    def row(self, item: str) -> Row | None:
        """Return the row of an item."""
        place = self.places.get(item)
        return None if place is None else self.rows[place]

    @property
    def over(self) -> timedelta:
        """Return how much later than planned the session ends, negative when there is time to spare."""
        if self.expected_end is None or self.planned_end is None:
            return NOTHING
        return self.expected_end - self.planned_end


class Outlook(Struct, frozen=True):
    """Where the session is in its plan: `ahead` are the items Next leads to, `rest` is what the one that is on needs.

    None lets `schedule` work it out from the order of the plan and the length of the item.
    """

    ahead: tuple[str, ...] | None = None
    rest: timedelta | None = None


class Frame(Struct, frozen=True):
    """When the session is to begin and end, as far as anyone said so."""

    start_at: datetime | None = None
    late: Late = "keep"
    end_at: datetime | None = None


UNSAID = Outlook()
UNTOLD = Frame()


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
    outlook: Outlook = UNSAID,
    frame: Frame = UNTOLD,
) -> Schedule:
    """Work out the schedule at a moment; `minutes` is the planned length of the session, buffer included."""
    plan = _Plan(tuple(entries), visits, now, ended, outlook, frame)
    rows, end, at_least = plan.rows()
    content = sum((span(entry.planned) for entry in plan.entries if not entry.inserted), NOTHING)
    length = max(timedelta(minutes=minutes), content) if minutes else content
    places = {row.item: place for place, row in enumerate(rows)}
    begin = plan.base()
    if begin is None:
        return Schedule(rows, None, None, None, NOTHING, at_least, places=places)
    expected = visits[-1].end if ended and visits and visits[-1].end else end
    agreed = frame.end_at - (begin + length) if frame.end_at else NOTHING
    over = expected - content - agreed
    return Schedule(
        rows=rows,
        started=plan.started,
        planned_end=begin + length + agreed,
        expected_end=expected,
        drift=over - begin,
        at_least=at_least,
        start_at=frame.start_at,
        drift_plan=over - (frame.start_at or begin),
        drift_start=over - (plan.started or begin),
        late=max((plan.started or now) - frame.start_at, NOTHING) if frame.start_at else NOTHING,
        places=places,
    )


class _Plan:
    """The items with what is known of each at a moment."""

    def __init__(
        self, entries: tuple[Entry, ...], visits: tuple[Visit, ...], now: datetime, ended: bool, outlook: Outlook,
        frame: Frame,
    ) -> None:  # fmt: skip
        self.entries = entries
        self.started = visits[0].begin if visits else None
        self._visits = visits
        self._now = now
        self._ended = ended
        self._rest = outlook.rest
        self._frame = frame
        self._places = {entry.item.id: place for place, entry in enumerate(entries)}
        self._spent = spent_on(visits, now)
        self._here = visits[-1].item if visits and not ended else None
        self._done = self._left_forwards()
        self._ahead = self._to_come(outlook.ahead)

    def base(self) -> datetime | None:
        """Return the start that the end hangs on: the real one, unless another was told and the end keeps to that."""
        told = self._frame.start_at
        if told is None:
            return self.started
        real = self.started or self._now
        return max(told, real) if self._frame.late == "shift" else told

    def rows(self) -> tuple[tuple[Row, ...], datetime, bool]:
        """Return the rows, when the last of them ends, and whether it may be later."""
        expected, cursor, unknown = self._expected()
        planned_at = self._planned_at()
        stays = self._stays()
        rows = []
        for entry in self.entries:
            name = entry.item.id
            state, passed = self._state(entry)
            if passed:
                cursor += span(entry.minutes)
                unknown = unknown or entry.minutes is None
            at, at_least = expected.get(name, (None, False))
            plan_at, plan_at_least = planned_at.get(name, (None, False))
            begun, left = stays.get(name, (None, None))
            rows.append(
                Row(
                    item=name,
                    state=state,
                    planned=_known(entry.minutes),
                    spent=self._spent.get(name, NOTHING),
                    expected=at,
                    expected_at_least=at_least,
                    planned_at=plan_at,
                    planned_at_least=plan_at_least,
                    was=_known(entry.planned),
                    rest=self._left(entry) if state in ("now", "planned") else NOTHING,
                    begun=begun,
                    ended=None if name == self._here else left,
                    passed=passed,
                )
            )
        return tuple(rows), cursor, unknown

    def _state(self, entry: Entry) -> tuple[State, bool]:
        name = entry.item.id
        if name == self._here:
            return "now", False
        if entry.skipped:
            return "skipped", False
        if name in self._ahead:
            return "planned", False
        if name in self._spent:
            return "done", False
        return "planned", self.started is not None and not self._ended

    def _expected(self) -> tuple[dict[str, tuple[datetime, bool]], datetime, bool]:
        """Return when each item to come begins, and when the last one ends."""
        told = self._frame.start_at
        cursor = max(self._now, told) if told and self.started is None else self._now
        unknown = False
        if self._here in self._places:
            entry = self.entries[self._places[self._here]]
            cursor += self._left(entry)
            unknown = entry.minutes is None and not entry.skipped
        expected = {}
        for name in self._ahead:
            entry = self.entries[self._places[name]]
            expected[name] = (cursor, unknown)
            cursor += self._left(entry)
            unknown = unknown or entry.minutes is None
        return expected, cursor, unknown

    def _left(self, entry: Entry) -> timedelta:
        """Return what an item still takes."""
        if entry.item.id == self._here and (self._rest is not None or entry.skipped):
            return NOTHING if entry.skipped else self._rest or NOTHING
        return max(span(entry.minutes) - self._spent.get(entry.item.id, NOTHING), NOTHING)

    def _planned_at(self) -> dict[str, tuple[datetime, bool]]:
        """Return when each item was to begin, in the order of the plan as it was written."""
        cursor = self._frame.start_at or self.started
        if cursor is None:
            return {}
        planned, unknown = {}, False
        for entry in sorted((one for one in self.entries if not one.inserted), key=lambda one: one.place):
            planned[entry.item.id] = (cursor, unknown)
            cursor += span(entry.planned)
            unknown = unknown or entry.planned is None
        return planned

    def _to_come(self, ahead: tuple[str, ...] | None) -> dict[str, None]:
        if self._ended:
            return {}
        if ahead is None:
            first = self._places.get(self._here, -1) + 1 if self._here else 0
            ahead = tuple(entry.item.id for entry in self.entries[first:] if not entry.skipped)
        return {name: None for name in ahead if name != self._here and name in self._places and name not in self._done}

    def _left_forwards(self) -> frozenset[str]:
        """Return the items that were left forwards, save the ones that the item that is on stands in the middle of."""
        pairs = zip(self._visits, self._visits[1:], strict=False)
        place = self._places
        left = {one.item for one, other in pairs if place.get(one.item, -1) < place.get(other.item, -1)}
        here = self._here
        for _ in self.entries:
            entry = self.entries[place[here]] if here in place else None
            here = entry.within.item if entry and entry.within else None
            if here is None:
                break
            left.discard(here)
        return frozenset(left)

    def _stays(self) -> dict[str, tuple[datetime, datetime | None]]:
        """Return when each item was first and last on."""
        stays: dict[str, tuple[datetime, datetime | None]] = {}
        for visit in self._visits:
            begin, _ = stays.get(visit.item, (visit.begin, None))
            stays[visit.item] = (begin, visit.end)
        return stays


@lru_cache(maxsize=4096)
def span(minutes: float | None) -> timedelta:
    """Return minutes as a length of time, nought for None; kept, for a plan has few lengths and is worked out often."""
    return timedelta(minutes=minutes or 0)


def _known(minutes: float | None) -> timedelta | None:
    return None if minutes is None else span(minutes)
