"""The window the app opens with: start a session, go on with one, look back."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.clock import local
from qpido_facilitator.library import RunCard
from qpido_facilitator.paint.mark import paint_mark
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.preflight import Check
from qpido_facilitator.ui.home.shelf import SessionCard
from qpido_facilitator.ui.home.tiles import SessionTile
from qpido_facilitator.ui.shared.keys import cap_of, key_named
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import CapButton, IconButton, button, cap, frame, label
from qpido_facilitator.words import Words

_ICONS = {"ready": ("done", "ok"), "open": ("careful", "warn"), "unknown": ("planned", "ink2")}


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
    resume_requested = Signal(str)
    export_requested = Signal(str)
    open_requested = Signal()
    settings_requested = Signal()
    chosen = Signal(object)

    def __init__(self, look: Look, words: Words, now: datetime) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._now = now
        self._card: SessionCard | None = None
        self.setWindowTitle("Qpido Facilitator")
        self.setMinimumSize(720, 560)
        self._tiles = QGridLayout()
        self._runs = QVBoxLayout()
        self._resume = QVBoxLayout()
        self._checks = QVBoxLayout()
        self._title = label(px=18, weight=700, wrap=True)
        self._below = label(tone="quiet", wrap=True)
        self._message = label(tone="err", wrap=True)
        self._start = CapButton(look, "play", "Ctrl ↵", filled=True, large=True)
        self._build()
        self.resize(1366, 728)

    def show_sessions(self, cards: tuple[SessionCard, ...]) -> None:
        """Show the sessions, the first that can be started chosen."""
        _clear(self._tiles)
        for number, card in enumerate(cards):
            tile = SessionTile(card, self._today(), self._look, self._words)
            tile.toggled.connect(lambda on, card=card: self._choose(card) if on else None)
            self._tiles.addWidget(tile, number // 3, number % 3)
            if card.plan is not None and self._card is None:
                tile.setChecked(True)
        for column in range(3):
            self._tiles.setColumnStretch(column, 1)

    def show_runs(self, runs: tuple[RunCard, ...]) -> None:
        """Show the run that was interrupted last, and the ones before."""
        _clear(self._resume)
        _clear(self._runs)
        going = next((run for run in runs if not run.ended and not run.rehearsal), None)
        if going:
            self._resume.addWidget(self._resume_row(going))
        for run in runs[:6]:
            self._runs.addWidget(self._run_row(run))
        if not runs:
            self._runs.addWidget(label(self._words.say("No sessions yet"), tone="quiet"))

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show the check-list of the chosen session."""
        _clear(self._checks)
        for check in checks:
            self._checks.addWidget(frame("line"))
            self._checks.addWidget(self._check_row(check))

    def say(self, text: str) -> None:
        """Say one sentence above the start."""
        self._message.setText(text)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        inside = frame("window")
        left = QVBoxLayout(inside)
        left.setContentsMargins(24, 16, 24, 20)
        left.setSpacing(12)
        left.addLayout(self._header())
        left.addWidget(label(self._words.say("Start"), px=18, weight=700))
        left.addLayout(self._tiles)
        left.addLayout(self._resume)
        left.addWidget(label(self._words.say("Earlier sessions"), px=18, weight=700))
        card = frame("card")
        card.setLayout(self._runs)
        self._runs.setContentsMargins(12, 8, 12, 8)
        self._runs.setSpacing(4)
        left.addWidget(card)
        left.addStretch(1)
        left.addWidget(self._five_keys())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        row.addWidget(scroll, 1)
        row.addWidget(self._side())

    def _header(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(MarkView())
        head.addWidget(label(self._greeting(), px=28, weight=750))
        head.addStretch(1)
        opening = CapButton(self._look, "open", "Ctrl O")
        opening.setText(self._words.say("Open workshop"))
        opening.clicked.connect(self.open_requested)
        QShortcut(QKeySequence.StandardKey.Open, self, self.open_requested.emit)
        settings = IconButton(self._look, "settings", self._words.say("Settings"), plain=False)
        settings.setProperty("look", "icon")
        settings.clicked.connect(self.settings_requested)
        head.addWidget(opening)
        head.addWidget(settings)
        return head

    def _side(self) -> QFrame:
        side = frame("side")
        side.setFixedWidth(400)
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._below)
        column.addLayout(self._checks)
        column.addStretch(1)
        column.addWidget(self._message)
        column.addWidget(label(self._words.say("Open points do not hold up the start."), tone="quiet"))
        self._start.setText(self._words.say("Start"))
        self._start.setEnabled(False)
        self._start.clicked.connect(self._on_start)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_start)
        column.addWidget(self._start)
        return side

    def _five_keys(self) -> QFrame:
        card = frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(label(self._words.say("Five keys"), weight=700))
        for name, text in (
            ("next", self._words.say("next")),
            ("back", self._words.say("back")),
            ("calm", self._words.say("calm screen")),
            ("note", self._words.say("write")),
            ("undo", self._words.say("undo")),
        ):
            row.addSpacing(4)
            row.addWidget(cap(cap_of(key_named(name).keys[0])))
            row.addWidget(label(text, tone="quiet"))
        row.addStretch(1)
        row.addWidget(cap(cap_of(key_named("keys").keys[0])))
        row.addWidget(label(self._words.say("all"), tone="quiet"))
        return card

    def _resume_row(self, run: RunCard) -> QFrame:
        card = frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 10, 14, 10)
        icon = QLabel()
        icon.setPixmap(self._look.icon("resume", "ink", 24).pixmap(24, 24))
        row.addWidget(icon)
        words = QVBoxLayout()
        words.setSpacing(2)
        started = local(run.started)
        said = self._words.say("Interrupted: {title}, {day}", title=run.title, day=self._words.day(started))
        words.addWidget(label(said, weight=700))
        notes = self._words.plural("{n} note kept", "{n} notes kept", run.answers)
        place = self._words.say("at {item}", item=run.position) if run.position else self._words.say("not started")
        words.addWidget(label(f"{place}, {notes}", tone="quiet"))
        row.addSpacing(8)
        row.addLayout(words, 1)
        go = button(self._words.say("Go on"))
        go.clicked.connect(lambda: self.resume_requested.emit(run.id))
        row.addWidget(go)
        if started.date() == self._today():
            go.setDefault(True)
            go.setFocus()
        return card

    def _run_row(self, run: RunCard) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 2, 0, 2)
        title = label(run.title, weight=600)
        title.setMinimumWidth(220)
        row.addWidget(title, 3)
        started = local(run.started)
        row.addWidget(label(f"{self._words.day(started)} {started:%H:%M}", tone="quiet"), 3)
        row.addWidget(label(self._words.plural("{n} note", "{n} notes", run.answers), tone="quiet"), 2)
        state, tone = self._words.say("ended"), "ok"
        if run.rehearsal:
            state, tone = self._words.say("rehearsal"), "quiet"
        elif not run.ended:
            state, tone = self._words.say("interrupted"), "warn"
        row.addWidget(label(state, weight=600, tone=tone), 2)
        for text, signal in (
            (self._words.say("Export"), self.export_requested),
            (self._words.say("Open"), self.resume_requested),
        ):
            made = button(text)
            made.setAccessibleName(f"{text}: {run.title}, {self._words.day(started)}")
            made.clicked.connect(lambda _=False, signal=signal: signal.emit(run.id))
            row.addWidget(made)
        return widget

    def _check_row(self, check: Check) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        name, role = _ICONS[check.state]
        icon = QLabel()
        icon.setPixmap(self._look.icon(name, role, 22).pixmap(22, 22))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(check.text, px=16, wrap=True))
        if check.below:
            words.addWidget(label(check.below, px=14, tone="quiet", wrap=True))
        row.addLayout(words, 1)
        return widget

    def _choose(self, card: SessionCard) -> None:
        self._card = card
        self._start.setEnabled(card.plan is not None)
        self._title.setText(card.plan.title if card.plan else card.path.name)
        minutes = card.plan.minutes if card.plan else None
        self._below.setText(self._words.say("{n} min", n=f"{minutes:g}") if minutes else "")
        self._message.setText("\n".join(card.problems[:6]))
        self.chosen.emit(card)

    def _on_start(self) -> None:
        if self._card and self._card.plan:
            self.start_requested.emit(self._card)

    def _today(self) -> date:
        return local(self._now).date()

    def _greeting(self) -> str:
        hour = local(self._now).hour
        if hour < 12:
            return self._words.say("Good morning")
        return self._words.say("Good afternoon") if hour < 18 else self._words.say("Good evening")

    def sizeHint(self) -> QSize:
        """Return the size of a laptop without its task bar."""
        return QSize(1366, 728)


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()
