"""Composition: what the app is made of, named once. The first window is there before anything that can wait."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMessageLogContext, QObject, QStandardPaths, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from qpido_facilitator.clock import Clock, SystemClock
from qpido_facilitator.errors import QpidoError
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places, data_home, shipped
from qpido_facilitator.settings import Settings, load_settings, settings_text
from qpido_facilitator.ui.shared.collecting import Collecting
from qpido_facilitator.ui.shared.live import OpenRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.mishaps import Mishaps
from qpido_facilitator.words import Words, refusal

if TYPE_CHECKING:
    from qpido_facilitator.ui.audience.placing import Spot
    from qpido_facilitator.ui.home.controller import HomeController
    from qpido_facilitator.ui.home.window import HomeWindow
    from qpido_facilitator.ui.review.opened import OpenReview
    from qpido_facilitator.ui.session import Session
    from qpido_facilitator.ui.shared.background import Background
    from qpido_facilitator.ui.shared.keys import KeyRouter


class App(QObject):
    """Home and at most one session."""

    def __init__(self, places: Places, clock: Clock, settings: Settings, look: Look) -> None:
        super().__init__()
        self._places = places
        self._clock = clock
        self._settings = settings
        self._look = look
        self._words = Words(settings.language)
        self.library = Library(places, clock)
        self.session: Session | None = None
        self.review: OpenReview | None = None
        self.window: HomeWindow | None = None
        self.home: HomeController | None = None
        self._router: KeyRouter | None = None
        self._practice = ""
        self._work: Background | None = None

    def show_home(self, path: Path | None = None) -> None:
        """Show Home, with a session file in front if one is given."""
        self._look.dress_once()
        from qpido_facilitator.ui.home.controller import HomeController
        from qpido_facilitator.ui.home.window import HomeWindow
        from qpido_facilitator.ui.shared.keys import KeyRouter

        window = HomeWindow(self._look, self._words, self._clock.utc())
        home = HomeController(
            window, self.library, self._places, self._clock, self._words, self._settings,
            documents_folder(self._places), self.open_session,
        )  # fmt: skip
        home.setParent(window)
        home.screen_chosen.connect(lambda key: self.choose(replace(self._settings, audience_screen=key)))
        home.folder_requested.connect(self._ask_for_folder)
        home.review_requested.connect(self.show_review)
        window.settings_requested.connect(self._show_settings)
        actions = {
            "start": window.start_chosen,
            "resume": window.resume_last,
            "open": home.ask_for_file,
            "settings": self._show_settings,
            "keys": self._show_keys,
        }
        self._hear(KeyRouter(actions, self._clock.up), window)
        self.window, self.home = window, home
        window.show()
        QTimer.singleShot(0, home.refresh if path is None else lambda: home.add(path))

    def open_session(self, opener: OpenRun) -> None:
        """Open a run and show it. Raises RunError when that cannot be done."""
        from qpido_facilitator.ui.session import Session

        session = Session(opener, self._look, self._words, self._settings)
        head = session.run.agenda.head
        self._practice = session.run.id if head and head.practice else ""
        self.session = session
        session.finished.connect(self._on_finished)
        session.settings_requested.connect(self._show_settings)
        session.review_requested.connect(self._on_review_requested)
        session.audience_moved.connect(self._on_moved)
        self._hear(None, None)
        session.show()
        self._put_home_away()

    def show_review(self, run: str) -> None:
        """Show what was written down in a run, on the way to documents. The run is over from here on."""
        from qpido_facilitator.ui.review.opened import OpenReview

        if self.review:
            self.review.raise_window()
            return
        try:
            review = OpenReview(
                run, self.library, self._places, documents_folder(self._places), self._look, self._words, self._settings
            )
        except QpidoError as fault:
            if self.home:
                self.home.tell_why(fault)
            return
        self.review = review
        review.finished.connect(self._on_review_finished)
        review.erase_requested.connect(self._erase_reviewed)
        review.show()

    def _on_review_requested(self) -> None:
        if self.session:
            run = self.session.run.id
            self.session.close()
            self.show_review(run)

    def _on_review_finished(self) -> None:
        self.review = None
        if self.home:
            self.home.refresh()

    def _erase_reviewed(self, run: str) -> None:
        if self.review:
            self.review.close()
        if self.home:
            self.home.ask_to_erase(run)

    def choose(self, settings: Settings) -> None:
        """Take other settings, keep them, and let every window have them at once."""
        before, self._settings = self._settings, settings
        self._look.choose(settings.theme)
        with contextlib.suppress(OSError):
            self._places.home.mkdir(parents=True, exist_ok=True)
            replace_file(self._places.settings, settings_text(settings).encode())
        self._words = Words(settings.language)
        if settings.data_folder != before.data_folder:
            self._places = Places(self._places.home, settings.data_folder)
            self.library = Library(self._places, self._clock)
        if self.session:
            self.session.choose(settings, self._words)
        elif (settings.language, settings.data_folder) != (before.language, before.data_folder):
            old = self.window
            self.show_home()
            if old and self.window:
                self.window.setGeometry(old.geometry())
                old.close()
        elif self.home:
            self.home.choose(settings)

    def _on_finished(self) -> None:
        self.session = None
        if self._practice:
            self.library.discard(self._practice)
        self.show_home()

    def _on_moved(self, spot: Spot) -> None:
        self.choose(replace(self._settings, audience_screen=spot.screen, audience_full=spot.full))

    def _show_settings(self) -> None:
        from qpido_facilitator.ui.shared.settings_dialog import SettingsDialog

        parent = self.session.presenter if self.session else self.window
        if parent:
            dialog = SettingsDialog(self._settings, self._places.data, self._look, self._words, parent)
            dialog.settings_changed.connect(self._on_settings)
            dialog.data_sheet_requested.connect(self._make_data_sheet)
            dialog.open()

    def _make_data_sheet(self) -> None:
        """Make the page for the privacy officer, and open it."""
        from qpido_facilitator.export.data_sheet import data_sheet
        from qpido_facilitator.export.files import write_file
        from qpido_facilitator.export.word import word
        from qpido_facilitator.ui.shared.background import Background
        from qpido_facilitator.ui.shared.links import open_folder

        page = data_sheet(self._settings, str(self._places.runs), self._words)
        folder, name, now = documents_folder(self._places), self._words.say("data-sheet"), self._clock.utc()
        self._work = Background(lambda: write_file(folder, name, "docx", word(page, now)), self)
        self._work.done.connect(open_folder)
        if self.home:
            self._work.failed.connect(self.home.tell_why)
        self._work.start()

    def _on_settings(self, settings: Settings) -> None:
        language = settings.language != self._settings.language
        self.choose(settings)
        if language:
            # its window was made anew; the settings go on in the new words
            self._show_settings()

    def _show_keys(self) -> None:
        from qpido_facilitator.ui.shared.key_sheet import KeySheet

        if self.window:
            KeySheet(self._words, self.window).open()

    def _ask_for_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        folder = QFileDialog.getExistingDirectory(self.window, self._words.say("Keep sessions in which folder?"))
        if folder:
            self.choose(replace(self._settings, data_folder=folder))

    def _hear(self, router: KeyRouter | None, window: HomeWindow | None) -> None:
        app = QApplication.instance()
        if app and self._router:
            app.removeEventFilter(self._router)
        self._router = router
        if app and router and window:
            router.serve(window)
            app.installEventFilter(router)

    def _put_home_away(self) -> None:
        if self.window:
            self.window.close()
            self.window.deleteLater()
        self.window = self.home = None


def open_app(what: str, language: str | None) -> int:
    """Open the app: Home, or at once the session file or the run that is named. Returns the exit code."""
    qt = make_application()
    settings = _settings(Places(data_home()), language)
    places = Places(data_home(), settings.data_folder)
    look = Look(settings.theme)
    app = App(places, SystemClock(), settings, look)
    mishaps = Mishaps(places.log, SystemClock())
    mishaps.watch()
    try:
        _begin(app, what)
    except QpidoError as fault:
        words = Words(settings.language)
        print(words.say("The session cannot be opened: {why}.", why=words.say(refusal(fault))), file=sys.stderr)
        return 1
    code = qt.exec()
    if app.session:
        app.session.live.close()
    if app.review:
        app.review.close()
    return code


def join(folder: Path, language: str | None) -> int:
    """Take part in the run of a folder as a co-trainer. Returns the exit code."""
    qt = make_application()
    from qpido_facilitator.ui.cotrainer.session import CoTrainerSession

    settings = _settings(Places(data_home()), language)
    places, words = Places(data_home(), settings.data_folder), Words(settings.language)
    look = Look(settings.theme)
    look.dress(qt)
    Mishaps(places.log, SystemClock()).watch()
    library = Library(places, SystemClock())
    try:
        session = CoTrainerSession(
            lambda announce, report: library.join(folder, announce=announce, disk_report=report), look, words
        )
    except QpidoError as fault:
        print(words.say("There is no run that can be read as {name}.", name=str(fault)), file=sys.stderr)
        return 1
    session.show()
    code = qt.exec()
    session.close()
    return code


def rehearse(session: Path | None, out: Path, language: str | None) -> int:
    """Let a session play itself and leave pictures and notes in `out`. Returns the exit code."""
    qt = make_application()
    from qpido_facilitator.rehearsal import Rehearsal

    return Rehearsal(qt, session, out, language).play()


def rehearse_along(folder: Path, out: Path, language: str) -> int:
    """Be the co-trainer of a rehearsal. Returns the exit code."""
    qt = make_application()
    from qpido_facilitator.rehearsal_partner import RehearsalPartner

    return RehearsalPartner(qt, folder, out, language).play()


def make_application() -> QApplication:
    """Return the Qt application; without a display it paints into memory instead of aborting."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", offscreen())
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        qInstallMessageHandler(_say_unless_idle)
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    # as words of the command line: to hand over a style by name, PySide would first build all that a style is
    qt = QApplication([*sys.argv[:1], "-style", "Fusion"])
    qt.setApplicationName("qpido-facilitator")
    qt.setApplicationDisplayName("Qpido Facilitator")
    qt.setDesktopFileName("qpido-facilitator")
    Collecting(qt)
    return qt


def documents_folder(places: Places) -> Path:
    """Return where documents go unless another folder is chosen: to the person's own, or with data that was moved."""
    if os.environ.get("QPIDO_HOME"):
        return places.data / "documents"
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) / "Qpido" if found else places.data / "documents"


def offscreen() -> str:
    """Return the platform that paints into memory, with a screen that is as large as a laptop's."""
    return f"offscreen:configfile={shipped('assets') / 'offscreen' / 'one-screen.json'}"


def _say_unless_idle(_kind: QtMsgType, _place: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but not that windows in memory have no window manager."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def _begin(app: App, what: str) -> None:
    if not what:
        app.show_home()
    elif Path(what).suffix.lower() in (".yaml", ".yml"):
        app.show_home(Path(what))
    else:
        run = app.library.find(what)
        app.open_session(
            lambda announce, report: app.library.resume(run, announce=announce, disk_report=report, hold=False)
        )


def _settings(places: Places, language: str | None) -> Settings:
    try:
        settings = load_settings(places.settings)
    except QpidoError:
        settings = Settings()
    if language in ("nl", "en"):
        return replace(settings, language=language)
    return settings
