"""Composition: what the app is made of, named once. The first window is there before anything that can wait."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from qpido_facilitator.clock import Clock, SystemClock
from qpido_facilitator.errors import QpidoError
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places, data_home
from qpido_facilitator.settings import Settings, load_settings, settings_text
from qpido_facilitator.ui.session import Session
from qpido_facilitator.ui.shared.live import OpenRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.mishaps import Mishaps
from qpido_facilitator.words import Words


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
        self._home: QObject | None = None

    def show_home(self, path: Path | None = None) -> None:
        """Show Home, with a session file in front if one is given."""
        from qpido_facilitator.ui.home.controller import HomeController
        from qpido_facilitator.ui.home.window import HomeWindow

        window = HomeWindow(self._look, self._words, self._clock.utc())
        controller = HomeController(window, self.library, self._places, self._clock, self._words, self.open_session)
        window.settings_requested.connect(self._show_settings)
        self._window, self._home = window, controller
        window.show()
        QTimer.singleShot(0, controller.refresh if path is None else lambda: controller.add(path))

    def open_session(self, opener: OpenRun) -> None:
        """Open a run and show it. Raises RunError when that cannot be done."""
        session = Session(opener, self._look, self._words)
        self.session = session
        session.finished.connect(self._on_finished)
        session.show()
        if self._home is not None:
            self._window.close()

    def _on_finished(self) -> None:
        self.session = None
        self.show_home()

    def _show_settings(self) -> None:
        from qpido_facilitator.ui.home.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings, self._words, self._window)
        dialog.settings_changed.connect(self._on_settings)
        dialog.open()

    def _on_settings(self, settings: Settings) -> None:
        language = settings.language != self._settings.language
        self._settings = settings
        self._look.choose(settings.theme)
        with contextlib.suppress(OSError):
            self._places.home.mkdir(parents=True, exist_ok=True)
            replace_file(self._places.settings, settings_text(settings).encode())
        if language:
            self._words = Words(settings.language)
            before = self._window
            self.show_home()
            before.close()


def open_app(what: str, language: str | None) -> int:
    """Open the app: Home, or at once the session file or the run that is named. Returns the exit code."""
    qt = make_application()
    places = Places(data_home())
    settings = _settings(places, language)
    look = Look(settings.theme)
    look.dress(qt)
    app = App(places, SystemClock(), settings, look)
    mishaps = Mishaps(places.log, SystemClock())
    mishaps.watch()
    try:
        _begin(app, what)
    except QpidoError as fault:
        words = Words(settings.language)
        print(words.say("The session cannot be opened: {why}.", why=str(fault)), file=sys.stderr)
        return 1
    code = qt.exec()
    if app.session:
        app.session.live.close()
    return code


def rehearse(session: Path | None, out: Path, language: str | None) -> int:
    """Let a session play itself and leave pictures and notes in `out`. Returns the exit code."""
    qt = make_application()
    from qpido_facilitator.rehearsal import Rehearsal

    return Rehearsal(qt, session, out, language).play()


def make_application() -> QApplication:
    """Return the Qt application; without a display it paints into memory instead of aborting."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        qInstallMessageHandler(_say_unless_idle)
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("qpido-facilitator")
    qt.setApplicationDisplayName("Qpido Facilitator")
    qt.setDesktopFileName("qpido-facilitator")
    qt.setStyle("Fusion")
    return qt


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
        app.open_session(lambda announce, report: app.library.resume(run, announce=announce, disk_report=report))


def _settings(places: Places, language: str | None) -> Settings:
    try:
        settings = load_settings(places.settings)
    except QpidoError:
        settings = Settings()
    if language in ("nl", "en"):
        return Settings(language, settings.theme)  # type: ignore[arg-type]
    return settings
