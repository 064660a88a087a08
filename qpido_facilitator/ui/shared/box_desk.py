"""What every box for notes does, whichever window it stands in: drafts, notes, the quiet reminder, pasted lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from qpido_facilitator.run.drafts import Draft
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import Run
from qpido_facilitator.run.writing import Writing, place_of_edit
from qpido_facilitator.show.earlier import Earlier, earlier_texts
from qpido_facilitator.show.reminder import left_out_text, reminder_text
from qpido_facilitator.ui.shared.answer_rows import AnswerList
from qpido_facilitator.ui.shared.entry_box import EntryBox
from qpido_facilitator.ui.shared.person_strip import PersonStrip
from qpido_facilitator.words import Words


class Box(Protocol):
    """A box: where is typed, and the strip below it."""

    entry: EntryBox
    reminder: PersonStrip


def unheard(_place: Place, _note: str) -> None:
    """Nobody listens."""


class BoxDesk:
    """Serves boxes. A box may be None, when what it was for is shown no more: its text is kept all the same."""

    def __init__(self, run: Run, words: Words, wrote: Callable[[Place, str], object] = unheard) -> None:
        self._run = run
        self._words = words
        self._writing = Writing(run, wrote)

    def draft(self, place: Place) -> Draft:
        """Return what stands in the box of a place."""
        return self._writing.draft(place)

    def fill(self, box: Box, place: Place) -> Draft:
        """Put into a box what stood in it, and say what looks like a person in that."""
        draft = self._writing.draft(place)
        box.entry.fill(draft.text)
        self.remind(box, place, draft.text)
        return draft

    def typed(self, box: Box | None, place: Place, text: str, kind: str = "") -> None:
        """Keep what stands in a box after a key."""
        found = self._writing.typed(place, text, kind)
        self._tell(place, text, kind)
        if box:
            box.reminder.remind(reminder_text(found, self._words), found)

    def rested(self, box: Box | None, place: Place, text: str, kind: str = "") -> bool:
        """Make a note of what stands in a box and go on with it; False when it is held back."""
        noted = self._writing.rested(place, text, kind)
        self._run.presence.stop()
        if box and not noted:
            self.remind(box, place, text)
        return noted

    def sent(self, box: Box | None, place: Place, text: str, kind: str = "") -> bool:
        """Make a note of what stands in a box and empty it; False when it is held back."""
        sent = self._writing.sent(place, text, kind)
        self._run.presence.stop()
        if box and sent:
            box.entry.fill("")
            box.reminder.remind("")
        elif box:
            self.remind(box, place, text)
        return sent

    def accepted(self, box: Box | None, place: Place, text: str, kind: str = "") -> bool:
        """Make a note of what looks like a person and is none."""
        self._writing.typed(place, text, kind)
        self._writing.accept(place)
        return self.sent(box, place, text, kind)

    def pasted(self, box: Box | None, place: Place, text: str) -> None:
        """Make a note of each line or message; what is held back goes into the box."""
        from qpido_facilitator.show.pasting import answers_in  # its patterns take 60 ms to compile

        found = answers_in(text)
        self._writing.pasted(place, found.texts)
        if box:
            self.fill(box, place)
            if not box.reminder.asks:
                box.reminder.tell(left_out_text(found.private, found.more, self._words))

    def edited(self, name: str, text: str, heads: tuple[str, ...]) -> bool:
        """Give a note another text; False when it is held back, and then `hold` shows it.

        `heads` are those of the text that the editor began with.
        """
        return self._writing.edited(name, text, heads)

    def put_by(self, name: str, text: str, heads: tuple[str, ...]) -> None:
        """Keep a changed text of a note in its draft, for nothing can be changed now."""
        self._writing.put_by(name, text, heads)

    def changed(self, name: str) -> bool:
        """Say whether a changed text of a note waits in its draft."""
        return bool(self._writing.draft(place_of_edit(name)).text)

    def empty_if_noted(self, box: Box, place: Place) -> None:
        """Empty a box when what stands in it became a note as it rested."""
        draft = self._writing.draft(place)
        note = self._run.notes.get(draft.note) if draft.note else None
        if note and not note.removed and note.text == draft.text.strip():
            self._run.drafts.drop(place.key)
            box.entry.fill("")

    def unsent(self, place: Place) -> str:
        """Return what stands in the box of a place, "" while something in it looks like a person."""
        return self._writing.unsent(place)

    def edit_accepted(self, name: str, text: str) -> bool:
        """Give a note a text that looks like a person and is none."""
        self._writing.accept(place_of_edit(name))
        return self._writing.edited(name, text)

    def earlier(self, name: str) -> tuple[Earlier, ...]:
        """Return what a note said before."""
        return earlier_texts(self._run, name, self._words)

    def hold(self, notes: AnswerList, name: str) -> None:
        """Show the changed text of a note that is held back, and why."""
        place, row = place_of_edit(name), notes.row(name)
        waiting = self._writing.draft(place).text
        if row and waiting:
            found = self._writing.seen(place, waiting)
            row.hold(waiting, reminder_text(found, self._words))

    def show_again(self, notes: AnswerList, name: str) -> None:
        """Show a note after it was changed, or what is held back of it."""
        note, row = self._run.notes.get(name), notes.row(name)
        if note and row:
            row.show_note(note)
            self.hold(notes, name)

    def _tell(self, place: Place, text: str, kind: str) -> None:
        """Let others know that someone types here, or no longer; it is told when a thread gets to it."""
        if text.strip():
            self._run.presence.type(place, kind)
        else:
            self._run.presence.stop()

    def remind(self, box: Box, place: Place, text: str) -> None:
        """Say what looks like a person in a text that stands still, or nothing."""
        found = self._writing.seen(place, text)
        box.reminder.remind(reminder_text(found, self._words), found)
