"""A number that goes up and down by one, with buttons that say what they do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import IconButton, label

MOST = 999


class Stepper(QWidget):
    """Shows a count, a dash while nobody counted."""

    changed = Signal(int)

    def __init__(self, look: Look, fewer: str, more: str) -> None:
        super().__init__()
        self._count: int | None = None
        self._minus = IconButton(look, "remove", fewer, plain=False)
        self._plus = IconButton(look, "add", more, plain=False)
        self._number = label("–", px=20, weight=700)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(44)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._minus, self._number, self._plus):
            row.addWidget(widget)
        for button in (self._minus, self._plus):
            button.setProperty("look", "icon-boxed")
            button.setIconSize(QSize(18, 18))
        self._minus.clicked.connect(lambda: self._step(-1))
        self._plus.clicked.connect(lambda: self._step(1))

    def show_count(self, count: int | None) -> None:
        """Show a number, or that there is none."""
        self._count = count
        self._number.setText("–" if count is None else str(count))
        self._minus.setEnabled(bool(count))

    def _step(self, by: int) -> None:
        self.changed.emit(min(MOST, max(0, (self._count or 0) + by)))
