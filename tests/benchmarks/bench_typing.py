"""A key in a box with 5,000 notes in the run, until it is painted: `python tests/benchmarks/bench_typing.py [KEYS]`.

In the trainer's box for the plenary, in a cell of the matrix, and in the co-trainer's window; beside them a bare box.
The aim is that 99 of 100 keys take 16 ms at most, the time of one picture on the screen. What counts is the time that
our thread works on a key; by the wall a busy machine adds to it, which is told beside it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QPlainTextEdit  # noqa: E402

NOTES, GROUPS, QUESTIONS = 5_000, 12, 5
AIM = 16.0
WORDS = "eerst luisteren, dan vragen wat nodig is en samen een plan maken "
KEPT: list[object] = []


def bare(app: QApplication) -> QPlainTextEdit:
    """Return a box in a window with nothing else."""
    box = QPlainTextEdit()
    box.resize(320, 60)
    box.show()
    return box


def filled(home: Path):
    """Return the library and the folder of a run with all the notes, a few in each cell and most elsewhere."""
    from qpido_facilitator.clock import SystemClock
    from qpido_facilitator.library import Library
    from qpido_facilitator.resources import Places
    from qpido_facilitator.run.notes import Place
    from tests.exercise import exercise_plan

    library = Library(Places(home), SystemClock())
    run = library.start(exercise_plan(GROUPS, QUESTIONS))
    with run.together():
        for number in range(NOTES):
            item = "rooms" if number % 17 == 0 else "again"
            place = Place(item, f"q{number % QUESTIONS + 1}", number % GROUPS + 1)
            run.notes.add(place, f"answer number {number}")
    run.close()
    return library, run.id


def trainer(app: QApplication, *, plenary: bool) -> QPlainTextEdit:
    """Return a box of the trainer's window: of the plenary, or a cell of the matrix."""
    from qpido_facilitator.plan.steps import Step
    from qpido_facilitator.ui.session import Session
    from qpido_facilitator.ui.shared.look import Look
    from qpido_facilitator.words import Words

    library, name = filled(Path(tempfile.mkdtemp()))
    look = Look("light")
    look.dress(app)
    session = Session(lambda a, d: library.resume(name, announce=a, disk_report=d), look, Words("nl"))
    session.show()
    KEPT.append(session)
    session.desk.controller.moves.go_to(Step("welcome" if plenary else "rooms"))
    app.processEvents()
    if plenary:
        return session.presenter.answers.boxes[0].entry
    app.sendEvent(session.presenter, key(Qt.Key.Key_PageDown, ""))
    app.processEvents()
    page = session.presenter.rooms
    page.place_requested.emit(3, "q2")
    if page.editor is page.matrix.editor:
        page.matrix.open_cell(3, "q2")
    return page.editor.entry


def co_trainer(app: QApplication) -> QPlainTextEdit:
    """Return the box of the co-trainer's window."""
    from qpido_facilitator.resources import Places
    from qpido_facilitator.ui.cotrainer.session import CoTrainerSession
    from qpido_facilitator.ui.shared.look import Look
    from qpido_facilitator.words import Words

    home = Path(tempfile.mkdtemp())
    library, name = filled(home)
    look = Look("light")
    look.dress(app)
    folder = Places(home).runs / name
    session = CoTrainerSession(lambda a, d: library.join(folder, announce=a, disk_report=d), look, Words("nl"))
    session.show()
    KEPT.append(session)
    session.controller.choose_group(3)
    session.controller.open("q2")
    return session.window.questions["q2"].entry


BOXES: dict[str, Callable[[QApplication], QPlainTextEdit]] = {
    "bare": bare,
    "plenary": lambda app: trainer(app, plenary=True),
    "matrix": lambda app: trainer(app, plenary=False),
    "co-trainer": co_trainer,
}


def key(code: Qt.Key, char: str) -> QKeyEvent:
    """Return a press of a key."""
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, char)


def typed(app: QApplication, box: QPlainTextEdit, keys: int) -> list[tuple[float, float]]:
    """Return the milliseconds of work, and by the wall, until all that a key changed is painted.

    After a sentence comes Enter, which is not counted.
    """
    box.setFocus()
    for _ in range(20):
        app.processEvents()
    taken = []
    for number in range(keys):
        char = WORDS[number % len(WORDS)]
        begin, wall = time.thread_time(), time.perf_counter()
        app.sendEvent(box, key(Qt.Key.Key_unknown, char))
        app.processEvents()
        taken.append(((time.thread_time() - begin) * 1000, (time.perf_counter() - wall) * 1000))
        if number % len(WORDS) == len(WORDS) - 1 and box.parent() is not None:
            app.sendEvent(box, key(Qt.Key.Key_Return, "\r"))
            for _ in range(5):
                app.processEvents()
    return taken


def main() -> None:
    """Measure each box in a process of its own, and print."""
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 650
    rows: dict[str, tuple[float, float, float]] = {}
    for name in BOXES:
        command = [sys.executable, __file__, "--box", name, str(keys)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        median, worst, wall = map(float, done.stdout.split()[-3:])
        rows[name] = median, worst, wall
    for name, (median, worst, wall) in rows.items():
        ratio = median / rows["bare"][0]
        verdict = "" if name == "bare" else "within the aim" if worst <= AIM else f"OVER the aim of {AIM:.0f} ms"
        by_wall = f"({wall:.1f} by the wall)"
        told = f"a key, {name}: median {median:.2f} ms, {ratio:.1f}x a bare box; p99 {worst:.1f} ms {by_wall} {verdict}"
        print(told.rstrip())


def one(name: str, keys: int) -> None:
    """Measure one box in this process."""
    app = QApplication([])
    app.setStyle("Fusion")
    taken = typed(app, BOXES[name](app), keys)
    work, wall = zip(*taken, strict=True)
    worst = [statistics.quantiles(one, n=100)[98] for one in (work, wall)]
    print(statistics.median(work), *worst, flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--box"]:
        one(sys.argv[2], int(sys.argv[3]))
    else:
        main()
