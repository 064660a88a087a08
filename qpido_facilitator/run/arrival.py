"""Before the session begins: when it is to start, how many are there, and whether the share was tested."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct

from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.moments import Moments

START_AT = "run/start-at"
HEADCOUNT = "run/headcount"
SHARE_TEST = "run/share-test"


class StartPlanned(Struct, frozen=True):
    """On `run/start-at`: the time participants were told, ISO in UTC; "" when none was."""

    at: str


class HeadcountSet(Struct, frozen=True):
    """On `run/headcount`: how many participants are there; a number and never who."""

    count: int


class ShareTested(Struct, frozen=True):
    """On `run/share-test`: the number that was shown; `right` None while nobody has read it back."""

    number: int
    right: bool | None = None


class ShareTest(Struct, frozen=True):
    """The last share test, and when it came to stand so."""

    number: int
    right: bool | None
    when: datetime


class Arrival:
    """What is settled while people come in."""

    def __init__(self, recorder: Recorder, moments: Moments) -> None:
        self._recorder = recorder
        self._moments = moments

    @property
    def start_at(self) -> datetime | None:
        """Return when the session is to start, None when nobody said."""
        said = data_of(self._recorder.registers.winner(START_AT), "start.planned", StartPlanned)
        try:
            return datetime.fromisoformat(said.at).astimezone(UTC) if said and said.at else None
        except (ValueError, OverflowError):
            return None

    @property
    def headcount(self) -> int | None:
        """Return how many participants are there, None when nobody counted."""
        said = data_of(self._recorder.registers.winner(HEADCOUNT), "headcount.set", HeadcountSet)
        return max(0, said.count) if said else None

    @property
    def share_test(self) -> ShareTest | None:
        """Return the last share test, None when there was none."""
        fact = self._recorder.registers.winner(SHARE_TEST)
        said = data_of(fact, "share.tested", ShareTested)
        return ShareTest(said.number, said.right, self._moments.when(fact)) if fact and said else None

    def plan_start(self, at: datetime | None) -> None:
        """Say when the session is to start; None takes the time back."""
        said = at.astimezone(UTC).isoformat(timespec="seconds") if at else ""
        self._recorder.record("start.planned", START_AT, StartPlanned(said))

    def count(self, people: int) -> None:
        """Say how many participants are there."""
        self._recorder.record("headcount.set", HEADCOUNT, HeadcountSet(max(0, people)))

    def test_share(self, number: int, *, right: bool | None = None) -> None:
        """Show a number for the share test, or say how it was read back."""
        self._recorder.record("share.tested", SHARE_TEST, ShareTested(number, right))
