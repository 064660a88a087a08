"""Beside the opening of the rooms: what participants see, and what the trainer says now."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qpido_facilitator.plan.model import SpeakerNotes
from qpido_facilitator.show.audience import Slide
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.presenter.speaker_text import SpeakerText, WholeLines
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label, restyle
from qpido_facilitator.words import Words

_PX = 20


class OpeningSide(QFrame):
    """A slide, a sentence about it, and the speaker notes."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._look = look
        self._icon = QLabel()
        self._state = label(weight=700, tone="accent", wrap=True)
        self.live = SlideView(look, words.say("Participants see this"), live=True)
        note = words.say(
            "In the main room. In a group nobody sees this screen; that is why the task goes into the chat."
        )
        self.text = SpeakerText(look, words)
        scroll = WholeLines(self.text, words.say("Speaker notes"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.live)
        column.addWidget(label(note, px=14, tone="quiet", wrap=True))
        column.addWidget(label(words.say("Speaker notes"), weight=700))
        column.addWidget(scroll, 1)
        look.changed.connect(self._redraw)
        self._redraw()

    def show_live(self, slide: Slide, page: int, state: str, tone: str) -> None:
        """Show what participants see."""
        self.live.show_slide(slide, page)
        self._state.setText(state)
        restyle(self._state, "tone", tone)
        self._redraw()

    def show_notes(self, notes: SpeakerNotes) -> None:
        """Show what to say."""
        self.text.show_notes(notes, _PX)

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(332, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the slide as wide as the side."""
        super().resizeEvent(event)
        self.live.setFixedHeight((self.width() - 28) * 9 // 16)

    def _redraw(self) -> None:
        warns = self._state.property("tone") == "warn"
        icon = self._look.icon("careful" if warns else "live", "warn" if warns else "accentink")
        self._icon.setPixmap(icon.pixmap(20, 20))
