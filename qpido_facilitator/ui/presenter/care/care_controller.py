"""The care card, between the window and the run: one key gives rest, and a second one goes on where it was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.clock import local
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.show.care import care_of
from qpido_facilitator.show.clocks import step_clock, toggled
from qpido_facilitator.show.signals import about_texts, followers, signal_groups, signal_rows
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words


class CareController(QObject):
    """Opens the card, with calm and pause unless only the signals are to be looked at, and closes it."""

    toggled = Signal()

    def __init__(self, live: LiveRun, window: PresenterWindow, words: Words) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._window = window
        self._words = words
        self._rested = False
        self._held = False
        self._copied = {"message": "", "lines": ""}
        self.is_open = False
        page = window.care
        page.message_copy_requested.connect(lambda: self._copy("message"))
        page.lines_copy_requested.connect(lambda: self._copy("lines"))
        page.form.signal_requested.connect(self._note)
        page.state_requested.connect(lambda name, done: self._run.signals.set(name, "done" if done else "open"))
        page.withdraw_requested.connect(lambda name: self._run.signals.set(name, "withdrawn"))
        live.changed.connect(self._on_changed)

    def toggle(self) -> None:
        """Open the card with calm and pause, or go on."""
        if self.is_open:
            self.close()
        else:
            self._rest()
            self._open()

    def look(self) -> None:
        """Open the card for its signals alone: nothing changes for participants."""
        self._open()

    def close(self) -> None:
        """Go on: the slide is back and the clock runs, if it was this card that stopped them."""
        if not self.is_open:
            return
        self.is_open = False
        if self._rested and self._run.stage.screen == "calm":
            self._run.stage.set_screen("live")
        if self._held:
            self._turn_clock(running=True)
        self._rested = self._held = False
        self.toggled.emit()

    def refresh(self) -> None:
        """Show the card as it is now."""
        if not self.is_open:
            return
        page, words = self._window.care, self._words
        page.show_card(care_of(self._run, words))
        groups = signal_groups(self._run, self._live.now(), words)
        page.show_choices(tuple(about_texts(words).items()), groups, followers(self._run, words))
        page.show_signals(signal_rows(self._run, words))
        calm = self._run.stage.screen == "calm"
        page.show_state(calm=calm, message_copied=self._copied["message"], lines_copied=self._copied["lines"])

    def _open(self) -> None:
        self.is_open = True
        self.refresh()
        self.toggled.emit()

    def _rest(self) -> None:
        self._rested = self._run.stage.screen == "live"
        if self._rested:
            self._run.stage.set_screen("calm")
        self._held = self._turn_clock(running=False)

    def _turn_clock(self, *, running: bool) -> bool:
        clock = step_clock(self._run, self._live.now())
        if clock is None or not clock.started or clock.countdown.running is running:
            return False
        self._run.timers.set(clock.timer, toggled(clock))
        return True

    def _note(self, about: object, group: object, who: object) -> None:
        self._run.signals.note(about, group, str(who or ""))  # type: ignore[arg-type]

    def _copy(self, what: str) -> None:
        card = care_of(self._run, self._words)
        QGuiApplication.clipboard().setText(card.message if what == "message" else card.copy_text)
        self._copied[what] = self._words.say("Copied {time}", time=f"{local(self._live.now()):%H:%M}")
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touch(family) for family in ("signal", "stage", "writer", "plan", "group")):
            self.refresh()
