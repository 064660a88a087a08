"""Catching up: the smallest set of changes with which the session ends on time.

In this order: flexible items toward their minimum, the time of questions, leaving out what is optional, ending later.
The last is never chosen, only offered: participants were told another time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Change, EndAt
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.show.candidates import MINUTE, NOTHING, Candidate, Cut, Running, candidates
from qpido_facilitator.show.choosing import chosen
from qpido_facilitator.show.schedule import Schedule

Kind = Literal["shorten", "question", "skip", "later", "lengthen", "unskip", "break", "earlier"]
Reason = Literal["core", "minimum", "fixed"]


class Option(Struct, frozen=True):
    """Something that can be done. `gain` is how much sooner the session ends by it, below nought for what gives back.

    `was` and `now` are minutes, of the item or of all of its questions together. `chosen` belongs to the proposal.
    """

    kind: Kind
    item: str
    changes: tuple[Change, ...]
    gain: timedelta
    chosen: bool = False
    was: float = 0.0
    now: float = 0.0


class Kept(Struct, frozen=True):
    """An item that stays as it is, and why: it is core, at its minimum already, or of a fixed length."""

    item: str
    reason: Reason


class Proposal(Struct, frozen=True):
    """What to do about the end. `need` is what has to be made up, below nought for what there is to give back.

    `end` is when the session ends with what was chosen, `meets` says whether that is in time; `at_least` that it
    may be later, because something of unknown length is still to come.
    """

    target: datetime
    need: timedelta
    end: datetime
    meets: bool
    options: tuple[Option, ...] = ()
    kept: tuple[Kept, ...] = ()
    at_least: bool = False

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return the changes that were chosen."""
        return tuple(change for option in self.options if option.chosen for change in option.changes)


_ORDER: tuple[Kind, ...] = ("shorten", "question", "skip")


def catch_up(
    entries: Iterable[Entry],
    plan: Schedule,
    target: datetime,
    *,
    running: Running | None = None,
    asked: frozenset[Step] = frozenset(),
) -> Proposal | None:
    """Return how to end at the target, None when nothing has begun or is planned.

    `running` is the item that is on by its clock, `asked` the steps that were on already: those are not shortened.
    """
    if plan.expected_end is None:
        return None
    entries = tuple(entries)
    need = plan.expected_end - target
    found = candidates(entries, plan, running, asked)
    proposed = [_option(one.kind, one.item, one.cut, chosen=True) for one in chosen(found, need)]
    taken = {(option.item, option.kind) for option in proposed}
    others = [other for one in found for other in _others(one, need) if (other.item, other.kind) not in taken]
    gained = sum((option.gain for option in proposed), NOTHING)
    return Proposal(
        target=target,
        need=need,
        end=plan.expected_end - gained,
        meets=gained >= need,
        options=(*proposed, *sorted(others, key=lambda one: _ORDER.index(one.kind)), *_later(plan.expected_end, need)),
        kept=tuple(_kept(entries, plan, {one.item for one in found})),
        at_least=plan.at_least,
    )


def _option(kind: str, item: str, cut: Cut, *, chosen: bool = False) -> Option:
    return Option(_kind(kind), item, cut.changes, cut.gain, chosen, cut.was, cut.now)


def _kind(kind: str) -> Kind:
    return "skip" if kind == "skip" else "question" if kind == "question" else "shorten"


def _others(one: Candidate, need: timedelta) -> list[Option]:
    """Return what can be done with an item besides what was chosen: no more than is needed."""
    others = [_option(one.kind, one.item, one.at_least(need))] if one.cuts else []
    return [*others, *([_option("skip", one.item, one.skip)] if one.skip else [])]


def _later(end: datetime, need: timedelta) -> tuple[Option, ...]:
    """Return ending when the session will end anyway, at the next whole minute."""
    if need <= NOTHING:
        return ()
    rest = timedelta(seconds=end.second, microseconds=end.microsecond)
    return (Option("later", "", (EndAt(end - rest + MINUTE if rest else end),), NOTHING),)


def _kept(entries: tuple[Entry, ...], plan: Schedule, found: set[str]) -> Iterable[Kept]:
    """Return what is still to come and can give nothing."""
    for entry in entries:
        row = plan.row(entry.item.id)
        if row is None or row.state not in ("now", "planned") or entry.item.id in found:
            continue
        reason: Reason = "core" if entry.item.core else "fixed" if entry.item.min is None else "minimum"
        yield Kept(entry.item.id, reason)
