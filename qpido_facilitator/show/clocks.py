"""The countdowns of this moment: of the step that is on, and of its item.

A clock counts the time that its step or item was on, over all stays of this round: going elsewhere and back
neither starts it again nor lets it run meanwhile, and one that was held is still held. The rooms of a breakout are
the exception: once open they are open, whatever is on the screen. Of a length set by hand and a plan that was
changed, the newer counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.lengths import rooms_length
from qpido_facilitator.plan.model import AtZero, Breakout, Harvest
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.stage import Position, Visit, stayed
from qpido_facilitator.run.timers import Countdown, Held
from qpido_facilitator.run.view import RunView

WARNING = timedelta(minutes=2)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
NOTHING = timedelta()

Phase = Literal["waiting", "running", "warning", "up", "over", "paused"]


class StepClock(Struct, frozen=True):
    """A countdown and the timer it stands on. `started` False is a clock that waits for its start."""

    timer: str
    countdown: Countdown
    started: bool = True
    at_zero: AtZero = "keep"

    @property
    def remaining(self) -> timedelta:
        """Return the time left, negative once it is overrun."""
        return self.countdown.remaining

    @property
    def phase(self) -> Phase:
        """Return "waiting" as long as it is only planned, "up" for the second in which the time is up, then "over"."""
        if not self.started:
            return "waiting"
        if self.remaining <= NOTHING:
            return "up" if self.remaining > -SECOND else "over"
        if not self.countdown.running:
            return "paused"
        short = min(WARNING, self.countdown.timebox / 4)
        return "warning" if self.remaining <= short else "running"

    @property
    def fraction(self) -> float:
        """Return what is left of the timebox, from 1 down to 0."""
        whole = self.countdown.timebox.total_seconds()
        return min(1.0, max(0.0, self.remaining.total_seconds() / whole)) if whole > 0 else 0.0

    @property
    def hidden(self) -> bool:
        """Say whether participants no longer see it: its time is up and it was told to leave then."""
        return self.at_zero == "hide" and self.started and self.remaining <= NOTHING


def toggled(clock: StepClock) -> Countdown:
    """Return the countdown held, or going on; what waits for its start is started."""
    held = clock.countdown
    return Countdown(held.timebox, held.elapsed, not held.running)


def lengthened(clock: StepClock, by: timedelta) -> Countdown:
    """Return the countdown with more or less time: never under what has passed, nor under a minute."""
    held = clock.countdown
    least = max(min(held.timebox, held.elapsed), min(held.timebox, MINUTE))
    return Countdown(max(held.timebox + by, least), held.elapsed, held.running)


def rooms_timer(here: Position) -> str:
    """Return the name of the timer of the rooms of a breakout."""
    return f"{here.visit}-rooms"


def rooms_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock of the rooms of the breakout that is on, or None outside one."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None or not isinstance(entry.item, Breakout):
        return None
    length = rooms_length(entry.item, entry.minutes)
    planned = None if length is None else timedelta(minutes=length)
    held = rooms_set(view, here.item)
    if held is None:
        if planned is None:
            return None
        return StepClock(rooms_timer(here), Countdown(planned, NOTHING, False), False, entry.item.at_zero)
    said = held.countdown
    passed = max(now - held.when, NOTHING) if said.running else NOTHING
    box = _newer(planned, view.agenda.stated(here.item, "minutes"), held)
    opened = said.running or said.elapsed > NOTHING
    return StepClock(rooms_timer(here), Countdown(box, said.elapsed + passed, said.running), opened, entry.item.at_zero)


def rooms_set(view: RunView, item: str) -> Held | None:
    """Return how the clock of the rooms of a breakout was set last, None when nobody did so in this round."""
    return _newest(view, dict.fromkeys(f"{stay.visit}-rooms" for stay in view.stage.stays(item)))


def rooms_minutes(view: RunView, item: Breakout) -> float | None:
    """Return how long the groups of a breakout have: as their clock was set in this round, else as planned."""
    entry = view.agenda.entry(item.id)
    planned = rooms_length(item, entry.minutes if entry else item.minutes)
    held = rooms_set(view, item.id)
    if held is None:
        return planned
    stated = view.agenda.stated(item.id, "minutes")
    return _newer(None if planned is None else timedelta(minutes=planned), stated, held) / timedelta(minutes=1)


def item_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock of the item that is on, over all its visits; None when its length is unknown."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None:
        return None
    stays = view.stage.stays(here.item)
    held = _newest(view, dict.fromkeys(stay.visit for stay in stays))
    return _counted(here.visit, stays, held, entry.minutes, _length_stated(view, entry), now, entry.item.at_zero)


def question_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock of the question that is on, or None when it has no length of its own."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    asked = entry.question(here.question) if here and entry and not isinstance(entry.item, Harvest) else None
    if here is None or entry is None or asked is None:
        return None
    stays = tuple(stay for stay in view.stage.stays(here.item) if stay.question == here.question)
    held = _newest(view, [f"{stay.step}-question" for stay in stays])
    changed = view.agenda.stated(here.item, f"question/{asked.id}")
    at_zero = asked.at_zero or entry.item.at_zero
    return _counted(f"{here.step}-question", stays, held, asked.minutes, changed, now, at_zero)


def step_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock that matters now: the open rooms, else the question, else the item."""
    return rooms_clock(view, now) or question_clock(view, now) or item_clock(view, now)


def _counted(
    timer: str,
    stays: tuple[Visit, ...],
    held: Held | None,
    minutes: float | None,
    changed: str,
    now: datetime,
    at_zero: AtZero,
) -> StepClock | None:
    """Return a clock that counts while its stays last."""
    planned = timedelta(minutes=minutes) if minutes else None
    if held is None:
        if planned is None:
            return None
        return StepClock(timer, Countdown(planned, stayed(stays, now), running=True), at_zero=at_zero)
    said = held.countdown
    passed = stayed(stays, now, held.when) if said.running else NOTHING
    box = _newer(planned, changed, held)
    return StepClock(timer, Countdown(box, said.elapsed + passed, said.running), at_zero=at_zero)


def _length_stated(view: RunView, entry: Entry) -> str:
    """Return when the plan last said how long an item is; without minutes of its own its questions say so."""
    names = ["minutes"]
    if entry.item.minutes is None:
        names += [f"{what}/{asked.id}" for asked in entry.item.questions for what in ("question", "left-out")]
    return max(view.agenda.stated(entry.item.id, name) for name in names)


def _newest(view: RunView, timers: Iterable[str]) -> Held | None:
    """Return what was set by hand on the last of these timers that has anything."""
    return next((held for name in reversed(list(timers)) if (held := view.timers.held(name))), None)


def _newer(planned: timedelta | None, changed: str, held: Held) -> timedelta:
    """Return the length that was said last: by the plan, if that changed since, or by hand."""
    return planned if planned is not None and changed > held.at else held.countdown.timebox
