"""Earlier sessions: what they were, when, how many notes, and what is still to be done with them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from qpido_facilitator.clock import local
from qpido_facilitator.library import RunCard
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.pill import Pill
from qpido_facilitator.ui.shared.widgets import ElidedLabel, IconButton, button, frame, label
from qpido_facilitator.words import Words

_NOTES = 2


class RunTable(QFrame):
    """The table; each row carries the one button that comes next for it."""

    finish_requested = Signal(str)
    open_requested = Signal(str)
    erase_requested = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._words = words
        self._shown: tuple[tuple[RunCard, ...], date] | None = None
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 6)
        self._grid.setSpacing(0)
        for column, stretch in enumerate((5, 4, 3, 5, 0)):
            self._grid.setColumnStretch(column, stretch)

    def show_runs(self, runs: tuple[RunCard, ...], today: date) -> None:
        """Show runs, the newest first."""
        self._shown = runs, today
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self._add_head()
        for number, run in enumerate(runs, 1):
            self._add(number * 2, run, today)
        if not runs:
            empty = label(self._words.say("No sessions yet"), tone="quiet")
            empty.setContentsMargins(14, 10, 14, 8)
            self._grid.addWidget(empty, 1, 0, 1, 5)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what there is no room for."""
        if narrow != self._narrow:
            self._narrow = narrow
            if self._shown:
                self.show_runs(*self._shown)

    def _add_head(self) -> None:
        words = self._words
        titles = (words.say("Workshop"), words.say("Date"), words.say("Notes"), words.say("State"), "")
        for column, title in enumerate(titles):
            head = label(title, px=14, weight=600, tone="quiet")
            head.setProperty("role", "table-head")
            head.setProperty("edge", {0: "left", 4: "right"}.get(column, ""))
            head.setContentsMargins(14 if column == 0 else 0, 7, 0, 7)
            head.setVisible(not (self._narrow and column == _NOTES))
            self._grid.addWidget(head, 0, column)

    def _add(self, row: int, run: RunCard, today: date) -> None:
        words, started = self._words, local(run.started)
        if row > 2:
            self._grid.addWidget(frame("line"), row - 1, 0, 1, 5)
        title = ElidedLabel(weight=600)
        title.setText(run.title)
        title.setContentsMargins(14, 0, 8, 0)
        day = words.day(started) + (f" {started:%H:%M}" if started.date() == today else "")
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(label(day), row, 1)
        if not self._narrow:
            self._grid.addWidget(label(words.plural("{n} answer", "{n} answers", run.answers)), row, _NOTES)
        self._grid.addWidget(self._pill(run), row, 3)
        self._grid.addWidget(self._button(run, day), row, 4)
        self._grid.setRowMinimumHeight(row, 43)

    def _pill(self, run: RunCard) -> Pill:
        words, look = self._words, self._look
        if run.rehearsal:
            return Pill(look, "practice", words.say("Rehearsal"), "ink2", "sunken")
        if not run.ended:
            return Pill(look, "resume", words.say("Interrupted"), "warn", "warnsoft")
        if not run.is_reported:
            return Pill(look, "report-due", words.say("Report to be made"), "warn", "warnsoft")
        return Pill(look, "reported", words.say("Report made"), "ok", "oksoft")

    def _button(self, run: RunCard, day: str) -> QWidget:
        words = self._words
        finish = not run.rehearsal and not run.is_reported
        text = words.say("Finish") if finish else words.say("Open")
        made = button(text)
        made.setAccessibleName(f"{text}: {run.title}, {day}")
        # what is over opens where its documents are made
        signal = self.finish_requested if finish or (run.ended and not run.rehearsal) else self.open_requested
        made.clicked.connect(lambda: signal.emit(run.id))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 4, 12, 4)
        gone = IconButton(self._look, "delete", self._words.say("Erase: {title}, {day}", title=run.title, day=day))
        gone.clicked.connect(lambda: self.erase_requested.emit(run.id))
        row.addStretch(1)
        row.addWidget(made)
        row.addWidget(gone)
        return holder
