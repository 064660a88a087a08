"""A session on the screen: the run, its two windows, and who listens to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from qpido_facilitator.run.run import Run
from qpido_facilitator.show.screen import screen_of
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.shared.live import LiveRun, OpenRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.controller import PresenterController
    from qpido_facilitator.ui.presenter.session_menu import SessionMenu
    from qpido_facilitator.ui.presenter.window import PresenterWindow
    from qpido_facilitator.ui.shared.keys import KeyRouter


class Session(QObject):
    """Opens a run and shows it; ends when the trainer closes it."""

    finished = Signal()

    def __init__(self, open_run: OpenRun, look: Look, words: Words) -> None:
        """Open a run and make its participants' window. Raises RunError when it cannot be opened."""
        super().__init__()
        self._look = look
        self._words = words
        self.live = LiveRun(open_run)
        head = self.live.run.agenda.head
        self._title = head.title if head else ""
        self.audience = AudienceWindow(self._title)
        self.presenter: PresenterWindow
        self.controller: PresenterController
        self.menu: SessionMenu
        self._router: KeyRouter

    @property
    def run(self) -> Run:
        """Return the run that is on."""
        return self.live.run

    def show(self, size: QSize | None = None) -> None:
        """Show both windows and start the clocks; what participants see is painted before the other is made."""
        place_audience(self.audience)
        self.audience.show_slide(screen_of(self.run, self.live.now(), self._words), 0)
        self.audience.show()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._make_presenter()
        if size:
            self.presenter.resize(size)
        self.presenter.show()
        self.presenter.activateWindow()
        self.presenter.setFocus()
        self.live.begin()

    def _make_presenter(self) -> None:
        # imported here: the participants' window is on the screen meanwhile
        from qpido_facilitator.ui.presenter.controller import PresenterController
        from qpido_facilitator.ui.presenter.session_menu import SessionMenu
        from qpido_facilitator.ui.presenter.window import PresenterWindow
        from qpido_facilitator.ui.shared.keys import KeyRouter

        look, words = self._look, self._words
        self.presenter = PresenterWindow(self._title, look, words)
        self.controller = PresenterController(self.live, self.presenter, self.audience, words)
        self.menu = SessionMenu(self.controller, self.presenter, self.audience, words, look)
        actions = {**self.controller.actions(), "keys": self.menu.show_keys}
        self._router = KeyRouter((self.presenter, self.audience), actions)
        app = QApplication.instance()
        if app:
            app.installEventFilter(self._router)
        self.menu.close_requested.connect(self.close)
        self.presenter.close_requested.connect(self.menu.ask_to_close)
        self.audience.close_requested.connect(self.menu.ask_to_close)

    def close(self) -> None:
        """Write down what is left, and close both windows."""
        self.controller.notes.send_all()
        app = QApplication.instance()
        if app:
            app.removeEventFilter(self._router)
        self.live.close()
        # before the windows go: the app ends with its last window, and Home is to be there by then
        self.finished.emit()
        for window in (self.audience, self.presenter):
            window.close()


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
