"""Writing notes and settling what two people wrote at once: each verb is one step to undo."""

from __future__ import annotations

from collections.abc import Iterable

from qpido_facilitator.run.notes import AskedState, Note, Place, pieces
from qpido_facilitator.run.open_run import OpenRun


class Noting:
    """The verbs of notes."""

    def __init__(self, run: OpenRun) -> None:
        self._run = run

    def add(self, place: Place, *texts: str) -> tuple[str, ...]:
        """Write notes, one for each text that says something; one too long becomes several. Returns their ids."""
        kept = [piece for text in texts if text.strip() for piece in pieces(text.strip())]
        return self.add_to((place, piece) for piece in kept)

    def add_to(self, notes: Iterable[tuple[Place, str]]) -> tuple[str, ...]:
        """Write notes in several places as one step to undo; returns their ids."""
        with self._run.together():
            names = tuple(self._run.notes.add(place, text) for place, text in notes)
        self.did_add(names)
        return names

    def take_in(self, notes: Iterable[tuple[Place, str, str]]) -> tuple[str, ...]:
        """Write notes that came from elsewhere, each under an id of its own, as one step to undo; returns the new ids.

        One that was taken in before is passed over, and brought back when it was removed.
        """
        fresh: list[str] = []
        with self._run.together():
            for place, text, name in notes:
                before = self._run.notes.get(name)
                if before is None:
                    self._run.notes.add(place, text, name=name)
                elif before.removed:
                    self._run.notes.restore(name)
                else:
                    continue
                fresh.append(name)
        self.did_add(tuple(fresh))
        return tuple(fresh)

    def did_add(self, names: tuple[str, ...]) -> None:
        """Remember notes that were just written as one step to undo."""
        if names:
            self._run.undo.did(
                _registers(names), undo=lambda: self._each_removed(names), redo=lambda: self._each_restored(names)
            )

    def put(self, name: str, text: str, saw: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Give a note another text; what does not fit in one becomes notes behind it.

        `saw` are the heads that the editor began with: a text that another put since then stays, as a second version.
        Returns the heads to go on editing with.
        """
        note = self._run.notes.get(name)
        if note is None or note.newer:
            return saw
        first, *rest = pieces(text.strip())
        heads = self._replaced(note, first, saw) if first != note.text or note.others else saw or note.heads
        self.add(note.place, *rest)
        return heads

    def remove(self, *names: str) -> None:
        """Take notes away; their texts stay in the journal."""
        self._each_removed(names)
        self._run.undo.did(
            _registers(names), undo=lambda: self._each_restored(names), redo=lambda: self._each_removed(names)
        )

    def move(self, name: str, place: Place, order: str) -> None:
        """Put a note elsewhere, or make it of another kind."""
        note = self._run.notes.get(name)
        if note and (note.place, note.order) != (place, order):
            move = self._run.notes.move
            move(name, place, order)
            self._run.undo.did(
                (f"note/{name}/place",),
                undo=lambda: move(name, note.place, note.order),
                redo=lambda: move(name, place, order),
            )

    def keep(self, name: str, text: str) -> None:
        """Settle two versions with one of them; taking that back brings the others again as notes beside it."""
        note = self._run.notes.get(name)
        if note and not note.newer and text in (note.text, *note.others):
            self._replaced(note, text)

    def keep_both(self, name: str) -> tuple[str, ...]:
        """Settle two versions by making the others notes of their own; returns their ids.

        Taking that back makes one note with all the texts: what two wrote at once cannot be undone, nor may it be lost.
        """
        note = self._run.notes.get(name)
        if note is None or note.newer or not note.others:
            return ()
        with self._run.together():
            self._run.notes.put(name, note.text)
            names = self._add_behind(note, note.others)

        def undo() -> None:
            with self._run.together():
                self._each_removed(names)
                self._run.notes.put(name, "\n".join((note.text, *note.others)))

        def redo() -> None:
            with self._run.together():
                self._run.notes.put(name, note.text)
                self._each_restored(names)

        self._run.undo.did((f"note/{name}/text", *_registers(names)), undo=undo, redo=redo)
        return names

    def settle_question(self, name: str, state: AskedState) -> None:
        """Say what became of a question for the plenary."""
        note = self._run.notes.get(name)
        if note and note.asked != state:
            settle = self._run.notes.settle_question
            settle(name, state)
            self._run.undo.did(
                (f"note/{name}/asked",), undo=lambda: settle(name, note.asked), redo=lambda: settle(name, state)
            )

    def _replaced(self, note: Note, text: str, saw: tuple[str, ...] = ()) -> tuple[str, ...]:
        notes, back = self._run.notes, list[str]()

        def undo() -> None:
            now = notes.get(note.id) or note
            theirs = tuple(one for one in (now.text, *now.others) if one != text)
            first, *rest = theirs or (note.text, *note.others)
            with self._run.together():
                notes.put(note.id, first)
                back[:] = self._add_behind(note, rest)

        def redo() -> None:
            with self._run.together():
                self._each_removed(tuple(back))
                notes.put(note.id, text)

        notes.put(note.id, text, saw)
        self._run.undo.did((f"note/{note.id}/text",), undo=undo, redo=redo)
        return (*saw, *notes.own_heads(note.id))

    def _add_behind(self, note: Note, texts: Iterable[str]) -> tuple[str, ...]:
        names: list[str] = []
        for text in texts:
            names.append(self._run.notes.add(note.place, text, after=names[-1] if names else note.id))
        return tuple(names)

    def _each_removed(self, names: tuple[str, ...]) -> None:
        with self._run.together():
            for name in names:
                self._run.notes.remove(name)

    def _each_restored(self, names: tuple[str, ...]) -> None:
        with self._run.together():
            for name in names:
                self._run.notes.restore(name)


def _registers(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"note/{name}/{what}" for name in names for what in ("text", "status"))
