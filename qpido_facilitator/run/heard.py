"""What a trainer's laptop has read of the others, so that a co-trainer is told the truth: read, and not merely sent.

Only trainers say so, and only of co-trainers: nobody answers an answer.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from qpido_facilitator.journal.envelope import Name
from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.people import CO_TRAINER, TRAINER, People

Count = Annotated[int, Meta(ge=0, le=2**40)]


class WriterHeard(Struct, frozen=True):
    """On `writer/<id>/heard`: up to which of its facts, without a gap, this start has read each co-trainer's start."""

    heard: dict[Name, Count]


class Heard:
    """What trainers have read."""

    def __init__(self, recorder: Recorder, people: People) -> None:
        self._recorder = recorder
        self._people = people

    def by_trainers(self, writer: str) -> int:
        """Return up to which of a start's facts some trainer has read everything, 0 for nothing."""
        return max((said.get(writer, 0) for said in self._said()), default=0)

    def known(self) -> frozenset[str]:
        """Return every start that some trainer has read something of, also one that did not open here yet."""
        return frozenset(writer for said in self._said() for writer in said)

    def acknowledge(self) -> bool:
        """Say what was read of co-trainers, if that is more than was said before; True when it was."""
        mine = self._by(self._recorder.writer)
        starts = (writer for writer in self._people.writers() if self._people.role(writer) == CO_TRAINER)
        heard = {writer: self._recorder.registers.whole_up_to(writer) for writer in starts}
        if all(mine.get(writer, 0) >= number for writer, number in heard.items()):
            return False
        self._recorder.record("writer.heard", f"writer/{self._recorder.writer}/heard", WriterHeard(heard))
        return True

    def _said(self) -> list[dict[str, int]]:
        writers = self._people.writers()
        return [self._by(writer) for writer in writers if self._people.role(writer) == TRAINER]

    def _by(self, writer: str) -> dict[str, int]:
        said = data_of(self._recorder.registers.winner(f"writer/{writer}/heard"), "writer.heard", WriterHeard)
        return said.heard if said else {}
