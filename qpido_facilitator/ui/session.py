"""A session on the screen: the run, its two windows, and who listens to whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from qpido_facilitator.run.run import Run
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.presenter.controller import PresenterController
from qpido_facilitator.ui.presenter.session_menu import SessionMenu
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.keys import KeyRouter
from qpido_facilitator.ui.shared.live import LiveRun, OpenRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words


class Session(QObject):
    """Opens a run and shows it; ends when the trainer closes it."""

    finished = Signal()

    def __init__(self, open_run: OpenRun, look: Look, words: Words) -> None:
        """Open a run and build its windows, without showing them. Raises RunError when it cannot be opened."""
        super().__init__()
        self.live = LiveRun(open_run)
        head = self.live.run.agenda.head
        title = head.title if head else ""
        self.audience = AudienceWindow(title)
        self.presenter = PresenterWindow(title, look, words)
        self.controller = PresenterController(self.live, self.presenter, self.audience, words)
        self.menu = SessionMenu(self.controller, self.presenter, self.audience, words, look)
        actions: dict[str, Callable[[], None]] = {**self.controller.actions(), "keys": self.menu.show_keys}
        self._router = KeyRouter((self.presenter, self.audience), actions)
        app = QApplication.instance()
        if app:
            app.installEventFilter(self._router)
        self.menu.close_requested.connect(self.close)
        self.presenter.close_requested.connect(self.menu.ask_to_close)
        self.audience.close_requested.connect(self.menu.ask_to_close)

    @property
    def run(self) -> Run:
        """Return the run that is on."""
        return self.live.run

    def show(self) -> None:
        """Show both windows, what participants see first, and start the clocks."""
        place_audience(self.audience)
        self.audience.show()
        self.presenter.show()
        self.presenter.activateWindow()
        self.presenter.setFocus()
        self.live.begin()

    def close(self) -> None:
        """Write down what is left, and close both windows."""
        self.controller.notes.send_all()
        app = QApplication.instance()
        if app:
            app.removeEventFilter(self._router)
        self.live.close()
        for window in (self.audience, self.presenter):
            window.close()
        self.finished.emit()


def place_audience(window: AudienceWindow) -> None:
    """Put the window on the second screen if there is one; else where it fits, behind the trainer's."""
    screens = QGuiApplication.screens()
    first = QGuiApplication.primaryScreen()
    other = next((screen for screen in screens if screen is not first), None)
    room: QRect = (other or first).availableGeometry()
    size = window.size()
    if size.width() > room.width() or size.height() > room.height():
        width = min(room.width(), room.height() * 16 // 9)
        window.resize(width, width * 9 // 16)
    window.move(room.center().x() - window.width() // 2, room.center().y() - window.height() // 2)
