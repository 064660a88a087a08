"""Words in lines, for cards that paint themselves: how high they are, and painting them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


def lines_of(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """Return a text as lines that fit a width; of more than `most` the last one ends in dots."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these, Python in characters
    layout.beginLayout()
    found: list[str] = []
    while len(found) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        first = 2 * line.textStart()
        found.append(units[first : first + 2 * line.textLength()].decode("utf-16-le", "replace").strip())
    layout.endLayout()
    if len(found) > most:
        rest = f"{found[most - 1]} {found[most]}…"
        found = [*found[: most - 1], QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 1)]
    return tuple(found)


def height_of(lines: int, font: QFont) -> int:
    """Return the height of so many lines, in pixels."""
    return ceil(lines * QFontMetricsF(font).lineSpacing())


def paint_lines(painter: QPainter, lines: tuple[str, ...], font: QFont, place: QPointF, colour: QColor) -> None:
    """Paint lines below one another from their top left corner on."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(colour)
    for number, line in enumerate(lines):
        painter.drawText(QPointF(place.x(), place.y() + metrics.ascent() + number * metrics.lineSpacing()), line)


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
