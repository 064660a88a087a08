"""The share test: what to ask in the call, which number is right, and what came back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import frame, label
from qpido_facilitator.words import Words


class ShareTestPanel(QWidget):
    """The side of it: the question and the number."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._number = label(px=52, weight=750)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(words.say("Share test"), px=22, weight=700))
        column.addWidget(label(words.say("Ask in the call: “Which number do you see?”"), px=18, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(label(words.say("Right is"), tone="quiet"))
        row.addWidget(self._number)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_number(self, number: int) -> None:
        """Show the number that is right."""
        self._number.setText(" ".join(str(number)))
        self._number.setAccessibleName(str(number))


class ShareTestAnswers(QWidget):
    """What came back from the call, a button each; and what to do when someone sees something else."""

    read_right = Signal()
    read_wrong = Signal()
    another_requested = Signal()
    stop_requested = Signal()

    def __init__(self, look: Look, words: Words, window_title: str) -> None:
        super().__init__()
        self._words = words
        self._right = CapButton(look, "tick", large=True)
        self._right.setProperty("look", "ok")
        another = CapButton(look, large=True)
        another.setText(words.say("Another number"))
        wrong = CapButton(look, large=True)
        wrong.setText(words.say("They see something else"))
        stop = CapButton(look)
        stop.setProperty("look", "plain")
        stop.setText(words.say("Stop the test"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._right, another, wrong):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._advice(window_title))
        column.addStretch(1)
        self._right.clicked.connect(self.read_right)
        wrong.clicked.connect(self.read_wrong)
        another.clicked.connect(self.another_requested)
        stop.clicked.connect(self.stop_requested)

    def show_number(self, number: int) -> None:
        """Name the number on the button that says it was read."""
        self._right.setText(self._words.say("They read {number}", number=number))

    def _advice(self, title: str) -> QFrame:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        words = self._words
        column.addWidget(label(words.say("Does anyone see your notes, or something else?"), weight=700, wrap=True))
        text = words.say(
            "Stop sharing in Zoom or Teams. Then share only the window “{title}”. The app cannot see what the call "
            "shares; only this number proves it.",
            title=title,
        )
        column.addWidget(label(text, px=16, wrap=True))
        return card
