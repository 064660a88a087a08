"""The harvest, between the window and the run: what is chosen, shortened, hidden are copies, never notes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from qpido_facilitator.paint.slide import page_count
from qpido_facilitator.plan.model import Harvest
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.order import keys_to_move
from qpido_facilitator.show.course import revealed
from qpido_facilitator.show.groups import exercise_of
from qpido_facilitator.show.harvest import HarvestLine, HarvestSheet, harvest_sheet
from qpido_facilitator.show.labels import shortened
from qpido_facilitator.ui.audience.window import AudienceWindow
from qpido_facilitator.ui.presenter.harvest.harvest_page import Section
from qpido_facilitator.ui.presenter.window import PresenterWindow
from qpido_facilitator.ui.shared.box_desk import BoxDesk
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words


class HarvestController(QObject):
    """Shows the harvest that is on, and does what its page asks for."""

    step_requested = Signal(object)

    def __init__(self, live: LiveRun, window: PresenterWindow, audience: AudienceWindow, words: Words) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._window = window
        self._audience = audience
        self._words = words
        self._desk = BoxDesk(live.run, words)
        self._item: Harvest | None = None
        self._introduce()

    def show(self, item: Harvest | None) -> None:
        """Show a harvest, or none."""
        self._item = item
        if item:
            self.refresh()

    def refresh(self) -> None:
        """Show the harvest as it is now."""
        item, here = self._item, self._run.stage.position
        exercise = exercise_of(self._run, item)
        if item is None or here is None or exercise is None:
            return
        tabs = tuple((one.id, one.short or shortened(one.text, 14), one.text) for one in exercise.questions)
        self._window.harvest.show_tabs(tabs if item.by == "question" else (), here.question or "")
        sheet = self._sheet(item)
        self._window.harvest.show_sheet(sheet)
        slide = self._audience.slide
        pages = page_count(slide) if slide else 1
        said = self._words.say("page {n} of {total}", n=self._audience.page + 1, total=pages) if pages > 1 else ""
        self._window.harvest_side.show_sheet(sheet, said)

    def _sheet(self, item: Harvest) -> HarvestSheet:
        here = self._run.stage.position
        question = here.question if here else None
        reveal = revealed(item, here) if here else 0
        return harvest_sheet(self._run, item, question, reveal, self._words)

    def _introduce(self) -> None:
        page, side, reap = self._window.harvest, self._window.harvest_side, self._run.reap
        page.pinned.connect(lambda note, on: reap.pin(note, pinned=on))
        page.hidden_set.connect(lambda note, on: reap.hide(note, hidden=on))
        page.shortened.connect(reap.shorten)
        page.moved.connect(self._move)
        page.opened.connect(lambda box: self._desk.fill(box, self._place(box)))
        page.typed.connect(lambda box, text: self._desk.typed(box, self._place(box), text))
        page.added.connect(lambda box, text: self._desk.sent(box, self._place(box), text))
        page.left.connect(self._on_left)
        page.accepted.connect(lambda box: self._desk.accepted(box, self._place(box), box.entry.toPlainText()))
        page.pasted.connect(lambda box, text: self._desk.pasted(box, self._place(box), text))
        page.question_requested.connect(self._go)
        page.order_requested.connect(self._turn)
        side.hide_requested.connect(self._hide_last)
        side.all_requested.connect(self._show_all)
        self._live.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if self._item and any(changes.touch(name) for name in ("note", "pin", "harvest", "visit", "group")):
            self.refresh()

    def _go(self, question: str) -> None:
        if self._item:
            self.step_requested.emit(Step(self._item.id, question))

    def _turn(self) -> None:
        if self._item:
            self._run.rooms.harvest_by(self._item.id, "group" if self._item.by == "question" else "question")

    def _move(self, note: str, by: int) -> None:
        """Put an answer so many rows further down among those of its row."""
        if self._item is None:
            return
        section = next((one for one in self._sheet(self._item).sections if note in _ids(one.lines)), None)
        if section is None:
            return
        names = _ids(section.lines)
        at = names.index(note)
        to = max(0, min(len(names) - 1, at + by))
        if to != at:
            keys = keys_to_move([self._order(name) for name in names], at, to)
            self._run.reap.place({names[place]: key for place, key in keys.items()})

    def _order(self, note: str) -> str:
        found = self._run.notes.get(note)
        return self._run.harvests.of(note).order or (found.order if found else "")

    def _place(self, box: Section) -> Place:
        """Return the place in the exercise that a box of the harvest is for."""
        exercise = exercise_of(self._run, self._item)
        return Place(exercise.id if exercise else "", box.section.question, box.section.group)

    def _on_left(self, box: Section, text: str) -> None:
        if self._desk.sent(box, self._place(box), text):
            box.close_box()

    def _hide_last(self) -> None:
        """Hide what was shown last, at once; it can be shown again with its eye."""
        if self._item is None:
            return
        shown = [one for one in self._sheet(self._item).sections if any(line.shown for line in one.lines)]
        with self._run.together():
            for line in shown[-1].lines if shown else ():
                if line.shown:
                    self._run.reap.hide(line.note)

    def _show_all(self) -> None:
        here = self._run.stage.position
        if here:
            self._run.stage.show(here.page, None)


def _ids(lines: tuple[HarvestLine, ...]) -> list[str]:
    return [line.note for line in lines]
