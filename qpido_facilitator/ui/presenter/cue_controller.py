"""Copying what is due: one key and one button, and the run remembers when."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.run.run import Run
from qpido_facilitator.show.cues import CueRow, cue_now, cues_of
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words


def copy_for_call(run: Run, name: str, text: str) -> None:
    """Put a text of the item that is on onto the clipboard, and say so in the run."""
    here = run.stage.position
    QGuiApplication.clipboard().setText(text)
    if here is not None:
        run.cues.copy(here.item, name, here.visit)


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
        cue = self._due()
        if cue is None:
            self._copy_chat()
            return
        copy_for_call(self._run, cue.name, cue.copy)

    def _due(self) -> CueRow | None:
        if self._run.stage.ended is not None:
            return None
        rows = cues_of(self._run, self._live.now(), self._words)
        return cue_now(tuple(row for row in rows if row.kind == "cue" and row.state == "due"))
