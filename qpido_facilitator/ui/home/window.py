"""The window the app opens with: start a session, go on with one, look back."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.clock import local
from qpido_facilitator.library import RunCard
from qpido_facilitator.paint.mark import paint_mark
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.retention import Due
from qpido_facilitator.ui.home.due_row import DueRow
from qpido_facilitator.ui.home.resume_row import ResumeRow
from qpido_facilitator.ui.home.run_table import RunTable
from qpido_facilitator.ui.home.shelf import SessionCard
from qpido_facilitator.ui.home.start_side import StartSide
from qpido_facilitator.ui.home.tiles import SessionTile, when_text
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.focus_ring import FocusRing
from qpido_facilitator.ui.shared.key_table import TAUGHT, key_named
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import IconButton, cap, emptied, frame, label
from qpido_facilitator.words import Words

_MOST_RUNS = 8
_MOST_DUE = 3
_NARROW = 1000
_BELOW_RESUME = 4
"""Where the check-list stands in the column of a narrow window."""


class MarkView(QWidget):
    """The mark: two bubbles that overlap."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(36, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        colours = load_theme("audience").colour
        parts = (QColor(colours.accent), QColor(colours.peach), QColor(colours.plum))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(1, 1, 34, 34), parts)


class HomeWindow(QWidget):
    """Shows cards and runs; every press is a wish."""

    start_requested = Signal(object)
    practice_requested = Signal(object)
    resume_requested = Signal(str)
    finish_requested = Signal(str)
    erase_requested = Signal(str)
    erase_signals_requested = Signal(str)
    open_requested = Signal()
    settings_requested = Signal()
    mend_requested = Signal(str, str)
    chosen = Signal(object)

    def __init__(self, look: Look, words: Words, now: datetime) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._now = now
        self._card: SessionCard | None = None
        self._cards: tuple[SessionCard, ...] = ()
        self._fresh: ResumeRow | None = None
        self.setWindowTitle("Qpido Facilitator")
        self.setMinimumSize(520, 600)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tiles = QGridLayout()
        self._tiles.setSpacing(12)
        self._count = label(tone="quiet")
        self._resume = QVBoxLayout()
        self._due = QVBoxLayout()
        self.runs = RunTable(look, words)
        self.side = StartSide(look, words)
        self._columns = 3
        self._narrow: bool | None = None
        self._build()
        self._ring = FocusRing(self, look)
        self.resize(1366, 728)

    @property
    def card(self) -> SessionCard | None:
        """Return the session that is chosen."""
        return self._card

    def show_sessions(self, cards: tuple[SessionCard, ...]) -> None:
        """Show the sessions; the one that was chosen stays chosen, else the first that can be started."""
        self._cards = cards
        before = self._card.path if self._card else None
        there = [card for card in cards if card.path == before] or [card for card in cards if card.plan] or list(cards)
        self._card = None
        self._count.setText(self._words.plural("{n} workshop", "{n} workshops", len(cards)))
        self._lay_tiles(there[0] if there else None)

    def show_runs(self, runs: tuple[RunCard, ...]) -> None:
        """Show the run that was interrupted last, and the ones before."""
        emptied(self._resume)
        going = next((run for run in runs if not run.ended and not run.rehearsal), None)
        self._fresh = None
        if going:
            row = ResumeRow(going, self._today(), self._look, self._words)
            row.resume_requested.connect(self.resume_requested)
            row.finish_requested.connect(self.finish_requested)
            self._resume.addWidget(row)
            if row.is_fresh:
                self._fresh = row
                row.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        # one filled button in a window: to go on with what was interrupted today, else to start
        self.side.start.set_filled(self._fresh is None)
        self.runs.show_runs(runs[:_MOST_RUNS], self._today())

    def show_due(self, due: tuple[Due, ...]) -> None:
        """Show what is to be erased soon, or should have been."""
        emptied(self._due)
        for one in due[:_MOST_DUE]:
            row = DueRow(one, self._look, self._words)
            row.erase_requested.connect(self.erase_requested if one.what == "notes" else self.erase_signals_requested)
            self._due.addWidget(row)

    def tell(self, text: str) -> None:
        """Say one sentence above the start."""
        self.side.tell(text)

    def start_chosen(self) -> None:
        """Wish for the start of what is chosen."""
        if self._card and self._card.plan:
            self.start_requested.emit(self._card)

    def resume_last(self) -> None:
        """Wish to go on with the run that was interrupted last."""
        item = self._resume.itemAt(0)
        row = item.widget() if item else None
        if isinstance(row, ResumeRow):
            self.resume_requested.emit(row.run.id)

    def sizeHint(self) -> QSize:
        """Return the size of a laptop without its task bar."""
        return QSize(1366, 728)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side below where there is no room beside."""
        super().resizeEvent(event)
        self._lay_out()

    def _build(self) -> None:
        self._main = frame("window")
        self._left = left = QVBoxLayout(self._main)
        left.setContentsMargins(24, 16, 24, 18)
        left.setSpacing(12)
        left.addLayout(self._header())
        head = QHBoxLayout()
        head.addWidget(label(self._words.say("Start a workshop"), px=18, weight=700))
        head.addStretch(1)
        head.addWidget(self._count)
        left.addLayout(head)
        left.addLayout(self._tiles)
        left.addLayout(self._resume)
        left.addWidget(label(self._words.say("Earlier sessions"), px=18, weight=700))
        left.addLayout(self._due)
        left.addWidget(self.runs)
        left.addStretch(1)
        left.addWidget(self._five_keys())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._main)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.side.start_requested.connect(self.start_chosen)
        self.side.practice_requested.connect(lambda: self.practice_requested.emit(self._card))
        self.side.mend_requested.connect(self.mend_requested)
        self.runs.finish_requested.connect(self.finish_requested)
        self.runs.open_requested.connect(self.resume_requested)
        self.runs.erase_requested.connect(self.erase_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        narrow = self.width() < _NARROW
        columns = 3 if self.width() >= 1180 else 2
        if columns != self._columns:
            self._columns = columns
            self._lay_tiles(self._card)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        while self._grid.count():
            self._grid.takeAt(0)
        self._keys.setVisible(not narrow)
        self.runs.set_narrow(narrow)
        self._opening.set_key("" if narrow else cap_of(key_named("open").keys[0]))
        self._grid.addWidget(self._scroll, 0, 0)
        self._grid.setRowStretch(0, 1)
        if narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
            self._left.insertWidget(_BELOW_RESUME, self.side.give_rows())
            self._grid.addWidget(self.side, 1, 0)
        else:
            self._left.removeWidget(self.side.rows)
            self.side.take_rows()
            self.side.setFixedWidth(400)
            self._grid.addWidget(self.side, 0, 1)

    def _lay_tiles(self, chosen: SessionCard | None) -> None:
        emptied(self._tiles)
        for number, card in enumerate(self._cards):
            tile = SessionTile(card, self._today(), self._look, self._words)
            tile.toggled.connect(lambda on, card=card: self._choose(card) if on else None)
            self._tiles.addWidget(tile, number // self._columns, number % self._columns)
            if chosen and card.path == chosen.path:
                tile.setChecked(True)
        for column in range(3):
            self._tiles.setColumnStretch(column, 1 if column < self._columns else 0)

    def _header(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(MarkView())
        head.addWidget(label(self._greeting(), px=28, weight=750))
        head.addStretch(1)
        self._opening = opening = CapButton(self._look, "open", cap_of(key_named("open").keys[0]))
        opening.setText(self._words.say("Open workshop"))
        opening.clicked.connect(self.open_requested)
        settings = IconButton(self._look, "settings", self._words.say("Settings"), plain=False)
        settings.setProperty("look", "icon-boxed")
        settings.clicked.connect(self.settings_requested)
        head.addWidget(opening)
        head.addWidget(settings)
        return head

    def _five_keys(self) -> QFrame:
        self._keys = frame("card")
        row = QHBoxLayout(self._keys)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(label(self._words.say("Five keys"), weight=700))
        short = {
            "next": self._words.say("next"),
            "back": self._words.say("back"),
            "calm": self._words.say("calm screen"),
            "note": self._words.say("write"),
            "undo": self._words.say("undo"),
        }
        for name in TAUGHT:
            row.addSpacing(8)
            for part in cap_of(key_named(name).keys[0]).split("+"):
                row.addWidget(cap(part))
            row.addWidget(label(short[name], tone="quiet"))
        row.addStretch(1)
        row.addWidget(cap(cap_of(key_named("keys").keys[0])))
        row.addWidget(label(self._words.say("all"), tone="quiet"))
        return self._keys

    def _choose(self, card: SessionCard) -> None:
        self._card = card
        plan = card.plan
        self.side.set_ready(plan is not None)
        minutes = self._words.say("{n} min", n=f"{plan.minutes:g}") if plan and plan.minutes else ""
        when = when_text(plan, self._today(), self._words) if plan else ""
        below = " · ".join(text for text in (when, minutes) if text)
        self.side.show_session(plan.title if plan else card.path.name, below)
        self.tell("\n".join(card.problems[:6]))
        self.chosen.emit(card)

    def _today(self) -> date:
        return local(self._now).date()

    def _greeting(self) -> str:
        hour = local(self._now).hour
        if hour < 12:
            return self._words.say("Good morning")
        return self._words.say("Good afternoon") if hour < 18 else self._words.say("Good evening")
