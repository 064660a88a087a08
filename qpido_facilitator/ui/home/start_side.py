"""The side of Home that belongs to the chosen session: its check-list, practising, and the start."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.preflight import Check
from qpido_facilitator.ui.home.screen_map import ScreenMap
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.check_rows import CheckRows
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.screens import Screen
from qpido_facilitator.ui.shared.widgets import label
from qpido_facilitator.words import Words


class StartSide(QFrame):
    """Shows what is ready and what is open; none of it holds up the start."""

    start_requested = Signal()
    practice_requested = Signal()
    screen_chosen = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._look = look
        self._words = words
        self._title = label(px=18, weight=700, wrap=True)
        self._below = label(px=14, tone="quiet", wrap=True)
        self._message = label(tone="err", wrap=True)
        self._checks = CheckRows(look, words)
        self.mend_requested = self._checks.mend_requested
        self.start = CapButton(look, "play", cap_of(key_named("start").keys[0]), filled=True, large=True)
        self.start.setText(words.say("Start"))
        self.practice = CapButton(look, "practice", large=True)
        self.practice.setText(words.say("Practise"))
        self.practice.setToolTip(words.say("With made-up groups and answers; thrown away afterwards"))
        self.start.clicked.connect(self.start_requested)
        self.practice.clicked.connect(self.practice_requested)
        self.rows = QWidget()
        self._build()
        self.set_ready(False)

    def take_rows(self) -> None:
        """Have the check-list in here, above the start."""
        self._scroll.setWidget(self.rows)
        self._scroll.show()

    def give_rows(self) -> QWidget:
        """Give the check-list away, to stand elsewhere in the window; only the start stays."""
        self._scroll.takeWidget()
        self._scroll.hide()
        return self.rows

    def show_session(self, title: str, below: str) -> None:
        """Name the chosen session."""
        self._title.setText(title)
        self._below.setText(below)
        self._below.setVisible(bool(below))

    def show_checks(self, checks: tuple[Check, ...], there: tuple[Screen, ...], audience: str) -> None:
        """Show the check-list, with the screens drawn to scale in its row."""
        extras: dict[str, QWidget] = {}
        if len(there) > 1:
            drawn = ScreenMap(self._look, self._words, there, audience)
            drawn.screen_chosen.connect(self.screen_chosen)
            extras["swap-screens"] = drawn
        self._checks.show_checks(checks, extras)

    def tell(self, text: str) -> None:
        """Say something above the start."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    @property
    def said(self) -> str:
        """Return what is said above the start."""
        return self._message.text()

    def set_ready(self, ready: bool) -> None:
        """Let the session be started, or not when there is none that can be read."""
        for button in (self.start, self.practice):
            button.setEnabled(ready)

    def _build(self) -> None:
        rows = QVBoxLayout(self.rows)
        rows.setContentsMargins(20, 16, 20, 8)
        rows.setSpacing(2)
        rows.addWidget(self._title)
        rows.addWidget(self._below)
        rows.addSpacing(6)
        rows.addWidget(self._checks)
        rows.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 6, 20, 18)
        foot.setSpacing(8)
        self._message.hide()
        foot.addWidget(self._message)
        foot.addWidget(label(self._words.say("Open points do not hold up the start."), px=14, tone="quiet"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.practice)
        row.addWidget(self.start, 1)
        foot.addLayout(row)
        column.addLayout(foot)
