"""The session that was interrupted last: one quiet row, that speaks up when it is from today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qpido_facilitator.clock import local
from qpido_facilitator.library import RunCard
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import tip
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel
from qpido_facilitator.words import Words


class ResumeRow(QFrame):
    """Go on, or finish it."""

    resume_requested = Signal(str)
    finish_requested = Signal(str)

    def __init__(self, run: RunCard, today: date, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self.run = run
        self.is_fresh = local(run.started).date() == today
        self.setProperty("role", "fresh" if self.is_fresh else "card")
        started = local(run.started)
        day = words.say("today {time}", time=f"{started:%H:%M}") if self.is_fresh else words.day(started)
        heading = ElidedLabel(weight=700)
        heading.setText(words.say("Interrupted: {title}, {day}", title=run.title, day=day))
        below = ElidedLabel(tone="quiet")
        kept = words.plural("{n} answer kept", "{n} answers kept", run.answers)
        at = words.say("Item {n} of {total}", n=run.place, total=run.items)
        place = at if run.place else words.say("Not started")
        below.setText(f"{place}, {kept}")
        self._icon = QLabel()
        finish = CapButton(look)
        finish.setText(words.say("Finish"))
        finish.clicked.connect(lambda: self.finish_requested.emit(run.id))
        self.go_on = CapButton(look, "play" if self.is_fresh else "", filled=self.is_fresh)
        self.go_on.setText(words.say("Go on"))
        self.go_on.setToolTip(tip(words.say("Go on"), key_named("resume")))
        self.go_on.clicked.connect(lambda: self.resume_requested.emit(run.id))
        for button in (finish, self.go_on):
            button.setAccessibleName(f"{button.text()}: {run.title}, {day}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(self._icon)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(heading)
        lines.addWidget(below)
        row.addSpacing(8)
        row.addLayout(lines, 1)
        row.addWidget(finish)
        row.addWidget(self.go_on)
        look.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        self._icon.setPixmap(self._look.icon("resume", "ink", 24).pixmap(24, 24))
