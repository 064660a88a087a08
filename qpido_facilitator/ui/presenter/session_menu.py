"""The rest of the dock: what is needed rarely, and the questions before something ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qpido_facilitator.ui.audience.placing import PRESETS
from qpido_facilitator.ui.presenter.controller import PresenterController
from qpido_facilitator.ui.presenter.notices import Choice, Notice
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.screen_keeper import ScreenKeeper
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.screens import screens
from qpido_facilitator.words import Words


class SessionMenu(QObject):
    """The menu of the dock, and the strip that asks before the session ends or closes."""

    close_requested = Signal()
    review_requested = Signal()

    def __init__(
        self,
        controller: PresenterController,
        window: PresenterWindow,
        keeper: ScreenKeeper,
        words: Words,
        look: Look,
        others: dict[str, Callable[[], None]],
    ) -> None:
        super().__init__()
        self._controller = controller
        self._window = window
        self._keeper = keeper
        self._words = words
        self._look = look
        self._others = {**controller.actions(), **others}
        self._where = QMenu(words.say("Participants' window"), window)
        controller.moves.end_requested.connect(self.ask_to_end)
        self._build()

    def ask_to_end(self) -> None:
        """Ask whether the session is over."""
        text = self._words.say("End the session? Notes can still be added.")
        self._ask(text, self._words.say("End the session"), self._end)

    def ask_to_finish(self) -> None:
        """Ask whether the windows may close for the review."""
        text = self._words.say("Close both windows and finish? Everything is kept.")
        self._ask(text, self._words.say("Finish"), self.review_requested.emit)

    def _end(self) -> None:
        """End the session, and offer to go on to the review; notes can still be added."""
        self._controller.end()
        self._controller.notices.post("question", Notice(
            self._words.say("The session is over."), "notice",
            Choice(self._words.say("Finish"), self.review_requested.emit),
            Choice(self._words.say("Later"), lambda: self._controller.notices.drop("question")),
        ))  # fmt: skip

    def ask_to_close(self) -> None:
        """Ask whether both windows may close; participants lose the picture."""
        text = self._words.say("Close both windows? Everything is kept, and the session can go on where it is.")
        self._ask(text, self._words.say("Close"), self.close_requested.emit)

    def _build(self) -> None:
        menu = self._window.dock.menu
        for name in ("black", "browse", "pause", "go"):
            self._add(menu, name)
        menu.addSeparator()
        for name in ("catch-up", "ask"):
            self._add(menu, name)
        self._plain(menu, "break", self._words.say("Extra break"), self._others["break"])
        self._plain(menu, "link", self._words.say("Show a link"), self._others["link"])
        menu.addSeparator()
        self._where.setIcon(self._look.icon("screen", "ink2"))
        self._where.aboutToShow.connect(self._fill_where)
        menu.addMenu(self._where)
        self._plain(menu, "share-test", self._words.say("Share test"), self._others["share-test"])
        menu.addSeparator()
        for name in ("settings", "keys"):
            self._add(menu, name)
        menu.addSeparator()
        self._plain(menu, "done", self._words.say("End the session"), self.ask_to_end)
        self._plain(menu, "reported", self._words.say("Finish and make documents"), self.ask_to_finish)
        self._plain(menu, "close", self._words.say("Close"), self.ask_to_close)

    def _fill_where(self) -> None:
        """List where the participants' window can be, as the screens are at this moment."""
        menu, words, there = self._where, self._words, screens()
        menu.clear()
        self._plain(menu, "window", words.say("Bring it to the front"), self._keeper.bring)
        self._add(menu, "full")
        menu.addSeparator()
        for width, height in PRESETS:
            size = words.say("Window of {width} × {height}", width=width, height=height)
            self._plain(menu, "larger-window", size, partial(self._keeper.stand, (width, height)))
        if len(there) > 1:
            menu.addSeparator()
        for screen in there if len(there) > 1 else ():
            text = words.say("Fill screen {n}", n=screen.number)
            self._plain(menu, "screen", text, partial(self._keeper.fill, screen))

    def _add(self, menu: QMenu, name: str) -> None:
        key = key_named(name)
        shortcut = "\t" + cap_of(key.keys[0]) if key.keys else ""
        self._plain(menu, key.icon, self._words.say(key.words) + shortcut, self._others[name])

    def _plain(self, menu: QMenu, icon: str, text: str, slot: Callable[[], object]) -> None:
        action = QAction(self._look.icon(icon, "ink2"), text, menu)
        action.triggered.connect(lambda: slot())
        menu.addAction(action)

    def _ask(self, text: str, yes: str, act: Callable[[], None]) -> None:
        notices = self._controller.notices

        def agreed() -> None:
            notices.drop("question")
            act()

        no = Choice(self._words.say("Not yet"), lambda: notices.drop("question"))
        notices.post("question", Notice(text, "notice", Choice(yes, agreed), no))
