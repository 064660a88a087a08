"""Notes in a list: each can be edited in place and taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from qpido_facilitator.run.notes import Note
from qpido_facilitator.show.conflicts import Conflict
from qpido_facilitator.show.earlier import Earlier
from qpido_facilitator.ui.shared.conflict_card import ConflictCard
from qpido_facilitator.ui.shared.in_place import InPlace
from qpido_facilitator.ui.shared.kind_button import ICONS
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.person_strip import PersonStrip
from qpido_facilitator.ui.shared.row_tail import RowTail
from qpido_facilitator.ui.shared.widgets import ElidedLabel, IconButton, label, restyle
from qpido_facilitator.words import Words

_NONE: Mapping[str, Conflict] = {}
_TIMELESS: Mapping[str, str] = {}
_LONGEST = 60
"""Characters of an earlier text in a menu; the whole is its tip."""

Looked = Callable[[str], tuple[Earlier, ...]]
"""Looks up by the id of a note what it said before."""


def _nothing(_note: str) -> tuple[Earlier, ...]:
    return ()


class AnswerRow(QFrame):
    """One note. A press on its text, or the pencil, opens it; Enter closes it, Escape leaves it as it was.

    A row that tells how far its note has come shows its buttons while it is pointed at or has the keyboard: Enter
    opens it, Delete takes it away.
    """

    edited = Signal(str, str, object)
    """A note, its new text, and the heads of the text that the box was opened with."""
    edit_kept = Signal(str, str)
    remove_requested = Signal(str)
    kept = Signal(str, str)
    both_kept = Signal(str)

    def __init__(self, note: Note, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._note = note
        self._look = look
        self._words = words
        self._conflict: ConflictCard | None = None
        self._strip: PersonStrip | None = None
        self.look_up: Looked = _nothing
        self._locked = False
        self._progress = ""
        self._icon = QLabel()
        self._time = label(tone="accent")
        self._time.setFont(look.figures(15, 700))
        self._time.setContentsMargins(0, 4, 0, 0)
        self._time.hide()
        self._text = label(px=16, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._below = label(px=14, tone="quiet", wrap=True)
        self._edit = IconButton(look, "edit", words.say("Edit"))
        self._remove = IconButton(look, "delete", words.say("Remove"))
        self._edit.clicked.connect(self.open)
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self._note.id))
        for button in (self._edit, self._remove):
            button.setFixedSize(30, 30)
            button.installEventFilter(self)
        self._tail = RowTail((self._edit, self._remove), look)
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
        self._state_line = ElidedLabel(px=14, weight=500)
        self._state_line.hide()
        self._column.addWidget(self._state_line)
        row.addLayout(self._column, 1)
        self._editing = InPlace(self._text, self._column, words.say("Edit"), lines=6)
        self._editing.finished.connect(self._finish)
        self._editing.left.connect(self._leave)
        self._began = note
        row.addWidget(self._tail, 0, Qt.AlignmentFlag.AlignTop)
        self._icon.setContentsMargins(0, 5, 0, 0)
        self.show_note(note)
        look.changed.connect(self._redraw)

    @property
    def note(self) -> Note:
        """Return the note that is shown."""
        return self._note

    def show_note(self, note: Note) -> None:
        """Show a note as it stands; an open box is left alone."""
        self._note = note
        restyle(self, "kind", note.place.kind)
        self._text.setText(note.text)
        if self._strip:
            self._strip.remind("")
        about = []
        if note.place.kind == "parking":
            about.append(self._words.say("parked"))
        if note.newer:
            about.append(self._words.say("changed by a newer version"))
        self._below.setText("\n".join(about))
        self._below.setVisible(bool(about))
        self._edit.setEnabled(not note.newer)
        self.setAccessibleName(note.text)
        self._redraw()

    def show_time(self, time: str) -> None:
        """Show which time of a film it is about, "" for none."""
        self._time.setText(time)
        self._time.setVisible(bool(time))
        self.setAccessibleName(f"{time} {self._note.text}".strip())

    def show_progress(self, text: str, icon: str, tone: str) -> None:
        """Say in a few words at its end how far it has come, "" for nothing."""
        if text == self._progress:
            return
        self._progress = text
        self._tail.show_progress(text, icon, tone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if text else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(text)

    def show_state(self, text: str, tone: str) -> None:
        """Say below the text what is the matter with it, "" for nothing."""
        if text == self._state_line.text():
            return
        self._state_line.setText(text)
        restyle(self._state_line, "tone", tone)
        self._state_line.setVisible(bool(text))
        self.setAccessibleDescription(text)

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show two versions to choose from instead of the text, or none."""
        if conflict == (self._conflict.conflict if self._conflict else None):
            return
        if self._conflict:
            self._conflict.hide()
            self._conflict.deleteLater()
            self._conflict = None
        if conflict:
            self._conflict = ConflictCard(conflict, self._look, self._words)
            self._conflict.kept.connect(self.kept)
            self._conflict.both_kept.connect(self.both_kept)
            self._column.addWidget(self._conflict)
        self._show_parts()

    def lock(self, locked: bool) -> None:
        """Leave the note to read, or let it be changed again; a box that is open keeps what stands in it."""
        if locked == self._locked:
            return
        self._locked = locked
        if self._editing.box:
            self._editing.box.setReadOnly(locked)
        self._show_parts()

    def open(self) -> None:
        """Edit in place."""
        if not self._note.newer and not self._locked:
            self._began = self._note
            self._editing.open(self._text.text())

    def hold(self, text: str, reminder: str) -> None:
        """Show a changed text that is not kept, because something in it looks like a person."""
        self._text.setText(text)
        if self._strip is None:
            self._strip = PersonStrip(self._look, self._words)
            self._strip.kept.connect(lambda: self.edit_kept.emit(self._note.id, self._text.text()))
            self._strip.change_requested.connect(self.open)
            self._column.addWidget(self._strip)
        self._strip.remind(reminder)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open on a double press."""
        self.open()

    def menu(self) -> QMenu:
        """Return what can be done with the note, what it said before included."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addAction(self._look.icon("edit", "ink2"), self._words.say("Edit")).triggered.connect(self.open)
        remove = menu.addAction(self._look.icon("delete", "ink2"), self._words.say("Remove"))
        remove.triggered.connect(lambda: self.remove_requested.emit(self._note.id))
        earlier = self.look_up(self._note.id)
        back = menu.addMenu(self._look.icon("undo", "ink2"), self._words.say("Put an earlier text back"))
        back.setEnabled(bool(earlier))
        back.setToolTipsVisible(True)
        for one in earlier:
            line = " ".join(one.text.split())
            short = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
            action = back.addAction(f"{one.about}: {short}".replace("&", "&&"))
            action.setToolTip(one.text)
            action.triggered.connect(lambda _=False, one=one: self._put_back(one))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with it."""
        if self._locked or self._note.newer or self._conflict:
            return
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _put_back(self, earlier: Earlier) -> None:
        self.edited.emit(self._note.id, earlier.text, self._note.heads)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, take away on Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.open()
        elif event.key() == Qt.Key.Key_Delete and not self._locked:
            self.remove_requested.emit(self._note.id)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done with it."""
        super().enterEvent(event)
        self._tail.point(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Show how far it has come again."""
        super().leaveEvent(event)
        self._tail.point(self._has_keyboard())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what can be done with it."""
        super().focusInEvent(event)
        self._tail.point(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show how far it has come again, unless one of its buttons is gone to."""
        super().focusOutEvent(event)
        self._point_later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard through the buttons."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._point_later()
        return super().eventFilter(watched, event)

    def _show_parts(self) -> None:
        """Show the note or the versions of it, with what can be done about it."""
        for widget in (self._text, self._icon):
            widget.setVisible(self._conflict is None)
        self._tail.lock(self._locked, aside=self._conflict is not None)
        if self._conflict:
            self._conflict.lock(self._locked)
        if self._strip:
            self._strip.setEnabled(not self._locked)

    def _has_keyboard(self) -> bool:
        return self.hasFocus() or self._edit.hasFocus() or self._remove.hasFocus()

    def _point_later(self) -> None:
        """Wait until the keyboard is where it goes: on its way it is nowhere."""
        QTimer.singleShot(0, self, lambda: self._tail.point(self.underMouse() or self._has_keyboard()))

    def _finish(self, text: str, before: str) -> None:
        """Tell what was changed. What another put meanwhile was not seen: it is neither written over nor taken away."""
        if text == before:
            return
        if text.strip():
            self.edited.emit(self._note.id, text, self._began.heads)
        elif self._note.heads == self._began.heads:
            self.remove_requested.emit(self._note.id)

    def _leave(self) -> None:
        """Leave the note as it is, without what was held back of it."""
        if self._strip and self._strip.asks:
            self.edited.emit(self._note.id, self._note.text, self._note.heads)

    def _redraw(self) -> None:
        role = "info" if self._note.place.kind == "parking" else "ink2"
        name = ICONS.get(self._note.place.kind, "answer")
        self._icon.setPixmap(self._look.icon(name, role, 18).pixmap(18, 18))


class AnswerList(QWidget):
    """The notes of one box, rows kept as long as their notes are there."""

    edited = Signal(str, str, object)
    edit_kept = Signal(str, str)
    remove_requested = Signal(str)
    kept = Signal(str, str)
    both_kept = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._rows: dict[str, AnswerRow] = {}
        self._only_last = False
        self._locked = False
        self.look_up: Looked = _nothing
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_notes(
        self,
        notes: tuple[Note, ...],
        conflicts: Mapping[str, Conflict] = _NONE,
        times: Mapping[str, str] = _TIMELESS,
    ) -> None:
        """Show notes in order; of some the versions to choose from, or the time in a film that they are about."""
        for name in set(self._rows) - {note.id for note in notes}:
            row = self._rows.pop(name)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for place, note in enumerate(notes):
            row = self._rows.get(note.id) or self._added(note)
            if row.note != note:
                row.show_note(note)
            row.show_conflict(conflicts.get(note.id))
            row.show_time(times.get(note.id, ""))
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self.show_last(only=self._only_last)

    def lock(self, locked: bool) -> None:
        """Leave all notes to read, or let them be changed again."""
        self._locked = locked
        for row in self._rows.values():
            row.lock(locked)

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

    def _added(self, note: Note) -> AnswerRow:
        row = self._rows[note.id] = AnswerRow(note, self._look, self._words)
        row.edited.connect(self.edited)
        row.edit_kept.connect(self.edit_kept)
        row.remove_requested.connect(self.remove_requested)
        row.kept.connect(self.kept)
        row.both_kept.connect(self.both_kept)
        row.look_up = lambda name: self.look_up(name)
        row.lock(self._locked)
        return row
