"""A trainer who never stops typing: the real app, offscreen, in a process that a test can kill.

    python -m tests.faults.typist HOME [RUN]

Prints "RUN id", then "ACK number" for every answer the app has shown as saved, and "KEYS seconds count" for
the letters of the draft in the box, with the monotonic clock both processes share.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from qpido_facilitator.app import make_application
from qpido_facilitator.clock import SystemClock
from qpido_facilitator.library import Library
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.resources import Places
from qpido_facilitator.ui.session import Session
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words
from tests.builders import plan


class Typist:
    """Types answers into the first box of a plenary question; every tenth key it draws breath."""

    def __init__(self, home: Path, run: str) -> None:
        self.app = make_application()
        library = Library(Places(home), SystemClock())
        look = Look("light")
        look.dress(self.app)
        self.session = Session(
            lambda announce, report: (
                library.resume(run, announce=announce, disk_report=report)
                if run
                else library.start(plan(), announce=announce, disk_report=report)
            ),
            look,
            Words("en"),
        )
        self.waiting: list[tuple[int, int]] = []
        self.number = len(self.session.run.notes.all())
        self.typed = 0
        self.session.live.disk_reported.connect(self.on_report)
        self.session.show()
        self.session.desk.controller.moves.go_to(Step("talk", "why"))
        print("RUN", self.session.run.id, flush=True)
        self.timer = QTimer()
        self.timer.timeout.connect(self.on_key)
        self.timer.start(4)

    def on_key(self) -> None:
        """Type one letter, and send after every twenty-five."""
        boxes = self.session.presenter.answers.boxes
        if not boxes:
            return
        box = boxes[0].entry
        self.typed += 1
        if self.typed % 25:
            send(self.app, box, Qt.Key.Key_unknown, "é" if self.typed % 5 == 0 else "a")
            print("KEYS", time.monotonic(), self.typed % 25, flush=True)
            return
        box.fill(f"answer {self.number}")
        send(self.app, box, Qt.Key.Key_Return, "\r")
        self.waiting.append((self.session.run._seq, self.number))
        self.number += 1

    def on_report(self, report) -> None:
        """Say which answers are safe now."""
        done = [number for seq, number in self.waiting if seq <= report.saved]
        self.waiting = [(seq, number) for seq, number in self.waiting if seq > report.saved]
        for number in done:
            print("ACK", number, flush=True)


def send(app: QApplication, target: QWidget, key: Qt.Key, text: str) -> None:
    """Send a key press with its letter, as a keyboard does."""
    app.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))


if __name__ == "__main__":
    typist = Typist(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
    sys.exit(typist.app.exec())
