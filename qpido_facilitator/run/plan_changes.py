"""Changing the plan while it runs. Each verb is one step that Ctrl+Z takes back, and one announcement.

What is on the audience window stays: skipping or moving the item that is on goes nowhere by itself.
"""

from __future__ import annotations

from typing import assert_never

from qpido_facilitator.run.change import (
    Change,
    EndAt,
    Relocate,
    RelocatePart,
    Retime,
    RetimeQuestion,
    Skip,
    SkipQuestion,
    Withdraw,
    registers_of,
)
from qpido_facilitator.run.ending import END_POLICY, Late
from qpido_facilitator.run.hands import SetByHand, set_again, set_by_hand
from qpido_facilitator.run.open_run import OpenRun
from qpido_facilitator.run.order import between


class PlanChanges:
    """The verbs that change the plan of an open run."""

    def __init__(self, run: OpenRun) -> None:
        self._run = run

    def apply(self, *changes: Change) -> None:
        """Make changes, all of them one step to undo."""
        if not changes:
            return
        back = tuple(self._reverse(change) for change in reversed(changes))
        hands = set_by_hand(self._run.stage, self._run.timers, changes)
        self._carry_out(changes)
        self._run.undo.did(
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

    def skip_question(self, item: str, question: str) -> None:
        """Leave a question out, with the minutes it was to take; the last one that is left takes its item along."""
        self.apply(*self.without_question(item, question))

    def unskip_question(self, item: str, question: str) -> None:
        """Ask a question after all, and give its item the minutes back."""
        self.apply(*self.with_question(item, question))

    def without_question(self, item: str, question: str) -> tuple[Change, ...]:
        """Return the changes that leave a question out."""
        left = [step for step in self._run.agenda.steps(item) if step.item == item and step.question != question]
        if not left:
            return (Skip(item),)
        return (SkipQuestion(item, question), *self._given_back(item, question, -1))

    def with_question(self, item: str, question: str) -> tuple[Change, ...]:
        """Return the changes that ask a question after all."""
        return (SkipQuestion(item, question, False), *self._given_back(item, question, 1))

    def _given_back(self, item: str, question: str, way: int) -> tuple[Change, ...]:
        """Return what the length of the item becomes, where that does not follow from its questions."""
        entry = self._run.agenda.entry(item)
        asked = entry.question(question) if entry else None
        if entry is None or not asked or not asked.minutes or entry.minutes is None or not entry.has_own_length:
            return ()
        return (Retime(item, max(entry.minutes + way * asked.minutes, 0.0)),)

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

    def move_part(self, part: str, after: str) -> None:
        """Put a part behind another one."""
        names = [head.id for head in self._run.agenda.parts if head.id != part]
        place = names.index(after) + 1
        order = self._run.agenda.part_order
        self.apply(RelocatePart(part, between(order(after), order(names[place]) if place < len(names) else None)))

    def decide_late(self, late: Late) -> None:
        """Say what a late start does to the end."""
        ending, was = self._run.ending, self._run.ending.late
        ending.decide(late)
        self._run.undo.did((END_POLICY,), undo=lambda: ending.decide(was), redo=lambda: ending.decide(late))

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
            case SkipQuestion():
                agenda.skip_question(change.item, change.question, skipped=change.skipped)
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
            case SkipQuestion():
                return SkipQuestion(change.item, change.question, change.question in entry.left_out)
            case Relocate():
                return Relocate(change.item, entry.part, entry.order, entry.within)
        assert_never(change)
