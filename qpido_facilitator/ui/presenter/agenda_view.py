"""The agenda beside the notes: parts, and the running part opened into its steps."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.agenda_rows import AgendaRow
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label, restyle
from qpido_facilitator.words import Words

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_ICONS = {
    "done": ("done", "ok"),
    "now": ("running", "accent"),
    "skipped": ("skipped", "ink2"),
    "planned": ("planned", "ink2"),
}
_STEP_ICONS = {**_ICONS, "done": ("tick", "ok"), "now": ("now", "accentink")}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AgendaModel(QAbstractListModel):
    """The rows, changed one by one so that nothing jumps."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[AgendaRow, ...] = ()

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Take other rows; when their number stays, only changed ones are told."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [number for number, (new, old) in enumerate(zip(rows, self._rows, strict=True)) if new != old]
        self._rows = rows
        for number in changed:
            self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or its words."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {row.spoken} {row.right}".strip()
        return None


class AgendaDelegate(QStyledItemDelegate):
    """Paints a row: state by shape, word and colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        row = index.data(ROW)
        return QSize(200, 33 if row.level == 0 else 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row: AgendaRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        self._paint_ground(painter, area, row, index)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(9, 2, -9, -2), 6, 6)
        self._paint_words(painter, area, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, row: AgendaRow, index: _Index) -> None:
        if row.level == 0 and row.state != "now":
            return
        model = index.model()
        following = model.index(index.row() + 1, 0)
        last = not following.isValid() or following.data(ROW).level == 0
        box = area.adjusted(9, 0, -9, 0)
        outline = _side_lines(box, top=row.level == 0, bottom=last)
        painter.setClipRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("surface"))
        painter.drawPath(_filled(box, top=row.level == 0, bottom=last))
        painter.setPen(QPen(self._look.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        if row.level == 1 and row.state == "now":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accentsoft"))
            painter.drawRoundedRect(box.adjusted(7, 1, -7, -1), 7, 7)

    def _paint_words(self, painter: QPainter, area: QRectF, row: AgendaRow) -> None:
        icon, role = (_ICONS if row.level == 0 else _STEP_ICONS)[row.state]
        px = 20 if row.level == 0 else 16
        left = area.left() + (16 if row.level == 0 else 22)
        if row.state == "now" and row.level == 0:
            left += 6
        spot = QRectF(left, area.center().y() - px / 2, px, px)
        paint_icon(painter, spot, icon, self._look.colour(role))
        now = row.state == "now"
        heavy = now or (row.level == 0 and row.state == "planned")
        letters = self._look.letters(15, 700 if now else 600 if heavy else 400)
        ink = "accentink" if now and row.level == 1 else "ink2" if row.state in ("done", "skipped") else "ink"
        right_letters = self._look.letters(14 if row.level else 15, 600 if now else 400)
        right_width = QFontMetricsF(right_letters).horizontalAdvance(row.right)
        text_left = area.left() + (52 if row.level or now else 46)
        room = area.right() - 24 - right_width - 8 - text_left
        painter.setPen(self._look.colour(ink))
        if row.state == "skipped":
            letters = type(letters)(letters)
            letters.setStrikeOut(True)
        painter.setFont(letters)
        text = QFontMetricsF(letters).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(text_left, area.top(), room + 2, area.height()), _LEFT, text)
        painter.setFont(right_letters)
        painter.setPen(self._look.colour("accentink" if now and row.level else "ink2"))
        painter.drawText(QRectF(area.left(), area.top(), area.width() - 22, area.height()), _RIGHT, row.right)
        if row.review and row.level == 0:
            width = QFontMetricsF(letters).horizontalAdvance(text)
            mark = QRectF(text_left + width + 6, area.center().y() - 8, 16, 16)
            if mark.right() < area.right() - 24 - right_width:
                paint_icon(painter, mark, "not-checked", self._look.colour("warn"))


class AgendaView(QFrame):
    """The rail with the agenda; Enter or a click on a row is a wish to go there."""

    step_requested = Signal(object)
    unfold_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._expected = label(words.say("expected"), tone="quiet")
        self._close = CapButton(look, "down")
        self._close.setProperty("look", "plain")
        self._close.setText(words.say("Back to the notes"))
        self._close.clicked.connect(self.close_requested)
        self._model = AgendaModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(AgendaDelegate(look))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setAccessibleName(words.say("Agenda"))
        self._list.activated.connect(self._on_activated)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.addWidget(label(words.say("Agenda"), weight=700))
        head.addStretch(1)
        head.addWidget(self._expected)
        head.addWidget(self._close)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._list, 1)
        look.changed.connect(self._list.viewport().update)

    def set_compact(self, compact: bool) -> None:
        """Be a card that can be put away, or a rail."""
        restyle(self, "role", "card" if compact else "rail")
        self._close.setVisible(compact)

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show the rows, the running one in sight."""
        before = self._model.rowCount()
        self._model.show_rows(rows)
        running = next((number for number, row in enumerate(rows) if row.state == "now" and row.level == 1), None)
        if running is not None and before != len(rows):
            self._list.scrollTo(self._model.index(running), QAbstractItemView.ScrollHint.EnsureVisible)

    def focus(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_activated(self, index: QModelIndex) -> None:
        row: AgendaRow = index.data(ROW)
        if isinstance(row.go, Step):
            self.step_requested.emit(row.go)
        else:
            self.unfold_requested.emit()


def _side_lines(box: QRectF, *, top: bool, bottom: bool) -> QPainterPath:
    """Return the outline of the running part as far as it passes through this row."""
    path = QPainterPath()
    area = box.adjusted(1, 1 if top else -2, -1, -1 if bottom else 2)
    radius = 12.0
    path.moveTo(area.left(), area.bottom())
    path.lineTo(area.left(), area.top() + (radius if top else 0))
    if top:
        path.quadTo(area.left(), area.top(), area.left() + radius, area.top())
        path.lineTo(area.right() - radius, area.top())
        path.quadTo(area.right(), area.top(), area.right(), area.top() + radius)
    else:
        path.moveTo(area.right(), area.top())
    path.lineTo(area.right(), area.bottom() - (radius if bottom else 0))
    if bottom:
        path.quadTo(area.right(), area.bottom(), area.right() - radius, area.bottom())
        path.lineTo(area.left(), area.bottom())
    return path


def _filled(box: QRectF, *, top: bool, bottom: bool) -> QPainterPath:
    """Return what is inside the outline in this row: round where the bubble is round."""
    area = box.adjusted(1, 1 if top else -14, -1, -1 if bottom else 14)
    path = QPainterPath()
    path.addRoundedRect(area, 12, 12)
    if bottom:
        path.addRect(QRectF(area.left(), area.bottom() - 12, 12, 12))
        path.setFillRule(Qt.FillRule.WindingFill)
    return path
