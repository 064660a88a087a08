"""After-care signals in words: how many, in which group, who follows up; there is nothing else to tell."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.people import CO_TRAINER, TRAINER
from qpido_facilitator.run.signals import About, Signal
from qpido_facilitator.run.view import RunView
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
        return words.say("After-care, {where}", where=_where(signal, words)), _who(signal, words)
    title = words.plural("{n} after-care signal", "{n} after-care signals", len(waiting))
    places = ", ".join(dict.fromkeys(_where(signal, words) for signal in waiting))
    return title, places


def signal_rows(view: RunView, words: Words) -> tuple[SignalRow, ...]:
    """Return every signal, the open ones first."""
    rows = [
        SignalRow(
            signal.id,
            words.say("{group}: {about}", group=_where(signal, words), about=about_texts(words)[signal.about]),
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


def _where(signal: Signal, words: Words) -> str:
    return words.say("Plenary") if signal.group is None else words.say("Group {n}", n=signal.group)


def _who(signal: Signal, words: Words) -> str:
    if not signal.who:
        return words.say("nobody follows up yet")
    return words.say("{who} follows up", who=role_text(signal.who, words))
