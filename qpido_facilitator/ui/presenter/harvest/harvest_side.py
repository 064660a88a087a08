"""Beside the harvest: what participants see of it, large, and what Next adds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qpido_facilitator.show.audience import Slide
from qpido_facilitator.show.harvest import HarvestSheet
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.group_mark import GroupMark
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, frame, label, restyle
from qpido_facilitator.words import Words


class HarvestSide(QFrame):
    """The slide, the next answer, and a promise of what cannot come here."""

    hide_requested = Signal()
    all_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._look = look
        self._icon = QLabel()
        self._state = ElidedLabel(weight=700, tone="accent", natural=True)
        self._counter = label(px=14, tone="quiet")
        self.live = SlideView(look, words.say("Participants see this"), live=True)
        self._card = frame("card")
        self._chip = label(words.say("next"), px=14, weight=600)
        self._chip.setProperty("chip", "accent")
        self._mark = GroupMark(1, look, 16)
        self._title = ElidedLabel(px=15, weight=700)
        self._lines = label(px=17, wrap=True)
        self._hide = CapButton(look, "hidden")
        self._hide.setText(words.say("Hide the last one"))
        self._hide.clicked.connect(self.hide_requested)
        self._all = CapButton(look)
        self._all.setText(words.say("Show all"))
        self._all.clicked.connect(self.all_requested)
        self._promise = label(px=14, tone="quiet", wrap=True)
        self._shield = QLabel()
        self._build()
        look.changed.connect(self._redraw)
        self._redraw()

    def show_live(self, slide: Slide, page: int, state: str, tone: str) -> None:
        """Show what participants see."""
        self.live.show_slide(slide, page)
        self._state.setText(state)
        restyle(self._state, "tone", tone)
        self._redraw()

    def show_sheet(self, sheet: HarvestSheet, pages: str) -> None:
        """Show what Next adds, and how far the harvest is."""
        self._counter.setText(f"{sheet.counter} · {pages}" if pages else sheet.counter)
        coming = next((section for section in sheet.sections if section.state == "next"), None)
        for widget in (self._chip, self._title, self._lines):
            widget.setVisible(coming is not None)
        self._mark.setVisible(coming is not None and coming.mark > 0)
        if coming:
            self._mark.show_mark(coming.mark)
            self._title.setText(sheet.next_title)
            self._lines.setText("\n".join(sheet.next_lines) or coming.reason)
        shown = any(line.shown for section in sheet.sections for line in section.lines)
        self._hide.setEnabled(shown)
        self._all.setEnabled(coming is not None)
        self._promise.setText(sheet.promise)

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(560, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the slide as wide as the side, and leave room for what is next."""
        super().resizeEvent(event)
        wide = min(self.width() - 28, max((self.height() - 250) * 16 // 9, 200))
        self.live.setFixedSize(wide, wide * 9 // 16)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self._counter)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(14, 11, 14, 12)
        inside.setSpacing(8)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._chip)
        title.addWidget(self._mark)
        title.addWidget(self._title, 1)
        inside.addLayout(title)
        inside.addWidget(self._lines)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._hide)
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._promise, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(9)
        column.addLayout(head)
        column.addWidget(self.live)
        column.addWidget(self._card)
        column.addLayout(foot)
        column.addStretch(1)

    def _redraw(self) -> None:
        warns = self._state.property("tone") == "warn"
        icon = self._look.icon("careful" if warns else "live", "warn" if warns else "accentink")
        self._icon.setPixmap(icon.pixmap(20, 20))
        self._shield.setPixmap(self._look.icon("care", "ink2").pixmap(18, 18))
