"""While people come in: when it starts, what the band says of that, and how the share test stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import clock_text
from qpido_facilitator.show.band import Band
from qpido_facilitator.words import Words

_ROUND = timedelta(minutes=15)
_SOONEST = timedelta(minutes=4)
_AVOIDED = frozenset({112, 113, 116, 144, 666, 911})
"""Numbers that mean something else, help lines above all."""

TestState = Literal["open", "running", "right", "wrong"]


class ShareTestText(Struct, frozen=True):
    """How the share test stands, in words."""

    state: TestState
    text: str
    below: str


def until_start(view: RunView, now: datetime) -> timedelta | None:
    """Return the time until the start, None without one or once it has come."""
    start = view.arrival.start_at
    return start - now if start and start > now else None


def suggested_start(now: datetime) -> datetime:
    """Return the next quarter of an hour that leaves people some minutes to come in."""
    wall = local(now + _SOONEST)
    whole = wall.replace(minute=0, second=0, microsecond=0)
    quarters = -((whole - wall) // _ROUND)
    return whole + quarters * _ROUND


def moved_start(start: datetime, now: datetime, minutes: int) -> datetime:
    """Return a start so many minutes later or earlier; later counts from now on once the start has passed."""
    base = max(start, now.replace(second=0, microsecond=0)) if minutes > 0 else start
    return base + timedelta(minutes=minutes)


def arrival_band(view: RunView, now: datetime, words: Words) -> Band:
    """Return what the band says before the start: how long still, what was told, when it ends."""
    start, left = view.arrival.start_at, until_start(view, now)
    people = view.arrival.headcount
    counted = words.plural("{n} participant", "{n} participants", people) if people else ""
    clock = f"{local(now):%H:%M}"
    title = words.say("Share test") if view.stage.screen == "share-test" else words.say("Coming in")
    if start is None:
        return Band(title=title, item=words.say("No starting time told"), after=counted, clock=clock)
    return Band(
        number=clock_text(left.total_seconds()) if left else "",
        fraction=1.0,
        title=title,
        item=words.say("We start at") if left else words.say("Told start"),
        rest=f"{local(start):%H:%M}",
        after=counted,
        pace="start",
        pace_text=words.say("Start {time}", time=f"{local(start):%H:%M}"),
        end_text=_end(view, start, words),
        clock=clock,
    )


def share_test_text(view: RunView, words: Words) -> ShareTestText:
    """Return how the share test stands: not done, running, read right, or something else was seen."""
    test = view.arrival.share_test
    if test is None:
        return ShareTestText(
            "open", words.say("Share test not done"), words.say("Only someone in the call can tell what is shared")
        )
    at = f"{local(test.when):%H:%M}"
    if test.right is None:
        return ShareTestText(
            "running", words.say("Share test is running"), words.say("Wait for an answer from the call")
        )
    if test.right:
        below = words.say("{time}: participants read {number}", time=at, number=test.number)
        return ShareTestText("right", words.say("Share test passed"), below)
    return ShareTestText("wrong", words.say("Share test failed"), words.say("{time}: they saw something else", time=at))


def share_test_number(choose: Callable[[int], int], before: int | None) -> int:
    """Return a number of three figures for the share test; `choose` gives one below its argument.

    Never the number shown before, and none that people know as something else.
    """
    numbers = [number for number in range(200, 1000) if number not in _AVOIDED and number != before]
    return numbers[choose(len(numbers))]


def _end(view: RunView, start: datetime, words: Words) -> str:
    head = view.agenda.head
    minutes = (head.minutes if head else None) or sum(entry.minutes or 0 for entry in view.agenda.entries)
    return words.say("End {time}", time=f"{local(start + timedelta(minutes=minutes)):%H:%M}") if minutes else ""
