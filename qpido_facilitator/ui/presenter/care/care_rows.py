"""The rows of the care card: a line to call, and a signal that was noted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from qpido_facilitator.show.care import HelpLine
from qpido_facilitator.show.signals import SignalRow
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, IconButton, frame, label, restyle
from qpido_facilitator.words import Words


class SignalLine(QFrame):
    """A signal in one line: where and which sort, who follows up, and what became of it."""

    state_requested = Signal(str, bool)
    withdraw_requested = Signal(str)

    def __init__(self, row: SignalRow, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "private")
        line = QHBoxLayout(self)
        line.setContentsMargins(9, 0, 4, 0)
        line.setSpacing(6)
        title = ElidedLabel(weight=600, tone="info", natural=True)
        title.setText(row.title)
        line.addWidget(title)
        below = ElidedLabel(px=14, tone="info")
        below.setText(row.below)
        line.addWidget(below, 1)
        done = CapButton(look, "tick" if row.done else "", small=True)
        done.setText(words.say("Done") if row.done else words.say("Mark as done"))
        restyle(done, "look", "ok" if row.done else "")
        done.clicked.connect(lambda: self.state_requested.emit(row.id, not row.done))
        line.addWidget(done)
        gone = IconButton(look, "undo", words.say("Noted by mistake"))
        gone.setFixedSize(done.sizeHint().height(), done.sizeHint().height())
        gone.clicked.connect(lambda: self.withdraw_requested.emit(row.id))
        line.addWidget(gone)


def help_row(line: HelpLine) -> QFrame:
    """Return a line to call or look at, with a number that can be selected."""
    box = frame("note")
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 8, 0, 9)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(label(line.name, px=16, wrap=True))
    if line.note:
        texts.addWidget(label(line.note, px=14, tone="quiet", wrap=True))
    row.addLayout(texts, 1)
    number = label(line.reach, px=20 if len(line.reach) < 14 else 16, weight=700)
    number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(number)
    return box
