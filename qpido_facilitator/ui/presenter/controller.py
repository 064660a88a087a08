"""The presenter's controller: what the keys and buttons do, and who hears of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from qpido_facilitator.clock import local
from qpido_facilitator.run.run import DiskReport
from qpido_facilitator.show.cues import cues_of
from qpido_facilitator.show.labels import step_label
from qpido_facilitator.show.screen import FilmNow
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.presenter.display import Display
from qpido_facilitator.ui.presenter.moves import MINUTE, Moves
from qpido_facilitator.ui.presenter.notes_controller import NotesController
from qpido_facilitator.ui.presenter.notices import Choice, Notice, Notices
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.later import Later
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.arrival_view import ArrivalView
    from qpido_facilitator.ui.presenter.care.care_controller import CareController
    from qpido_facilitator.ui.presenter.harvest.harvest_controller import HarvestController
    from qpido_facilitator.ui.presenter.rooms.rooms_controller import RoomsController
    from qpido_facilitator.ui.presenter.rooms.sheets_controller import SheetsController


class PresenterController(QObject):
    """Introduces the moves, the display and the notes to the window's buttons. `film` tells what is seen of a film.

    Who serves a page that is built when it is first shown comes with it.
    """

    def __init__(
        self,
        live: LiveRun,
        window: PresenterWindow,
        audience: AudienceWindow,
        look: Look,
        words: Words,
        slide_words: Words,
        film: Callable[[], FilmNow | None],
    ) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._window = window
        self._audience = audience
        self._look = look
        self._words = words
        self._slide_words = slide_words
        self.notices = Notices(window.strip)
        self.moves = Moves(live, audience, slide_words)
        self.notes = NotesController(live, window.answers, words)
        self._rooms = Later(self._make_rooms)
        self._harvest = Later(self._make_harvest)
        self._care = Later(self._make_care)
        self._sheets = Later(self._make_sheets)
        pages = (self._rooms, self._harvest, self._care)
        self.display = Display(live, window, audience, self.moves, self.notes, *pages, words, slide_words, film)
        for part in (self.moves, self.notes, self.display):
            part.setParent(self)
        self._introduce()
        self._show_saved(DiskReport())

    @property
    def rooms(self) -> RoomsController:
        """Return who serves the pages for groups."""
        return self._rooms.get()

    @property
    def harvest(self) -> HarvestController:
        """Return who serves the harvest."""
        return self._harvest.get()

    @property
    def care(self) -> CareController:
        """Return who serves the care card."""
        return self._care.get()

    @property
    def sheets(self) -> SheetsController:
        """Return who serves the buttons for answer sheets."""
        return self._sheets.get()

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what the keys do."""
        window, moves = self._window, self.moves
        return {
            "next": self.go_on,
            "back": moves.go_back,
            "calm": moves.toggle_calm,
            "care": lambda: self.care.toggle(),
            "black": moves.toggle_black,
            "browse": moves.toggle_browsing,
            "note": window.focus_answers,
            "go": window.focus_agenda,
            "undo": self.undo,
            "redo": self.redo,
            "pause": moves.toggle_pause,
            "longer": lambda: moves.lengthen(MINUTE),
            "shorter": lambda: moves.lengthen(-MINUTE),
            "copy": self.copy_chat,
            "larger": lambda: window.change_notes_size(2),
            "smaller": lambda: window.change_notes_size(-2),
            "zone": lambda: self.next_zone(1),
            "zone-back": lambda: self.next_zone(-1),
        }

    def go_on(self) -> None:
        """Do what Next does; with the care card open that is going on with the session."""
        if self.display.is_caring:
            self.care.close()
        else:
            self.moves.go_on()

    def press_next(self) -> None:
        """Do what the button says, the end included."""
        if self.display.is_caring:
            self.care.close()
        else:
            self.moves.press_next()

    def send_all(self) -> None:
        """Make notes of what still stands in a box."""
        self.notes.send_all()
        if self._rooms.made:
            self._rooms.made.cells.send()

    def undo(self) -> None:
        """Take back the last thing done here."""
        self._run.undo.undo()
        self._window.dock.drop_undo()
        self.notices.drop("undo")

    def redo(self) -> None:
        """Do again what was taken back."""
        self._run.undo.redo()

    def end(self) -> None:
        """Say that the session is over, and offer to take that back."""
        self.moves.end()
        self._window.dock.offer_undo(self._words.say("Not over yet"))

    def copy_chat(self) -> None:
        """Put the text for the chat of this step on the clipboard, and say when."""
        if self._rooms.made and self._rooms.made.copy_next():
            return
        text = self._window.arrival.chat_text if self._window.page == "arrival" else self.display.chat_text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self._note_copied()
            self.display.show_notes()
            if self._window.pages.arrival.made:
                self._show_copied(self._window.arrival)

    def _note_copied(self) -> None:
        """Remember it: in the run when it is the text of the step that is on, else here."""
        here, step = self._run.stage.position, self.display.step
        rows = cues_of(self._run, self._live.now(), self._words)
        chat = next((row for row in rows if row.kind == "chat"), None)
        if here and chat and step == here.where:
            self._run.cues.copy(here.item, chat.name, here.visit)
        else:
            self.display.copied[step] = f"{local(self._live.now()):%H:%M}"

    def next_zone(self, way: int) -> None:
        """Put the keyboard into the next zone, or the one before."""
        zones = [zone for zone in self._window.zones() if zone.isVisible() and _controls(zone)]
        focus = QGuiApplication.focusObject()
        inside = [n for n, zone in enumerate(zones) if isinstance(focus, QWidget) and zone.isAncestorOf(focus)]
        place = (inside[0] + way) % len(zones) if inside else (0 if way > 0 else -1)
        zone = zones[place]
        if zone in (self._window.answers, self._window.pages.rooms.made):
            zone.focus()
        else:
            _controls(zone)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def say_dot(self) -> None:
        """Say what became of a clicker's full stop while a box has the keyboard."""
        text = self._words.say("That full stop went into your note. For the calm screen: Escape, then B.")
        close = Choice(self._words.say("Understood"), lambda: self.notices.drop("hint"))
        self.notices.post("hint", Notice(text, "notice", close))

    def _introduce(self) -> None:
        window, moves = self._window, self.moves
        window.dock.undo_requested.connect(self.undo)
        window.agenda.step_requested.connect(moves.go_to)
        window.notes.copy_requested.connect(self.copy_chat)
        window.notes.size_requested.connect(window.change_notes_size)
        window.pages.arrival.meet(lambda arrival: arrival.copy_requested.connect(self.copy_chat))
        window.pages.arrival.meet(self._show_copied)
        window.dock.lengthen_requested.connect(lambda by: moves.lengthen(by * MINUTE))
        moves.leaving.connect(self.send_all)
        moves.jumped.connect(self.display.fold)
        moves.browsed.connect(self._on_browsed)
        self.notes.note_taken_away.connect(self._offer_note_back)
        self._live.disk_reported.connect(self._show_saved)

    def _make_rooms(self) -> RoomsController:
        from qpido_facilitator.ui.presenter.rooms.rooms_controller import RoomsController

        rooms = RoomsController(self._live, self._window, self._look, self._words)
        rooms.setParent(self)
        rooms.lengthen_requested.connect(self.moves.lengthen)
        rooms.care_requested.connect(lambda: self.care.look())
        rooms.note_taken_away.connect(self._offer_note_back)
        self._sheets.get()
        return rooms

    def _make_harvest(self) -> HarvestController:
        from qpido_facilitator.ui.presenter.harvest.harvest_controller import HarvestController

        harvest = HarvestController(self._live, self._window, self._audience, self._words)
        harvest.setParent(self)
        harvest.step_requested.connect(self.moves.go_to)
        self._sheets.get()
        return harvest

    def _make_care(self) -> CareController:
        from qpido_facilitator.ui.presenter.care.care_controller import CareController

        care = CareController(self._live, self._window, self._words)
        care.setParent(self)
        return care

    def _make_sheets(self) -> SheetsController:
        from qpido_facilitator.ui.presenter.rooms.sheets_controller import SheetsController

        sheets = SheetsController(self._run, self._window, self.notices, self._look, self._words)
        sheets.setParent(self)
        return sheets

    def _show_copied(self, arrival: ArrivalView) -> None:
        """Say on the start page when its text for the chat was copied."""
        arrival.show_copied(self.display.copied.get(None, ""))

    def _offer_note_back(self) -> None:
        self._window.dock.offer_undo(self._words.say("Note removed"))

    def _on_browsed(self) -> None:
        step = self.moves.looking_at
        if step is None:
            self.notices.drop("browsing")
        else:
            text = self._words.say(
                "You browse: {what}. Participants keep their slide.", what=step_label(self._run, step, self._words)
            )
            show = Choice(self._words.say("Show this"), self.moves.show_looked_at)
            back = Choice(self._words.say("Back to the slide"), self.moves.toggle_browsing)
            self.notices.post("browsing", Notice(text, "notice", show, back))
        self.display.show_rest()

    def _show_saved(self, report: DiskReport) -> None:
        dock = self._window.dock
        if not report.trouble:
            self.notices.drop("disk")
            head = self._run.agenda.head
            if head and head.practice:
                dock.show_saved("practice", "info", self._words.say("Nothing is kept"))
            else:
                dock.show_saved("saved", "ok", self._words.say("Saved"))
            return
        dock.show_saved("not-saved", "err", self._words.plural("{n} not saved", "{n} not saved", report.waiting))
        text = self._words.say(
            "Saving does not work ({why}). Everything stays in memory and is tried again every second. "
            "Do not close the app; make room on the disk.",
            why=self._words.say(report.trouble),
        )
        self.notices.post("disk", Notice(text, "", Choice(self._words.say("Try now"), self._run.retry_disk)))


def _controls(zone: QWidget) -> list[QWidget]:
    return [child for child in zone.findChildren(QWidget) if _takes_focus(child)]


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
