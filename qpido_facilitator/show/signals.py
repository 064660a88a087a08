"""After-care signals in words: how many, in which group, who follows up; there is nothing else to tell."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import AnyItem, Breakout
from qpido_facilitator.run.people import CO_TRAINER, TRAINER
from qpido_facilitator.run.signals import About, Signal
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.groups import exercise_of, group_name, group_of
from qpido_facilitator.show.people import role_text
from qpido_facilitator.words import Words


class SignalRow(Struct, frozen=True):
    """A signal for the trainer: `title` says which sort and where, `below` who follows up and since when."""

    id: str
    title: str
    below: str
    done: bool


def signals_text(view: RunView, words: Words) -> tuple[str, str]:
    """Return a line on the open signals and one on who follows up; two empty ones when none is open."""
    waiting = [signal for signal in view.signals.all() if signal.state == "open"]
    if not waiting:
        return "", ""
    if len(waiting) == 1:
        signal = waiting[0]
        return words.say("After-care, {where}", where=where_of(view, signal, words)), _who(signal, words)
    title = words.plural("{n} after-care signal", "{n} after-care signals", len(waiting))
    places = ", ".join(dict.fromkeys(where_of(view, signal, words) for signal in waiting))
    return title, places


def signal_rows(view: RunView, words: Words) -> tuple[SignalRow, ...]:
    """Return every signal, the open ones first."""
    rows = [
        SignalRow(
            signal.id,
            words.say("{group}: {about}", group=where_of(view, signal, words), about=about_texts(words)[signal.about]),
            words.say("{what}, {when}", what=_who(signal, words), when=f"{local(signal.noted):%H:%M}"),
            signal.state == "done",
        )
        for signal in view.signals.all()
    ]
    return tuple(sorted(rows, key=lambda row: row.done))


def about_texts(words: Words) -> dict[About, str]:
    """Return what the sorts of signals are called."""
    texts: dict[About, str] = {
        "own-experience": words.say("own experience"),
        "unsafe-now": words.say("unsafe now"),
        "about-client": words.say("about a client"),
        "other": words.say("something else"),
    }
    assert set(texts) == set(get_args(About))
    return texts


def followers(view: RunView, words: Words) -> tuple[tuple[str, str], ...]:
    """Return who can follow up: what a fact says of them, and what they are called."""
    helpers = [laptop for laptop in view.laptops.all() if laptop.role == CO_TRAINER]
    found = [(f"co-trainer-{one.number}", one.number) for one in helpers if one.number < 10] or [(CO_TRAINER, 0)]
    return tuple((name, role_text(name, words)) for name in (TRAINER, *(name for name, _ in found)))


def where_of(view: RunView, signal: Signal, words: Words) -> str:
    """Return the group of a signal as it is called now: renumbered, or the one in which it went on since.

    A signal knows a group by its id. Of a breakout with groups of its own that is another than of the session: which
    one was meant follows from where the session was when the signal was noted.
    """
    group = signal.group
    if group is None:
        return words.say("Plenary")
    items = (*_exercises_before(view, signal.noted), *(entry.item for entry in view.agenda.entries))
    known = (item for item in items if any(one.id == group for one in view.agenda.groups_of(item)))
    item = next(known, None)
    return words.say("Group {n}", n=group) if item is None else group_name(group_of(view, item, group), words)


def signal_groups(view: RunView, now: datetime, words: Words) -> tuple[tuple[int | None, str], ...]:
    """Return the groups that a signal can be about now, by their ids, and how each is called; None is the plenary."""
    items = (*_exercises_before(view, now), *(entry.item for entry in view.agenda.entries))
    groups = view.agenda.groups_of(items[0]) if items else ()
    named = tuple((group.id, group_name(group, words)) for group in groups if group.open)
    return (None, words.say("Plenary")), *named


def _exercises_before(view: RunView, when: datetime) -> tuple[AnyItem, ...]:
    """Return the exercises in groups that the session was at until a moment, the last one first."""
    entries = (view.agenda.entry(stay.item) for stay in reversed(view.stage.visits()) if stay.begin <= when)
    found = (exercise_of(view, entry.item) for entry in entries if entry)
    return tuple(item for item in found if isinstance(item, Breakout))


def _who(signal: Signal, words: Words) -> str:
    if not signal.who:
        return words.say("nobody follows up yet")
    return words.say("{who} follows up", who=role_text(signal.who, words))
