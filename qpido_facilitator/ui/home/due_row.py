"""A session whose notes or signals are to be erased: when, and the button for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qpido_facilitator.retention import Due
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import button, label
from qpido_facilitator.words import Words


class DueRow(QFrame):
    """One quiet row: amber from its day on."""

    erase_requested = Signal(str)

    def __init__(self, due: Due, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._role = "warn" if due.state in ("past", "today") else "ink2"
        self._icon = QLabel()
        day = words.day(due.day)
        if due.what == "signals":
            text = {
                "past": words.say("The after-care signals should have been erased by {day}", day=day),
                "today": words.say("Erase the after-care signals today"),
            }.get(due.state, words.say("Erase the after-care signals before {day}", day=day))
            act = words.say("Erase signals")
        else:
            text = {
                "past": words.say("The notes should have been erased by {day}", day=day),
                "today": words.say("Erase the notes today"),
            }.get(due.state, words.say("Erase the notes before {day}", day=day))
            act = words.say("Erase…")
        which = words.say("{title}, {day}", title=due.title, day=words.day(due.held))
        made = button(act)
        made.setAccessibleName(words.say("{act}: {text}", act=act, text=which))
        made.clicked.connect(lambda: self.erase_requested.emit(due.run))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(text, px=16, weight=600, wrap=True))
        column.addWidget(label(which, px=14, tone="quiet", wrap=True))
        row.addLayout(column, 1)
        row.addWidget(made)
        look.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        self._icon.setPixmap(self._look.icon("erase-due", self._role, 24).pixmap(24, 24))
