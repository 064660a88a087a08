"""What is gathered on the way: parked points, questions for everyone, and who is in which group.

A board tells participants what was said, never by whom or where, and never what was hidden.
"""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from qpido_facilitator.plan.model import AnyItem, Breakout, Shown
from qpido_facilitator.run.notes import Note
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import GroupAnswers
from qpido_facilitator.show.groups import group_name, groups_of
from qpido_facilitator.words import Words

Gathered = Literal["parking", "questions"]


def gathered_notes(view: RunView, what: Gathered) -> tuple[Note, ...]:
    """Return the notes of the parking lot, or the open questions for the plenary, the oldest first."""
    found = [note for note in view.notes.all() if _belongs(note, what)]
    return tuple(sorted(found, key=lambda note: (note.created, note.id)))


def gathered(view: RunView, what: Shown) -> tuple[str, ...]:
    """Return what a board shows participants; nothing for the board of groups, which has rows."""
    if what == "groups":
        return ()
    notes = ((note, view.harvests.of(note.id)) for note in gathered_notes(view, what))
    return tuple(said.text or note.text.strip() for note, said in notes if not said.hidden)


def seated(view: RunView, words: Words) -> tuple[GroupAnswers, ...]:
    """Return who is in which group of the breakout that is on or comes next: initials or numbers, or how many."""
    item = _exercise(view)
    groups = groups_of(view, item) if item else ()
    return tuple(
        GroupAnswers(
            group.number,
            (" · ".join(group.members),) if group.members else (),
            people_text(group.people, words),
            group_name(group, words),
        )
        for group in groups
        if group.open and group.known
    )


def numbered(view: RunView, item: AnyItem) -> AnyItem:
    """Return a breakout whose questions name the groups by their numbers on the screen, as they are now."""
    if not isinstance(item, Breakout) or not any(asked.groups for asked in item.questions):
        return item
    groups = [group for group in view.agenda.groups_of(item) if group.open]
    numbers = {
        asked.id: tuple(group.number for group in groups if group.answers(asked.groups))
        for asked in item.questions
        if asked.groups
    }
    questions = (replace(asked, groups=numbers.get(asked.id) or asked.groups) for asked in item.questions)
    return replace(item, questions=tuple(questions))


def _belongs(note: Note, what: Gathered) -> bool:
    asked = note.place.kind == "plenary-question"
    if what == "questions":
        return asked and note.asked == "open"
    return note.place.kind == "parking" or (asked and note.asked == "parked")


def _exercise(view: RunView) -> AnyItem | None:
    """Return the breakout that is on, or else the next one, or else the last one."""
    here = view.stage.position
    entries = view.agenda.entries
    place = next((n for n, entry in enumerate(entries) if here and entry.item.id == here.item), 0)
    coming = [entry.item for entry in entries[place:] if isinstance(entry.item, Breakout) and not entry.skipped]
    past = [entry.item for entry in entries[:place] if isinstance(entry.item, Breakout) and not entry.skipped]
    return next(iter(coming), None) or (past[-1] if past else None)


def people_text(people: int | None, words: Words) -> str:
    """Return "5 people", "" when nobody counted."""
    return "" if people is None else words.plural("{n} person", "{n} people", people)
