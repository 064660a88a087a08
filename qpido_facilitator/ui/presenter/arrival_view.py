"""The page while people come in: what they see, when it starts, the share test, and what is still open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qpido_facilitator.plan.model import SpeakerNotes
from qpido_facilitator.preflight import Check
from qpido_facilitator.show.audience import Slide
from qpido_facilitator.ui.presenter.notes_view import NotesView
from qpido_facilitator.ui.presenter.share_test_panel import ShareTestAnswers, ShareTestPanel
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.presenter.start_panel import StartPanel
from qpido_facilitator.ui.presenter.stepper import Stepper
from qpido_facilitator.ui.shared.check_rows import CheckRows
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import frame, label, restyle
from qpido_facilitator.words import Words

_SLIDE = {"compact": (296, 168), "tight": (484, 274), "normal": (560, 316), "wide": (800, 451)}
_LEAST, _AROUND = 150, 74
_BESIDE = 256
_SIDE = {"tight": 348, "normal": 400, "wide": 480}


class ArrivalView(QFrame):
    """Lays out its parts for a width; every press is a wish."""

    copy_requested = Signal()
    mend_requested = Signal(str, str)
    headcount_changed = Signal(int)

    def __init__(self, look: Look, words: Words, window_title: str) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self._look = look
        self._words = words
        self._slide = SlideView(look, words.say("Participants see this"), live=True)
        self._icon = QLabel()
        self._state = label(words.say("Participants see this"), weight=700, tone="accent")
        self.start = StartPanel(look, words)
        self._number = ShareTestPanel(words)
        self.test = ShareTestAnswers(look, words, window_title)
        self.notes = NotesView(look, words)
        self.notes.setMinimumHeight(132)
        self.notes.set_compact(True)
        self.notes.set_size(22)
        self.notes.copy_requested.connect(self.copy_requested)
        self.chat_text = ""
        self.checks = CheckRows(look, words)
        self.checks.mend_requested.connect(self.mend_requested)
        self._people = Stepper(look, words.say("One participant fewer"), words.say("One participant more"))
        self._people.changed.connect(self.headcount_changed)
        self._beside = QStackedWidget()
        self._below = QStackedWidget()
        for stack, widgets in ((self._beside, (self.start, self._number)), (self._below, (self.notes, self.test))):
            for widget in widgets:
                stack.addWidget(widget)
        self._left = QWidget()
        self._right = self._side()
        self._grid = QGridLayout(self._left)
        self._mode = "normal"
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._outer = QGridLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.set_mode("normal")
        look.changed.connect(self._redraw)
        self._redraw()

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        compact = mode == "compact"
        self._mode = mode
        for layout in (self._grid, self._outer):
            while layout.count():
                layout.takeAt(0)
        gap = 12 if compact else 22
        self._grid.setContentsMargins(gap, 10 if compact else 14, gap, 12)
        self._grid.setHorizontalSpacing(12 if compact else 20)
        self._grid.setVerticalSpacing(8)
        self._grid.addLayout(self._head(), 0, 0, 1, 2)
        self._grid.addWidget(self._slide, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._beside, 1, 1)
        self._grid.addWidget(self._below, 2, 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(2, 1)
        (self._lay_compact if compact else self._lay_wide)(mode)
        self._fit_slide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the slide what the rest leaves of the height."""
        super().resizeEvent(event)
        self._fit_slide()

    def show_live(self, slide: Slide, page: int) -> None:
        """Show what is really on the participants' window."""
        self._slide.show_slide(slide, page)

    def show_state(self, text: str, tone: str) -> None:
        """Say what participants see, in a tone."""
        self._state.setText(text)
        restyle(self._state, "tone", tone)
        self._redraw()

    def show_welcome(self, notes: SpeakerNotes, chat: str) -> None:
        """Show what to say while people come in, and the text for the chat."""
        self.chat_text = chat
        self.notes.show_notes(notes, chat, "")

    def show_copied(self, copied: str) -> None:
        """Say when the text for the chat was copied."""
        self.notes.show_copied(copied)

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show what is ready and what is open."""
        self.checks.show_checks(checks)

    def show_headcount(self, count: int | None) -> None:
        """Show how many participants are there."""
        self._people.show_count(count)

    def show_test(self, number: int | None) -> None:
        """Show the share test with its number, or what belongs there otherwise."""
        for stack in (self._beside, self._below):
            stack.setCurrentIndex(0 if number is None else 1)
        if number is not None:
            self._number.show_number(number)
            self.test.show_number(number)
        self._fit_slide()

    def _fit_slide(self) -> None:
        width, height = _SLIDE[self._mode]
        # in a scroll area a row does not grow by itself when more of its widgets are shown
        starting = self._mode == "compact" and self._beside.currentWidget() is self.start
        self._beside.setMinimumHeight(_BESIDE if starting else 0)
        if self._mode != "compact":
            rest = self._below.minimumSizeHint().height() + _AROUND
            height = max(_LEAST, min(height, self.height() - rest))
            width = height * 16 // 9
        self._slide.setFixedSize(width, height)

    def _lay_wide(self, mode: str) -> None:
        self._right.setFixedWidth(_SIDE[mode])
        self._scroll.takeWidget()
        self._scroll.hide()
        self._outer.addWidget(self._left, 0, 0)
        self._outer.addWidget(self._right, 0, 1)
        self._left.show()
        self._outer.setColumnStretch(0, 1)
        restyle(self._right, "role", "side")

    def _lay_compact(self, _mode: str) -> None:
        self._right.setMinimumWidth(0)
        self._right.setMaximumWidth(16_777_215)
        restyle(self._right, "role", "card")
        self._grid.addWidget(self._right, 3, 0, 1, 2)
        self._grid.setRowStretch(2, 0)
        self._grid.setRowStretch(3, 1)
        self._scroll.setWidget(self._left)
        self._scroll.show()
        self._outer.addWidget(self._scroll, 0, 0)
        self._outer.setColumnStretch(0, 1)

    def _side(self) -> QFrame:
        side = frame("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(6)
        column.addWidget(label(self._words.say("Before the start"), weight=700))
        column.addWidget(self.checks)
        column.addWidget(frame("line"))
        column.addLayout(self._headcount())
        column.addWidget(frame("line"))
        column.addStretch(1)
        promise = self._words.say(
            "Say at the start: we note answers for each group, without names. Nothing is recorded."
        )
        column.addWidget(label(promise, px=14, tone="quiet", wrap=True))
        return side

    def _headcount(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        self._people_icon = QLabel()
        row.addWidget(self._people_icon, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(label(self._words.say("Number of participants"), px=16))
        text.addWidget(label(self._words.say("Only a number"), px=14, tone="quiet"))
        row.addLayout(text, 1)
        row.addWidget(self._people)
        return row

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._state)
        head.addStretch(1)
        return head

    def _redraw(self) -> None:
        warns = self._state.property("tone") == "warn"
        icon = self._look.icon("careful" if warns else "live", "warn" if warns else "accentink")
        self._icon.setPixmap(icon.pixmap(20, 20))
        self._people_icon.setPixmap(self._look.icon("people", "ink2", 22).pixmap(22, 22))
