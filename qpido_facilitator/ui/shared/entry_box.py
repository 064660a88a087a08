"""The box where an answer is typed: Enter sends, Shift+Enter begins a line, it grows with its text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from qpido_facilitator.run.notes import MAX_TEXT

REST = 5000
"""Milliseconds without a key after which what was typed becomes a note."""


class EntryBox(QPlainTextEdit):
    """Plain text in, plain text out."""

    submitted = Signal(str)
    changed_by_hand = Signal(str)
    rested = Signal(str)
    left = Signal(str)
    escaped = Signal()
    lines_pasted = Signal(str)

    def __init__(
        self, name: str, placeholder: str = "", *, least: int = 1, lines: int = 4, splits: bool = False
    ) -> None:
        """Make a box from `least` to `lines` lines high.

        One that `splits` passes several pasted lines on instead of taking them in.
        """
        super().__init__()
        self._least = least
        self._most = lines
        self._splits = splits
        self._quiet = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(lambda: self.rested.emit(self.toPlainText()))
        self.textChanged.connect(self._on_text)
        self._grow()

    def fill(self, text: str) -> None:
        """Put text in without telling anyone."""
        if text != self.toPlainText():
            self._quiet = True
            self.setPlainText(text)
            self.moveCursor(self.textCursor().MoveOperation.End)
            self._quiet = False

    def sizeHint(self) -> QSize:
        """Return the height of the text, up to the most lines."""
        return QSize(160, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Enter, leave on Escape."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._rest.stop()
            self.submitted.emit(self.toPlainText())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the box was left; going to another program only counts as a rest."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._rest.stop()
        elsewhere = event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        (self.rested if elsewhere else self.left).emit(self.toPlainText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted text as plain text, and no more of it than notes can hold at once."""
        if not source.hasText():
            return
        text = source.text()[: MAX_TEXT * 20]
        if self._splits and _is_several(text):
            self.lines_pasted.emit(text)
        else:
            self.insertPlainText(text)

    def mark(self, start: int, end: int) -> None:
        """Go to a place in the text and select it."""
        cursor = self.textCursor()
        cursor.setPosition(min(start, len(self.toPlainText())))
        cursor.setPosition(min(end, len(self.toPlainText())), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self) -> None:
        self._grow()
        if not self._quiet:
            self._rest.start()
            self.changed_by_hand.emit(self.toPlainText())

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        height = lines * line + 12
        if height != self.height() or self.maximumHeight() != height:
            self.setFixedHeight(height)
        shown = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)


def _is_several(pasted: str) -> bool:
    """Say whether what was pasted is more than one line, and so becomes answers instead of going into the box."""
    return sum(bool(line.strip()) for line in pasted.splitlines()) > 1
