"""From the run to the windows: what participants see first, what the trainer sees right after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from qpido_facilitator.clock import local
from qpido_facilitator.paint.slide import page_count
from qpido_facilitator.plan.model import Breakout, Harvest, SpeakerNotes
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Change
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.show.agenda_rows import agenda_rows
from qpido_facilitator.show.arrival import arrival_band
from qpido_facilitator.show.audience import Slide, review_mark
from qpido_facilitator.show.band import Band, band_of
from qpido_facilitator.show.care_band import care_band
from qpido_facilitator.show.course import Move
from qpido_facilitator.show.cues import cues_of
from qpido_facilitator.show.labels import move_label, question_of, step_label
from qpido_facilitator.show.pacing import Pacing
from qpido_facilitator.show.ribbon import ribbon_of
from qpido_facilitator.show.scenes import Scene, scene_of
from qpido_facilitator.show.screen import FilmNow, preview_of, screen_of, slide_at
from qpido_facilitator.ui.audience.placing import Fault
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.presenter.moves import Moves
from qpido_facilitator.ui.presenter.notes_controller import NotesController
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.later import Later
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.care.care_controller import CareController
    from qpido_facilitator.ui.presenter.harvest.harvest_controller import HarvestController
    from qpido_facilitator.ui.presenter.rooms.rooms_controller import RoomsController

AFTER = 8
"""Milliseconds after which the trainer's window follows. With none the event loop does not come to rest in
between, and on X11 what was painted for participants would leave only with what is painted for the trainer."""


class Display(QObject):
    """Shows the run. `slide_words` are those of the session, `words` those of the trainer."""

    def __init__(
        self,
        live: LiveRun,
        window: PresenterWindow,
        audience: AudienceWindow,
        moves: Moves,
        notes: NotesController,
        rooms: Later[RoomsController],
        harvest: Later[HarvestController],
        care: Later[CareController],
        words: Words,
        slide_words: Words,
        film: Callable[[], FilmNow | None],
    ) -> None:
        super().__init__()
        self._film = film
        self._live = live
        self._run = live.run
        self._window = window
        self._audience = audience
        self._moves = moves
        self._notes = notes
        self._rooms = rooms
        self._harvest = harvest
        self._care = care
        self._words = words
        self._slide_words = slide_words
        self._folded = True
        self._fault: Fault | None = None
        self._covered = False
        self._preview: tuple[Change, ...] = ()
        self._pacing = Pacing()
        self.copied: dict[Step | None, str] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER)
        self._later.timeout.connect(self.show_rest)
        audience.painted.connect(self._show_later)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._on_tick)
        window.agenda.unfold_requested.connect(self._unfold)
        care.meet(lambda card: card.toggled.connect(self.show_rest))
        pages = window.pages
        for page in (pages.arrival, pages.film, pages.opening_side, pages.rooms_side, pages.harvest_side, pages.care):
            page.meet(self._on_page)
        self.show_audience()
        self.show_rest()

    @property
    def step(self) -> Step | None:
        """Return the step whose notes the trainer reads: the one browsed at, else the running one."""
        here = self._run.stage.position
        return self._moves.looking_at or (here.where if here else None)

    @property
    def is_caring(self) -> bool:
        """Say whether the care card is open."""
        return self._care.made is not None and self._care.made.is_open

    def show_all(self) -> None:
        """Show everything as it is now; participants see it before the trainer's window is even worked out."""
        self.show_audience()
        self._show_later()

    def show_rest(self) -> None:
        """Show what the trainer sees."""
        self._show_page()
        self._show_live()
        self._show_following()
        self._show_step()
        self.show_notes()
        self._show_time()
        self._prepare()

    def settle(self) -> None:
        """Show now what waits for its moment: for who drives the windows and looks at them right after."""
        if self._later.isActive():
            self._later.stop()
            self.show_rest()

    def show_audience(self) -> None:
        """Show participants what is theirs."""
        here = self._run.stage.position
        slide = screen_of(self._run, self._live.now(), self._slide_words, self._film())
        page = here.page if here and self._run.stage.screen == "live" else 0
        self._audience.show_slide(slide, min(page, page_count(slide) - 1))

    def show_state(self, fault: Fault | None, covered: bool) -> None:
        """Take in what is to be said of the participants' window."""
        self._fault, self._covered = fault, covered
        self._show_state()

    def show_notes(self) -> None:
        """Show speaker notes, the review mark and the text for the chat."""
        step = self.step
        entry = self._run.agenda.entry(step.item) if step else None
        notes = SpeakerNotes()
        if step and entry:
            question = question_of(self._run, step)
            notes = question.notes if question and question.notes != SpeakerNotes() else entry.item.notes
        mark = review_mark(entry.item.review, local(self._live.now()).date(), self._words) if entry else None
        self._window.notes.show_review(mark.text if mark else "")
        self._window.notes.show_notes(notes, self.chat_text(), self._copied())

    def _copied(self) -> str:
        """Return when the text for the chat was copied: of the step that is on the run knows, also after a restart."""
        here = self._run.stage.position
        if here is None or self.step != here.where:
            return self.copied.get(self.step, "")
        rows = cues_of(self._run, self._live.now(), self._words)
        when = next((row.copied for row in rows if row.kind == "chat"), None)
        return f"{local(when):%H:%M}" if when else ""

    def chat_text(self) -> str:
        """Return the text for the chat that goes with the step."""
        step = self.step
        entry = self._run.agenda.entry(step.item) if step else None
        if step is None or entry is None:
            return ""
        question = question_of(self._run, step)
        return (question.chat if question else "") or entry.item.chat

    def preview(self, changes: tuple[Change, ...]) -> None:
        """Show in the agenda and the ribbon what these changes would make of the plan; () shows it as it is."""
        if changes != self._preview:
            self._preview = changes
            self._show_time()

    def fold(self) -> None:
        """Fold what is done in the agenda again."""
        self._folded = True

    def _show_later(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touch(family) for family in ("stage", "timer", "plan", "run", "film")):
            self.show_all()
        elif changes.touch("cue"):
            self.show_notes()
            self._show_time()
        elif any(changes.touch(family) for family in ("note", "group", "visit", "pin", "harvest")):
            self.show_audience()
            self._show_following()

    def _on_tick(self) -> None:
        self.show_audience()
        self._show_following()
        self._show_time()
        if self._rooms.made:
            self._rooms.made.show_matrix()

    def _on_page(self, _page: object) -> None:
        """Show on a page that was just built what is on participants' window."""
        self._show_live()
        self._show_state()

    def _show_page(self) -> None:
        arriving = self._run.stage.position is None or self._run.stage.screen == "share-test"
        talking = self._moves.looking_at or self.is_caring
        self._window.show_page("arrival" if arriving and not talking else "run")

    def _show_live(self) -> None:
        slide, page = self._audience.seen
        if slide is None:
            slide, page = self._audience.slide, self._audience.page
        if slide is not None:
            late = self._window.pages
            self._window.slides.show_live(slide, page)
            for view in (late.film.made, late.arrival.made, late.care.made):
                if view:
                    view.show_live(slide, page)
            text, tone = self._state_text()
            for side in (late.opening_side.made, late.harvest_side.made):
                if side:
                    side.show_live(slide, page, text, tone)
            if late.rooms_side.made:
                late.rooms_side.made.show_live(slide, page, self._words.say("In the main room"))

    def _show_following(self) -> None:
        looked_at = self._moves.looking_at
        here = self._run.stage.position
        steps = self._run.agenda.steps(here.where if here else None)
        place = steps.index(here.where) + 1 if here and here.where in steps else 0
        following = looked_at or (steps[place] if place < len(steps) else None)
        preview = preview_of(self._run, following, self._live.now(), self._slide_words) if following else None
        title = step_label(self._run, following, self._words) if following else ""
        self._window.slides.show_following(preview, title, self._length_of(following), browsing=bool(looked_at))

    def _prepare(self) -> None:
        """Let the participants' window get ready for what Next and Back will show."""
        moves = (self._moves.next_move, self._moves.back_move)
        self._audience.prepare(tuple(coming for move in moves if move and (coming := self._coming(move))))

    def _coming(self, move: Move) -> tuple[Slide, int] | None:
        """Return the slide and page that a move will show, but for a clock on it."""
        here, now = self._run.stage.position, self._live.now()
        if move.kind in ("start", "step") and move.step:
            return preview_of(self._run, move.step, now, self._slide_words), 0
        if move.kind == "reveal" and here:
            return slide_at(self._run, here.where, now, self._slide_words, reveal=move.reveal), 0
        if move.kind == "page" and self._audience.slide:
            return self._audience.slide, move.page
        return None

    def _length_of(self, step: Step | None) -> str:
        entry = self._run.agenda.entry(step.item) if step else None
        if step is None or entry is None:
            return ""
        question = entry.question(step.question)
        minutes = question.minutes if question else (entry.minutes if step.question is None else None)
        return self._words.say("{n} min", n=f"{minutes:g}") if minutes else ""

    def _show_step(self) -> None:
        here = self._run.stage.position
        self._show_scene(self._scene())
        self._window.dock.show_next(self._command(), can_back=here is not None or self._moves.looking_at is not None)
        self._window.dock.show_calm(self._run.stage.screen == "calm")
        self._show_state()

    def _scene(self) -> Scene:
        if self.is_caring:
            return "care"
        return "talk" if self._moves.looking_at else scene_of(self._run, self._live.now())

    def _show_scene(self, scene: Scene) -> None:
        """Bring the page of the step; boxes of another one send what stands in them before they go."""
        here = self._run.stage.position
        entry = self._run.agenda.entry(here.item) if here else None
        self._window.show_scene(scene)
        self._notes.show_step(here.where if here and scene == "talk" else None)
        item = entry.item if entry else None
        if scene in ("opening", "rooms") and isinstance(item, Breakout):
            self._rooms.get().show(item)
        elif self._rooms.made:
            self._rooms.made.show(None)
        if scene == "harvest" and isinstance(item, Harvest):
            self._harvest.get().show(item)
        elif self._harvest.made:
            self._harvest.made.show(None)
        self._window.dock.show_minutes(scene == "rooms")

    def _command(self) -> str:
        looked_at, here = self._moves.looking_at, self._run.stage.position
        if self.is_caring:
            return self._words.say("Go on")
        if looked_at:
            return self._words.say("Look further")
        if self._run.stage.screen == "share-test" and here:
            return self._words.say("Back to the slide")
        return move_label(self._run, self._moves.next_move, self._words)

    def _show_state(self) -> None:
        text, tone = self._state_text()
        aside = self._words.say("behind this window") if self._covered else ""
        self._window.slides.show_state(text, tone, aside)
        late = self._window.pages
        if late.film.made:
            late.film.made.show_state(text, tone, aside)
        if late.arrival.made:
            late.arrival.made.show_state(text, tone)

    def _state_text(self) -> tuple[str, str]:
        words, screen = self._words, self._run.stage.screen
        faults: dict[str, str] = {
            "minimised": words.say("Participants' window is minimised"),
            "hidden": words.say("Participants' window is hidden"),
            "off-screen": words.say("Participants' window is partly off the screen"),
            "too-small": words.say("Participants' window is small: letters are hard to read"),
        }
        others = {
            "calm": words.say("Participants see the calm screen"),
            "black": words.say("Participants see black"),
            "share-test": words.say("Participants see the share test"),
        }
        text, tone = words.say("Participants see this"), "accent"
        if self._fault:
            text, tone = faults[self._fault], "warn"
        elif screen in others:
            text, tone = others[screen], "warn"
        return text, tone

    def _show_time(self) -> None:
        now = self._live.now()
        arriving = self._run.stage.position is None
        band = arrival_band(self._run, now, self._words) if arriving else self._band(now)
        self._window.band.show_band(care_band(band, self._run, now, self._words) if self.is_caring else band)
        rows = agenda_rows(self._run, now, self._words, folded=self._folded, changes=self._preview)
        self._window.agenda.show_rows(rows)
        self._window.ribbon.show_ribbon(ribbon_of(self._run, now, self._words, changes=self._preview))

    def _band(self, now: datetime) -> Band:
        return band_of(self._run, now, self._words, self._pacing)

    def _unfold(self) -> None:
        self._folded = False
        self._show_time()
