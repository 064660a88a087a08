"""The matrix of a breakout: groups side by side as cards, or below one another when there are many.

It lays itself out: cells of a row are as high as the highest of them, and a press on one opens it for typing where it
stands, so that a trainer alone can note for every group without leaving the picture of all of them.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from qpido_facilitator.show.matrix import Coverage
from qpido_facilitator.ui.presenter.rooms.cell_editor import CellEditor
from qpido_facilitator.ui.presenter.rooms.cell_view import FLAT, CellView
from qpido_facilitator.ui.presenter.rooms.heads import CARD, GroupHeadView, QuestionHeadView
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel
from qpido_facilitator.words import Words

NARROWEST = 156
"""Pixels that a card needs; with more groups than fit they go below one another."""

_GAP, _ROW_GAP, _HEAD = 9, 4, 40
_GROUPS, _LEAST_COLUMN = 176, 110
_EDITOR = 300


class MatrixView(QScrollArea):
    """Heads, cells, and the one cell that is open."""

    opened = Signal(object)
    group_chosen = Signal(object, object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._coverage: Coverage | None = None
        self._flat = False
        self._groups: dict[int | None, GroupHeadView] = {}
        self._questions: dict[str, QuestionHeadView] = {}
        self._cells: dict[tuple[int | None, str], CellView] = {}
        self._open: tuple[int | None, str] | None = None
        self._inside = QWidget()
        self._corner = ElidedLabel(px=14, tone="quiet")
        self._corner.setParent(self._inside)
        self._corner.setGeometry(4, 0, _GROUPS - 8, 34)
        self.editor = CellEditor(look, words, self._inside)
        self.editor.hide()
        self.editor.grown.connect(self._place_editor)
        self.setWidget(self._inside)
        self.setWidgetResizable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words.say("Answers of the groups"))

    @property
    def is_flat(self) -> bool:
        """Say whether groups stand below one another."""
        return self._flat

    def cell_view(self, group: int | None, question: str) -> CellView | None:
        """Return what shows a cell."""
        return self._cells.get((group, question))

    def head_view(self, group: int | None) -> GroupHeadView | None:
        """Return what shows the head of a group."""
        return self._groups.get(group)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show the matrix; the open cell stays open as long as it is there."""
        if coverage == self._coverage:
            return
        self._coverage = coverage
        self._keep(coverage)
        self._flat = self._is_flat(coverage)
        self._corner.setText(coverage.staffing_text)
        self._corner.setVisible(self._flat)
        for head in coverage.groups:
            self._groups[head.group].show_head(head, "row" if self._flat else "card")
        for asked in coverage.questions:
            self._questions[asked.question].show_head(asked, short=self._flat)
        marks = {head.group: head.mark for head in coverage.groups}
        for cell in coverage.cells:
            self._cells[cell.group, cell.question].show_cell(cell, marks[cell.group], flat=self._flat)
        if self._open and self._open not in self._cells:
            self.close_editor()
        self._lay_out()

    def open_cell(self, group: int | None, question: str) -> None:
        """Open a cell for typing."""
        view = self._cells.get((group, question))
        if view is None or not view.isEnabled():
            return
        self._open = group, question
        self.opened.emit(view.cell.place)
        self.editor.show()
        self.editor.raise_()
        self._place_editor()
        self.editor.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Close the open cell; the keyboard stays where it was."""
        view = self._cells.get(self._open) if self._open else None
        had = self.editor.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self._open = None
        self.editor.hide()
        if view and had:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        if self._coverage:
            flat = self._is_flat(self._coverage)
            if flat != self._flat:
                coverage, self._coverage = self._coverage, None
                self.show_coverage(coverage)
            else:
                self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Return room for a card."""
        return QSize(_LEAST_COLUMN * 2, 120)

    def _is_flat(self, coverage: Coverage) -> bool:
        groups = max(len(coverage.groups), 1)
        return (self.viewport().width() + _GAP) / groups - _GAP < NARROWEST

    def _keep(self, coverage: Coverage) -> None:
        """Have a head for every group and question and a view for every cell, and none of what went."""
        groups = [head.group for head in coverage.groups]
        questions = [head.question for head in coverage.questions]
        for gone in [group for group in self._groups if group not in groups]:
            _drop(self._groups.pop(gone))
        for name in [name for name in self._questions if name not in questions]:
            _drop(self._questions.pop(name))
        for key in [key for key in self._cells if key[0] not in groups or key[1] not in questions]:
            _drop(self._cells.pop(key))
        for group in groups:
            if group not in self._groups:
                self._groups[group] = self._group_head(group)
        for name in questions:
            if name not in self._questions:
                head = QuestionHeadView(self._look)
                head.setParent(self._inside)
                head.show()
                self._questions[name] = head
        for cell in coverage.cells:
            if (cell.group, cell.question) not in self._cells:
                self._cells[cell.group, cell.question] = self._cell(cell.group, cell.question)

    def _group_head(self, group: int | None) -> GroupHeadView:
        head = GroupHeadView(self._look)
        head.setParent(self._inside)
        head.clicked.connect(lambda: self.group_chosen.emit(group, head))
        head.show()
        return head

    def _cell(self, group: int | None, question: str) -> CellView:
        cell = CellView(self._look, self._words)
        cell.setParent(self._inside)
        cell.clicked.connect(lambda: self.open_cell(group, question))
        cell.show()
        return cell

    def _lay_out(self) -> None:
        if self._coverage is None:
            return
        width = self.viewport().width()
        height = self._lay_rows(self._coverage, width) if self._flat else self._lay_cards(self._coverage, width)
        self._inside.resize(width, max(height, self.viewport().height()))
        self._tab_order(self._coverage)
        self._place_editor()

    def _lay_cards(self, coverage: Coverage, width: int) -> int:
        groups = [head.group for head in coverage.groups]
        spots = _columns(0, width, len(groups), _GAP)
        for (left, wide), group in zip(spots, groups, strict=True):
            self._groups[group].setGeometry(left, 0, wide, CARD)
        top = CARD + 4
        for asked in coverage.questions:
            self._questions[asked.question].setGeometry(0, top, width, _HEAD)
            top += _HEAD
            views = [self._cells.get((group, asked.question)) for group in groups]
            heights = [view.height_for(wide) if view else 0 for view, (_, wide) in zip(views, spots, strict=True)]
            tallest = max(heights, default=0)
            for view, (left, wide), own in zip(views, spots, heights, strict=True):
                if view:
                    view.setGeometry(left, top, wide, tallest if view.cell.texts else own)
            top += tallest + 8
        return top

    def _lay_rows(self, coverage: Coverage, width: int) -> int:
        spots = _columns(_GROUPS + _ROW_GAP, width, len(coverage.questions), _ROW_GAP)
        for (left, wide), asked in zip(spots, coverage.questions, strict=True):
            self._questions[asked.question].setGeometry(left + 4, 0, wide - 4, 34)
        top = 38
        step = max(FLAT + _ROW_GAP, min(46, (self.viewport().height() - top) // max(len(coverage.groups), 1)))
        for head in coverage.groups:
            self._groups[head.group].setGeometry(0, top, _GROUPS, FLAT)
            for (left, wide), asked in zip(spots, coverage.questions, strict=True):
                view = self._cells.get((head.group, asked.question))
                if view:
                    view.setGeometry(left, top, wide, FLAT)
            top += step if len(coverage.groups) > 8 else FLAT + _ROW_GAP
        return top

    def _place_editor(self) -> None:
        view = self._cells.get(self._open) if self._open else None
        if view is None or self.editor.isHidden():
            return
        wide = min(max(view.width() + 4, _EDITOR), self._inside.width())
        self.editor.setFixedWidth(wide)
        high = self.editor.sizeHint().height()
        left = max(0, min(view.x() - 2, self._inside.width() - wide))
        top = view.y() - 2
        room = max(self._inside.height(), top + high + 4)
        if room > self._inside.height():
            self._inside.resize(self._inside.width(), room)
        self.editor.setGeometry(left, top, wide, high)
        self.ensureVisible(left, top, 0, 8)
        self.ensureVisible(left + wide, top + high, 0, 8)

    def _tab_order(self, coverage: Coverage) -> None:
        """Let Tab go group by group through the heads, then question by question through the cells."""
        views: list[QWidget] = [self._groups[head.group] for head in coverage.groups]
        views += [
            view
            for asked in coverage.questions
            for head in coverage.groups
            if (view := self._cells.get((head.group, asked.question)))
        ]
        for first, second in pairwise(views):
            QWidget.setTabOrder(first, second)


def _columns(left: int, right: int, count: int, gap: int) -> list[tuple[int, int]]:
    """Return the left edge and the width of so many columns in that room."""
    if not count:
        return []
    wide = (right - left - gap * (count - 1)) / count
    edges = [round(left + number * (wide + gap)) for number in range(count)]
    return [(edge, round(edge + wide) - edge) for edge in edges]


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
