"""The menu of a row of the agenda: going there, changing the plan, and what to insert after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget, QWidgetAction

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.row_menu import RowMenu, Spot
from qpido_facilitator.ui.presenter.stepper import Stepper
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label
from qpido_facilitator.words import Words


class RowPopup(QMenu):
    """Shows a RowMenu; a press is a wish. Minutes go up and down without closing it."""

    go_requested = Signal(Step)
    repeat_requested = Signal(Step)
    skip_requested = Signal()
    moved = Signal(int)
    spot_chosen = Signal(Spot)
    minutes_chosen = Signal(int)
    insert_requested = Signal(str)
    board_requested = Signal(str)

    def __init__(self, menu: RowMenu, look: Look, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words.say("Item of the agenda"))
        self._add_going(menu)
        self._add_changing(menu)
        self._add_inserting()

    def show_at(self, place: QPoint) -> None:
        """Open at a place on the screen, the first command chosen for the keyboard."""
        self.popup(place)
        first = next((action for action in self.actions() if action.isEnabled() and not action.isSeparator()), None)
        if first:
            self.setActiveAction(first)

    def _add_going(self, menu: RowMenu) -> None:
        words = self._words
        if menu.go:
            self._add(self, "play", words.say("Go here"), partial(self.go_requested.emit, menu.go))
        if menu.repeat:
            self._add(self, "again", words.say("Begin anew"), partial(self.repeat_requested.emit, menu.repeat))

    def _add_changing(self, menu: RowMenu) -> None:
        words = self._words
        if menu.skip or menu.take_in:
            text = words.say("Skip") if menu.skip else words.say("Take back in")
            self._add(self, "skipped", text, self.skip_requested.emit, "row-skip")
        if menu.can_up or menu.can_down or menu.spots:
            self._add_moving(menu)
        if menu.item:
            self._add_minutes(menu)

    def _add_moving(self, menu: RowMenu) -> None:
        words = self._words
        below = QMenu(words.say("Move"), self)
        below.setIcon(self._look.icon("moved", "ink2"))
        up = self._add(below, "up", words.say("Up"), partial(self.moved.emit, -1), "row-up")
        down = self._add(below, "down", words.say("Down"), partial(self.moved.emit, 1), "row-down")
        up.setEnabled(menu.can_up)
        down.setEnabled(menu.can_down)
        if menu.spots:
            below.addSeparator()
        for spot in menu.spots:
            name = words.say("After {what}", what=spot.text) if menu.part else words.say("In {what}", what=spot.text)
            self._add(below, "next", name, partial(self.spot_chosen.emit, spot))
        self.addMenu(below)

    def _add_minutes(self, menu: RowMenu) -> None:
        words = self._words
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(14, 3, 10, 3)
        line.setSpacing(10)
        icon = QLabel()
        icon.setPixmap(self._look.icon("minutes", "ink2").pixmap(20, 20))
        stepper = Stepper(self._look, words.say("One minute less"), words.say("One minute more"))
        stepper.show_count(None if menu.minutes is None else ceil(menu.minutes))
        stepper.changed.connect(stepper.show_count)
        stepper.changed.connect(self.minutes_chosen)
        line.addWidget(icon)
        line.addWidget(label(words.say("Minutes")))
        line.addStretch(1)
        line.addWidget(stepper)
        action = QWidgetAction(self)
        action.setDefaultWidget(row)
        action.setText(words.say("Minutes"))
        self.addAction(action)

    def _add_inserting(self) -> None:
        words = self._words
        if self.actions():
            self.addSeparator()
        head = QWidgetAction(self)
        caption = label(words.say("Insert after this"), px=14, weight=600, tone="quiet")
        caption.setContentsMargins(14, 4, 10, 2)
        head.setDefaultWidget(caption)
        head.setEnabled(False)
        self.addAction(head)
        for what, icon, text, key in (
            ("question", "question", words.say("Ask a question now"), "ask"),
            ("break", "break", words.say("Extra break"), ""),
            ("link", "link", words.say("Show a link"), ""),
        ):
            self._add(self, icon, text, partial(self.insert_requested.emit, what), key)
        boards = self.addMenu(self._look.icon("park", "ink2"), words.say("Show what was gathered"))
        for shows, icon, text in (
            ("parking", "park", words.say("Parking lot")),
            ("questions", "question", words.say("Questions for everyone")),
            ("groups", "people", words.say("Who is with whom?")),
        ):
            self._add(boards, icon, text, partial(self.board_requested.emit, shows))

    def _add(self, menu: QMenu, icon: str, text: str, slot: Callable[[], object], key: str = "") -> QAction:
        shortcut = "\t" + cap_of(key_named(key).keys[0]) if key else ""
        action = QAction(self._look.icon(icon, "ink2"), text + shortcut, menu)
        action.triggered.connect(lambda: slot())
        menu.addAction(action)
        return action
