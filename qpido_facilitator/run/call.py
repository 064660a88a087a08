"""The call that the session is held in: its rooms take time to open and to close, each platform its own."""

from __future__ import annotations

from msgspec import Struct

from qpido_facilitator.plan.model import Platform
from qpido_facilitator.plan.platforms import OVERHEADS, Overheads
from qpido_facilitator.run.facts import Recorder, data_of

PLATFORM = "run/platform"


class PlatformSet(Struct, frozen=True):
    """On `run/platform`: where the call is held."""

    platform: Platform


class Call:
    """What is known of the call."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    @property
    def platform(self) -> Platform:
        """Return where the call is held, "other" when nobody said or when this version does not know it."""
        said = data_of(self._recorder.registers.winner(PLATFORM), "platform.set", PlatformSet)
        return said.platform if said else "other"

    @property
    def overheads(self) -> Overheads:
        """Return what opening and closing rooms take there."""
        return OVERHEADS[self.platform]

    def hold_in(self, platform: Platform) -> None:
        """Say where the call is held."""
        self._recorder.record("platform.set", PLATFORM, PlatformSet(platform))
