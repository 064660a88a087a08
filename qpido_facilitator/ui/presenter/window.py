"""The trainer's window: builds its zones, lays them out for its width, and introduces nobody to anybody."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from qpido_facilitator.ui.presenter.agenda_view import AgendaView
from qpido_facilitator.ui.presenter.answers_view import AnswersView
from qpido_facilitator.ui.presenter.band_view import BandView
from qpido_facilitator.ui.presenter.dock import Dock
from qpido_facilitator.ui.presenter.notes_view import NotesView
from qpido_facilitator.ui.presenter.slides_view import SlidesView
from qpido_facilitator.ui.presenter.strip import Strip
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

COMPACT, TIGHT, WIDE, LOW = 720, 1300, 1600, 660


def mode_for(width: int, height: int) -> str:
    """Return the layout for a size: beside the call, a small laptop, a laptop, a large screen."""
    if width < COMPACT:
        return "compact"
    if width < TIGHT or height < LOW:
        return "tight"
    return "wide" if width >= WIDE else "normal"


class PresenterWindow(QWidget):
    """Band on top, dock below, and between them the agenda, notes, slides and answers."""

    close_requested = Signal()

    def __init__(self, title: str, look: Look, words: Words) -> None:
        super().__init__()
        self.setWindowTitle(title + " – " + words.say("Trainer"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(520, 600)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.strip = Strip()
        self.band = BandView(look)
        self.agenda = AgendaView(look, words)
        self.notes = NotesView(look, words)
        self.slides = SlidesView(look, words)
        self.answers = AnswersView(look, words)
        self.dock = Dock(look, words)
        self.mode = ""
        self._notes_px = 0
        self._body = QFrame()
        self._body.setProperty("role", "window")
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._centre = QWidget()
        self._centre_column = QVBoxLayout(self._centre)
        self._centre_column.setSpacing(10)
        self._centre_column.addWidget(self.notes, 1)
        self._centre_column.addWidget(self.slides)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, self.band):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        column.addWidget(self.dock)
        self.resize(1366, 728)
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Return the size of a laptop without its task bar."""
        return QSize(1366, 728)

    def zones(self) -> tuple[QWidget, ...]:
        """Return the zones that F6 goes round."""
        return (self.agenda, self.notes, self.answers, self.dock)

    def change_notes_size(self, by: int) -> None:
        """Make the speaker notes larger or smaller."""
        self._notes_px += by
        self.notes.set_size(self._notes_size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another layout when the width asks for one."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do nothing on Escape: a clicker sends it, and it must never end anything."""
        event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before closing, unless the app itself closes the window."""
        if event.spontaneous():
            event.ignore()
            self.close_requested.emit()
        else:
            event.accept()

    def _notes_size(self) -> int:
        return {"compact": 21, "tight": 23, "normal": 26, "wide": 35}[self.mode] + self._notes_px

    def _lay_out(self) -> None:
        mode = mode_for(self.width(), self.height())
        if mode == self.mode:
            return
        self.mode = mode
        for zone in (self.band, self.slides, self.dock):
            zone.set_mode(mode)
        compact = mode == "compact"
        self.notes.set_compact(compact)
        self.notes.set_size(self._notes_size())
        self.answers.set_compact(compact)
        while self._grid.count():
            self._grid.takeAt(0)
        for number in range(4):
            self._grid.setColumnStretch(number, 0)
            self._grid.setRowStretch(number, 0)
        (self._lay_compact if compact else self._lay_wide)()

    def _lay_wide(self) -> None:
        agenda, answers = {"tight": (248, 324), "normal": (264, 332), "wide": (352, 480)}[self.mode]
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self.agenda.setFixedWidth(agenda)
        self.agenda.show()
        self.answers.setFixedWidth(answers)
        gap = 14 if self.mode != "tight" else 10
        grid.addWidget(self.agenda, 0, 0)
        grid.addWidget(self._centre, 0, 1)
        grid.addWidget(self.answers, 0, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        self._centre_column.setContentsMargins(gap, 12, gap, 12)

    def _lay_compact(self) -> None:
        grid = self._grid
        self.agenda.hide()
        self.answers.setMinimumWidth(0)
        self.answers.setMaximumWidth(16_777_215)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setSpacing(10)
        self._centre_column.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._centre, 0, 0)
        grid.addWidget(self.answers, 1, 0)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(0, 5)
        grid.setRowStretch(1, 4)
