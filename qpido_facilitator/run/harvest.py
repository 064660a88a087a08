"""The harvest: which answers are shown, in what order and in which words. A note itself is never touched.

A copy has the id of the note it comes from: a note has one copy at most, so two trainers who shorten the same answer
meet on one register instead of making two. The fact names the note once more, so that an erasure reaches the copy.
"""

from __future__ import annotations

from msgspec import Struct

from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.notes import clean

MOST_COPY = 2000


class Pinned(Struct, frozen=True):
    """On `pin/<note>`: it is to be shown, or was chosen not to be; None when nobody chose."""

    pinned: bool | None = None


class CopyPut(Struct, frozen=True, omit_defaults=True):
    """On `harvest/<note>/text`: what is shown instead of the note's own words; "" for those.

    `of` is the note, `saw` the texts of it that stood there when it was copied.
    """

    text: str = ""
    of: str = ""
    saw: tuple[str, ...] = ()


class CopyPlaced(Struct, frozen=True, omit_defaults=True):
    """On `harvest/<note>/place`: its order key in the harvest; "" for where the note stands."""

    order: str = ""
    of: str = ""


class CopyHidden(Struct, frozen=True, omit_defaults=True):
    """On `harvest/<note>/hidden`: participants do not see it, whatever else is said of it."""

    hidden: bool = False
    of: str = ""


class Harvested(Struct, frozen=True):
    """What the registers say of one note in the harvest; `chosen` that somebody said whether it is to be shown."""

    pinned: bool = False
    chosen: bool = False
    hidden: bool = False
    text: str = ""
    order: str = ""
    saw: tuple[str, ...] = ()


class Harvests:
    """What was decided of the harvest."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def of(self, note: str) -> Harvested:
        """Return what was decided of a note."""
        registers = self._recorder.registers
        copy = data_of(registers.winner(f"harvest/{note}/text"), "copy.put", CopyPut) or CopyPut()
        placed = data_of(registers.winner(f"harvest/{note}/place"), "copy.placed", CopyPlaced) or CopyPlaced()
        pinned = self.pinned(note)
        return Harvested(bool(pinned), pinned is not None, self.hidden(note), copy.text, placed.order, copy.saw)

    def pinned(self, note: str) -> bool | None:
        """Say whether a note is pinned, None when nobody chose."""
        said = data_of(self._recorder.registers.winner(f"pin/{note}"), "note.pinned", Pinned)
        return said.pinned if said else None

    def hidden(self, note: str) -> bool:
        """Say whether a note is hidden from participants; of two who disagree, the one that hides it counts."""
        heads = self._recorder.registers.heads(f"harvest/{note}/hidden")
        known = [said for head in heads if (said := data_of(head, "copy.hidden", CopyHidden))]
        return any(said.hidden for said in known)


def shortened_copy(text: str) -> str:
    """Return words for a copy as they are kept."""
    return clean(text).strip()[:MOST_COPY]
