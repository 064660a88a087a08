"""Practising: a dashed strip with five tips, and answers of groups that do not exist."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from qpido_facilitator.show.practice import TIPS, answers_due
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, cap, label
from qpido_facilitator.words import Words


class PracticeStrip(QFrame):
    """Says that nothing is real, and what to try."""

    next_requested = Signal()
    stop_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "practice")
        self._look = look
        self._words = words
        self._icon = QLabel()
        self._title = label(words.say("Practising."), weight=700, tone="info")
        self._text = ElidedLabel(tone="info")
        self._text.setText(words.say("Groups and answers are made up. Everything goes when you stop."))
        self._number = label(tone="info")
        self._cap = QHBoxLayout()
        self._cap.setSpacing(4)
        self._tip = ElidedLabel(tone="info")
        self._next = button(words.say("Next tip"))
        stop = button(words.say("Stop practising"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 14, 8)
        row.setSpacing(8)
        for widget in (self._icon, self._title):
            row.addWidget(widget)
        row.addWidget(self._text, 1)
        row.addWidget(self._number)
        row.addLayout(self._cap)
        row.addWidget(self._tip, 1)
        for made in (self._next, stop):
            row.addWidget(made)
        self._next.clicked.connect(self.next_requested)
        stop.clicked.connect(self.stop_requested)
        look.changed.connect(self._redraw)
        self._redraw()
        self.hide()

    def set_mode(self, mode: str) -> None:
        """Leave out the sentence where there is no room for it."""
        self._text.setVisible(mode in ("normal", "wide"))
        self._number.setVisible(mode != "compact")
        self._title.setVisible(mode != "compact")

    def show_tip(self, number: int) -> None:
        """Show one of the tips."""
        tip = TIPS[number]
        while self._cap.count():
            item = self._cap.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for part in cap_of(key_named(tip.key).keys[0]).split("+"):
            self._cap.addWidget(cap(part))
        self._number.setText(self._words.say("Tip {n} of {total}:", n=number + 1, total=len(TIPS)))
        self._tip.setText(self._words.say(tip.text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed edge below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._look.colour("info"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _redraw(self) -> None:
        self._icon.setPixmap(self._look.icon("practice", "info", 22).pixmap(22, 22))


class Practice(QObject):
    """Lets made-up answers come in, and tips follow one another."""

    def __init__(self, live: LiveRun, strip: PracticeStrip, slide_words: Words) -> None:
        super().__init__()
        self._live = live
        self._strip = strip
        self._words = slide_words
        self._tip = 0
        strip.next_requested.connect(self._next_tip)
        live.ticked.connect(self.let_answers_come)
        strip.show_tip(0)
        strip.show()

    def let_answers_come(self) -> None:
        """Note the answers that are due."""
        for place, text in answers_due(self._live.run, self._live.now(), self._words):
            self._live.run.notes.add(place, text)

    def _next_tip(self) -> None:
        self._tip = (self._tip + 1) % len(TIPS)
        self._strip.show_tip(self._tip)
