"""How long after a session what was noted is kept, when its file says so: as agreed with those whom it is for."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from qpido_facilitator.run.facts import Recorder, data_of

KEEPING = "run/keeping"

Days = Annotated[int, Meta(ge=1, le=3650)]


class KeepingAgreed(Struct, frozen=True, omit_defaults=True):
    """On `run/keeping`: days after the session; None for what holds on the laptop."""

    notes: Days | None = None
    signals: Days | None = None


class Keeping:
    """What was agreed for this run."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    @property
    def agreed(self) -> KeepingAgreed:
        """Return the lengths that the session file gave."""
        said = data_of(self._recorder.registers.winner(KEEPING), "keeping.agreed", KeepingAgreed)
        return said or KeepingAgreed()
