"""The pages of the trainer's window that a session does not begin with: each is built when it is first shown.

Their modules are imported then, too: half of what the window is made of, and most of it not seen in the first hour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qpido_facilitator.ui.shared.later import Later
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


class Pages:
    """One of each, there or yet to come."""

    def __init__(self, title: str, look: Look, words: Words) -> None:
        self._title = title
        self._look = look
        self._words = words
        self.practice = Later(self._practice)
        self.arrival = Later(self._arrival)
        self.sheet = Later(self._sheet)
        self.catch_up = Later(self._catch_up)
        self.film = Later(self._film)
        self.hints = Later(self._hints)
        self.opening = Later(self._opening)
        self.opening_side = Later(self._opening_side)
        self.rooms = Later(self._rooms)
        self.rooms_side = Later(self._rooms_side)
        self.harvest = Later(self._harvest)
        self.harvest_side = Later(self._harvest_side)
        self.care = Later(self._care)

    def _practice(self) -> PracticeStrip:
        from qpido_facilitator.ui.presenter.practice import PracticeStrip

        return PracticeStrip(self._look, self._words)

    def _arrival(self) -> ArrivalView:
        from qpido_facilitator.ui.presenter.arrival_view import ArrivalView

        return ArrivalView(self._look, self._words, self._title)

    def _sheet(self) -> InsertSheet:
        from qpido_facilitator.ui.presenter.insert_sheet import InsertSheet

        return InsertSheet(self._look, self._words)

    def _catch_up(self) -> CatchUpPanel:
        from qpido_facilitator.ui.presenter.catch_up_panel import CatchUpPanel

        return CatchUpPanel(self._look, self._words)

    def _film(self) -> FilmPanel:
        from qpido_facilitator.ui.presenter.film.panel import FilmPanel

        return FilmPanel(self._look, self._words)

    def _hints(self) -> HintsView:
        from qpido_facilitator.ui.presenter.film.hints_view import HintsView

        return HintsView(self._look, self._words)

    def _opening(self) -> OpeningPage:
        from qpido_facilitator.ui.presenter.rooms.opening_page import OpeningPage

        return OpeningPage(self._look, self._words)

    def _opening_side(self) -> OpeningSide:
        from qpido_facilitator.ui.presenter.rooms.opening_side import OpeningSide

        return OpeningSide(self._look, self._words)

    def _rooms(self) -> RoomsPage:
        from qpido_facilitator.ui.presenter.rooms.rooms_page import RoomsPage

        return RoomsPage(self._look, self._words)

    def _rooms_side(self) -> RoomsSide:
        from qpido_facilitator.ui.presenter.rooms.rooms_side import RoomsSide

        return RoomsSide(self._look, self._words)

    def _harvest(self) -> HarvestPage:
        from qpido_facilitator.ui.presenter.harvest.harvest_page import HarvestPage

        return HarvestPage(self._look, self._words)

    def _harvest_side(self) -> HarvestSide:
        from qpido_facilitator.ui.presenter.harvest.harvest_side import HarvestSide

        return HarvestSide(self._look, self._words)

    def _care(self) -> CarePage:
        from qpido_facilitator.ui.presenter.care.care_page import CarePage

        return CarePage(self._look, self._words)
