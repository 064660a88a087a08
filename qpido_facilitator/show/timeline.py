"""Planned against actual, item by item, as bars."""

from __future__ import annotations

from msgspec import Struct

from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.schedule import spent_on
from qpido_facilitator.words import Words


class Bar(Struct, frozen=True):
    """An item: minutes planned and taken, None for unknown or not done; `said` is both in words, "12 → 14"."""

    label: str
    planned: float | None
    actual: float | None
    said: str
    over: bool = False


class Timeline(Struct, frozen=True):
    """The bars in the order of the agenda, and what the two colours are called."""

    bars: tuple[Bar, ...] = ()
    planned_name: str = ""
    actual_name: str = ""


def timeline(view: RunView, words: Words) -> Timeline:
    """Return how long each item was planned to take and how long it took; what has no length is left out."""
    visits = view.stage.visits()
    spent = spent_on(visits, view.stage.ended or (visits[-1].begin if visits else view.now()))
    took = {item: round(length.total_seconds() / 60, 1) for item, length in spent.items()}
    bars = (_bar(entry, took.get(entry.item.id), words) for entry in view.agenda.entries)
    shown = tuple(bar for bar in bars if bar.planned or bar.actual)
    return Timeline(shown, words.say("Planned"), words.say("Actual"))


def _bar(entry: Entry, actual: float | None, words: Words) -> Bar:
    planned = entry.planned
    left = "?" if planned is None else words.number(planned)
    right = words.say("skipped") if actual is None and entry.skipped else "–"
    if actual is not None:
        right = words.number(actual)
    title = entry.item.title or item_label(entry.item)
    return Bar(title, planned, actual, f"{left} → {right}", bool(planned is not None and actual and actual > planned))
