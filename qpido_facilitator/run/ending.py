"""When the session is to end: what a late start does to it, and another end that was agreed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from msgspec import Struct

from qpido_facilitator.run.facts import Recorder, data_of

END_POLICY = "run/end-policy"
END_AT = "run/end-at"

Late = Literal["keep", "shift"]


class EndDecided(Struct, frozen=True):
    """On `run/end-policy`: after a late start the end stays where it was told, or shifts along."""

    late: Late


class EndPlanned(Struct, frozen=True):
    """On `run/end-at`: the end that was agreed on the way, ISO in UTC; "" for the one that follows from the plan."""

    at: str


class Ending:
    """What was decided about the end."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    @property
    def late(self) -> Late:
        """Return what a late start does to the end: it keeps, unless someone said that it shifts."""
        said = data_of(self._recorder.registers.winner(END_POLICY), "end.decided", EndDecided)
        return said.late if said else "keep"

    @property
    def decided(self) -> bool:
        """Say whether someone said what a late start does to the end."""
        return self._recorder.registers.winner(END_POLICY) is not None

    @property
    def end_at(self) -> datetime | None:
        """Return the end that was agreed on the way, None when there is none."""
        said = data_of(self._recorder.registers.winner(END_AT), "end.planned", EndPlanned)
        try:
            return datetime.fromisoformat(said.at).astimezone(UTC) if said and said.at else None
        except (ValueError, OverflowError):
            return None

    def decide(self, late: Late) -> None:
        """Say what a late start does to the end."""
        self._recorder.record("end.decided", END_POLICY, EndDecided(late))

    def plan_end(self, at: datetime | None) -> None:
        """Agree on another end; None goes back to the one that follows from the plan."""
        said = at.astimezone(UTC).isoformat(timespec="seconds") if at else ""
        self._recorder.record("end.planned", END_AT, EndPlanned(said))
