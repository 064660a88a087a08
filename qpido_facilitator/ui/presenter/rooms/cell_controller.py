"""The open cell and its box, between the matrix and the run."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from qpido_facilitator.plan.model import AnyItem
from qpido_facilitator.run.notes import KINDS, Note, Place
from qpido_facilitator.run.run import Run
from qpido_facilitator.show.conflicts import conflict_of
from qpido_facilitator.show.groups import group_name, group_of, notes_in
from qpido_facilitator.show.matrix import Coverage
from qpido_facilitator.ui.presenter.rooms.cell_editor import CellEditor
from qpido_facilitator.ui.presenter.rooms.rooms_page import RoomsPage
from qpido_facilitator.ui.shared.box_desk import BoxDesk
from qpido_facilitator.words import Words


class CellController(QObject):
    """Opens a cell with its draft, keeps what is typed, and goes to the next one with a key."""

    note_taken_away = Signal()

    def __init__(self, run: Run, page: RoomsPage, words: Words) -> None:
        super().__init__()
        self._run = run
        self._page = page
        self._desk = BoxDesk(run, words)
        self._words = words
        self._item: AnyItem | None = None
        self._coverage: Coverage | None = None
        page.place_requested.connect(self.open)
        for editor in (page.matrix.editor, page.docked):
            self._introduce(editor)

    def show(self, item: AnyItem, coverage: Coverage) -> None:
        """Take in the matrix as it is now."""
        fresh = self._item is None or self._item.id != item.id
        if fresh:
            self.put_away()
        self._item, self._coverage = item, coverage
        docked = self._page.docked
        gone = docked.place is None or coverage.cell(docked.place.group, docked.place.question or "") is None
        if self._page.editor is docked and gone and self._page.next_cell:
            self.open(*self._page.next_cell)
        self._show_notes()

    def send(self) -> None:
        """Make a note of what stands in the box."""
        editor = self._page.editor
        if self._item and editor.place is not None and editor.entry.toPlainText().strip():
            self._on_submitted(editor.place, editor.entry.toPlainText())

    def put_away(self) -> None:
        """Make a note of what stands in the box, and close it."""
        self.send()
        self._page.matrix.close_editor()
        self._item = None

    def open(self, group: int | None, question: str) -> None:
        """Open a cell; what stood in the box of another becomes a note first."""
        editor, item = self._page.editor, self._item
        if item is None:
            return
        if editor.place is not None and (editor.place.group, editor.place.question) != (group, question):
            self._on_submitted(editor.place, editor.entry.toPlainText())
        place = Place(item.id, question, group)
        if editor.place == place and not editor.isHidden():
            self._page.show_open(group, question)
            self._show_notes()
            return
        number = next((n for n, asked in enumerate(item.questions, 1) if asked.id == question), 0)
        name = group_name(group_of(self._run, item, group), self._words) if group else self._words.say("Plenary")
        said = self._words.say("{group}, question {n}", group=name, n=number)
        editor.show_place(place, said)
        editor.kind.choose_quietly(self._desk.fill(editor, place).kind or "answer")
        self._page.show_open(group, question)
        self._show_notes()

    def _introduce(self, editor: CellEditor) -> None:
        editor.typed.connect(self._on_typed)
        editor.rested.connect(self._on_rested)
        editor.submitted.connect(self._on_submitted)
        editor.left.connect(self._on_left)
        editor.moved.connect(self._on_moved)
        editor.closed.connect(self._page.matrix.close_editor)
        editor.accepted.connect(self._on_accepted)
        editor.pasted.connect(self._on_pasted)
        editor.edited.connect(self._on_edited)
        editor.edit_kept.connect(self._on_edit_kept)
        editor.remove_requested.connect(self._on_remove)
        editor.kept.connect(self._run.noting.keep)
        editor.both_kept.connect(self._run.noting.keep_both)
        editor.missed.connect(self._on_missed)
        editor.notes.look_up = self._desk.earlier

    def _on_typed(self, place: Place, text: str) -> None:
        self._desk.typed(self._page.editor, place, text, self._kind(place))
        self._page.editor.grown.emit()

    def _on_rested(self, place: Place, text: str) -> None:
        self._desk.rested(self._page.editor, place, text, self._kind(place))

    def _on_submitted(self, place: Place, text: str) -> None:
        self._settle(place, self._desk.sent(self._box(place), place, text, self._kind(place)))

    def _on_accepted(self, place: Place) -> None:
        text = self._page.editor.entry.toPlainText()
        self._settle(place, self._desk.accepted(self._box(place), place, text, self._kind(place)))

    def _on_pasted(self, place: Place, text: str) -> None:
        self._desk.pasted(self._page.editor, place, text)
        self._show_notes()

    def _settle(self, place: Place, sent: bool) -> None:
        if sent and self._box(place):
            self._page.editor.kind.choose_quietly("answer")
        self._show_notes()

    def _box(self, place: Place) -> CellEditor | None:
        """Return the box when it is still that of a place."""
        editor = self._page.editor
        return editor if editor.place == place else None

    def _kind(self, place: Place) -> str:
        return self._page.editor.kind.kind if self._box(place) else self._desk.draft(place).kind

    def _on_edited(self, name: str, text: str, heads: tuple[str, ...]) -> None:
        self._desk.edited(name, text, heads)
        self._show_notes()

    def _on_edit_kept(self, name: str, text: str) -> None:
        self._desk.edit_accepted(name, text)
        self._show_notes()

    def _on_left(self, place: Place, text: str) -> None:
        self._on_submitted(place, text)
        QTimer.singleShot(0, self, self._close_if_left)

    def _close_if_left(self) -> None:
        editor = self._page.matrix.editor
        focus = QApplication.focusWidget()
        if not editor.isHidden() and not editor.reminder.asks and not (focus and editor.isAncestorOf(focus)):
            self._page.matrix.close_editor()

    def _on_moved(self, groups: int, questions: int) -> None:
        place = self._page.editor.place
        if place is None or self._coverage is None:
            return
        cell = self._coverage.beside(place.group, place.question or "", groups=groups, questions=questions)
        if cell is None:
            return
        if self._page.editor is self._page.docked:
            self.open(cell.group, cell.question)
        else:
            self._page.matrix.open_cell(cell.group, cell.question)

    def _on_remove(self, name: str) -> None:
        self._run.noting.remove(name)
        self.note_taken_away.emit()

    def _on_missed(self, place: Place, reason: str) -> None:
        if self._item and place.group is not None and place.question and reason in ("no-notes", "not-reached"):
            before = self._run.visits.missed(self._item, place.group, place.question)
            said = "" if before == reason else reason
            self._run.visits.miss(self._item, place.group, place.question, said)  # type: ignore[arg-type]

    def _show_notes(self) -> None:
        editor = self._page.editor
        if editor.place is None or self._item is None:
            return
        notes = tuple(note for note in self._notes(editor.place) if note.id != self._desk.draft(editor.place).note)
        conflicts = {note.id: found for note in notes if (found := conflict_of(self._run, note, self._words))}
        editor.show_notes(notes, conflicts)
        for note in notes:
            self._desk.hold(editor.notes, note.id)

    def _notes(self, place: Place) -> tuple[Note, ...]:
        item = self._item
        asked = next((one for one in item.questions if one.id == place.question), None) if item else None
        if item is None or asked is None:
            return ()
        group = group_of(self._run, item, place.group) if place.group is not None else None
        return notes_in(self._run, item, asked, group, KINDS)
