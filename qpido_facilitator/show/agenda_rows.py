"""The agenda as rows: parts, and the running part opened into its steps. It can show what changes would make of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.steps import Step, steps_of
from qpido_facilitator.run.agenda import every_step
from qpido_facilitator.run.change import Change, as_if
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.plan_facts import PartHead
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.show.band import number_text
from qpido_facilitator.show.forecast import item_clock_as_if, schedule_of
from qpido_facilitator.show.labels import step_label
from qpido_facilitator.show.schedule import Row
from qpido_facilitator.words import Words, noted

State = Literal["done", "now", "skipped", "planned"]


class AgendaRow(Struct, frozen=True):
    """A row: a part (`level` 0) or a step of the running part (`level` 1).

    `go` is where a press leads; `spoken` says the state to who does not see its shape. `items` are the items behind it,
    `part` the id of a part's row; `planned` is the time it was to begin. `added`, `moved` and `retimed` tell what was
    changed since the start, `passed` what was jumped over, `changed` what the changes of a preview would do.
    """

    level: int
    state: State
    text: str
    right: str = ""
    go: Step | None = None
    review: bool = False
    spoken: str = ""
    items: tuple[str, ...] = ()
    part: str = ""
    planned: str = ""
    added: bool = False
    moved: bool = False
    retimed: bool = False
    passed: bool = False
    changed: bool = False


FOLD_FROM = 15
"""From so many rows on, the parts that are done fold into one; the last of them stays."""


def agenda_rows(
    view: RunView, now: datetime, words: Words, *, folded: bool = True, changes: Iterable[Change] = ()
) -> tuple[AgendaRow, ...]:
    """Return the rows at a moment; `folded` lets what is done make room when there are many.

    With `changes` they are as they would be, and what would be otherwise is marked.
    """
    changes = tuple(changes)
    scene = _Scene(view, now, words, changes)
    rows = [row for part in view.agenda.parts for row in scene.part_rows(part)]
    return tuple(_folded(rows, words) if folded and len(rows) >= FOLD_FROM else rows)


def _folded(rows: list[AgendaRow], words: Words) -> list[AgendaRow]:
    done = [row for row in rows if row.level == 0 and row.state == "done"][:-1]
    if len(done) < 2:
        return rows
    text = words.plural("{n} part done", "{n} parts done", len(done))
    return [AgendaRow(0, "done", text, spoken=words.say(_SPOKEN["done"])), *(row for row in rows if row not in done)]


_SPOKEN: dict[State, str] = {
    "done": noted("done"),
    "now": noted("on now"),
    "skipped": noted("skipped"),
    "planned": noted("to come"),
}


class _Scene:
    """The agenda at a moment, as it is and as it would be."""

    def __init__(self, view: RunView, now: datetime, words: Words, changes: tuple[Change, ...]) -> None:
        self._view = view
        self._now = now
        self._words = words
        self._changes = changes
        self._plan = schedule_of(view, now, changes)
        self._before = schedule_of(view, now) if changes else self._plan
        entries = as_if(view.agenda.entries, changes) if changes else view.agenda.entries
        self._parts: dict[str, list[Entry]] = {}
        for entry in entries:
            self._parts.setdefault(entry.part, []).append(entry)
        self._seen = {Step(visit.item, visit.question) for visit in view.stage.visits()}
        self._today = local(now).date()

    def part_rows(self, part: PartHead) -> list[AgendaRow]:
        entries = self._parts.get(part.id, [])
        rows = [row for entry in entries if (row := self._plan.row(entry.item.id))]
        if not rows:
            return []
        state = _state(rows)
        first = next((step for entry in entries for step in self._steps(entry)), None)
        own = [entry for entry in entries if not entry.inserted]
        head = AgendaRow(
            level=0,
            state=state,
            text=part.short or part.title,
            right=self._right(state, rows),
            go=first,
            review=any(review_mark(entry.item.review, self._today, self._words) for entry in entries),
            spoken=self._words.say(_SPOKEN[state]),
            items=tuple(entry.item.id for entry in entries),
            part=part.id,
            planned=next((self._time(r.planned_at, r.planned_at_least) for r in rows if r.planned_at), ""),
            added=not own,
            moved=self._view.agenda.part_moved(part.id) or any(entry.moved for entry in entries),
            retimed=any(entry.retimed for entry in own),
            passed=all(row.passed or row.state in ("done", "skipped") for row in rows) and any(r.passed for r in rows),
            changed=self._is_changed(rows),
        )
        return [head, *self._step_rows(entries)] if state == "now" else [head]

    def _right(self, state: State, rows: list[Row]) -> str:
        if state == "skipped":
            return self._words.say("skipped")
        if state == "now":
            return self._rest()
        expected = next((row for row in rows if row.expected), None)
        told = self._plan.started is not None or self._plan.start_at is not None
        if state == "planned" and all(row.passed for row in rows if row.state == "planned"):
            return self._words.say("still open")
        return self._time(expected.expected, expected.expected_at_least) if expected and told else ""

    def _rest(self) -> str:
        clock = item_clock_as_if(self._view, self._now, self._changes)
        if clock is None:
            return ""
        if clock.phase == "over":
            return self._words.say("{time} over", time=number_text(clock))
        return self._words.say("{n} min left", n=_minutes_up(clock.remaining))

    def _time(self, moment: datetime | None, at_least: bool) -> str:
        """Return a time on the clock, with a sign when it may be later."""
        if moment is None:
            return ""
        return f"≥ {local(moment):%H:%M}" if at_least else f"{local(moment):%H:%M}"

    def _step_rows(self, entries: list[Entry]) -> list[AgendaRow]:
        mine = {entry.item.id: entry for entry in entries}
        sources = (self._view.agenda.entry(self._view.agenda.source(entry.item)) for entry in entries)
        others = {source.item.id: source for source in sources if source and source.item.id not in mine}
        steps = every_step([*others.values(), *entries])
        return [self._step_row(mine[step.item], step) for step in steps if step.item in mine]

    def _step_row(self, entry: Entry, step: Step) -> AgendaRow:
        row = self._plan.row(entry.item.id)
        state = self._step_state(entry, step)
        first = self._steps(entry)[0] == step
        return AgendaRow(
            level=1,
            state=state,
            text=step_label(self._view, step, self._words),
            right=self._words.say("now") if state == "now" else self._length(entry, step, row, state),
            go=step,
            spoken=self._words.say(_SPOKEN[state]),
            items=(entry.item.id,),
            planned=self._time(row.planned_at, row.planned_at_least) if row and first else "",
            added=entry.inserted,
            moved=entry.moved,
            retimed=entry.retimed and not entry.inserted,
            passed=bool(row and row.passed),
            changed=self._is_changed_step(entry, step),
        )

    def _step_state(self, entry: Entry, step: Step) -> State:
        here = self._view.stage.position
        # a session that is over is at no step
        if here and here.where == step and self._view.stage.ended is None:
            return "now"
        if entry.skipped:
            return "skipped"
        if step in self._seen:
            return "done"
        return "skipped" if step.question in entry.left_out else "planned"

    def _length(self, entry: Entry, step: Step, row: Row | None, state: State) -> str:
        if state == "skipped":
            return self._words.say("skipped")
        if state != "planned" or row is None:
            return ""
        question = entry.question(step.question)
        minutes = question.minutes if question else (entry.minutes if step.question is None else None)
        return self._words.say("{n} min", n=f"{minutes:g}") if minutes else ""

    def _steps(self, entry: Entry) -> tuple[Step, ...]:
        source = self._view.agenda.entry(self._view.agenda.source(entry.item))
        return steps_of(entry.item, {source.item.id: source.item} if source else {})

    def _is_changed(self, rows: list[Row]) -> bool:
        """Say whether the preview makes something of these rows other than it is, to the minute."""
        if self._before is self._plan:
            return False
        return any(_gist(row) != _gist(self._before.row(row.item)) for row in rows)

    def _is_changed_step(self, entry: Entry, step: Step) -> bool:
        """Say whether the preview leaves a step out, or makes it another length."""
        before = self._view.agenda.entry(entry.item.id)
        return before is not None and bool(self._changes) and _length(entry, step) != _length(before, step)


def _length(entry: Entry, step: Step) -> tuple[object, ...]:
    question = entry.question(step.question)
    minutes = question.minutes if question else entry.minutes if step.question is None else None
    return minutes, entry.skipped, step.question in entry.left_out


def _gist(row: Row | None) -> tuple[object, ...]:
    if row is None:
        return ()
    return row.state, row.planned, row.expected and f"{local(row.expected):%H:%M}"


def _state(rows: list[Row]) -> State:
    states = {row.state for row in rows}
    if "now" in states:
        return "now"
    if states == {"skipped"}:
        return "skipped"
    if "planned" in states:
        return "planned"
    return "done"


def _minutes_up(left: timedelta) -> int:
    return -int(-left.total_seconds() // 60)
