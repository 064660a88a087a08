"""The heads of the matrix: a group with who is or was there, and a question with how many answered it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.mark import Radii, bubble_path
from qpido_facilitator.show.matrix import GroupHead, QuestionHead
from qpido_facilitator.ui.presenter.rooms.cell_view import FLAT
from qpido_facilitator.ui.shared.group_mark import paint_mark
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.painted import paint_line, rounded

CARD, LINE = 56, 40
"""Heights of the head of a group as a card, and as a line of a list."""

_ICONS = {"none": "planned", "here": "here", "visited": "tick", "": "person"}


class GroupHeadView(QAbstractButton):
    """A group; a press opens what can be done with it. It is a card, a row of the matrix, or a line of a list."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._head: GroupHead | None = None
        self._shape = "card"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    @property
    def head(self) -> GroupHead:
        """Return the group that is shown."""
        assert self._head is not None
        return self._head

    def show_head(self, head: GroupHead, shape: str) -> None:
        """Show a group as a "card", a "row" or a "line"."""
        if (head, shape) != (self._head, self._shape):
            self._head, self._shape = head, shape
            said = (head.name, head.visit_text, head.help, head.also, head.people, head.questions_text, head.typing)
            self.setAccessibleName(", ".join(one for one in said if one))
            self.setToolTip("\n".join(one for one in (head.name, head.help, head.also, head.people) if one))
            self.setFixedHeight({"card": CARD, "row": FLAT, "line": LINE}[shape])
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a card of the design."""
        return QSize(184, {"card": CARD, "row": FLAT, "line": LINE}[self._shape])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head."""
        head = self._head
        if head is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, area, head)
        {"card": self._paint_card, "row": self._paint_row, "line": self._paint_line}[self._shape](painter, area, head)

    def _paint_ground(self, painter: QPainter, area: QRectF, head: GroupHead) -> None:
        here = head.visit == "here"
        if self._shape == "line":
            if here or head.help:
                painter.fillPath(rounded(area, 10), self._look.colour("accentsoft" if here else "warnsoft"))
            return
        bubble = here and self._shape == "card"
        path = bubble_path(area, Radii(*self._look.theme.radius.bubble)) if bubble else rounded(area, 10)
        painter.fillPath(path, self._look.colour("warnsoft" if head.help else "surface"))
        role = "warn" if head.help else "accent" if here else "control" if self.underMouse() else "line"
        painter.setPen(QPen(self._look.colour(role), 2 if here or head.help else 1))
        painter.drawPath(path)

    def _paint_card(self, painter: QPainter, area: QRectF, head: GroupHead) -> None:
        top = QRectF(area.left() + 12, area.top() + 6, area.width() - 24, 22)
        if head.group is not None:
            paint_mark(painter, QRectF(top.left(), top.center().y() - 8, 16, 16), head.mark, self._look)
            top = top.adjusted(25, 0, 0, 0)
        count = self._look.letters(14)
        taken = paint_line(painter, str(head.count), count, top, self._look.colour("ink2"), right=True)
        name = self._look.letters(16, 700)
        paint_line(painter, head.name, name, top.adjusted(0, 0, -taken - 8, 0), self._look.colour("ink"))
        self._paint_visit(painter, QRectF(area.left() + 12, area.top() + 28, area.width() - 22, 20), head)

    def _paint_row(self, painter: QPainter, area: QRectF, head: GroupHead) -> None:
        inside = area.adjusted(10, 0, -8, 0)
        if head.group is not None:
            paint_mark(painter, QRectF(inside.left(), inside.center().y() - 8, 16, 16), head.mark, self._look)
            inside = inside.adjusted(24, 0, 0, 0)
        name = str(head.mark) if head.group is not None else head.name
        taken = paint_line(painter, name, self._look.letters(15, 700), inside, self._look.colour("ink"))
        self._paint_visit(painter, inside.adjusted(max(taken, 18) + 8, 0, 0, 0), head, right=True)

    def _paint_line(self, painter: QPainter, area: QRectF, head: GroupHead) -> None:
        inside = area.adjusted(10, 0, -10, 0)
        if head.group is not None:
            paint_mark(painter, QRectF(inside.left(), inside.center().y() - 8, 16, 16), head.mark, self._look)
        strong = self._look.letters(15, 700)
        role = "accentink" if head.visit == "here" else "ink"
        paint_line(painter, head.name, strong, inside.adjusted(32, 0, 0, 0), self._look.colour(role))
        far, font = head.questions_text, self._look.letters(14)
        if head.typing:
            far, font = head.typing, self._look.letters(14, 700)
        ink = self._look.colour("accentink" if head.typing else "ink2")
        half = inside.adjusted(inside.width() / 2, 0, 0, 0)
        taken = paint_line(painter, far, font, half, ink, right=True)
        self._paint_visit(painter, inside.adjusted(min(115, inside.width() / 3), 0, -taken - 10, 0), head)

    def _paint_visit(self, painter: QPainter, area: QRectF, head: GroupHead, *, right: bool = False) -> None:
        """Paint who is there, or what is asked for: words with a pictogram before them."""
        text, icon, role, weight = self._visit(head)
        text = head.short if self._shape == "row" else text
        if not text:
            return
        font = self._look.letters(14, weight)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(text)
        words = area.adjusted(21, 0, 0, 0)
        if right:
            words.setLeft(max(words.left(), area.right() - wide - 1))
        colour = self._look.colour(role)
        if icon:
            paint_icon(painter, QRectF(words.left() - 21, area.center().y() - 8, 16, 16), icon, colour)
        paint_line(painter, text, font, words, colour)

    def _visit(self, head: GroupHead) -> tuple[str, str, str, int]:
        if head.help:
            return head.help, "asks-help", "warn", 700
        if head.visit == "here":
            return head.visit_text, "here", "accentink", 700
        if head.visit == "visited":
            return head.visit_text, "tick", "warn" if head.silent else "ok", 600
        if head.next:
            return head.visit_text, "planned", "warn", 700
        if head.silent:
            return head.visit_text, "careful", "warn", 700
        icon = "" if self._shape == "row" and head.visit == "none" else _ICONS[head.visit]
        return head.visit_text, icon if head.visit_text else "", "ink2", 500


class QuestionHeadView(QWidget):
    """A question: its number in a bubble, its words, and on the right how many groups said something."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._head: QuestionHead | None = None
        self._short = False
        look.changed.connect(self.update)

    def show_head(self, head: QuestionHead, *, short: bool) -> None:
        """Show a question, its short words where there is little room."""
        if (head, short) != (self._head, self._short):
            self._head, self._short = head, short
            self.setToolTip(head.text if short else "")
            self.setAccessibleName(f"{head.number}. {head.text}, {head.coverage}")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head."""
        head = self._head
        if head is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        box = QRectF(area.left(), area.center().y() - 12, 24, 24)
        painter.fillPath(bubble_path(box, Radii(6, 6, 6, 2)), self._look.colour("accent"))
        painter.setFont(self._look.letters(15, 700))
        painter.setPen(self._look.colour("onaccent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(head.number))
        words = area.adjusted(33, 0, 0, 0)
        if not self._short:
            quiet = self._look.letters(14)
            taken = paint_line(painter, head.coverage, quiet, words, self._look.colour("ink2"), right=True)
            words.adjust(0, 0, -taken - 12, 0)
        said = head.short if self._short else head.text
        font = self._look.letters(15 if self._short else 16, 700)
        paint_line(painter, said, font, words, self._look.colour("ink"))
