"""Time and the plan at the trainer's desk: who serves the agenda, the panel, the texts that are due and the chime."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from qpido_facilitator.show.labels import step_label
from qpido_facilitator.ui.presenter.catch_up_controller import CatchUpController
from qpido_facilitator.ui.presenter.chime import Chime
from qpido_facilitator.ui.presenter.controller import PresenterController
from qpido_facilitator.ui.presenter.cue_controller import CueController
from qpido_facilitator.ui.presenter.dock import UNDO_SHOWN
from qpido_facilitator.ui.presenter.notices import Choice, Notice
from qpido_facilitator.ui.presenter.plan_controller import PlanController
from qpido_facilitator.ui.presenter.time_watch import TimeWatch
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words


class Planning(QObject):
    """Makes them, and says in one place what was done and how to take it back."""

    def __init__(
        self, live: LiveRun, window: PresenterWindow, controller: PresenterController, look: Look, words: Words,
        slide_words: Words,
    ) -> None:  # fmt: skip
        super().__init__()
        self._live = live
        self._window = window
        self._controller = controller
        self._words = words
        moves, display = controller.moves, controller.display
        self.plan = PlanController(live, window, moves, look, words, slide_words, self.offer_undo)
        self.catch_up = CatchUpController(live, window, display, words, self.offer_undo)
        self.cues = CueController(live, window, words, controller.copy_chat)
        self.watch = TimeWatch(live, controller.notices, words, self.offer_undo)
        self.chime = Chime(live)
        self._undo_over = QTimer(self)
        self._undo_over.setSingleShot(True)
        self._undo_over.setInterval(UNDO_SHOWN)
        self._undo_over.timeout.connect(lambda: controller.notices.drop("undo"))
        moves.jumped.connect(self._on_jumped)
        for part in (self.plan, self.catch_up, self.cues, self.watch, self.chime):
            part.setParent(self)

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what the keys and the menu do."""
        return {
            "catch-up": self.catch_up.toggle,
            "ask": lambda: self.plan.add("question"),
            "break": lambda: self.plan.add("break"),
            "link": lambda: self.plan.add("link"),
            "copy": self.cues.copy,
        }

    def offer_undo(self, text: str) -> None:
        """Say what was done, with the button that takes it back; beside a call the strip says it."""
        self._window.dock.offer_undo(text)
        if self._window.mode == "compact":
            undo = Choice(self._words.say("Undo"), self._controller.undo)
            self._controller.notices.post("undo", Notice(text, "notice", undo))
            self._undo_over.start()

    def _on_jumped(self) -> None:
        here = self._live.run.stage.position
        if here and self._live.run.undo.can_undo:
            what = step_label(self._live.run, here.where, self._words)
            self.offer_undo(self._words.say("Went to {what}", what=what))
