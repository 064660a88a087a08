"""A quiet strip over the band: something the trainer should know, and the button that mends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from qpido_facilitator.ui.shared.widgets import button, label, restyle


class Strip(QFrame):
    """Hidden until there is something to say."""

    pressed = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._text = label(weight=600, wrap=True)
        self._button = button("")
        self._other = button("")
        self._button.clicked.connect(self.pressed)
        self._other.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._other)
        self.hide()

    def say(self, text: str, action: str = "", *, other: str = "", tone: str = "") -> None:
        """Say something; `tone` is "notice" or "care", else it is a technical fault."""
        restyle(self, "tone", tone)
        self._text.setText(text)
        self._text.style().polish(self._text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self.show()
