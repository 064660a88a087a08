"""Time to spare: what to do with it, the reverse of catching up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import floor

from qpido_facilitator.plan.model import Break
from qpido_facilitator.run.change import Change, EndAt, Retime, RetimeQuestion, Skip
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.show.candidates import MINUTE, NOTHING
from qpido_facilitator.show.catch_up import Option, Proposal
from qpido_facilitator.show.schedule import Row, Schedule


def give_back(entries: Iterable[Entry], plan: Schedule, target: datetime) -> Proposal | None:
    """Return what to do with time to spare, None when nothing has begun or is planned.

    Chosen are, as far as they fit: minutes back to what was shortened, the sooner first, then what was left out.
    A longer break and an earlier end are only offered. With something of unknown length to come nothing is chosen.
    """
    if plan.expected_end is None:
        return None
    entries = tuple(entries)
    spare = target - plan.expected_end
    sure = NOTHING if plan.at_least else max(spare, NOTHING)
    back = _longer(entries, plan, sure, spare)
    back += _taken_in(entries, plan, sure - _given(back))
    given = _given(back)
    return Proposal(
        target=target,
        need=-spare,
        end=plan.expected_end + given,
        meets=given <= spare,
        options=(*back, *_rests(entries, plan, spare), *_earlier(plan.expected_end, spare)),
        at_least=plan.at_least,
    )


def _earlier(end: datetime, spare: timedelta) -> tuple[Option, ...]:
    return (Option("earlier", "", (EndAt(end),), NOTHING),) if spare >= MINUTE else ()


def _longer(entries: tuple[Entry, ...], plan: Schedule, sure: timedelta, spare: timedelta) -> list[Option]:
    """Return what was made shorter than planned, with as many whole minutes back as there are."""
    options: list[Option] = []
    for entry in entries:
        row = plan.row(entry.item.id)
        if row is None or row.state not in ("now", "planned") or entry.inserted:
            continue
        room = (entry.planned or 0.0) - (entry.minutes or 0.0)
        if entry.minutes is None or entry.planned is None or room <= 0:
            continue
        left = max(sure - _given(options), NOTHING)
        minutes = _fitting(room, left) or _fitting(room, spare)
        if minutes:
            fits = minutes * MINUTE <= left
            options.append(_lengthened(entry, minutes, chosen=fits))
    return options


def _fitting(room: float, left: timedelta) -> float:
    """Return the minutes that go back: all of them, or else as many whole ones as there are."""
    return room if room * MINUTE <= left else float(max(floor(left / MINUTE), 0))


def _lengthened(entry: Entry, minutes: float, *, chosen: bool) -> Option:
    now = (entry.minutes or 0.0) + minutes
    changes: list[Change] = [Retime(entry.item.id, now)]
    if now == entry.planned:
        planned = {one.id: one.minutes for one in entry.item.questions}
        changes += [RetimeQuestion(entry.item.id, name, planned[name]) for name, _ in entry.times if name in planned]
    return Option("lengthen", entry.item.id, tuple(changes), -minutes * MINUTE, chosen, entry.minutes or 0.0, now)


def _taken_in(entries: tuple[Entry, ...], plan: Schedule, left: timedelta) -> list[Option]:
    """Return what was left out, is still ahead, and has a length; chosen as long as it fits."""
    options = []
    here = max((n for n, e in enumerate(entries) if _state(plan.row(e.item.id)) in ("now", "done")), default=-1)
    for entry in entries[here + 1 :]:
        row = plan.row(entry.item.id)
        if row is None or row.state != "skipped" or not entry.minutes or row.spent > NOTHING:
            continue
        length = entry.minutes * MINUTE
        options.append(Option("unskip", entry.item.id, (Skip(entry.item.id, False),), -length, length <= left))
        left -= length if length <= left else NOTHING
    return options


def _state(row: Row | None) -> str:
    return row.state if row else ""


def _rests(entries: tuple[Entry, ...], plan: Schedule, spare: timedelta) -> list[Option]:
    """Return the next break, as much longer as there is time."""
    minutes = floor(spare / MINUTE)
    for entry in entries:
        row = plan.row(entry.item.id)
        if isinstance(entry.item, Break) and row and row.state in ("now", "planned") and entry.minutes is not None:
            now = entry.minutes + minutes
            longer = Option(
                "break", entry.item.id, (Retime(entry.item.id, now),), -minutes * MINUTE, False, entry.minutes, now
            )
            return [longer] if minutes > 0 else []
    return []


def _given(options: Iterable[Option]) -> timedelta:
    return -sum((option.gain for option in options if option.chosen), NOTHING)
