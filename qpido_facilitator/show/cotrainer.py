"""What a co-trainer sees beside the call: my group, the time, the questions, and how far each line has come.

A line says only what is known: it is kept here once the disk has it, and read by the trainer once a trainer's laptop
said so. Nothing is ever moved away under someone who types: where the trainer is stands in a banner.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.model import AnyItem, Breakout, Question
from qpido_facilitator.run.beats import Beats
from qpido_facilitator.run.groups import Group
from qpido_facilitator.run.notes import KINDS, Note, Place
from qpido_facilitator.run.people import TRAINER
from qpido_facilitator.run.presence import Presence
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.conflicts import Conflict, conflict_of
from qpido_facilitator.show.cotrainer_clock import Phase, clock_of, phase_of, rooms_there
from qpido_facilitator.show.groups import (
    exercise_of,
    group_name,
    groups_of,
    notes_in,
    rooms_opened,
    why_empty,
)
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.people import typing_text
from qpido_facilitator.words import Words

LONG = timedelta(seconds=15)
"""How long something may be on its way before the trainer is said not to be there."""

_NOTHING: Mapping[Place, str] = {}

Connection = Literal["connected", "on-the-way", "alone"]
LineState = Literal["writing", "here", "read"]


class Line(Struct, frozen=True):
    """A note, how far it has come, and two texts of it to settle if there are two."""

    note: Note
    state: LineState
    text: str
    conflict: Conflict | None = None


class QuestionCard(Struct, frozen=True):
    """A question of the chosen group. `missed` says why there is nothing, `count` how much there is.

    `typing` says who else writes an answer to it now.
    """

    question: str
    number: int
    text: str
    lines: tuple[Line, ...]
    count: str
    missed: str
    typing: str = ""


class GroupTab(Struct, frozen=True):
    """A group in the switcher; None is the plenary. `mine` are those whose notes I take."""

    group: int | None
    mark: int
    name: str
    mine: bool
    chosen: bool


class Banner(Struct, frozen=True):
    """A line below the clock. `item` is where "go along" leads, "" when it leads nowhere."""

    tone: Literal["notice", "care"]
    text: str
    below: str = ""
    item: str = ""


class CoTrainerScreen(Struct, frozen=True):
    """All of it. `can_write` is False once the session is over."""

    item: str
    title: str
    clock: str
    below: str
    phase: Phase
    connection: Connection
    connection_text: str
    banner: Banner | None
    tabs: tuple[GroupTab, ...]
    others: tuple[tuple[int, str, bool], ...]
    cards: tuple[QuestionCard, ...]
    foot: str
    here: bool
    help: bool
    goes_round: bool
    can_write: bool


def screen_for(
    view: RunView, item: AnyItem, group: int | None, saved: int, waiting_since: datetime | None, now: datetime,
    words: Words, presence: Presence | None = None, beats: Beats | None = None,
) -> CoTrainerScreen:  # fmt: skip
    """Return what a co-trainer sees of an exercise and a group.

    `saved` is the number of my last fact that is durable, `waiting_since` since when something of mine is not read.
    `presence` and `beats` are what other laptops tell of this moment.
    """
    unread = unread_facts(view)
    connection: Connection = "connected"
    if unread:
        long = waiting_since is not None and now - waiting_since >= LONG
        connection = "alone" if long else "on-the-way"
    chosen = _group(view, item, group)
    rooms = rooms_there(view, item, now, beats, words)
    phase = phase_of(view, item, rooms)
    clock, below = clock_of(view, phase, rooms, now, words)
    cards = tuple(
        _card(view, item, chosen, asked, number, saved, words, presence)
        for number, asked in enumerate(item.questions, 1)
        if chosen is None or chosen.answers(asked.groups) or notes_in(view, item, asked, chosen)
    )
    waiting = _unread_notes(view) if unread else 0
    return CoTrainerScreen(
        item=item.id,
        title=item.title or item_label(item),
        clock=clock,
        below=below,
        phase=phase,
        connection=connection,
        connection_text=_connection_text(connection, words),
        banner=_banner(view, item, phase, words),
        tabs=_tabs(view, item, chosen, words),
        others=_others(view, item, words),
        cards=cards,
        foot=_foot(waiting, connection, words),
        here=_is_here(view, item, chosen),
        help=chosen is not None and any(view.help.asked(item, one) for one in chosen.ids),
        goes_round=chosen is not None and phase != "ended",
        can_write=phase != "ended",
    )


def exercises_of(view: RunView) -> tuple[AnyItem, ...]:
    """Return the items with questions in the order of the agenda, what is skipped left out."""
    return tuple(one.item for one in view.agenda.entries if one.item.questions and not one.skipped)


def first_exercise(view: RunView) -> AnyItem | None:
    """Return where a co-trainer begins: the exercise that is on, else the next one in groups, else any."""
    here = view.stage.position
    entries = list(view.agenda.entries)
    place = next((n for n, one in enumerate(entries) if here and one.item.id == here.item), 0)
    now = where_trainer_is(view)
    if now is not None and here and (isinstance(now, Breakout) or rooms_opened(view, now)):
        return now
    coming = [one.item for one in entries[place:] if one.item.questions and not one.skipped]
    rooms = [one for one in coming if isinstance(one, Breakout)]
    every = exercises_of(view)
    return next(iter((*rooms, *coming)), every[-1] if every else None)


def where_trainer_is(view: RunView) -> AnyItem | None:
    """Return the exercise that the trainer is at, that of a harvest too; None elsewhere."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    found = exercise_of(view, entry.item) if entry else None
    return found if found is not None and found.questions else None


def first_group(view: RunView, item: AnyItem) -> int | None:
    """Return the group to begin with: mine, else one that nobody takes, else the first; None for the plenary."""
    groups = [group for group in groups_of(view, item) if group.open and group.known] if _has_groups(item) else []
    mine = [group for group in groups if view.visits.mine(item, group.ids)]
    free = [group for group in groups if not any(view.visits.taken_by(item, one) for one in group.ids)]
    chosen = next(iter((*mine, *free, *groups)), None)
    return chosen.id if chosen else None


def unread_facts(view: RunView) -> int:
    """Return how many of my facts no trainer has said to have read."""
    return max(0, view.registers.whole_up_to(view.writer) - view.heard.by_trainers(view.writer))


def copy_of(
    view: RunView, item: AnyItem, group: int | None, words: Words, unsent: Mapping[Place, str] = _NOTHING
) -> str:
    """Return what was noted of a group, and all that I wrote elsewhere in this exercise, as text to send.

    `unsent` is what stands in boxes and is no note: it is part of it too, wherever it stands.
    """
    groups = [one for one in groups_of(view, item) if one.into is None] if _has_groups(item) else []
    chosen = _group(view, item, group)
    told: list[str] = [item.title or item_label(item)]
    for one in (*groups, None):
        mine = one is None or (chosen is not None and one.id == chosen.id) or bool(view.visits.mine(item, one.ids))
        waits = {place.question: text for place, text in unsent.items() if _is_of(place, item, one)}
        rows = _copied(view, item, one, words, waits)
        if rows and (mine or waits):
            told += ["", group_name(one, words) if one else words.say("Plenary"), *rows]
    return "\n".join(told) + "\n"


def _is_of(place: Place, item: AnyItem, group: Group | None) -> bool:
    return place.item == item.id and (place.group in group.ids if group else place.group is None)


def _copied(
    view: RunView, item: AnyItem, group: Group | None, words: Words, unsent: Mapping[str | None, str]
) -> list[str]:
    rows: list[str] = []
    for number, asked in enumerate(item.questions, 1):
        found = notes_in(view, item, asked, group, tuple(kind for kind in KINDS if kind != "observation"))
        texts = [text for note in found for text in (note.text, *note.others)]
        waits = unsent.get(asked.id, "").strip()
        if waits and waits not in texts:
            texts.append(waits)
        if texts:
            rows.append(words.say("{n}. {question}", n=number, question=asked.text))
            rows += [f"- {' / '.join(text.splitlines())}" for text in texts]
    return rows


def _unread_notes(view: RunView) -> int:
    """Return how many notes have a text of mine that no trainer has said to have read."""
    read = view.heard.by_trainers(view.writer)
    mine = (note for note in view.notes.all() if note.writer == view.writer)
    heads = (view.registers.heads(f"note/{note.id}/text") for note in mine)
    return sum(any(head.writer == view.writer and head.seq > read for head in found) for found in heads)


def _has_groups(item: AnyItem) -> bool:
    return isinstance(item, Breakout) or any(asked.groups for asked in item.questions)


def _group(view: RunView, item: AnyItem, group: int | None) -> Group | None:
    if group is None or not _has_groups(item):
        return None
    return next((one for one in groups_of(view, item) if group in one.ids and one.into is None), None)


def _banner(view: RunView, item: AnyItem, phase: Phase, words: Words) -> Banner | None:
    there = where_trainer_is(view)
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if phase == "ended":
        return Banner("notice", words.say("The session is over: you can read and copy everything, but change nothing."))
    if there is not None and there.id != item.id and entry is not None:
        return Banner("notice", words.say("The trainer is at {item}", item=item_label(entry.item)), item=there.id)
    if phase == "closed":
        return Banner(
            "care",
            words.say("You can add answers until the session ends."),
            words.say("What you note now is marked “after closing”."),
        )
    return None


def _tabs(view: RunView, item: AnyItem, chosen: Group | None, words: Words) -> tuple[GroupTab, ...]:
    if not _has_groups(item):
        return ()
    groups = [one for one in groups_of(view, item) if one.into is None and (one.open or one == chosen)]
    tabs = [
        GroupTab(one.id, one.number, group_name(one, words), bool(view.visits.mine(item, one.ids)), one == chosen)
        for one in groups
    ]
    tabs.sort(key=lambda tab: (not tab.mine, tab.mark))
    return (*tabs, GroupTab(None, 0, words.say("Plenary"), mine=False, chosen=chosen is None))


def _others(view: RunView, item: AnyItem, words: Words) -> tuple[tuple[int, str, bool], ...]:
    """Return the groups to take over or to leave to others: id, what to call that, and whether it is mine now."""
    if not _has_groups(item):
        return ()
    found = []
    for one in groups_of(view, item):
        if one.into is None and one.open:
            mine = bool(view.visits.mine(item, one.ids))
            name = group_name(one, words)
            said = words.say("Leave {group} to others", group=name) if mine else words.say("Take {group}", group=name)
            found.append((one.id, said, mine))
    return tuple(found)


def _card(
    view: RunView, item: AnyItem, group: Group | None, asked: Question, number: int, saved: int, words: Words,
    presence: Presence | None,
) -> QuestionCard:  # fmt: skip
    notes = notes_in(view, item, asked, group, KINDS)
    lines = tuple(_line(view, note, saved, words) for note in notes)
    return QuestionCard(
        question=asked.id,
        number=number,
        text=asked.text,
        lines=lines,
        count=words.plural("{n} answer", "{n} answers", len(lines)) if lines else "",
        missed="" if lines else why_empty(view, item, group, asked, words),
        typing=typing_text(view, item, group, asked, words, presence),
    )


def _line(view: RunView, note: Note, saved: int, words: Words) -> Line:
    heads = view.registers.heads(f"note/{note.id}/text")
    head = heads[-1]
    state: LineState = "here"
    if view.people.role(head.writer) == TRAINER or head.seq <= view.heard.by_trainers(head.writer):
        state = "read"
    elif head.writer == view.writer and head.seq > saved:
        state = "writing"
    said: Mapping[LineState, str] = {
        "writing": words.say("being kept…"),
        "here": words.say("kept here"),
        "read": words.say("read by the trainer"),
    }
    return Line(note, state, said[state], conflict_of(view, note, words))


def _connection_text(connection: Connection, words: Words) -> str:
    return {
        "connected": words.say("Connected"),
        "on-the-way": words.say("On its way"),
        "alone": words.say("Alone"),
    }[connection]


def _foot(waiting: int, connection: Connection, words: Words) -> str:
    if not waiting:
        return words.say("All read") if connection == "connected" else words.say("Kept here")
    return words.plural("{n} not read yet", "{n} not read yet", waiting)


def _is_here(view: RunView, item: AnyItem, group: Group | None) -> bool:
    if group is None:
        return False
    mine = view.laptops.of(view.writer)
    visits = [visit for one in group.ids for visit in view.visits.visits(item, one)]
    return any(visit.here and view.laptops.of(visit.writer) == mine for visit in visits)
