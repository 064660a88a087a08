"""A box to choose one of a few from."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox

from qpido_facilitator.paint.icons import paint_icon

Options = tuple[tuple[object, str], ...]


class ChoiceBox(QComboBox):
    """One of a few, with the arrow of our pictograms: a style sheet takes the system's away."""

    def __init__(self, options: Options, chosen: object) -> None:
        super().__init__()
        self._options: Options = ()
        self.show_options(options, chosen)

    def show_options(self, options: Options, chosen: object) -> None:
        """Show what can be chosen and what is; something that is gone makes place for the first."""
        if options != self._options:
            self._options = options
            self.clear()
            for value, text in options:
                self.addItem(text, value)
        values = [value for value, _ in options]
        self.setCurrentIndex(values.index(chosen) if chosen in values else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow."""
        super().paintEvent(event)
        spot = QRectF(self.width() - 28, self.height() / 2 - 9, 18, 18)
        paint_icon(QPainter(self), spot, "down", self.palette().color(QPalette.ColorRole.Text))
