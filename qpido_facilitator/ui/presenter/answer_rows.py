"""Notes in a list: each can be edited in place and taken away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from qpido_facilitator.run.notes import Note
from qpido_facilitator.ui.presenter.entry_box import EntryBox
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import IconButton, label, restyle
from qpido_facilitator.words import Words

_ICONS = {"answer": "answer", "quote": "quote", "plenary-question": "question", "parking": "park"}


class AnswerRow(QFrame):
    """One note. A press on its text, or the pencil, opens it; Enter closes it, Escape leaves it as it was."""

    edited = Signal(str, str)
    remove_requested = Signal(str)

    def __init__(self, note: Note, time: str, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._note = note
        self._at = time
        self._look = look
        self._words = words
        self._box: EntryBox | None = None
        self._icon = QLabel()
        self._time = label(tone="accent")
        self._time.setFont(look.figures(15, 700))
        self._time.setContentsMargins(0, 4, 0, 0)
        self._text = label(px=16, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._below = label(px=14, tone="quiet", wrap=True)
        self._edit = IconButton(look, "edit", words.say("Edit"))
        self._remove = IconButton(look, "delete", words.say("Remove"))
        self._edit.clicked.connect(self.open)
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self._note.id))
        for button in (self._edit, self._remove):
            button.setFixedSize(30, 30)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 2, 4)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._time, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(1)
        self._column.setContentsMargins(0, 3, 0, 3)
        self._column.addWidget(self._text)
        self._column.addWidget(self._below)
        row.addLayout(self._column, 1)
        row.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self._icon.setContentsMargins(0, 5, 0, 0)
        self.show_note(note, time)
        look.changed.connect(self._redraw)

    @property
    def shown(self) -> tuple[Note, str]:
        """Return the note that is shown, and its time in a film."""
        return self._note, self._at

    def show_note(self, note: Note, time: str) -> None:
        """Show a note as it stands, with its time in a film if it has one; an open box is left alone."""
        self._note, self._at = note, time
        self._time.setText(time)
        self._time.setVisible(bool(time))
        restyle(self, "kind", note.place.kind)
        self._text.setText(note.text)
        about = []
        if note.place.kind == "parking":
            about.append(self._words.say("parked"))
        if note.newer:
            about.append(self._words.say("changed by a newer version"))
        about.extend(self._words.say("also written: {text}", text=other) for other in note.others)
        self._below.setText("\n".join(about))
        self._below.setVisible(bool(about))
        self._edit.setEnabled(not note.newer)
        self.setAccessibleName(f"{time} {note.text}".strip())
        self._redraw()

    def open(self) -> None:
        """Edit in place."""
        if self._box is not None or self._note.newer:
            return
        box = EntryBox(self._words.say("Edit"), lines=6)
        box.setProperty("boxed", True)
        box.fill(self._note.text)
        box.submitted.connect(self._finish)
        box.left.connect(self._finish)
        box.escaped.connect(lambda: self._finish(self._note.text))
        self._box = box
        self._text.hide()
        self._column.insertWidget(0, box)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open on a double press."""
        self.open()

    def _finish(self, text: str) -> None:
        box, self._box = self._box, None
        if box is None:
            return
        box.hide()
        self._column.removeWidget(box)
        box.deleteLater()
        self._text.show()
        if not text.strip():
            self.remove_requested.emit(self._note.id)
        elif text != self._note.text:
            self.edited.emit(self._note.id, text)

    def _redraw(self) -> None:
        role = "info" if self._note.place.kind == "parking" else "ink2"
        name = _ICONS.get(self._note.place.kind, "answer")
        self._icon.setPixmap(self._look.icon(name, role, 18).pixmap(18, 18))


class AnswerList(QWidget):
    """The notes of one box, rows kept as long as their notes are there."""

    edited = Signal(str, str)
    remove_requested = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._rows: dict[str, AnswerRow] = {}
        self._only_last = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_notes(self, notes: tuple[Note, ...], times: Mapping[str, str]) -> None:
        """Show notes in order; `times` are those in a film, by the id of a note."""
        for name in set(self._rows) - {note.id for note in notes}:
            row = self._rows.pop(name)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for place, note in enumerate(notes):
            time = times.get(note.id, "")
            row = self._rows.get(note.id) or self._added(note, time)
            if row.shown != (note, time):
                row.show_note(note, time)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self.show_last(only=self._only_last)

    def show_last(self, *, only: bool) -> None:
        """Show only the last note, or all of them."""
        self._only_last = only
        count = self._column.count()
        for place in range(count):
            item = self._column.itemAt(place)
            widget = item.widget() if item else None
            if widget:
                widget.setVisible(not only or place == count - 1)

    def row(self, name: str) -> AnswerRow | None:
        """Return the row of a note."""
        return self._rows.get(name)

    def _added(self, note: Note, time: str) -> AnswerRow:
        row = self._rows[note.id] = AnswerRow(note, time, self._look, self._words)
        row.edited.connect(self.edited)
        row.remove_requested.connect(self.remove_requested)
        return row
