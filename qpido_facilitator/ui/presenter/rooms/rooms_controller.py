"""Groups, between the window and the run: the opening of the rooms, and the matrix while they are at work."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from qpido_facilitator.plan.model import Breakout
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.show.clocks import rooms_minutes
from qpido_facilitator.show.completeness import completeness_of
from qpido_facilitator.show.coverage import coverage_of
from qpido_facilitator.show.cues import cue_now, cues_of
from qpido_facilitator.show.opening import opening_of
from qpido_facilitator.show.signals import signals_text
from qpido_facilitator.ui.presenter.cue_controller import copy_for_call
from qpido_facilitator.ui.presenter.rooms.cell_controller import CellController
from qpido_facilitator.ui.presenter.rooms.group_menu import group_menu, plenary_menu
from qpido_facilitator.ui.presenter.rooms.messages_view import next_of
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

MINUTE = timedelta(minutes=1)
_SHOWN = ("note", "group", "visit", "help", "signal", "cue", "pin", "writer", "plan", "timer")
"""What changes the matrix; time alone does so with every tick."""


class RoomsController(QObject):
    """Shows a breakout, and does what its pages ask for."""

    care_requested = Signal()
    lengthen_requested = Signal(object)
    note_taken_away = Signal()

    def __init__(self, live: LiveRun, window: PresenterWindow, look: Look, words: Words) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._window = window
        self._look = look
        self._words = words
        self._item: Breakout | None = None
        self._cells_of = ""
        self.cells = CellController(live.run, window.rooms, words)
        self.cells.setParent(self)
        self.cells.note_taken_away.connect(self.note_taken_away)
        self._introduce()

    def show(self, item: Breakout | None) -> None:
        """Show a breakout, or make notes of what stands in a box because another item is on."""
        if item is None:
            if self._item:
                self.cells.put_away()
            self._item, self._cells_of = None, ""
            return
        before, self._item = self._item, item
        if self._window.scene == "opening":
            self._show_opening(item)
        elif before is None or before != item or self._cells_of != item.id:
            self.show_matrix()

    def show_matrix(self) -> None:
        """Show the matrix as it is now."""
        item, now = self._item, self._live.now()
        if item is None or self._window.scene != "rooms":
            return
        self._cells_of = item.id
        coverage = coverage_of(self._run, item, now, self._words, self._run.presence)
        self._window.rooms.show_coverage(coverage)
        self._window.make_room_for_groups()
        self.cells.show(item, coverage)
        self.show_time()
        whole = completeness_of(self._run, self._words)
        several = len(self._run.laptops.all()) > 1
        self._window.rooms_side.show_whole(whole.text if several else "", whole.gaps if several else ())
        title, below = signals_text(self._run, self._words)
        self._window.rooms_side.signals.show_signals(title, below)
        self._window.rooms.show_signals(title)

    def show_time(self) -> None:
        """Show what only the clock changes."""
        if self._item is None or self._window.scene != "rooms":
            return
        rows = cues_of(self._run, self._live.now(), self._words)
        how = {
            "teams": self._words.say("Paste it as an announcement in Teams."),
            "zoom": self._words.say("Paste it as a broadcast in Zoom."),
            "other": self._words.say("Paste it as an announcement (Teams) or a broadcast (Zoom)."),
        }[self._run.call.platform]
        self._window.rooms_side.show_cues(tuple(row for row in rows if row.kind != "chat"), how)
        self._window.rooms.show_cues(rows, cue_now(rows) or next_of(rows))

    def copy_next(self) -> bool:
        """Put the next text to the groups on the clipboard; False when there is none, or no groups are at work."""
        if self._item is None or self._window.scene != "rooms":
            return False
        row = next_of(cues_of(self._run, self._live.now(), self._words))
        if row is None or not row.copy:
            return False
        self.copy(row.name)
        return True

    def copy(self, name: str) -> None:
        """Put a text on the clipboard, and keep that it was copied."""
        rows = cues_of(self._run, self._live.now(), self._words)
        row = next((one for one in rows if one.name == name), None)
        if row and row.copy:
            copy_for_call(self._run, name, row.copy)

    def _show_opening(self, item: Breakout) -> None:
        entry = self._run.agenda.entry(item.id)
        length = rooms_minutes(self._run, item)
        minutes = self._words.say("{n} min", n=round(length)) if length else ""
        self._window.opening.show_opening(opening_of(self._run, item, self._live.now(), self._words), minutes)
        self._window.opening_side.show_notes(entry.item.notes if entry else item.notes)

    def _introduce(self) -> None:
        opening, rooms, side = self._window.opening, self._window.rooms, self._window.rooms_side
        opening.copy_requested.connect(self._copy_card)
        opening.minutes_requested.connect(lambda by: self.lengthen_requested.emit(by * MINUTE))
        opening.staffing_chosen.connect(self._staff)
        opening.count_requested.connect(self._change_count)
        opening.divide_requested.connect(self._divide)
        opening.group_chosen.connect(self._show_menu)
        rooms.group_chosen.connect(self._show_menu)
        rooms.copy_requested.connect(self.copy)
        rooms.lengthen_requested.connect(lambda by: self.lengthen_requested.emit(by * MINUTE))
        rooms.care_requested.connect(self.care_requested)
        side.copy_requested.connect(self.copy)
        side.care_requested.connect(self.care_requested)
        self._live.changed.connect(self._on_changed)
        self._live.typing_changed.connect(self.show_matrix)

    def _on_changed(self, changes: Changes) -> None:
        if self._item is None:
            return
        if self._window.scene == "opening" and any(changes.touch(name) for name in ("group", "cue", "run", "writer")):
            self._show_opening(self._item)
        elif any(changes.touch(name) for name in _SHOWN):
            self.show_matrix()

    def _copy_card(self, name: str) -> None:
        item = self._item
        if item is None:
            return
        cards = opening_of(self._run, item, self._live.now(), self._words).cards
        card = next((one for one in cards if one.cue == name), None)
        if card and card.copy:
            copy_for_call(self._run, name, card.copy)

    def _staff(self, staffing: str) -> None:
        if self._item:
            self._run.rooms.staff(self._item.id, staffing)  # type: ignore[arg-type]

    def _change_count(self, by: int) -> None:
        """Have a group more or fewer; with none everything is said in the plenary."""
        if self._item:
            there = sum(group.open for group in self._run.agenda.groups_of(self._item))
            self._run.rooms.set_count(self._item, there + by)

    def _divide(self) -> None:
        there = self._run.arrival.headcount
        if self._item and there is not None:
            self._run.rooms.divide(self._item, there)

    def _show_menu(self, group: int | None, at: QWidget) -> None:
        if self._item is None:
            return
        found = next((one for one in self._run.agenda.groups_of(self._item) if one.id == group), None)
        if found or group is None:
            run, item, look, words = self._run, self._item, self._look, self._words
            menu = group_menu(run, item, found, look, words, at) if found else plenary_menu(run, item, look, words, at)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at.mapToGlobal(QPoint(0, at.height())))
