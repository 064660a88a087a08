"""The film at the trainer's hand: what is on, what the controls do, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.plan.model import Film
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.show.clocks import toggled
from qpido_facilitator.show.film.card import Act, FilmCard, Told, film_card
from qpido_facilitator.show.film.clip import clip_of
from qpido_facilitator.show.film.hints import hints_at
from qpido_facilitator.show.film.on import in_picture, watching
from qpido_facilitator.show.film.script import chat_of, film_by_link_clock
from qpido_facilitator.show.film.script_card import Press, script_card
from qpido_facilitator.ui.presenter.film.choices import choices_of
from qpido_facilitator.ui.presenter.film.sound_test import SoundTest
from qpido_facilitator.ui.presenter.film.watch_notes import WatchNotes
from qpido_facilitator.ui.presenter.moves import Moves
from qpido_facilitator.ui.presenter.notes_controller import NotesController
from qpido_facilitator.ui.presenter.notices import Notices
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.screening import Screening
from qpido_facilitator.ui.shared.links import open_link
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.film.panel import FilmPanel, Kind

_TEN = 10_000
_MOVES = 400
"""Milliseconds between two moves of the bar while the film plays."""


class FilmController(QObject):
    """Serves the film's panel and the hints. `open_link` opens an address in the browser."""

    def __init__(
        self,
        live: LiveRun,
        window: PresenterWindow,
        screening: Screening,
        moves: Moves,
        notes: NotesController,
        notices: Notices,
        words: Words,
        slide_words: Words,
    ) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._window = window
        self._screening = screening
        self._moves = moves
        self._words = words
        self._slide_words = slide_words
        self.open_link = open_link
        self.sound = SoundTest(live, notices, words, lambda: screening.loudspeaker)
        self._notes = WatchNotes(live, notes, self.place_now)
        for part in (self.sound, self._notes):
            part.setParent(self)
        # what comes while participants' pixels are on their way is shown after them, and once
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show)
        # a bar that moves twice a second is smooth enough, and each move repaints the card
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_MOVES)
        self._later.timeout.connect(self.show)
        self._shown = Told()
        self._introduce()
        self.show()

    @property
    def _panel(self) -> FilmPanel:
        return self._window.film

    @property
    def _shown_kind(self) -> Kind:
        panel = self._window.pages.film.made
        return panel.kind if panel else ""

    @property
    def is_on(self) -> bool:
        """Return whether the keys of a film are those of the film now."""
        return self._shown_kind == "card" and self._screening.told.stand != "failed"

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what the keys of a film do."""
        screening = self._screening
        return {
            "play": self.press_play,
            "rewind": lambda: screening.nudge(-_TEN),
            "forward": lambda: screening.nudge(_TEN),
            "mute": screening.toggle_mute,
            "subtitles": lambda: screening.show_subtitles(not screening.subtitles_shown),
        }

    def press_play(self) -> None:
        """Do what the large button says."""
        film = watching(self._run)
        if film and film.plays:
            self._act(self._card(film).act)

    def place_now(self) -> int | None:
        """Return the place in the film that is on, in milliseconds; None while there is none or it was not begun."""
        film, now = watching(self._run), self._live.now()
        if film is None:
            return None
        if self._shown_kind == "card":
            told = self._screening.told
            return told.at if told.stand in ("held", "playing", "ended") and in_picture(self._run) else None
        clock = film_by_link_clock(self._run, now)
        if clock is None or not clock.started:
            return None
        return clip_of(film).start + int(clock.countdown.elapsed.total_seconds() * 1000)

    def show(self) -> None:
        """Show everything of the film that is on."""
        here, film = self._run.stage.position, watching(self._run)
        hints, kind = hints_at(self._run, here.where) if here else (), self._kind(film)
        if hints or self._window.pages.hints.made:
            self._window.hints.show_hints(hints)
        self._show_film(film)
        if kind or self._window.pages.film.made:
            self._panel.show_kind(kind)

    def _show_film(self, film: Film | None) -> None:
        kind = self._kind(film)
        if film is None or not kind:
            return
        if kind == "script":
            self._panel.script.show_card(script_card(self._run, film, self._live.now(), self._words))
            return
        card, screening = self._panel.card, self._screening
        self._shown = screening.told
        card.show_card(self._card(film))
        card.transport.show_sound(screening.volume, muted=screening.muted, subtitles=screening.subtitles_shown)

    def _card(self, film: Film) -> FilmCard:
        return film_card(self._run, film, self._screening.told, self._live.now(), self._words)

    def _kind(self, film: Film | None) -> Kind:
        if film is None:
            return ""
        if film.plays:
            return "card"
        return "script" if film.link else ""

    def _introduce(self) -> None:
        self._window.pages.film.meet(self._serve)
        self._screening.told_changed.connect(self._on_told)
        self._live.changed.connect(self._on_changed)
        self._live.ticked.connect(self._soon.start)

    def _serve(self, panel: FilmPanel) -> None:
        screening = self._screening
        panel.set_pictures(screening.picture)
        screening.picture_changed.connect(panel.card.slide.show_picture)
        panel.card.act_requested.connect(self._act)
        panel.card.sought.connect(screening.seek)
        transport = panel.card.transport
        transport.nudged.connect(screening.nudge)
        transport.subtitles_requested.connect(lambda: screening.show_subtitles(not screening.subtitles_shown))
        transport.mute_requested.connect(screening.toggle_mute)
        transport.volume_changed.connect(screening.set_volume)
        transport.speed_chosen.connect(lambda speed: screening.set_speed(float(speed)))
        transport.loudspeaker_chosen.connect(screening.choose_loudspeaker)
        transport.subtitles_chosen.connect(screening.choose_subtitles)
        transport.test_requested.connect(self.sound.begin)
        transport.link_requested.connect(lambda: self._act("use-link"))
        transport.menu.aboutToShow.connect(self._fill_menu)
        panel.script.ticked.connect(self._on_ticked)
        panel.script.pressed.connect(self._on_pressed)
        panel.script.back_requested.connect(self._use_file)

    def _on_told(self) -> None:
        told = self._screening.told
        moves = told.stand == "playing" and replace(told, at=self._shown.at) == self._shown
        if not moves:
            self._soon.start()
        elif not self._later.isActive():
            self._later.start()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touch(family) for family in ("stage", "plan", "film", "timer", "note", "run")):
            self._soon.start()

    def _act(self, act: Act) -> None:
        film = watching(self._run)
        if film is None:
            return
        if act == "show":
            self._moves.go_on()
        elif act == "toggle":
            self._screening.toggle()
        elif act == "test-sound":
            self.sound.begin()
        elif act == "show-step":
            step = self._card(film).step
            if step:
                self._moves.go_to(step)
        elif act == "use-link":
            self._screening.pause()
            self._run.films.use_link(film.id)
        elif act == "understood":
            self._screening.understood_sound()
        elif act == "retry":
            self._screening.retry()

    def _fill_menu(self) -> None:
        film = watching(self._run)
        choices = choices_of(self._screening, film, self._words)
        self._panel.card.transport.show_choices(choices, link=bool(film and film.link))

    def _use_file(self) -> None:
        film = watching(self._run)
        if film:
            self._run.films.use_link(film.id, used=False)
            self._screening.retry()

    def _on_ticked(self, step: str, done: bool) -> None:
        film = watching(self._run)
        if film:
            self._run.films.tick(film.id, step, done=done)

    def _on_pressed(self, press: Press) -> None:
        film, now = watching(self._run), self._live.now()
        clock = film_by_link_clock(self._run, now)
        if film is None:
            return
        if press == "open-link":
            if self.open_link(film.link):
                self._run.films.tick(film.id, "open")
        elif press == "copy-chat":
            alone = film.watching == "by-themselves"
            back = now + clock.remaining if alone and clock else None
            QGuiApplication.clipboard().setText(chat_of(film, self._slide_words, back))
            self._run.films.tick(film.id, "send-link")
        elif press == "start-clock" and clock:
            self._run.timers.set(clock.timer, Countdown(clock.countdown.timebox, clock.countdown.elapsed, True))
        elif press == "hold-clock" and clock:
            self._run.timers.set(clock.timer, toggled(clock))
