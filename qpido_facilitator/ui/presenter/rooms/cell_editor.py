"""The open cell: what stands in it, to change or take away, and the box for the next answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.run.notes import Note, Place
from qpido_facilitator.show.conflicts import Conflict
from qpido_facilitator.ui.shared.answer_rows import AnswerList
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.entry_box import EntryBox
from qpido_facilitator.ui.shared.kind_button import KindButton, KindChoice
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.person_strip import PersonStrip
from qpido_facilitator.ui.shared.widgets import ElidedLabel
from qpido_facilitator.words import Words

_MOST, _MOST_BESIDE = 230, 84
"""Pixels of answers before they scroll: in the matrix, and beside the call."""


class CellEditor(QFrame):
    """Enter makes the next answer; Tab goes to the next group, Ctrl and an arrow to the next question."""

    submitted = Signal(object, str)
    typed = Signal(object, str)
    rested = Signal(object, str)
    left = Signal(object, str)
    moved = Signal(int, int)
    closed = Signal()
    pasted = Signal(object, str)
    edited = Signal(str, str, object)
    edit_kept = Signal(str, str)
    remove_requested = Signal(str)
    kept = Signal(str, str)
    both_kept = Signal(str)
    missed = Signal(object, str)
    accepted = Signal(object)
    grown = Signal()

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None, *, docked: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "entry" if docked else "editor")
        self._docked = docked
        self._place: Place | None = None
        self._words = words
        self._head = ElidedLabel(px=14, weight=600, tone="quiet")
        self.notes = AnswerList(look, words)
        self.notes.edited.connect(self.edited)
        self.notes.edit_kept.connect(self.edit_kept)
        self.notes.remove_requested.connect(self.remove_requested)
        self.notes.kept.connect(self.kept)
        self.notes.both_kept.connect(self.both_kept)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.notes)
        self.entry = EntryBox(words.say("Answer"), words.say("Answer…"), splits=True)
        self.entry.lines_pasted.connect(lambda text: self._tell(self.pasted, text))
        self.entry.installEventFilter(self)
        self.kind = KindChoice(look, words, small=True) if docked else KindButton(look, words)
        self.entry.submitted.connect(lambda text: self._tell(self.submitted, text))
        self.entry.changed_by_hand.connect(lambda text: self._tell(self.typed, text))
        self.entry.rested.connect(lambda text: self._tell(self.rested, text))
        self.entry.left.connect(lambda text: self._tell(self.left, text))
        self.entry.escaped.connect(self.closed)
        self.kind.chosen.connect(self._on_kind)
        self.kind.missed.connect(lambda reason: self._tell(self.missed, reason))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 5, 4, 5)
        column.setSpacing(3)
        column.addWidget(self._head)
        column.addWidget(self._scroll)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.entry, 1)
        column.addLayout(row)
        if isinstance(self.kind, KindChoice):
            self.notes.setMinimumHeight(1)  # its rows are as high as their text, whatever a label asks for at least
            column.addLayout(self._tools(self.kind, look))
        else:
            row.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        self.reminder = PersonStrip(look, words)
        self.reminder.kept.connect(lambda: self.accepted.emit(self._place))
        self.reminder.change_requested.connect(self.entry.mark)
        self.reminder.changed.connect(self.grown)
        column.addWidget(self.reminder)

    @property
    def place(self) -> Place | None:
        """Return the place that is open."""
        return self._place

    def show_place(self, place: Place, name: str) -> None:
        """Open a place."""
        self._place = place
        self._head.setText(name)
        self.entry.setAccessibleName(name)
        self.grown.emit()

    def show_notes(self, notes: tuple[Note, ...], conflicts: Mapping[str, Conflict]) -> None:
        """Show what stands in the place."""
        self.notes.show_notes(notes, conflicts)
        self.notes.show_last(only=self._docked)
        self._head.setVisible(bool(notes) and not self._docked)
        self._scroll.setVisible(bool(notes))
        self.grown.emit()

    def sizeHint(self) -> QSize:
        """Return the height of its contents."""
        inside = self.width() - 18
        listed = self.notes.layout()
        notes = (
            listed.heightForWidth(inside) if listed and listed.hasHeightForWidth() else self.notes.sizeHint().height()
        )
        if not self._docked:
            notes = max(notes, self.notes.minimumSizeHint().height())
        head = self._head.sizeHint().height() + 3 if not self._head.isHidden() else 0
        shown = min(notes, _MOST_BESIDE if self._docked else _MOST) if not self._scroll.isHidden() else 0
        self._scroll.setFixedHeight(max(shown, 1))
        held = self.reminder.heightForWidth(inside) + 3 if not self.reminder.isHidden() else 0
        box = self.entry.height() + 3 + self.kind.sizeHint().height() if self._docked else max(self.entry.height(), 32)
        return QSize(self.width(), head + (shown + 3 if shown else 0) + box + held + 14)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go from cell to cell before the box does."""
        if watched is self.entry and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            way = _way(event)
            if way:
                self.moved.emit(*way)
                return True
        return super().eventFilter(watched, event)

    def _tools(self, kind: KindChoice, look: Look) -> QHBoxLayout:
        """Return the buttons below the box; where they are narrow they leave the key out that notes as well."""
        paste, park = CapButton(look, "paste", small=True), CapButton(look, "park", small=True)
        note = CapButton(look, key="↵", small=True)
        paste.setText(self._words.say("Paste chat"))
        paste.clicked.connect(lambda: self._tell(self.pasted, QGuiApplication.clipboard().text()))
        park.setText(self._words.say("Park"))
        park.clicked.connect(self._park)
        note.setProperty("look", "accent")
        note.setText(self._words.say("Note it"))
        note.clicked.connect(lambda: self._tell(self.submitted, self.entry.toPlainText()))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.setContentsMargins(0, 0, 4, 0)
        for button in (kind, paste, park, note):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if button is note:
                row.addStretch(1)
            row.addWidget(button)
        return row

    def _park(self) -> None:
        """Send what stands in the box as something for later; while it is held back its kind stays that."""
        if self.entry.toPlainText().strip():
            self.kind.choose_quietly("parking")
            self._tell(self.submitted, self.entry.toPlainText())
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind(self, _kind: str) -> None:
        """What stands in the box is of the other kind at once, also where it was noted already."""
        if self.entry.toPlainText().strip():
            self._tell(self.rested, self.entry.toPlainText())
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, signal: SignalInstance, text: str) -> None:
        if self.place is not None:
            signal.emit(self.place, text)


def _way(event: QKeyEvent) -> tuple[int, int] | None:
    """Return how many groups and questions on a key goes, None for a key that stays in the box."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if event.key() == Qt.Key.Key_Backtab:
        return -1, 0
    if event.key() == Qt.Key.Key_Tab and not control:
        return 1, 0
    if control and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        return 0, 1 if event.key() == Qt.Key.Key_Down else -1
    return None
