"""The agenda beside the notes: parts, and the running part opened into its steps."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.agenda_rows import AgendaRow
from qpido_facilitator.ui.presenter.agenda_list import MORE, ROW, AgendaList
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label, restyle
from qpido_facilitator.words import Words

_Index = QModelIndex | QPersistentModelIndex
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

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
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
            told = (row.spoken, *self._marks(row), row.right)
            return f"{row.text}, {' '.join(text for text in told if text)}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            told = (row.text, *self._marks(row), self._times(row))
            return "\n".join(text for text in told if text)
        return None

    def place_of(self, chosen: AgendaRow) -> QModelIndex:
        """Return where a row is now, an invalid index when it is gone."""
        number = next((number for number, row in enumerate(self._rows) if _is_same(row, chosen)), None)
        return QModelIndex() if number is None else self.index(number)

    def _marks(self, row: AgendaRow) -> tuple[str, ...]:
        words = self._words
        marks = (
            (row.added, words.say("added")),
            (row.moved, words.say("moved")),
            (row.retimed, words.say("other length")),
            (row.changed, words.say("would change")),
        )
        return tuple(text for is_so, text in marks if is_so)

    def _times(self, row: AgendaRow) -> str:
        if not row.planned:
            return ""
        if row.state != "planned" or not row.right or row.level:
            return self._words.say("planned {time}", time=row.planned)
        return self._words.say("planned {time}, expected {expected}", time=row.planned, expected=row.right)


class AgendaDelegate(QStyledItemDelegate):
    """Paints a row: state by shape, word and colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.with_plan = False

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
        pointed = bool(state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)) and bool(row.items)
        if pointed:
            dots = QRectF(area.right() - 32, area.center().y() - 9, 18, 18)
            paint_icon(painter, dots, "more", self._look.colour("ink"))
        self._paint_words(painter, area.adjusted(0, 0, 12 - MORE, 0) if pointed else area, row)
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
        soft = "accentsoft" if row.state == "now" else "oksoft" if row.added and row.state == "planned" else ""
        if row.level == 1 and soft:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(soft))
            painter.drawRoundedRect(box.adjusted(7, 1, -7, -1), 7, 7)

    def _paint_words(self, painter: QPainter, area: QRectF, row: AgendaRow) -> None:
        icon, role = (_ICONS if row.level == 0 else _STEP_ICONS)[row.state]
        added = row.added and row.state == "planned"
        if added:
            icon, role = "add", "ok"
        px = 20 if row.level == 0 else 16
        left = area.left() + (16 if row.level == 0 else 22)
        if row.state == "now" and row.level == 0:
            left += 6
        spot = QRectF(left, area.center().y() - px / 2, px, px)
        paint_icon(painter, spot, icon, self._look.colour(role))
        now = row.state == "now"
        heavy = now or added or (row.level == 0 and row.state == "planned")
        letters = self._look.letters(15, 700 if now else 600 if heavy else 400)
        ink = "accentink" if now and row.level == 1 else "ink2" if row.state in ("done", "skipped") else "ink"
        strong = now or row.changed or (row.retimed and row.state == "planned")
        right_letters = self._look.letters(14 if row.level else 15, 700 if row.changed else 600 if strong else 400)
        text_left = area.left() + (52 if row.level or now else 46)
        title, whole = QFontMetricsF(letters).horizontalAdvance(row.text), area.right() - 32 - text_left
        right_width = QFontMetricsF(right_letters).horizontalAdvance(row.right)
        # what a part is called comes before words about it, and only the time of the day comes before that
        right = row.right if title + right_width <= whole or row.right[:1].isdigit() else ""
        right_width = right_width if right else 0.0
        right_width += self._paint_planned(painter, area, row, right_width)
        room = area.right() - 24 - right_width - 8 - text_left - (20 if _is_moved(row) else 0)
        painter.setPen(self._look.colour("ok" if added else ink))
        if row.state == "skipped":
            letters = type(letters)(letters)
            letters.setStrikeOut(True)
        painter.setFont(letters)
        text = QFontMetricsF(letters).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(text_left, area.top(), room + 2, area.height()), _LEFT, text)
        painter.setFont(right_letters)
        right_ink = "ok" if row.changed or added else "ink" if strong and not now else "ink2"
        painter.setPen(self._look.colour("accentink" if now and row.level else right_ink))
        painter.drawText(QRectF(area.left(), area.top(), area.width() - 22, area.height()), _RIGHT, right)
        text_end = text_left + QFontMetricsF(letters).horizontalAdvance(text)
        self._paint_marks(painter, text_end + 6, area.right() - 24 - right_width, area.center().y(), row)

    def _paint_marks(self, painter: QPainter, left: float, right: float, middle: float, row: AgendaRow) -> None:
        """Paint behind the words that a row was moved, and that something of it was not checked."""
        marks = [("moved", "info")] if _is_moved(row) else []
        marks += [("not-checked", "warn")] if row.review and row.level == 0 else []
        for icon, role in marks:
            if left + 16 < right:
                paint_icon(painter, QRectF(left, middle - 8, 16, 16), icon, self._look.colour(role))
                left += 20

    def _paint_planned(self, painter: QPainter, area: QRectF, row: AgendaRow, right_width: float) -> float:
        """Paint when a part was to begin, where it will be another time and there is room; return the room it took."""
        if not self.with_plan or row.level or row.state != "planned" or row.planned in ("", row.right) or not row.right:
            return 0.0
        letters = QFont(self._look.letters(14, 400))
        letters.setStrikeOut(True)
        width = QFontMetricsF(letters).horizontalAdvance(row.planned)
        painter.setFont(letters)
        painter.setPen(self._look.colour("ink2"))
        painter.drawText(area.adjusted(0, 0, -32 - right_width, 0), _RIGHT, row.planned)
        return width + 10


class AgendaView(QFrame):
    """The rail with the agenda; Enter or a click on a row is a wish to go there."""

    step_requested = Signal(object)
    unfold_requested = Signal()
    close_requested = Signal()
    menu_requested = Signal(object, QPoint)
    skip_requested = Signal(object)
    move_requested = Signal(object, int)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._expected = label(words.say("expected"), tone="quiet")
        self._close = CapButton(look, "down")
        self._close.setProperty("look", "plain")
        self._close.setText(words.say("Back to the notes"))
        self._close.clicked.connect(self.close_requested)
        self._model = AgendaModel(words)
        self._list = AgendaList()
        self._list.setModel(self._model)
        self._delegate = AgendaDelegate(look)
        self._list.setItemDelegate(self._delegate)
        self._list.menu_requested.connect(self.menu_requested)
        self._list.skip_requested.connect(self.skip_requested)
        self._list.move_requested.connect(self.move_requested)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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

    def set_roomy(self, roomy: bool) -> None:
        """Show when a part was to begin as well, where there is room for two times."""
        self._delegate.with_plan = roomy
        self._list.viewport().update()

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show the rows, the running one in sight."""
        before = self._model.rowCount()
        chosen = self._list.currentIndex().data(ROW)
        self._model.show_rows(rows)
        now = self._list.currentIndex().data(ROW)
        if chosen is not None and (now is None or not _is_same(now, chosen)):
            # the keyboard stays on its row, also when that moved
            self._list.setCurrentIndex(self._model.place_of(chosen))
        running = next((number for number, row in enumerate(rows) if row.state == "now" and row.level == 1), None)
        if before != len(rows):
            self._list.settle()
            if running is not None:
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


def _is_same(row: AgendaRow, other: AgendaRow) -> bool:
    """Say whether two rows are about the same: a part by its id, a step by itself."""
    return row.part == other.part if row.part or other.part else row.go == other.go


def _is_moved(row: AgendaRow) -> bool:
    return row.moved and row.state == "planned"


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
