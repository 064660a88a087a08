"""The band under the camera: the number that matters now, what it is, whether we are on time, the clock."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.show.band import Band
from qpido_facilitator.ui.shared.look import Look

_PACES = {
    "start": ("starts-at", "info", "infosoft"),
    "on-time": ("tick", "ok", "oksoft"),
    "ahead": ("ahead", "info", "infosoft"),
    "behind": ("late", "warn", "warnsoft"),
    "far-behind": ("late", "onwarn", "warnfill"),
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BandView(QWidget):
    """Paints a Band. The number has room for the widest one, so nothing moves while it counts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._band = Band()
        self._mode = "normal"
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self.update)
        self.set_mode("normal")

    def set_mode(self, mode: str) -> None:
        """Lay out for a width: compact, tight, normal or wide."""
        self._mode = mode
        self.setFixedHeight({"compact": 87, "tight": 84, "normal": 92, "wide": 124}[mode])
        self.update()

    def sizeHint(self) -> QSize:
        """Return any width."""
        return QSize(520, self.height())

    def show_band(self, band: Band) -> None:
        """Show a band; paints only what is new."""
        if band != self._band:
            self._band = band
            self.setAccessibleName(
                ". ".join(text for text in (band.number, band.title, band.rest, band.pace_text, band.clock) if text)
            )
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from the outside in: number on the left, clock and pace on the right, words between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.colour("line"))
        left = self._paint_number(painter)
        right = self._paint_right(painter)
        self._paint_words(painter, QRectF(left, 0, max(right - left - 16, 40), self.height()))

    def _paint_number(self, painter: QPainter) -> float:
        band, wide = self._band, self._mode == "wide"
        px = {"compact": 68, "tight": 58, "normal": 66, "wide": 96}[self._mode]
        letters = self._look.figures(px, 750)
        if not band.number:
            return 20.0
        width = QFontMetricsF(letters).horizontalAdvance(band.number if len(band.number) > 5 else "00:00")
        area = QRectF(18, 0, width + 8, self.height() - (8 if band.phase else 0))
        over = band.phase == "over"
        if over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("warnfill"))
            painter.drawRoundedRect(QRectF(8, 8, width + 24, self.height() - 18), 14, 14)
        painter.setPen(
            self._look.colour("onwarn" if over else "ink2" if band.phase in ("waiting", "paused") else "ink")
        )
        painter.setFont(letters)
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, band.number)
        if not over:
            self._paint_track(painter, QRectF(20, self.height() - 14, width + 4, 8 if wide else 6))
        return area.right() + 20

    def _paint_track(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        filled = QRectF(area)
        filled.setWidth(max(area.width() * (1 - self._band.fraction), area.height()))
        painter.setBrush(self._look.colour("warnfill" if self._band.phase == "warning" else "accent"))
        if self._band.fraction < 1:
            painter.drawRoundedRect(filled, area.height() / 2, area.height() / 2)

    def _paint_right(self, painter: QPainter) -> float:
        if self._mode == "compact":
            return self._paint_right_stacked(painter)
        band, wide = self._band, self._mode == "wide"
        letters = self._look.figures(40 if wide else 26, 600)
        width = QFontMetricsF(letters).horizontalAdvance("00:00")
        right = self.width() - 20.0
        painter.setFont(letters)
        painter.setPen(self._look.colour("ink"))
        painter.drawText(QRectF(right - width, 0, width + 2, self.height()), _RIGHT, band.clock)
        right -= width + 20
        painter.fillRect(QRectF(right, self.height() / 2 - 26, 1, 52), self._look.colour("line"))
        return self._paint_pace(painter, right - 20) if band.pace in _PACES else right

    def _paint_pace(self, painter: QPainter, right: float) -> float:
        band, wide = self._band, self._mode == "wide"
        icon, ink, soft = _PACES[band.pace]
        strong = self._look.letters(21 if wide else 17, 700)
        quiet = self._look.letters(17 if wide else 14, 500)
        width = max(
            QFontMetricsF(strong).horizontalAdvance(band.pace_text),
            QFontMetricsF(quiet).horizontalAdvance(band.end_text),
        )
        middle = self.height() / 2
        painter.setFont(strong)
        painter.setPen(self._look.colour("ink"))
        painter.drawText(QRectF(right - width, middle - 26, width + 2, 28), _LEFT, band.pace_text)
        painter.setFont(quiet)
        painter.setPen(self._look.colour("ink2"))
        painter.drawText(QRectF(right - width, middle + 2, width + 2, 22), _LEFT, band.end_text)
        tile = QRectF(right - width - 52, middle - 20, 40, 40)
        self._paint_tile(painter, tile, self._look.colour(soft))
        paint_icon(painter, tile.adjusted(9, 9, -9, -9), icon, self._look.colour(ink))
        return tile.left()

    def _paint_right_stacked(self, painter: QPainter) -> float:
        band = self._band
        letters = self._look.figures(26, 600)
        right = self.width() - 16.0
        painter.setFont(letters)
        painter.setPen(self._look.colour("ink"))
        painter.drawText(QRectF(right - 120, 10, 120, 34), _RIGHT, band.clock)
        if band.pace not in _PACES:
            return right - 80
        _, ink, soft = _PACES[band.pace]
        small = self._look.letters(14, 700)
        width = QFontMetricsF(small).horizontalAdvance(band.pace_text) + 20
        pill = QRectF(right - width, 48, width, 27)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(soft))
        painter.drawRoundedRect(pill, 13, 13)
        painter.setFont(small)
        painter.setPen(self._look.colour(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, band.pace_text)
        return pill.left()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        band, wide = self._band, self._mode == "wide"
        title = self._look.letters(30 if wide else 20, 750)
        plain = self._look.letters(21 if wide else 16, 500)
        strong = self._look.letters(21 if wide else 16, 700)
        middle = area.height() / 2
        painter.setFont(title)
        painter.setPen(self._look.colour("ink"))
        line = QRectF(area.left(), middle - (38 if wide else 27), area.width(), 36 if wide else 27)
        painter.drawText(line, _LEFT, _cut(band.title, title, area.width()))
        left = area.left()
        below = QRectF(left, middle + (2 if wide else 1), area.width(), 30 if wide else 24)
        room = area.width()
        parts = ((band.item, plain, "ink2"), (band.rest, strong, "ink"), (_dotted(band.after), plain, "ink2"))
        for text, letters, role in parts:
            width = QFontMetricsF(letters).horizontalAdvance(text)
            if not text or (role == "ink2" and text == parts[2][0] and width > room):
                continue
            painter.setFont(letters)
            painter.setPen(self._look.colour(role))
            below.setLeft(left)
            below.setWidth(room)
            painter.drawText(below, _LEFT, _cut(text, letters, room))
            left += width + 8
            room -= width + 8
            if room < 24:
                break

    def _paint_tile(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area, 8, 8)


def _dotted(text: str) -> str:
    return f"· {text}" if text else ""


def _cut(text: str, letters: QFont, room: float) -> str:
    return QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, room)
