"""Beside the matrix: texts to send, after-care signals, whether every answer is here, and what participants see."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.show.audience import Slide
from qpido_facilitator.show.cues import CueRow
from qpido_facilitator.ui.presenter.rooms.messages_view import MessagesView
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import button, label
from qpido_facilitator.words import Words


class SignalCard(QFrame):
    """How many after-care signals are open, and of whom; never what they are about."""

    open_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "private")
        self._look = look
        self._icon = QLabel()
        self._title = label(weight=600, tone="info")
        self._below = label(px=14, tone="info", wrap=True)
        self._open = button(words.say("Open"))
        self._open.setAccessibleName(words.say("Open after-care signals"))
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open.clicked.connect(self.open_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._below)
        row.addLayout(texts, 1)
        row.addWidget(self._open)
        look.changed.connect(self._redraw)
        self._redraw()

    def show_signals(self, title: str, below: str) -> None:
        """Show them in a line and one below; nothing at all for no title."""
        self.setVisible(bool(title))
        self._title.setText(title)
        self._below.setText(below)
        self._below.setVisible(bool(below))

    def _redraw(self) -> None:
        self._icon.setPixmap(self._look.icon("care", "info").pixmap(20, 20))


class RoomsSide(QFrame):
    """The right side while groups are at work."""

    copy_requested = Signal(str)
    care_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._look = look
        self._words = words
        self.messages = MessagesView(look, words)
        self.signals = SignalCard(look, words)
        self.live = SlideView(look, words.say("Participants see this"), live=True)
        self.live.setFixedSize(128, 72)
        self._how = label(px=14, tone="quiet", wrap=True)
        self._whole = label(px=14, tone="quiet", wrap=True)
        self._state = label(weight=700, tone="accent", wrap=True)
        self.messages.copy_requested.connect(self.copy_requested)
        self.signals.open_requested.connect(self.care_requested)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(8)
        column.addWidget(label(words.say("Messages to the groups"), weight=700))
        column.addWidget(self.messages)
        column.addWidget(self._how)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.addWidget(scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.setSpacing(8)
        foot.addWidget(self._whole)
        foot.addWidget(self.signals)
        foot.addLayout(self._foot())
        whole.addLayout(foot)

    def show_live(self, slide: Slide, page: int, state: str) -> None:
        """Show what participants in the main room see."""
        self.live.show_slide(slide, page)
        self._state.setText(state)

    def show_cues(self, rows: tuple[CueRow, ...], how: str) -> None:
        """Show the texts to send, and where they go in the call."""
        self.messages.show_cues(rows)
        self._how.setText(how)

    def show_whole(self, text: str, gaps: tuple[str, ...]) -> None:
        """Say whether every answer is here."""
        self._whole.setText("\n".join((text, *gaps)))
        self._whole.setVisible(bool(text))

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.live, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._state)
        note = self._words.say("In a group nobody sees this screen.")
        texts.addWidget(label(note, px=14, tone="quiet", wrap=True))
        texts.addStretch(1)
        row.addLayout(texts, 1)
        return row
