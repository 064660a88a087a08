"""Practising: groups and answers that are made up, so that a trainer sees a session live without anyone there."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.plan.model import Breakout, Harvest
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.clocks import rooms_clock
from qpido_facilitator.words import Words, noted

FIRST = timedelta(seconds=5)
EVERY = timedelta(seconds=9)
MOST = 4
"""Answers to a question of the plenary; a group gives two."""

_SAID = (
    noted("Listen first, without judging"),
    noted("Ask what the young person needs"),
    noted("We do not really have a way of working for this"),
    noted("Together with a colleague"),
    noted("That depends on the situation"),
    noted("Make agreements beforehand"),
    noted("Nobody in our team knows this well"),
    noted("Involve the parents, but not at once"),
)


class Tip(Struct, frozen=True):
    """One of the five things to try: the key it is about, by its name in the table, and what it does."""

    key: str
    text: str


TIPS = (
    Tip("next", noted("shows the next slide, the next line, the next question.")),
    Tip("calm", noted("gives participants a calm screen.")),
    Tip("note", noted("puts you in the box to write an answer.")),
    Tip("back", noted("goes back; nothing is lost.")),
    Tip("undo", noted("takes back what you did last.")),
)


def answers_due(view: RunView, now: datetime, words: Words) -> tuple[tuple[Place, str], ...]:
    """Return the made-up answers that should have come by now and are not there yet."""
    return tuple(
        (place, words.say(_SAID[(shift + number) % len(_SAID)]))
        for shift, (place, since, most) in enumerate(_places(view, now))
        for number in range(len(view.notes.at(place)), min(most, _count(now - since)))
    )


def _count(passed: timedelta) -> int:
    return 0 if passed < FIRST else (passed - FIRST) // EVERY + 1


def _places(view: RunView, now: datetime) -> list[tuple[Place, datetime, int]]:
    """Return where answers come in now, since when, and how many at most."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None or isinstance(entry.item, Harvest):
        return []
    if isinstance(entry.item, Breakout):
        rooms = rooms_clock(view, now)
        if rooms is None or not rooms.started:
            return []
        since = now - rooms.countdown.elapsed
        return [
            (Place(entry.item.id, asked.id, group), since + timedelta(seconds=4 * (group + 3 * number)), 2)
            for number, asked in enumerate(entry.item.questions)
            for group in view.agenda.groups_for(entry.item, asked)
        ]
    asked = entry.question(here.question)
    if asked is None:
        return []
    if asked.groups:
        return [(Place(entry.item.id, asked.id, group), here.entered, 2) for group in asked.groups]
    return [(Place(entry.item.id, asked.id), here.entered, MOST)]
