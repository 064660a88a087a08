"""From Home to runs: starts, goes on, exports, and comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from qpido_facilitator.clock import Clock, local
from qpido_facilitator.errors import NotATrainer, QpidoError
from qpido_facilitator.export.files import export
from qpido_facilitator.library import Library
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.preflight import checks
from qpido_facilitator.resources import Places
from qpido_facilitator.ui.home.shelf import SessionCard, Shelf
from qpido_facilitator.ui.home.window import HomeWindow
from qpido_facilitator.ui.shared.live import OpenRun
from qpido_facilitator.words import Words


class HomeController(QObject):
    """Serves the Home window. `open_session` shows a run that an opener opens."""

    def __init__(
        self,
        window: HomeWindow,
        library: Library,
        places: Places,
        clock: Clock,
        words: Words,
        open_session: Callable[[OpenRun], None],
    ) -> None:
        super().__init__()
        self._window = window
        self._library = library
        self._places = places
        self._clock = clock
        self._words = words
        self._open_session = open_session
        self._extra: tuple[Path, ...] = ()
        self.shelf = Shelf(library, words.language)
        self.shelf.sessions_read.connect(window.show_sessions)
        self.shelf.runs_read.connect(window.show_runs)
        window.chosen.connect(self._on_chosen)
        window.start_requested.connect(self._on_start)
        window.resume_requested.connect(self.resume)
        window.export_requested.connect(self._on_export)
        window.open_requested.connect(self._on_open)

    def refresh(self) -> None:
        """Read sessions and runs again."""
        self.shelf.read(self._extra)

    def start(self, plan: SessionPlan) -> None:
        """Begin a run of a plan."""
        self._try(lambda announce, report: self._library.start(plan, announce=announce, disk_report=report))

    def resume(self, run: str) -> None:
        """Go on with a run."""
        self._try(lambda announce, report: self._library.resume(run, announce=announce, disk_report=report))

    def add(self, path: Path) -> None:
        """Put a session file in front."""
        self._extra = (path, *(known for known in self._extra if known != path))
        self.refresh()

    def _try(self, opener: OpenRun) -> None:
        try:
            self._open_session(opener)
        except NotATrainer:
            self._window.say(self._words.say("This laptop does not hold the key of that session."))
        except QpidoError as fault:
            self._window.say(self._words.say("The session cannot be opened: {why}.", why=str(fault)))

    def _on_chosen(self, card: SessionCard) -> None:
        if card.plan:
            today = local(self._clock.utc()).date()
            screens = len(QGuiApplication.screens())
            self._window.show_checks(checks(card.plan, self._places, screens, today, self._words))
        else:
            self._window.show_checks(())

    def _on_start(self, card: SessionCard) -> None:
        if card.plan:
            self.start(card.plan)

    def _on_open(self) -> None:
        title, kinds = self._words.say("Open workshop"), self._words.say("Session files")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", f"{kinds} (*.yaml *.yml)")
        if name:
            self.add(Path(name))

    def _on_export(self, run: str) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, self._words.say("Export to which folder?"))
        if not folder:
            return
        try:
            view = self._library.view(run)
            head = view.agenda.head
            path = export(view, "md", Path(folder), Words(head.language if head else self._words.language))
        except QpidoError as fault:
            self._window.say(self._words.say("The export did not work: {why}.", why=str(fault)))
        else:
            self._window.say(self._words.say("Exported: {file}", file=path.name))
