"""Our signature: the speech bubble with one sharp corner, and the mark made of two of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath


class Radii(NamedTuple):
    """Corner radii, clockwise from the top left."""

    tl: float
    tr: float
    br: float
    bl: float


def bubble_path(rect: QRectF, radii: Radii) -> QPainterPath:
    """Return a rectangle with four corners of their own, as one path: united shapes leave a seam."""
    tl, tr, br, bl = _fitting(rect, radii)
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    path = QPainterPath()
    path.moveTo(left + tl, top)
    path.lineTo(right - tr, top)
    path.arcTo(right - 2 * tr, top, 2 * tr, 2 * tr, 90, -90)
    path.lineTo(right, bottom - br)
    path.arcTo(right - 2 * br, bottom - 2 * br, 2 * br, 2 * br, 0, -90)
    path.lineTo(left + bl, bottom)
    path.arcTo(left, bottom - 2 * bl, 2 * bl, 2 * bl, -90, -90)
    path.lineTo(left, top + tl)
    path.arcTo(left, top, 2 * tl, 2 * tl, 180, -90)
    path.closeSubpath()
    return path


def _fitting(rect: QRectF, radii: Radii) -> Radii:
    """Return radii that fit: where two corners are longer than their side, all shrink alike."""
    tl, tr, br, bl = radii
    sides = ((rect.width(), tl + tr), (rect.height(), tr + br), (rect.width(), bl + br), (rect.height(), tl + bl))
    share = min((side / taken for side, taken in sides if taken > side), default=1.0)
    return Radii(*(radius * share for radius in radii))


def paint_mark(painter: QPainter, rect: QRectF, colours: tuple[QColor, QColor, QColor]) -> None:
    """Paint two overlapping bubbles: the first, the second, and where they meet."""
    unit = min(rect.width(), rect.height()) / 32

    def part(x: float, y: float, width: float, height: float, radii: Radii) -> QPainterPath:
        place = QRectF(rect.left() + x * unit, rect.top() + y * unit, width * unit, height * unit)
        return bubble_path(place, Radii(*(radius * unit for radius in radii)))

    first, second, meeting = colours
    painter.fillPath(part(3, 3, 19, 19, Radii(9, 9, 9, 2)), first)
    painter.fillPath(part(10, 11, 19, 18, Radii(9, 9, 2, 9)), second)
    painter.fillPath(part(10, 11, 12, 11, Radii(9, 0, 9, 0)), meeting)
