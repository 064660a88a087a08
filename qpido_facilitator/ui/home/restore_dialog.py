"""Asks for the password or the key file of a backup, and puts its run back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from qpido_facilitator.export.backup import BackupError, Restored, Secret, read_key_file, restore, unlock
from qpido_facilitator.resources import Places
from qpido_facilitator.ui.shared.background import Background
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.widgets import button, label
from qpido_facilitator.words import Words


class RestoreDialog(Sheet):
    """Opens a backup on a thread of its own; a wrong password can be tried again."""

    restored = Signal(object)

    def __init__(self, backup: Path, places: Places, words: Words, parent: QWidget) -> None:
        super().__init__(words.say("Put a backup back"), parent, QSize(520, 260))
        self._backup, self._places, self._words = backup, places, words
        self._work: Background | None = None
        self.password = QLineEdit()
        self.password.setProperty("boxed", True)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(words.say("Password of the backup"))
        self._said = label(px=15, wrap=True)
        self._key, self._close = button(words.say("Use a key file")), button(words.say("Not yet"))
        self.put_back = button(words.say("Put back"))
        self.put_back.setDefault(True)
        self._key.clicked.connect(self._ask_for_key)
        self._close.clicked.connect(self.reject)
        self.put_back.clicked.connect(lambda: self.open_with(Secret(self.password.text())))
        column = self.column
        column.addWidget(label(backup.name, tone="quiet", wrap=True))
        column.addWidget(label(words.say("Password of the backup"), px=14, tone="quiet"))
        column.addWidget(self.password)
        column.addWidget(self._said)
        column.addStretch(1)
        self.add_foot(self._close, self.put_back, left=self._key)

    def open_with(self, secret: Secret) -> None:
        """Open the backup with a secret and put its run back."""
        self.put_back.setEnabled(False)
        self._said.setText(self._words.say("One moment…"))
        self._work = Background(lambda: restore(unlock(self._backup.read_bytes(), secret), self._places), self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.start()

    def wait(self) -> None:
        """Return when the disk is done."""
        if self._work:
            self._work.wait()

    @property
    def said(self) -> str:
        """Return what the dialog says of how it went."""
        return self._said.text()

    def _on_done(self, came: Restored) -> None:
        words = self._words
        self._said.setText(words.plural("{n} file was put back", "{n} files were put back", came.fresh))
        self._key.hide()
        self.put_back.hide()
        self._close.setText(words.say("Close"))
        self.restored.emit(came)

    def _on_failed(self, fault: Exception) -> None:
        words = self._words
        why = fault.sentence(words) if isinstance(fault, BackupError) else words.failed(fault)
        self._said.setText(why)
        self.put_back.setEnabled(True)

    def _ask_for_key(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self._words.say("Use a key file"))
        if name:
            try:
                self.open_with(read_key_file(Path(name).read_bytes()))
            except (BackupError, OSError) as fault:
                self._on_failed(fault)
