"""Planned against actual: two bars for each item, to one scale, with the minutes beside them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from qpido_facilitator.paint.fonts import font, is_arabic
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.show.timeline import Bar, Timeline

ROW = 24
_HEAD = 34
_LABEL = 0.34
_VALUES = 0.14
_PX = 13


class Inks:
    """The colours of the picture: letters, quiet letters, planned, actual, over time."""

    def __init__(self, ink: str, quiet: str, planned: str, actual: str, over: str) -> None:
        self.ink, self.quiet = QColor(ink), QColor(quiet)
        self.planned, self.actual, self.over = QColor(planned), QColor(actual), QColor(over)


@cache
def paper_inks() -> Inks:
    """Return the colours for paper."""
    colours = load_theme("paper").colour
    return Inks(colours.ink, colours.ink2, colours.planned, colours.accent, colours.over)


def timeline_height(timeline: Timeline) -> int:
    """Return how high the picture is at any width, in pixels."""
    return _HEAD + ROW * len(timeline.bars)


def paint_timeline(painter: QPainter, area: QRectF, timeline: Timeline, inks: Inks | None = None) -> None:
    """Paint the bars into an area, from its top."""
    inks = inks or paper_inks()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _legend(painter, area, timeline, inks)
    longest = max((max(bar.planned or 0, bar.actual or 0) for bar in timeline.bars), default=0) or 1
    for number, bar in enumerate(timeline.bars):
        top = area.top() + _HEAD + number * ROW
        _row(painter, QRectF(area.left(), top, area.width(), ROW), bar, longest, inks)
    painter.restore()


def timeline_png(timeline: Timeline, width: int = 680, ratio: float = 2.0) -> bytes:
    """Return the picture as PNG. It needs a QGuiApplication."""
    height = timeline_height(timeline)
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_timeline(painter, QRectF(0, 0, width, height), timeline)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, the call for text
    return bytes(buffer.data().data())


def _legend(painter: QPainter, area: QRectF, timeline: Timeline, inks: Inks) -> None:
    left = area.left() + area.width() * _LABEL
    for colour, text in ((inks.planned, timeline.planned_name), (inks.actual, timeline.actual_name)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, area.top() + 7, 14, 14), 3, 3)
        left += 20 + _text(painter, QRectF(left + 20, area.top(), area.width(), 28), text, inks.ink) + 18


def _row(painter: QPainter, area: QRectF, bar: Bar, longest: float, inks: Inks) -> None:
    label = area.width() * _LABEL
    room = area.width() * (1 - _LABEL - _VALUES)
    _text(painter, QRectF(area.left(), area.top(), label - 10, ROW), bar.label, inks.ink)
    painter.setPen(Qt.PenStyle.NoPen)
    left = area.left() + label
    for value, top, colour in (
        (bar.planned, 4, inks.planned),
        (bar.actual, 12, inks.over if bar.over else inks.actual),
    ):
        if value:
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left, area.top() + top, max(room * value / longest, 2), 8), 3, 3)
    _text(painter, QRectF(left + room + 10, area.top(), area.width() * _VALUES - 10, ROW), bar.said,
          inks.quiet if bar.actual is None else inks.ink)  # fmt: skip


def _text(painter: QPainter, area: QRectF, text: str, colour: QColor) -> float:
    """Paint one line that ends in dots where it does not fit, and return its width."""
    letters = font(_PX, arabic=is_arabic(text))
    shown = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(letters)
    painter.setPen(colour)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return QFontMetricsF(letters).horizontalAdvance(shown)
