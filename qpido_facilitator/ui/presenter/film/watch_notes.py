"""Notes written while a film is on get its time: that at which their writing began, not that at which it ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from qpido_facilitator.run.notes import Place
from qpido_facilitator.ui.presenter.notes_controller import NotesController
from qpido_facilitator.ui.shared.live import LiveRun


class WatchNotes(QObject):
    """`place_now` tells the place in the film in milliseconds, None while no film is on."""

    def __init__(self, live: LiveRun, notes: NotesController, place_now: Callable[[], int | None]) -> None:
        super().__init__()
        self._run = live.run
        self._place_now = place_now
        self._begun: dict[Place, int] = {}
        notes.writing.connect(self._on_writing)
        notes.written.connect(self._on_written)
        notes.put_away.connect(self._forget)

    def _on_writing(self, place: Place, text: str) -> None:
        draft = self._run.drafts.get(place.key)
        if not text.strip():
            self._forget(place)
        elif place not in self._begun and not (draft and draft.note):
            at = self._place_now()
            if at is not None:
                self._begun[place] = at

    def _on_written(self, place: Place, note: str) -> None:
        began = self._begun.pop(_box(place), None)
        at = self._place_now() if began is None else began
        if at is not None:
            self._run.films.stamp(note, at)

    def _forget(self, place: Place) -> None:
        self._begun.pop(_box(place), None)


def _box(place: Place) -> Place:
    """Return the box that a note came from, whatever kind of note it became."""
    return Place(place.item, place.question, place.group)
