"""Changing the plan while it runs. Each verb is one step that Ctrl+Z takes back, and one announcement.

What is on the audience window stays: skipping or moving the item that is on goes nowhere by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, assert_never

from qpido_facilitator.journal.registers import Registers
from qpido_facilitator.plan.model import AnyItem, Break, Discussion, Link, Links, Question
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.agenda import Agenda
from qpido_facilitator.run.change import (
    Change,
    EndAt,
    Relocate,
    RelocatePart,
    Retime,
    RetimeQuestion,
    Skip,
    Withdraw,
    registers_of,
)
from qpido_facilitator.run.ending import END_POLICY, Ending, Late
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.hands import SetByHand, set_again, set_by_hand
from qpido_facilitator.run.notes import Notes, clean
from qpido_facilitator.run.order import between
from qpido_facilitator.run.stage import ROUND, STEP, Position, Stage
from qpido_facilitator.run.timers import Timers
from qpido_facilitator.run.undo import Undo

MOST_TEXT = 2000


class OpenRun(Protocol):
    """What of an open run is needed here."""

    agenda: Agenda
    stage: Stage
    ending: Ending
    notes: Notes
    undo: Undo
    timers: Timers
    registers: Registers
    writer: str

    def now(self) -> datetime:
        """Return this moment on the axis of the facts."""

    def together(self) -> AbstractContextManager[None]:
        """Announce what is stated inside as one change."""


class PlanChanges:
    """The verbs that change the plan of an open run."""

    def __init__(self, run: OpenRun) -> None:
        self._run = run

    def apply(self, *changes: Change) -> None:
        """Make changes, all of them one step to undo."""
        back = tuple(self._reverse(change) for change in reversed(changes))
        hands = set_by_hand(self._run.stage, self._run.timers, changes)
        self._carry_out(changes)
        self._did(
            tuple(dict.fromkeys(name for change in changes for name in registers_of(change))),
            undo=lambda: self._carry_out(back, hands),
            redo=lambda: self._carry_out(changes),
        )

    def skip(self, *items: str, reason: str = "") -> None:
        """Leave items out; they stay visible as skipped. The one that is on stays on."""
        self.apply(*(Skip(item, reason=reason) for item in items))

    def unskip(self, *items: str) -> None:
        """Take items back in."""
        self.apply(*(Skip(item, skipped=False) for item in items))

    def retime(self, item: str, minutes: float | None) -> None:
        """Give an item another length, None for unknown."""
        self.apply(Retime(item, None if minutes is None else max(0.0, minutes)))

    def lengthen(self, item: str, by: float) -> None:
        """Give an item so many minutes more or fewer; one of unknown length starts at nought."""
        entry = self._run.agenda.entry(item)
        if entry:
            self.retime(item, (entry.minutes or 0.0) + by)

    def move(self, item: str, after: str | None, part: str) -> None:
        """Put an item behind another one of a part, or first in it."""
        self.apply(Relocate(item, part, self._run.agenda.order_behind(part, after, item)))

    def shift(self, item: str, by: int) -> bool:
        """Move an item one place up (-1) or down (1) in its part; False at the edge."""
        entry = self._run.agenda.entry(item)
        mates = [e.item.id for e in self._run.agenda.entries if entry and e.part == entry.part and not e.within]
        if entry is None or item not in mates or not 0 <= mates.index(item) + by < len(mates):
            return False
        here = mates.index(item)
        before = here + by if by > 0 else here + by - 1
        self.move(item, mates[before] if before >= 0 else None, entry.part)
        return True

    def shift_part(self, part: str, by: int) -> bool:
        """Move a part one place up (-1) or down (1) on the agenda; False at the edge."""
        names = [head.id for head in self._run.agenda.parts]
        if part not in names or not 0 <= names.index(part) + by < len(names):
            return False
        here = names.index(part)
        names.insert(here + by, names.pop(here))
        orders = ["", *(self._run.agenda.part_order(name) for name in names), None]
        place = names.index(part) + 1
        self.apply(RelocatePart(part, between(orders[place - 1] or "", orders[place + 1])))
        return True

    def decide_late(self, late: Late) -> None:
        """Say what a late start does to the end."""
        ending, was = self._run.ending, self._run.ending.late
        ending.decide(late)
        self._did((END_POLICY,), undo=lambda: ending.decide(was), redo=lambda: ending.decide(late))

    def jump(self, step: Step) -> None:
        """Go to a step, forward or back; undo returns to the same page and line as long as nothing came after."""
        stage, before = self._run.stage, self._run.stage.position
        stage.enter(step)
        if before:
            self._did((STEP,), undo=lambda: self._return(before), redo=lambda: stage.enter(step), fleeting=True)

    def repeat(self, step: Step) -> None:
        """Go to a step of an item that begins anew: its clocks count from nought again."""
        stage, before = self._run.stage, self._run.stage.position
        visits = [self._again(step)]

        def undo() -> None:
            with self._run.together():
                stage.forget_round(visits[-1])
                if before:
                    self._return(before)

        self._did((STEP, ROUND), undo=undo, redo=lambda: visits.append(self._again(step)), fleeting=True)

    def ask(
        self,
        text: str,
        *,
        short: str = "",
        minutes: float | None = None,
        groups: tuple[int, ...] = (),
        after: Step | None = None,
        go: bool = False,
    ) -> str:
        """Insert a question of one's own with its own answers, and return its item; see `insert`.

        `short` is what the agenda calls it. `groups` are the numbers of the groups that answer it, none is plenary.
        """
        asked = Question("question", clean(text).strip()[:MOST_TEXT], minutes=minutes, groups=groups)
        item = Discussion(id=self._fresh("question"), short=short, minutes=minutes, questions=(asked,))
        return self.insert(item, after, go=go)

    def add_break(self, minutes: float, *, short: str = "", after: Step | None = None, go: bool = False) -> str:
        """Insert a break, and return its item; see `insert`."""
        return self.insert(Break(id=self._fresh("break"), short=short, minutes=minutes), after, go=go)

    def show_link(
        self,
        url: str,
        label: str = "",
        *,
        short: str = "",
        minutes: float | None = 0,
        after: Step | None = None,
        go: bool = False,
    ) -> str:
        """Insert a slide with an address, also as text for the chat, and return its item; see `insert`.

        What is no address on the web stands as text: the app never opens another kind.
        """
        address = clean(url).strip()[:MOST_TEXT]
        web = address if address.startswith(("https://", "http://")) else ""
        name = clean(label).strip()[:MOST_TEXT]
        link = Link(name or address, url=web, note=address if name and not web else "")
        item = Links(id=self._fresh("link"), short=short, minutes=minutes, links=(link,), chat=address)
        return self.insert(item, after, go=go)

    def insert(self, item: AnyItem, after: Step | None = None, *, go: bool = False) -> str:
        """Add an item right behind a step, by default the one that is on, and `go` there at once.

        Behind a step in the middle of an item it stands in the middle, so that Next goes on with the rest after it.
        """
        agenda, stage, before = self._run.agenda, self._run.stage, self._run.stage.position
        behind = after or (before.where if before else None)
        entry = agenda.entry(behind.item) if behind else None
        part = entry.part if entry else next((head.id for head in agenda.parts), "")
        with self._run.together():
            agenda.insert(item, entry.item.id if entry else None, part)
            if behind and entry and self._is_inside(behind, entry):
                agenda.slot(item.id, behind)
            if go:
                stage.enter(self._first(item.id))
        self._did(
            (f"plan/{item.id}/withdrawn", f"plan/{item.id}/skipped"),
            undo=lambda: self._take_back(item.id, before),
            redo=lambda: self._put_again(item.id, go=go),
        )
        return item.id

    def _did(
        self, registers: tuple[str, ...], *, undo: Callable[[], None], redo: Callable[[], None], fleeting: bool = False
    ) -> None:
        if registers:
            self._run.undo.did(registers, undo=undo, redo=redo, fleeting=fleeting)

    def _carry_out(self, changes: tuple[Change, ...], hands: tuple[SetByHand, ...] = ()) -> None:
        with self._run.together():
            for change in changes:
                self._make(change)
            set_again(self._run.stage, self._run.timers, hands, self._run.now())

    def _make(self, change: Change) -> None:
        agenda = self._run.agenda
        match change:
            case Skip():
                if change.skipped:
                    agenda.skip(change.item, change.reason)
                else:
                    agenda.unskip(change.item)
            case Retime():
                agenda.retime(change.item, change.minutes)
            case RetimeQuestion():
                agenda.retime_question(change.item, change.question, change.minutes)
            case Relocate():
                agenda.place(change.item, change.part, change.order)
                entry = agenda.entry(change.item)
                if entry and entry.within != change.within:
                    agenda.slot(change.item, change.within)
            case RelocatePart():
                agenda.place_part(change.part, change.order)
            case Withdraw():
                agenda.withdraw(change.item, withdrawn=change.withdrawn)
            case EndAt():
                self._run.ending.plan_end(change.at)
            case _:
                assert_never(change)

    def _reverse(self, change: Change) -> Change:
        """Return the change that puts back what is there now."""
        if isinstance(change, EndAt):
            return EndAt(self._run.ending.end_at)
        if isinstance(change, RelocatePart):
            return RelocatePart(change.part, self._run.agenda.part_order(change.part))
        if isinstance(change, Withdraw):
            return Withdraw(change.item, not change.withdrawn)
        entry = self._run.agenda.entry(change.item)
        if entry is None:
            return change
        match change:
            case Skip():
                return Skip(change.item, entry.skipped, entry.reason)
            case Retime():
                return Retime(change.item, entry.minutes)
            case RetimeQuestion():
                asked = entry.question(change.question)
                return RetimeQuestion(change.item, change.question, asked.minutes if asked else None)
            case Relocate():
                return Relocate(change.item, entry.part, entry.order, entry.within)
        assert_never(change)

    def _return(self, before: Position) -> None:
        """Go back to where the session was, with the page and the lines that were shown."""
        with self._run.together():
            self._run.stage.enter(before.where)
            if not before.fresh:
                self._run.stage.show(before.page, before.reveal)

    def _again(self, step: Step) -> str:
        with self._run.together():
            return self._run.stage.repeat(step)

    def _take_back(self, item: str, before: Position | None) -> None:
        """Take an insertion back; what was answered to it stays in sight, as skipped."""
        with self._run.together():
            here = self._run.stage.position
            if here and before and here.item == item:
                self._return(before)
                here = before
            answered = any(note.place.item == item for note in self._run.notes.all())
            if answered or (here and here.item == item):
                self._run.agenda.skip(item)
            else:
                self._run.agenda.withdraw(item)

    def _put_again(self, item: str, *, go: bool) -> None:
        with self._run.together():
            entry = self._run.agenda.entry(item)
            if entry and entry.skipped:
                self._run.agenda.unskip(item)
            else:
                self._run.agenda.withdraw(item, withdrawn=False)
            if go:
                self._run.stage.enter(self._first(item))

    def _is_inside(self, behind: Step, entry: Entry) -> bool:
        """Say whether a step is in the middle of something: more of its item follows, or it is inside one itself."""
        steps = self._run.agenda.steps(behind.item)
        following = steps[steps.index(behind) + 1 :] if behind in steps else ()
        return entry.within is not None or any(step.item == behind.item for step in following)

    def _first(self, item: str) -> Step:
        return next((step for step in self._run.agenda.steps(item) if step.item == item), Step(item))

    def _fresh(self, what: str) -> str:
        """Return an id that no item of any laptop has: the name of this start is in it."""
        number = len(self._run.registers)
        while self._run.agenda.entry(f"own-{what}-{number}-{self._run.writer}"):
            number += 1
        return f"own-{what}-{number}-{self._run.writer}"
