"""Two people on one run: the real windows of a trainer or a co-trainer, offscreen, in a process that a test can kill.

    python -m tests.faults.partner trainer HOME [RUN]
    python -m tests.faults.partner co-trainer HOME RUN_FOLDER

Time is scaled. Prints "RUN folder", then "ACK text" for every answer that is durable, "HAS number" for how many answers
are here, and at the end "SAYS" what the app says of how complete they are and "THERE" with all of them. A file `stop`
in HOME ends it in order.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from qpido_facilitator.app import make_application
from qpido_facilitator.clock import SystemClock
from qpido_facilitator.library import Library
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.resources import Places
from qpido_facilitator.run.run import DiskReport
from qpido_facilitator.show.completeness import completeness_of
from qpido_facilitator.ui.cotrainer.session import CoTrainerSession
from qpido_facilitator.ui.session import Session
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words
from tests.exercise import exercise_plan

GROUPS, QUESTIONS, SCALE = 8, 4, 60
PAIR = {"trainer": range(1, 5), "co-trainer": range(5, 9)}


class ScaledClock(SystemClock):
    """A minute a second, alike in every process of this machine."""

    def utc(self) -> datetime:
        """Return a moment that is as far from the start of the day as the scaled time since then."""
        now = super().utc()
        day = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return day + (now - day) * SCALE

    def up(self) -> int:
        """Return milliseconds that pass sixty times as fast."""
        return super().up() * SCALE


class Partner:
    """Types an answer of their groups to every question, the ones that are not there yet."""

    def __init__(self, role: str, home: Path, where: str) -> None:
        self.app = make_application()
        self.role, self.home = role, home
        self.words = Words("en")
        library = Library(Places(home), ScaledClock())
        look = Look("light")
        look.dress(self.app)
        self.session: Session | CoTrainerSession
        if role == "co-trainer":
            self.session = CoTrainerSession(
                lambda a, d: library.join(Path(where), announce=a, disk_report=d), look, self.words
            )
        else:
            made = exercise_plan(GROUPS, QUESTIONS)
            self.session = Session(
                lambda a, d: (
                    library.resume(where, announce=a, disk_report=d)
                    if where
                    else library.start(made, announce=a, disk_report=d)
                ),
                look,
                self.words,
            )
        self.run = self.session.run
        self.waiting: list[tuple[int, str]] = []
        self.told = -1
        self.session.live.disk_reported.connect(self.on_report)
        self.session.show()
        if isinstance(self.session, Session) and self.run.stage.position is None:
            self.session.desk.controller.moves.go_to(Step("rooms"))
            self.send(self.session.presenter, Qt.Key.Key_PageDown)
        print("RUN", self.run.folder, flush=True)
        self.timer = QTimer()
        self.timer.timeout.connect(self.on_turn)
        self.timer.start(15)

    def on_turn(self) -> None:
        """Type the next answer; say how many there are; go when told."""
        there = {note.text for note in self.run.notes.all()}
        if len(there) != self.told:
            self.told = len(there)
            print("HAS", self.told, flush=True)
        if (self.home / "stop").exists():
            self.stop()
            return
        wanted = ((group, question) for group in PAIR[self.role] for question in range(1, QUESTIONS + 1))
        for group, question in wanted:
            text = f"{self.role} group {group} question {question}"
            if text not in there:
                self.type(group, f"q{question}", text)
                return

    def type(self, group: int, question: str, text: str) -> None:
        """Type an answer into its box, letter by letter, and send it."""
        box = self.box(group, question)
        box.setFocus()
        box.selectAll()
        for char in text:
            self.send(box, Qt.Key.Key_unknown, char)
        self.send(box, Qt.Key.Key_Return, "\r")
        self.waiting.append((self.run._seq, text))

    def box(self, group: int, question: str) -> QPlainTextEdit:
        """Open the box of a group and a question."""
        if isinstance(self.session, CoTrainerSession):
            self.session.controller.choose_group(group)
            self.session.controller.open(question)
            return self.session.window.questions[question].entry
        page = self.session.presenter.rooms
        page.place_requested.emit(group, question)
        if page.editor is page.matrix.editor:
            page.matrix.open_cell(group, question)
        return page.editor.entry

    def send(self, target: QObject, key: Qt.Key, text: str = "") -> None:
        """Send a key press with its letter, as a keyboard does."""
        self.app.sendEvent(
            target,
            QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text),
        )

    def on_report(self, report: DiskReport) -> None:
        """Say which answers are safe now."""
        for _, text in [one for one in self.waiting if one[0] <= report.saved]:
            print("ACK", text, flush=True)
        self.waiting = [one for one in self.waiting if one[0] > report.saved]

    def stop(self) -> None:
        """Say what is here, and end in order."""
        self.timer.stop()
        said = completeness_of(self.run, self.words)
        print("SAYS", said.text, *said.gaps, flush=True)
        answers = [(note.place.group, note.place.question, note.text) for note in self.run.notes.all()]
        print("THERE", json.dumps(answers), flush=True)
        self.session.close()
        self.app.quit()


if __name__ == "__main__":
    partner = Partner(sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
    sys.exit(partner.app.exec())
