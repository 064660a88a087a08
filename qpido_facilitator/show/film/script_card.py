"""What the trainer's card says of a film by link: its script with a button for each act, and the clock of watching."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.model import Film
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.band import number_text
from qpido_facilitator.show.clocks import StepClock
from qpido_facilitator.show.film.on import uses_link_instead
from qpido_facilitator.show.film.script import ScriptStep, film_by_link_clock, script_of
from qpido_facilitator.words import Words

Press = Literal["", "open-link", "copy-chat", "start-clock", "hold-clock"]


class ScriptRow(Struct, frozen=True):
    """A step to tick; `press` is what its button does, `button` its words, "" for none."""

    step: ScriptStep
    press: Press = ""
    button: str = ""


class ScriptCard(Struct, frozen=True):
    """The card; `clock` is "" for a film of unknown length, and `over` says that its time is up.

    `back` is the command that goes back to the file, "" where there is none.
    """

    title: str = ""
    done: str = ""
    clock: str = ""
    waiting: bool = True
    over: bool = False
    back: str = ""
    rows: tuple[ScriptRow, ...] = ()


def script_card(view: RunView, film: Film, now: datetime, words: Words) -> ScriptCard:
    """Return the card of a film by link that is on."""
    clock = film_by_link_clock(view, now)
    steps = script_of(view, film, words)
    alone = film.watching == "by-themselves"
    planned = view.agenda.entry(film.id)
    instead = planned and isinstance(planned.item, Film) and uses_link_instead(view, planned.item)
    back = words.say("Play the file after all") if instead else ""
    done = sum(step.done for step in steps)
    return ScriptCard(
        title=words.say("Everyone watches by themselves") if alone else words.say("Film by link"),
        done=words.say("{n} of {total} done", n=done, total=len(steps)),
        clock=number_text(clock),
        waiting=clock is None or not clock.started,
        over=clock is not None and clock.started and clock.phase in ("up", "over"),
        back=back,
        rows=tuple(_row(step, clock, words) for step in steps),
    )


def _row(step: ScriptStep, clock: StepClock | None, words: Words) -> ScriptRow:
    if step.act == "open-link":
        return ScriptRow(step, "open-link", words.say("Open the link"))
    if step.act == "copy-chat":
        return ScriptRow(step, "copy-chat", words.say("Copy for the chat"))
    if step.act != "start-clock" or clock is None:
        return ScriptRow(step)
    if not clock.started:
        return ScriptRow(step, "start-clock", words.say("Start the clock"))
    return ScriptRow(step, "hold-clock", words.say("Hold the clock") if clock.countdown.running else words.say("Go on"))
