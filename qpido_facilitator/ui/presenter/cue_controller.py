"""Copying what is due: one key and one button, and the run remembers when."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.show.cues import CueRow, cue_now, cues_of
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words


class CueController(QObject):
    """Serves the text in the band. With none that is due, the key copies the text for the chat of the step."""

    def __init__(self, live: LiveRun, window: PresenterWindow, words: Words, copy_chat: Callable[[], None]) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._words = words
        self._copy_chat = copy_chat
        window.band.copy_requested.connect(self.copy)

    def copy(self) -> None:
        """Put the text that is due on the clipboard, and say so in the run."""
        here, cue = self._run.stage.position, self._due()
        if here is None or cue is None:
            self._copy_chat()
            return
        QGuiApplication.clipboard().setText(cue.copy)
        self._run.cues.copy(here.item, cue.name, here.visit)

    def _due(self) -> CueRow | None:
        if self._run.stage.ended is not None:
            return None
        rows = cues_of(self._run, self._live.now(), self._words)
        return cue_now(tuple(row for row in rows if row.kind == "cue" and row.state == "due"))
