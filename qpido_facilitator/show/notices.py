"""What to say about time when it did not go by as usual: the laptop slept, its clock was set, the app came back.

A gap is told from `up`, which counts sleep and knows no wall, so a corrected clock is never taken for sleep.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.ending import Late
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.band import number_text
from qpido_facilitator.show.clocks import NOTHING, StepClock, rooms_clock, step_clock
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.words import Words

LATE = timedelta(minutes=2)
ASLEEP = timedelta(seconds=30)
"""A tick comes every second. One that was so long in coming was no hiccup: nobody saw a clock all that time."""


class Heartbeat:
    """Watches the ticks of a window; ask it at each of them."""

    def __init__(self) -> None:
        self._last: int | None = None

    def beat(self, up: int) -> timedelta | None:
        """Take in a tick at `up` (milliseconds) and return how long nothing was heard before it, None as usual."""
        last, self._last = self._last, up
        gap = timedelta(milliseconds=up - last) if last is not None else NOTHING
        return gap if gap >= ASLEEP else None


class LateStart(Struct, frozen=True):
    """The session begins later than was told: keep the end, or shift it along. `decided` once someone chose."""

    text: str
    keep: str
    shift: str
    chosen: Late = "keep"
    decided: bool = False


def slept_text(view: RunView, gap: timedelta, now: datetime, words: Words) -> str:
    """Return what to say after a gap: how long, and where the clock that matters stands now."""
    minutes = round(gap.total_seconds() / 60)
    slept = words.plural("This laptop slept for {n} minute.", "This laptop slept for {n} minutes.", minutes)
    if minutes < 1:
        seconds = round(gap.total_seconds())
        slept = words.plural("This laptop slept for {n} second.", "This laptop slept for {n} seconds.", seconds)
    if view.stage.ended is not None:
        return slept
    return " ".join(text for text in (slept, _standing(view, now, words)) if text)


def clock_set_text(now: datetime, words: Words) -> str:
    """Return what to say when the clock of the laptop was set: times on the wall moved, no countdown did."""
    return words.say(
        "The clock of this laptop was set: it is {time} now. Countdowns go on as they were.", time=f"{local(now):%H:%M}"
    )


def resumed_text(view: RunView, now: datetime, words: Words) -> str:
    """Return what to say when a run goes on after a restart; with a word of doubt when only the wall knows how long.

    "" before the first step, after the end, and where nothing counts down.
    """
    if view.stage.position is None or view.stage.ended is not None:
        return ""
    standing = _standing(view, now, words)
    if standing and not view.same_boot():
        doubt = words.say("That goes by the clock of this laptop.")
        return f"{standing} {doubt}"
    return standing


def late_start_of(view: RunView, now: datetime, words: Words) -> LateStart | None:
    """Return the choice after a late start, None when there is none: two minutes are not late, an agreed end stays."""
    plan = schedule_of(view, now)
    if plan.planned_end is None or plan.late < LATE or view.ending.end_at or view.stage.ended:
        return None
    told = plan.planned_end - plan.late if view.ending.late == "shift" else plan.planned_end
    minutes = round(plan.late.total_seconds() / 60)
    return LateStart(
        text=words.plural("{n} minute later than planned", "{n} minutes later than planned", minutes),
        keep=words.say("Keep the end at {time}", time=f"{local(told):%H:%M}"),
        shift=words.say("Shift the end to {time}", time=f"{local(told + plan.late):%H:%M}"),
        chosen=view.ending.late,
        decided=view.ending.decided,
    )


def _standing(view: RunView, now: datetime, words: Words) -> str:
    """Return where the clock that matters stands: in the groups, or of the step."""
    rooms = rooms_clock(view, now)
    if rooms and rooms.started:
        return _told(rooms, words.say("In the groups"), words)
    clock = step_clock(view, now)
    return _told(clock, "", words) if clock and clock.started else ""


def _told(clock: StepClock, where: str, words: Words) -> str:
    if clock.phase == "paused":
        said = words.say("the clock is held, {time} left", time=number_text(clock))
    elif clock.remaining > NOTHING:
        said = words.say("the clock went on, {time} left", time=number_text(clock))
    else:
        said = words.say("the time is up, {time}", time=number_text(clock))
    said = f"{where}: {said}." if where else f"{said}."
    return said[:1].upper() + said[1:]
