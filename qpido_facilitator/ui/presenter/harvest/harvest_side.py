"""Beside the harvest: what participants see of it, large, and what Next adds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from qpido_facilitator.show.audience import Slide
from qpido_facilitator.show.harvest import HarvestSheet
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.group_mark import GroupMark
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, frame, label, restyle
from qpido_facilitator.words import Words

_SMALL = 196, 110


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
        self._head, self._foot = QWidget(), QWidget()
        self._coming = False
        self._compact: bool | None = None
        self._build()
        self.set_mode("normal")
        look.changed.connect(self._redraw)
        self._redraw()

    def set_mode(self, mode: str) -> None:
        """Stand beside the list, or as a strip below it: the slide small, and what Next adds next to it."""
        compact = mode == "compact"
        if compact == self._compact:
            return
        self._compact = compact
        for part in (self._head, self.live, self._card, self._foot):
            self._grid.removeWidget(part)
        self._grid.setColumnStretch(1, int(compact))
        self._grid.setRowStretch(4, int(not compact))
        self._grid.setContentsMargins(*((0, 0, 0, 0) if compact else (14, 12, 14, 12)))
        restyle(self, "role", "" if compact else "side")
        upright = QSizePolicy.Policy.Fixed if compact else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self._inside.setContentsMargins(*((10, 6, 10, 8) if compact else (14, 11, 14, 12)))
        self._inside.setSpacing(6 if compact else 8)
        self._lines.setVisible(not compact and self._coming)
        if compact:
            self.live.setFixedSize(*_SMALL)
            self._grid.addWidget(self.live, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._head, 0, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._card, 1, 1)
            self._foot.hide()
            return
        for row, part in enumerate((self._head, self.live, self._card, self._foot)):
            self._grid.addWidget(part, row, 0)
        self._foot.show()

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
        self._coming = coming is not None
        for widget in (self._chip, self._title):
            widget.setVisible(self._coming)
        self._lines.setVisible(self._coming and not self._compact)
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
        """Return the size of the design, or of the strip."""
        return super().sizeHint() if self._compact else QSize(560, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the slide as wide as the side, and leave room for what is next."""
        super().resizeEvent(event)
        if self._compact:
            return
        wide = min(self.width() - 28, max((self.height() - 250) * 16 // 9, 200))
        self.live.setFixedSize(wide, wide * 9 // 16)

    def _build(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self._counter)
        self._inside = QVBoxLayout(self._card)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        title.addWidget(self._mark)
        title.addWidget(self._title, 1)
        self._inside.addLayout(title)
        self._inside.addWidget(self._lines)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._hide)
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        self._inside.addLayout(buttons)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._promise, 1)
        self._grid = QGridLayout(self)
        self._grid.setSpacing(9)

    def _redraw(self) -> None:
        warns = self._state.property("tone") == "warn"
        icon = self._look.icon("careful" if warns else "live", "warn" if warns else "accentink")
        self._icon.setPixmap(icon.pixmap(20, 20))
        self._shield.setPixmap(self._look.icon("care", "ink2").pixmap(18, 18))
