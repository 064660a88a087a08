"""The list of the agenda: whole rows, and what the mouse and the keyboard can wish for of one of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from qpido_facilitator.ui.shared.key_table import key_named

MORE = 34
"""Width at the end of a row that opens its menu, in which the pointed-at row shows three dots."""
ROW = Qt.ItemDataRole.UserRole
_WISHES = ("row-menu", "row-skip", "row-up", "row-down")


class WholeRows(QListView):
    """A list that ends at a whole row."""

    def __init__(self) -> None:
        super().__init__()
        self._left_over = 0
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalScrollBar().valueChanged.connect(self.settle)

    def settle(self) -> None:
        """Leave the room below the last whole row empty."""
        model, room, used = self.model(), self.contentsRect().height(), 0
        first = max(0, self.indexAt(QPoint(4, 1)).row())
        for number in range(first, model.rowCount()):
            height = self.sizeHintForRow(number)
            if used + height > room:
                break
            used += height
        else:
            used = room
        if room - used != self._left_over:
            self._left_over = room - used
            self.setViewportMargins(0, 0, 0, self._left_over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the last whole row again."""
        super().resizeEvent(event)
        self.settle()


class AgendaList(WholeRows):
    """A menu by the right button, by three dots at the end of a row, and by the keys that are used for it."""

    menu_requested = Signal(object, QPoint)
    skip_requested = Signal(object)
    move_requested = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self._keys = {
            QKeySequence(text).toString(): name for name in _WISHES for text in key_named(name).keys
        }  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys for a row; every other one moves through the list."""
        pressed = QKeySequence(event.keyCombination()).toString()
        name, index = self._keys.get(pressed), self.currentIndex()
        if name is None or not index.isValid():
            super().keyPressEvent(event)
            return
        row = index.data(ROW)
        wishes = {
            "row-menu": lambda: self.menu_requested.emit(row, self._below(index)),
            "row-skip": lambda: self.skip_requested.emit(row),
            "row-up": lambda: self.move_requested.emit(row, -1),
            "row-down": lambda: self.move_requested.emit(row, 1),
        }
        wishes[name]()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of a row at the mouse; the keyboard opens it by its own key."""
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Mouse and index.isValid():
            self.setCurrentIndex(index)
            self.menu_requested.emit(index.data(ROW), event.globalPos())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu where three dots stand; anywhere else a press is one on the row."""
        index = self.indexAt(event.position().toPoint())
        at_end = event.position().x() >= self.viewport().width() - MORE
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and at_end:
            self.setCurrentIndex(index)
            self.menu_requested.emit(index.data(ROW), self._below(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def _below(self, index: QModelIndex) -> QPoint:
        """Return the place on the screen below the end of a row."""
        area = self.visualRect(index)
        return self.viewport().mapToGlobal(QPoint(area.right() - MORE, area.bottom()))
