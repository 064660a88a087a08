"""The strip under a box: what in it looks like a person. It waits; it never takes the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qpido_facilitator.privacy import Finding
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label, restyle
from qpido_facilitator.words import Words


class PersonStrip(QFrame):
    """Shown while a reminder stands: keep the text as it is, or go and change it."""

    kept = Signal()
    changed = Signal()
    change_requested = Signal(int, int)
    """From where to where stands what looks like a person."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "banner")
        self.setProperty("tone", "care")
        self._icon = QLabel()
        self._text = label(px=15, weight=600, wrap=True)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._icon)
        line.addWidget(self._text, 1)
        self._buttons = QFrame()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._found = (0, 0)
        for text, slot in (
            (words.say("Change"), lambda: self.change_requested.emit(*self._found)),
            (words.say("Keep it so"), self.kept.emit),
        ):
            button = CapButton(look)
            button.setFont(look.letters(14, 600))
            button.setText(text)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._buttons)
        self.hide()
        look.changed.connect(self._redraw)
        self._redraw()

    @property
    def text(self) -> str:
        """Return what is said, "" while nothing is."""
        return "" if self.isHidden() else self._text.text()

    @property
    def asks(self) -> bool:
        """Say whether a reminder stands."""
        return not self.isHidden() and self.property("tone") == "care"

    def remind(self, text: str, found: Sequence[Finding] = ()) -> None:
        """Say what looks like a person; "" when nothing does any more. Change goes to the first of `found`."""
        self._found = (found[0].start, found[0].end) if found else (0, 0)
        self._tell(text, asks=True)

    def tell(self, text: str) -> None:
        """Say something that asks for nothing, "" for nothing more."""
        self._tell(text, asks=False)

    def _tell(self, text: str, *, asks: bool) -> None:
        if not text and self.isHidden():
            return
        restyle(self, "tone", "care" if asks else "notice")
        restyle(self._text, "tone", "warn" if asks else "info")
        self._text.setText(text)
        self._buttons.setVisible(asks)
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        self._redraw()
        self.changed.emit()

    def _redraw(self) -> None:
        asks = self.property("tone") == "care"
        name, role = ("privacy", "warn") if asks else ("info", "info")
        self._icon.setPixmap(self._look.icon(name, role, 18).pixmap(18, 18))
