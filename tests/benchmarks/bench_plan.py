"""Plan 500 items, against a bare loop and sort over the same: `python tests/benchmarks/bench_plan.py`."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from qpido_facilitator.clock import ManualClock  # noqa: E402
from qpido_facilitator.library import Library  # noqa: E402
from qpido_facilitator.plan.model import Part, SessionPlan, Text  # noqa: E402
from qpido_facilitator.plan.steps import Step  # noqa: E402
from qpido_facilitator.resources import Places  # noqa: E402
from qpido_facilitator.run.run import Run  # noqa: E402
from qpido_facilitator.show.agenda_rows import agenda_rows  # noqa: E402
from qpido_facilitator.show.band import band_of  # noqa: E402
from qpido_facilitator.show.forecast import schedule_of  # noqa: E402
from qpido_facilitator.show.panel import panel_of, proposal_of  # noqa: E402
from qpido_facilitator.show.ribbon import ribbon_of  # noqa: E402
from qpido_facilitator.words import Words  # noqa: E402

PARTS, EACH, TIMES = 25, 20, 30


def a_plan() -> SessionPlan:
    """Return 500 items in 25 parts, half of them flexible and a tenth optional."""
    parts = (
        Part(f"p{part}", f"Part {part}", items=tuple(
            Text(id=f"i{part}-{n}", title=f"Item {n}", minutes=4 + n % 7, min=(None, 2)[n % 2], optional=n % 10 == 0)
            for n in range(EACH)
        ))
        for part in range(PARTS)
    )  # fmt: skip
    return SessionPlan(id="big", title="Big", parts=tuple(parts))


def under_way(home: Path) -> tuple[Run, ManualClock]:
    """Return a run in the middle of its plan, with a hundred items done and forty minutes late."""
    clock = ManualClock()
    run = Library(Places(home), clock).start(a_plan())
    for entry in run.agenda.entries[:101]:
        run.stage.enter(Step(entry.item.id))
        clock.advance(minutes=(entry.minutes or 0) + 0.4)
    return run, clock


def best(work: Callable[[], object]) -> float:
    """Return the shortest of several times, in milliseconds."""
    taken = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1000)
    return min(taken)


def main() -> None:
    """Print what planning costs, and how many times a bare loop and sort that is."""
    with tempfile.TemporaryDirectory() as home:
        run, _ = under_way(Path(home))
        now, words = run.now(), Words("en")
        entries, plan = run.agenda.entries, schedule_of(run, run.now())

        def bare() -> float:
            ordered = sorted(entries, key=lambda entry: (entry.part, entry.order, entry.item.id))
            return sum(entry.minutes or 0.0 for entry in ordered)

        floor = best(bare)
        works: dict[str, Callable[[], object]] = {
            "schedule of 500 items": lambda: schedule_of(run, now),
            "catch-up over 500 items": lambda: proposal_of(run, plan, now),
            "schedule and catch-up": lambda: proposal_of(run, schedule_of(run, now), now),
            "band": lambda: band_of(run, now, words),
            "agenda rows": lambda: agenda_rows(run, now, words),
            "ribbon": lambda: ribbon_of(run, now, words),
            "catch-up panel with its outcome": lambda: panel_of(run, now, words),
        }
        for name, work in works.items():
            taken = best(work)
            print(f"{name}: {taken:.2f} ms, {taken / floor:.1f}x a bare loop and sort ({floor:.2f} ms)")
        run.close()


if __name__ == "__main__":
    main()
