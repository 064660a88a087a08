"""Changing the plan from the agenda: its row menu, its keys, and the sheet on which something is added."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from qpido_facilitator.plan.model import Shown
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Change, Skip
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.show.agenda_rows import AgendaRow
from qpido_facilitator.show.labels import step_label
from qpido_facilitator.show.row_menu import (
    Spot,
    added_text,
    board_title,
    done_text,
    moved_text,
    own_title,
    retimed,
    row_menu,
)
from qpido_facilitator.ui.presenter.moves import Moves
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.ui.presenter.insert_sheet import InsertSheet, Wanted, What


class PlanController(QObject):
    """Carries out what the agenda wishes. `offer` says what was done, beside the button that takes it back."""

    def __init__(
        self, live: LiveRun, window: PresenterWindow, moves: Moves, look: Look, words: Words, slide_words: Words,
        offer: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._live = live
        self._run = live.run
        self._window = window
        self._moves = moves
        self._look = look
        self._words = words
        self._slide_words = slide_words
        self._offer = offer
        self._after: Step | None = None
        agenda = window.agenda
        agenda.menu_requested.connect(self.open_menu)
        agenda.skip_requested.connect(self.skip)
        agenda.move_requested.connect(self.move)
        window.pages.sheet.meet(self._serve_sheet)
        live.changed.connect(self._on_changed)

    def _serve_sheet(self, sheet: InsertSheet) -> None:
        sheet.wanted.connect(self._insert)
        sheet.cancelled.connect(self._close_sheet)

    def open_menu(self, row: AgendaRow, place: QPoint) -> None:
        """Open the menu of a row at a place on the screen."""
        if not row.items:
            return
        from qpido_facilitator.ui.presenter.row_popup import RowPopup

        popup = RowPopup(row_menu(self._run, row, self._live.now()), self._look, self._words, self._window)
        popup.go_requested.connect(self._moves.go_to)
        popup.repeat_requested.connect(self._moves.begin_anew)
        popup.skip_requested.connect(lambda: self.skip(row))
        popup.moved.connect(lambda by: self.move(row, by))
        popup.spot_chosen.connect(lambda spot: self._move_to(row, spot))
        popup.minutes_chosen.connect(lambda minutes: self._retime(row, minutes))
        popup.insert_requested.connect(lambda what: self.add(what, row))
        popup.board_requested.connect(lambda shows: self.add_board(shows, row))
        popup.show_at(place)

    def skip(self, row: AgendaRow) -> None:
        """Leave out what is behind a row, or take it back in."""
        menu, replan = row_menu(self._run, row, self._live.now()), self._run.replan
        if menu.question and menu.skip:
            self._change(replan.without_question(menu.item, menu.question))
        elif menu.question and menu.take_in:
            self._change(replan.with_question(menu.item, menu.question))
        elif menu.skip:
            self._change(tuple(Skip(item) for item in menu.skip), row)
        else:
            self._change(tuple(Skip(item, False) for item in menu.take_in), row)

    def move(self, row: AgendaRow, by: int) -> None:
        """Move a row one place up (-1) or down (1), as far as there is room."""
        replan = self._run.replan
        moved = replan.shift_part(row.part, by) if row.part else any(replan.shift(item, by) for item in row.items[:1])
        if moved:
            self._offer(moved_text(self._run, row, self._live.now(), self._words))

    def add(self, what: What, row: AgendaRow | None = None) -> None:
        """Open the sheet for a question, a break or a link, after a row or after what is on."""
        here = self._run.stage.position
        if here is None or self._run.stage.ended is not None:
            return
        self._after = row_menu(self._run, row, self._live.now()).after if row else None
        head = self._run.agenda.head
        self._window.sheet.open_for(what, can_group=bool(head and head.groups), after=self._after_text())
        self._window.show_sheet()

    def add_board(self, shows: Shown, row: AgendaRow | None = None) -> None:
        """Insert a slide of what was gathered after a row, or after what is on; it takes no time of the plan."""
        if self._run.stage.position is None or self._run.stage.ended is not None:
            return
        after = row_menu(self._run, row, self._live.now()).after if row else None
        short = board_title(shows, self._slide_words)
        item = self._run.inserts.show_board(shows, short=short, after=after)
        self._offer(added_text(self._run, item, self._live.now(), self._words))

    def _change(self, changes: tuple[Change, ...], row: AgendaRow | None = None) -> None:
        if changes:
            self._run.replan.apply(*changes)
            self._offer(done_text(self._run, changes, self._live.now(), self._words, row.text if row else ""))

    def _move_to(self, row: AgendaRow, spot: Spot) -> None:
        replan = self._run.replan
        if row.part and spot.after:
            replan.move_part(row.part, spot.after)
        else:
            replan.move(row.items[0], spot.after, spot.part)
        self._offer(moved_text(self._run, row, self._live.now(), self._words))

    def _retime(self, row: AgendaRow, minutes: int) -> None:
        menu = row_menu(self._run, row, self._live.now())
        self._change(retimed(self._run, menu, float(minutes)))

    def _insert(self, wanted: Wanted) -> None:
        if wanted.go:
            self._moves.leaving.emit()
        inserts, short = self._run.inserts, own_title(wanted.what, self._slide_words)
        head = self._run.agenda.head
        groups = tuple(range(1, (head.groups if head else 0) + 1)) if wanted.in_groups else ()
        minutes = wanted.minutes or None
        if wanted.what == "question":
            item = inserts.ask(
                wanted.text, short=short, minutes=minutes, groups=groups, after=self._after, go=wanted.go
            )  # fmt: skip
        elif wanted.what == "break":
            item = inserts.add_break(minutes or 0, short=short, after=self._after, go=wanted.go)
        else:
            item = inserts.show_link(
                wanted.text, wanted.caption, short=wanted.caption or short, minutes=wanted.minutes,
                after=self._after, go=wanted.go,
            )  # fmt: skip
        self._close_sheet()
        self._offer(added_text(self._run, item, self._live.now(), self._words))

    def _close_sheet(self) -> None:
        self._window.sheet.put_away()
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changes: Changes) -> None:
        sheet = self._window.pages.sheet.made
        if sheet and changes.touch("stage") and sheet.isVisible():
            sheet.show_after(self._after_text())

    def _after_text(self) -> str:
        here = self._run.stage.position
        step = self._after or (here.where if here else None)
        return step_label(self._run, step, self._words) if step else ""
