"""What can be done with a row of the agenda, and what it is called when it was done."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Change, EndAt, Relocate, RelocatePart, Retime, RetimeQuestion, Skip, Withdraw
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.agenda_rows import AgendaRow
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.words import Words, noted


class RowMenu(Struct, frozen=True):
    """The menu of a row. `skip` and `take_in` are the items that these commands would touch, () when they cannot.

    `item` is the one whose `minutes` can be changed, "" for a part of several; `part` is set where the part as a whole
    moves. `after` is where an insertion goes.
    """

    go: Step | None
    repeat: Step | None
    skip: tuple[str, ...]
    take_in: tuple[str, ...]
    item: str
    part: str
    minutes: float | None
    can_up: bool
    can_down: bool
    after: Step | None


def row_menu(view: RunView, row: AgendaRow, now: datetime) -> RowMenu:
    """Return what can be done with a row at this moment."""
    plan = schedule_of(view, now)
    entries = [entry for name in row.items if (entry := view.agenda.entry(name))]
    rows = {entry.item.id: found for entry in entries if (found := plan.row(entry.item.id))}
    item = row.items[0] if len(row.items) == 1 else ""
    entry = view.agenda.entry(item) if item else None
    up, down = _room(view, row)
    seen = any(found.spent for found in rows.values())
    return RowMenu(
        go=row.go,
        repeat=row.go if seen else None,
        skip=tuple(name for name, found in rows.items() if found.state in ("now", "planned")),
        take_in=tuple(name for name, found in rows.items() if found.state == "skipped"),
        item=item,
        part=row.part,
        minutes=entry.minutes if entry else None,
        can_up=up,
        can_down=down,
        after=_last(view, row),
    )


_OWN = {"question": noted("Own question"), "break": noted("Extra break"), "link": noted("Link")}


def own_title(what: str, words: Words) -> str:
    """Return what an insertion is called on the agenda: of a "question", a "break" or a "link"."""
    return words.say(_OWN[what])


def done_text(view: RunView, changes: tuple[Change, ...], now: datetime, words: Words) -> str:
    """Return what to say beside Undo after some changes: what was done, and when the session ends now."""
    if len(changes) > 1:
        said = words.plural("{n} change made", "{n} changes made", len(changes))
    else:
        said = "".join(_said(view, change, words) for change in changes)
    return _with_end(view, said, now, words)


def added_text(view: RunView, item: str, now: datetime, words: Words) -> str:
    """Return what to say beside Undo after an insertion."""
    return _with_end(view, words.say("{what} added", what=_name(view, item)), now, words)


def _with_end(view: RunView, said: str, now: datetime, words: Words) -> str:
    plan = schedule_of(view, now)
    if plan.expected_end is None or view.stage.ended is not None:
        return said
    end = f"{local(plan.expected_end):%H:%M}"
    return words.say("{what}, end {time}", what=said, time=f"≥ {end}" if plan.at_least else end)


def _said(view: RunView, change: Change, words: Words) -> str:
    match change:
        case Skip():
            what = _name(view, change.item)
            return words.say("{what} skipped", what=what) if change.skipped else words.say("{what} back in", what=what)
        case Retime() | RetimeQuestion():
            if change.minutes is None:
                return words.say("{what}: length unknown", what=_name(view, change.item))
            return words.say("{what}: {n} min", what=_name(view, change.item), n=words.number(change.minutes))
        case Relocate():
            return words.say("{what} moved", what=_name(view, change.item))
        case RelocatePart():
            part = view.agenda.part(change.part)
            return words.say("{what} moved", what=(part.short or part.title) if part else "")
        case Withdraw():
            return words.say("{what} taken back", what=_name(view, change.item))
        case EndAt():
            return (
                words.say("End at {time}", time=f"{local(change.at):%H:%M}")
                if change.at
                else words.say("End as planned")
            )


def _name(view: RunView, item: str) -> str:
    entry = view.agenda.entry(item)
    return item_label(entry.item) if entry else ""


def _room(view: RunView, row: AgendaRow) -> tuple[bool, bool]:
    """Say whether a row can go up and down: a part among the parts, an item in its part."""
    if row.part:
        mates = [part.id for part in view.agenda.parts]
        mine = row.part
    else:
        entry = view.agenda.entry(row.items[0]) if row.items else None
        if entry is None or entry.within:
            return False, False
        mates = [e.item.id for e in view.agenda.entries if e.part == entry.part and not e.within]
        mine = entry.item.id
    return (mine in mates and mates[0] != mine), (mine in mates and mates[-1] != mine)


def _last(view: RunView, row: AgendaRow) -> Step | None:
    """Return the step that an insertion after this row follows: the step itself, or the last one of a part."""
    if row.level:
        return row.go
    items = set(row.items)
    steps = [step for step in view.agenda.steps() if step.item in items]
    return steps[-1] if steps else row.go
