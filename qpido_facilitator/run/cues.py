"""Texts that were copied in time: which, in which visit, and when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from msgspec import Struct

from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.moments import Moments


class CueCopied(Struct, frozen=True):
    """On `cue/<item>/<cue>`: its text was put on the clipboard during a visit."""

    visit: str


class Cues:
    """The log of what was copied. A cue is named by its number, or "half", "two", "back", "chat", "chat-<question>"."""

    def __init__(self, recorder: Recorder, moments: Moments) -> None:
        self._recorder = recorder
        self._moments = moments

    def copied(self, item: str, cue: str, visits: Collection[str]) -> datetime | None:
        """Return when a cue was last copied, if that was in one of these visits: a new round asks for it again."""
        fact = self._recorder.registers.winner(f"cue/{item}/{cue}")
        said = data_of(fact, "cue.copied", CueCopied)
        return self._moments.when(fact) if fact and said and said.visit in visits else None

    def copy(self, item: str, cue: str, visit: str) -> None:
        """Say that a cue was copied."""
        self._recorder.record("cue.copied", f"cue/{item}/{cue}", CueCopied(visit))
