"""What can be done with a row of the agenda, and what it is called when it was done."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import Shown
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import (
    Change,
    EndAt,
    Relocate,
    RelocatePart,
    Retime,
    RetimeQuestion,
    Skip,
    SkipQuestion,
    Withdraw,
)
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.agenda_rows import AgendaRow
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.show.labels import item_label, step_label
from qpido_facilitator.show.schedule import Schedule
from qpido_facilitator.words import Words, noted


class Spot(Struct, frozen=True):
    """A place to move to: a part behind the part `after`, or an item behind the item `after` of `part`."""

    text: str
    part: str
    after: str | None


class RowMenu(Struct, frozen=True):
    """The menu of a row. `skip` and `take_in` are the items that these commands would touch, () when they cannot.

    `item` is the one whose `minutes` can be changed, "" for a part of several; `part` is set where the part as a whole
    moves. `question` is set where a question of the item is meant: then it is skipped, taken in and timed by itself.
    `after` is where an insertion goes, `spots` are the places further away.
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
    question: str = ""
    spots: tuple[Spot, ...] = ()


def row_menu(view: RunView, row: AgendaRow, now: datetime) -> RowMenu:
    """Return what can be done with a row at this moment."""
    plan = schedule_of(view, now)
    entries = [entry for name in row.items if (entry := view.agenda.entry(name))]
    rows = {entry.item.id: found for entry in entries if (found := plan.row(entry.item.id))}
    item = row.items[0] if len(row.items) == 1 else ""
    entry = view.agenda.entry(item) if item else None
    up, down = _room(view, row)
    seen = any(found.spent for found in rows.values())
    question = _question(view, row)
    asked = entry.question(question) if entry else None
    skip = tuple(name for name, found in rows.items() if found.state in ("now", "planned"))
    take_in = tuple(name for name, found in rows.items() if found.state == "skipped")
    if question and entry and not entry.skipped:
        skip = (item,) if row.state == "planned" else ()
        take_in = (item,) if row.state == "skipped" else ()
    return RowMenu(
        go=row.go,
        repeat=row.go if seen else None,
        skip=skip,
        take_in=take_in,
        item=item,
        part=row.part,
        minutes=asked.minutes if asked and asked.minutes else entry.minutes if entry else None,
        can_up=up,
        can_down=down,
        after=_last(view, row),
        question=question if entry and not entry.skipped else "",
        spots=_spots(view, row, plan),
    )


def retimed(view: RunView, menu: RowMenu, minutes: float) -> tuple[Change, ...]:
    """Return the changes that give a row another length: its question where that has one of its own, else its item."""
    entry = view.agenda.entry(menu.item)
    asked = entry.question(menu.question) if entry else None
    if entry is None:
        return ()
    if asked is None or not asked.minutes:
        return (Retime(menu.item, minutes),)
    changes: tuple[Change, ...] = (RetimeQuestion(menu.item, asked.id, minutes),)
    if entry.has_own_length and entry.minutes is not None:
        changes += (Retime(menu.item, max(entry.minutes + minutes - asked.minutes, 0.0)),)
    return changes


_OWN = {"question": noted("Own question"), "break": noted("Extra break"), "link": noted("Link")}


def own_title(what: str, words: Words) -> str:
    """Return what an insertion is called on the agenda: of a "question", a "break" or a "link"."""
    return words.say(_OWN[what])


def board_title(shows: Shown, words: Words) -> str:
    """Return what a slide of what was gathered is called on the agenda."""
    return {
        "parking": words.say("Parking lot"),
        "questions": words.say("Questions for everyone"),
        "groups": words.say("Who is with whom?"),
    }[shows]


def done_text(view: RunView, changes: tuple[Change, ...], now: datetime, words: Words, what: str = "") -> str:
    """Return what to say beside Undo after some changes: what was done, and when the session ends now.

    `what` names everything that was skipped or taken back in together.
    """
    first = changes[0]
    if what and isinstance(first, Skip):
        said = words.say("{what} skipped", what=what) if first.skipped else words.say("{what} back in", what=what)
    elif len(changes) > 1 and not _is_one(changes):
        said = words.plural("{n} change made", "{n} changes made", len(changes))
    else:
        said = "".join(_said(view, change, words) for change in changes[:1])
    return _with_end(view, said, now, words)


def moved_text(view: RunView, row: AgendaRow, now: datetime, words: Words) -> str:
    """Return what to say beside Undo after a row was moved."""
    return _with_end(view, words.say("{what} moved", what=row.text), now, words)


def added_text(view: RunView, item: str, now: datetime, words: Words) -> str:
    """Return what to say beside Undo after an insertion."""
    return _with_end(view, words.say("{what} added", what=_name(view, item)), now, words)


def _is_one(changes: tuple[Change, ...]) -> bool:
    """Say whether changes are one to who made them: a question, and what its item takes because of it."""
    first, *others = changes
    if not isinstance(first, RetimeQuestion | SkipQuestion):
        return False
    return all(isinstance(one, Retime) and one.item == first.item for one in others)


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
        case SkipQuestion():
            what = _asked(view, change.item, change.question, words)
            return words.say("{what} skipped", what=what) if change.skipped else words.say("{what} back in", what=what)
        case RetimeQuestion():
            what, minutes = _asked(view, change.item, change.question, words), words.number(change.minutes or 0.0)
            return words.say("{what}: {n} min", what=what, n=minutes)
        case Retime():
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


def _asked(view: RunView, item: str, question: str, words: Words) -> str:
    return step_label(view, Step(item, question), words)


def _question(view: RunView, row: AgendaRow) -> str:
    """Return the question that a row is about, "" where it is about its whole item: that has no other step."""
    step = row.go
    if not row.level or step is None or step.question is None:
        return ""
    entry = view.agenda.entry(step.item)
    return step.question if entry and len(view.agenda.questions(entry.item)) > 1 else ""


def _spots(view: RunView, row: AgendaRow, plan: Schedule) -> tuple[Spot, ...]:
    """Return where a row can go beyond the next place: behind the parts that are not done."""
    open_parts: dict[str, str] = {}
    for entry in view.agenda.entries:
        found = plan.row(entry.item.id)
        if found and found.state in ("now", "planned"):
            open_parts[entry.part] = entry.item.id
    heads = {part.id: part.short or part.title for part in view.agenda.parts if part.id in open_parts}
    one = view.agenda.entry(row.items[0]) if row.items else None
    if one is None or (not row.part and one.within):
        return ()
    mine = row.part or one.part
    return tuple(
        Spot(name, part, part if row.part else open_parts[part]) for part, name in heads.items() if part != mine
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
