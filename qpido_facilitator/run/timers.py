"""Countdowns. A timer fact holds its result, never a difference, so it can be read alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.moments import Moments


class TimerSet(Struct, frozen=True):
    """On `timer/<visit>`: the timebox and what of it had passed when this was said, both in seconds."""

    seconds: float
    elapsed: float
    running: bool


class Countdown(Struct, frozen=True):
    """A timebox at a moment. `remaining` is negative once it is overrun."""

    timebox: timedelta
    elapsed: timedelta
    running: bool

    @property
    def remaining(self) -> timedelta:
        """Return the time left, negative once the timebox is overrun."""
        return self.timebox - self.elapsed


class Held(Struct, frozen=True):
    """A countdown as it was set, and when; `at` tells which of two facts is the newer."""

    countdown: Countdown
    when: datetime
    at: str


class Timers:
    """The countdowns that were set by hand; without one a step counts from when it was entered."""

    def __init__(self, recorder: Recorder, moments: Moments) -> None:
        self._recorder = recorder
        self._moments = moments

    def countdown(self, visit: str, now: datetime) -> Countdown | None:
        """Return the countdown of a visit, or None when nobody set one."""
        held = self.held(visit)
        if held is None:
            return None
        said = held.countdown
        passed = now - held.when if said.running else timedelta()
        return Countdown(said.timebox, said.elapsed + max(passed, timedelta()), said.running)

    def held(self, visit: str) -> Held | None:
        """Return the countdown of a visit as it was set, or None when nobody set one."""
        fact = self._recorder.registers.winner(f"timer/{visit}")
        said = data_of(fact, "timer.set", TimerSet)
        if fact is None or said is None:
            return None
        countdown = Countdown(timedelta(seconds=said.seconds), timedelta(seconds=said.elapsed), said.running)
        return Held(countdown, self._moments.when(fact), fact.at)

    def began(self, visit: str) -> datetime | None:
        """Return when a countdown that was set by hand first ran, None when it never did."""
        for fact in self._recorder.registers.history(f"timer/{visit}"):
            said = data_of(fact, "timer.set", TimerSet)
            if said and (said.running or said.elapsed > 0):
                return self._moments.when(fact) - timedelta(seconds=said.elapsed)
        return None

    def stopped(self, visit: str) -> datetime | None:
        """Return since when a countdown stands still, whatever length it was given meanwhile; None when it runs."""
        since = None
        for fact in self._recorder.registers.history(f"timer/{visit}"):
            said = data_of(fact, "timer.set", TimerSet)
            if said:
                since = None if said.running else since or self._moments.when(fact)
        return since

    def set(self, visit: str, countdown: Countdown) -> None:
        """Say how a countdown stands from now on."""
        said = TimerSet(countdown.timebox.total_seconds(), countdown.elapsed.total_seconds(), countdown.running)
        self._recorder.record("timer.set", f"timer/{visit}", said)
