"""Between the co-trainer's window and the run. What is on the screen changes; where someone writes never does."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.plan.model import AnyItem
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import DiskReport
from qpido_facilitator.show.cotrainer import (
    CoTrainerScreen,
    copy_of,
    exercises_of,
    first_exercise,
    first_group,
    screen_for,
    unread_facts,
)
from qpido_facilitator.show.groups import group_name, group_of
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.signals import about_texts, followers
from qpido_facilitator.ui.cotrainer.question_view import QuestionView
from qpido_facilitator.ui.cotrainer.signal_form import SignalForm
from qpido_facilitator.ui.cotrainer.window import CoTrainerWindow
from qpido_facilitator.ui.shared.box_desk import BoxDesk
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

_TOLD, _UNDO_SHOWN = 4_000, 10_000
"""Milliseconds during which the foot says what was done, and offers to take it back."""


class CoTrainerController(QObject):
    """Serves one window."""

    def __init__(self, live: LiveRun, window: CoTrainerWindow, look: Look, words: Words) -> None:
        super().__init__(window)
        self._live = live
        self._run = live.run
        self._window = window
        self._look = look
        self._words = words
        self._desk = BoxDesk(live.run, words)
        self._item = ""
        self._group: int | None = None
        self._active = ""
        self._saved = 0
        self._waiting_since: datetime | None = None
        self._told_over = QTimer(self)
        self._told_over.setSingleShot(True)
        self._told_over.timeout.connect(lambda: window.tell(""))
        live.changed.connect(self.show)
        live.ticked.connect(self.show)
        live.typing_changed.connect(self.show)
        live.disk_reported.connect(self._on_disk)
        window.question_made.connect(self._introduce)
        window.banner.followed.connect(self.go_to)
        window.exercise_requested.connect(self.go_to)
        window.switcher.group_requested.connect(self.choose_group)
        window.switcher.take_requested.connect(self._on_take)
        window.switcher.visit_requested.connect(self._on_visit)
        window.switcher.help_requested.connect(self._on_help)
        window.copy_requested.connect(self._on_copy)
        window.signal_asked.connect(self._on_signal_asked)
        window.undo_requested.connect(self.undo)
        self._begin()

    @property
    def place(self) -> tuple[str, int | None, str]:
        """Return the exercise, group and question that are written in."""
        return self._item, self._group, self._active

    def show(self) -> None:
        """Show everything as it is now; boxes keep what stands in them."""
        item = self._exercise()
        if item is None:
            self._begin_if_there()
            return
        screen = self._screen(item)
        if self._active not in [card.question for card in screen.cards]:
            self._active = screen.cards[0].question if screen.cards else ""
        if self._is_over:
            for view in self._window.questions.values():
                self._desk.empty_if_noted(view, self._place(view.question))
        self._window.show_screen(screen, self._active)
        for card in screen.cards:
            view = self._window.questions[card.question]
            for line in card.lines:
                self._desk.hold(view.notes, line.note.id)
                row = view.notes.row(line.note.id)
                if row:
                    too_late = self._is_over and self._desk.changed(line.note.id)
                    row.show_state(
                        self._words.say("Changed too late: kept on this laptop only") if too_late else "", "warn"
                    )

    def go_to(self, item: str) -> None:
        """Go to another exercise; what stands in a box becomes a note first."""
        self.send()
        entry = self._run.agenda.entry(item)
        if entry is None:
            return
        self._item, self._active = item, ""
        groups = [one.id for one in self._run.agenda.groups_of(entry.item) if one.open]
        self._group = self._group if self._group in groups else first_group(self._run, entry.item)
        self._refill()

    def choose_group(self, group: int | None) -> None:
        """Go to another group; what stands in a box becomes a note first."""
        self.send()
        self._group = group
        self._refill()
        self._window.bring(self._active)

    def open(self, question: str) -> None:
        """Open the box of a question; what stands in another becomes a note first."""
        if question != self._active:
            self.send()
            self._active = question
            self.show()
        self._window.bring(question)

    def send(self) -> None:
        """Make a note of what stands in the open box; what looks like a person stays a draft."""
        view = self._window.questions.get(self._active)
        if view and view.entry.toPlainText().strip():
            self._on_submitted(self._active, view.entry.toPlainText(), view.kind.kind)

    def undo(self) -> None:
        """Take back what was done here last."""
        if not self._is_over and self._run.undo.undo():
            self._tell(self._words.say("Undone"))

    def close(self) -> None:
        """Note what is left."""
        self.send()

    @property
    def _is_over(self) -> bool:
        """Say whether the session ended: from then on everything stays as it is."""
        return self._run.stage.ended is not None

    def _begin(self) -> None:
        self._begin_if_there()
        exercises = tuple((one.id, one.title or item_label(one)) for one in exercises_of(self._run))
        self._window.show_exercises(exercises)

    def _begin_if_there(self) -> None:
        item = first_exercise(self._run)
        if item is not None:
            self._item = item.id
            self._group = first_group(self._run, item)
            self._refill()

    def _exercise(self) -> AnyItem | None:
        entry = self._run.agenda.entry(self._item) if self._item else None
        return entry.item if entry else None

    def _screen(self, item: AnyItem) -> CoTrainerScreen:
        now = self._live.now()
        if not unread_facts(self._run):
            self._waiting_since = None
        elif self._waiting_since is None:
            self._waiting_since = now
        return screen_for(
            self._run, item, self._group, self._saved, self._waiting_since, now, self._words,
            self._run.presence, self._run.whispering.beats,
        )  # fmt: skip

    def _refill(self) -> None:
        """Show another place, with the drafts that stand in its boxes."""
        self.show()
        for view in self._window.questions.values():
            self._fill(view)
        if self._is_over:  # a box that is empty is not there any more
            self.show()

    def _fill(self, view: QuestionView) -> None:
        view.kind.choose_quietly(self._desk.fill(view, self._place(view.question)).kind or "answer")

    def _place(self, question: str) -> Place:
        return Place(self._item, question, self._group)

    def _introduce(self, view: QuestionView) -> None:
        view.opened.connect(self.open)
        view.typed.connect(self._on_typed)
        view.rested.connect(self._on_rested)
        view.left.connect(lambda question, text: self._on_submitted(question, text, view.kind.kind))
        view.submitted.connect(self._on_submitted)
        view.pasted.connect(self._on_pasted)
        view.accepted.connect(self._on_accepted)
        view.edited.connect(self._on_edited)
        view.edit_kept.connect(self._on_edit_kept)
        view.remove_requested.connect(self._on_remove)
        view.kept.connect(self._run.noting.keep)
        view.both_kept.connect(self._run.noting.keep_both)
        view.missed.connect(self._on_missed)
        view.moved.connect(self._on_moved)
        view.undo_requested.connect(self.undo)
        view.notes.look_up = self._desk.earlier
        self._fill(view)

    def _on_typed(self, question: str, text: str) -> None:
        view = self._window.questions.get(question)
        self._desk.typed(view, self._place(question), text, view.kind.kind if view else "")

    def _on_rested(self, question: str, text: str) -> None:
        view = self._window.questions.get(question)
        if view and text.strip() and not self._is_over:
            self._desk.rested(view, self._place(question), text, view.kind.kind)

    def _on_submitted(self, question: str, text: str, kind: str) -> None:
        if not self._is_over:
            view = self._window.questions.get(question)
            self._settle(view, self._desk.sent(view, self._place(question), text, kind))

    def _on_accepted(self, question: str, kind: str) -> None:
        view = self._window.questions.get(question)
        if view and not self._is_over:
            self._settle(view, self._desk.accepted(view, self._place(question), view.entry.toPlainText(), kind))

    def _settle(self, view: QuestionView | None, sent: bool) -> None:
        if view and sent:
            view.kind.choose_quietly("answer")

    def _on_pasted(self, question: str, text: str) -> None:
        if not self._is_over:
            self._desk.pasted(self._window.questions.get(question), self._place(question), text)

    def _on_edited(self, name: str, text: str, heads: tuple[str, ...]) -> None:
        if self._is_over:  # the box was open when the session ended
            self._desk.put_by(name, text, heads)
        else:
            self._desk.edited(name, text, heads)
        self._show_note(name)

    def _on_edit_kept(self, name: str, text: str) -> None:
        if not self._is_over:
            self._desk.edit_accepted(name, text)
            self._show_note(name)

    def _on_remove(self, name: str) -> None:
        if not self._is_over:
            self._run.noting.remove(name)
            self._tell(self._words.say("Note removed"), undo=True)

    def _show_note(self, name: str) -> None:
        for view in self._window.questions.values():
            self._desk.show_again(view.notes, name)

    def _on_missed(self, question: str, reason: str) -> None:
        item = self._exercise()
        if item and self._group is not None and not self._is_over:
            before = self._run.visits.missed(item, self._group, question)
            self._run.visits.miss(item, self._group, question, "" if before == reason else reason)  # type: ignore[arg-type]

    def _on_moved(self, questions: int, groups: int) -> None:
        names = list(self._window.questions)
        if questions and self._active in names:
            self.open(names[(names.index(self._active) + questions) % len(names)])
        elif groups:
            item = self._exercise()
            every = [one.id for one in self._run.agenda.groups_of(item) if one.open] if item else []
            at = every.index(self._group) if self._group in every else -1
            self.choose_group(every[(at + groups) % len(every)] if every else None)

    def _on_take(self, group: int, mine: bool) -> None:
        item = self._exercise()
        if item:
            self._run.visits.take(item, group, mine=mine)
            if mine:
                self.choose_group(group)

    def _on_visit(self, here: bool) -> None:
        item = self._exercise()
        if item and self._group is not None:
            self._run.visits.visit(item, self._group, here=here)

    def _on_help(self, asked: bool) -> None:
        item = self._exercise()
        if item and self._group is not None:
            self._run.help.ask(item, self._group, asked=asked)

    def _on_copy(self) -> None:
        item = self._exercise()
        if item:
            groups = (None, *(one.id for one in self._run.agenda.groups_of(item)))
            boxes = [Place(item.id, asked.id, group) for asked in item.questions for group in groups]
            unsent = {box: text for box in boxes if (text := self._desk.unsent(box))}
            QGuiApplication.clipboard().setText(copy_of(self._run, item, self._group, self._words, unsent))
            self._tell(self._words.say("Copied"))

    def _on_signal_asked(self) -> None:
        if self._window.form:
            self._window.show_form(None)
            return
        item, words = self._exercise(), self._words
        where = words.say("plenary")
        if item and self._group is not None:
            where = group_name(group_of(self._run, item, self._group), words)
        title = words.say("After-care signal, {where}", where=where)
        abouts = {str(name): text for name, text in about_texts(words).items()}
        form = SignalForm(title, abouts, followers(self._run, words), self._look, words)
        form.noted.connect(self._on_signal)
        form.closed.connect(lambda: self._window.show_form(None))
        self._window.show_form(form)

    def _on_signal(self, about: str, who: str) -> None:
        self._run.signals.note(about, self._group, who)  # type: ignore[arg-type]
        self._window.show_form(None)
        self._tell(self._words.say("Reported to the trainers"))

    def _tell(self, text: str, *, undo: bool = False) -> None:
        self._window.tell(text, undo=undo)
        self._told_over.start(_UNDO_SHOWN if undo else _TOLD)

    def _on_disk(self, report: DiskReport) -> None:
        self._saved = report.saved
        trouble = self._words.say(
            "This laptop keeps nothing now: {why}. Copy as text.", why=self._words.say(report.trouble)
        )
        self._window.show_trouble(trouble if report.trouble else "")
        self.show()
