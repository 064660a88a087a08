"""What past runs of a session teach about its lengths: planned against what it took. Offered, never applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from msgspec import Struct

from qpido_facilitator.plan.lengths import planned_length
from qpido_facilitator.plan.model import AnyItem, Breakout, SessionPlan
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.schedule import spent_on
from qpido_facilitator.words import Words

PASSED = timedelta(seconds=10)
"""An item that was on for less was only passed through."""
FORGOTTEN = timedelta(hours=6)
"""One that was on for longer was left on when everyone went home."""
LEAST_RUNS = 3
LEAST_MINUTES = 1.0


class Learned(Struct, frozen=True):
    """An item over past runs; `planned` is its length in the plan of today, None for unknown, in minutes."""

    item: str
    title: str
    planned: float | None
    average: float
    runs: int

    @property
    def off(self) -> float:
        """Return how many minutes it takes more than planned, all of them when nothing was planned."""
        return self.average - (self.planned or 0.0)


def counts(view: RunView, session: str) -> bool:
    """Say whether a run teaches anything about a session: held for real, ended, and read without damage."""
    head = view.agenda.head
    if head is None or head.session != session or head.rehearsal or head.practice:
        return False
    return view.stage.ended is not None and not view.damaged


def lengths_of(view: RunView) -> dict[str, float]:
    """Return how many minutes every item of a run was on, over all its visits."""
    spent = spent_on(view.stage.visits(), view.stage.ended or view.now())
    return {item: length.total_seconds() / 60 for item, length in spent.items() if PASSED <= length <= FORGOTTEN}


def learned(plan: SessionPlan, pasts: Iterable[Mapping[str, float]]) -> tuple[Learned, ...]:
    """Return what past runs say of the items of a plan, in its order; items that were never on are left out."""
    pasts = tuple(pasts)
    found = []
    for item in plan.items():
        took = [past[item.id] for past in pasts if item.id in past]
        if took:
            title = item.short or item.title
            found.append(Learned(item.id, title, planned_length(item), sum(took) / len(took), len(took)))
    return tuple(found)


def suggested(plan: SessionPlan, found: Iterable[Learned], *, least_runs: int = LEAST_RUNS) -> dict[str, float]:
    """Return the lengths that could be planned from now on, in whole minutes, by item.

    Only where enough runs differ by a minute or more on average, and never under a minimum or the time in the rooms.
    """
    items = {item.id: item for item in plan.items()}
    lengths = {
        one.item: _length(items[one.item], one.average)
        for one in found
        if one.runs >= least_runs and abs(one.off) >= LEAST_MINUTES and one.item in items
    }
    return {item: minutes for item, minutes in lengths.items() if minutes != planned_length(items[item])}


def learned_text(one: Learned, words: Words) -> str:
    """Return "planned 20, on average 27 in 6 runs"."""
    average = words.number(float(round(one.average)) if one.average >= 10 else one.average)
    if one.planned is None:
        return words.plural(
            "length unknown, on average {average} in {n} run",
            "length unknown, on average {average} in {n} runs",
            one.runs,
            average=average,
        )
    return words.plural(
        "planned {planned}, on average {average} in {n} run",
        "planned {planned}, on average {average} in {n} runs",
        one.runs,
        planned=words.number(one.planned),
        average=average,
    )


def _length(item: AnyItem, average: float) -> float:
    least = max(item.min or 0.0, (item.rooms or 0.0) if isinstance(item, Breakout) else 0.0, LEAST_MINUTES)
    return max(float(round(average)), least)
