"""The agenda as rows: parts, and the running part opened into its steps."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.steps import Step, steps_of
from qpido_facilitator.run.agenda import Entry, PartHead
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.show.band import number_text, schedule_of
from qpido_facilitator.show.clocks import item_clock
from qpido_facilitator.show.labels import step_label
from qpido_facilitator.show.schedule import Row, Schedule
from qpido_facilitator.words import Words, noted

State = Literal["done", "now", "skipped", "planned"]


class AgendaRow(Struct, frozen=True):
    """A row: a part (`level` 0) or a step of the running part (`level` 1).

    `go` is where a press leads; `spoken` says the state to who does not see its shape.
    """

    level: int
    state: State
    text: str
    right: str = ""
    go: Step | None = None
    review: bool = False
    spoken: str = ""


FOLD_FROM = 15
"""From so many rows on, the parts that are done fold into one; the last of them stays."""


def agenda_rows(view: RunView, now: datetime, words: Words, *, folded: bool = True) -> tuple[AgendaRow, ...]:
    """Return the rows at a moment; `folded` lets what is done make room when there are many."""
    plan = schedule_of(view, now)
    head = view.agenda.head
    rows: list[AgendaRow] = []
    for part in head.parts if head else ():
        entries = [entry for entry in view.agenda.entries if entry.part == part.id]
        if entries:
            rows.extend(_part(view, part, entries, plan, now, words))
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


def _part(
    view: RunView, part: PartHead, entries: list[Entry], plan: Schedule, now: datetime, words: Words
) -> list[AgendaRow]:
    timed = [found for entry in entries if (found := plan.row(entry.item.id))]
    state = _state(timed)
    first = next((step for entry in entries for step in _steps(view, entry)), None)
    text = part.short or part.title
    spoken = words.say(_SPOKEN[state])
    row = AgendaRow(
        0, state, text, _right(view, state, timed, now, words), first, _open_review(entries, now, words), spoken
    )
    if state != "now":
        return [row]
    return [row, *(step for entry in entries for step in _step_rows(view, entry, plan, words))]


def _state(rows: list[Row]) -> State:
    states = {row.state for row in rows}
    if "now" in states:
        return "now"
    if states == {"skipped"}:
        return "skipped"
    if "planned" in states:
        return "planned"
    return "done"


def _right(view: RunView, state: State, rows: list[Row], now: datetime, words: Words) -> str:
    if state == "skipped":
        return words.say("skipped")
    if state == "now":
        clock = item_clock(view, now)
        if clock is None:
            return ""
        if clock.remaining < timedelta():
            return words.say("{time} over", time=number_text(clock))
        return words.say("{n} min left", n=_minutes_up(clock.remaining))
    expected = next((row.expected for row in rows if row.expected), None)
    started = view.stage.position is not None
    return f"{local(expected):%H:%M}" if expected and state == "planned" and started else ""


def _step_rows(view: RunView, entry: Entry, plan: Schedule, words: Words) -> list[AgendaRow]:
    here = view.stage.position
    row = plan.row(entry.item.id)
    seen = {Step(visit.item, visit.question) for visit in view.stage.visits()}
    rows = []
    for step in _steps(view, entry):
        state: State = "planned"
        if entry.skipped:
            state = "skipped"
        elif here and here.where == step:
            state = "now"
        elif step in seen:
            state = "done"
        right = words.say("now") if state == "now" else _length(entry, step, row, state, words)
        rows.append(AgendaRow(1, state, step_label(view, step, words), right, step, spoken=words.say(_SPOKEN[state])))
    return rows


def _length(entry: Entry, step: Step, row: Row | None, state: State, words: Words) -> str:
    if state == "skipped":
        return words.say("skipped")
    if state != "planned" or row is None:
        return ""
    question = entry.question(step.question)
    minutes = question.minutes if question else (entry.minutes if step.question is None else None)
    return words.say("{n} min", n=f"{minutes:g}") if minutes else ""


def _steps(view: RunView, entry: Entry) -> tuple[Step, ...]:
    source = view.agenda.entry(view.agenda.source(entry.item))
    return steps_of(entry.item, {source.item.id: source.item} if source else {})


def _open_review(entries: list[Entry], now: datetime, words: Words) -> bool:
    today = local(now).date()
    return any(review_mark(entry.item.review, today, words) for entry in entries)


def _minutes_up(left: timedelta) -> int:
    return -int(-left.total_seconds() // 60)
