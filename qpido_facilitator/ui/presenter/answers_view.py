"""The notes of the step: a box per group for a question to groups, one list for the plenary."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from qpido_facilitator.run.notes import Note, Place
from qpido_facilitator.show.conflicts import Conflict
from qpido_facilitator.ui.shared.answer_rows import AnswerList
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.entry_box import EntryBox
from qpido_facilitator.ui.shared.group_mark import GroupMark
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.person_strip import PersonStrip
from qpido_facilitator.ui.shared.widgets import cap, label, restyle
from qpido_facilitator.words import Words

_PASSED_ON = (
    "submitted", "parked", "pasted", "typed", "rested", "left", "kept", "edited", "edit_kept", "remove_requested",
    "version_kept", "both_kept",
)  # fmt: skip


class _Wishes(QFrame):
    """What a trainer can wish for in a box; the panel passes on what its boxes say."""

    submitted = Signal(object, str)
    parked = Signal(object, str)
    pasted = Signal(object, str)
    typed = Signal(object, str)
    rested = Signal(object, str)
    left = Signal(object, str)
    kept = Signal(object, str)
    edit_kept = Signal(str, str)
    edited = Signal(str, str, object)
    remove_requested = Signal(str)
    version_kept = Signal(str, str)
    both_kept = Signal(str)


class NoteBox(_Wishes):
    """The notes of one place, and the box to write the next one."""

    def __init__(self, place: Place, name: str, look: Look, words: Words, *, tools: bool) -> None:
        super().__init__()
        self.place = place
        self._look = look
        self._words = words
        self.notes = AnswerList(look, words)
        self.notes.edited.connect(self.edited)
        self.notes.edit_kept.connect(self.edit_kept)
        self.notes.remove_requested.connect(self.remove_requested)
        self.notes.kept.connect(self.version_kept)
        self.notes.both_kept.connect(self.both_kept)
        self.entry = EntryBox(name, words.say("Answer…"), splits=True)
        self.entry.submitted.connect(lambda text: self.submitted.emit(self.place, text))
        self.entry.changed_by_hand.connect(lambda text: self.typed.emit(self.place, text))
        self.entry.rested.connect(lambda text: self.rested.emit(self.place, text))
        self.entry.left.connect(lambda text: self.left.emit(self.place, text))
        self.entry.lines_pasted.connect(lambda text: self.pasted.emit(self.place, text))
        self.reminder = PersonStrip(look, words)
        self.reminder.kept.connect(lambda: self.kept.emit(self.place, self.entry.toPlainText()))
        self.reminder.change_requested.connect(self.entry.mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if place.group is not None:
            column.addLayout(self._heading(name))
        column.addWidget(self.notes)
        self.entry_frame = self._entry_frame(tools)
        if not tools:
            column.addWidget(self.entry_frame)

    def show_notes(self, notes: tuple[Note, ...], conflicts: Mapping[str, Conflict], times: Mapping[str, str]) -> None:
        """Show the notes of the place; of some the versions to choose from, or the time in a film they are about."""
        self.notes.show_notes(notes, conflicts, times)

    def _paste(self) -> None:
        self.pasted.emit(self.place, QGuiApplication.clipboard().text())

    def _heading(self, name: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(GroupMark(self.place.group or 0, self._look))
        head.addWidget(label(name, weight=700))
        head.addStretch(1)
        return head

    def _entry_frame(self, tools: bool) -> QFrame:
        box = QFrame()
        box.setProperty("role", "entry")
        column = QVBoxLayout(box)
        column.setContentsMargins(8, 6, 8, 8 if tools else 6)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.entry, 1)
        if tools:
            line.addWidget(cap(cap_of(key_named("note").keys[0])), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.reminder)
        if tools:
            row = QHBoxLayout()
            row.setSpacing(6)
            for text, icon, slot in (
                (
                    self._words.say("Paste chat"),
                    "paste",
                    lambda: self.pasted.emit(self.place, QGuiApplication.clipboard().text()),
                ),
                (self._words.say("Park"), "park", lambda: self.parked.emit(self.place, self.entry.toPlainText())),
            ):
                button = CapButton(self._look, icon)
                button.setFont(self._look.letters(14, 600))
                button.setText(text)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(slot)
                row.addWidget(button)
            row.addStretch(1)
            send = CapButton(self._look, key="↵")
            send.setProperty("look", "accent")
            send.setFont(self._look.letters(14, 600))
            send.setText(self._words.say("Add"))
            send.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            send.clicked.connect(lambda: self.submitted.emit(self.place, self.entry.toPlainText()))
            row.addWidget(send)
            column.addLayout(row)
        return box


class AnswersView(_Wishes):
    """The panel: the question, its tabs if there are several, and the boxes."""

    question_requested = Signal(str)
    all_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._look = look
        self._words = words
        self._boxes: dict[Place, NoteBox] = {}
        self._compact = False
        self._open = False
        self._lean = False
        self._all = CapButton(look, after="up")
        self._all.setFont(look.letters(15, 500))
        self._all.setProperty("look", "plain")
        self._all.setText(words.say("All"))
        self._all.clicked.connect(self.all_requested)
        self._kicker = label(tone="quiet")
        self._count = label(tone="quiet")
        self._title = label(px=16, weight=700, wrap=True)
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(6)
        self._tab_group = QButtonGroup(self)
        self._tab_group.setExclusive(True)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 4, 0)
        self._list.setSpacing(14)
        self._list.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self._foot = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self._kicker)
        head.addStretch(1)
        head.addWidget(self._count)
        head.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addLayout(self._tabs)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)
        self._settle()

    @property
    def boxes(self) -> tuple[NoteBox, ...]:
        """Return the boxes, in order."""
        return tuple(self._boxes.values())

    def box(self, place: Place) -> NoteBox | None:
        """Return the box of a place."""
        return self._boxes.get(place)

    def set_compact(self, compact: bool) -> None:
        """Become a card in a narrow window, a side otherwise."""
        restyle(self, "role", "card" if compact else "side")
        self._compact = compact
        self._settle()

    def set_open(self, open_: bool) -> None:
        """Show every note in a narrow window, or only the last one of the list."""
        self._open = open_
        self._settle()

    def set_lean(self, lean: bool) -> None:
        """Leave even the last note out, to make room for something else in a narrow window."""
        self._lean = lean
        self._settle()

    def show_head(self, kicker: str, title: str, count: str) -> None:
        """Name the question."""
        self._kicker.setText(kicker)
        self._title.setText(title)
        self._count.setText(count)
        self._settle()

    def show_tabs(self, tabs: tuple[tuple[str, str, str], ...], active: str) -> None:
        """Show a tab per question: (id, short text, whole text)."""
        while self._tabs.count():
            item = self._tabs.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                self._tab_group.removeButton(widget)  # type: ignore[arg-type]
                widget.hide()
                widget.deleteLater()
        letters = QFontMetrics(self._look.letters(14, 600))
        needed = sum(letters.horizontalAdvance(text) + 22 for _, text, _ in tabs)
        narrow = needed > self.width() - 36
        for number, (name, text, whole) in enumerate(tabs, 1):
            button = QToolButton()
            button.setFont(self._look.letters(14, 600))
            button.setText(str(number) if narrow else text)
            button.setToolTip(whole)
            button.setAccessibleName(whole)
            button.setProperty("look", "tab")
            button.setCheckable(True)
            button.setChecked(name == active)
            button.clicked.connect(lambda _=False, name=name: self.question_requested.emit(name))
            self._tab_group.addButton(button)
            self._tabs.addWidget(button)
        if tabs:
            self._tabs.addStretch(1)

    def show_boxes(self, places: tuple[tuple[Place, str], ...]) -> None:
        """Make a box for each place (with its name); boxes of other places go."""
        if tuple(place for place, _ in places) == tuple(self._boxes):
            return
        for box in self._boxes.values():
            for gone in (box, box.entry_frame):
                gone.hide()
                gone.deleteLater()
        self._boxes = {}
        single = len(places) == 1
        for place, name in places:
            box = NoteBox(place, name, self._look, self._words, tools=single)
            for name in _PASSED_ON:
                getattr(box, name).connect(getattr(self, name))
            self._boxes[place] = box
            self._list.insertWidget(self._list.count() - 1, box)
            if single:
                self._foot.addWidget(box.entry_frame)
        self._scroll.verticalScrollBar().setValue(0)
        self._settle()

    def focus(self) -> None:
        """Put the keyboard into the first box, or the next one if it is in one already."""
        boxes = self.boxes
        if not boxes:
            return
        here = next((number for number, box in enumerate(boxes) if box.entry.hasFocus()), -1)
        target = boxes[(here + 1) % len(boxes)]
        target.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(target.entry)

    def _settle(self) -> None:
        """Give each part the room it has in this layout."""
        folded = self._compact and not self._open
        single = len(self._boxes) == 1
        self._title.setVisible(bool(self._title.text()) and not folded)
        self._scroll.setVisible(not (folded and single and self._lean))
        self._all.setVisible(self._compact and bool(self._boxes))
        self._all.set_after("down" if self._open else "up")
        self._all.setText(self._words.say("Less") if self._open else self._words.say("All"))
        for box in self._boxes.values():
            box.notes.show_last(only=folded and single)
        if not folded:
            self._scroll.setMinimumHeight(0)
            self._scroll.setMaximumHeight(_ANY)
        elif single:
            self._scroll.setFixedHeight(min(_LAST_ROW, self.boxes[0].notes.sizeHint().height()))
        else:
            self._scroll.setMaximumHeight(_ANY)
            self._scroll.setMinimumHeight(_FEW_BOXES if self._boxes else 0)


_ANY = 16_777_215
_LAST_ROW = 56
_FEW_BOXES = 210
