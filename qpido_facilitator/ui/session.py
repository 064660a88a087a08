"""A session on the screen: the run, its two windows, and who listens to whom."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication

from qpido_facilitator.run.run import Run
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.screen import screen_of
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.screen_keeper import ScreenKeeper
from qpido_facilitator.ui.screening import MakePlayer, Screening
from qpido_facilitator.ui.shared.live import LiveRun, OpenRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.motion import Motion
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.desk import Desk
    from qpido_facilitator.ui.presenter.window import PresenterWindow

LAPTOP = QSize(1366, 728)
_SOON = 500
"""Milliseconds after which is made ready what the start did not wait for, and the first key in a box would."""


class Session(QObject):
    """Opens a run and shows it; ends when the trainer closes it.

    The participants' window is made once. The trainer's desk is made anew for another language.
    """

    finished = Signal()
    settings_requested = Signal()
    review_requested = Signal()
    audience_moved = Signal(object)

    def __init__(
        self,
        open_run: OpenRun,
        look: Look,
        words: Words,
        choices: Settings | None = None,
        make_player: MakePlayer | None = None,
    ) -> None:
        """Open a run and make its participants' window. Raises RunError when it cannot be opened."""
        super().__init__()
        self._look = look
        self._words = words
        self._choices = choices or Settings()
        self.live = LiveRun(open_run)
        head = self.live.run.agenda.head
        self.title = head.title if head else ""
        self.slide_words = Words(head.language) if head else words
        self.motion = Motion(off=self._choices.motion == "off")
        self.audience = AudienceWindow(self.title, self.motion)
        self.screening = Screening(self.live, make_player)
        self.audience.pictures = self.screening.picture
        self.screening.picture_changed.connect(self.audience.show_picture)
        self.keeper = ScreenKeeper(self.audience, self._choices.audience_screen, full=self._choices.audience_full)
        self.keeper.moved.connect(self.audience_moved)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._get_ready)
        self.desk: Desk

    @property
    def run(self) -> Run:
        """Return the run that is on."""
        return self.live.run

    @property
    def presenter(self) -> PresenterWindow:
        """Return the trainer's window."""
        return self.desk.window

    def show(self, size: QSize | None = None) -> None:
        """Show both windows and start the clocks; what participants see is painted before the other is made."""
        self.keeper.place_audience()
        self.audience.show_slide(screen_of(self.run, self.live.now(), self.slide_words), 0)
        self.audience.show()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._look.dress_once()
        self._make_desk()
        self.keeper.place_presenter(self.presenter, size or LAPTOP)
        if size:
            self.presenter.resize(size)
        self.desk.show()
        self.live.begin()
        self.screening.begin()
        self.motion.ask()
        self._soon.start()

    def choose(self, choices: Settings, words: Words) -> None:
        """Take other settings, and another language, while the session goes on."""
        self._choices = choices
        self.motion.off = choices.motion == "off"
        if words.language == self._words.language:
            self.desk.choose(choices)
            return
        self._words = words
        before, geometry = self.desk, self.presenter.geometry()
        self._make_desk()
        self.presenter.setGeometry(geometry)
        self.keeper.watch(self.presenter)
        self.desk.show()
        before.put_away()

    def close(self) -> None:
        """Write down what is left, and close both windows."""
        self._soon.stop()
        self.desk.send_all()
        self.desk.put_down()
        self.keeper.close()
        self.screening.close()
        self.live.close()
        # before the windows go: the app ends with its last window, and Home is to be there by then
        self.finished.emit()
        for window in (self.audience, self.presenter):
            window.close()
            window.deleteLater()
        # Qt holds what is connected to them, which holds everything else of a session
        for part in (self.live, self.motion):
            part.deleteLater()

    def _make_desk(self) -> None:
        # imported here: the participants' window is on the screen meanwhile
        from qpido_facilitator.ui.presenter.desk import Desk

        self.desk = Desk(
            self.live,
            self.audience,
            self.keeper,
            self.screening,
            self._look,
            self._words,
            self.slide_words,
            self._choices,
        )
        self.desk.close_requested.connect(self.close)
        self.desk.settings_requested.connect(self.settings_requested)
        self.desk.review_requested.connect(self.review_requested)

    def _get_ready(self) -> None:
        """Hold the drafts, and compile the patterns that know persons, on a thread: who types waits for neither."""
        self.run.drafts.hold()
        from qpido_facilitator.privacy import find

        threading.Thread(target=find, args=("",), name="patterns", daemon=True).start()
