"""The settings: language and theme, applied at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QVBoxLayout, QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.shared.widgets import button, label
from qpido_facilitator.words import Words


class SettingsDialog(QDialog):
    """Shows settings; tells every choice as new settings."""

    settings_changed = Signal(object)

    def __init__(self, settings: Settings, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = ChoiceBox((("nl", "Nederlands"), ("en", "English")), settings.language)
        themes = (
            ("system", words.say("As the system")),
            ("light", words.say("Light")),
            ("dark", words.say("Dark")),
        )
        self._theme = ChoiceBox(themes, settings.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(words.say("Settings"), px=22, weight=700))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        for row, (text, box) in enumerate(((words.say("Language"), self._language), (words.say("Theme"), self._theme))):
            name = label(text)
            name.setBuddy(box)
            box.setAccessibleName(text)
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
            box.currentIndexChanged.connect(self._tell)
        column.addLayout(grid)
        done = button(words.say("Done"))
        done.clicked.connect(self.accept)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)

    def _tell(self) -> None:
        self.settings_changed.emit(Settings(self._language.currentData(), self._theme.currentData()))


class ChoiceBox(QComboBox):
    """One of a few, with the arrow of our pictograms: a style sheet takes the system's away."""

    def __init__(self, options: tuple[tuple[str, str], ...], chosen: str) -> None:
        super().__init__()
        for value, text in options:
            self.addItem(text, value)
        self.setCurrentIndex([value for value, _ in options].index(chosen))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow."""
        super().paintEvent(event)
        spot = QRectF(self.width() - 28, self.height() / 2 - 9, 18, 18)
        paint_icon(QPainter(self), spot, "down", self.palette().color(QPalette.ColorRole.Text))
