"""The run that plays itself: the real windows, real keys, a clock that the driver moves.

It goes through a whole session, types answers into the boxes that are on the screen, takes a picture of both
windows at every step, and exports the notes. Its run is flagged a rehearsal for ever. A second process joins it as a
co-trainer, and types for every other group.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.export.making import export
from qpido_facilitator.library import Library
from qpido_facilitator.media.home import keep_folder
from qpido_facilitator.plan.loader import load
from qpido_facilitator.plan.model import AnyItem, Breakout, SessionPlan
from qpido_facilitator.resources import Places
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import DiskReport, Run
from qpido_facilitator.show.completeness import completeness_of
from qpido_facilitator.show.film.on import film_on
from qpido_facilitator.show.groups import rooms_opened
from qpido_facilitator.ui.session import Session
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words, noted

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MOST_MOVES = 2000
ALONG = "rehearse-along"
PATIENCE = 300
"""Tenths of a second that the trainer waits for what the co-trainer types."""
_FILM = 5_000
"""Milliseconds to wait for the first picture of a film."""
ANSWERS = (
    noted("First listen, then ask what is needed"),
    noted("We have no protocol, but we know whom to ask"),
    noted("Together with a colleague, never alone"),
)


class Rehearsal:
    """Drives a session from start to export."""

    def __init__(self, qt: QApplication, session: Path | None, out: Path, language: str | None) -> None:
        self._qt = qt
        self._file = session or next(iter(sorted(_shipped(), key=lambda file: file.name, reverse=True)))
        self._out = out
        self._language = language
        self._clock = ManualClock(START, boot="rehearsal")
        self._session_on: Session | None = None
        self._partner: subprocess.Popen[bytes] | None = None
        self._answered: set[str] = set()
        self._shown = 0
        self._step = ""

    def play(self) -> int:
        """Play it and return the exit code."""
        plan = self._plan()
        if plan is None:
            return 1
        words = Words(self._language or plan.language)
        print(words.say("No one is watching: this is a rehearsal of {title}.", title=plan.title), flush=True)
        self._prepare()
        library = Library(Places(self._out / "data"), self._clock)
        look = Look("light")
        look.dress(self._qt)
        session = Session(lambda announce, report: self._begun(library, plan, announce, report), look, words)
        self._session_on = session
        run = session.run
        session.show(QSize(1366, 728))
        self._partner = subprocess.Popen(
            [*partner_command(), str(run.folder), str(self._out), words.language], stdin=subprocess.PIPE
        )
        try:
            self._walk(session, run, words)
            session.desk.controller.end()
            self._picture(session)
            alone = self._let_partner_go()
        finally:
            self._partner.kill()
            self._partner.communicate()
        said = completeness_of(run, words)
        session.close()
        path = export(library.view(run.id), "answers", "md", self._out, Words(plan.language))
        steps, where = self._shown, self._out.resolve()
        print(words.say("{n} steps played; pictures and notes are in {folder}", n=steps, folder=where))
        print(words.say("Notes: {file}", file=path.name))
        print(said.text, *said.gaps, sep="; ")
        return 1 if alone else 0

    def _begun(
        self,
        library: Library,
        plan: SessionPlan,
        announce: Callable[[Changes], None],
        report: Callable[[DiskReport], None],
    ) -> Run:
        run = library.start(plan, rehearsal=True, announce=announce, disk_report=report)
        keep_folder(run.folder, self._file.parent)
        return run

    def _plan(self) -> SessionPlan | None:
        loaded = load(self._file)
        words = Words(self._language or "nl")
        for problem in loaded.problems:
            if loaded.plan is None:
                print(problem.sentence(words), file=sys.stderr)
        return loaded.plan

    def _prepare(self) -> None:
        for made in ("data", "pictures"):
            shutil.rmtree(self._out / made, ignore_errors=True)
        for old in self._out.glob("*.md") if self._out.is_dir() else ():
            old.unlink()
        (self._out / "pictures").mkdir(parents=True, exist_ok=True)

    def _walk(self, session: Session, run: Run, words: Words) -> None:
        self._picture(session)
        for _ in range(MOST_MOVES):
            before = (run.stage.position, run.stage.screen, len(run.registers))
            self._press(session.presenter, Qt.Key.Key_PageDown)
            if (run.stage.position, run.stage.screen, len(run.registers)) == before:
                return
            here = run.stage.position
            fresh = here is not None and here.step != self._step
            self._step = here.step if here else ""
            if fresh:
                self._type_answers(session, run, words)
            self._answer_in_groups(session, run, words)
            self._picture(session)
            self._let_time_pass(run, fresh)

    def _type_answers(self, session: Session, run: Run, words: Words) -> None:
        here = run.stage.position
        entry = run.agenda.entry(here.item) if here else None
        asked = run.agenda.questions(entry.item) if entry else ()
        if here is None or entry is None or entry.item.kind in ("harvest", "breakout") or not asked:
            return
        for place, box in enumerate(session.presenter.answers.boxes):
            box.entry.setFocus()
            self._type(box.entry, words.say(ANSWERS[place % len(ANSWERS)]))

    def _answer_in_groups(self, session: Session, run: Run, words: Words) -> None:
        """Once the rooms are open, type in the matrix for my groups, and wait for what the co-trainer types."""
        here = run.stage.position
        entry = run.agenda.entry(here.item) if here else None
        item = entry.item if entry else None
        if not isinstance(item, Breakout) or item.id in self._answered or not rooms_opened(run, item):
            return
        self._answered.add(item.id)
        theirs = partners_groups(run, item)
        page = session.presenter.rooms
        for group in (one for one in run.agenda.groups_of(item) if one.open and one.id not in theirs):
            for number, asked in enumerate(item.questions):
                if group.answers(asked.groups):
                    page.place_requested.emit(group.id, asked.id)
                    if page.editor is page.matrix.editor:
                        page.matrix.open_cell(group.id, asked.id)
                    page.editor.entry.setFocus()
                    self._type(page.editor.entry, words.say(ANSWERS[(number + group.id) % len(ANSWERS)]))
        page.matrix.close_editor()
        wanted = [(group, asked.id) for group in run.agenda.groups_of(item) if group.id in theirs
                  for asked in item.questions if group.answers(asked.groups)]  # fmt: skip
        self._until(lambda: all(run.notes.at(Place(item.id, question, group.id)) for group, question in wanted))

    def _let_partner_go(self) -> bool:
        """Wait until the co-trainer's process saw the end and went; True when it did not."""
        if self._partner is None:
            return True
        partner = self._partner
        return not self._until(lambda: partner.poll() is not None) or bool(partner.returncode)

    def _until(self, done: Callable[[], bool]) -> bool:
        """Return whether something came true in time; events go on meanwhile."""
        for _ in range(PATIENCE):
            if done():
                return True
            loop = QEventLoop()
            QTimer.singleShot(100, loop.quit)
            loop.exec()
        return False

    def _type(self, box: QWidget, text: str) -> None:
        for char in text:
            self._send(box, Qt.Key.Key_unknown, char)
        self._press(box, Qt.Key.Key_Return)

    def _press(self, target: QWidget, key: Qt.Key) -> None:
        self._send(target, key, "\r" if key == Qt.Key.Key_Return else "")

    def _send(self, target: QWidget, key: Qt.Key, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._qt.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        self._settle()

    def _let_time_pass(self, run: Run, fresh: bool) -> None:
        """Move the clock by the step's share of its item: some take longer than planned, some less."""
        if not fresh:
            self._clock.advance(seconds=4)
            return
        here = run.stage.position
        entry = run.agenda.entry(here.item) if here else None
        if here is None or entry is None:
            return
        steps = sum(step.item == here.item for step in run.agenda.steps(here.item))
        pace = (0.85, 1.0, 1.1)[len(run.stage.visits()) % 3]
        length = 0.2 if entry.minutes == 0 else entry.minutes or 1.0
        self._clock.advance(minutes=length * pace / max(steps, 1))

    def _settle(self) -> None:
        self._qt.processEvents()
        self._wait_for_film()
        if self._session_on:
            self._session_on.desk.controller.display.settle()
            self._qt.processEvents()

    def _wait_for_film(self) -> None:
        """Let a film that comes on show its first picture; nobody presses play."""
        session, waits = self._session_on, QDeadlineTimer(_FILM)
        film = film_on(session.run) if session else None
        while session and film and film.plays and session.screening.told.stand == "loading" and not waits.hasExpired():
            self._qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def _picture(self, session: Session) -> None:
        self._shown += 1
        session.live.ticked.emit()
        self._settle()
        here = session.run.stage.position
        name = f"{self._shown:03d}-{here.item if here else 'start'}"
        for window, kind in ((session.audience, "audience"), (session.presenter, "presenter")):
            window.grab().save(str(self._out / "pictures" / f"{name}-{kind}.png"))


def _shipped() -> tuple[Path, ...]:
    from qpido_facilitator.resources import shipped

    return tuple(shipped("sessions").glob("*.yaml"))


def partners_groups(run: Run, item: AnyItem) -> tuple[int, ...]:
    """Return the groups that the co-trainer of a rehearsal types for: every other one."""
    return tuple(group.id for group in run.agenda.groups_of(item) if group.open)[1::2]


def partner_command() -> list[str]:
    """Return how the co-trainer's process is started; an installed program without Python beside it starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ALONG]
    return [sys.executable, "-m", "qpido_facilitator", ALONG]
