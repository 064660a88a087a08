"""The ribbon: the whole session to scale, from its beginning to its end, in one line.

What was skipped keeps the width it was planned to have, so that it stays in sight. The post is the planned end; what
the session takes after it is overrun.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.change import Change, as_if
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.schedule import NOTHING, Row, Schedule
from qpido_facilitator.words import Words, noted

State = Literal["done", "now", "skipped", "planned"]
By = Literal["part", "item"]


class Segment(Struct, frozen=True):
    """A part or an item. `left` and `right` are fractions of the whole width, `filled` is how much of it is done.

    `text` is what a tooltip says, `changed` that a preview would make it another length.
    """

    state: State
    left: float
    right: float
    filled: float
    text: str
    items: tuple[str, ...]
    changed: bool = False


class Ribbon(Struct, frozen=True):
    """The ribbon. `post` is where the planned end stands, None without one; `overrun` from there to the end.

    `now` is where the session is, `spoken` all of it in one sentence, for who does not see it.
    """

    segments: tuple[Segment, ...] = ()
    post: float | None = None
    overrun: tuple[float, float] | None = None
    now: float = 0.0
    spoken: str = ""


class _Piece(Struct, frozen=True):
    """Rows that make one segment, and how wide each is in time."""

    name: str
    rows: tuple[Row, ...]
    widths: tuple[timedelta, ...]


def ribbon_of(view: RunView, now: datetime, words: Words, *, by: By = "part", changes: Iterable[Change] = ()) -> Ribbon:
    """Return the ribbon at a moment, as if these changes were made."""
    changes = tuple(changes)
    plan = schedule_of(view, now, changes)
    before = schedule_of(view, now) if changes else plan
    entries = as_if(view.agenda.entries, changes) if changes else view.agenda.entries
    pieces = [piece for piece in _pieces(view, plan, entries, by) if sum(piece.widths, NOTHING) > NOTHING]
    content = sum((width for piece in pieces for width in piece.widths), NOTHING)
    if content <= NOTHING:
        return Ribbon()
    # a session that ends before its planned end leaves room up to the post
    whole = content + max(-plan.over, NOTHING)
    segments, cursor = [], NOTHING
    for piece in pieces:
        end = cursor + sum(piece.widths, NOTHING)
        segments.append(_segment(piece, cursor / whole, end / whole, before, plan, words))
        cursor = end
    post = (content - plan.over) / whole if plan.planned_end else None
    late = post is not None and plan.over > NOTHING
    return Ribbon(
        segments=tuple(segments),
        post=None if post is None else max(post, 0.0),
        overrun=(max(post or 0.0, 0.0), content / whole) if late else None,
        now=max((s.left + (s.right - s.left) * s.filled for s in segments if s.state in ("done", "now")), default=0.0),
        spoken=_spoken(segments, plan, words),
    )


def _pieces(view: RunView, plan: Schedule, entries: tuple[Entry, ...], by: By) -> list[_Piece]:
    if by == "item":
        return [_piece(item_label(entry.item), [entry], plan) for entry in entries]
    names = {part.id: part.short or part.title for part in view.agenda.parts}
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(entry.part, []).append(entry)
    return [_piece(names.get(part, part), mine, plan) for part, mine in grouped.items()]


def _piece(name: str, entries: list[Entry], plan: Schedule) -> _Piece:
    rows = tuple(row for entry in entries if (row := plan.row(entry.item.id)))
    return _Piece(name, rows, tuple(_width(row) for row in rows))


def _width(row: Row) -> timedelta:
    """Return what an item takes of the session: what it took, what it will, or what it would have."""
    if row.state == "skipped" and not row.spent:
        return row.planned or NOTHING
    return row.spent + row.rest


def _segment(piece: _Piece, left: float, right: float, before: Schedule, plan: Schedule, words: Words) -> Segment:
    states = {row.state for row, width in zip(piece.rows, piece.widths, strict=True) if width}
    state: State = "done"
    if "now" in states or ("done" in states and "planned" in states):
        state = "now" if "now" in states else "planned"
    elif states <= {"skipped"}:
        state = "skipped"
    elif "planned" in states:
        state = "planned"
    spent = sum((row.spent for row in piece.rows), NOTHING)
    length = sum(piece.widths, NOTHING)
    changed = before is not plan and any(_differs(row, before.row(row.item)) for row in piece.rows)
    return Segment(
        state=state,
        left=left,
        right=right,
        filled=min(spent / length, 1.0) if state != "skipped" else 0.0,
        text=_text(piece, state, length, words),
        items=tuple(row.item for row in piece.rows),
        changed=changed,
    )


def _differs(row: Row, other: Row | None) -> bool:
    return other is None or (row.state, row.planned) != (other.state, other.planned)


_STATES: dict[State, str] = {
    "done": noted("done"),
    "now": noted("on now"),
    "skipped": noted("skipped"),
    "planned": noted("to come"),
}


def _text(piece: _Piece, state: State, length: timedelta, words: Words) -> str:
    minutes = round(length.total_seconds() / 60)
    return words.say("{what}, {n} min, {state}", what=piece.name, n=minutes, state=words.say(_STATES[state]))


def _spoken(segments: list[Segment], plan: Schedule, words: Words) -> str:
    done = sum(segment.state == "done" for segment in segments)
    said = [words.say("{done} of {total} parts done", done=done, total=len(segments))]
    said += [segment.text for segment in segments if segment.state == "now"]
    if plan.expected_end and plan.planned_end:
        end, planned = f"{local(plan.expected_end):%H:%M}", f"{local(plan.planned_end):%H:%M}"
        said.append(words.say("End {end}, plan {plan}", end=f"≥ {end}" if plan.at_least else end, plan=planned))
    return "; ".join(said)
