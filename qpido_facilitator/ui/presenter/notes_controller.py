"""From the boxes to the run: what was typed becomes notes, and nothing typed is ever lost on the way.

A box keeps a draft on this laptop with every key. Enter, leaving the box, five seconds of rest and leaving
the step make it a note; after a rest the box still holds it, so that the same note goes on growing. What looks like
a person holds it back: then it stays in its box, with a reminder below it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from qpido_facilitator.plan.model import Breakout, Harvest
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.conflicts import conflict_of
from qpido_facilitator.show.film.hints import film_times
from qpido_facilitator.show.labels import question_number, question_of, shortened
from qpido_facilitator.ui.presenter.answers_view import AnswersView, NoteBox
from qpido_facilitator.ui.shared.box_desk import BoxDesk
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words


class NotesController(QObject):
    """Serves the answers panel."""

    note_taken_away = Signal()
    writing = Signal(object, str)
    """What stands in the box of a place has changed; before it is kept as a draft."""
    written = Signal(object, str)
    """A new note of a place, by its id."""
    put_away = Signal(object)
    """What stood in the box of a place was sent, parked or taken out."""

    def __init__(self, live: LiveRun, view: AnswersView, words: Words) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._desk = BoxDesk(live.run, words, self.written.emit)
        self._view = view
        self._words = words
        self._step: Step | None = None
        self._question: dict[str, str] = {}
        view.submitted.connect(self._on_submitted)
        view.left.connect(self._on_submitted)
        view.rested.connect(self._on_rested)
        view.typed.connect(self._on_typed)
        view.parked.connect(self._on_parked)
        view.pasted.connect(self._on_pasted)
        view.kept.connect(self._on_kept)
        view.edited.connect(self._on_edited)
        view.edit_kept.connect(self._on_edit_kept)
        view.remove_requested.connect(self._on_remove)
        view.version_kept.connect(live.run.noting.keep)
        view.both_kept.connect(live.run.noting.keep_both)
        view.question_requested.connect(self._on_question)
        live.changed.connect(self._on_changed)

    def show_step(self, step: Step | None) -> None:
        """Show the boxes of a step, drafts and notes in them; what stood in the old ones becomes notes."""
        if step != self._step:
            self.send_all()
            self._step = step
        self._show()

    def send_all(self) -> None:
        """Make notes of everything that still stands in a box."""
        for box in self._view.boxes:
            text = box.entry.toPlainText()
            # an empty box has nothing to say, and participants wait for the next slide
            if text.strip() or self._desk.draft(box.place).note:
                self._on_submitted(box.place, text)

    def _show(self) -> None:
        entry = self._run.agenda.entry(self._step.item) if self._step else None
        if self._step is None or entry is None:
            self._view.show_head("", self._words.say("Notes"), "")
            self._view.show_tabs((), "")
            self._view.show_boxes(())
            return
        self._show_head()
        places = self._places()
        self._view.show_boxes(places)
        for box in self._view.boxes:
            box.notes.look_up = self._desk.earlier
            self._fill(box)

    def _show_head(self) -> None:
        step = self._asked_step()
        question = question_of(self._run, step) if step else None
        if step is None or question is None:
            count = self._run.notes.count(self._step.item, None) if self._step else 0
            self._view.show_head(self._words.say("Notes with this step"), "", self._counted(count))
            self._view.show_tabs((), "")
            return
        entry = self._run.agenda.entry(step.item)
        asked = self._run.agenda.questions(entry.item) if entry else ()
        source = self._run.agenda.source(entry.item) if entry else step.item
        number = question_number(self._run, step)
        several = self._words.say("Question {n} of {total}", n=number, total=len(asked))
        kicker = several if len(asked) > 1 else self._words.say("Question")
        self._view.show_head(kicker, question.text, self._counted(self._run.notes.count(source, question.id)))
        tabbed = entry is not None and isinstance(entry.item, Breakout) and len(asked) > 1
        tabs = ((one.id, one.short or shortened(f"{n}. {one.text}"), one.text) for n, one in enumerate(asked, 1))
        self._view.show_tabs(tuple(tabs) if tabbed else (), question.id)

    def _asked_step(self) -> Step | None:
        """Return the step with the question whose boxes are shown; in a breakout the chosen tab."""
        step = self._step
        entry = self._run.agenda.entry(step.item) if step else None
        if step is None or entry is None:
            return None
        if isinstance(entry.item, Breakout) and entry.item.questions:
            return Step(step.item, self._question.get(step.item, entry.item.questions[0].id))
        return step

    def _places(self) -> tuple[tuple[Place, str], ...]:
        step = self._asked_step()
        entry = self._run.agenda.entry(step.item) if step else None
        if step is None or entry is None:
            return ()
        source = self._run.agenda.entry(self._run.agenda.source(entry.item)) or entry
        question = question_of(self._run, step)
        groups: tuple[int, ...] = ()
        if question and isinstance(entry.item, Breakout | Harvest):
            groups = self._run.agenda.groups_for(source.item, question)
        elif question:
            groups = question.groups
        name = question.id if question else None
        if not groups:
            return ((Place(source.item.id, name), self._words.say("Answer")),)
        return tuple((Place(source.item.id, name, group), self._words.say("Group {n}", n=group)) for group in groups)

    def _fill(self, box: NoteBox) -> None:
        draft = self._desk.draft(box.place)
        parked = Place(box.place.item, box.place.question, box.place.group, "parking")
        notes = (*self._run.notes.at(box.place), *self._run.notes.at(parked))
        shown = tuple(note for note in notes if note.id != draft.note)
        conflicts = {note.id: found for note in shown if (found := conflict_of(self._run, note, self._words))}
        box.show_notes(shown, conflicts, film_times(self._run, shown))
        for note in notes:
            self._desk.hold(box.notes, note.id)
        if draft.text and not box.entry.hasFocus():
            self._desk.fill(box, box.place)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touch("note") and not changes.touch("plan"):
            return
        if changes.touch("note") and self._step:
            self._show_head()
        for box in self._view.boxes:
            self._fill(box)

    def _on_typed(self, place: Place, text: str) -> None:
        self.writing.emit(place, text)
        self._desk.typed(self._view.box(place), place, text)

    def _on_rested(self, place: Place, text: str) -> None:
        if text.strip() and self._desk.rested(self._view.box(place), place, text):
            self._on_changed(Changes(frozenset({f"note/{self._desk.draft(place).note}/text"})))

    def _on_submitted(self, place: Place, text: str) -> None:
        taken = not text.strip() and bool(self._desk.draft(place).note)
        self._settle(place, self._desk.sent(self._view.box(place), place, text))
        if taken:
            self.note_taken_away.emit()

    def _on_parked(self, place: Place, text: str) -> None:
        if text.strip():
            self._settle(place, self._desk.sent(self._view.box(place), place, text, "parking"))

    def _on_kept(self, place: Place, text: str) -> None:
        self._settle(place, self._desk.accepted(self._view.box(place), place, text))

    def _on_pasted(self, place: Place, text: str) -> None:
        box = self._view.box(place)
        self._desk.pasted(box, place, text)
        if box:
            self._fill(box)

    def _settle(self, place: Place, sent: bool) -> None:
        box = self._view.box(place)
        if sent:
            self.put_away.emit(place)
            if box:
                self._fill(box)

    def _on_edited(self, name: str, text: str, heads: tuple[str, ...]) -> None:
        self._desk.edited(name, text, heads)
        self._show_again(name)

    def _on_edit_kept(self, name: str, text: str) -> None:
        self._desk.edit_accepted(name, text)
        self._show_again(name)

    def _show_again(self, name: str) -> None:
        for box in self._view.boxes:
            self._desk.show_again(box.notes, name)

    def _on_remove(self, name: str) -> None:
        self._run.noting.remove(name)
        self.note_taken_away.emit()

    def _on_question(self, question: str) -> None:
        self.send_all()
        if self._step:
            self._question[self._step.item] = question
        self._show()

    def _counted(self, count: int) -> str:
        return self._words.plural("{n} noted", "{n} noted", count) if count else ""
