"""Changing words where they stand: a label makes place for a box, and is back when that is sent or left."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout

from qpido_facilitator.ui.shared.entry_box import EntryBox


class InPlace(QObject):
    """Serves one label in its column. `finished` tells what stands there and what stood there when it was opened."""

    finished = Signal(str, str)
    left = Signal()
    """Escape: nothing of what was typed counts."""

    def __init__(self, label: QLabel, column: QVBoxLayout, name: str, *, lines: int) -> None:
        super().__init__(label)
        self._label = label
        self._column = column
        self._name = name
        self._lines = lines
        self.box: EntryBox | None = None

    def open(self, text: str) -> None:
        """Open a box with a text in it."""
        if self.box is not None:
            return
        self.box = box = EntryBox(self._name, lines=self._lines)
        box.setProperty("boxed", True)
        box.fill(text)
        box.submitted.connect(lambda now: self._finish(now, text))
        box.left.connect(lambda now: self._finish(now, text))
        box.escaped.connect(self._leave)
        self._label.hide()
        self._column.insertWidget(0, box)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, text: str, before: str) -> None:
        if self._close():
            self.finished.emit(text, before)

    def _leave(self) -> None:
        if self._close():
            self.left.emit()

    def _close(self) -> bool:
        """Put the label back; False when that was done already: a box that goes is left as well."""
        box, self.box = self.box, None
        if box is None:
            return False
        box.hide()
        self._column.removeWidget(box)
        box.deleteLater()
        self._label.show()
        return True
