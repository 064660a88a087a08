"""A review on the screen: the run, its window, and who listens to whom."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qpido_facilitator.clock import local
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.review.controller import ReviewController, Shelves
from qpido_facilitator.ui.review.window import ReviewWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words


class OpenReview(QObject):
    """Opens a run for review and shows it; ends when its window closes."""

    finished = Signal()
    erase_requested = Signal(str)

    def __init__(
        self,
        run: str,
        library: Library,
        places: Places,
        documents: Path,
        look: Look,
        words: Words,
        settings: Settings,
    ) -> None:
        """Open a run; one that was not ended is over now. Raises RunError when it cannot be opened.

        `documents` is where they go unless another folder is chosen; those of a day have a folder of their own.
        """
        super().__init__()
        self.live = LiveRun(lambda announce, report: library.resume(run, announce=announce, disk_report=report))
        if self.live.run.stage.ended is None:
            self.live.run.stage.end()
        head = self.live.run.agenda.head
        day = local(self.live.run.agenda.started or self.live.now())
        title = f"{head.title if head else ''} · {words.day(day)} {day.year}"
        self.window = ReviewWindow(title, look, words)
        shelves = Shelves(library, places, settings, documents / f"{day:%Y-%m-%d}")
        self.controller = ReviewController(self.live, self.window, shelves, words)
        self.controller.finished.connect(self.put_away)
        self.controller.erase_requested.connect(self.erase_requested)
        self._open = True

    def show(self) -> None:
        """Show the window."""
        self.window.show()
        self.window.activateWindow()
        self.live.begin()

    def raise_window(self) -> None:
        """Bring the window to the front."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Close the window, and with it the review."""
        if self._open:
            self.window.close()

    def put_away(self) -> None:
        """End the review: everything is written down, and what was to be erased goes."""
        if not self._open:
            return
        self._open = False
        self.controller.put_away()
        self.live.close()
        self.window.deleteLater()
        self.finished.emit()
