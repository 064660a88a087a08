"""The harvest: what participants see of each group, and the trainer's side of it.

Only answers and quotes come here, which is decided where notes are looked up: an observation, a parked point or a
signal has no way in. What is shown are the chosen notes as soon as anything was chosen for a question, otherwise all of
them, and never a hidden one. Rows do not come or go because something is hidden, so nothing is revealed by that.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import AnyItem, Breakout, Harvest, Question
from qpido_facilitator.run.groups import Group
from qpido_facilitator.run.harvest import Harvested
from qpido_facilitator.run.notes import Note
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import GroupAnswers
from qpido_facilitator.show.groups import (
    exercise_of,
    group_name,
    groups_asked,
    notes_in,
    rooms_closed,
    why_empty,
)
from qpido_facilitator.show.labels import shortened
from qpido_facilitator.words import Words

RowState = Literal["shown", "next", "later", "left-out"]
NOTHING_SAID = "–"


class Told(Struct, frozen=True):
    """What a harvest tells: its rows so far, and in one that goes group by group whose turn it is, and which it is."""

    rows: tuple[GroupAnswers, ...] = ()
    heading: str = ""
    number: tuple[int, int] | None = None


class HarvestLine(Struct, frozen=True):
    """A note in the harvest. `text` is what is shown, `original` the note itself.

    `shortened` says that the two differ, `changed` that the note was changed since. `late` is "after closing, 15:19".
    """

    note: str
    text: str
    original: str
    quote: bool = False
    pinned: bool = False
    hidden: bool = False
    shown: bool = False
    shortened: bool = False
    changed: bool = False
    late: str = ""
    versions: int = 1


class HarvestSection(Struct, frozen=True):
    """A row of the harvest as the trainer sees it: the lines under a group, or under a question of a group.

    `group` is its id (None: plenary), `mark` its number on the screen. `reason` is why there is nothing.
    """

    group: int | None
    question: str
    mark: int
    title: str
    state: RowState
    lines: tuple[HarvestLine, ...]
    count: str = ""
    reason: str = ""


class HarvestSheet(Struct, frozen=True):
    """The trainer's side: every row in the order in which Next shows them, and what comes next."""

    sections: tuple[HarvestSection, ...]
    by: str
    next_title: str
    next_lines: tuple[str, ...]
    counter: str
    promise: str


class _Cell(Struct, frozen=True):
    """One row: a group (None: plenary) and a question, with its notes and what was decided of each."""

    group: Group | None
    question: Question
    notes: tuple[tuple[Note, Harvested], ...]
    chosen: bool

    @property
    def visible(self) -> tuple[tuple[Note, Harvested], ...]:
        """Return what participants may see, in order."""
        return tuple((note, said) for note, said in self.notes if not said.hidden and (said.pinned or not self.chosen))

    @property
    def counts(self) -> bool:
        """Say whether the row is told at all: left out only when others were chosen and none of this one was."""
        return not self.chosen or not self.notes or any(said.pinned for _, said in self.notes)


def told(view: RunView, item: Harvest, question: str | None, reveal: int | None, words: Words) -> Told:
    """Return what participants see with `reveal` rows told (None: all); what is to come keeps its place."""
    cells = [cell for cell in _cells(view, item, question) if cell.counts]
    shown = len(cells) if reveal is None else max(0, min(reveal, len(cells)))
    if item.by == "question":
        return Told(tuple(_row(view, item, cell, number < shown, words) for number, cell in enumerate(cells)))
    turns = list(dict.fromkeys(_id(cell) for cell in cells))
    if not turns:
        return Told()
    turn = _id(cells[max(shown - 1, 0)])
    mine = [(number, cell) for number, cell in enumerate(cells) if _id(cell) == turn]
    rows = tuple(_row(view, item, cell, number < shown, words) for number, cell in mine)
    return Told(rows, _who(mine[0][1].group, words), (turns.index(turn) + 1, len(turns)))


def harvest_lines(view: RunView, item: Harvest, question: str | None) -> int:
    """Return how many rows can be told one by one."""
    return sum(cell.counts for cell in _cells(view, item, question))


def harvest_sheet(view: RunView, item: Harvest, question: str | None, reveal: int | None, words: Words) -> HarvestSheet:
    """Return the trainer's side of a harvest, with `reveal` rows told (None: all)."""
    cells = _cells(view, item, question)
    total = sum(cell.counts for cell in cells)
    shown = total if reveal is None else max(0, min(reveal, total))
    sections, place = [], 0
    for cell in cells:
        state: RowState = "left-out"
        if cell.counts:
            state = "shown" if place < shown else "next" if place == shown else "later"
            place += 1
        sections.append(_section(view, item, cell, state, words))
    coming = next((one for one in sections if one.state == "next"), None)
    return HarvestSheet(
        sections=tuple(sections),
        by=item.by,
        next_title=coming.title if coming else "",
        next_lines=_next_lines(coming),
        counter=words.say("{n} of {total} shown", n=shown, total=total),
        promise=words.say("Observations and after-care signals cannot come here."),
    )


def copy_text(note: Note, said: Harvested, words: Words) -> str:
    """Return a note as it is shown: in the trainer's shorter words if there are any, a quote between marks."""
    text = said.text or note.text.strip()
    quoted = text[:1] in "“\"‘'" and text[-1:] in "”\"’'"
    return words.say("“{text}”", text=text) if note.place.kind == "quote" and not quoted else text


def _cells(view: RunView, item: Harvest, question: str | None) -> list[_Cell]:
    """Return every row of a harvest in the order in which it is told."""
    exercise = exercise_of(view, item)
    if exercise is None:
        return []
    asked = [one for one in exercise.questions if item.by == "group" or one.id == question]
    by_question = [(one, _of_question(view, exercise, one)) for one in asked]
    if item.by == "question":
        return [cell for _, cells in by_question for cell in cells]
    cells = [cell for _, found in by_question for cell in found]
    turns = sorted({_id(cell): _turn(cell) for cell in cells}.items(), key=lambda one: one[1])
    return [cell for turn, _ in turns for cell in cells if _id(cell) == turn]


def _of_question(view: RunView, exercise: AnyItem, question: Question) -> list[_Cell]:
    groups: list[Group | None] = [*groups_asked(view, exercise, question)]
    if not groups or notes_in(view, exercise, question, None):
        groups.append(None)
    found = [
        (group, [(note, view.harvests.of(note.id)) for note in notes_in(view, exercise, question, group)])
        for group in groups
    ]
    chosen = any(said.chosen for _, notes in found for _, said in notes)
    return [_Cell(group, question, tuple(_in_order(notes)), chosen) for group, notes in found]


def _in_order(notes: list[tuple[Note, Harvested]]) -> list[tuple[Note, Harvested]]:
    return sorted(notes, key=lambda one: (one[1].order or one[0].order, one[0].created, one[0].id))


def _row(view: RunView, item: Harvest, cell: _Cell, shown: bool, words: Words) -> GroupAnswers:
    exercise = exercise_of(view, item)
    name = _row_name(item, exercise, cell, words)
    mark = cell.group.number if cell.group else 0
    if not shown or exercise is None:
        return GroupAnswers(mark, name=name)
    answers = tuple(copy_text(note, said, words) for note, said in cell.visible)
    if answers:
        return GroupAnswers(mark, answers, name=name)
    reason = "" if cell.notes else why_empty(view, exercise, cell.group, cell.question, words)
    return GroupAnswers(mark, (), reason or NOTHING_SAID, name=name)


def _row_name(item: Harvest, exercise: AnyItem | None, cell: _Cell, words: Words) -> str:
    if item.by == "question":
        return _who(cell.group, words)
    asked = exercise.questions if exercise else ()
    number = next((number for number, one in enumerate(asked, 1) if one.id == cell.question.id), 0)
    return f"{number}. {cell.question.short or shortened(cell.question.text)}"


def _section(view: RunView, item: Harvest, cell: _Cell, state: RowState, words: Words) -> HarvestSection:
    exercise = exercise_of(view, item)
    closed = rooms_closed(view, exercise) if exercise else None
    seen = {note.id for note, _ in cell.visible}
    lines = tuple(
        _line(note, said, closed, shown=state == "shown" and note.id in seen, words=words) for note, said in cell.notes
    )
    row = _row_name(item, exercise, cell, words)
    title = row if item.by == "question" else words.say("{group}: {question}", group=_who(cell.group, words),
                                                        question=row)  # fmt: skip
    return HarvestSection(
        group=cell.group.id if cell.group else None,
        question=cell.question.id,
        mark=cell.group.number if cell.group else 0,
        title=title,
        state=state,
        lines=lines,
        count=words.plural("{n} answer", "{n} answers", len(lines)) if lines else words.say("no notes"),
        reason="" if lines or exercise is None else _trainers_reason(view, exercise, cell, words),
    )


def _trainers_reason(view: RunView, exercise: AnyItem, cell: _Cell, words: Words) -> str:
    """Return what to do about a group of which nothing was written down."""
    said = why_empty(view, exercise, cell.group, cell.question, words)
    if said:
        return said
    if isinstance(exercise, Breakout) and exercise.staffing == "note-taker":
        return words.say("Their sheet is not in yet. Ask them now.")
    visited = cell.group and any(view.visits.visits(exercise, one) for one in cell.group.ids)
    return words.say("Nothing written down. Ask them now.") if visited else words.say("Not visited. Ask them now.")


def _line(note: Note, said: Harvested, closed: datetime | None, *, shown: bool, words: Words) -> HarvestLine:
    late = closed is not None and note.created > closed
    return HarvestLine(
        note=note.id,
        text=said.text or note.text,
        original=note.text,
        quote=note.place.kind == "quote",
        pinned=said.pinned,
        hidden=said.hidden,
        shown=shown,
        shortened=bool(said.text),
        changed=bool(said.text) and said.saw != note.heads,
        late=words.say("after closing, {time}", time=f"{local(note.created):%H:%M}") if late else "",
        versions=1 + len(note.others),
    )


def _next_lines(section: HarvestSection | None) -> tuple[str, ...]:
    if section is None:
        return ()
    lines = [line for line in section.lines if not line.hidden]
    pinned = tuple(line.text for line in lines if line.pinned)
    return pinned or tuple(line.text for line in lines)


def _who(group: Group | None, words: Words) -> str:
    return group_name(group, words) if group else words.say("Plenary")


def _id(cell: _Cell) -> int | None:
    return cell.group.id if cell.group else None


def _turn(cell: _Cell) -> tuple[bool, int, int]:
    return cell.group is None, cell.group.number if cell.group else 0, cell.group.id if cell.group else 0
