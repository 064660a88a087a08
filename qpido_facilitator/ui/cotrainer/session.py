"""A co-trainer's part in a run on the screen: the run, the window, and who listens to whom."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.run.run import Run
from qpido_facilitator.ui.cotrainer.controller import CoTrainerController
from qpido_facilitator.ui.cotrainer.window import CoTrainerWindow
from qpido_facilitator.ui.shared.live import LiveRun, OpenRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

BESIDE = 480


class CoTrainerSession(QObject):
    """Opens a run as a co-trainer and shows it at the right of the screen, beside the call."""

    finished = Signal()

    def __init__(self, open_run: OpenRun, look: Look, words: Words) -> None:
        """Open a run. Raises RunError when it cannot be opened."""
        super().__init__()
        self.live = LiveRun(open_run)
        head = self.live.run.agenda.head
        self.window = CoTrainerWindow(head.title if head else "", look, words)
        self.controller = CoTrainerController(self.live, self.window, look, words)
        self.window.closed.connect(self.close)
        self._closed = False

    @property
    def run(self) -> Run:
        """Return the run that is on."""
        return self.live.run

    def show(self, size: QSize | None = None) -> None:
        """Show the window, half a screen or less, and begin to follow the trainer."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        wanted = size or QSize(min(BESIDE, screen.width()), screen.height() - 40)
        self.window.resize(wanted)
        self.window.move(screen.right() - wanted.width(), screen.top())
        self.window.show()
        self.live.begin()

    def close(self) -> None:
        """Note what is left, and end this start in order."""
        if self._closed:
            return
        self._closed = True
        self.controller.close()
        self.live.close()
        self.finished.emit()
        self.window.close()
        self.window.deleteLater()
