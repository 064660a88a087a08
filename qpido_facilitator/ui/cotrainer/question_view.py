"""A question: its lines, and while it is the active one the box to write the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qpido_facilitator.show.cotrainer import QuestionCard
from qpido_facilitator.ui.shared.answer_rows import AnswerList
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.entry_box import EntryBox
from qpido_facilitator.ui.shared.kind_button import KindChoice
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.person_strip import PersonStrip
from qpido_facilitator.ui.shared.widgets import ElidedLabel, label, restyle
from qpido_facilitator.words import Words

_PROGRESS = {"writing": ("waiting", "quiet"), "here": ("kept-here", "quiet"), "read": ("read", "ok")}
"""The pictogram and the tone of how far a line has come."""


class QuestionView(QFrame):
    """Enter notes; Page Down and Page Up go to the next question, Ctrl+Tab to the next group, also while typing."""

    opened = Signal(str)
    typed = Signal(str, str)
    rested = Signal(str, str)
    left = Signal(str, str)
    submitted = Signal(str, str, str)
    pasted = Signal(str, str)
    accepted = Signal(str, str)
    edited = Signal(str, str, object)
    edit_kept = Signal(str, str)
    remove_requested = Signal(str)
    kept = Signal(str, str)
    both_kept = Signal(str)
    missed = Signal(str, str)
    moved = Signal(int, int)
    undo_requested = Signal()

    def __init__(self, question: str, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.question = question
        self._look = look
        self._words = words
        self._is_open = False
        self._card: QuestionCard | None = None
        self._number = QLabel()
        self._number.setFont(look.letters(15, 700))
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setFixedSize(28, 26)
        self._text = label(px=18, weight=700, wrap=True)
        self._count = label(px=15, tone="quiet")
        self.notes = AnswerList(look, words)
        for name in ("edited", "edit_kept", "remove_requested", "kept", "both_kept"):
            getattr(self.notes, name).connect(getattr(self, name))
        self._missed = label(px=15, tone="quiet")
        self._typing = ElidedLabel(px=14, weight=700, tone="accent")
        self._typing.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.entry = EntryBox("", words.say("Answer…"), least=2, lines=5, splits=True)
        self.reminder = PersonStrip(look, words)
        self.kind = KindChoice(look, words)
        self.box = self._box()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._text, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addWidget(self._missed)
        column.addWidget(self.box)
        self.box.hide()

    @property
    def is_open(self) -> bool:
        """Say whether its box is there."""
        return self._is_open

    @property
    def typing(self) -> str:
        """Return who else is said to type here."""
        return self._typing.text()

    def show_card(self, card: QuestionCard) -> None:
        """Show a question and its lines."""
        if card == self._card:
            return
        self._card = card
        self._number.setText(str(card.number))
        self._text.setText(card.text)
        self._count.setText(str(len(card.lines)) if card.lines else "")
        self._count.setAccessibleName(card.count)
        self.entry.setAccessibleName(self._words.say("{n}. {question}", n=card.number, question=card.text))
        conflicts = {line.note.id: line.conflict for line in card.lines if line.conflict}
        self.notes.show_notes(tuple(line.note for line in card.lines), conflicts)
        self.notes.setVisible(bool(card.lines))
        for line in card.lines:
            row = self.notes.row(line.note.id)
            if row:
                row.show_progress("" if line.conflict else line.text, *_PROGRESS[line.state])
        self._missed.setText(card.missed)
        self._missed.setVisible(bool(card.missed))
        self._typing.setText(card.typing)

    def set_open(self, open_: bool, *, can_write: bool) -> None:
        """Have the box, or only the lines."""
        self._is_open = open_
        restyle(self, "role", "active" if open_ else "card")
        restyle(self._number, "role", "number-on" if open_ else "number")
        self.notes.lock(not can_write)
        self.entry.setReadOnly(not can_write)
        self._bar.setVisible(can_write)
        self._typing.setVisible(can_write)
        if not can_write:
            self.reminder.hide()
        self._foot.setText(self._names if can_write else self._kept)
        # what was not sent stays in sight, to be read and copied
        self.box.setVisible(open_ and (can_write or bool(self.entry.toPlainText().strip())))

    def _on_kind(self, _kind: str) -> None:
        """What stands in the box is of the other kind at once, also where it was noted already."""
        if self.entry.toPlainText().strip():
            self.rested.emit(self.question, self.entry.toPlainText())
        self.focus()

    def focus(self) -> None:
        """Put the keyboard in the box."""
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open on a press anywhere on it."""
        super().mousePressEvent(event)
        self.opened.emit(self.question)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go on before the box does."""
        if watched is self.entry and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            way = _way(event)
            if way:
                self.moved.emit(*way)
                return True
            if event.matches(QKeySequence.StandardKey.Undo) and not self.entry.document().isUndoAvailable():
                self.undo_requested.emit()
                return True
        return super().eventFilter(watched, event)

    def _box(self) -> QFrame:
        box = QFrame()
        self.entry.setProperty("boxed", True)
        self.entry.setFont(self._look.letters(17))
        self.entry.installEventFilter(self)
        self.entry.changed_by_hand.connect(lambda text: self.typed.emit(self.question, text))
        self.entry.rested.connect(lambda text: self.rested.emit(self.question, text))
        self.entry.left.connect(lambda text: self.left.emit(self.question, text))
        self.entry.submitted.connect(lambda text: self.submitted.emit(self.question, text, self.kind.kind))
        self.entry.lines_pasted.connect(lambda text: self.pasted.emit(self.question, text))
        self.reminder.kept.connect(lambda: self.accepted.emit(self.question, self.kind.kind))
        self.reminder.change_requested.connect(self.entry.mark)
        self.kind.missed.connect(lambda reason: self.missed.emit(self.question, reason))
        self.kind.chosen.connect(self._on_kind)
        paste = CapButton(self._look, "paste")
        paste.setText(self._words.say("Paste chat"))
        paste.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        paste.clicked.connect(self._paste)
        note = CapButton(self._look, key="↵", filled=True)
        note.setText(self._words.say("Note it"))
        note.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        note.clicked.connect(lambda: self.submitted.emit(self.question, self.entry.toPlainText(), self.kind.kind))
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.kind)
        row.addWidget(paste)
        row.addStretch(1)
        row.addWidget(note)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.entry)
        column.addWidget(self.reminder)
        column.addWidget(self._bar)
        self._names = self._words.say("No names or schools")
        self._kept = self._words.say("Not noted before the end. It stays on this laptop, to copy.")
        self._foot = label(self._names, px=14, tone="quiet", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._typing, 1)
        column.addLayout(foot)
        return box

    def _paste(self) -> None:
        self.pasted.emit(self.question, QGuiApplication.clipboard().text())


def _way(event: QKeyEvent) -> tuple[int, int] | None:
    """Return how many questions and groups on a key goes, None for a key that stays in the box."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not control:
        return (1, 0) if event.key() == Qt.Key.Key_PageDown else (-1, 0)
    if control and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        return (1, 0) if event.key() == Qt.Key.Key_Down else (-1, 0)
    if control and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return (0, 1) if event.key() == Qt.Key.Key_Tab else (0, -1)
    return None
