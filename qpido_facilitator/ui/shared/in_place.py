"""Changing words where they stand: a label makes place for a box, and is back when that is sent or left."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout

from qpido_facilitator.ui.shared.entry_box import EntryBox


class InPlace(QObject):
    """Serves one label in its column. `finished` tells what stands there; Escape tells what stood there before."""

    finished = Signal(str)

    def __init__(self, label: QLabel, column: QVBoxLayout, name: str, *, lines: int) -> None:
        super().__init__(label)
        self._label = label
        self._column = column
        self._name = name
        self._lines = lines
        self.box: EntryBox | None = None

    def open(self, text: str, before: str) -> None:
        """Open a box with a text in it."""
        if self.box is not None:
            return
        self.box = box = EntryBox(self._name, lines=self._lines)
        box.setProperty("boxed", True)
        box.fill(text)
        box.submitted.connect(self._finish)
        box.left.connect(self._finish)
        box.escaped.connect(lambda: self._finish(before))
        self._label.hide()
        self._column.insertWidget(0, box)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self, text: str) -> None:
        box, self.box = self.box, None
        if box is None:
            return
        box.hide()
        self._column.removeWidget(box)
        box.deleteLater()
        self._label.show()
        self.finished.emit(text)
