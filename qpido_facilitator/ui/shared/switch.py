"""A choice that is on or off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.ui.shared.look import Look


class Switch(QCheckBox):
    """A choice that is on or off, with our own box."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text)
        self._look = look
        self.setMinimumHeight(32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = "chosen" if self.isChecked() else "unchosen"
        role = "accent" if self.isChecked() else "control"
        paint_icon(painter, QRectF(0, self.height() / 2 - 12, 24, 24), name, self._look.colour(role))
        painter.setPen(self._look.colour("ink"))
        painter.setFont(self.font())
        area = self.rect().adjusted(32, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), self.text())
