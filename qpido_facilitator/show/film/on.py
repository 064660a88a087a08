"""Which film is on, and whether participants have its picture before them.

A film whose link is used instead of its file is a film by link from then on, for everyone.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from qpido_facilitator.plan.model import Film, Item
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.course import Move, neighbour, revealed
from qpido_facilitator.show.film.clip import clip_of
from qpido_facilitator.show.film.points import stop_step

_Item = TypeVar("_Item", bound=Item)


def film_on(view: RunView) -> Film | None:
    """Return the film whose item is on, also while one of its questions is."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    item = as_watched(view, entry.item) if entry else None
    return item if isinstance(item, Film) else None


def as_watched(view: RunView, item: _Item) -> _Item:
    """Return an item as it goes in this run: without its file if that is a film whose link is used instead."""
    return replace(item, file="") if isinstance(item, Film) and uses_link_instead(view, item) else item


def uses_link_instead(view: RunView, film: Film) -> bool:
    """Say whether the link of a film of the plan is used instead of its file."""
    return film.plays and bool(film.link) and view.films.by_link(film.id)


def watching(view: RunView) -> Film | None:
    """Return the film that is on itself, and not a question about it."""
    here = view.stage.position
    return film_on(view) if here and here.question is None else None


def in_picture(view: RunView) -> bool:
    """Say whether the picture of a film belongs on the participants' window, whatever stands before it there."""
    here, film = view.stage.position, watching(view)
    return bool(here and film and film.plays and revealed(film, here) is None)


def next_with_films(view: RunView, move: Move) -> Move:
    """Return what Next does where a film has stops: after the question of a stop, back to the film that waits there.

    After the film itself it passes over the questions that its stops brought up already.
    """
    here = view.stage.position
    if here is None or move.kind != "step":
        return move
    waiting = _waits_behind(view, here.where)
    if waiting:
        return Move("film", Step(waiting.id))
    film = watching(view)
    if film is None or not film.plays:
        return move
    asked = {Step(visit.item, visit.question) for visit in view.stage.visits()} & _brought_up(view, film)
    following, steps = move.step, view.agenda.steps(here.item)
    while following in asked:
        following = neighbour(steps, following, 1)
    return Move("step", following) if following else Move("end")


def back_with_films(view: RunView, move: Move | None) -> Move | None:
    """Return what Back does: to a film that was begun, it goes to its picture and not to what stands before it."""
    if move is None or move.kind != "step" or move.step is None or move.step.question is not None:
        return move
    entry = view.agenda.entry(move.step.item)
    item = as_watched(view, entry.item) if entry else None
    begun = isinstance(item, Film) and item.plays and view.films.stated(item.id)
    return Move("film", move.step) if begun else move


def _waits_behind(view: RunView, asked: Step) -> Film | None:
    """Return the film that stands still at the stop which brought up a question."""
    items = (as_watched(view, entry.item) for entry in view.agenda.entries)
    films = (item for item in items if isinstance(item, Film) and item.plays)
    return next((film for film in films if _stands_at(view, film) == asked), None)


def _stands_at(view: RunView, film: Film) -> Step | None:
    """Return the question of the stop at which a film stands still."""
    place = view.films.stated(film.id)
    return stop_step(view, film, place.at) if place and not place.playing else None


def _brought_up(view: RunView, film: Film) -> set[Step]:
    return {step for at in clip_of(film).stops if (step := stop_step(view, film, at))}
