"""From Home to runs: starts, practises, goes on, finishes, and comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from qpido_facilitator.clock import Clock, local
from qpido_facilitator.errors import NotATrainer, QpidoError
from qpido_facilitator.export.files import export
from qpido_facilitator.library import Exported, Library
from qpido_facilitator.media.home import keep_folder
from qpido_facilitator.media.opened import LinksOpened
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.preflight import FilmsSeen, ScreensSeen, checks, problem_checks, unreviewed
from qpido_facilitator.resources import Places
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.run import DiskReport, Run
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.audience.placing import audience_spot
from qpido_facilitator.ui.home.film_looks import FilmLooks
from qpido_facilitator.ui.home.lessons import Lessons
from qpido_facilitator.ui.home.reviews_dialog import ReviewsDialog
from qpido_facilitator.ui.home.shelf import SessionCard, Shelf
from qpido_facilitator.ui.home.window import HomeWindow
from qpido_facilitator.ui.shared.links import open_link
from qpido_facilitator.ui.shared.live import OpenRun
from qpido_facilitator.ui.shared.screens import screens
from qpido_facilitator.words import Words


class HomeController(QObject):
    """Serves the Home window. `open_session` shows a run that an opener opens."""

    screen_chosen = Signal(str)
    folder_requested = Signal()

    def __init__(
        self,
        window: HomeWindow,
        library: Library,
        places: Places,
        clock: Clock,
        words: Words,
        choices: Settings,
        open_session: Callable[[OpenRun], None],
        looks: FilmLooks | None = None,
    ) -> None:
        super().__init__()
        self.open_link = open_link
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
        self.shelf.runs_read.connect(window.show_runs)
        self.lessons = Lessons(library, self.shelf, words, window)
        self.lessons.changed.connect(self._on_looked)
        self.lessons.saved.connect(self.add)
        window.chosen.connect(self.show_checks)
        window.start_requested.connect(lambda card: self.start(card.plan, card.path.parent))
        window.practice_requested.connect(lambda card: self.start(card.plan, card.path.parent, practice=True))
        window.resume_requested.connect(self.resume)
        window.finish_requested.connect(self.finish)
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

    def finish(self, run: str) -> None:
        """Say that a run is over, and make its report."""
        folder = QFileDialog.getExistingDirectory(self._window, self._words.say("Export to which folder?"))
        if folder:
            self.export(run, Path(folder))

    def export(self, run: str, folder: Path) -> None:
        """Make the report of a run in a folder, and end the run if that was not done."""
        try:
            self._end(run)
            view = self._library.view(run)
            head = view.agenda.head
            path = export(view, "md", folder, Words(head.language if head else self._words.language))
        except QpidoError as fault:
            self._window.tell(self._words.say("The export did not work: {why}.", why=str(fault)))
            return
        answers = len(view.notes.all())
        made = Exported(self._clock.utc().isoformat(timespec="seconds"), "answers", path.name, answers)
        self._library.note_export(run, made)
        self._window.tell("")
        self.refresh()

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
        rows = checks(card.plan, card.path, self._places, seen, films, today, self._words)
        self._window.side.show_checks((*rows, *self.lessons.rows(card.plan)), there, spot.screen)

    def ask_for_file(self) -> None:
        """Ask for a session file."""
        title, kinds = self._words.say("Open workshop"), self._words.say("Session files")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", f"{kinds} (*.yaml *.yml)")
        if name:
            self.add(Path(name))

    def _try(self, opener: OpenRun) -> None:
        try:
            self._open_session(opener)
        except NotATrainer:
            self._window.tell(self._words.say("This laptop does not hold the key of that session."))
        except QpidoError as fault:
            self._window.tell(self._words.say("The session cannot be opened: {why}.", why=str(fault)))

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

    def _end(self, run: str) -> None:
        if self._library.view(run).stage.ended is None:
            opened = self._library.resume(run)
            opened.stage.end()
            opened.close()

    def _mend(self, what: str, subject: str) -> None:
        card = self._window.card
        if what == "swap-screens":
            self._swap()
        elif what == "see-reviews" and card and card.plan:
            today = local(self._clock.utc()).date()
            ReviewsDialog(unreviewed(card.plan.items(), today, self._words), self._words, self._window).open()
        elif what == "see-lengths" and card:
            self.lessons.open(card)
        elif what == "open-link":
            self._open(subject)
        elif what == "choose-folder":
            self.folder_requested.emit()
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
