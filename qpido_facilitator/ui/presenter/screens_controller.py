"""From the screens to the trainer: what is wrong with the participants' window, and what mends it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from qpido_facilitator.ui.presenter.controller import PresenterController
from qpido_facilitator.ui.presenter.notices import Choice, Notice
from qpido_facilitator.ui.screen_keeper import ScreenKeeper
from qpido_facilitator.words import Words


class ScreensController(QObject):
    """Says so when participants cannot see what they should, and when their screen comes or goes."""

    def __init__(self, keeper: ScreenKeeper, controller: PresenterController, words: Words) -> None:
        super().__init__()
        self._keeper = keeper
        self._controller = controller
        self._words = words
        keeper.changed.connect(self.show)
        keeper.news.connect(self._on_news)

    def show(self) -> None:
        """Show how the participants' window stands."""
        fault = self._keeper.fault
        self._controller.display.show_state(fault, self._keeper.covered)
        notices, words = self._controller.notices, self._words
        if self._keeper.is_parked:
            return
        said = {
            "minimised": words.say("The participants' window is minimised: in the call the picture stands still."),
            "hidden": words.say("The participants' window is hidden."),
            "off-screen": words.say("The participants' window is partly off the screen."),
            "too-small": words.say("The participants' window is small: letters are hard to read in the call."),
        }
        if fault is None:
            notices.drop("screens")
        else:
            bring = Choice(words.say("Bring it back"), self._keeper.bring)
            notices.post("screens", Notice(said[fault], "care", bring))

    def _on_news(self, news: str) -> None:
        notices, words = self._controller.notices, self._words
        if news == "back":
            notices.drop("screens")
            return
        text = words.say(
            "The participants' screen is gone. Their window waits on this screen, and the clock goes on. "
            "Look in the call whether it is still shared."
        )
        notices.post("screens", Notice(text, "care", Choice(words.say("Show the window"), self._keeper.bring)))
