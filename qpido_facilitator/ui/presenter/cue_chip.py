"""A text that is due, in the band: it comes in fifteen seconds, lights up in time, and is ticked when copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, restyle
from qpido_facilitator.words import Words

_ICONS = {"coming": ("waiting", "ink2"), "due": ("chat-text", "accentink"), "copied": ("tick", "ok")}
_TONES = {"coming": "quiet", "due": "accent", "copied": "ok"}
HEIGHT = 40


class CueChip(QFrame):
    """Shows one text, with the one button that copies it."""

    copy_requested = Signal()

    def __init__(self, look: Look, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cue")
        self._look = look
        self._words = words
        self._state = ""
        self._icon = QLabel()
        self._text = ElidedLabel(weight=600)
        self._copy = CapButton(look, "copy")
        self._copy.setFont(look.letters(14, 600))
        self._copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._copy.clicked.connect(self.copy_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 3, 2)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy)
        self.set_narrow(narrow=False)
        look.changed.connect(self._redraw)
        self.hide()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the button its pictogram alone."""
        name = self._words.say("Copy")
        self._copy.setText("" if narrow else name)
        self._copy.setAccessibleName(name)
        self._copy.setToolTip(name)
        self._icon.setVisible(not narrow)

    def show_cue(self, text: str, state: str, *, copies: bool) -> None:
        """Show a text in one of the states "coming", "due" and "copied"; with "" there is none."""
        self._state = state
        self._text.setText(text)
        self._copy.setVisible(copies and state == "due")
        restyle(self, "state", state)
        restyle(self._text, "tone", _TONES.get(state, ""))
        self._redraw()
        self.setVisible(bool(state))

    def wanted_width(self) -> int:
        """Return the width in which the whole text stands."""
        text = self._text.fontMetrics().horizontalAdvance(self._text.text())
        button = self._copy.sizeHint().width() + 8 if self._copy.isVisibleTo(self) else 8
        return text + button + 20 + (28 if self._icon.isVisibleTo(self) else 0)

    def sizeHint(self) -> QSize:
        """Return room for the whole text."""
        return QSize(self.wanted_width(), HEIGHT)

    def _redraw(self) -> None:
        name, role = _ICONS.get(self._state, ("waiting", "ink2"))
        self._icon.setPixmap(self._look.icon(name, role).pixmap(20, 20))
