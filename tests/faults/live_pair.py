"""Two people on one run who type and type, in the real windows, offscreen, each in a process of its own.

    python -m tests.faults.live_pair trainer HOME
    python -m tests.faults.live_pair co-trainer HOME RUN_FOLDER

The co-trainer's machine is another, with a clock that is seven minutes fast. Both type in group 2, question 1, and send
nothing. Prints "RUN folder", "SEES text" when what is said of the other there changes, and "CLOCK text" for the rooms.
A file `quiet` in HOME ends the typing, a file `stop` ends the process in order.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from qpido_facilitator.app import make_application
from qpido_facilitator.clock import SystemClock
from qpido_facilitator.library import Library
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.resources import Places
from qpido_facilitator.show.audience import clock_text
from qpido_facilitator.show.clocks import rooms_clock
from qpido_facilitator.ui.cotrainer.session import CoTrainerSession
from qpido_facilitator.ui.session import Session
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words
from tests.exercise import exercise_plan

LETTER = 400
"""Milliseconds from letter to letter."""


class OtherMachine(SystemClock):
    """A machine that booted at another time, and whose clock is seven minutes fast."""

    def __init__(self) -> None:
        super().__init__()
        self.boot = "another"

    def utc(self) -> datetime:
        """Return what its wall says."""
        return super().utc() + timedelta(minutes=7)

    def up(self) -> int:
        """Return milliseconds since it was started."""
        return super().up() + 3_600_000


class Trainer:
    """Opens the rooms and types in the matrix."""

    def __init__(self, home: Path, _where: str) -> None:
        library = Library(Places(home), SystemClock())
        self.session = Session(
            lambda a, d: library.start(exercise_plan(), announce=a, disk_report=d), Look("light"), Words("en")
        )
        self.session.show()
        self.session.desk.controller.moves.go_to(Step("rooms"))
        send(self.session.presenter, Qt.Key.Key_PageDown)
        self.session.desk.controller.display.settle()
        self.session.presenter.rooms.matrix.open_cell(2, "q1")

    def box(self) -> QPlainTextEdit:
        return self.session.presenter.rooms.editor.entry

    def sees(self) -> str:
        cell = self.session.presenter.rooms.matrix.cell_view(2, "q1")
        return cell.cell.status if cell and cell.cell.state == "typing" else "nobody"

    def clock(self) -> str:
        clock = rooms_clock(self.session.run, self.session.run.now())
        return clock_text(clock.remaining.total_seconds()) if clock else ""


class CoTrainer:
    """Types in the co-trainer's window."""

    def __init__(self, home: Path, where: str) -> None:
        library = Library(Places(home), OtherMachine())
        self.session = CoTrainerSession(
            lambda a, d: library.join(Path(where), announce=a, disk_report=d), Look("light"), Words("en")
        )
        self.session.show()
        self.session.controller.choose_group(2)
        self.session.controller.open("q1")

    def box(self) -> QPlainTextEdit:
        return self.session.window.questions["q1"].entry

    def sees(self) -> str:
        return self.session.window.questions["q1"].typing or "nobody"

    def clock(self) -> str:
        return self.session.window.head.told


class Typist:
    """Lets one of them type, and tells what they see."""

    def __init__(self, role: str, home: Path, where: str) -> None:
        self.home = home
        self.person = Trainer(home, where) if role == "trainer" else CoTrainer(home, where)
        print("RUN", self.person.session.run.folder, flush=True)
        self.said: dict[str, str] = {"SEES": "nobody"}
        self.letters, self.looks = QTimer(), QTimer()
        self.letters.timeout.connect(self.type)
        self.looks.timeout.connect(self.look)
        self.letters.start(LETTER)
        self.looks.start(20)

    def type(self) -> None:
        """Type a letter."""
        if not (self.home / "quiet").exists():
            send(self.person.box(), Qt.Key.Key_unknown, "x")

    def look(self) -> None:
        """Tell what changed; go when told."""
        for name, now in (("SEES", self.person.sees()), ("CLOCK", self.person.clock())):
            if self.said.get(name) != now:
                self.said[name] = now
                print(name, now, flush=True)
        if (self.home / "stop").exists():
            self.looks.stop()
            self.letters.stop()
            self.person.session.close()
            app.quit()


def send(target: QObject, key: Qt.Key, text: str = "") -> None:
    """Send a key press with its letter, as a keyboard does."""
    app.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))


if __name__ == "__main__":
    app = make_application()
    Look("light").dress(app)
    typist = Typist(sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
    sys.exit(app.exec())
