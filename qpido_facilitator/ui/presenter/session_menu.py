"""The rest of the dock: what is needed rarely, and the questions before something ends."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout

from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.presenter.controller import PresenterController
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.keys import KEYS, cap_of, key_named
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import button, cap, label
from qpido_facilitator.words import Words


class SessionMenu(QObject):
    """The menu of the dock, the key sheet, and the strip that asks before the session ends or closes."""

    close_requested = Signal()

    def __init__(
        self,
        controller: PresenterController,
        window: PresenterWindow,
        audience: AudienceWindow,
        words: Words,
        look: Look,
    ) -> None:
        super().__init__()
        self._controller = controller
        self._window = window
        self._audience = audience
        self._words = words
        self._look = look
        self._question = ""
        controller.end_requested.connect(self.ask_to_end)
        window.strip.pressed.connect(self._on_yes)
        window.strip.dismissed.connect(window.strip.hide)
        self._build()

    def ask_to_end(self) -> None:
        """Ask whether the session is over."""
        self._ask(
            "end", self._words.say("End the session? Notes can still be added."), self._words.say("End the session")
        )

    def ask_to_close(self) -> None:
        """Ask whether both windows may close; participants lose the picture."""
        text = self._words.say("Close both windows? Everything is kept, and the session can go on where it is.")
        self._ask("close", text, self._words.say("Close"))

    def show_keys(self) -> None:
        """Show every key of the table."""
        sheet = QDialog(self._window)
        sheet.setWindowTitle(self._words.say("Keys"))
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(label(self._words.say("Keys"), px=22, weight=700))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, key in enumerate(KEYS):
            grid.addWidget(label(self._words.say(key.words)), row, 0)
            caps = QHBoxLayout()
            caps.setSpacing(6)
            for keys in key.keys:
                caps.addWidget(cap(cap_of(keys)))
            caps.addStretch(1)
            grid.addLayout(caps, row, 1)
        column.addLayout(grid)
        close = button(self._words.say("Close"))
        close.clicked.connect(sheet.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        sheet.open()

    def _build(self) -> None:
        menu = self._window.dock.menu
        for text, icon, slot, key in (
            (self._words.say("Black screen"), "black", self._controller.toggle_black, ""),
            (self._words.say("Participants' window full screen"), "screen", self._toggle_full, ""),
            (self._words.say("Pause or go on with the clock"), "pause", self._controller.toggle_pause, "pause"),
            (self._words.say("All keys"), "help", self.show_keys, "keys"),
            ("", "", None, ""),
            (self._words.say("End the session"), "done", self.ask_to_end, ""),
            (self._words.say("Close"), "close", self.ask_to_close, ""),
        ):
            if slot is None:
                menu.addSeparator()
                continue
            shortcut = "\t" + cap_of(key_named(key).keys[0]) if key else ""
            action = QAction(self._look.icon(icon, "ink2"), text + shortcut, menu)
            action.triggered.connect(slot)
            menu.addAction(action)

    def _toggle_full(self) -> None:
        if self._audience.isFullScreen():
            self._audience.showNormal()
        else:
            self._audience.showFullScreen()

    def _ask(self, question: str, text: str, yes: str) -> None:
        self._question = question
        self._window.strip.say(text, yes, other=self._words.say("Not yet"), tone="notice")

    def _on_yes(self) -> None:
        question, self._question = self._question, ""
        if not question:
            self._controller.retry_disk()
            return
        self._window.strip.hide()
        if question == "end":
            self._controller.end()
        else:
            self.close_requested.emit()
