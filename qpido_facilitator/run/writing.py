"""From a box to a note: a draft with every key, a note when it is sent or rests, and neither while a person is in it.

A box is known by its place. What looks like a person holds its draft back until it was changed, or the one who typed
said that it is fine: until then it is on this laptop only. Text that was sent is held back in the draft too, so that
nothing typed is lost by a reminder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from qpido_facilitator.privacy import Finding, standing
from qpido_facilitator.run.drafts import Draft
from qpido_facilitator.run.notes import MAX_TEXT, Place
from qpido_facilitator.run.run import Run

MOST_WHILE_TYPING = 2_000
"""Characters up to which a text is looked at with every key; a longer one only when it rests or is sent."""


class Writing:
    """The drafts of the boxes, and the notes that they become."""

    def __init__(self, run: Run, wrote: Callable[[Place, str], object] = lambda _place, _note: None) -> None:
        """Serve the boxes of a run; `wrote` hears of each new note, with the place of its box."""
        self._run = run
        self._wrote = wrote

    def draft(self, place: Place) -> Draft:
        """Return what stands in a box; an empty draft for nothing."""
        return self._run.drafts.get(place.key) or Draft("")

    def typed(self, place: Place, text: str, kind: str = "") -> tuple[Finding, ...]:
        """Keep what stands in a box now, and return what looks like a person in it so far.

        `kind` makes it another kind of note than the box is for, here and below.
        """
        self._run.drafts.put(place.key, replace(self.draft(place), text=text, kind=kind))
        return self.seen(place, text, unfinished=True) if len(text) <= MOST_WHILE_TYPING else ()

    def seen(self, place: Place, text: str, *, unfinished: bool = False) -> tuple[Finding, ...]:
        """Return what looks like a person in the text of a box and was not said to be fine."""
        return standing(text, self.draft(place).fine, unfinished=unfinished)

    def accept(self, place: Place) -> None:
        """Say that what looks like a person in a box is none."""
        draft = self.draft(place)
        fine = tuple(dict.fromkeys((*draft.fine, *(one.text for one in standing(draft.text, draft.fine)))))
        self._run.drafts.put(place.key, replace(draft, fine=fine))

    def rested(self, place: Place, text: str, kind: str = "") -> bool:
        """Make a note of a text that goes on being typed; False when it is held back. The same note goes on growing."""
        if not text.strip():
            return True
        self.typed(place, text, kind)
        if self.seen(place, text):
            return False
        if len(text) > MAX_TEXT:
            return True  # it becomes several notes when it is sent: at every rest it would again
        draft = self.draft(place)
        note, heads = self._write(place, draft, text, kind)
        self._run.drafts.put(place.key, replace(draft, text=text, note=note, heads=heads))
        return True

    def sent(self, place: Place, text: str, kind: str = "") -> bool:
        """Make a note of a text and clear its box; False when it is held back. An emptied box takes its note away."""
        if text.strip():
            self.typed(place, text, kind)
            if self.seen(place, text):
                return False
            self._write(place, self.draft(place), text, kind)
        elif self.draft(place).note:
            self._run.noting.remove(self.draft(place).note)
        self._run.drafts.drop(place.key)
        return True

    def pasted(self, place: Place, texts: Iterable[str]) -> bool:
        """Make a note of each text, as one step to undo; those that are held back go into the box, and then False."""
        draft = self.draft(place)
        every = [text.strip() for text in texts if text.strip()]
        held = [text for text in every if standing(text, draft.fine)]
        for name in self._run.noting.add(place, *(text for text in every if text not in held)):
            self._wrote(place, name)
        if held:
            self._run.drafts.put(place.key, replace(draft, text="\n".join((*filter(None, (draft.text,)), *held))))
        return not held

    def edited(self, name: str, text: str, heads: tuple[str, ...] = ()) -> bool:
        """Give a note another text; False when that is held back, and then it waits in a draft of the note's own.

        `heads` are the texts that the editor began with, and stay so while it is held back. A text of nothing takes the
        note away.
        """
        place = place_of_edit(name)
        if not text.strip():
            self._run.noting.remove(name)
        else:
            note = self._run.notes.get(name)
            # what stood in the note already was settled when it was written
            before = tuple(one.text for one in standing(note.text)) if note else ()
            draft = self.draft(place)
            draft = replace(draft, text=text, note=name, heads=draft.heads or heads)
            draft = replace(draft, fine=tuple(dict.fromkeys((*draft.fine, *before))))
            self._run.drafts.put(place.key, draft)
            if self.seen(place, text):
                return False
            self._run.noting.put(name, text, draft.heads)
        self._run.drafts.drop(place.key)
        return True

    def put_by(self, name: str, text: str, heads: tuple[str, ...] = ()) -> None:
        """Keep a changed text of a note in a draft of the note's own."""
        place = place_of_edit(name)
        draft = self.draft(place)
        self._run.drafts.put(place.key, replace(draft, text=text, note=name, heads=draft.heads or heads))

    def unsent(self, place: Place) -> str:
        """Return what stands in a box and may be sent; an observation, and what is held back, is no part of that."""
        draft = self.draft(place)
        return "" if draft.kind == "observation" or standing(draft.text, draft.fine) else draft.text

    def _write(self, place: Place, draft: Draft, text: str, kind: str = "") -> tuple[str, tuple[str, ...]]:
        """Write a text as a note, that of the draft if there is one; returns its id and the heads to go on with."""
        note = self._run.notes.get(draft.note) if draft.note else None
        place = replace(place, kind=kind or place.kind)
        if note is None or note.removed:
            name = self._run.noting.add(place, text)[0]
            self._wrote(place, name)
            return name, self._run.registers.base(f"note/{name}/text")
        heads = self._run.noting.put(note.id, text, draft.heads)
        if note.place != place:
            self._run.noting.move(note.id, place, note.order)
        return note.id, heads


def place_of_edit(note: str) -> Place:
    """Return the place under which the draft of an edit of a note is kept."""
    return Place("", None, None, f"edit-{note}")
