"""The band under the camera: the number that matters now, what it is, whether we are on time, the clock.

A text that is due stands in it too, and beside the pace the button that makes up time or spends it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.show.band import Band
from qpido_facilitator.ui.presenter.cue_chip import HEIGHT, CueChip
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import button, restyle
from qpido_facilitator.words import Words

_PACES = {
    "start": ("starts-at", "info", "infosoft"),
    "on-time": ("tick", "ok", "oksoft"),
    "ahead": ("ahead", "info", "infosoft"),
    "behind": ("late", "warn", "warnsoft"),
    "far-behind": ("late", "onwarn", "warnfill"),
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


_TIME_UP = ("up", "over")
_PILL = 27


class BandView(QWidget):
    """Paints a Band. The number has room for the widest one, so nothing moves while it counts.

    Beside a call there is room for the pace alone, so there that is the button.
    """

    make_up_requested = Signal()
    copy_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._band = Band()
        self._mode = "normal"
        self._is_open = False
        self._copies = True
        self._offer = button("")
        self._offer.setParent(self)
        self._offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._offer.clicked.connect(self.make_up_requested)
        self._cue = CueChip(look, words, self)
        self._cue.copy_requested.connect(self.copy_requested)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self.update)
        self.set_mode("normal")

    def set_mode(self, mode: str) -> None:
        """Lay out for a width: compact, tight, normal or wide."""
        self._mode = mode
        self.setFixedHeight({"compact": 87, "tight": 84, "normal": 92, "wide": 124}[mode])
        self._cue.set_narrow(narrow=mode == "compact")
        self._show_parts()
        self.update()

    def sizeHint(self) -> QSize:
        """Return any width."""
        return QSize(520, self.height())

    def show_band(self, band: Band) -> None:
        """Show a band; paints only what is new."""
        if band != self._band:
            self._band = band
            step = (band.number, band.title, band.rest, band.close, band.cue)
            whole = (band.pace_text, band.start_text, band.clock)
            self.setAccessibleName(". ".join(text for text in (*step, *whole) if text))
            self.setToolTip(band.start_text)
            self._show_parts()
            self.update()

    def show_open(self, *, is_open: bool) -> None:
        """Say that the panel that makes up time is open; then the button closes it."""
        self._is_open = is_open
        self._show_parts()
        self.update()

    def set_copies(self, *, copies: bool) -> None:
        """Say whether the text that is due is copied here; another page may have a button of its own for it."""
        self._copies = copies
        self._show_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button and the text that is due where they belong."""
        super().resizeEvent(event)
        self._arrange()

    def _show_parts(self) -> None:
        band, words = self._band, self._words
        offers = {"make-up": words.say("Make up time"), "spare": words.say("Use the time")}
        name = words.say("Close") if self._is_open else offers.get(band.offer, "")
        compact = self._mode == "compact"
        self._offer.setText(band.pace_text if compact and not self._is_open else name)
        self._offer.setFont(self._look.letters(14, 700 if compact else 600))
        self._offer.setAccessibleName(f"{name} ({band.pace_text})" if band.pace_text else name)
        restyle(self._offer, "look", "pill" if compact else "")
        restyle(self._offer, "pace", band.pace)
        self._offer.setVisible(bool(name))
        # where a page says it with a button of its own, once is enough
        state = band.cue_state if self._copies else ""
        self._cue.show_cue(band.cue, state, copies=bool(band.cue_name))
        self._arrange()

    def _arrange(self) -> None:
        """Place what is a widget: the button left of the clock, the text that is due at the end of the words."""
        compact = self._mode == "compact"
        width = self._offer.sizeHint().width()
        if compact:
            width = min(max(width, 60), 180)
            self._offer.setGeometry(self.width() - 16 - width, 48, width, _PILL)
        else:
            height = 36
            right = round(self._clock_left() - 17)
            self._offer.setGeometry(right - width, (self.height() - height) // 2, width, height)
        words = self._words_area()
        if compact:
            self._cue.setGeometry(round(words.left()) - 4, 43, round(words.width()) + 4, HEIGHT)
        else:
            room = min(self._cue.wanted_width(), round(words.width() * 0.62))
            self._cue.setGeometry(round(words.right()) - room, (self.height() - HEIGHT) // 2, room, HEIGHT)

    def _words_area(self) -> QRectF:
        left = self._number_right()
        right = self._right_edge()
        return QRectF(left, 0, max(right - left - 16, 40), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from the outside in: number on the left, clock and pace on the right, words between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.colour("line"))
        self._paint_number(painter)
        if self._mode == "compact":
            self._paint_right_stacked(painter)
        else:
            self._paint_right(painter)
        area = self._words_area()
        if self._cue.isVisibleTo(self) and self._mode != "compact":
            area.setRight(self._cue.x() - 12)
        self._paint_words(painter, area)

    def _number_letters(self) -> tuple[QFont, float]:
        px = {"compact": 68, "tight": 58, "normal": 66, "wide": 96}[self._mode]
        letters = self._look.figures(px, 750)
        number = self._band.number
        return letters, QFontMetricsF(letters).horizontalAdvance(number if len(number) > 5 else "00:00")

    def _number_right(self) -> float:
        return 18 + self._number_letters()[1] + 28 if self._band.number else 20.0

    def _paint_number(self, painter: QPainter) -> None:
        band, wide = self._band, self._mode == "wide"
        if not band.number:
            return
        letters, width = self._number_letters()
        area = QRectF(18, 0, width + 8, self.height() - (8 if band.phase else 0))
        over = band.phase in _TIME_UP
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

    def _paint_track(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        filled = QRectF(area)
        filled.setWidth(max(area.width() * (1 - self._band.fraction), area.height()))
        painter.setBrush(self._look.colour("warnfill" if self._band.phase == "warning" else "accent"))
        if self._band.fraction < 1:
            painter.drawRoundedRect(filled, area.height() / 2, area.height() / 2)

    def _clock_letters(self) -> QFont:
        return self._look.figures(40 if self._mode == "wide" else 26, 600)

    def _clock_left(self) -> float:
        """Return where the clock begins, with the line before it."""
        return self.width() - 40.0 - QFontMetricsF(self._clock_letters()).horizontalAdvance("00:00")

    def _pace_right(self) -> float:
        if not self._offer.isVisibleTo(self):
            return self._clock_left() - 20
        return self._offer.x() - 16.0

    def _pace_width(self) -> float:
        """Return the room of the pace, its tile included."""
        if self._band.pace not in _PACES:
            return 0.0
        strong, quiet = self._pace_letters()
        return 52 + max(
            QFontMetricsF(strong).horizontalAdvance(self._band.pace_text),
            QFontMetricsF(quiet).horizontalAdvance(self._band.end_text),
        )

    def _pace_letters(self) -> tuple[QFont, QFont]:
        wide = self._mode == "wide"
        return self._look.letters(21 if wide else 17, 700), self._look.letters(17 if wide else 14, 500)

    def _right_edge(self) -> float:
        """Return where the words have to end."""
        if self._mode != "compact":
            return self._pace_right() - self._pace_width() if self._pace_width() else self._pace_right() + 4
        if self._offer.isVisibleTo(self):
            return float(self._offer.x())
        if self._band.pace not in _PACES:
            return self.width() - 96.0
        return self.width() - 16 - self._pill_width()

    def _pill_width(self) -> float:
        return QFontMetricsF(self._look.letters(14, 700)).horizontalAdvance(self._band.pace_text) + 20

    def _paint_right(self, painter: QPainter) -> None:
        letters = self._clock_letters()
        left = self._clock_left()
        painter.setFont(letters)
        painter.setPen(self._look.colour("ink"))
        painter.drawText(QRectF(left + 20, 0, self.width() - 18 - left - 20, self.height()), _RIGHT, self._band.clock)
        painter.fillRect(QRectF(left, self.height() / 2 - 26, 1, 52), self._look.colour("line"))
        if self._band.pace in _PACES:
            self._paint_pace(painter, self._pace_right())

    def _paint_pace(self, painter: QPainter, right: float) -> None:
        band = self._band
        icon, ink, soft = _PACES[band.pace]
        strong, quiet = self._pace_letters()
        width = self._pace_width() - 52
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

    def _paint_right_stacked(self, painter: QPainter) -> None:
        band = self._band
        right = self.width() - 16.0
        painter.setFont(self._clock_letters())
        painter.setPen(self._look.colour("ink"))
        painter.drawText(QRectF(right - 120, 10, 120, 34), _RIGHT, band.clock)
        if band.pace not in _PACES or self._offer.isVisibleTo(self):
            return
        _, ink, soft = _PACES[band.pace]
        pill = QRectF(right - self._pill_width(), 48, self._pill_width(), _PILL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(soft))
        painter.drawRoundedRect(pill, 13, 13)
        painter.setFont(self._look.letters(14, 700))
        painter.setPen(self._look.colour(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, band.pace_text)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        band, wide = self._band, self._mode == "wide"
        title = self._look.letters(30 if wide else 20, 750)
        middle = area.height() / 2
        painter.setFont(title)
        painter.setPen(self._look.colour("ink"))
        line = QRectF(area.left(), middle - (38 if wide else 27), area.width(), 36 if wide else 27)
        painter.drawText(line, _LEFT, _cut(band.title, title, area.width()))
        if self._mode == "compact" and self._cue.isVisibleTo(self):
            return
        below = QRectF(area.left(), middle + (2 if wide else 1), area.width(), 30 if wide else 24)
        self._paint_below(painter, below)

    def _paint_below(self, painter: QPainter, below: QRectF) -> None:
        """Paint the second line; when the rooms are to be closed, that comes first, and what has no room goes."""
        band, wide = self._band, self._mode == "wide"
        plain = self._look.letters(21 if wide else 16, 500)
        strong = self._look.letters(21 if wide else 16, 700)
        parts = [(band.item, plain, "ink2"), (band.rest, strong, "ink"), (_dotted(band.after), plain, "ink2")]
        if band.close:
            parts = [(band.close, strong, "warn"), (band.item, plain, "ink2")]
        left, room = below.left(), below.width()
        if band.close_now:
            left, room = self._paint_now(painter, below, strong)
            parts = parts[1:]
        for number, (text, letters, role) in enumerate(parts):
            width = QFontMetricsF(letters).horizontalAdvance(text)
            if not text or (number == 2 and width > room):
                continue
            painter.setFont(letters)
            painter.setPen(self._look.colour(role))
            painter.drawText(QRectF(left, below.top(), room, below.height()), _LEFT, _cut(text, letters, room))
            left += width + 8
            room -= width + 8
            if room < 24:
                break

    def _paint_now(self, painter: QPainter, below: QRectF, letters: QFont) -> tuple[float, float]:
        """Paint that it is time to press Close, and return where the line goes on and what room is left of it."""
        text = _cut(self._band.close, letters, below.width() - 20)
        pill = QRectF(
            below.left(), below.top(), QFontMetricsF(letters).horizontalAdvance(text) + 20, below.height() + 2
        )
        self._paint_tile(painter, pill, self._look.colour("warnfill"))
        painter.setFont(letters)
        painter.setPen(self._look.colour("onwarn"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return pill.right() + 10, below.right() - pill.right() - 10

    def _paint_tile(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area, 8, 8)


def _dotted(text: str) -> str:
    return f"· {text}" if text else ""


def _cut(text: str, letters: QFont, room: float) -> str:
    return QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, room)
