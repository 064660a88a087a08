"""The settings, applied at once: language, theme, motion, keys, screens, and where the data is."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QSpinBox, QWidget

from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.shared.capture import can_hide
from qpido_facilitator.ui.shared.choice_box import ChoiceBox
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.screens import screens
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.switch import Switch
from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, frame, label
from qpido_facilitator.words import Words


class SettingsDialog(Sheet):
    """Shows settings; tells every choice as new settings. `data` is the folder in use."""

    settings_changed = Signal(object)
    data_sheet_requested = Signal()

    def __init__(self, settings: Settings, data: Path, look: Look, words: Words, parent: QWidget) -> None:
        super().__init__(words.say("Settings"), parent)
        self._settings = settings
        self._words = words
        self.setMinimumWidth(500)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._choices(words)
        self._switch("single_keys", words.say("Single keys"), words.say("B, N, T and other bare keys work"), look)
        if can_hide():
            text = words.say("Leave the trainer's window out of captures, as far as Windows does")
            self._switch("hide_from_capture", words.say("Captures"), text, look)
        self._folder(data)
        self._days("keep_notes_days", words.say("Keep notes for"))
        self._days("keep_signals_days", words.say("Keep after-care signals for"))
        sheet = button(words.say("Make the page"))
        sheet.clicked.connect(self.data_sheet_requested)
        self._row(words.say("For the privacy officer"), sheet)
        self.column.addLayout(self._grid)
        self.column.addWidget(frame("line"))
        done = button(words.say("Done"))
        done.clicked.connect(self.accept)
        self.add_foot(done)

    def _choices(self, words: Words) -> None:
        system = words.say("As the system")
        self._choice("language", words.say("Language"), (("nl", "Nederlands"), ("en", "English")))
        themes = (("system", system), ("light", words.say("Light")), ("dark", words.say("Dark")))
        self._choice("theme", words.say("Theme"), themes)
        motions = (("system", system), ("off", words.say("Without fading")))
        self._choice("motion", words.say("Change of slides"), motions)
        wanted = [("", words.say("The screen that is not mine"))]
        for one in screens():
            wanted.append((one.key, words.say("Screen {n}: {name}", n=one.number, name=one.key.split("|")[0])))
        if self._settings.audience_screen not in dict(wanted):
            name = self._settings.audience_screen.split("|")[0]
            wanted.append((self._settings.audience_screen, words.say("{name} (not connected)", name=name)))
        self._choice("audience_screen", words.say("Participants' window"), tuple(wanted))
        filled = ((True, words.say("Fills that screen")), (False, words.say("A window on it")))
        self._choice("audience_full", words.say("On a second screen"), filled)

    def _choice(self, field: str, text: str, options: tuple[tuple[object, str], ...]) -> None:
        box = ChoiceBox(options, getattr(self._settings, field))
        box.currentIndexChanged.connect(lambda: self._tell(field, box.currentData()))
        self._row(text, box)

    def _switch(self, field: str, text: str, says: str, look: Look) -> None:
        box = Switch(says, look)
        box.setChecked(bool(getattr(self._settings, field)))
        box.toggled.connect(lambda on: self._tell(field, on))
        self._row(text, box)

    def _days(self, field: str, text: str) -> None:
        box = QSpinBox()
        box.setRange(1, 3650)
        box.setSuffix(self._words.say(" days after the session"))
        box.setValue(int(getattr(self._settings, field)))
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.lineEdit().setAccessibleName(text)
        box.editingFinished.connect(lambda: self._tell(field, box.value()))
        self._row(text, box)

    def _folder(self, data: Path) -> None:
        words = self._words
        where = ElidedLabel()
        where.setText(str(data))
        other = button(words.say("Other folder"))
        other.clicked.connect(self._choose_folder)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(where, 1)
        row.addWidget(other)
        self._row(words.say("Data folder"), line)
        note = words.say("Sessions are kept there. Earlier ones stay where they are; put the folder back to see them.")
        self._grid.addWidget(label(note, px=14, tone="quiet", wrap=True), self._grid.rowCount(), 1)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._words.say("Keep sessions in which folder?"))
        if folder:
            self._tell("data_folder", folder)
            self.accept()

    def _row(self, text: str, control: QWidget) -> None:
        row = self._grid.rowCount()
        name = label(text)
        name.setBuddy(control)
        control.setAccessibleName(text)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(control, row, 1)

    def _tell(self, field: str, value: object) -> None:
        self._settings = replace(self._settings, **{field: value})
        self.settings_changed.emit(self._settings)
