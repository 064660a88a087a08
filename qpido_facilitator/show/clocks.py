"""The countdowns of this moment: of the step that is on, and of its item."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.plan.model import Breakout, Harvest, Question
from qpido_facilitator.run.agenda import Entry
from qpido_facilitator.run.stage import Position
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.run.view import RunView

WARNING = timedelta(minutes=2)
NOTHING = timedelta()


class StepClock(Struct, frozen=True):
    """A countdown and the timer it stands on. `started` False is a clock that waits for its start."""

    timer: str
    countdown: Countdown
    started: bool = True

    @property
    def remaining(self) -> timedelta:
        """Return the time left, negative once it is overrun."""
        return self.countdown.remaining

    @property
    def phase(self) -> str:
        """Return "waiting", "paused", "over", "warning" or "running"."""
        if not self.started:
            return "waiting"
        if self.remaining <= NOTHING:
            return "over"
        if not self.countdown.running:
            return "paused"
        short = min(WARNING, self.countdown.timebox / 4)
        return "warning" if self.remaining <= short else "running"

    @property
    def fraction(self) -> float:
        """Return what is left of the timebox, from 1 down to 0."""
        whole = self.countdown.timebox.total_seconds()
        return min(1.0, max(0.0, self.remaining.total_seconds() / whole)) if whole > 0 else 0.0


def rooms_timer(here: Position) -> str:
    """Return the name of the timer of the rooms of a breakout."""
    return f"{here.visit}-rooms"


def rooms_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock of the rooms of the breakout that is on, or None outside one."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None or not isinstance(entry.item, Breakout):
        return None
    set_by_hand = view.timers.countdown(rooms_timer(here), now)
    if set_by_hand:
        return StepClock(rooms_timer(here), set_by_hand)
    if entry.item.rooms is None:
        return None
    whole = timedelta(minutes=entry.item.rooms)
    return StepClock(rooms_timer(here), Countdown(whole, NOTHING, False), started=False)


def item_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock of the item that is on, over all its visits; None when its length is unknown."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None:
        return None
    set_by_hand = view.timers.countdown(here.visit, now)
    if set_by_hand:
        return StepClock(here.visit, set_by_hand)
    if not entry.minutes:
        return None
    spent = sum((_stay(view, now, step=False)), NOTHING)
    return StepClock(here.visit, Countdown(timedelta(minutes=entry.minutes), spent, running=True))


def question_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock of the question that is on, or None when it has no length of its own."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None:
        return None
    set_by_hand = view.timers.countdown(here.step, now)
    if set_by_hand:
        return StepClock(here.step, set_by_hand)
    question = None if isinstance(entry.item, Harvest) else _question(view, entry, here.question)
    if question is None or not question.minutes:
        return None
    spent = sum(_stay(view, now, step=True), NOTHING)
    return StepClock(here.step, Countdown(timedelta(minutes=question.minutes), spent, running=True))


def step_clock(view: RunView, now: datetime) -> StepClock | None:
    """Return the clock that matters now: the open rooms, else the question, else the item."""
    return rooms_clock(view, now) or question_clock(view, now) or item_clock(view, now)


def _stay(view: RunView, now: datetime, *, step: bool) -> list[timedelta]:
    here = view.stage.position
    return [
        (visit.end or now) - visit.begin
        for visit in view.stage.visits()
        if here and visit.item == here.item and (not step or visit.question == here.question)
    ]


def _question(view: RunView, entry: Entry, name: str | None) -> Question | None:
    return next((asked for asked in view.agenda.questions(entry.item) if asked.id == name), None)
