"""The trainer's desk: the window, its controllers and its keys, made together and put away together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import Breakout, Film, Harvest
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.preflight import Check, ScreensSeen, arrival_checks, unreviewed
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.presenter.controller import PresenterController
from qpido_facilitator.ui.presenter.film.controller import FilmController
from qpido_facilitator.ui.presenter.planning import Planning
from qpido_facilitator.ui.presenter.screens_controller import ScreensController
from qpido_facilitator.ui.presenter.session_menu import SessionMenu
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.screen_keeper import ScreenKeeper
from qpido_facilitator.ui.screening import Screening
from qpido_facilitator.ui.shared.capture import hide_from_capture
from qpido_facilitator.ui.shared.idle import Idle
from qpido_facilitator.ui.shared.keys import KeyRouter
from qpido_facilitator.ui.shared.later import Later
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.screens import key_of, screens
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.arrival_controller import ArrivalController


class Desk(QObject):
    """Everything of the trainer's that has words in it."""

    close_requested = Signal()
    settings_requested = Signal()
    review_requested = Signal()

    def __init__(
        self,
        live: LiveRun,
        audience: AudienceWindow,
        keeper: ScreenKeeper,
        screening: Screening,
        look: Look,
        words: Words,
        slide_words: Words,
        choices: Settings,
    ) -> None:
        super().__init__()
        self._live = live
        self._audience = audience
        self._keeper = keeper
        self._words = words
        self._slide_words = slide_words
        self._arrival = Later(self._make_arrival)
        head = live.run.agenda.head
        self.window = PresenterWindow(head.title if head else "", look, words)
        self.setParent(self.window)
        self.controller = PresenterController(
            live, self.window, audience, look, words, slide_words, lambda: screening.now
        )
        screening.shown_changed.connect(self.controller.display.show_audience)
        parts = self.controller
        self.film = FilmController(
            live, self.window, screening, parts.moves, parts.notes, parts.notices, words, slide_words
        )
        self.screens = ScreensController(keeper, self.controller, words)
        others = {
            "full": keeper.toggle_full,
            "trainer": keeper.show_presenter,
            "settings": self.settings_requested.emit,
            "keys": self.show_keys,
            "share-test": lambda: self.arrival.begin_test(),
        }
        self.planning = Planning(live, self.window, self.controller, look, words, slide_words)
        others |= self.planning.actions()
        self.menu = SessionMenu(self.controller, self.window, keeper, words, look, others)
        self.router = KeyRouter({**self.controller.actions(), **self.film.actions(), **others}, live.run.clock.up)
        self.router.film_is_on = lambda: self.film.is_on
        if head and head.practice:
            from qpido_facilitator.ui.presenter.practice import Practice

            Practice(live, self.window.practice, slide_words).setParent(self)
            self.window.practice.stop_requested.connect(self.close_requested)
        served: tuple[QObject, ...] = (
            self.controller,
            self.planning,
            self.film,
            self.screens,
            self.menu,
            self.router,
        )
        for part in served:
            part.setParent(self)
        self._introduce()
        self.window.pages.arrival.meet(lambda _: self._arrival.get())
        self._idle = Idle(self._foreseen(), self)
        self.choose(choices)

    @property
    def arrival(self) -> ArrivalController:
        """Return who serves the start page, which comes first: it is what brings who serves it."""
        self.window.pages.arrival.get()
        return self._arrival.get()

    def show(self) -> None:
        """Show the window, the keyboard on it; what is sent while it is made and shown is not for the keys."""
        self.window.show()
        app = QApplication.instance()
        if app:
            app.installEventFilter(self.router)
        self.window.activateWindow()
        self.window.setFocus()
        self.screens.show()
        self._idle.begin()

    def choose(self, choices: Settings) -> None:
        """Take other settings."""
        self.router.single_keys = choices.single_keys
        self.window.set_notes_px(choices.notes_px)
        hide_from_capture(self.window, choices.hide_from_capture)

    def send_all(self) -> None:
        """Make notes of what still stands in a box."""
        self.controller.send_all()

    def show_keys(self) -> None:
        """Show every key of the table."""
        from qpido_facilitator.ui.shared.key_sheet import KeySheet

        KeySheet(self._words, self.window).open()

    def put_down(self) -> None:
        """Hear no keys any more, and build nothing more."""
        self._idle.stop()
        app = QApplication.instance()
        if app:
            app.removeEventFilter(self.router)

    def put_away(self) -> None:
        """Go, for another desk has taken over; what stands in a box is kept as a draft."""
        self.put_down()
        self.window.blockSignals(True)
        self.window.hide()
        self.window.deleteLater()

    def _introduce(self) -> None:
        self.router.serve(self.window, self._audience)
        dock = self.window.dock
        dock.next_requested.connect(lambda: self.router.press("next", self.controller.press_next))
        dock.back_requested.connect(lambda: self.router.press("back"))
        dock.calm_requested.connect(lambda: self.router.press("calm"))
        self.router.dot_typed.connect(self.controller.say_dot)
        self.menu.close_requested.connect(self.close_requested)
        self.menu.review_requested.connect(self.review_requested)
        self.window.close_requested.connect(self.menu.ask_to_close)
        self._audience.close_requested.connect(self.menu.ask_to_close)

    def _make_arrival(self) -> ArrivalController:
        from qpido_facilitator.ui.presenter.arrival_controller import ArrivalController

        page = self.window.arrival
        arrival = ArrivalController(self._live, page, self._words, self._slide_words, self._checks)
        arrival.setParent(self)
        page.mend_requested.connect(self._mend)
        self._keeper.changed.connect(arrival.show)
        return arrival

    def _foreseen(self) -> Iterator[Callable[[], object]]:
        """Return what builds the pages that this session will or may need, the most urgent first."""
        late, controller = self.window.pages, self.controller
        planned = {type(entry.item) for entry in self._live.run.agenda.entries}
        yield from (late.care.get, lambda: controller.care)
        if Film in planned:
            yield from (late.film.get, late.hints.get)
        if Breakout in planned:
            pages = (late.opening.get, late.opening_side.get, late.rooms.get, late.rooms_side.get)
            yield from (*pages, lambda: controller.rooms)
        if Harvest in planned:
            yield from (late.harvest.get, late.harvest_side.get, lambda: controller.harvest)
        yield from (late.catch_up.get, late.sheet.get, late.arrival.get)

    def _checks(self) -> tuple[Check, ...]:
        there = screens()
        on = key_of(self._audience.screen())
        number = next((screen.number for screen in there if screen.key == on), 1)
        seen = ScreensSeen(len(there), number, self._audience.isFullScreen())
        return arrival_checks(self._live.run, seen, local(self._live.now()).date(), self._words)

    def _mend(self, what: str, _subject: str) -> None:
        if what == "swap-screens":
            self._keeper.swap()
        elif what == "test-sound":
            self.film.sound.begin()
        elif what == "see-reviews":
            items = (entry.item for entry in self._live.run.agenda.entries)
            first = next(iter(unreviewed(items, local(self._live.now()).date(), self._words)), None)
            if first:
                self.controller.moves.look_at(Step(first.id))
