"""The rooms of a breakout in time: when everyone is to be back, and when to press Close for that.

Participants and co-trainers count down the time to work, and nothing else. Opening comes before it. Closing takes
its seconds out of its end, in which groups can still work: pressing Close that much before the time to be back leaves
their time whole. The app calls nobody back itself.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.clocks import NOTHING, StepClock, rooms_clock
from qpido_facilitator.words import Words


class Rooms(Struct, frozen=True):
    """The rooms at a moment. `back_at` and `close_at` are None while the clock waits or is held.

    `close_now` says that it is time to press Close; `close_in` is how long until then.
    """

    clock: StepClock
    closing: timedelta
    back_at: datetime | None = None
    close_at: datetime | None = None
    close_in: timedelta | None = None
    close_now: bool = False
    back_text: str = ""
    close_text: str = ""
    closing_text: str = ""


def rooms_of(view: RunView, now: datetime, words: Words) -> Rooms | None:
    """Return the rooms of the breakout that is on, None outside one and for one without a length."""
    clock = rooms_clock(view, now)
    if clock is None:
        return None
    closing = closing_time(view, clock)
    takes = words.say("{n} s", n=round(closing.total_seconds()))
    if not clock.started or not clock.countdown.running:
        return Rooms(clock, closing, closing_text=takes)
    back_at = now + clock.remaining
    close_at = back_at - closing
    close_now = now >= close_at
    close_text = words.say("Close the rooms at {time}", time=f"{local(close_at):%H:%M:%S}")
    return Rooms(
        clock=clock,
        closing=closing,
        back_at=back_at,
        close_at=close_at,
        close_in=close_at - now,
        close_now=close_now,
        back_text=words.say("back at {time}", time=f"{local(back_at):%H:%M}"),
        close_text=words.say("Close the rooms now") if close_now else close_text,
        closing_text=takes,
    )


def closing_time(view: RunView, clock: StepClock) -> timedelta:
    """Return how much before the end of the work Close is to be pressed; never before the work began."""
    return min(view.call.overheads.closing, clock.countdown.timebox)


def rooms_need(view: RunView, clock: StepClock, box: timedelta | None = None) -> timedelta:
    """Return how long the rooms still keep the session, if the work takes `box` in all (None: what is on the clock).

    Before they are open that is opening them and all of the work.
    """
    left = (clock.countdown.timebox if box is None else box) - clock.countdown.elapsed
    return max(left, NOTHING) if clock.started else view.call.overheads.opening + left
