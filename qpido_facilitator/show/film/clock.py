"""How much film is left, and whether it still fits the plan."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.plan.model import Film
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import clock_text
from qpido_facilitator.show.clocks import item_clock
from qpido_facilitator.show.film.clip import Clip, at_text
from qpido_facilitator.words import Words

NOTHING = timedelta()


class FilmClock(Struct, frozen=True):
    """A film in time: the place in it, its length, and what is left in minutes of the clock on the wall.

    `spare` is what the item has over after the film and its own questions, negative when it does not fit; None
    when nobody knows how long the item takes.
    """

    at: int
    length: int
    left: timedelta
    spare: timedelta | None

    @property
    def fits(self) -> bool:
        """Return whether the film, from here, stays within its item."""
        return self.spare is None or self.spare >= NOTHING


def film_clock(clip: Clip, whole: int, at: int, speed: float, room: timedelta | None) -> FilmClock:
    """Return the clock at a place in a film of `whole` milliseconds; `room` is what the item has left for it."""
    length = clip.length(whole)
    passed = min(max(0, at - clip.start), length)
    left = timedelta(milliseconds=(length - passed) / speed)
    return FilmClock(at, length, left, None if room is None else room - left)


def room_for(view: RunView, film: Film, now: datetime) -> timedelta | None:
    """Return what its item has left for a film that is on, without the questions still to be asked in it."""
    here, clock = view.stage.position, item_clock(view, now)
    if here is None or here.item != film.id or clock is None:
        return None
    asked = {visit.question for visit in view.stage.visits() if visit.item == film.id}
    to_come = sum((one.minutes or 0) for one in view.agenda.questions(film) if one.id not in asked)
    return clock.remaining - timedelta(minutes=to_come)


def place_text(clock: FilmClock, clip: Clip, words: Words) -> str:
    """Return "03:48 of 06:40"."""
    return words.say("{time} of {length}", time=at_text(clock.at - clip.start), length=at_text(clock.length))


def left_text(clock: FilmClock, words: Words) -> str:
    """Return "02:52 of film left"."""
    return words.say("{time} of film left", time=clock_text(clock.left.total_seconds()))


def fits_text(clock: FilmClock, words: Words) -> str:
    """Return whether it still fits, or "" when nobody knows."""
    if clock.spare is None:
        return ""
    minutes = int(abs(clock.spare).total_seconds() // 60)
    if clock.fits:
        return words.plural("It fits, {n} minute to spare", "It fits, {n} minutes to spare", minutes)
    return words.plural("{n} minute longer than planned", "{n} minutes longer than planned", minutes + 1)
