"""Making the harvest: each verb is one step to undo, and none touches a note."""

from __future__ import annotations

from collections.abc import Mapping

from qpido_facilitator.run.harvest import CopyHidden, CopyPlaced, CopyPut, Harvests, Pinned, shortened_copy
from qpido_facilitator.run.open_run import OpenRun
from qpido_facilitator.run.writes import Write, write


class Reaping:
    """The verbs of the harvest."""

    def __init__(self, run: OpenRun, harvests: Harvests) -> None:
        self._run = run
        self._harvests = harvests

    def pin(self, note: str, *, pinned: bool = True) -> None:
        """Choose a note for the harvest, or not after all."""
        before = Pinned(self._harvests.pinned(note))
        write(self._run, [Write("note.pinned", f"pin/{note}", Pinned(pinned), before)])

    def hide(self, note: str, *, hidden: bool = True) -> None:
        """Keep a note from participants at once, before or after it was shown; or let it be seen again."""
        before = CopyHidden(self._harvests.hidden(note), note)
        write(self._run, [Write("copy.hidden", f"harvest/{note}/hidden", CopyHidden(hidden, note), before)])

    def shorten(self, note: str, text: str) -> None:
        """Show other words than those of the note, which stays whole; its own words again for none."""
        here, found = self._harvests.of(note), self._run.notes.get(note)
        copy = shortened_copy(text)
        copy = "" if found and copy == found.text.strip() else copy
        saw = self._run.registers.base(f"note/{note}/text") if copy else ()
        before = CopyPut(here.text, note, here.saw)
        write(self._run, [Write("copy.put", f"harvest/{note}/text", CopyPut(copy, note, saw), before)])

    def place(self, orders: Mapping[str, str]) -> None:
        """Put notes at order keys of the harvest."""
        writes = []
        for note, order in orders.items():
            before = CopyPlaced(self._harvests.of(note).order, note)
            writes.append(Write("copy.placed", f"harvest/{note}/place", CopyPlaced(order, note), before))
        write(self._run, writes)
