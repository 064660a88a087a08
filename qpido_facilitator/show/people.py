"""What the people of a run are called: a role and a number, or the initial they chose."""

from __future__ import annotations

from qpido_facilitator.plan.model import AnyItem, Question
from qpido_facilitator.run.groups import Group
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.people import TRAINER
from qpido_facilitator.run.presence import Presence
from qpido_facilitator.run.view import RunView
from qpido_facilitator.words import Words


def who(view: RunView, writer: str, words: Words) -> str:
    """Return "you", "trainer", "co-trainer 2", or the initial that someone chose."""
    laptop = view.laptops.of(writer)
    mine = view.laptops.of(view.writer)
    if writer == view.writer or (laptop and laptop == mine):
        return words.say("you")
    return who_else(view, writer, words)


def who_else(view: RunView, writer: str, words: Words) -> str:
    """Return what someone is called by others."""
    laptop = view.laptops.of(writer)
    if laptop is None:
        return words.say("someone")
    if laptop.label:
        return laptop.label
    if laptop.role == TRAINER:
        return words.say("trainer") if laptop.number == 1 else words.say("trainer {n}", n=laptop.number)
    return words.say("co-trainer {n}", n=laptop.number)


def typing_text(
    view: RunView, item: AnyItem, group: Group | None, asked: Question, words: Words, presence: Presence | None
) -> str:
    """Return that someone else types an answer of a group to a question now, "" when nobody does."""
    if presence is None:
        return ""
    ids: tuple[int | None, ...] = group.ids if group else (None,)
    writers = [who_types for one in ids for who_types in presence.at(Place(item.id, asked.id, one))]
    others = [writer for writer in writers if writer != view.writer]
    return words.say("{who} is typing…", who=who_else(view, others[0], words)) if others else ""


def role_text(who: str, words: Words) -> str:
    """Return the words for who follows up a signal: "co-trainer-2" gives "co-trainer 2", an initial itself."""
    if who == TRAINER:
        return words.say("trainer")
    if who.startswith("co-trainer"):
        number = who.removeprefix("co-trainer").removeprefix("-")
        return words.say("co-trainer {n}", n=number) if number else words.say("co-trainer")
    return who
