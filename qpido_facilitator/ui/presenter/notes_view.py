"""What the trainer reads: the sentence to say large, what to ask on, mind, or do when it stays quiet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qpido_facilitator.plan.model import SpeakerNotes
from qpido_facilitator.ui.presenter.speaker_text import SpeakerText, WholeLines
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, frame, label
from qpido_facilitator.words import Words

LEAST, MOST = 16, 40


class NotesView(QFrame):
    """The card with the speaker notes and the text for the chat."""

    copy_requested = Signal()
    size_requested = Signal(int)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._words = words
        self._notes = SpeakerNotes()
        self._px = 26
        self._build()
        look.changed.connect(self._redraw)
        self._redraw()

    def show_notes(self, notes: SpeakerNotes, chat: str, copied: str) -> None:
        """Show the notes of a step, the text for the chat, and when that was copied ("" for not yet)."""
        if notes != self._notes:
            self._notes = notes
            self._redraw()
        self._chat_row.setVisible(bool(chat))
        self._chat_text.setText(" ".join(chat.split()))
        self.show_copied(copied)

    def show_copied(self, time: str) -> None:
        """Say when the text for the chat was copied, "" for not yet."""
        self._copied.setText(self._words.say("Copied {time}", time=time) if time else "")
        self._copied.setVisible(bool(time))

    def show_review(self, text: str) -> None:
        """Say that what this step tells was not checked, or nothing."""
        self._review.setText(text)
        self._review_row.setVisible(bool(text))

    def set_size(self, px: int) -> None:
        """Set the size of the sentence to say; the rest follows."""
        self._px = max(LEAST, min(MOST, px))
        self._redraw()

    def set_compact(self, compact: bool) -> None:
        """Leave the heading out where room is short."""
        self._head.setVisible(not compact)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 12)
        box.setSpacing(6)
        self._head = self._heading()
        box.addWidget(self._head)
        box.addWidget(self._review_line())
        self._text = SpeakerText(self._look, self._words)
        self._scroll = WholeLines(self._text, self._words.say("Speaker notes"))
        box.addWidget(self._scroll, 1)
        self._chat_row = self._chat_line()
        box.addWidget(self._chat_row)

    def _heading(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self._words.say("Speaker notes"), weight=700))
        row.addStretch(1)
        for sign, name, step in (
            ("A−", self._words.say("Smaller speaker notes"), -2),
            ("A+", self._words.say("Larger speaker notes"), 2),
        ):
            button = QToolButton()
            button.setText(sign)
            button.setProperty("look", "plain")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, by=step: self.size_requested.emit(by))
            row.addWidget(button)
        return head

    def _review_line(self) -> QWidget:
        self._review_row = QWidget()
        row = QHBoxLayout(self._review_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._review_icon = QLabel()
        self._review = label(px=15, weight=600, tone="warn")
        row.addWidget(self._review_icon)
        row.addWidget(self._review, 1)
        self._review_row.hide()
        return self._review_row

    def _chat_line(self) -> QWidget:
        line = QWidget()
        box = QVBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(frame("line"))
        row = QHBoxLayout()
        row.setSpacing(10)
        self._chat_icon = QLabel()
        self._chat_text = ElidedLabel(tone="quiet", px=16)
        self._copied = label(tone="ok", px=14, weight=600)
        self._copy = CapButton(self._look, "copy")
        self._copy.setText(self._words.say("Copy for the chat"))
        self._copy.clicked.connect(self.copy_requested)
        row.addWidget(self._chat_icon)
        row.addWidget(self._chat_text, 1)
        row.addWidget(self._copied)
        row.addWidget(self._copy)
        box.addLayout(row)
        return line

    def _redraw(self) -> None:
        self._text.show_notes(self._notes, self._px)
        self._scroll.settle()
        self._review_icon.setPixmap(self._look.icon("not-checked", "warn", 18).pixmap(18, 18))
        self._chat_icon.setPixmap(self._look.icon("chat", "ink2").pixmap(20, 20))
