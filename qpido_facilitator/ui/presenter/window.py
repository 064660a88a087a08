"""The trainer's window: builds its zones, lays them out for its width, and introduces nobody to anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from qpido_facilitator.ui.presenter.agenda_view import AgendaView
from qpido_facilitator.ui.presenter.answers_view import AnswersView
from qpido_facilitator.ui.presenter.band_view import BandView
from qpido_facilitator.ui.presenter.dock import Dock
from qpido_facilitator.ui.presenter.notes_view import NotesView
from qpido_facilitator.ui.presenter.pages import Pages
from qpido_facilitator.ui.presenter.ribbon_view import RibbonView
from qpido_facilitator.ui.presenter.slides_view import SlidesView
from qpido_facilitator.ui.presenter.strip import Strip
from qpido_facilitator.ui.shared.focus_ring import FocusRing
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.arrival_view import ArrivalView
    from qpido_facilitator.ui.presenter.care.care_page import CarePage
    from qpido_facilitator.ui.presenter.catch_up_panel import CatchUpPanel
    from qpido_facilitator.ui.presenter.film.hints_view import HintsView
    from qpido_facilitator.ui.presenter.film.panel import FilmPanel
    from qpido_facilitator.ui.presenter.harvest.harvest_page import HarvestPage
    from qpido_facilitator.ui.presenter.harvest.harvest_side import HarvestSide
    from qpido_facilitator.ui.presenter.insert_sheet import InsertSheet
    from qpido_facilitator.ui.presenter.practice import PracticeStrip
    from qpido_facilitator.ui.presenter.rooms.opening_page import OpeningPage
    from qpido_facilitator.ui.presenter.rooms.opening_side import OpeningSide
    from qpido_facilitator.ui.presenter.rooms.rooms_page import RoomsPage
    from qpido_facilitator.ui.presenter.rooms.rooms_side import RoomsSide

COMPACT, TIGHT, WIDE, LOW = 720, 1300, 1600, 660
_ANY = 16_777_215
_BESIDE_GROUPS = 248
"""The width of the agenda beside the matrix, which needs the room."""
_ROOMY, _LEAST = 640, 560
"""Heights of the compact layout below which the last note, and below which the slides give way."""


def mode_for(width: int, height: int) -> str:
    """Return the layout for a size: beside the call, a small laptop, a laptop, a large screen."""
    if width < COMPACT:
        return "compact"
    if width < TIGHT or height < LOW:
        return "tight"
    return "wide" if width >= WIDE else "normal"


class PresenterWindow(QWidget):
    """Band on top, dock below, and between them a page: people coming in, or the running session.

    Beside a call there is room for one thing at a time: notes and slides, the agenda, or all answers. Most of its pages
    are built when they are first shown; asking for one builds it.
    """

    close_requested = Signal()

    def __init__(self, title: str, look: Look, words: Words) -> None:
        super().__init__()
        self.setWindowTitle(title + " – " + words.say("Trainer"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(520, 600)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.pages = Pages(title, look, words)
        self.strip = Strip(look)
        self.band = BandView(look, words)
        self.ribbon = RibbonView(look)
        self.agenda = AgendaView(look, words)
        self.notes = NotesView(look, words)
        self.slides = SlidesView(look, words)
        self.answers = AnswersView(look, words)
        self.dock = Dock(look, words)
        self.mode = ""
        self._notes_px = 0
        self._in_front = "notes"
        self._catching_up = False
        self._scene = "talk"
        self._agenda_out = False
        self._run_page = QFrame()
        self._run_page.setProperty("role", "window")
        self._grid = QGridLayout(self._run_page)
        self._centre = QWidget()
        self._centre_column = QVBoxLayout(self._centre)
        self._centre_column.setSpacing(10)
        self._centre_column.addWidget(self.notes, 1)
        self._centre_column.addWidget(self.slides)
        self._sheet_place = QWidget()
        self._sheet_row = QVBoxLayout(self._sheet_place)
        self._sheet_place.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._run_page)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, self.band, self.ribbon):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.dock)
        self.agenda.close_requested.connect(lambda: self._bring(self._at_rest))
        self.answers.all_requested.connect(lambda: self._bring("answers" if self._in_front != "answers" else "notes"))
        self.slides.folded.connect(self._make_room)
        self.strip.changed.connect(self._make_room)
        self._ring = FocusRing(self, look)
        self.resize(1366, 728)
        self._lay_out()
        self._expect()

    @property
    def practice(self) -> PracticeStrip:
        """Return the strip that says that nothing is real."""
        return self.pages.practice.get()

    @property
    def arrival(self) -> ArrivalView:
        """Return the page while people come in."""
        return self.pages.arrival.get()

    @property
    def sheet(self) -> InsertSheet:
        """Return the sheet on which something is added to the plan."""
        return self.pages.sheet.get()

    @property
    def catch_up(self) -> CatchUpPanel:
        """Return the panel that makes up time."""
        return self.pages.catch_up.get()

    @property
    def film(self) -> FilmPanel:
        """Return the place of a film."""
        return self.pages.film.get()

    @property
    def hints(self) -> HintsView:
        """Return what was noted during the film."""
        return self.pages.hints.get()

    @property
    def opening(self) -> OpeningPage:
        """Return the page on which the rooms are opened."""
        return self.pages.opening.get()

    @property
    def opening_side(self) -> OpeningSide:
        """Return what stands beside it."""
        return self.pages.opening_side.get()

    @property
    def rooms(self) -> RoomsPage:
        """Return the page while groups are at work."""
        return self.pages.rooms.get()

    @property
    def rooms_side(self) -> RoomsSide:
        """Return what stands beside it."""
        return self.pages.rooms_side.get()

    @property
    def harvest(self) -> HarvestPage:
        """Return the page of the harvest."""
        return self.pages.harvest.get()

    @property
    def harvest_side(self) -> HarvestSide:
        """Return what stands beside it."""
        return self.pages.harvest_side.get()

    @property
    def care(self) -> CarePage:
        """Return the care card."""
        return self.pages.care.get()

    @property
    def page(self) -> str:
        """Return the page that is shown: "arrival" or "run"."""
        return "run" if self._stack.currentWidget() is self._run_page else "arrival"

    def sizeHint(self) -> QSize:
        """Return the size of a laptop without its task bar."""
        return QSize(1366, 728)

    def show_page(self, name: str) -> None:
        """Show a page."""
        self._stack.setCurrentWidget(self.arrival if name == "arrival" else self._run_page)
        self.ribbon.setVisible(self.mode == "wide" and name == "run")

    def show_catch_up(self, *, is_open: bool) -> None:
        """Let the panel that makes up time take the place of what is beside the middle, or give it back."""
        self._catching_up = is_open
        self.band.show_open(is_open=is_open)
        self._in_front = self._at_rest
        self._arrange()

    def show_sheet(self) -> None:
        """Bring the middle in front, where the sheet stands on which something is added."""
        self._bring("notes")

    @property
    def scene(self) -> str:
        """Return what the running session shows: "talk", "opening", "rooms", "harvest" or "care"."""
        return self._scene

    def show_scene(self, name: str) -> None:
        """Show what belongs to the step: notes and answers, or one of the pages for groups."""
        if name != self._scene:
            self._scene = name
            self._in_front = self._at_rest if self._in_front != "agenda" else "agenda"
            self._agenda_out = False
            self.band.set_copies(copies=name != "rooms")
            self._arrange()

    def zones(self) -> tuple[QWidget, ...]:
        """Return the zones that F6 goes round."""
        late = self.pages
        bars = (late.practice.made, self.strip, self.band)
        talk = (self.notes, late.film.made, self.slides, self.answers)
        groups = (late.opening, late.opening_side, late.rooms, late.rooms_side, late.harvest, late.harvest_side)
        rest = (late.care.made, late.catch_up.made, late.arrival.made, self.dock)
        zones = (*bars, self.agenda, late.sheet.made, *talk, *(page.made for page in groups), *rest)
        return tuple(zone for zone in zones if zone is not None)

    def change_notes_size(self, by: int) -> None:
        """Make the speaker notes larger or smaller."""
        self._notes_px += by
        self.notes.set_size(self._notes_size())

    def set_notes_px(self, px: int) -> None:
        """Set how much larger than the layout's the speaker notes are."""
        self._notes_px = px
        self.notes.set_size(self._notes_size())

    def focus_answers(self) -> None:
        """Put the keyboard into a box for notes."""
        if self.mode == "compact" and self._in_front == "agenda":
            self._bring("notes")
        (self.rooms if self._scene == "rooms" else self.answers).focus()

    def focus_agenda(self) -> None:
        """Put the keyboard on the agenda, bringing it in front where it has no place of its own."""
        if self.mode == "compact":
            self._bring("agenda")
        elif self.agenda.isHidden():
            self._toggle_agenda()
        self.agenda.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another layout when the width asks for one."""
        super().resizeEvent(event)
        self._lay_out()
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do nothing on Escape: a clicker sends it, and it must never end anything."""
        event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before closing, unless the app itself closes the window."""
        if event.spontaneous():
            event.ignore()
            self.close_requested.emit()
        else:
            event.accept()

    def _notes_size(self) -> int:
        return {"compact": 21, "tight": 23, "normal": 26, "wide": 35}[self.mode] + self._notes_px

    def _bring(self, what: str) -> None:
        """Bring one thing in front, in the layout that has room for one."""
        self._in_front = what
        if self.mode == "compact":
            self._show_in_front()

    def _make_room(self) -> None:
        """Beside a call, leave out what is least needed where a strip or unfolded slides take its place."""
        bars = (self.strip, self.pages.practice.made)
        taken = sum(bar.sizeHint().height() for bar in bars if bar is not None and not bar.isHidden())
        room = self.height() - taken
        compact = self.mode == "compact"
        panel = self.pages.film.made
        film = panel is not None and bool(panel.kind)
        if panel is not None:
            panel.set_lean(0 if not compact or room >= _ROOMY else 1 if room >= _LEAST else 2)
        self.slides.setVisible(not film and not self._is_adding and (not compact or room >= _LEAST))
        self.answers.set_lean(compact and (film or room < _ROOMY or not self.slides.is_folded))

    def _lay_out(self) -> None:
        mode = mode_for(self.width(), self.height())
        if mode == self.mode:
            return
        self.mode = mode
        late = self.pages
        pages = (late.practice, late.film, late.hints, late.arrival, late.opening, late.rooms, late.harvest_side)
        for zone in (self.band, self.slides, self.dock, *(page.made for page in pages)):
            if zone is not None:
                zone.set_mode(mode)
        compact = mode == "compact"
        self.notes.set_compact(compact)
        self.notes.set_size(self._notes_size())
        self.answers.set_compact(compact)
        if late.catch_up.made is not None:
            late.catch_up.made.set_compact(compact)
        self.agenda.set_compact(compact)
        self.agenda.set_roomy(mode == "wide")
        self.ribbon.setVisible(mode == "wide" and self.page == "run")
        self._arrange()

    def _arrange(self) -> None:
        """Lay out what the scene has in this layout, and put everything else away."""
        while self._grid.count():
            self._grid.takeAt(0)
        for number in range(5):
            self._grid.setColumnStretch(number, 0)
            self._grid.setRowStretch(number, 0)
        shown = self._shown()
        for widget in self._places():
            if widget not in shown:
                widget.hide()
        (self._lay_compact if self.mode == "compact" else self._lay_wide)()

    def _shown(self) -> tuple[QWidget, QWidget | None]:
        """Return what is in the middle and beside it; the panel that makes up time takes the place of the latter."""
        centre, side = self._scene_pages()
        return centre, self.catch_up if self._catching_up and self._scene != "care" else side

    def _scene_pages(self) -> tuple[QWidget, QWidget | None]:
        match self._scene:
            case "opening":
                return self.opening, self.opening_side
            case "rooms":
                return self.rooms, self.rooms_side
            case "harvest":
                return self.harvest, self.harvest_side
            case "care":
                return self.care, None
        return self._centre, self.answers

    def _places(self) -> tuple[QWidget, ...]:
        """Return what is built of what can be in the middle or beside it."""
        late = self.pages
        groups = (late.opening, late.opening_side, late.rooms, late.rooms_side, late.harvest, late.harvest_side)
        pages = (late.catch_up.made, late.care.made, *(page.made for page in groups))
        return (self._centre, self.answers, *(page for page in pages if page is not None))

    def _expect(self) -> None:
        """Give each page its place and its layout when it comes."""
        late = self.pages
        late.practice.meet(lambda strip: self._column.insertWidget(0, strip))
        late.arrival.meet(self._stack.addWidget)
        late.sheet.meet(self._take_in_sheet)
        late.hints.meet(lambda hints: self._centre_column.insertWidget(1, hints))
        late.film.meet(self._take_in_film)
        late.rooms.meet(lambda rooms: rooms.agenda_requested.connect(self._toggle_agenda))
        for page in (late.practice, late.arrival, late.film, late.hints, late.opening, late.rooms, late.harvest_side):
            page.meet(lambda built: built.set_mode(self.mode))
        late.catch_up.meet(lambda panel: panel.set_compact(self.mode == "compact"))

    def _take_in_sheet(self, sheet: InsertSheet) -> None:
        self._sheet_row.addWidget(sheet, 0, Qt.AlignmentFlag.AlignTop)
        sheet.changed.connect(self._on_sheet)

    def _take_in_film(self, film: FilmPanel) -> None:
        self._centre_column.insertWidget(self._centre_column.indexOf(self.slides), film)
        film.changed.connect(self._make_room)

    def _lay_wide(self) -> None:
        agenda, answers = {"tight": (248, 324), "normal": (264, 332), "wide": (352, 480)}[self.mode]
        if self._scene == "rooms" and self.mode == "normal":
            agenda = _BESIDE_GROUPS
        grid, (centre, side) = self._grid, self._shown()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self.agenda.setFixedWidth(agenda)
        crowded = self._scene == "rooms" and self.rooms.is_crowded and not self._catching_up
        if side is not None:
            side.setFixedWidth(self._harvest_width() if side is self.pages.harvest_side.made else answers)
            grid.addWidget(side, 0, 2, 2, 1)
            side.setVisible(not crowded)
        grid.addWidget(self.agenda, 0, 0, 2, 1)
        self.agenda.setVisible(self._scene != "care" and (not crowded or self._agenda_out))
        gap = 14 if self.mode != "tight" else 10
        inner = centre.layout()
        if inner is not None:
            inner.setContentsMargins(gap, 12, gap, 12)
        self._sheet_row.setContentsMargins(gap, 12, gap, 0)
        grid.addWidget(self._sheet_place, 0, 1)
        grid.addWidget(centre, 1, 1)
        centre.show()
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)

    def _harvest_width(self) -> int:
        return {"tight": 430, "normal": 500}.get(self.mode, 720)

    def _lay_compact(self) -> None:
        grid, (centre, side) = self._grid, self._shown()
        for widget in (self.agenda, side):
            if widget is not None:
                widget.setMinimumWidth(0)
                widget.setMaximumWidth(_ANY)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setSpacing(10)
        inner = centre.layout()
        if inner is not None:
            inner.setContentsMargins(0, 0, 0, 0)
        self._sheet_row.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.agenda, 0, 0)
        grid.addWidget(self._sheet_place, 1, 0)
        grid.addWidget(centre, 2, 0)
        if side is not None:
            grid.addWidget(side, 3, 0)
        grid.setColumnStretch(0, 1)
        self._show_in_front()

    def _show_in_front(self) -> None:
        what, (centre, side) = self._in_front, self._shown()
        talking = self._scene == "talk"
        alone = what in ("agenda", "catch-up")
        self.agenda.setVisible(what == "agenda")
        centre.setVisible((what == "notes" or (not talking and not alone)) and not self._is_adding)
        if side is not None:
            beside = talking or side is self.harvest_side
            side.setVisible(what == "catch-up" if self._catching_up else beside and not alone)
        self.answers.set_open(what == "answers")
        tall = "adding" if self._is_adding and not alone else what if talking or alone else "notes"
        rows = (("agenda",), ("adding",), ("notes",), ("answers", "catch-up"))
        for number, names in enumerate(rows):
            self._grid.setRowStretch(number, 1 if tall in names else 0)

    @property
    def _is_adding(self) -> bool:
        sheet = self.pages.sheet.made
        return sheet is not None and not sheet.isHidden()

    @property
    def _at_rest(self) -> str:
        """Return what is in front when nothing else was asked for."""
        return "catch-up" if self._catching_up else "notes"

    def _on_sheet(self) -> None:
        self._sheet_place.setVisible(self._is_adding)
        self._make_room()
        if self.mode == "compact":
            self._show_in_front()

    def _toggle_agenda(self) -> None:
        self._agenda_out = not self._agenda_out
        self._arrange()

    def make_room_for_groups(self) -> None:
        """Give many groups the whole width, or the agenda and the side their place again."""
        wide = self.mode != "compact" and not self._catching_up
        if self._scene == "rooms" and wide and self.rooms_side.isHidden() != self.rooms.is_crowded:
            self._arrange()
