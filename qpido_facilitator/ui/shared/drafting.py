"""From a box to the run: what was typed becomes notes, and nothing typed is ever lost on the way.

A box keeps a draft on this laptop with every key. Enter, leaving the box, five seconds of rest and leaving the step
make it a note; after a rest the box still holds it, so that the same note goes on growing.
"""

from __future__ import annotations

from qpido_facilitator.run.drafts import Draft
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import Run


class Drafting:
    """What the boxes of a window do, whichever window that is."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def text(self, place: Place) -> str:
        """Return what stands in the box of a place."""
        draft = self._run.drafts.get(place.key)
        return draft.text if draft else ""

    def held(self, place: Place) -> str:
        """Return the note that the box of a place still holds, "" for none: it is not shown in the list as well."""
        draft = self._run.drafts.get(place.key)
        return draft.note if draft else ""

    def typed(self, place: Place, text: str) -> None:
        """Keep what stands in a box after a key."""
        draft = self._run.drafts.get(place.key) or Draft("")
        self._run.drafts.put(place.key, Draft(text, draft.note, draft.heads))

    def rested(self, place: Place, text: str) -> None:
        """Make a note of what stands in a box, and go on with it in the box."""
        draft = self._run.drafts.get(place.key)
        if draft is None or not text.strip():
            return
        note, heads = self._write(place, draft, text)
        self._run.drafts.put(place.key, Draft(text, note, heads))

    def submitted(self, place: Place, text: str) -> None:
        """Make a note of what stands in a box, and empty it."""
        draft = self._run.drafts.get(place.key) or Draft("")
        if text.strip():
            self._write(place, draft, text)
        elif draft.note:
            self._run.noting.remove(draft.note)
        self._run.drafts.drop(place.key)

    def pasted(self, place: Place, text: str) -> None:
        """Make a note of every line, as one step to undo."""
        self._run.noting.add(place, *text.splitlines())

    def _write(self, place: Place, draft: Draft, text: str) -> tuple[str, tuple[str, ...]]:
        if draft.note and self._run.notes.get(draft.note):
            return draft.note, self._run.noting.put(draft.note, text, draft.heads)
        name = self._run.noting.add(place, text)[0]
        return name, self._run.notes.own_heads(name)
