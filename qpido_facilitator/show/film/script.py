"""A film by link: what the trainer does, step by step, because the app cannot do it for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import Film
from qpido_facilitator.run.stage import Position
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.clocks import StepClock
from qpido_facilitator.show.film.clip import clip_of
from qpido_facilitator.show.film.on import film_on
from qpido_facilitator.words import Words, noted

Act = Literal["", "open-link", "copy-chat", "start-clock"]


class ScriptStep(Struct, frozen=True):
    """A step to tick; `act` is what a press on it does besides, `next` whether it is the first one open."""

    id: str
    text: str
    below: str = ""
    act: Act = ""
    done: bool = False
    next: bool = False


class _Line(Struct, frozen=True):
    id: str
    text: str
    below: str = ""
    act: Act = ""


_SHARED = (
    _Line("open", noted("Open the film in your browser"), noted("Pause it at the beginning, full screen"), "open-link"),
    _Line("stop-sharing", noted("Stop sharing the participants' window")),
    _Line("share-browser", noted("Share the browser, with sound"), noted("Tick the box for sound before you share")),
    _Line("watch", noted("Play the film"), noted("Ask in the chat whether everyone hears it"), "start-clock"),
    _Line("share-back", noted("Share the participants' window again")),
)
_ALONE = (
    _Line("send-link", noted("Put the link in the chat"), noted("With the time to be back"), "copy-chat"),
    _Line("watch", noted("Everyone watches"), noted("Their window shows the time to be back"), "start-clock"),
    _Line("all-back", noted("Everyone is back")),
)


def script_of(view: RunView, film: Film, words: Words) -> tuple[ScriptStep, ...]:
    """Return the steps of a film by link; one that the app plays has none."""
    if not film.link or film.plays:
        return ()
    lines = _ALONE if film.watching == "by-themselves" else _SHARED
    done = [view.films.ticked(film.id, line.id) for line in lines]
    first = done.index(False) if False in done else len(done)
    return tuple(
        ScriptStep(line.id, words.say(line.text), words.say(line.below), line.act, done[at], at == first)
        for at, line in enumerate(lines)
    )


def film_timer(here: Position) -> str:
    """Return the name of the timer of a film by link."""
    return f"{here.visit}-film"


def film_length(film: Film) -> timedelta | None:
    """Return how long a film by link takes, as far as the session says: its clip, or else its item."""
    clip = clip_of(film)
    if clip.end is not None:
        return timedelta(milliseconds=clip.end - clip.start)
    return timedelta(minutes=film.minutes) if film.minutes else None


def film_by_link_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock of the film by link that is on; `started` False until someone starts it.

    One that the app plays has none.
    """
    here, film = view.stage.position, film_on(view)
    if here is None or film is None or film.plays:
        return None
    timer = film_timer(here)
    set_by_hand = view.timers.countdown(timer, now)
    if set_by_hand:
        return StepClock(timer, set_by_hand)
    length = film_length(film)
    return None if length is None else StepClock(timer, Countdown(length, timedelta(), False), started=False)


def chat_of(film: Film, words: Words, back: datetime | None = None) -> str:
    """Return the text for the chat; `back` is when everyone who watched alone is to be back."""
    text = film.chat or words.say("Film: {link}", link=film.link)
    if back is None:
        return text
    return text + "\n" + words.say("Back at {time}.", time=f"{local(back):%H:%M}")
