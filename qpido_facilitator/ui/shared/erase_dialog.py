"""Asks before a session is erased, and shows the receipt afterwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qpido_facilitator.retention import Receipt, StillOpen, receipt_text
from qpido_facilitator.ui.shared.background import Background
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.widgets import button, label
from qpido_facilitator.words import Words


class EraseDialog(Sheet):
    """`erase` does it and returns the receipt; it runs on a thread of its own."""

    erased = Signal(object)

    def __init__(self, title: str, erase: Callable[[], Receipt], words: Words, parent: QWidget) -> None:
        super().__init__(words.say("Erase {title}?", title=title), parent, QSize(560, 420))
        self.setWindowTitle(words.say("Erase a session"))
        self._words = words
        self._erase = erase
        self._work: Background | None = None
        self._text = label(
            words.say(
                "Notes, drafts, signals, the key and the documents that we made go from this laptop, for good. "
                "Documents that somebody changed since stay, and so does everything that was sent or copied."
            ),
            px=16, wrap=True,
        )  # fmt: skip
        self.receipt = QPlainTextEdit()
        self.receipt.setReadOnly(True)
        self.receipt.setProperty("boxed", True)
        self.receipt.setAccessibleName(words.say("Receipt"))
        self.receipt.hide()
        self.no, self.yes = button(words.say("Not yet")), button(words.say("Erase for good"))
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.start)
        self.column.addWidget(self._text)
        self.column.addWidget(self.receipt, 1)
        self.column.addStretch(0)
        self.add_foot(self.no, self.yes)
        self.no.setDefault(True)

    def start(self) -> None:
        """Erase it."""
        self.yes.setEnabled(False)
        self.no.setEnabled(False)
        self._work = Background(self._erase, self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.start()

    def wait(self) -> None:
        """Return when the disk is done."""
        if self._work:
            self._work.wait()

    def _on_done(self, receipt: Receipt) -> None:
        words = self._words
        self.heading.setText(words.say("Erased"))
        self._text.setText(words.say("This receipt is kept with the sessions. It says nothing of what was noted."))
        self.receipt.setPlainText(receipt_text(receipt, words))
        self.receipt.show()
        self._end()
        self.erased.emit(receipt)

    def _on_failed(self, fault: Exception) -> None:
        words = self._words
        if isinstance(fault, StillOpen):
            self._text.setText(words.say("That session is open in a window: close it first."))
        else:
            self._text.setText(words.failed(fault))
        self._end()

    def _end(self) -> None:
        self.yes.hide()
        self.no.setEnabled(True)
        self.no.setText(self._words.say("Close"))
