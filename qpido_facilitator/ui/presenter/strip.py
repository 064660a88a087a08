"""A quiet strip over the band: something the trainer should know, and the buttons that mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import button, label, restyle

_ICONS = {"": ("error", "err"), "notice": ("info", "info"), "care": ("careful", "warn")}


class Strip(QFrame):
    """Hidden until there is something to say."""

    pressed = Signal()
    dismissed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._look = look
        self._tone = ""
        self._icon = QLabel()
        self._text = label(weight=600, wrap=True)
        self._button = button("")
        self._other = button("")
        self._button.clicked.connect(self.pressed)
        self._other.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._other)
        look.changed.connect(self._redraw)
        self.hide()

    def say(self, text: str, action: str = "", *, other: str = "", tone: str = "") -> None:
        """Say something; `tone` is "notice" or "care", else it is a technical fault."""
        self._tone = tone
        restyle(self, "tone", tone)
        self._text.setText(text)
        self._text.style().polish(self._text)
        for made, words in ((self._button, action), (self._other, other)):
            made.setText(words)
            made.setVisible(bool(words))
        self._redraw()
        self.show()

    def _redraw(self) -> None:
        name, role = _ICONS[self._tone]
        self._icon.setPixmap(self._look.icon(name, role, 22).pixmap(22, 22))
