"""The end of a note's row: how far it has come, and in the same place, when it is pointed at, what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label, restyle


class RowTail(QStackedWidget):
    """As wide as the wider of the two, so that no text beside it moves; without a progress it has buttons only."""

    def __init__(self, buttons: Sequence[QAbstractButton], look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown = ("", "", "")
        self._pointed = False
        self._locked = False
        self._aside = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._icon = QLabel()
        self._text = label(px=14, weight=500)
        self._progress = _row(self._icon, self._text)
        self._buttons = _row(*buttons)
        self.addWidget(self._buttons)
        self.addWidget(self._progress)
        look.changed.connect(self._redraw)

    @property
    def has_progress(self) -> bool:
        """Say whether there is a progress to show."""
        return bool(self._text.text())

    def show_progress(self, text: str, icon: str, tone: str) -> None:
        """Show how far it has come, in a few words; "" for nothing to say."""
        if (text, icon, tone) == self._shown:
            return
        self._shown = (text, icon, tone)
        self._text.setText(text)
        restyle(self._text, "tone", tone)
        self._redraw()
        self._turn()

    def point(self, pointed: bool) -> None:
        """Show what can be done, or how far it has come again."""
        self._pointed = pointed
        self._turn()

    def lock(self, locked: bool, *, aside: bool) -> None:
        """Leave nothing to do about it; or be `aside`, when the row has something else to show."""
        self._locked, self._aside = locked, aside
        self._turn()

    def _turn(self) -> None:
        free = not self._locked
        self.setVisible(not self._aside and (free or self.has_progress))
        self.setCurrentWidget(self._buttons if free and (self._pointed or not self.has_progress) else self._progress)

    def _redraw(self) -> None:
        _, icon, tone = self._shown
        if icon:
            self._icon.setPixmap(self._look.icon(icon, "ok" if tone == "ok" else "ink2", 16).pixmap(16, 16))


def _row(*parts: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addStretch(1)
    for part in parts:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return held
