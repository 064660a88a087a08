"""Groups at work, in the middle of the window: the matrix, or beside the call one group at a time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.show.cues import CueRow
from qpido_facilitator.show.matrix import Coverage
from qpido_facilitator.ui.presenter.rooms.cell_editor import CellEditor
from qpido_facilitator.ui.presenter.rooms.heads import GroupHeadView
from qpido_facilitator.ui.presenter.rooms.matrix_view import MatrixView
from qpido_facilitator.ui.presenter.rooms.messages_view import MessagesView
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.group_mark import mark_icon, mark_role, mark_shape
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, frame, label
from qpido_facilitator.words import Words


class RoomsPage(QWidget):
    """Where there is room the matrix; beside the call a list of the groups, the next text, and one box."""

    place_requested = Signal(object, str)
    group_chosen = Signal(object, object)
    copy_requested = Signal(str)
    agenda_requested = Signal()
    lengthen_requested = Signal(int)
    care_requested = Signal()
    import_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._coverage: Coverage | None = None
        self._compact = False
        self._mode = "normal"
        self._lines: dict[int | None, GroupHeadView] = {}
        self.matrix = MatrixView(look, words)
        self.matrix.group_chosen.connect(self.group_chosen)
        self.matrix.opened.connect(lambda place: self.place_requested.emit(place.group, place.question))
        self._next = label(px=15, weight=700)
        self._next.setProperty("chip", "accent")
        self._agenda = CapButton(look, "agenda")
        self._agenda.setText(words.say("Agenda"))
        self._agenda.clicked.connect(self.agenda_requested)
        self._due = ElidedLabel(px=14, tone="quiet")
        self._due.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._copy = CapButton(look, "copy")
        self._copy.setText(words.say("Copy the message"))
        self._copy.clicked.connect(self._on_copy)
        self._cue: CueRow | None = None
        self._hint = self._make_hint()
        self.messages = MessagesView(look, words)
        self.messages.copy_requested.connect(self.copy_requested)
        self.signals = CapButton(look, "care")
        self.signals.setProperty("look", "private")
        self.signals.clicked.connect(self.care_requested)
        self.docked = CellEditor(look, words, docked=True)
        self._group = CapButton(look, after="down")
        self._question = CapButton(look, after="down")
        self._groups, self._questions = QMenu(self), QMenu(self)
        self._bar = self._make_bar()
        self._list = QWidget()
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(4, 2, 4, 2)
        self._list_column.setSpacing(2)
        self._list_scroll = QScrollArea()
        self._list_scroll.setWidgetResizable(True)
        self._list_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list_scroll.setWidget(self._list)
        self._list_card = frame("card")
        inside = QVBoxLayout(self._list_card)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self._list_scroll)
        self._tab_hint = label(words.say("Tab: next"), px=14, tone="quiet")
        self._one = self._make_one()
        self._foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._bar, self.matrix, self._list_card, self.messages, self._one, self._foot, self._hint):
            column.addWidget(widget, 1 if widget in (self.matrix, self._list_card) else 0)
        self.set_mode("normal")

    @property
    def editor(self) -> CellEditor:
        """Return the box that is typed in: of the open cell, or the one beside the call."""
        return self.docked if self._compact else self.matrix.editor

    @property
    def next_cell(self) -> tuple[int | None, str] | None:
        """Return the cell to begin with."""
        if self._coverage is None:
            return None
        found = self._coverage.next_empty(None, "") or next(iter(self._coverage.cells), None)
        return (found.group, found.question) if found else None

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        place = self.editor.place if not self.editor.isHidden() else None
        was, self._mode, self._compact = self._compact, mode, mode == "compact"
        for widget in (self._list_card, self.messages, self._one, self._foot):
            widget.setVisible(self._compact)
        for widget in (self.matrix, self._hint):
            widget.setVisible(not self._compact)
        if self._coverage:
            self.show_coverage(self._coverage)
        self._show_bar()
        if was != self._compact:
            if place is not None and place.question:
                self._go_on(place.group, place.question)
            elif self._compact and self.next_cell:
                self.place_requested.emit(*self.next_cell)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show the matrix in whichever form there is room for."""
        self._coverage = coverage
        self._next.setText(coverage.next_text)
        self._next.setVisible(bool(coverage.next_text))
        if self._compact:
            self._show_lines(coverage)
            self._fill_menus(coverage)
        else:
            self.matrix.show_coverage(coverage)
        self._show_bar()

    def show_cues(self, rows: tuple[CueRow, ...], due: CueRow | None) -> None:
        """Show the next text to send."""
        self.messages.show_cues(rows, only_next=True)
        self._cue = due if due and due.copy else None
        self._due.setText(" ".join(one for one in (due.when, due.text, due.until) if one) if due else "")
        self._copy.setVisible(self._cue is not None)

    def show_signals(self, text: str) -> None:
        """Show beside the call how many after-care signals are open, "" for none."""
        self.signals.setText(text)
        self.signals.setVisible(bool(text))

    def show_open(self, group: int | None, question: str) -> None:
        """Say beside the call which group and question the box is for."""
        coverage = self._coverage
        if coverage is None:
            return
        head = next((one for one in coverage.groups if one.group == group), None)
        asked = next((one for one in coverage.questions if one.question == question), None)
        self._group.setText(head.name if head else "")
        if head and head.group is not None:
            self._group.set_icon(mark_shape(head.mark), mark_role(head.mark))
        said = self._words.say("Question {n}: {what}", n=asked.number, what=asked.short) if asked else ""
        self._question.setText(said)

    def focus(self) -> None:
        """Put the keyboard into a box: the open one, or that of the next empty cell."""
        if self._compact:
            self.docked.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.next_cell and not self.matrix.editor.isVisible():
            self.matrix.open_cell(*self.next_cell)
        else:
            self.matrix.editor.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the agenda has given way."""
        super().resizeEvent(event)
        self._tab_hint.setVisible(self.width() >= _ROOM_TO_HINT)
        self._show_bar()

    def _go_on(self, group: int | None, question: str) -> None:
        """Open in this layout what was open in the other one."""
        if self._compact:
            self.place_requested.emit(group, question)
        elif self.docked.entry.toPlainText() or self.docked.entry.hasFocus():
            self.matrix.open_cell(group, question)

    def _show_bar(self) -> None:
        """The bar stands in for the agenda and the side, which many groups push out."""
        self._bar.setVisible(not self._compact and self.is_crowded)
        self._hint.setVisible(not self._compact and not self.is_crowded)

    @property
    def is_crowded(self) -> bool:
        """Say whether there are so many groups that they take the whole width."""
        return self._coverage is not None and len(self._coverage.groups) > _FEW and self._mode != "wide"

    def _make_hint(self) -> QWidget:
        hint = QWidget()
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        said = self._words.say("Press a cell and type. Enter makes the next answer, Tab goes to the next group.")
        row.addWidget(label(said, px=14, tone="quiet", wrap=True), 1)
        take = CapButton(self._look, "paste")
        take.setText(self._words.say("Take in answers…"))
        take.clicked.connect(self.import_requested)
        row.addWidget(take)
        return hint

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._agenda)
        row.addWidget(self._next, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._due, 1)
        row.addWidget(self._copy)
        return bar

    def _make_one(self) -> QWidget:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 9)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, menu in ((self._group, self._groups), (self._question, self._questions)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, button=button, menu=menu: _pop(menu, button))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._tab_hint)
        column.addLayout(row)
        column.addWidget(self.docked)
        return card

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for by in (-1, 1, 2):
            minutes = CapButton(self._look, "remove" if by < 0 else "add")
            minutes.setText(self._words.say("{n} min", n=abs(by)))
            minutes.clicked.connect(lambda _=False, by=by: self.lengthen_requested.emit(by))
            row.addWidget(minutes)
        row.addStretch(1)
        row.addWidget(self.signals)
        return foot

    def _show_lines(self, coverage: Coverage) -> None:
        groups = [head.group for head in coverage.groups]
        for gone in [group for group in self._lines if group not in groups]:
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        for place, head in enumerate(coverage.groups):
            line = self._lines.get(head.group) or self._line(head.group)
            line.show_head(head, "line")
            if self._list_column.indexOf(line) != place:
                self._list_column.insertWidget(place, line)

    def _line(self, group: int | None) -> GroupHeadView:
        line = self._lines[group] = GroupHeadView(self._look)
        line.clicked.connect(lambda: self.group_chosen.emit(group, line))
        return line

    def _fill_menus(self, coverage: Coverage) -> None:
        groups = self._groups
        groups.clear()
        for head in coverage.groups:
            action = groups.addAction(head.name)
            if head.group is not None:
                action.setIcon(mark_icon(self._look, head.mark))
            action.triggered.connect(lambda _=False, group=head.group: self._pick(group=group))
        questions = self._questions
        questions.clear()
        for asked in coverage.questions:
            action = questions.addAction(f"{asked.number}. {asked.short}")
            action.triggered.connect(lambda _=False, name=asked.question: self._pick(question=name))

    def _pick(self, *, group: int | None = -1, question: str = "") -> None:
        place = self.docked.place
        if place is not None:
            self.place_requested.emit(place.group if group == -1 else group, question or place.question or "")

    def _on_copy(self) -> None:
        if self._cue:
            self.copy_requested.emit(self._cue.name)


def _pop(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


_FEW = 6
_ROOM_TO_HINT = 560
