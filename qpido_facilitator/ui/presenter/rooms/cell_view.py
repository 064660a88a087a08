"""A cell of the matrix: what a group said to a question, as a card or in one line."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.text import Style, Wrapped
from qpido_facilitator.show.matrix import Cell, CellText
from qpido_facilitator.ui.shared.group_mark import mark_colour
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.painted import first_lines, paint_line, paint_wrapped, rounded
from qpido_facilitator.words import Words

EMPTY, FLAT = 36, 30
"""Heights of an empty card, and of a row of one line."""

_MOST_TEXTS, _MOST_LINES = 6, 4
_SIDE, _TOP, _BETWEEN = 11, 9, 3
_ROUND = 10.0
_TEXT = Style(15, 400, 19)


class CellView(QAbstractButton):
    """Paints a cell; a press opens it. As a card it is as high as its answers, as a row always one line."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._cell: Cell | None = None
        self._mark = 0
        self._flat = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        look.changed.connect(self.update)

    @property
    def cell(self) -> Cell:
        """Return the cell that is shown."""
        assert self._cell is not None
        return self._cell

    def show_cell(self, cell: Cell, mark: int, *, flat: bool) -> None:
        """Show a cell of the group with that number."""
        if (cell, mark, flat) != (self._cell, self._mark, self._flat):
            self._cell, self._mark, self._flat = cell, mark, flat
            self.setAccessibleName(cell.spoken)
            self.setAccessibleDescription("\n".join(text.text for text in cell.texts))
            self.setEnabled(cell.state != "none")
            self.update()

    def height_for(self, width: int) -> int:
        """Return how high it wants to be when it is that wide."""
        cell = self._cell
        if self._flat:
            return FLAT
        if cell is None or not cell.texts:
            return EMPTY
        blocks = [wrapped.height for _, wrapped in self._blocks(width)]
        rest = _TEXT.line + _BETWEEN if len(cell.texts) > _MOST_TEXTS or cell.state == "typing" else 0
        new = 26 if cell.state == "new" else 0
        return max(EMPTY, ceil(sum(blocks)) + _BETWEEN * (len(blocks) - 1) + rest + new + 2 * _TOP + 2)

    def sizeHint(self) -> QSize:
        """Return the size of a card of the design."""
        return QSize(184, self.height_for(184))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self._cell
        if cell is None or cell.state == "none":
            return
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if cell.state == "typing" and not cell.texts:
            self._paint_typing(painter, area, cell)
        elif not cell.texts:
            self._paint_empty(painter, area, cell)
        elif self._flat:
            self._paint_row(painter, area, cell)
        else:
            self._paint_card(painter, area, cell)

    def _paint_empty(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        alarm = cell.state == "silent"
        pen = QPen(self._look.colour("warn" if alarm else "control"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPath(rounded(area, _ROUND if not self._flat else 7))
        said = cell.status if not self._flat or cell.state != "empty" else ""
        colour = self._look.colour("warn" if alarm else "ink2")
        font = self._look.letters(15 if not self._flat else 14, 600 if alarm else 400)
        paint_line(painter, said, font, area.adjusted(_SIDE, 0, -_SIDE, 0), colour)

    def _paint_typing(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        painter.fillPath(rounded(area, 7 if self._flat else _ROUND), self._look.colour("accentsoft"))
        if not self._flat:
            painter.setPen(QPen(self._look.colour("accent"), 1))
            painter.drawPath(rounded(area, _ROUND))
        colour = self._look.colour("accentink")
        left = area.left() + _SIDE
        paint_icon(painter, QRectF(left, area.center().y() - 8, 16, 16), "typing", colour)
        words = area.adjusted(_SIDE + 22, 0, -_SIDE, 0)
        paint_line(painter, cell.status, self._look.letters(14, 700), words, colour)

    def _paint_row(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        self._paint_ground(painter, area, 7)
        painter.save()
        painter.setClipPath(rounded(area, 7))
        painter.fillRect(QRectF(area.left(), area.top(), 4, area.height()), mark_colour(self._look, self._mark))
        painter.restore()
        inside = area.adjusted(_SIDE, 0, -9, 0)
        right, colour = (str(cell.count), "ink2") if cell.state not in ("new", "typing") else (cell.status, "ok")
        tone = "accentink" if cell.state == "typing" else colour
        strong = self._look.letters(14, 700)
        half = QRectF(inside.left(), inside.top(), inside.width() * 0.6, inside.height())
        right_area = inside if cell.state not in ("new", "typing") else half.translated(inside.width() * 0.4, 0)
        taken = paint_line(painter, right, strong, right_area, self._look.colour(tone), right=True)
        words = inside.adjusted(0, 0, -taken - 8, 0)
        if any(text.versions > 1 for text in cell.texts):
            paint_icon(
                painter, QRectF(words.left(), words.center().y() - 8, 16, 16), "careful", self._look.colour("warn")
            )
            words = words.adjusted(21, 0, 0, 0)
        paint_line(painter, _shown(cell.texts[0], cell.first), self._look.letters(15), words, self._look.colour("ink"))

    def _paint_card(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        self._paint_ground(painter, area, _ROUND)
        painter.save()
        painter.setClipPath(rounded(area, _ROUND))
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), 3), mark_colour(self._look, self._mark))
        painter.restore()
        ink, y = self._look.colour("ink"), area.top() + _TOP + 1
        for text, wrapped in self._blocks(self.width()):
            paint_wrapped(painter, wrapped, QPointF(area.left() + _SIDE, y), ink)
            self._paint_signs(painter, area, text, y)
            y += wrapped.height + _BETWEEN
        row = QRectF(area.left() + _SIDE, y, area.width() - 2 * _SIDE, _TEXT.line)
        if cell.state == "new":
            self._paint_badge(painter, row, cell.status)
        elif cell.state == "typing":
            paint_line(painter, cell.status, self._look.letters(14, 700), row, self._look.colour("accentink"))
        elif len(cell.texts) > _MOST_TEXTS:
            more = self._words.say("{n} more", n=len(cell.texts) - _MOST_TEXTS)
            paint_line(painter, more, self._look.letters(14), row, self._look.colour("ink2"))

    def _paint_signs(self, painter: QPainter, area: QRectF, text: CellText, y: float) -> None:
        place = QRectF(area.right() - 24, y + 1, 16, 16)
        if text.versions > 1:
            paint_icon(painter, place, "careful", self._look.colour("warn"))
        elif text.pinned:
            paint_icon(painter, place, "pinned", self._look.colour("accent"))

    def _paint_badge(self, painter: QPainter, row: QRectF, said: str) -> None:
        font = self._look.letters(14, 700)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(said) + 14
        badge = QRectF(row.left(), row.top() + 1, wide, 21)
        painter.fillPath(rounded(badge, 6), self._look.colour("oksoft"))
        paint_line(painter, said, font, badge.adjusted(7, 0, 0, 0), self._look.colour("ok"))

    def _paint_ground(self, painter: QPainter, area: QRectF, radius: float) -> None:
        path = rounded(area, radius)
        painter.fillPath(path, self._look.colour("surface"))
        painter.setPen(QPen(self._look.colour("control" if self.underMouse() else "line"), 1))
        painter.drawPath(path)

    def _blocks(self, width: int) -> list[tuple[CellText, Wrapped]]:
        texts = self._cell.texts[:_MOST_TEXTS] if self._cell else ()
        return [(text, self._lines(text, width)) for text in texts]

    def _lines(self, text: CellText, width: int) -> Wrapped:
        signs = 22 if text.pinned or text.versions > 1 else 0
        return first_lines(_shown(text, text.text), _TEXT, width - 2 * _SIDE - signs, _MOST_LINES)


def _shown(text: CellText, words: str) -> str:
    quoted = words[:1] in "“\"‘'"
    return f"“{words}”" if text.quote and words and not quoted else words
