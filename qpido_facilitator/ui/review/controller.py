"""Leads through the review: holds the run and says what each step shows; every wish becomes a verb."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from qpido_facilitator.clock import local
from qpido_facilitator.export.files import write_file
from qpido_facilitator.export.papers import paper
from qpido_facilitator.export.plain import plain
from qpido_facilitator.export.report import report_of
from qpido_facilitator.retention import Due, calendar
from qpido_facilitator.run.order import between, first_keys
from qpido_facilitator.run.review import Reader
from qpido_facilitator.run.run import Run
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.review import Topic, merging, topics
from qpido_facilitator.show.signals import where_of
from qpido_facilitator.show.timeline import timeline
from qpido_facilitator.ui.review.content_page import TIMELINE
from qpido_facilitator.ui.review.dialogs import AskDialog, PreviewDialog, SignalsDialog
from qpido_facilitator.ui.review.done_page import Keeping
from qpido_facilitator.ui.review.making_controller import MakingController, Shelves
from qpido_facilitator.ui.review.privacy_controller import PrivacyController
from qpido_facilitator.ui.review.reader_page import reader_name
from qpido_facilitator.ui.review.window import ReviewWindow
from qpido_facilitator.ui.shared.background import Background
from qpido_facilitator.ui.shared.links import open_folder
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

READER, CONTENTS, PRIVACY, MAKING, DONE = range(5)


class ReviewController(QObject):
    """Serves the review window of one run."""

    finished = Signal()
    erase_requested = Signal(str)

    def __init__(self, live: LiveRun, window: ReviewWindow, shelves: Shelves, words: Words) -> None:
        super().__init__()
        self._live = live
        self._window = window
        self._shelves = shelves
        self._words = words
        head = live.run.agenda.head
        self.document = Words(head.language if head else words.language)
        self.reader: Reader = "client"
        self.step = READER
        self._topic = ""
        self._folder = shelves.documents
        self.making = MakingController(live.run, window, shelves, words, self.document)
        self.open_folder = open_folder
        self._work: Background | None = None
        self.privacy = PrivacyController(live.run, window.privacy, words, self.document, self.refresh)
        self._introduce()
        window.reader.show_reader(self.reader)
        self.refresh()

    @property
    def run(self) -> Run:
        """Return the run that is reviewed."""
        return self._live.run

    def refresh(self) -> None:
        """Show the step that is on as things are now."""
        show = (self._show_reader, self._show_contents, self._show_privacy, self._show_making, self._show_done)
        show[self.step]()

    def go(self, step: int) -> None:
        """Go to a step."""
        self._window.content.own.keep()
        self.step = step
        self._window.tell("")
        self._window.show_step(step)
        self.refresh()

    def put_away(self) -> None:
        """End the review: what was typed is kept, what was to be erased is erased from here on."""
        self._window.content.own.keep()
        self.making.put_away()
        self.run.erasing.carry_out()

    def _introduce(self) -> None:
        window, run = self._window, self.run
        window.next_requested.connect(self._on_next)
        window.back_requested.connect(lambda: self.go(self.step - 1))
        window.later_requested.connect(window.close)
        window.override_requested.connect(self._ask_to_override)
        window.closed.connect(self.finished)
        window.undo_requested.connect(run.undo.undo)
        window.redo_requested.connect(run.undo.redo)
        window.reader.reader_chosen.connect(self.choose)
        window.reader.preview_requested.connect(self._preview)
        window.reader.signals_requested.connect(self._see_signals)
        content = window.content
        content.topic_chosen.connect(self._choose_topic)
        window.privacy.topic_chosen.connect(self.privacy.choose_topic)
        content.lines.include_requested.connect(lambda note, on: run.reviewing.include(note, self.reader, included=on))
        content.lines.word_requested.connect(run.reviewing.word)
        content.lines.reply_requested.connect(run.reviewing.reply)
        content.lines.act_requested.connect(self._act)
        content.own.themes_written.connect(run.reviewing.name_themes)
        content.own.recommendations_written.connect(run.reviewing.recommend)
        content.own.debrief_written.connect(run.reviewing.debrief)
        content.own.people_counted.connect(run.arrival.count)
        content.own.groups_shown.connect(lambda on: run.reviewing.show_groups(shown=on))
        window.making.folder_requested.connect(self._ask_for_folder)
        self.making.done.connect(lambda: self.go(DONE))
        done = window.done
        done.open_requested.connect(lambda path: self.open_folder(Path(path)))
        done.folder_requested.connect(lambda: self.open_folder(self._folder))
        done.also_requested.connect(self._also)
        done.calendar_requested.connect(self.put_in_calendar)
        done.signals_requested.connect(self._see_signals)
        done.erase_requested.connect(lambda: self.erase_requested.emit(self.run.id))
        self._live.changed.connect(lambda _: self.refresh())

    def choose(self, reader: Reader) -> None:
        """Choose for whom."""
        self.reader = reader
        self._topic = ""
        self.refresh()

    def _on_next(self) -> None:
        if self.step == MAKING:
            self.privacy.forget()
            self.making.make(self._folder)
        elif self.step == DONE:
            self._window.close()
        else:
            self.go(self.step + 1)

    def _topics(self) -> tuple[Topic, ...]:
        return topics(self.run, self.reader, self.document, self._last_made())

    def _last_made(self) -> datetime | None:
        kinds = {"internal": ("internal", "answers")}.get(self.reader, (self.reader,))
        found = [one.at for one in self._shelves.library.exported(self.run.id) if one.kind in kinds]
        return datetime.fromisoformat(found[-1]) if found else None

    def _show_reader(self) -> None:
        words, run = self._words, self.run
        answers = words.plural("{n} answer", "{n} answers", len(run.notes.all()))
        report = report_of(run, self.document, "internal")
        people = words.say("not counted")
        if report.people is not None:
            people = words.plural("{n} participant", "{n} participants", report.people)
        groups = words.plural("{n} group", "{n} groups", report.groups)
        signals, left = report.signals.total if report.signals else 0, report.signals.open if report.signals else 0
        text = words.plural("{open} of {n} after-care signal still open", "{open} of {n} after-care signals still open",
                            signals, open=left)  # fmt: skip
        self._window.reader.show_counts(f"{answers} · {people} · {groups}", text if signals else "", bool(left))
        self._window.show_dock(words.say("Choose contents"), ready=True, back=False, later=True)

    def _show_contents(self) -> None:
        words, content = self._words, self._window.content
        found = self._topics()
        keys = [topic.key for topic in found]
        extra = ((TIMELINE, words.say("Timeline")),) if self.reader == "internal" else ()
        known = (*(key for key, _ in extra), *keys)
        if self._topic not in known:
            self._topic = next((topic.key for topic in found if topic.lines), known[0])
        content.topics.show_topics(found, self._topic, extra)
        shown = timeline(self.run, words) if self._topic == TIMELINE else None
        content.show_topic(next((topic for topic in found if topic.key == self._topic), None), shown)
        content.own.show_reader(self.reader, self._heading())
        content.own.show_written(self.run.review.reviewed, self.run.arrival.headcount, merging(self.run, words))
        fresh = sum(line.fresh for topic in found for line in topic.lines)
        text = words.plural("{n} new since the last report", "{n} new since the last report", fresh)
        content.own.show_fresh(text if fresh else "")
        self._window.show_dock(words.say("Check privacy"), ready=True, back=True, later=True)

    def _heading(self) -> str:
        return {
            "client": self._words.say("Report for the client"),
            "participants": self._words.say("Follow-up for participants"),
            "internal": self._words.say("Evaluation for the team"),
        }[self.reader]

    def _show_privacy(self) -> None:
        words = self._words
        standing = self.privacy.show(self.reader, self._topics())
        text = words.plural("{n} finding to do", "{n} findings to do", standing)
        self._window.show_dock(words.say("Choose documents") if not standing else text, ready=not standing, back=True,
                               later=not standing, override=bool(standing))  # fmt: skip

    def _show_making(self) -> None:
        self.making.show(self.reader, self._heading(), self._folder)

    def _show_done(self) -> None:
        words = self._words
        made = words.plural("{n} document: {reader}", "{n} documents: {reader}", len(self.making.made),
                            reader=reader_name(self.reader, words))  # fmt: skip
        self._window.done.show_made(made, tuple(self.making.made), self.reader)
        self._window.done.show_keeping(self._keeping())
        self._window.show_dock(words.say("To the start page"), ready=True, back=False, later=False)

    def _keeping(self) -> Keeping:
        words, settings = self._words, self._agreed()
        left = sum(signal.state == "open" for signal in self.run.signals.all())
        day = self._kept_until(settings.keep_notes_days)
        below = words.plural("{n} day, as your organisation agreed", "{n} days, as your organisation agreed",
                             settings.keep_notes_days)  # fmt: skip
        signals = words.plural("{n} after-care signal still open", "{n} after-care signals still open", left)
        until = words.say("erase before {day}", day=words.day(self._kept_until(settings.keep_signals_days)))
        notes = words.say("Erase the notes before {day}", day=f"{words.day(day)} {day.year}")
        return Keeping(notes, below, signals if left else "", until)

    def _agreed(self) -> Settings:
        kept = self.run.keeping.agreed
        return self._shelves.settings.agreed(kept.notes, kept.signals)

    def _kept_until(self, days: int) -> datetime:
        end = self.run.stage.ended or self.run.now()
        return local(end) + timedelta(days=days)

    def put_in_calendar(self) -> None:
        """Put the day of erasing into a file for a calendar, and open that."""
        head = self.run.agenda.head
        started = self.run.agenda.started or self.run.now()
        day = self._kept_until(self._agreed().keep_notes_days).date()
        one = Due(self.run.id, head.title if head else "", local(started).date(), "notes", day, "later")
        content = calendar(one, self.run.now(), self._words)
        stem = self._words.say("erase-on") + f"-{day:%Y-%m-%d}"
        self._work = Background(lambda: write_file(self._folder, stem, "ics", content), self)
        self._work.done.connect(lambda path: self.open_folder(path))
        self._work.failed.connect(lambda fault: self._window.tell(self._words.failed(fault)))
        self._work.start()

    def _also(self, reader: Reader) -> None:
        self._window.reader.show_reader(reader)
        self.choose(reader)
        self.go(CONTENTS)

    def _choose_topic(self, key: str) -> None:
        self._topic = key
        self.refresh()

    def _act(self, note: str, act: str) -> None:
        topic = next((one for one in self._topics() if one.key == self._topic), None)
        names = [line.note for line in topic.lines] if topic else []
        if topic is None or note not in names:
            self.refresh()
            return
        at = names.index(note)
        if act in ("up", "down"):
            self._move(topic, at, at - 1 if act == "up" else at + 1)
        elif act == "merge" and at:
            self.run.reviewing.merge([note], names[at - 1])
        elif act == "apart":
            mine = [name for name in self.run.notes.everything() if self.run.review.copy(name).into == note]
            self.run.reviewing.merge(mine, "")
        elif act == "own":
            self.run.reviewing.word(note, "")
        self.refresh()

    def _move(self, topic: Topic, at: int, to: int) -> None:
        """Put a line elsewhere; the first time every line of its question gets a place of its own."""
        lines = topic.lines
        if not 0 <= to < len(lines):
            return
        keys = [line.order for line in lines]
        if not all(keys):
            keys = list(first_keys(len(lines)))
            for line, key in zip(lines, keys, strict=True):
                self.run.reviewing.order(line.note, key)
        low, high = (keys[to - 1] if to else "", keys[to]) if to < at else (keys[to], next(iter(keys[to + 1 :]), None))
        self.run.reviewing.order(lines[at].note, between(low, high))

    def _ask_to_override(self) -> None:
        words = self._words
        standing = len(self.privacy.standing)
        text = words.plural(
            "{n} finding stands. If you go on, that is written down: documents were made although it stood.",
            "{n} findings stand. If you go on, that is written down: documents were made although they stood.",
            standing,
        )
        dialog = AskDialog(words.say("Go on anyway?"), text, words.say("Go on anyway"), words, self._window)
        dialog.accepted.connect(self.override)
        dialog.open()

    def override(self) -> None:
        """Go on although findings stand, and write that down."""
        self.run.reviewing.override(self.reader, len(self.privacy.standing))
        self.go(MAKING)

    def _preview(self, reader: Reader) -> None:
        text = plain(paper(report_of(self.run, self.document, reader), self.document))
        title = self._words.say("Preview: {reader}", reader=reader_name(reader, self._words))
        PreviewDialog(title, text, self._words, self._window).open()

    def _see_signals(self) -> None:
        dialog = SignalsDialog(self._words, self._window)

        def show() -> None:
            signals = self.run.signals.all()
            dialog.show_signals(tuple((one, where_of(self.run, one, self._words)) for one in signals))

        def turn(name: str, state: str) -> None:
            self.run.signals.set(name, "done" if state == "done" else "open")
            show()

        show()

        dialog.state_requested.connect(turn)
        dialog.open()

    def _ask_for_folder(self) -> None:
        title = self._words.say("Documents to which folder?")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(self._folder))
        if folder:
            self._folder = Path(folder)
            self.refresh()
