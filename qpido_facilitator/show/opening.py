"""The script of a breakout: copy the task, open the rooms in the call, say that they are open; later close them.

The app opens and closes nothing itself, and the main screen is not seen in the rooms: that is why the task comes first.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import Breakout, Staffing
from qpido_facilitator.run.people import CO_TRAINER
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.attention import staffing_of
from qpido_facilitator.show.boards import people_text
from qpido_facilitator.show.breakouts import rooms_of
from qpido_facilitator.show.clocks import rooms_minutes
from qpido_facilitator.show.coverage import staffing_text
from qpido_facilitator.show.groups import group_name, rooms_closed, rooms_opened
from qpido_facilitator.show.room_texts import room_list, rooms_fit, task_text
from qpido_facilitator.words import Words

CardKind = Literal["task", "open", "start", "close", "harvest"]
STAFFINGS: tuple[Staffing, ...] = ("trainer-per-group", "going-round", "note-taker", "nobody")


class ScriptCard(Struct, frozen=True):
    """A step of the script. `copy` goes on the clipboard, and `cue` is what `run.cues.copy` takes for it.

    `done` says when that was, `active` that this is the one to do now.
    """

    kind: CardKind
    title: str
    text: str
    copy: str = ""
    cue: str = ""
    done: str = ""
    active: bool = False


class StaffingChoice(Struct, frozen=True):
    """A way to staff the breakout, and what it means here."""

    staffing: Staffing
    title: str
    below: str
    chosen: bool


class GroupTile(Struct, frozen=True):
    """A group before the rooms open: its mark is its number, `people` how many, in words."""

    group: int
    mark: int
    name: str
    people: str
    members: tuple[str, ...] = ()


class Opening(Struct, frozen=True):
    """The script at a moment; `fit` warns when the groups do not fit how many are there."""

    cards: tuple[ScriptCard, ...]
    staffing: tuple[StaffingChoice, ...]
    groups: tuple[GroupTile, ...]
    fit: str
    opened: bool
    closed: bool


def opening_of(view: RunView, item: Breakout, now: datetime, words: Words) -> Opening:
    """Return the script of a breakout as it stands now."""
    opened, closed = rooms_opened(view, item) is not None, rooms_closed(view, item) is not None
    groups = [group for group in view.agenda.groups_of(item) if group.open]
    return Opening(
        cards=_closing(view, now, words, closed=closed) if opened else _before(view, item, len(groups), words),
        staffing=tuple(_choice(view, item, one, len(groups), words) for one in STAFFINGS),
        groups=tuple(
            GroupTile(one.id, one.number, group_name(one, words), people_text(one.people, words), one.members)
            for one in groups
        ),
        fit=rooms_fit(view, item, words),
        opened=opened,
        closed=closed,
    )


def _before(view: RunView, item: Breakout, groups: int, words: Words) -> tuple[ScriptCard, ...]:
    name = "chat" if item.chat else "task"
    copied = _copied(view, item, name, words)
    minutes = rooms_minutes(view, item)
    rooms = words.plural("{n} room, in the call.", "{n} rooms, in the call.", groups)
    why = words.say("This chat does not reach them, so copy the task first.")
    starts = words.say("Only then the clock starts, here and with co-trainers.")
    if minutes is not None:
        length = words.plural("{n} minute", "{n} minutes", round(minutes))
        starts = words.say("Only then the clock of {length} starts, here and with co-trainers.", length=length)
    return (
        ScriptCard("task", words.say("Copy the task"), task_text(view, item, words), task_text(view, item, words), name,
                   copied, active=not copied),
        ScriptCard("open", words.say("Open the rooms"), f"{rooms} {why}", room_list(view, item, words), "rooms",
                   _copied(view, item, "rooms", words), active=bool(copied)),
        ScriptCard("start", words.say("The rooms are open"), starts),
    )  # fmt: skip


def _closing(view: RunView, now: datetime, words: Words, *, closed: bool) -> tuple[ScriptCard, ...]:
    rooms = rooms_of(view, now, words)
    when = rooms.close_text if rooms else ""
    return (
        ScriptCard("close", words.say("Close the rooms"), when, active=not closed),
        ScriptCard("harvest", words.say("To the harvest"), words.say("The app calls nobody back itself."),
                   active=closed),
    )  # fmt: skip


def _choice(view: RunView, item: Breakout, staffing: Staffing, groups: int, words: Words) -> StaffingChoice:
    helpers = sum(laptop.role == CO_TRAINER for laptop in view.laptops.all())
    round_text = words.plural("{n} group", "{n} groups", groups)
    if helpers:
        people = words.plural("{n} co-trainer", "{n} co-trainers", helpers)
        round_text = words.say("{who}, {groups}", who=people, groups=round_text)
    below = {
        "trainer-per-group": words.say("Each writes down"),
        "going-round": round_text,
        "note-taker": words.say("One in each, on an answer sheet"),
        "nobody": words.say("The harvest is spoken"),
    }[staffing]
    return StaffingChoice(staffing, staffing_text(staffing, words), below, staffing == staffing_of(item))


def _copied(view: RunView, item: Breakout, name: str, words: Words) -> str:
    when = view.cues.copied(item.id, name, {stay.visit for stay in view.stage.stays(item.id)})
    return words.say("Copied {time}", time=f"{local(when):%H:%M}") if when else ""
