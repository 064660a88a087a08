"""What the verbs that change a plan need of an open run."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from qpido_facilitator.journal.envelope import Fact
from qpido_facilitator.journal.registers import Registers
from qpido_facilitator.run.agenda import Agenda
from qpido_facilitator.run.ending import Ending
from qpido_facilitator.run.notes import Notes
from qpido_facilitator.run.stage import Stage
from qpido_facilitator.run.timers import Timers
from qpido_facilitator.run.undo import Undo


class OpenRun(Protocol):
    """What of an open run is needed here."""

    agenda: Agenda
    stage: Stage
    ending: Ending
    notes: Notes
    undo: Undo
    timers: Timers
    registers: Registers
    writer: str

    def record(self, op: str, on: str, data: Struct, base: tuple[str, ...] | None = None) -> Fact:
        """State a fact; it replaces all that is there, or just `base`."""

    def now(self) -> datetime:
        """Return this moment on the axis of the facts."""

    def together(self) -> AbstractContextManager[None]:
        """Announce what is stated inside as one change."""
