"""A session on the screen for tests: real windows, real keys, a run in a folder of its own."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.library import Library
from qpido_facilitator.media.home import keep_folder
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.resources import Places, shipped
from qpido_facilitator.run.run import Run
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.notices import Heartbeat
from qpido_facilitator.ui.session import Session
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words


def cleared(app: QApplication) -> bool:
    """Let every window go, also those of crashed sessions: what is kept is dressed again at each change of theme.

    Returns whether there were any.
    """
    app.processEvents()
    windows = app.topLevelWidgets()
    for window in windows:
        window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
    return bool(windows)


def player(clock):
    """Return a player that thinks it has loudspeakers."""
    from qpido_facilitator.media.player import Player
    from tests.media.hall import FakeLoudspeakers

    return Player(clock, loudspeakers=FakeLoudspeakers("a", "b"))


class SilentTone(QObject):
    """A test tone that nobody hears; it counts how often it was played."""

    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.played = 0

    def play(self, _device: str = "") -> None:
        self.played += 1

    def stop(self) -> None:
        """Be silent."""


class Awake(Heartbeat):
    """Hears no gap: a test lets minutes pass between two ticks, and nobody slept."""

    def beat(self, up: int) -> None:
        return None


class Stage:
    """One laptop: its data, its clock, and the session that is open on it."""

    def __init__(self, app: QApplication, home: Path, clock: ManualClock | None = None, language: str = "en") -> None:
        self.app = app
        self.clock = clock or ManualClock()
        self.library = Library(Places(home), self.clock)
        self.words = Words(language)
        self.look = Look("light")
        self.choices = Settings(self.words.language, motion="off")  # type: ignore[arg-type]
        self.films = shipped("sessions")
        self.opened: list[str] = []
        self.session: Session

    @property
    def run(self) -> Run:
        """Return the run that is open."""
        return self.session.run

    def start(self, plan: SessionPlan | None) -> Stage:
        """Begin a run of a plan and show it."""
        assert plan is not None
        made = plan
        return self.show(lambda a, d: self._begun(self.library.start(made, announce=a, disk_report=d)))

    def _begun(self, run: Run) -> Run:
        keep_folder(run.folder, self.films)
        return run

    def _open_link(self, address: str) -> bool:
        self.opened.append(address)
        return True

    def film(self, **stands: object) -> None:
        """Return when the player has come to stand so: `stand`, or anything else that it tells."""
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            told = self.session.screening.told
            if all(getattr(told, name) == value for name, value in stands.items()):
                return self.settle()
        raise AssertionError(self.session.screening.told)

    def seek(self, at: int) -> None:
        """Leap, and return when the picture of that place is there."""
        loop = QEventLoop()
        self.session.screening.picture_changed.connect(loop.quit)
        QTimer.singleShot(5_000, loop.quit)
        self.session.screening.seek(at)
        loop.exec()
        self.settle()

    def resume(self, run: str) -> Stage:
        """Go on with a run and show it."""
        return self.show(lambda a, d: self.library.resume(run, announce=a, disk_report=d))

    def press(
        self, key: Qt.Key, text: str = "", *, on: QWidget | None = None, control: bool = False, shift: bool = False,
        repeat: bool = False,
    ) -> None:  # fmt: skip
        """Press a key where the focus is, or on a widget, some time after the last press."""
        self.clock.advance(seconds=0.4)  # a press right after another is taken for a bounce
        self.bounce(key, text, on=on, control=control, shift=shift, repeat=repeat)

    def bounce(
        self, key: Qt.Key, text: str = "", *, on: QWidget | None = None, control: bool = False, shift: bool = False,
        repeat: bool = False,
    ) -> None:  # fmt: skip
        """Press a key at the very moment of the last press."""
        target = on or self.app.focusWidget() or self.session.presenter
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.app.sendEvent(target, QKeyEvent(kind, key, held, text, repeat))
        self.settle()

    def type(self, text: str, *, box: int = 0, send: bool = True) -> None:
        """Type into a box of the answers panel, and send it."""
        entry = self.session.presenter.answers.boxes[box].entry
        entry.setFocus()
        for char in text:
            self.press(Qt.Key.Key_unknown, char, on=entry)
        if send:
            self.press(Qt.Key.Key_Return, "\r", on=entry)

    def note(self, group: int, text: str, *, question: int = 0, send: bool = True) -> None:
        """Open the cell of a group and a question in the matrix, type into it, and send it."""
        page = self.session.presenter.rooms
        item = self.run.agenda.entry(self.run.stage.position.item).item
        page.place_requested.emit(group, item.questions[question].id)
        if page.editor is page.matrix.editor:
            page.matrix.open_cell(group, item.questions[question].id)
        entry = page.editor.entry
        entry.setFocus()
        for char in text:
            self.press(Qt.Key.Key_unknown, char, on=entry)
        if send:
            self.press(Qt.Key.Key_Return, "\r", on=entry)

    def tick(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass, and let the windows see it."""
        self.clock.advance(minutes=minutes, seconds=seconds)
        self.session.live.ticked.emit()
        self.settle()

    def sleep(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let the laptop sleep and wake up: no tick comes in between, and the app may notice."""
        watch = self.session.desk.planning.watch
        watch.heartbeat = Heartbeat()
        watch.heartbeat.beat(self.clock.up())
        self.tick(minutes=minutes, seconds=seconds)
        watch.heartbeat = Awake()

    def settle(self) -> None:
        """Return when everything that was to be shown is shown."""
        self.app.processEvents()
        self.session.desk.controller.display.settle()
        self.app.processEvents()

    def saved(self) -> None:
        """Return when everything said so far is on the disk."""
        self.run._disk.stop()

    def crash(self) -> None:
        """End as a killed process ends: nothing is sent, nothing is closed, the lock is let go."""
        self.saved()
        lock = self.run.drafts._lock
        if lock is not None:
            lock.release()
        self.session.desk.put_down()
        self.session.keeper.close()
        self.session.live._tick.stop()
        self.session.live._stop.set()
        for window in (self.session.presenter, self.session.audience):
            window.blockSignals(True)
            window.hide()

    def show(self, opener) -> Stage:
        """Show the run that an opener opens."""
        self.session = Session(opener, self.look, self.words, self.choices, player)
        self.session.show()
        self.session.desk.film.sound.make_tone = SilentTone  # type: ignore[assignment]
        self.session.desk.film.open_link = self._open_link
        self.session.desk.planning.watch.heartbeat = Awake()
        self.app.processEvents()
        return self
