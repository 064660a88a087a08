"""The named places of a film: moments to look out for, and stops that bring up a question."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from qpido_facilitator.plan.films import discussed
from qpido_facilitator.plan.model import AnyItem, Film, Moment, StopPoint
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.film.clip import at_text, milliseconds
from qpido_facilitator.show.labels import question_number, question_of, shortened
from qpido_facilitator.words import Words


class FilmPoint(Struct, frozen=True):
    """A named place; a `stop` pauses there, and `step` is the question it brings up, if there is one."""

    at: int
    text: str
    stop: bool = False
    step: Step | None = None


def points_of(view: RunView, film: Film, words: Words) -> tuple[FilmPoint, ...]:
    """Return the places of a film in their order."""
    found = [_moment(one) for one in film.moments] + [_stop(view, film, one, words) for one in film.stops]
    return tuple(sorted(found, key=lambda point: (point.at, point.stop)))


def coming(points: Iterable[FilmPoint], at: int) -> FilmPoint | None:
    """Return the first place that is still to come."""
    return next((point for point in points if point.at > at), None)


def coming_text(point: FilmPoint, at: int, words: Words) -> str:
    """Return "at 04:12, in 00:24"."""
    return words.say("at {time}, in {left}", time=at_text(point.at), left=at_text(point.at - at + 999))


def stop_step(view: RunView, film: Film, at: int) -> Step | None:
    """Return the question that the stop at a place brings up, None when it only pauses."""
    stop = next((one for one in film.stops if milliseconds(one.at) == at), None)
    return _asked(view, film, stop.question) if stop and stop.question else None


def first_question(view: RunView, film: Film) -> Step | None:
    """Return the first question that follows a film: its own, or of its discussion."""
    asked = view.agenda.questions(film)
    if asked:
        return Step(film.id, asked[0].id)
    follows = discussed(_after(view, film))
    return Step(follows.id, follows.questions[0].id) if follows and follows.questions else None


def _moment(moment: Moment) -> FilmPoint:
    return FilmPoint(milliseconds(moment.at), moment.text)


def _stop(view: RunView, film: Film, stop: StopPoint, words: Words) -> FilmPoint:
    step = _asked(view, film, stop.question) if stop.question else None
    asked = question_of(view, step) if step else None
    text = stop.text or (asked.short or shortened(asked.text, 24) if asked else words.say("Stop"))
    return FilmPoint(milliseconds(stop.at), text, stop=True, step=step)


def _asked(view: RunView, film: Film, question: str) -> Step | None:
    if any(one.id == question for one in view.agenda.questions(film)):
        return Step(film.id, question)
    follows = discussed(_after(view, film))
    known = follows is not None and any(one.id == question for one in follows.questions)
    return Step(follows.id, question) if follows and known else None


def _after(view: RunView, film: Film) -> Iterable[AnyItem]:
    entries = view.agenda.entries
    place = next((n for n, entry in enumerate(entries) if entry.item.id == film.id), len(entries))
    return (entry.item for entry in entries[place + 1 :] if not entry.skipped)


def point_command(view: RunView, point: FilmPoint, words: Words) -> str:
    """Return the command that goes to what a stop brings up."""
    return words.say("Show question {n}", n=question_number(view, point.step)) if point.step else ""
