"""The frame of every dialog: its title as a heading, its content one below another, its buttons at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from qpido_facilitator.ui.shared.widgets import label


class Sheet(QDialog):
    """A dialog that goes when it is closed. `column` takes the content."""

    def __init__(self, title: str, parent: QWidget | None, size: QSize | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if size:
            self.resize(size)
        self.heading = label(title, px=22, weight=700, wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(self.heading)

    def add_foot(self, *buttons: QWidget, left: QWidget | None = None) -> None:
        """Add the row of buttons, one of them at the left if it is of another sort."""
        row = QHBoxLayout()
        if left:
            row.addWidget(left)
        row.addStretch(1)
        for one in buttons:
            row.addWidget(one)
        self.column.addLayout(row)
