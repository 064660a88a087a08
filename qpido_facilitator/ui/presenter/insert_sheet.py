"""The sheet on which something is added to the plan: a question of one's own, a break, a link."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from qpido_facilitator.ui.presenter.stepper import Stepper
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.entry_box import EntryBox
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, label
from qpido_facilitator.words import Words

What = Literal["question", "break", "link"]
_MINUTES: dict[What, int] = {"question": 4, "break": 10, "link": 0}


class Wanted(Struct, frozen=True):
    """What stands on the sheet. `go` shows it at once; otherwise it comes after what is on."""

    what: What
    text: str = ""
    caption: str = ""
    minutes: int = 0
    in_groups: bool = False
    go: bool = False


class InsertSheet(QFrame):
    """Hidden until something is to be added. Enter adds it; the keys of a clicker do nothing here."""

    wanted = Signal(Wanted)
    cancelled = Signal()
    changed = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self._look = look
        self._words = words
        self._what: What = "question"
        self._title = label(weight=700)
        self._note = ElidedLabel(px=14, tone="quiet")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._question = EntryBox(words.say("Your question"), words.say("Your question"), lines=3)
        self._question.setProperty("boxed", True)
        self._question.submitted.connect(lambda _: self._want(go=False))
        self._address = self._line(words.say("Address of the page"), "https://")
        self._caption = self._line(words.say("What to call it"), words.say("What to call it"))
        self._minutes = Stepper(look, words.say("One minute less"), words.say("One minute more"))
        self._minutes.changed.connect(self._minutes.show_count)
        self._minutes.changed.connect(self._keep)
        self._count = 0
        self._unit = label(words.say("min"), tone="quiet")
        self._plenary, self._groups = self._choice(words.say("Whole group")), self._choice(words.say("In groups"))
        self._choices = QButtonGroup(self)
        self._cancel, self._add, self._show_now = CapButton(look), CapButton(look, key="↵"), CapButton(look, "live")
        self._build()
        self.hide()

    @property
    def what(self) -> What:
        """Return what is being added."""
        return self._what

    def open_for(self, what: What, *, can_group: bool, after: str) -> None:
        """Ask for something new, which comes after what is named; the keyboard is in the first field."""
        words = self._words
        self._what = what
        titles = {
            "question": words.say("Your question"),
            "break": words.say("Extra break"),
            "link": words.say("Show a link"),
        }
        self._title.setText(titles[what])
        self.show_after(after)
        self._question.fill("")
        self._address.clear()
        self._caption.clear()
        self._keep(_MINUTES[what])
        self._minutes.show_count(self._count)
        self._plenary.setChecked(True)
        self._question.setVisible(what == "question")
        for field in (self._address, self._caption):
            field.setVisible(what == "link")
        for choice in (self._plenary, self._groups):
            choice.setVisible(what == "question" and can_group)
        self.show()
        self.changed.emit()
        first = {"question": self._question, "link": self._address, "break": self._add}[what]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_after(self, what: str) -> None:
        """Say what it comes after; participants see it only when it is shown."""
        self._note.setText(self._words.say("Comes after {what}", what=what))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add it on Enter, also from a button that is not for anything else; leave the fields on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(go=self._show_now.hasFocus())
        elif event.key() == Qt.Key.Key_Escape:
            self._cancel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def put_away(self) -> None:
        """Go; what stands on it is forgotten."""
        self.hide()
        self.changed.emit()

    def _build(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        column.addLayout(head)
        for field in (self._question, self._address, self._caption):
            column.addWidget(field)
        self._question.escaped.connect(lambda: self._cancel.setFocus(Qt.FocusReason.ShortcutFocusReason))
        for choice in (self._plenary, self._groups):
            self._choices.addButton(choice)
        column.addLayout(self._row(self._plenary, self._groups, None, self._minutes, self._unit))
        self._cancel.setText(words.say("Cancel"))
        self._add.setText(words.say("Insert"))
        self._add.setProperty("look", "accent")
        self._show_now.setText(words.say("Show at once"))
        column.addLayout(self._row(self._cancel, None, self._show_now, self._add))
        self._cancel.clicked.connect(self.cancelled)
        self._add.clicked.connect(lambda: self._want(go=False))
        self._show_now.clicked.connect(lambda: self._want(go=True))

    def _row(self, *widgets: QWidget | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            if widget:
                row.addWidget(widget)
            else:
                row.addStretch(1)
        return row

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setProperty("boxed", True)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setFont(self._look.letters(16))
        line.setMinimumHeight(36)
        return line

    def _choice(self, text: str) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setCheckable(True)
        made.setProperty("look", "tab")
        made.setFont(self._look.letters(14, 600))
        return made

    def _keep(self, minutes: int) -> None:
        self._count = minutes

    def _want(self, *, go: bool) -> None:
        text = {"question": self._question.toPlainText(), "link": self._address.text()}.get(self._what, "").strip()
        if self._what != "break" and not text:
            return
        grouped = self._groups.isVisibleTo(self) and self._groups.isChecked()
        self.wanted.emit(Wanted(self._what, text, self._caption.text().strip(), self._count, grouped, go))
