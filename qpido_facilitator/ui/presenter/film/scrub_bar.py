"""The bar of a film: where it is, its named moments, and where it stops."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.show.film.clip import at_text
from qpido_facilitator.show.film.points import FilmPoint
from qpido_facilitator.ui.presenter.film.bar import HEIGHT, Bar
from qpido_facilitator.ui.shared.look import Look

_NEAR = 7
"""Pixels within which a leap lands on a named place."""
_STEP, _PAGE = 1_000, 10_000
_LABELS = 18


class ScrubBar(Bar):
    """Milliseconds. Participants see a leap when the bar is let go, never while it is held."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._points: tuple[FilmPoint, ...] = ()
        self._labelled = True
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)

    def set_labelled(self, labelled: bool) -> None:
        """Write the names of the moments below the bar, or leave them out."""
        self._labelled = labelled
        self.updateGeometry()
        self.update()

    def show_film(self, begin: int, end: int, at: int, points: tuple[FilmPoint, ...], told: str) -> None:
        """Show a clip and the place in it; `told` says it in words. A bar that is held keeps its place."""
        if points != self._points:
            self._points = points
            self.updateGeometry()
            self.update()
        if (begin, end) != (self.minimum(), self.maximum()):
            self.setRange(begin, max(begin + 1, end))
        if not self.isSliderDown():
            self.setValue(at)
        self.setAccessibleDescription(told)

    def place(self) -> str:
        """Return where it is held: "03:12", with the name of the place if it has one."""
        named = next((point.text for point in self._points if point.at == self.value()), "")
        time = at_text(self.value() - self.minimum())
        return f"{time} · {named}" if named else time

    def sizeHint(self) -> QSize:
        """Return the height of the bar, with room for names if there are any."""
        named = self._labelled and any(not point.stop for point in self._points)
        return QSize(240, HEIGHT + (_LABELS if named else 0))

    def minimumSizeHint(self) -> QSize:
        """Return the least width that can be aimed at."""
        return QSize(120, self.sizeHint().height())

    def value_at(self, x: float) -> int:
        """Return the place below the pointer, or the named place near it."""
        near = min(self._points, key=lambda point: abs(self.x_of(point.at) - x), default=None)
        if near is not None and abs(self.x_of(near.at) - x) <= _NEAR:
            return near.at
        return super().value_at(x)

    def _paint_over(self, painter: QPainter) -> None:
        if not self.isEnabled():
            return  # how long the film is, and so where they stand, is not known yet; their room is kept
        for point in self._points:
            self._paint_point(painter, point)
        if self._labelled:
            self._paint_labels(painter)

    def _paint_point(self, painter: QPainter, point: FilmPoint) -> None:
        x = round(self.x_of(point.at))
        if point.stop:
            area = QRectF(x - 8, HEIGHT / 2 - 8, 16, 16)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(self._look.colour("surface"))
            painter.drawRoundedRect(area, 4, 4)
            paint_icon(painter, area.adjusted(2, 2, -2, -2), "pause", self._look.colour("accentink"))
        else:
            painter.fillRect(QRectF(x - 1.5, HEIGHT / 2 - 8, 3, 16), self._look.colour("ink"))

    def _paint_labels(self, painter: QPainter) -> None:
        """Write the names that fit beside one another; the others have their mark, and are told when they come."""
        letters = self._look.letters(14, 400)
        painter.setFont(letters)
        painter.setPen(self._look.colour("ink2"))
        free = 0.0
        for point in self._points:
            width = QFontMetricsF(letters).horizontalAdvance(point.text)
            left = min(max(self.x_of(point.at) - width / 2, 0), self.width() - width)
            if not point.stop and left >= free:
                area = QRectF(left, HEIGHT - 2, width + 1, _LABELS)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, point.text)
                free = left + width + 12
