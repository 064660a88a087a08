"""A state as a small rounded mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.ui.shared.look import Look


class Pill(QWidget):
    """A state: a pictogram and a word on a soft ground."""

    def __init__(self, look: Look, icon: str, text: str, ink: str, ground: str) -> None:
        super().__init__()
        self._look, self._icon, self._text, self._ink, self._ground = look, icon, text, ink, ground
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        width = QFontMetricsF(self._look.letters(14, 600)).horizontalAdvance(self._text)
        return QSize(round(width) + 46, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
        paint_icon(painter, QRectF(9, 5, 18, 18), self._icon, self._look.colour(self._ink))
        painter.setFont(self._look.letters(14, 600))
        painter.setPen(self._look.colour(self._ink))
        painter.drawText(QRectF(32, 0, self.width() - 34, 28), Qt.AlignmentFlag.AlignVCenter, self._text)
