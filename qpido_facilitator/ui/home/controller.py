"""From Home to runs: starts, practises, goes on, and erases what is due."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from qpido_facilitator.clock import Clock, local
from qpido_facilitator.errors import NotATrainer, QpidoError
from qpido_facilitator.library import Library, RunCard
from qpido_facilitator.media.home import keep_folder
from qpido_facilitator.media.opened import LinksOpened
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.preflight import Check, FilmsSeen, ScreensSeen, checks, problem_checks, unreviewed
from qpido_facilitator.resources import Places
from qpido_facilitator.retention import Receipt, due, erase, keep_receipt
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.run import DiskReport, Run
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.spoken import spoken_notice
from qpido_facilitator.ui.audience.placing import audience_spot
from qpido_facilitator.ui.home.film_looks import FilmLooks
from qpido_facilitator.ui.home.lessons import Lessons
from qpido_facilitator.ui.home.shelf import SessionCard, Shelf
from qpido_facilitator.ui.home.window import HomeWindow
from qpido_facilitator.ui.shared.background import Background
from qpido_facilitator.ui.shared.links import open_folder, open_link
from qpido_facilitator.ui.shared.live import OpenRun
from qpido_facilitator.ui.shared.screens import screens
from qpido_facilitator.words import Words, refusal


class HomeController(QObject):
    """Serves the Home window. `open_session` shows a run that an opener opens, `documents` is where packs go."""

    screen_chosen = Signal(str)
    folder_requested = Signal()
    review_requested = Signal(str)

    def __init__(
        self,
        window: HomeWindow,
        library: Library,
        places: Places,
        clock: Clock,
        words: Words,
        choices: Settings,
        documents: Path,
        open_session: Callable[[OpenRun], None],
        looks: FilmLooks | None = None,
    ) -> None:
        super().__init__()
        self.open_link = open_link
        self.open_folder = open_folder
        self._opened = LinksOpened(places.home / "links-opened.json")
        self.looks = looks or FilmLooks()
        self.looks.setParent(self)
        self.looks.changed.connect(self._on_looked)
        self._window = window
        self._library = library
        self._places = places
        self._clock = clock
        self._words = words
        self._choices = choices
        self._open_session = open_session
        self._extra: tuple[Path, ...] = ()
        self.shelf = Shelf(library, words.language)
        self.shelf.sessions_read.connect(window.show_sessions)
        self.shelf.runs_read.connect(self._show_runs)
        self.lessons = Lessons(library, self.shelf, words, window)
        self.lessons.changed.connect(self._on_looked)
        self.lessons.saved.connect(self.add)
        self._work: Background | None = None
        self._documents = documents
        self._packing, self._pack = False, ""
        window.chosen.connect(self.show_checks)
        window.start_requested.connect(lambda card: self.start(card.plan, card.path.parent))
        window.practice_requested.connect(lambda card: self.start(card.plan, card.path.parent, practice=True))
        window.resume_requested.connect(self.resume)
        window.finish_requested.connect(self.review_requested)
        window.erase_requested.connect(self.ask_to_erase)
        window.erase_signals_requested.connect(self.erase_signals)
        window.open_requested.connect(self.ask_for_file)
        window.mend_requested.connect(self._mend)
        window.side.screen_chosen.connect(self.screen_chosen)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens)
            app.screenRemoved.connect(self._on_screens)

    def refresh(self) -> None:
        """Read sessions and runs again, and look at films anew."""
        self.looks.forget()
        self.shelf.read(self._extra)

    def start(self, plan: SessionPlan | None, folder: Path, *, practice: bool = False) -> None:
        """Begin a run of a plan, for real or to practise; its films are in a folder."""
        if plan:
            self.looks.close()
            self._try(lambda announce, report: self._begun(plan, folder, practice, announce, report))

    def resume(self, run: str) -> None:
        """Go on with a run."""
        self._try(lambda announce, report: self._library.resume(run, announce=announce, disk_report=report))

    def ask_to_erase(self, run: str) -> None:
        """Ask whether a run may go for good, and show the receipt of it."""
        words, library, places = self._words, self._library, self._places
        try:
            head = library.view(run).agenda.head
        except QpidoError as fault:
            self.tell_why(fault)
            return

        def erase_now() -> Receipt:
            receipt = erase(library, places, run, self._clock)
            keep_receipt(receipt, places, words)
            return receipt

        from qpido_facilitator.ui.shared.erase_dialog import EraseDialog

        dialog = EraseDialog(head.title if head else run, erase_now, words, self._window)
        dialog.erased.connect(lambda _: self.refresh())
        dialog.open()

    def erase_signals(self, run: str) -> None:
        """Erase the after-care signals of a run; all else of it stays."""
        library = self._library

        def erase_now() -> int:
            opened = library.resume(run)
            opened.erasing.strike_signals()
            gone = opened.erasing.carry_out()
            opened.close()
            return gone

        self._work = Background(erase_now, self)
        self._work.done.connect(lambda _: self.refresh())
        self._work.failed.connect(self.tell_why)
        self._work.start()

    def make_pack(self, session: Path, language: str) -> None:
        """Make what is needed when the app or the laptop fails, and open its folder."""
        if self._packing:
            return
        from qpido_facilitator.ui.home.pack_maker import make_pack

        self._packing, self._pack = True, ""
        folder = self._documents / f"{local(self._clock.utc()):%Y-%m-%d}"
        self._work = Background(lambda: make_pack(session, folder, language), self)
        self._work.done.connect(self._on_packed)
        self._work.failed.connect(self._on_not_packed)
        self._work.start()
        self._on_looked()

    def _on_packed(self, folder: Path) -> None:
        self._packing, self._pack = False, folder.name
        self._on_looked()
        self.open_folder(folder)

    def _on_not_packed(self, fault: Exception) -> None:
        from qpido_facilitator.ui.home.pack_maker import NotPacked

        self._packing = False
        self._on_looked()
        self._window.tell(str(fault) if isinstance(fault, NotPacked) else self._words.failed(fault))

    def _pack_check(self) -> Check:
        words = self._words
        if self._packing:
            return Check("busy", words.say("Fallback pack"), words.say("is being made"))
        if self._pack:
            return Check("ready", words.say("Fallback pack"), self._pack, "make-pack", words.say("Make again"))
        below = words.say("Slides, run sheet, answer sheets and chat texts, for when the app fails")
        return Check("unknown", words.say("Fallback pack"), below, "make-pack", words.say("Make"))

    def tell_why(self, fault: Exception) -> None:
        """Say why something cannot be done with a run."""
        if isinstance(fault, NotATrainer):
            self._window.tell(self._words.say("This laptop does not hold the key of that session."))
        else:
            self._window.tell(
                self._words.say("The session cannot be opened: {why}.", why=self._words.say(refusal(fault)))
            )

    def add(self, path: Path) -> None:
        """Put a session file in front."""
        self._extra = (path, *(known for known in self._extra if known != path))
        self.refresh()

    def choose(self, choices: Settings) -> None:
        """Take other settings."""
        self._choices = choices
        if self._window.card:
            self.show_checks(self._window.card)

    def show_checks(self, card: SessionCard) -> None:
        """Show what is ready and what is open for a session."""
        there = screens()
        spot = audience_spot(there, self._choices.audience_screen, full=self._choices.audience_full)
        number = next((screen.number for screen in there if screen.key == spot.screen), 1)
        if card.plan is None:
            self._window.side.show_checks(problem_checks(card.problems, self._words), (), "")
            return
        self.looks.choose(card.path, card.plan)
        today = local(self._clock.utc()).date()
        seen = ScreensSeen(len(there), number, spot.full)
        films = FilmsSeen(self.looks.found, self.looks.progress, self._opened.when)
        agreed = self._choices.agreed(card.plan.keep_notes_days, card.plan.keep_signals_days)
        said = spoken_notice(agreed.keep_notes_days, Words(card.plan.language))
        told = Check("unknown", self._words.say("Say at the start"), said)
        rows = checks(card.plan, card.path, self._places, seen, films, today, self._words)
        rows = (*rows, *self.lessons.rows(card.plan), told, self._pack_check())
        self._window.side.show_checks(rows, there, spot.screen)

    def ask_for_file(self) -> None:
        """Ask for a session file, or a backup to put back."""
        words = self._words
        sessions, backups = words.say("Session files"), words.say("Backups")
        kinds = f"{sessions} (*.yaml *.yml);;{backups} (*.qpido)"
        name, _ = QFileDialog.getOpenFileName(self._window, words.say("Open workshop"), "", kinds)
        if name.endswith(".qpido"):
            self.put_back(Path(name))
        elif name:
            self.add(Path(name))

    def put_back(self, backup: Path) -> None:
        """Put the run of a backup back, once its password is there."""
        from qpido_facilitator.ui.home.restore_dialog import RestoreDialog

        dialog = RestoreDialog(backup, self._places, self._words, self._window)
        dialog.restored.connect(lambda _: self.refresh())
        dialog.open()

    def _try(self, opener: OpenRun) -> None:
        try:
            self._open_session(opener)
        except QpidoError as fault:
            self.tell_why(fault)

    def _show_runs(self, runs: tuple[RunCard, ...]) -> None:
        self._window.show_runs(runs)
        today = local(self._clock.utc()).date()
        self._window.show_due(tuple(one for one in due(runs, self._choices, today) if one.state != "later"))

    def _begun(
        self,
        plan: SessionPlan,
        folder: Path,
        practice: bool,
        announce: Callable[[Changes], None],
        report: Callable[[DiskReport], None],
    ) -> Run:
        run = self._library.start(plan, practice=practice, announce=announce, disk_report=report)
        keep_folder(run.folder, folder)
        return run

    def _mend(self, what: str, subject: str) -> None:
        card = self._window.card
        if what == "swap-screens":
            self._swap()
        elif what == "see-reviews" and card and card.plan:
            today = local(self._clock.utc()).date()
            from qpido_facilitator.ui.home.reviews_dialog import ReviewsDialog

            ReviewsDialog(unreviewed(card.plan.items(), today, self._words), self._words, self._window).open()
        elif what == "see-lengths" and card:
            self.lessons.open(card)
        elif what == "open-link":
            self._open(subject)
        elif what == "choose-folder":
            self.folder_requested.emit()
        elif what == "make-pack" and card and card.plan:
            self.make_pack(card.path, card.plan.language)
        elif what == "see-problems" and card:
            self._window.tell("\n".join(card.problems))

    def _swap(self) -> None:
        there = screens()
        spot = audience_spot(there, self._choices.audience_screen, full=self._choices.audience_full)
        other = next((screen for screen in there if screen.key != spot.screen), None)
        if other:
            self.screen_chosen.emit(other.key)

    def _open(self, link: str) -> None:
        """Open a link, and remember that someone looked at it today."""
        if self.open_link(link):
            self._opened.mark(link, local(self._clock.utc()).date())
            self._on_looked()

    def _on_looked(self) -> None:
        if self._window.card:
            self.show_checks(self._window.card)

    def _on_screens(self) -> None:
        if self._window.isVisible() and self._window.card:
            self.show_checks(self._window.card)
