"""Overhears what a window paints: every text with its box, in the window's own coordinates."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from qpido_facilitator.ui.home.tiles import SessionTile
from qpido_facilitator.ui.shared.widgets import ElidedLabel


class Painted(Struct, frozen=True):
    """A text that was painted, the box it takes, and the box it has."""

    text: str
    takes: QRectF
    has: QRectF
    where: str

    @property
    def spills(self) -> bool:
        """Tell whether the text takes more than its box, by more than a hair."""
        return not self.has.adjusted(-1.5, -1.5, 1.5, 1.5).contains(self.takes)


@contextmanager
def overheard() -> Iterator[list[Painted]]:
    """Note every text that our own paint code draws into a box."""
    heard: list[Painted] = []
    original = QPainter.drawText

    def draw_text(self, *args):
        box = args[0]
        boxed = len(args) == 3 and isinstance(box, QRect | QRectF) and isinstance(args[2], str)
        if boxed and args[2].strip() and not _is_pictogram(args[2]):
            heard.append(_painted(self, QRectF(box), int(args[1]), args[2]))
        return original(self, *args)

    QPainter.drawText = draw_text  # type: ignore[method-assign]
    try:
        yield heard
    finally:
        QPainter.drawText = original  # type: ignore[method-assign]


def _painted(painter: QPainter, box: QRectF, flags: int, text: str) -> Painted:
    metrics = QFontMetricsF(painter.font())
    line = metrics.boundingRect(box, flags, text)
    ink = metrics.tightBoundingRect(text)
    takes = line
    if not flags & Qt.TextFlag.TextWordWrap.value:
        takes = QRectF(line.left(), line.top() + metrics.ascent() + ink.top(), line.width(), ink.height())
    device = painter.device()
    room = QRectF(0, 0, device.width(), device.height())
    return Painted(text, takes, room.united(box) if painter.hasClipping() else room, type(device).__name__)


def _is_pictogram(text: str) -> bool:
    return all(ord(letter) >= 0xF0000 for letter in text)


def cut_texts(window: QWidget) -> list[str]:
    """Return the texts of visible labels and buttons that have less room than they need."""
    return [
        f"{type(widget).__name__} {_text(widget)!r} in {widget.width()}x{widget.height()}"
        for widget in window.findChildren(QWidget)
        if _is_seen(widget, window) and _text(widget) and not _fits(widget)
    ]


def _is_seen(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisibleTo(window) and widget.width() > 0 and not widget.visibleRegion().isEmpty()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _fits(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return _label_fits(widget)
    metrics = QFontMetricsF(widget.font())
    room = widget.rect()
    wide = metrics.horizontalAdvance(_text(widget)) + 10 <= room.width() or isinstance(widget, SessionTile)
    return wide and metrics.height() <= room.height()


def _label_fits(label: QLabel) -> bool:
    room = label.contentsRect()
    metrics = QFontMetricsF(label.font())
    if isinstance(label, ElidedLabel):
        return room.height() >= metrics.height() - 1 and room.width() >= 20
    if label.textFormat() == Qt.TextFormat.RichText:
        return label.heightForWidth(label.width()) <= label.height() + 3
    wraps = label.wordWrap()
    flags = Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag.TextSingleLine
    endless = QRectF(0, 0, room.width() if wraps else 10_000, 10_000)
    takes = metrics.boundingRect(endless, int(flags), label.text())
    return takes.width() <= room.width() + 2 and takes.height() <= room.height() + 3
