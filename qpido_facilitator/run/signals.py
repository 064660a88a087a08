"""After-care signals: that somebody needs care, never what was said and never who it is.

There is no free text in any of these facts: each field is one of a few words, so nothing else can be written or read.
Co-trainers write them as trainers do. They are in no document and on no slide.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from qpido_facilitator.run.facts import Changes, Recorder, data_of
from qpido_facilitator.run.moments import Moments

About = Literal["own-experience", "unsafe-now", "about-client", "other"]
State = Literal["open", "done", "withdrawn"]
_WHO = r"^(|trainer|co-trainer|co-trainer-[1-9]|[A-Z])\Z"
Who = Annotated[str, Meta(pattern=_WHO)]
"""Who follows up: a role, or one initial; "" while nobody does."""


class SignalNoted(Struct, frozen=True, omit_defaults=True):
    """On `signal/<id>/noted`: of which sort, and in which group; None for the plenary."""

    about: About
    group: int | None = None


class SignalTaken(Struct, frozen=True):
    """On `signal/<id>/who`: who follows up."""

    who: Who = ""


class SignalSet(Struct, frozen=True):
    """On `signal/<id>/state`: open, done, or withdrawn because it was noted by mistake."""

    state: State = "open"


class Signal(Struct, frozen=True):
    """A signal as it stands."""

    id: str
    about: About
    group: int | None
    who: str
    state: State
    noted: datetime
    writer: str


class Signals:
    """The signals of a run."""

    def __init__(self, recorder: Recorder, moments: Moments) -> None:
        self._recorder = recorder
        self._moments = moments
        self._ids: set[str] = set()

    def settle(self, changes: Changes) -> None:
        """Take note of signals that are new."""
        self._ids |= changes.ids("signal")

    def all(self) -> tuple[Signal, ...]:
        """Return every signal that was not withdrawn, the oldest first."""
        found = [signal for name in self._ids if (signal := self.get(name)) and signal.state != "withdrawn"]
        return tuple(sorted(found, key=lambda signal: (signal.noted, signal.id)))

    def get(self, name: str) -> Signal | None:
        """Return a signal, also a withdrawn one."""
        registers = self._recorder.registers
        fact = registers.winner(f"signal/{name}/noted")
        noted = data_of(fact, "signal.noted", SignalNoted)
        if fact is None or noted is None:
            return None
        taken = data_of(registers.winner(f"signal/{name}/who"), "signal.taken", SignalTaken) or SignalTaken()
        state = data_of(registers.winner(f"signal/{name}/state"), "signal.set", SignalSet) or SignalSet()
        return Signal(
            id=name,
            about=noted.about,
            group=noted.group,
            who=taken.who,
            state=state.state,
            noted=self._moments.when(fact),
            writer=fact.writer,
        )

    def note(self, about: About, group: int | None, who: str = "") -> str:
        """Note a signal, and return its id. Raises ValueError for a `who` that is no role and no initial."""
        name = f"s{len(self._recorder.registers)}-{self._recorder.writer[:8]}"
        taken = _taken(who)
        self._recorder.record("signal.noted", f"signal/{name}/noted", SignalNoted(about, group))
        if who:
            self._recorder.record("signal.taken", f"signal/{name}/who", taken)
        return name

    def take(self, name: str, who: str) -> None:
        """Say who follows up. Raises ValueError for what is no role and no initial."""
        self._recorder.record("signal.taken", f"signal/{name}/who", _taken(who))

    def set(self, name: str, state: State) -> None:
        """Say that a signal was dealt with, is open again, or was noted by mistake."""
        self._recorder.record("signal.set", f"signal/{name}/state", SignalSet(state))


def _taken(who: str) -> SignalTaken:
    """Return the fact, checked: what is no role and no initial is never written down."""
    if not re.match(_WHO, who):
        raise ValueError("a role or one initial")
    return SignalTaken(who)
