"""What was noted during a film, as a reminder at the first question about it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from qpido_facilitator.plan.model import Film
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.films import WatchNote
from qpido_facilitator.run.notes import Note
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.film.clip import at_text
from qpido_facilitator.show.film.points import first_question


class Hint(Struct, frozen=True):
    """A watch note in a list: its time in the film, its text, its kind and its id."""

    time: str
    text: str
    kind: str
    note: str


def watch_notes(view: RunView, film: str) -> tuple[Hint, ...]:
    """Return what was noted during a film, in its order."""
    return tuple(_hint(one) for one in view.films.notes(film))


def hints_at(view: RunView, step: Step) -> tuple[Hint, ...]:
    """Return the watch notes to show at a step: none but at the first question about a film."""
    films = [entry.item for entry in view.agenda.entries if isinstance(entry.item, Film) and not entry.skipped]
    film = next((film for film in films if first_question(view, film) == step), None)
    return watch_notes(view, film.id) if film else ()


def film_times(view: RunView, notes: Iterable[Note]) -> dict[str, str]:
    """Return the time in the film of each note that has one, by its id."""
    found = ((note.id, view.films.watched(note.id)) for note in notes)
    return {name: at_text(at) for name, at in found if at is not None}


def _hint(one: WatchNote) -> Hint:
    return Hint(at_text(one.at), one.note.text, one.note.place.kind, one.note.id)
