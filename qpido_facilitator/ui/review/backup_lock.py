"""What a backup is locked with: a password, or a key file that is kept apart from it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, label, restyle
from qpido_facilitator.words import Words


class BackupLock(QWidget):
    """Asks for a password; with a key file none is needed."""

    changed = Signal()
    key_requested = Signal()
    key_dropped = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._title = label(words.say("Password of the backup"), px=14, tone="quiet")
        self.password = QLineEdit()
        self.password.setProperty("boxed", True)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(words.say("At least 10 characters"))
        self.password.setAccessibleName(words.say("Password of the backup"))
        self.password.textChanged.connect(self.changed)
        self._key = ElidedLabel(px=16, weight=600)
        self.other = button(words.say("Use a key file"))
        self.other.clicked.connect(self._on_other)
        self._said = label(px=14, tone="quiet", wrap=True)
        self._has_key = False
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.password, 1)
        row.addWidget(self._key, 1)
        row.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 0, 0, 0)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._said)
        self.show_key("")

    def show_key(self, name: str) -> None:
        """Show the key file that is used, "" for a password."""
        words = self._words
        self._has_key = bool(name)
        self._title.setText(words.say("Key file of the backup") if name else words.say("Password of the backup"))
        self._key.setText(name)
        self._key.setVisible(bool(name))
        self.password.setVisible(not name)
        self.other.setText(words.say("Use a password") if name else words.say("Use a key file"))
        self._say(
            words.say("Keep it apart from the backup: without it nobody opens the backup, and neither do we.")
            if name
            else words.say("Without it nobody opens the backup, and neither do we."),
            "quiet",
        )

    def show_trouble(self, sentence: str) -> None:
        """Say why a key file cannot be used."""
        self._say(sentence, "err")

    def _say(self, text: str, tone: str) -> None:
        self._said.setText(text)
        restyle(self._said, "tone", tone)

    def _on_other(self) -> None:
        (self.key_dropped if self._has_key else self.key_requested).emit()
