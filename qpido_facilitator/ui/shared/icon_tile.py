"""A pictogram on a soft square, for a heading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qpido_facilitator.ui.shared.look import Look


class IconTile(QWidget):
    """Paints one pictogram in the colours of two roles; it says nothing that the words beside it do not."""

    def __init__(self, look: Look, icon: str, ink: str, ground: str, side: int = 44) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._ink = ink
        self._ground = ground
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_colours(self, ink: str, ground: str) -> None:
        """Paint in the colours of other roles."""
        self._ink, self._ground = ink, ground
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square, and the pictogram in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()), self._side / 4, self._side / 4)
        size = round(self._side * 0.6)
        edge = (self._side - size) // 2
        self._look.icon(self._icon, self._ink).paint(painter, edge, edge, size, size)
