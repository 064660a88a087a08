"""When it starts: the time participants are told, five minutes more or less, and the share test."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label
from qpido_facilitator.words import Words


class StartPanel(QWidget):
    """Shows a time, or offers one."""

    offered_taken = Signal()
    later_requested = Signal(int)
    time_withdrawn = Signal()
    test_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._words = words
        self._caption = label(tone="quiet", wrap=True)
        self._time = label(px=44, weight=750)
        self._offer = self._button(look, "starts-at")
        self._later = self._button(look, "later", words.say("+5 minutes"))
        self._earlier = CapButton(look)
        self._earlier.setText(words.say("−5"))
        self._earlier.setAccessibleName(words.say("Five minutes earlier"))
        self._withdraw = CapButton(look)
        self._withdraw.setProperty("look", "plain")
        self._withdraw.setText(words.say("Tell no time"))
        self._test = self._button(look, "share-test", words.say("Share test"))
        self._note = label(px=14, tone="quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._later, 1)
        row.addWidget(self._earlier)
        for widget in (self._caption, self._time, self._offer):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self._test)
        column.addWidget(self._note)
        column.addWidget(self._withdraw)
        column.addStretch(1)
        self._offer.clicked.connect(self.offered_taken)
        self._later.clicked.connect(lambda: self.later_requested.emit(5))
        self._earlier.clicked.connect(lambda: self.later_requested.emit(-5))
        self._withdraw.clicked.connect(self.time_withdrawn)
        self._test.clicked.connect(self.test_requested)
        self.setMaximumWidth(300)

    def show_start(self, at: str, offer: str) -> None:
        """Show the time that was told, "" for none; `offer` is the time to tell then."""
        words = self._words
        self._caption.setText(words.say("Starting time on the screen") if at else words.say("No starting time told"))
        self._time.setText(at)
        self._offer.setText(words.say("We start at {time}", time=offer))
        for widget in (self._time, self._later, self._earlier, self._withdraw):
            widget.setVisible(bool(at))
        self._offer.setVisible(not at)
        told = words.say("At 00:00 the clock goes and it says “We start soon”. Never over time.")
        self._note.setText(told if at else words.say("Participants read “We start soon”."))

    def _button(self, look: Look, icon: str, text: str = "") -> CapButton:
        made = CapButton(look, icon)
        made.setText(text)
        return made
