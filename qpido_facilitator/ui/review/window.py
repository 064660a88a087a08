"""The review window: five steps, one at a time, with what goes on in a dock below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qpido_facilitator.ui.review.content_page import ContentPage
from qpido_facilitator.ui.review.done_page import DonePage
from qpido_facilitator.ui.review.making_page import MakingPage
from qpido_facilitator.ui.review.privacy_page import PrivacyPage
from qpido_facilitator.ui.review.reader_page import ReaderPage
from qpido_facilitator.ui.review.step_bar import StepBar
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.focus_ring import FocusRing
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, frame, label
from qpido_facilitator.words import Words

_NARROW = 1000


class ReviewWindow(QWidget):
    """Shows the steps; every press is a wish."""

    next_requested = Signal()
    back_requested = Signal()
    later_requested = Signal()
    override_requested = Signal()
    closed = Signal()

    def __init__(self, title: str, look: Look, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setWindowTitle(words.say("Qpido Facilitator · Finishing"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(520, 600)
        self.steps = StepBar(look, words)
        self.reader = ReaderPage(look, words)
        self.content = ContentPage(look, words)
        self.privacy = PrivacyPage(look, words)
        self.making = MakingPage(look, words)
        self.done = DonePage(look, words)
        self.pages = QStackedWidget()
        for page in (self.reader, self.content, self.privacy, self.making, self.done):
            self.pages.addWidget(page)
        self._title = ElidedLabel(px=15, weight=500, tone="quiet")
        self._title.setText(title)
        self._title.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._message = label(tone="err", wrap=True)
        self.back = CapButton(look, "back", large=True)
        self.back.setText(words.say("Back"))
        self.later = button(words.say("Go on later"))
        self.override = button(words.say("Go on anyway…"))
        self.next = CapButton(look, filled=True, large=True, after="next")
        self._build()
        self._ring = FocusRing(self, look)
        self._narrow: bool | None = None
        self.resize(1366, 728)
        self.tell("")

    def show_step(self, step: int) -> None:
        """Show a step, from 0."""
        self.pages.setCurrentIndex(step)
        self.steps.show_step(step)

    def show_dock(self, command: str, *, ready: bool, back: bool, later: bool, override: bool = False) -> None:
        """Show the command that goes on, and what else there is."""
        self.next.setText(command)
        self.next.setEnabled(ready)
        self.next.set_icon("" if ready else "lock")
        self.back.setVisible(back)
        self.later.setVisible(later)
        self.override.setVisible(override)

    def tell(self, text: str) -> None:
        """Say one sentence above the dock, "" for none."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Return the size of a laptop without its task bar."""
        return QSize(1366, 728)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put things below one another where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._title.setVisible(not narrow)
            for page in (self.reader, self.content, self.privacy, self.making, self.done):
                page.set_narrow(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window goes."""
        self.closed.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        head = frame("dock")
        top = QHBoxLayout(head)
        top.setContentsMargins(12, 5, 20, 5)
        top.addWidget(self.steps, 0)
        top.addWidget(self._title, 1)
        dock = frame("dock")
        row = QHBoxLayout(dock)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.override)
        row.addWidget(self.next)
        for made in (self.later, self.override):
            made.setMinimumHeight(46)
        self._message.setContentsMargins(20, 6, 20, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.pages, 1)
        column.addWidget(self._message)
        column.addWidget(dock)
        self.back.clicked.connect(self.back_requested)
        self.later.clicked.connect(self.later_requested)
        self.override.clicked.connect(self.override_requested)
        self.next.clicked.connect(self.next_requested)
