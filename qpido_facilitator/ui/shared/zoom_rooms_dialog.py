"""Zoom's file of who goes to which room: addresses are pasted, the file is saved, and nothing of it stays here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from qpido_facilitator.errors import ExportError
from qpido_facilitator.export.zoom_rooms import write_pre_assignment
from qpido_facilitator.show.seating import PreAssignment, pre_assignment
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.widgets import label
from qpido_facilitator.words import Words


class ZoomRoomsDialog(Sheet):
    """Makes the file for rooms of these names. What was pasted goes with the dialog."""

    def __init__(self, rooms: Sequence[str], look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.say("Rooms for Zoom"), parent)
        self._rooms = tuple(rooms)
        self._words = words
        self._made = PreAssignment("", ())
        self.setMinimumWidth(560)
        self.box = QPlainTextEdit()
        self.box.setProperty("boxed", True)
        self.box.setAccessibleName(words.say("E-mail addresses"))
        self.box.setPlaceholderText(words.say("Paste e-mail addresses, or “Room 2: …” for a certain room"))
        self.box.setTabChangesFocus(True)
        self.box.setMinimumHeight(120)
        self.box.textChanged.connect(self._show)
        self._told = label(px=15, weight=600, wrap=True)
        self._warned = label(px=15, tone="warn", wrap=True)
        about = words.say(
            "Zoom takes this only when everyone has an account and is signed in with this very address. "
            "The addresses are not kept here."
        )
        self._save = CapButton(look, "table", filled=True)
        self._save.setText(words.say("Save the file"))
        self._save.clicked.connect(self._on_save)
        close = CapButton(look)
        close.setText(words.say("Close"))
        close.clicked.connect(self.reject)
        for widget in (label(about, tone="quiet", wrap=True), self.box, self._told, self._warned):
            self.column.addWidget(widget)
        self.add_foot(close, self._save)
        self._show()

    @property
    def told(self) -> str:
        """Return how many people are in each room, in words."""
        return self._told.text()

    def save(self, path: Path) -> bool:
        """Write the file and close; False, with the reason below the box, when that fails."""
        try:
            write_pre_assignment(self._made, path)
        except ExportError as fault:
            self._warn(self._words.failed(fault))
            return False
        self.accept()
        return True

    def _show(self) -> None:
        self._made = pre_assignment(self.box.toPlainText(), self._rooms)
        words, seated = self._words, [(room, people) for room, people in self._made.rooms if people]
        self._told.setText(" · ".join(words.say("{room}: {n}", room=room, n=people) for room, people in seated))
        self._told.setVisible(bool(seated))
        refused = ", ".join(self._made.refused[:3])
        self._warn(words.say("This is no address: {text}", text=refused) if refused else "")
        self._save.setEnabled(bool(seated))

    def _warn(self, text: str) -> None:
        self._warned.setText(text)
        self._warned.setVisible(bool(text))

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self._words.say("Save the file"), "zoom-rooms.csv", "*.csv")
        if name:
            self.save(Path(name))
