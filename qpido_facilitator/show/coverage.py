"""The matrix: what every group said to every question, as cells that a window only has to paint."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec.structs import replace

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import AnyItem, Question, Staffing
from qpido_facilitator.run.notes import Note, Place
from qpido_facilitator.run.presence import Presence
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.attention import (
    GroupRow,
    at_work,
    groups_to_go_to,
    rows_of,
    silent_groups,
    staffing_of,
)
from qpido_facilitator.show.groups import group_name, why_empty
from qpido_facilitator.show.labels import shortened
from qpido_facilitator.show.matrix import Cell, CellState, CellText, Coverage, GroupHead, QuestionHead, VisitState
from qpido_facilitator.show.people import typing_text, who, who_else
from qpido_facilitator.words import Words

NEW = timedelta(seconds=20)


def coverage_of(
    view: RunView, item: AnyItem, now: datetime, words: Words, presence: Presence | None = None
) -> Coverage:
    """Return the matrix of an item at a moment."""
    rows = rows_of(view, item)
    silent = silent_groups(view, item, rows, now)
    coming = groups_to_go_to(item, rows) if at_work(view, item) else ()
    cells = tuple(
        _cell(view, item, row, asked, now, words, silent=row.id in silent, presence=presence)
        for row in rows
        for asked in item.questions
    )
    counted = [cell for cell in cells if cell.state != "none" and cell.group is not None] or list(cells)
    filled = sum(bool(cell.count) for cell in counted)
    marks = [row.group.number for row in rows if row.group and row.group.id in coming]
    return Coverage(
        item=item.id,
        groups=tuple(
            replace(_head(view, item, row, words, silent=silent, coming=coming), typing=_typing_in(cells, row.id))
            for row in rows
        ),
        questions=tuple(_question(asked, number, cells, words) for number, asked in enumerate(item.questions, 1)),
        cells=cells,
        filled=filled,
        total=len(counted),
        text=words.say("{n} of {total} filled", n=filled, total=len(counted)),
        staffing=staffing_of(item),
        staffing_text=staffing_text(staffing_of(item), words),
        next_text=_next_text(marks, words),
    )


def staffing_text(staffing: Staffing, words: Words) -> str:
    """Return the short name of a way to staff a breakout."""
    return {
        "trainer-per-group": words.say("A trainer in each group"),
        "going-round": words.say("Going round"),
        "note-taker": words.say("A note taker in each group"),
        "nobody": words.say("Nobody writes"),
    }[staffing]


def _next_text(marks: list[int], words: Words) -> str:
    if not marks:
        return ""
    if len(marks) == 1:
        return words.say("Next: group {n}", n=marks[0])
    *some, last = marks[:3]
    return words.say("Next: group {some} or {last}", some=", ".join(map(str, some)), last=last)


def _cell(
    view: RunView, item: AnyItem, row: GroupRow, asked: Question, now: datetime, words: Words, *, silent: bool,
    presence: Presence | None,
) -> Cell:  # fmt: skip
    notes, group = row.notes[asked.id], row.group
    typing = typing_text(view, item, group, asked, words, presence)
    reason = "" if notes else why_empty(view, item, group, asked, words)
    state: CellState = "typing" if typing else _filled(view, notes, now) if notes else "empty"
    if state == "empty" and group and asked.id not in row.asked:
        state = "none"
    elif state == "empty" and (reason or silent):
        state = "missed" if reason else "silent"
    status = typing or reason or _status(state, words)
    return Cell(
        group=row.id,
        question=asked.id,
        state=state,
        place=Place(item.id, asked.id, row.id),
        first=notes[0].text.split("\n")[0] if notes else "",
        count=len(notes),
        texts=tuple(_text(view, note) for note in notes),
        status=status,
        spoken=words.say(
            "{group}, {question}: {what}",
            group=group_name(group, words) if group else words.say("Plenary"),
            question=asked.short or shortened(asked.text, 40),
            what=status or words.plural("{n} answer", "{n} answers", len(notes)),
        ),
    )


def _filled(view: RunView, notes: tuple[Note, ...], now: datetime) -> CellState:
    fresh = any(note.writer != view.writer and now - view.notes.arrived(note.id) < NEW for note in notes)
    return "new" if fresh else "filled"


def _text(view: RunView, note: Note) -> CellText:
    pinned = bool(view.harvests.pinned(note.id))
    return CellText(note.id, note.text, note.place.kind == "quote", pinned, 1 + len(note.others))


def _status(state: CellState, words: Words) -> str:
    said = {"empty": words.say("empty"), "silent": words.say("silent"), "new": words.say("new")}
    return said.get(state, "")


def _typing_in(cells: tuple[Cell, ...], group: int | None) -> str:
    return next((cell.status for cell in cells if cell.group == group and cell.state == "typing"), "")


def _head(
    view: RunView, item: AnyItem, row: GroupRow, words: Words, *, silent: frozenset[int], coming: tuple[int, ...]
) -> GroupHead:
    filled = sum(bool(row.notes[name]) for name in row.asked)
    count = sum(len(found) for found in row.notes.values())
    said = words.say("{n} of {total} questions", n=filled, total=len(row.asked)) if count else words.say("empty")
    group = row.group
    if group is None:
        return GroupHead(None, 0, words.say("Plenary"), count, said, active=row.active)
    state, text = _visit(view, item, row, words, first=bool(coming) and coming[0] == group.id)
    gone = [one.number for one in view.agenda.groups_of(item) if one.into == group.id]
    return GroupHead(
        group=group.id,
        mark=group.number,
        name=group_name(group, words),
        count=count,
        questions_text=said,
        people="" if group.people is None else words.plural("{n} person", "{n} people", group.people),
        visit=state,
        visit_text=text,
        next=bool(coming) and coming[0] == group.id,
        silent=group.id in silent,
        help=words.say("asks for help, {time}", time=f"{local(row.help):%H:%M}") if row.help else "",
        active=row.active,
        mine=bool(view.visits.mine(item, group.ids)),
        closed=group.closed,
        also=words.say("with group {n}", n=", ".join(map(str, gone))) if gone else "",
        short=_short(view, row, state, text, words),
    )


def _visit(view: RunView, item: AnyItem, row: GroupRow, words: Words, *, first: bool) -> tuple[VisitState, str]:
    """Return who is or was with a group; who goes where only matters where somebody goes."""
    here = next((visit for visit in row.visits if visit.here), None)
    if here:
        if here.writer == view.writer:
            return "here", words.say("you are here")
        return "here", words.say("{who} is here", who=who_else(view, here.writer, words))
    staffing, ids = staffing_of(item), row.group.ids if row.group else ()
    if staffing == "trainer-per-group":
        taken = [writer for one in ids for writer in view.visits.taken_by(item, one)]
        return "", who(view, taken[0], words) if taken else words.say("nobody yet")
    if staffing == "note-taker":
        return "", words.say("note taker")
    if row.visits:
        return "visited", words.say("visited {time}", time=f"{local(row.visits[0].when):%H:%M}")
    if staffing == "nobody":
        return "", ""
    return "none", words.say("not visited, you now?") if first else words.say("not visited")


def _short(view: RunView, row: GroupRow, state: VisitState, text: str, words: Words) -> str:
    """Return in a word or a time what is said of a group."""
    here = next((visit for visit in row.visits if visit.here), None)
    if row.help:
        return f"{local(row.help):%H:%M}"
    if here:
        return words.say("you") if here.writer == view.writer else who_else(view, here.writer, words)
    return f"{local(row.visits[0].when):%H:%M}" if state == "visited" else text


def _question(asked: Question, number: int, cells: Iterable[Cell], words: Words) -> QuestionHead:
    mine = [cell for cell in cells if cell.question == asked.id and cell.state != "none" and cell.group is not None]
    filled = sum(bool(cell.count) for cell in mine)
    return QuestionHead(
        question=asked.id,
        number=number,
        text=asked.text,
        short=asked.short or shortened(asked.text),
        filled=filled,
        groups=len(mine),
        coverage=words.plural("{done} of {n} group", "{done} of {n} groups", len(mine), done=filled) if mine else "",
    )
