"""Earlier sessions: what they were, when, how many notes, and what is still to be done with them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from qpido_facilitator.clock import local
from qpido_facilitator.library import RunCard
from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, frame, label
from qpido_facilitator.words import Words


class Pill(QWidget):
    """A state: a pictogram and a word on a soft ground."""

    def __init__(self, look: Look, icon: str, text: str, ink: str, ground: str) -> None:
        super().__init__()
        self._look, self._icon, self._text, self._ink, self._ground = look, icon, text, ink, ground
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        width = QFontMetricsF(self._look.letters(14, 600)).horizontalAdvance(self._text)
        return QSize(round(width) + 46, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
        paint_icon(painter, QRectF(9, 5, 18, 18), self._icon, self._look.colour(self._ink))
        painter.setFont(self._look.letters(14, 600))
        painter.setPen(self._look.colour(self._ink))
        painter.drawText(QRectF(32, 0, self.width() - 34, 28), Qt.AlignmentFlag.AlignVCenter, self._text)


_NOTES = 2


class RunTable(QFrame):
    """The table; each row carries the one button that comes next for it."""

    finish_requested = Signal(str)
    open_requested = Signal(str)

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
        signal = self.finish_requested if finish else self.open_requested
        made.clicked.connect(lambda: signal.emit(run.id))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 4, 12, 4)
        row.addStretch(1)
        row.addWidget(made)
        return holder
