"""For widgets that paint themselves: a line that ends in dots, lines that stop at a number, round corners."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from qpido_facilitator.paint.text import Style, Wrapped, wrap


@lru_cache(maxsize=1024)
def first_lines(text: str, style: Style, width: float, most: int) -> Wrapped:
    """Return a text wrapped to a width; of more than `most` lines the last one ends in dots."""
    whole = wrap(text, style, width)
    if whole.count <= most:
        return whole
    end = whole.cuts(most)[0][1]
    while end > 0 and wrap(shown := text[:end].rstrip() + "…", style, width).count > most:
        end -= 1
    return wrap(shown, style, width)


def paint_wrapped(painter: QPainter, wrapped: Wrapped, place: QPointF, colour: QColor) -> None:
    """Paint wrapped lines from the top left corner of their box on."""
    painter.setPen(colour)
    wrapped.layout.draw(painter, place + QPointF(wrapped.shift, 0))


def paint_line(
    painter: QPainter, text: str, font: QFont, area: QRectF, colour: QColor, *, right: bool = False
) -> float:
    """Paint one line in the middle of the height of an area, with dots where it does not fit; return its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(area.width(), 0.0))
    wide = metrics.horizontalAdvance(shown)
    left = area.right() - wide if right else area.left()
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(left, area.center().y() + (metrics.ascent() - metrics.descent()) / 2), shown)
    return wide


def rounded(area: QRectF, radius: float) -> QPainterPath:
    """Return a rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path
