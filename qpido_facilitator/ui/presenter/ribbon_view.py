"""The ribbon under the band: the whole session to scale, what was skipped in sight, and where the plan ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from qpido_facilitator.show.ribbon import Ribbon, Segment
from qpido_facilitator.ui.shared.look import Look

_HEIGHT = 30
_BAR = 14
_SIDE = 20
_GAP = 2
_ROUND = 3
_HATCH = 5


class RibbonView(QWidget):
    """Paints a Ribbon; a segment tells what it is to who points at it, and all of it to who does not see it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._ribbon = Ribbon()
        self.setFixedHeight(_HEIGHT)
        look.changed.connect(self.update)

    @property
    def ribbon(self) -> Ribbon:
        """Return what is shown."""
        return self._ribbon

    def sizeHint(self) -> QSize:
        """Return any width."""
        return QSize(520, _HEIGHT)

    def show_ribbon(self, ribbon: Ribbon) -> None:
        """Show a ribbon; paints only what is new."""
        if ribbon != self._ribbon:
            self._ribbon = ribbon
            self.setAccessibleName(ribbon.spoken)
            self.update()

    def event(self, event: QEvent) -> bool:
        """Say what the segment under the mouse is."""
        if isinstance(event, QHelpEvent):
            found = [s for s in self._ribbon.segments if self._area(s.left, s.right).contains(event.pos())]
            QToolTip.showText(event.globalPos(), found[0].text if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the segments from left to right, the overrun over them, and the post of the planned end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.colour("line"))
        for segment in self._ribbon.segments:
            self._paint_segment(painter, segment)
        if self._ribbon.overrun:
            self._paint_overrun(painter, self._area(*self._ribbon.overrun))
        if self._ribbon.post is not None and self._ribbon.segments:
            left = self._area(self._ribbon.post, self._ribbon.post).left()
            painter.fillRect(QRectF(left - 1.5, (_HEIGHT - _BAR) / 2 - 4, 3, _BAR + 8), self._look.colour("ink"))

    def _area(self, left: float, right: float) -> QRectF:
        room = self.width() - 2 * _SIDE
        begin, end = _SIDE + left * room, _SIDE + right * room
        return QRectF(begin, (_HEIGHT - _BAR) / 2, max(end - begin - _GAP, 1), _BAR)

    def _paint_segment(self, painter: QPainter, segment: Segment) -> None:
        area = self._area(segment.left, segment.right).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, _ROUND, _ROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(shape, self._look.colour("oksoft" if segment.changed else "sunken"))
        if segment.state == "skipped":
            self._hatch(painter, shape, area, self._look.colour("control"))
        elif segment.filled > 0:
            painter.save()
            painter.setClipRect(QRectF(area.left(), 0, area.width() * segment.filled, _HEIGHT))
            painter.fillPath(shape, self._look.colour("accent" if segment.state == "now" else "ink2"))
            painter.restore()
        edge = "ok" if segment.changed else "accent" if segment.state == "now" else "control"
        if segment.state != "done":
            painter.setPen(QPen(self._look.colour(edge), 2 if segment.changed else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)

    def _paint_overrun(self, painter: QPainter, area: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(shape, self._look.colour("warnfill"))
        self._hatch(painter, shape, area, self._look.colour("onwarn"))
        painter.setPen(QPen(self._look.colour("onwarn"), 1))
        painter.setBrush(QBrush())
        painter.drawPath(shape)

    def _hatch(self, painter: QPainter, shape: QPainterPath, area: QRectF, colour: QColor) -> None:
        painter.save()
        painter.setClipPath(shape)
        painter.setPen(QPen(colour, 1))
        at = area.left() - area.height()
        while at < area.right():
            painter.drawLine(round(at), round(area.bottom()), round(at + area.height()), round(area.top()))
            at += _HATCH
        painter.restore()
