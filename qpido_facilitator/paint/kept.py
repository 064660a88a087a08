"""What stands still over a moving picture, painted once and kept: letters cost more than the picture below them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from qpido_facilitator.paint.page import Panel, Text

Over = tuple[Panel | Text, ...]
Paint = Callable[[QPainter, Over], None]
_KEPT: OrderedDict[tuple[Over, float], QImage] = OrderedDict()
_MOST = 6  # a few windows, each with what is said now and what was said before


def paint_over(painter: QPainter, over: Over, paint: Paint) -> None:
    """Paint pieces as `paint` does, from what was kept of the last time if they are the same at the same size."""
    ratio = painter.device().devicePixelRatio()
    scale = painter.transform().m11() * ratio
    area = _area(over)
    image = _kept(over, scale, area, paint)
    # put down on whole pixels, or the letters would be soft
    place = painter.transform().map(area.topLeft()) * ratio
    painter.save()
    painter.resetTransform()
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(round(place.x()), round(place.y())) / ratio, image)
    painter.restore()


def _kept(over: Over, scale: float, area: QRectF, paint: Paint) -> QImage:
    key = (over, scale)
    image = _KEPT.pop(key, None)
    if image is None:
        image = QImage(ceil(area.width() * scale), ceil(area.height() * scale), _FORMAT)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        painter.translate(-area.topLeft())
        paint(painter, over)
        painter.end()
    _KEPT[key] = image
    while len(_KEPT) > _MOST:
        _KEPT.popitem(last=False)
    return image


def _area(over: Over) -> QRectF:
    whole = QRectF()
    for piece in over:
        whole = whole.united(piece.used() if isinstance(piece, Text) else piece.box.rect())
    return QRectF(QPointF(floor(whole.left()) - 2, floor(whole.top()) - 2), whole.bottomRight() + QPointF(2, 2))


_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
