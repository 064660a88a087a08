"""The shape and colour of a group, as the participants' slide has them too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.ui.shared.look import Look


def mark_role(mark: int) -> str:
    """Return the colour role of the group with that number."""
    return f"g{(mark - 1) % 4 + 1}"


def mark_shape(mark: int) -> str:
    """Return the pictogram of the group with that number."""
    return load_theme("audience").groups.shape(mark)


def mark_colour(look: Look, mark: int) -> QColor:
    """Return the colour of the group with that number, in the theme that is on."""
    return look.colour(mark_role(mark))


def mark_icon(look: Look, mark: int) -> QIcon:
    """Return the shape of the group with that number, for a menu."""
    return look.icon(mark_shape(mark), mark_role(mark), 18)


def paint_mark(painter: QPainter, area: QRectF, mark: int, look: Look) -> None:
    """Paint the shape of the group with that number."""
    paint_icon(painter, area, mark_shape(mark), mark_colour(look, mark))


class GroupMark(QWidget):
    """The shape of a group in its colour."""

    def __init__(self, mark: int, look: Look, px: int = 18) -> None:
        super().__init__()
        self._mark = mark
        self._look = look
        self._px = px
        self.setFixedSize(QSize(px + 4, px + 4))
        look.changed.connect(self.update)

    def show_mark(self, mark: int) -> None:
        """Show the shape of another group."""
        if mark != self._mark:
            self._mark = mark
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(2, 2, self._px, self._px), self._mark, self._look)
