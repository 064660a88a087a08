"""Large letters as pictures that are kept: Qt paints letters above 64 device pixels as outlines, anew every time.

At 1920 by 1080 that is most of a slide, some 15 ms of it; from here the same letters, at the same place to a
fraction of a pixel, take 1 ms. Made for the main thread, like everything that wraps text.
"""

from __future__ import annotations

from collections import OrderedDict
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QTransform

from qpido_facilitator.paint.text import Wrapped

OUTLINED = 64
"""Device pixels above which Qt has no pictures of letters of its own."""

BUDGET = 24_000_000
"""Bytes of pictures that are kept; the ones not used for longest go first."""

_HANG = 0.25
"""What letters may stick out of their lines, in parts of their size."""

_Key = tuple[int, str, int, int, int, int]


class Letters:
    """The pictures, by what they show and how large."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._size = 0
        self._kept: OrderedDict[_Key, tuple[Wrapped, QImage]] = OrderedDict()

    @property
    def size(self) -> int:
        """Return the bytes of the pictures that are kept."""
        return self._size

    def paint(self, painter: QPainter, wrapped: Wrapped, px: int, place: QPointF, colour: QColor) -> None:
        """Paint lines at a place, in letters of `px`; as Qt does it where that is quick, or not into pixels."""
        to_device, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
        scale = to_device.m11() * ratio
        if px * scale <= OUTLINED or not _is_pixels(painter, to_device):
            painter.setPen(colour)
            wrapped.layout.draw(painter, place)
            return
        corner = to_device.map(place) * ratio
        left, top = floor(corner.x()), floor(corner.y())
        margin = ceil(px * _HANG * scale)
        picture = self._picture(wrapped, px, colour, scale, corner - QPointF(left, top), margin)
        picture.setDevicePixelRatio(ratio)
        painter.save()
        painter.resetTransform()
        painter.drawImage(QPointF((left - margin) / ratio, (top - margin) / ratio), picture)
        painter.restore()

    def _picture(self, wrapped: Wrapped, px: int, colour: QColor, scale: float, rest: QPointF, margin: int) -> QImage:
        key = (id(wrapped), colour.name(), px, round(scale * 4096), round(rest.x() * 16), round(rest.y() * 16))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        made = _made(wrapped, colour, scale, rest, margin)
        # the lines are kept with their picture: a key is only their own as long as they are there
        self._kept[key] = wrapped, made
        self._size += made.sizeInBytes()
        while self._size > self._budget and len(self._kept) > 1:
            _, (_, oldest) = self._kept.popitem(last=False)
            self._size -= oldest.sizeInBytes()
        return made


LETTERS = Letters()
"""The pictures of all slides."""


def _made(wrapped: Wrapped, colour: QColor, scale: float, rest: QPointF, margin: int) -> QImage:
    used = QRectF(wrapped.layout.boundingRect())
    right = max((wrapped.layout.lineAt(at).naturalTextRect().right() for at in range(wrapped.count)), default=0.0)
    wide = ceil(max(right, min(used.right(), right + 1)) * scale) + 2 * margin + 1
    high = ceil(wrapped.height * scale) + 2 * margin + 1
    picture = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(colour)
    painter.setTransform(QTransform.fromTranslate(margin + rest.x(), margin + rest.y()).scale(scale, scale))
    wrapped.layout.draw(painter, QPointF())
    painter.end()
    return picture


def _is_pixels(painter: QPainter, to_device: QTransform) -> bool:
    return not to_device.isRotating() and painter.paintEngine().type() == QPaintEngine.Type.Raster
