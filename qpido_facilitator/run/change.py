"""Changes to a plan as values: what a trainer asks for, what catch-up proposes, and what undo puts back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.ending import END_AT
from qpido_facilitator.run.entry import Entry, length_of, other_times


class Skip(Struct, frozen=True):
    """Leave an item out, or take it back in."""

    item: str
    skipped: bool = True
    reason: str = ""


class Retime(Struct, frozen=True):
    """Give an item another length in minutes; None is unknown."""

    item: str
    minutes: float | None


class RetimeQuestion(Struct, frozen=True):
    """Give a question of an item another length in minutes."""

    item: str
    question: str
    minutes: float | None


class SkipQuestion(Struct, frozen=True):
    """Leave a question of an item out, or ask it after all."""

    item: str
    question: str
    skipped: bool = True


class Relocate(Struct, frozen=True):
    """Put an item at an order key of a part, or after a step in the middle of another item."""

    item: str
    part: str
    order: str
    within: Step | None = None


class RelocatePart(Struct, frozen=True):
    """Put a part at an order key among the parts."""

    part: str
    order: str


class Withdraw(Struct, frozen=True):
    """Take an insertion back, or make it again."""

    item: str
    withdrawn: bool = True


class EndAt(Struct, frozen=True):
    """Agree on another end of the session; None goes back to the one that follows from the plan."""

    at: datetime | None


Change: TypeAlias = Skip | Retime | RetimeQuestion | SkipQuestion | Relocate | RelocatePart | Withdraw | EndAt


def registers_of(change: Change) -> tuple[str, ...]:
    """Return the registers that a change writes."""
    match change:
        case Skip():
            return (f"plan/{change.item}/skipped",)
        case Retime():
            return (f"plan/{change.item}/minutes",)
        case RetimeQuestion():
            return (f"plan/{change.item}/question/{change.question}",)
        case SkipQuestion():
            return (f"plan/{change.item}/left-out/{change.question}",)
        case Relocate():
            return (f"plan/{change.item}/place", f"plan/{change.item}/within")
        case RelocatePart():
            return (f"plan/{change.part}/part",)
        case Withdraw():
            return (f"plan/{change.item}/withdrawn",)
        case EndAt():
            return (END_AT,)
    assert_never(change)


def as_if(entries: Iterable[Entry], changes: Iterable[Change]) -> tuple[Entry, ...]:
    """Return the items as they would stand after skipping and re-timing; they keep their places."""
    by_item: dict[str, list[Change]] = {}
    for change in changes:
        if isinstance(change, Skip | Retime | RetimeQuestion | SkipQuestion):
            by_item.setdefault(change.item, []).append(change)
    return tuple(_changed(entry, by_item.get(entry.item.id, [])) for entry in entries)


def end_as_if(end_at: datetime | None, changes: Iterable[Change]) -> datetime | None:
    """Return the agreed end as it would be."""
    for change in changes:
        if isinstance(change, EndAt):
            end_at = change.at
    return end_at


def _changed(entry: Entry, changes: list[Change]) -> Entry:
    for change in changes:
        if isinstance(change, Skip):
            entry = replace(entry, skipped=change.skipped, reason=change.reason)
        elif isinstance(change, Retime):
            entry = replace(entry, minutes=change.minutes)
        elif isinstance(change, RetimeQuestion):
            times = {**dict(entry.times), change.question: change.minutes}
            derived = entry.minutes if entry.has_own_length else length_of(entry.item, times, entry.left_out)
            entry = replace(entry, times=other_times(entry.item, times), minutes=derived)
        elif isinstance(change, SkipQuestion):
            others = tuple(name for name in entry.left_out if name != change.question)
            left_out = (*others, change.question) if change.skipped else others
            derived = entry.minutes if entry.has_own_length else length_of(entry.item, dict(entry.times), left_out)
            entry = replace(entry, left_out=left_out, minutes=derived)
    return entry
