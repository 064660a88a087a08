"""The trainer's moves: one press is one move, and each is a fact.

Browsing is no fact: the trainer looks ahead while participants keep what they see, and nothing counts it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from qpido_facilitator.paint.slide import newest_page, page_count
from qpido_facilitator.plan.model import AnyItem
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.stage import Position
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.show.clocks import lengthened, rooms_clock, rooms_timer, step_clock, toggled
from qpido_facilitator.show.course import Move, back, forward, neighbour, revealed
from qpido_facilitator.show.film.on import as_watched, back_with_films, next_with_films
from qpido_facilitator.show.screen import lines_of, slide_at
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

MINUTE = timedelta(minutes=1)


class Moves(QObject):
    """Carries moves out. `leaving` comes before another step is entered, so that nothing typed stays behind."""

    leaving = Signal()
    end_requested = Signal()
    browsed = Signal()
    jumped = Signal()

    def __init__(self, live: LiveRun, audience: AudienceWindow, slide_words: Words) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._audience = audience
        self._words = slide_words
        self._looking_at: Step | None = None

    @property
    def looking_at(self) -> Step | None:
        """Return the step the trainer browses at, None while not browsing."""
        return self._looking_at

    @property
    def next_move(self) -> Move:
        """Return what Next does."""
        here = self._run.stage.position
        item = self._item(here)
        rooms = rooms_clock(self._run, self._live.now())
        move = forward(
            self._run.agenda.steps(here.where if here else None),
            here,
            item,
            pages=self._pages(here),
            lines=lines_of(self._run, item) if item else 0,
            rooms_open=rooms is None or rooms.started,
        )
        return next_with_films(self._run, move)

    @property
    def back_move(self) -> Move | None:
        """Return what Back does, None at the very beginning."""
        here = self._run.stage.position
        item = self._item(here)
        lines = lines_of(self._run, item) if item else 0
        move = back(self._run.agenda.steps(here.where if here else None), here, item, lines=lines)
        return back_with_films(self._run, move)

    def go_on(self) -> None:
        """Do what Next does; the end of the session is never a key press away."""
        if self._looking_at:
            self._look(1)
        elif self._run.stage.screen == "share-test" and self._run.stage.position:
            self._run.stage.set_screen("live")
        elif (move := self.next_move).kind != "end":
            self.carry_out(move)

    def press_next(self) -> None:
        """Do what the button says, the end included."""
        if not self._looking_at and self.next_move.kind == "end":
            self.end_requested.emit()
        else:
            self.go_on()

    def go_back(self) -> None:
        """Go one move back."""
        if self._looking_at:
            self._look(-1)
            return
        if move := self.back_move:
            self.carry_out(move)

    def go_to(self, step: Step) -> None:
        """Jump to a step; participants see it at once."""
        self._stop_looking()
        if self._run.stage.position is None:
            self.carry_out(Move("start", step))
        else:
            self._leave_for(step, self._run.jumps.jump)
        self.jumped.emit()

    def begin_anew(self, step: Step) -> None:
        """Jump to a step of an item that begins anew, its clocks at nought."""
        self._stop_looking()
        self._leave_for(step, self._run.jumps.repeat)
        self.jumped.emit()

    def toggle_calm(self) -> None:
        """Show the calm screen, or the slide again."""
        self._run.stage.set_screen("live" if self._run.stage.screen == "calm" else "calm")

    def toggle_black(self) -> None:
        """Show black, or the slide again."""
        self._run.stage.set_screen("live" if self._run.stage.screen == "black" else "black")

    def toggle_browsing(self) -> None:
        """Begin to browse where the session is, or be back there."""
        here = self._run.stage.position
        steps = self._run.agenda.steps(here.where if here else None)
        if self._looking_at:
            self._stop_looking()
        elif steps:
            self._looking_at = here.where if here and here.where in steps else steps[0]
            self.browsed.emit()

    def look_at(self, step: Step) -> None:
        """Browse at a step."""
        self._looking_at = step
        self.browsed.emit()

    def show_looked_at(self) -> None:
        """Show participants what the trainer browses at."""
        if self._looking_at:
            self.go_to(self._looking_at)

    def toggle_pause(self) -> None:
        """Hold the clock that matters now, or let it go on; one that waits begins."""
        clock = step_clock(self._run, self._live.now())
        if clock:
            self._run.timers.set(clock.timer, toggled(clock))

    def lengthen(self, by: timedelta) -> None:
        """Give the clock that matters now more or less time, never less than has passed."""
        clock = step_clock(self._run, self._live.now())
        if clock:
            self._run.timers.set(clock.timer, lengthened(clock, by))

    def end(self) -> None:
        """Say that the session is over; what stands in a box becomes a note first."""
        self.leaving.emit()
        stage = self._run.stage
        stage.set_screen("calm")
        stage.end()
        self._run.undo.did(("run/ended",), undo=stage.reopen, redo=stage.end)

    def carry_out(self, move: Move) -> None:
        """Make a move."""
        stage, here = self._run.stage, self._run.stage.position
        if move.kind in ("start", "step") and move.step:
            self._leave_for(move.step, stage.enter)
            if move.kind == "start":
                stage.set_screen("live")
        elif move.kind == "film" and move.step:
            self.leaving.emit()
            with self._run.together():
                stage.enter(move.step)
                stage.show(0, None)
        elif move.kind == "reveal" and here:
            self._reveal(here, move.reveal)
        elif move.kind == "page" and here:
            item = self._item(here)
            stage.show(move.page, revealed(item, here) if item else None)
        elif move.kind == "rooms" and here:
            clock = rooms_clock(self._run, self._live.now())
            if clock:
                self._run.timers.set(rooms_timer(here), Countdown(clock.countdown.timebox, timedelta(), True))

    def _leave_for(self, step: Step, enter: Callable[[Step], object]) -> None:
        """Go to a step in one of the ways to do so; what stands in a box becomes a note first."""
        self.leaving.emit()
        enter(step)
        if self._run.stage.screen == "share-test":
            self._run.stage.set_screen("live")

    def _pages(self, here: Position | None) -> int:
        """Return how many pages the slide of the running step has, also while participants see another one."""
        slide = self._audience.slide
        if here and (slide is None or self._run.stage.screen != "live"):
            slide = slide_at(self._run, here.where, self._live.now(), self._words, reveal=here.reveal)
        return page_count(slide) if slide else 1

    def _reveal(self, here: Position, reveal: int | None) -> None:
        """Reveal, and turn to the page where the newest line stands."""
        slide = slide_at(self._run, here.where, self._live.now(), self._words, reveal=reveal)
        self._run.stage.show(newest_page(slide), reveal)

    def _look(self, way: int) -> None:
        if self._looking_at:
            self._looking_at = neighbour(self._run.agenda.steps(), self._looking_at, way) or self._looking_at
            self.browsed.emit()

    def _stop_looking(self) -> None:
        if self._looking_at:
            self._looking_at = None
            self.browsed.emit()

    def _item(self, here: Position | None) -> AnyItem | None:
        entry = self._run.agenda.entry(here.item) if here else None
        return as_watched(self._run, entry.item) if entry else None
