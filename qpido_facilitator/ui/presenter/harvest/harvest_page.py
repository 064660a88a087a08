"""The trainer's side of the harvest: every row in the order in which Next shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from qpido_facilitator.show.harvest import HarvestLine, HarvestSection, HarvestSheet
from qpido_facilitator.ui.presenter.harvest.line_row import LineRow
from qpido_facilitator.ui.shared.entry_box import EntryBox
from qpido_facilitator.ui.shared.group_mark import GroupMark
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.person_strip import PersonStrip
from qpido_facilitator.ui.shared.widgets import ElidedLabel, IconButton, frame, label
from qpido_facilitator.words import Words

_PASSED_ON = (
    "pinned", "hidden_set", "shortened", "moved", "opened", "typed", "added", "left", "accepted", "pasted",
)  # fmt: skip
_BESIDE_TABS = 96
"""Pixels for the buttons beside the tabs."""


class Section(QWidget):
    """A group, or a question of a group: its answers, and a box for one that was forgotten."""

    pinned = Signal(str, bool)
    hidden_set = Signal(str, bool)
    shortened = Signal(str, str)
    moved = Signal(str, int)
    opened = Signal(object)
    typed = Signal(object, str)
    added = Signal(object, str)
    left = Signal(object, str)
    accepted = Signal(object)
    pasted = Signal(object, str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._section: HarvestSection | None = None
        self._rows: dict[str, LineRow] = {}
        self._mark = GroupMark(1, look, 16)
        self._title = ElidedLabel(px=16, weight=700)
        self._count = label(px=14, tone="quiet")
        self._add = IconButton(look, "add", words.say("Add an answer"))
        self._add.setFixedSize(28, 28)
        self._add.clicked.connect(self._open)
        self._reason = frame("empty")
        inside = QHBoxLayout(self._reason)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(9)
        self._icon = QLabel()
        self._why = label(px=15, tone="quiet", wrap=True)
        inside.addWidget(self._icon)
        inside.addWidget(self._why, 1)
        self.entry = EntryBox(words.say("Add an answer"), words.say("Answer…"), splits=True)
        self.entry.setProperty("boxed", True)
        self.entry.changed_by_hand.connect(lambda text: self.typed.emit(self, text))
        self.entry.submitted.connect(lambda text: self.added.emit(self, text))
        self.entry.left.connect(lambda text: self.left.emit(self, text))
        self.entry.lines_pasted.connect(lambda text: self.pasted.emit(self, text))
        self.entry.escaped.connect(self.close_box)
        self.entry.hide()
        self.reminder = PersonStrip(look, words)
        self.reminder.kept.connect(lambda: self.accepted.emit(self))
        self.reminder.change_requested.connect(self.entry.mark)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._column.addLayout(self._lines)
        self._column.addWidget(self._reason)
        self._column.addWidget(self.entry)
        self._column.addWidget(self.reminder)
        look.changed.connect(self._redraw)
        self._redraw()

    def show_section(self, section: HarvestSection) -> None:
        """Show a row as it stands."""
        self._section = section
        self._mark.show_mark(section.mark)
        self._mark.setVisible(section.mark > 0)
        self._title.setText(section.title)
        self._count.setText(section.count)
        self._why.setText(section.reason)
        self._reason.setVisible(bool(section.reason) and self.entry.isHidden())
        for gone in set(self._rows) - {line.note for line in section.lines}:
            row = self._rows.pop(gone)
            row.hide()
            self._lines.removeWidget(row)
            row.deleteLater()
        for place, line in enumerate(section.lines):
            row = self._rows.get(line.note) or self._row(line)
            row.show_line(line, section.state)
            if self._lines.indexOf(row) != place:
                self._lines.insertWidget(place, row)

    @property
    def section(self) -> HarvestSection:
        """Return the row that is shown."""
        assert self._section is not None
        return self._section

    @property
    def rows(self) -> tuple[LineRow, ...]:
        """Return the answers, in order."""
        return tuple(self._rows[line.note] for line in self._section.lines) if self._section else ()

    def _row(self, line: HarvestLine) -> LineRow:
        row = self._rows[line.note] = LineRow(line, self._look, self._words)
        for name in ("pinned", "hidden_set", "shortened", "moved"):
            getattr(row, name).connect(getattr(self, name))
        row.dragged.connect(self._on_dragged)
        return row

    def _on_dragged(self, note: str, by: int) -> None:
        """Tell how many rows a row was dragged over."""
        rows = self.rows
        here = next((place for place, row in enumerate(rows) if row.line.note == note), None)
        if here is None:
            return
        middle = rows[here].geometry().center().y() + by
        target = sum(row.geometry().center().y() < middle for row in rows if row.line.note != note)
        if target != here:
            self.moved.emit(note, target - here)

    def close_box(self) -> None:
        """Put the box for another answer away."""
        self.entry.hide()
        self.reminder.remind("")
        if self._section:
            self._reason.setVisible(bool(self._section.reason))

    def _open(self) -> None:
        self._reason.hide()
        self.opened.emit(self)
        self.entry.show()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _redraw(self) -> None:
        self._icon.setPixmap(self._look.icon("not-there", "ink2", 18).pixmap(18, 18))


class HarvestPage(QFrame):
    """The questions on top, the rows of the one that is on below."""

    pinned = Signal(str, bool)
    hidden_set = Signal(str, bool)
    shortened = Signal(str, str)
    moved = Signal(str, int)
    opened = Signal(object)
    typed = Signal(object, str)
    added = Signal(object, str)
    left = Signal(object, str)
    accepted = Signal(object)
    pasted = Signal(object, str)
    question_requested = Signal(str)
    order_requested = Signal()
    import_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._sections: dict[tuple[int | None, str], Section] = {}
        self._shown_tabs: tuple[tuple[tuple[str, str, str], ...], str] = ((), "")
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(7)
        self._tab_group = QButtonGroup(self)
        self._order = IconButton(look, "order", words.say("By question or by group"), plain=False)
        self._order.setProperty("look", "icon-boxed")
        self._order.clicked.connect(self.order_requested)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(12, 8, 8, 8)
        self._list.setSpacing(4)
        self._list.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        card = frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.addWidget(scroll)
        head = QHBoxLayout()
        head.addLayout(self._tabs)
        head.addStretch(1)
        take = IconButton(look, "paste", words.say("Take in answers…"), plain=False)
        take.setProperty("look", "icon-boxed")
        take.clicked.connect(self.import_requested)
        head.addWidget(take)
        head.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addLayout(head)
        column.addWidget(card, 1)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the rows that are shown."""
        return tuple(self._sections.values())

    def show_tabs(self, tabs: tuple[tuple[str, str, str], ...], active: str) -> None:
        """Show a tab per question: (id, short text, whole text)."""
        if (tabs, active) == self._shown_tabs:
            return
        self._shown_tabs = tabs, active
        self._make_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name questions by their number alone where their words do not fit."""
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        buttons = self._tab_group.buttons()
        for short in (False, True):
            for number, (button, (_, text, _)) in enumerate(zip(buttons, self._shown_tabs[0], strict=True), 1):
                button.setText(str(number) if short else f"{number} {text}")
            if sum(button.sizeHint().width() + 7 for button in buttons) <= self.width() - _BESIDE_TABS:
                return

    def _make_tabs(self) -> None:
        tabs, active = self._shown_tabs
        for button in self._tab_group.buttons():
            self._tab_group.removeButton(button)
            self._tabs.removeWidget(button)
            button.hide()
            button.deleteLater()
        for name, _, whole in tabs:
            button = QToolButton()
            button.setFont(self._look.letters(15, 600))
            button.setAccessibleName(whole)
            button.setToolTip(whole)
            button.setProperty("look", "tab")
            button.setCheckable(True)
            button.setChecked(name == active)
            button.clicked.connect(lambda _=False, name=name: self.question_requested.emit(name))
            self._tab_group.addButton(button)
            self._tabs.addWidget(button)
        self._fit_tabs()

    def show_sheet(self, sheet: HarvestSheet) -> None:
        """Show every row; what is being shortened is left alone."""
        keys = [(section.group, section.question) for section in sheet.sections]
        for gone in [key for key in self._sections if key not in keys]:
            old = self._sections.pop(gone)
            old.hide()
            self._list.removeWidget(old)
            old.deleteLater()
        for place, section in enumerate(sheet.sections):
            key = section.group, section.question
            view = self._sections.get(key) or self._section(key)
            view.show_section(section)
            if self._list.indexOf(view) != place:
                self._list.insertWidget(place, view)

    def _section(self, key: tuple[int | None, str]) -> Section:
        view = self._sections[key] = Section(self._look, self._words)
        for name in _PASSED_ON:
            getattr(view, name).connect(getattr(self, name))
        return view
