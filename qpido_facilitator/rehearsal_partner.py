"""The co-trainer of a rehearsal: a process of its own that joins the run and types for the groups it takes.

Its clock follows that of the trainer, by the newest fact that came in. It goes when the session ended, or when the
trainer's process is gone.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.library import Library
from qpido_facilitator.plan.model import AnyItem, Breakout
from qpido_facilitator.rehearsal import ANSWERS, START, partners_groups
from qpido_facilitator.resources import Places
from qpido_facilitator.run.people import TRAINER
from qpido_facilitator.run.run import Run
from qpido_facilitator.show.groups import rooms_opened
from qpido_facilitator.ui.cotrainer.session import CoTrainerSession
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words


class RehearsalPartner:
    """Looks ten times a second what the trainer does, and does its part."""

    def __init__(self, qt: QApplication, folder: Path, out: Path, language: str) -> None:
        self._qt = qt
        self._out = out
        self._clock = ManualClock(START, boot="rehearsal")
        self._words = Words(language)
        look = Look("light")
        look.dress(qt)
        library = Library(Places(out / "data" / "co-trainer"), self._clock)
        self._session = CoTrainerSession(
            lambda announce, report: library.join(folder, announce=announce, disk_report=report), look, self._words
        )
        self._run: Run = self._session.run
        self._done: set[str] = set()
        self._alone = threading.Event()
        self._timer = QTimer(qt)
        self._timer.timeout.connect(self._on_turn)

    def play(self) -> int:
        """Play along and return the exit code."""
        threading.Thread(target=self._watch_trainer, name="trainer", daemon=True).start()
        self._session.show(QSize(480, 728))
        self._timer.start(100)
        return self._qt.exec()

    def _on_turn(self) -> None:
        self._follow_clock()
        here = self._run.stage.position
        entry = self._run.agenda.entry(here.item) if here else None
        if entry and isinstance(entry.item, Breakout) and rooms_opened(self._run, entry.item):
            self._answer(entry.item)
        if self._run.stage.ended is not None or self._alone.is_set():
            self._timer.stop()
            self._picture("end")
            self._session.close()
            self._qt.quit()

    def _follow_clock(self) -> None:
        trainers = [writer for writer in self._run.people.writers() if self._run.people.role(writer) == TRAINER]
        newest = max((moment for one in trainers if (moment := self._run.last_heard(one))), default=None)
        if newest is not None:
            self._clock.advance(seconds=max(0.0, (newest - self._run.now()).total_seconds()))

    def _answer(self, item: AnyItem) -> None:
        """Type an answer of each of my groups to each question, once for every exercise."""
        if item.id in self._done:
            return
        self._done.add(item.id)
        control, window = self._session.controller, self._session.window
        control.go_to(item.id)
        for group in partners_groups(self._run, item):
            self._run.visits.take(item, group)
            control.choose_group(group)
            window.switcher.visit_requested.emit(True)
            for number, question in enumerate(tuple(window.questions)):
                control.open(question)
                self._type(window.questions[question].entry, self._words.say(ANSWERS[(number + group) % len(ANSWERS)]))
            window.switcher.visit_requested.emit(False)
        self._picture(item.id)

    def _type(self, box: QWidget, text: str) -> None:
        for char in text:
            self._send(box, Qt.Key.Key_unknown, char)
        self._send(box, Qt.Key.Key_Return, "\r")

    def _send(self, target: QWidget, key: Qt.Key, text: str) -> None:
        self._qt.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
        self._qt.sendEvent(target, QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier, text))

    def _picture(self, name: str) -> None:
        self._session.controller.show()
        self._qt.processEvents()
        self._session.window.grab().save(str(self._out / "pictures" / f"co-trainer-{name}.png"))

    def _watch_trainer(self) -> None:
        """The trainer's process holds our input open for as long as it lives."""
        sys.stdin.read()
        self._alone.set()
