"""A group that asks for someone: anyone may say so, and anyone may say that it was helped."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from qpido_facilitator.plan.model import AnyItem
from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.groups import key_of
from qpido_facilitator.run.moments import Moments


class HelpAsked(Struct, frozen=True):
    """On `help/<key>`: a group asks for help, or no longer."""

    asked: bool = False


class Help:
    """Which groups ask for help."""

    def __init__(self, recorder: Recorder, moments: Moments) -> None:
        self._recorder = recorder
        self._moments = moments

    def asked(self, item: AnyItem, group: int) -> datetime | None:
        """Return since when a group asks for help, None when it does not."""
        fact = self._recorder.registers.winner(f"help/{key_of(item, group)}")
        said = data_of(fact, "help.asked", HelpAsked)
        return self._moments.when(fact) if fact and said and said.asked else None

    def ask(self, item: AnyItem, group: int, *, asked: bool = True) -> None:
        """Say that a group asks for help, or that it was helped."""
        self._recorder.record("help.asked", f"help/{key_of(item, group)}", HelpAsked(asked))
