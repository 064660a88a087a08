"""From keys and buttons to the run, and from the run to the windows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from qpido_facilitator.clock import local
from qpido_facilitator.paint.slide import newest_page, page_count
from qpido_facilitator.plan.model import SpeakerNotes
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.run import DiskReport
from qpido_facilitator.run.stage import Position
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.show.agenda_rows import agenda_rows
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.show.band import band_of
from qpido_facilitator.show.clocks import rooms_clock, rooms_timer, step_clock
from qpido_facilitator.show.course import Move, back, forward, revealed
from qpido_facilitator.show.labels import move_label, question_of, step_label
from qpido_facilitator.show.screen import lines_of, preview_of, screen_of, slide_at
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.presenter.notes_controller import NotesController
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

MINUTE = timedelta(minutes=1)


class PresenterController(QObject):
    """Runs the session: one press is one move, and the audience window is painted first."""

    end_requested = Signal()

    def __init__(self, live: LiveRun, window: PresenterWindow, audience: AudienceWindow, words: Words) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._window = window
        self._audience = audience
        self._words = words
        self._copied: dict[Step, str] = {}
        self._in_trouble = False
        self._folded = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_rest)
        self.notes = NotesController(live, window.answers, words)
        self._introduce()
        self._show_saved(DiskReport())
        self._show_audience()
        self._show_rest()

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what the keys do."""
        return {
            "next": self.go_on,
            "back": self.go_back,
            "calm": self.toggle_calm,
            "note": self._window.answers.focus,
            "undo": self.undo,
            "redo": self.redo,
            "pause": self.toggle_pause,
            "longer": lambda: self.lengthen(MINUTE),
            "shorter": lambda: self.lengthen(-MINUTE),
            "copy": self.copy_chat,
            "larger": lambda: self._window.change_notes_size(2),
            "smaller": lambda: self._window.change_notes_size(-2),
            "zone": self.next_zone,
        }

    def show_all(self) -> None:
        """Show everything as it is now; participants see it before the trainer's window is even worked out."""
        self._show_audience()
        self._later.start()

    def go_on(self) -> None:
        """Do what Next does; the end of the session is never a key press away."""
        move = self._forward()
        if move.kind != "end":
            self._carry_out(move)

    def press_next(self) -> None:
        """Do what the button says, the end included."""
        move = self._forward()
        if move.kind == "end":
            self.end_requested.emit()
        else:
            self._carry_out(move)

    def go_back(self) -> None:
        """Go one move back."""
        here = self._run.stage.position
        entry = self._run.agenda.entry(here.item) if here else None
        item = entry.item if entry else None
        lines = lines_of(self._run, item) if item else 0
        move = back(self._run.agenda.steps(here.item if here else None), here, item, lines=lines)
        if move:
            self._carry_out(move)

    def go_to(self, step: Step) -> None:
        """Jump to a step; the agenda folds again what is done."""
        self._folded = True
        self._carry_out(Move("step", step))

    def toggle_calm(self) -> None:
        """Show the calm screen, or the slide again."""
        self._run.stage.set_screen("live" if self._run.stage.screen == "calm" else "calm")

    def toggle_black(self) -> None:
        """Show black, or the slide again."""
        self._run.stage.set_screen("live" if self._run.stage.screen == "black" else "black")

    def toggle_pause(self) -> None:
        """Hold the clock that matters now, or let it go on."""
        clock = step_clock(self._run, self._live.now())
        if clock and clock.started:
            held = clock.countdown
            self._run.timers.set(clock.timer, Countdown(held.timebox, held.elapsed, not held.running))

    def lengthen(self, by: timedelta) -> None:
        """Give the clock that matters now more or less time, never less than what has passed."""
        clock = step_clock(self._run, self._live.now())
        if clock:
            held = clock.countdown
            timebox = max(held.timebox + by, MINUTE)
            self._run.timers.set(clock.timer, Countdown(timebox, held.elapsed, held.running))

    def undo(self) -> None:
        """Take back the last note, edit or removal."""
        self._run.undo.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._run.undo.redo()

    def end(self) -> None:
        """Say that the session is over; what stands in a box becomes a note first."""
        self.notes.send_all()
        stage = self._run.stage
        stage.set_screen("calm")
        stage.end()
        self._run.undo.did(("run/ended",), undo=stage.reopen, redo=stage.end)
        self._window.dock.offer_undo(self._words.say("Not over yet"))

    def retry_disk(self) -> None:
        """Try a disk that refuses again now."""
        self._run.retry_disk()

    def copy_chat(self) -> None:
        """Put the text for the chat of this step on the clipboard, and say when."""
        here = self._run.stage.position
        text = self._chat_text()
        if here and text:
            QGuiApplication.clipboard().setText(text)
            self._copied[here.where] = f"{local(self._live.now()):%H:%M}"
            self._show_notes()

    def next_zone(self) -> None:
        """Put the keyboard into the next zone."""
        zones = [zone for zone in self._window.zones() if zone.isVisible()]
        focus = QGuiApplication.focusObject()
        here = next((n for n, zone in enumerate(zones) if isinstance(focus, QWidget) and zone.isAncestorOf(focus)), -1)
        zone = zones[(here + 1) % len(zones)]
        if zone is self._window.agenda:
            self._window.agenda.focus()
        elif zone is self._window.answers:
            self._window.answers.focus()
        else:
            first = next((child for child in zone.findChildren(QWidget) if _takes_focus(child)), zone)
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _introduce(self) -> None:
        window = self._window
        window.dock.next_requested.connect(self.press_next)
        window.dock.back_requested.connect(self.go_back)
        window.dock.calm_requested.connect(self.toggle_calm)
        window.dock.undo_requested.connect(self.undo)
        window.agenda.step_requested.connect(self.go_to)
        window.agenda.unfold_requested.connect(self._unfold)
        window.notes.copy_requested.connect(self.copy_chat)
        window.notes.size_requested.connect(window.change_notes_size)
        self.notes.note_taken_away.connect(lambda: window.dock.offer_undo(self._words.say("Note removed")))
        self._live.changed.connect(self._on_changed)
        self._live.ticked.connect(self._on_tick)
        self._live.disk_reported.connect(self._show_saved)

    def _forward(self) -> Move:
        here = self._run.stage.position
        entry = self._run.agenda.entry(here.item) if here else None
        item = entry.item if entry else None
        rooms = rooms_clock(self._run, self._live.now())
        slide = self._audience.slide if self._run.stage.screen == "live" else None
        return forward(
            self._run.agenda.steps(here.item if here else None),
            here,
            item,
            pages=page_count(slide or screen_of(self._run, self._live.now(), self._words)),
            lines=lines_of(self._run, item) if item else 0,
            rooms_open=rooms is None or rooms.started,
        )

    def _carry_out(self, move: Move) -> None:
        stage, here = self._run.stage, self._run.stage.position
        if move.kind in ("start", "step") and move.step:
            self.notes.send_all()
            stage.enter(move.step)
            if move.kind == "start":
                stage.set_screen("live")
        elif move.kind == "reveal" and here:
            self._reveal(here, move.reveal)
        elif move.kind == "page" and here:
            entry = self._run.agenda.entry(here.item)
            stage.show(move.page, revealed(entry.item, here) if entry else None)
        elif move.kind == "rooms" and here:
            clock = rooms_clock(self._run, self._live.now())
            if clock:
                self._run.timers.set(rooms_timer(here), Countdown(clock.countdown.timebox, timedelta(), True))

    def _reveal(self, here: Position, reveal: int | None) -> None:
        """Reveal, and turn to the page where the newest line stands."""
        slide = slide_at(self._run, here.where, self._live.now(), self._words, reveal=reveal)
        self._run.stage.show(newest_page(slide), reveal)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touch(family) for family in ("stage", "timer", "plan", "run")):
            self.show_all()
        elif changes.touch("note"):
            self._show_audience()
            self._show_slides()

    def _on_tick(self) -> None:
        self._show_audience()
        self._show_slides()
        self._show_time()

    def _show_rest(self) -> None:
        self._show_slides()
        self._show_step()
        self._show_time()

    def _show_audience(self) -> None:
        here = self._run.stage.position
        slide = screen_of(self._run, self._live.now(), self._words)
        page = here.page if here and self._run.stage.screen == "live" else 0
        page = min(page, page_count(slide) - 1)
        self._audience.show_slide(slide, page)

    def _show_slides(self) -> None:
        slide = self._audience.slide
        if slide is None:
            return
        here = self._run.stage.position
        steps = self._run.agenda.steps(here.item if here else None)
        place = steps.index(here.where) + 1 if here and here.where in steps else 0
        following = steps[place] if place < len(steps) else None
        preview = preview_of(self._run, following, self._live.now(), self._words) if following else None
        title = step_label(self._run, following, self._words) if following else ""
        self._window.slides.show_slides(slide, self._audience.page, preview, title, self._length_of(following))

    def _length_of(self, step: Step | None) -> str:
        entry = self._run.agenda.entry(step.item) if step else None
        if step is None or entry is None:
            return ""
        question = entry.question(step.question)
        minutes = question.minutes if question else (entry.minutes if step.question is None else None)
        return self._words.say("{n} min", n=f"{minutes:g}") if minutes else ""

    def _show_step(self) -> None:
        here = self._run.stage.position
        self.notes.show_step(here.where if here else None)
        self._show_notes()
        move = self._forward()
        self._window.dock.show_next(move_label(self._run, move, self._words), can_back=here is not None)
        screen = self._run.stage.screen
        self._window.dock.show_calm(screen == "calm")
        if screen == "live":
            self._window.slides.show_state(self._words.say("Participants see this"), "accent")
        else:
            calm = self._words.say("Participants see the calm screen")
            self._window.slides.show_state(
                calm if screen == "calm" else self._words.say("Participants see black"), "warn"
            )

    def _show_notes(self) -> None:
        here = self._run.stage.position
        entry = self._run.agenda.entry(here.item) if here else None
        notes = SpeakerNotes()
        if here and entry:
            question = question_of(self._run, here.where)
            notes = question.notes if question and question.notes != SpeakerNotes() else entry.item.notes
        mark = review_mark(entry.item.review, local(self._live.now()).date(), self._words) if entry else None
        self._window.notes.show_review(mark.text if mark else "")
        copied = self._copied.get(here.where, "") if here else ""
        self._window.notes.show_notes(notes, self._chat_text(), copied)

    def _chat_text(self) -> str:
        here = self._run.stage.position
        entry = self._run.agenda.entry(here.item) if here else None
        if here is None or entry is None:
            return ""
        question = question_of(self._run, here.where)
        return (question.chat if question else "") or entry.item.chat

    def _show_time(self) -> None:
        now = self._live.now()
        self._window.band.show_band(band_of(self._run, now, self._words))
        self._window.agenda.show_rows(agenda_rows(self._run, now, self._words, folded=self._folded))

    def _unfold(self) -> None:
        self._folded = False
        self._show_time()

    def _show_saved(self, report: DiskReport) -> None:
        dock, strip = self._window.dock, self._window.strip
        if report.trouble:
            self._in_trouble = True
            dock.show_saved("not-saved", "err", self._words.plural("{n} not saved", "{n} not saved", report.waiting))
            strip.say(
                self._words.say(
                    "Saving does not work ({why}). Everything stays in memory and is tried again every second. "
                    "Do not close the app; make room on the disk.",
                    why=report.trouble,
                ),
                self._words.say("Try now"),
            )
            return
        if self._in_trouble:
            strip.hide()
        self._in_trouble = False
        dock.show_saved("saved", "ok", self._words.say("Saved"))


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
