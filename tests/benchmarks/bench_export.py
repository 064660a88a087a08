"""Make the documents of a three-hour session while the window goes on: `python tests/benchmarks/bench_export.py`.

Tells how long each takes, beside the same document of an empty session, and the longest time between two ticks of the
window's event loop meanwhile.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402

from qpido_facilitator.app import make_application  # noqa: E402
from qpido_facilitator.clock import ManualClock  # noqa: E402
from qpido_facilitator.export.backup import Secret  # noqa: E402
from qpido_facilitator.export.kinds import Form, Kind  # noqa: E402
from qpido_facilitator.library import Library  # noqa: E402
from qpido_facilitator.plan.loader import load  # noqa: E402
from qpido_facilitator.resources import Places  # noqa: E402
from qpido_facilitator.run.notes import Place  # noqa: E402
from qpido_facilitator.run.run import Run  # noqa: E402
from qpido_facilitator.ui.review.documents import task_of  # noqa: E402
from qpido_facilitator.ui.review.maker import Maker  # noqa: E402
from qpido_facilitator.ui.review.making_page import Offer  # noqa: E402
from qpido_facilitator.words import Words  # noqa: E402

WANTED: tuple[tuple[Kind, Form], ...] = (
    ("client", "docx"), ("client", "pdf"), ("participants", "docx"), ("internal", "docx"), ("answers", "xlsx"),
)  # fmt: skip
SAID = "We luisteren eerst, vragen wat de jongere zelf wil, en spreken af wie er belt. "


def three_hours(home: Path) -> tuple[Run, Library]:
    """Return a run of the shipped workshop in which four groups answered everything, several times over."""
    plan = load(ROOT / "sessions/sexting-en-grooming.yaml").plan
    assert plan
    clock = ManualClock()
    library = Library(Places(home), clock)
    run = library.start(plan)
    for step in run.agenda.steps():
        run.stage.enter(step)
        clock.advance(minutes=3)
    for item in plan.items():
        for asked in item.questions:
            for group in (1, 2, 3, 4) if item.kind == "breakout" else (None,):
                for number in range(8 if item.kind == "breakout" else 16):
                    run.notes.add(Place(item.id, asked.id, group), f"{number}. {SAID * (1 + number % 3)}")
    run.stage.end()
    return run, library


def made(run: Run, library: Library, places: Places, kind: Kind, form: Form) -> tuple[float, float, float]:
    """Return the seconds on the main thread, the seconds in all, and the longest freeze of the event loop."""
    loop, maker, ticks = QEventLoop(), Maker(), [time.perf_counter()]
    tick = QTimer()
    tick.setInterval(1)
    tick.timeout.connect(lambda: ticks.append(time.perf_counter()))
    maker.finished.connect(loop.quit)
    begin = time.perf_counter()
    task = task_of(run, Offer(kind, form, "", ""), places.data / "out", Secret(), library, places, Words("nl"))
    taken = time.perf_counter() - begin
    tick.start()
    ticks[0] = time.perf_counter()
    maker.make((task,))
    loop.exec()
    maker.wait()
    whole = time.perf_counter() - begin
    gaps = [after - before for before, after in zip(ticks, [*ticks[1:], time.perf_counter()], strict=True)]
    return taken, whole, max(gaps)


def main() -> None:
    """Make each document twice: the first time also loads what makes it."""
    app = make_application()
    with tempfile.TemporaryDirectory() as home:
        run, library = three_hours(Path(home))
        places = Places(Path(home))
        print(f"documents of a run with {len(run.notes.all())} answers; seconds, first time and after")
        total = 0.0
        for kind, form in WANTED:
            first, again = (made(run, library, places, kind, form) for _ in range(2))
            total += again[1]
            frozen = max(first[2], again[2]) * 1000
            print(
                f"  {kind} {form}: {first[1]:.2f}, then {again[1]:.2f}; of that {again[0]:.2f} in the window's own "
                f"time; longest freeze {frozen:.0f} ms"
            )
        print(f"  all five together: {total:.2f}")
        run.close()
    del app


if __name__ == "__main__":
    main()
