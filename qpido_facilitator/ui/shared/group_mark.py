"""The shape of a group in its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.ui.shared.look import Look


class GroupMark(QWidget):
    """The shape of a group in its colour; its number stands beside it in words."""

    def __init__(self, group: int, look: Look) -> None:
        super().__init__()
        self._group = group
        self._look = look
        self.setFixedSize(QSize(22, 22))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape."""
        painter = QPainter(self)
        marks = load_theme("audience").groups
        colour = self._look.colour(f"g{(self._group - 1) % 4 + 1}")
        paint_icon(painter, QRectF(2, 2, 18, 18), marks.shape(self._group), colour)
