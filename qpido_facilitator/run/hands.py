"""Clocks that were set by hand and that a new length in the plan overrules: how to set them again.

Undo puts the old length back, which would still be the newer word; so it also says again what a hand had said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.run.change import Change, Retime, RetimeQuestion, SkipQuestion
from qpido_facilitator.run.stage import Stage, Visit, stayed
from qpido_facilitator.run.timers import Countdown, Held, Timers


class SetByHand(Struct, frozen=True):
    """A timer as it was set, and whether it counts only while its stays last; open rooms count always."""

    timer: str
    held: Held
    item: str
    question: str | None = None
    always: bool = False


def set_by_hand(stage: Stage, timers: Timers, changes: Iterable[Change]) -> tuple[SetByHand, ...]:
    """Return the clocks of this round that some changes will overrule."""
    return tuple(found for change in changes for found in _overruled(stage, timers, change))


def set_again(stage: Stage, timers: Timers, hands: Iterable[SetByHand], now: datetime) -> None:
    """Say again what was set by hand, with what has passed since."""
    for hand in hands:
        said = hand.held.countdown
        stays = _stays(stage, hand.item, hand.question)
        passed = now - hand.held.when if hand.always else stayed(stays, now, hand.held.when)
        elapsed = said.elapsed + (max(passed, timedelta()) if said.running else timedelta())
        timers.set(hand.timer, Countdown(said.timebox, elapsed, said.running))


def _overruled(stage: Stage, timers: Timers, change: Change) -> Iterator[SetByHand]:
    if isinstance(change, RetimeQuestion):
        stays = _stays(stage, change.item, change.question)
        names = [f"{stay.step}-question" for stay in stays]
        if found := _last(timers, names):
            yield SetByHand(*found, change.item, change.question)
    elif isinstance(change, Retime | SkipQuestion):
        visits = list(dict.fromkeys(stay.visit for stay in stage.stays(change.item)))
        if found := _last(timers, visits):
            yield SetByHand(*found, change.item)
        if found := _last(timers, [f"{visit}-rooms" for visit in visits]):
            yield SetByHand(*found, change.item, always=True)


def _last(timers: Timers, names: list[str]) -> tuple[str, Held] | None:
    return next(((name, held) for name in reversed(names) if (held := timers.held(name))), None)


def _stays(stage: Stage, item: str, question: str | None) -> tuple[Visit, ...]:
    return tuple(stay for stay in stage.stays(item) if question is None or stay.question == question)
