"""The plan of this run, which travels as facts: resuming never opens the session file.

`run.started` holds the head and the parts, one `item.planned` each item, and one `item.noted` what only
trainers read of it, on a register of its own so that it need not travel. Changes to the plan are registers
beside them, and each can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from qpido_facilitator.plan.model import AnyItem, Breakout, Harvest, Part, Question, SessionPlan, SpeakerNotes
from qpido_facilitator.plan.steps import Step, walk
from qpido_facilitator.run.call import PLATFORM, PlatformSet
from qpido_facilitator.run.entry import Entry, length_of, other_times
from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.groups import Group, Groups
from qpido_facilitator.run.keeping import KEEPING, KeepingAgreed
from qpido_facilitator.run.moments import Moments
from qpido_facilitator.run.order import between, first_keys
from qpido_facilitator.run.plan_facts import (
    STARTED,
    HarvestOrdered,
    ItemMoved,
    ItemNoted,
    ItemPlanned,
    ItemSkipped,
    ItemSlotted,
    ItemTimed,
    ItemWithdrawn,
    MessagePlanned,
    PartHead,
    PartMoved,
    QuestionSkipped,
    QuestionTimed,
    RunStarted,
    StaffingSet,
)

CARE_MESSAGE = "run/care-message"

__all__ = ["STARTED", "Agenda", "Entry", "ItemNoted", "ItemPlanned", "PartHead", "RunStarted"]


class Agenda:
    """The plan as it is now."""

    def __init__(self, recorder: Recorder, moments: Moments, groups: Groups) -> None:
        self._recorder = recorder
        self._moments = moments
        self._groups = groups
        self._entries: tuple[Entry, ...] | None = None
        self._known: dict[str, Entry] = {}
        self._items: dict[str, AnyItem] = {}
        self._walks: dict[Step | str | None, tuple[Step, ...]] = {}

    def forget(self, names: frozenset[str]) -> None:
        """Let go of what was worked out before these registers changed."""
        for name in names:
            if name == STARTED:
                self._entries = None
            elif name.startswith("plan/"):
                self._entries = None
                self._items.pop(name.split("/")[1], None)

    @property
    def head(self) -> RunStarted | None:
        """Return how the run started."""
        return data_of(self._recorder.registers.winner(STARTED), "run.started", RunStarted)

    @property
    def care_message(self) -> str:
        """Return what the plan sends privately to someone whom it touches, "" when it says nothing of that."""
        said = data_of(self._recorder.registers.winner(CARE_MESSAGE), "message.planned", MessagePlanned)
        return said.text if said else ""

    @property
    def started(self) -> datetime | None:
        """Return when the run was made."""
        fact = self._recorder.registers.winner(STARTED)
        return self._moments.when(fact) if fact else None

    @property
    def parts(self) -> tuple[PartHead, ...]:
        """Return the parts in the order they have now."""
        head = self.head
        planned = head.parts if head else ()
        orders = {part.id: self.part_order(part.id) for part in planned}
        return tuple(sorted(planned, key=lambda part: orders[part.id]))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return every item in order, the skipped ones included and what was withdrawn left out."""
        if self._entries is None:
            self._entries = self._read()
        return self._entries

    def entry(self, item: str) -> Entry | None:
        """Return an item by its id, also one that was withdrawn: it may still be on the screen."""
        return self._known.get(item) if self.entries else None

    def part(self, name: str) -> PartHead | None:
        """Return a part by its id."""
        head = self.head
        return next((part for part in head.parts if part.id == name), None) if head else None

    def part_order(self, name: str) -> str:
        """Return the order key of a part among the parts."""
        said = data_of(self._recorder.registers.winner(f"plan/{name}/part"), "part.moved", PartMoved)
        return said.order if said else self._part_home(name)

    def part_moved(self, name: str) -> bool:
        """Say whether a part stands elsewhere than planned."""
        return self.part_order(name) != self._part_home(name)

    def steps(self, here: Step | str | None = None) -> tuple[Step, ...]:
        """Return the walk through what is not skipped or withdrawn, and through `here` (item or step) even if it is."""
        entries = self.entries  # works out anew what changed, and forgets the walks with it
        if here not in self._walks:
            at = here if isinstance(here, Step) else None
            standing = {entry.item.id for entry in entries if not entry.skipped} | {at.item if at else here}
            self._walks[here] = walk_of((e for e in self._known.values() if e.item.id in standing), at)
        return self._walks[here]

    def questions(self, item: AnyItem) -> tuple[Question, ...]:
        """Return what an item asks; a harvest asks what its breakout asked."""
        if isinstance(item, Harvest):
            source = self.entry(item.of)
            return source.item.questions if source else ()
        return item.questions

    def source(self, item: AnyItem) -> str:
        """Return the item whose answers belong here: of a harvest that is its breakout."""
        return item.of if isinstance(item, Harvest) else item.id

    def groups_of(self, item: AnyItem) -> tuple[Group, ...]:
        """Return every group of an item by its number, those that were closed or went on in another one too."""
        head = self.head
        own = item.groups if isinstance(item, Breakout) else None
        planned = own if own is not None else (head.groups if head else 0)
        named = () if isinstance(item, Breakout) else (one for asked in item.questions for one in asked.groups)
        return self._groups.of(item, planned, named)

    def groups_for(self, item: AnyItem, question: Question) -> tuple[int, ...]:
        """Return the ids of the groups that answer a question now, by their numbers; empty means plenary."""
        if not isinstance(item, Breakout) and not question.groups:
            return ()
        return tuple(group.id for group in self.groups_of(item) if group.open and group.answers(question.groups))

    def changed(self, item: str, what: str) -> datetime | None:
        """Return when a register of an item was last stated: "minutes", "skipped", "place", "question/<id>"."""
        fact = self._recorder.registers.winner(f"plan/{item}/{what}")
        return self._moments.when(fact) if fact else None

    def stated(self, item: str, what: str) -> str:
        """Return the logical time of that fact, to tell which of two is the newer; "" when nothing was stated."""
        fact = self._recorder.registers.winner(f"plan/{item}/{what}")
        return fact.at if fact else ""

    def lay_down(self, plan: SessionPlan, *, rehearsal: bool = False, practice: bool = False) -> None:
        """State the whole plan as facts, once, at the start of a run."""
        parts = tuple(PartHead(part.id, part.title, part.short, part.core, part.optional) for part in plan.parts)
        head = RunStarted(
            session=plan.id, title=plan.title, parts=parts, language=plan.language, minutes=plan.minutes,
            groups=plan.groups, organisation=plan.organisation, care=plan.care,
            rehearsal=rehearsal, practice=practice, format=plan.format,
        )  # fmt: skip
        self._recorder.record("run.started", STARTED, head)
        if plan.platform != "other":
            self._recorder.record("platform.set", PLATFORM, PlatformSet(plan.platform))
        if plan.care_message:
            self._recorder.record("message.planned", CARE_MESSAGE, MessagePlanned(plan.care_message))
        if plan.keep_notes_days or plan.keep_signals_days:
            agreed = KeepingAgreed(plan.keep_notes_days, plan.keep_signals_days)
            self._recorder.record("keeping.agreed", KEEPING, agreed)
        for part in plan.parts:
            for item, order in zip(part.items, first_keys(len(part.items)), strict=True):
                self._plan(part, item, order)

    def skip(self, item: str, reason: str = "") -> None:
        """Leave an item out; it stays visible as skipped."""
        self._recorder.record("item.skipped", f"plan/{item}/skipped", ItemSkipped(True, reason))

    def unskip(self, item: str) -> None:
        """Take an item back in."""
        self._recorder.record("item.skipped", f"plan/{item}/skipped", ItemSkipped(False))

    def retime(self, item: str, minutes: float | None) -> None:
        """Give an item another length."""
        self._recorder.record("item.timed", f"plan/{item}/minutes", ItemTimed(minutes))

    def retime_question(self, item: str, question: str, minutes: float | None) -> None:
        """Give a question another length."""
        self._recorder.record("question.timed", f"plan/{item}/question/{question}", QuestionTimed(minutes))

    def skip_question(self, item: str, question: str, *, skipped: bool = True) -> None:
        """Leave a question out, or ask it after all; it stays visible as skipped."""
        said = QuestionSkipped(skipped)
        self._recorder.record("question.skipped", f"plan/{item}/left-out/{question}", said)

    def move(self, item: str, after: str | None, part: str) -> None:
        """Put an item behind another one of a part, or first in it."""
        self.place(item, part, self.order_behind(part, after, item))

    def place(self, item: str, part: str, order: str) -> None:
        """Put an item at an order key of a part."""
        self._recorder.record("item.moved", f"plan/{item}/place", ItemMoved(part, order))

    def slot(self, item: str, within: Step | None) -> None:
        """Put an item in the middle of another one, after a step of it; None ends that."""
        said = ItemSlotted(within.item, within.question) if within else ItemSlotted()
        self._recorder.record("item.slotted", f"plan/{item}/within", said)

    def place_part(self, part: str, order: str) -> None:
        """Put a part at an order key among the parts."""
        self._recorder.record("part.moved", f"plan/{part}/part", PartMoved(order))

    def insert(self, item: AnyItem, after: str | None, part: str) -> None:
        """Add an item that was not planned."""
        planned = ItemPlanned(item, part, self.order_behind(part, after, item.id), inserted=True)
        self._recorder.record("item.planned", f"plan/{item.id}/planned", planned)

    def withdraw(self, item: str, *, withdrawn: bool = True) -> None:
        """Take an insertion back, or make it again."""
        self._recorder.record("item.withdrawn", f"plan/{item}/withdrawn", ItemWithdrawn(withdrawn))

    def order_behind(self, part: str, after: str | None, moving: str = "") -> str:
        """Return an order key right behind an item of a part; first in it for None."""
        orders = [(e.order, e.item.id) for e in self.entries if e.part == part and e.item.id != moving]
        before = next((place for place, (_, name) in enumerate(orders) if name == after), -1)
        low = orders[before][0] if before >= 0 else ""
        high = next((order for order, _ in orders[before + 1 :] if order > low), None)
        return between(low, high)

    def _as_decided(self, item: AnyItem) -> AnyItem:
        """Return an item with what was decided of its groups or its harvest since it was planned."""
        registers = self._recorder.registers
        if isinstance(item, Breakout):
            staffed = data_of(registers.winner(f"plan/{item.id}/staffing"), "staffing.set", StaffingSet)
            return replace(item, staffing=staffed.staffing) if staffed else item
        if isinstance(item, Harvest):
            ordered = data_of(registers.winner(f"plan/{item.id}/by"), "harvest.ordered", HarvestOrdered)
            return replace(item, by=ordered.by) if ordered else item
        return item

    def _part_home(self, name: str) -> str:
        head = self.head
        planned = head.parts if head else ()
        keys = zip(planned, first_keys(len(planned)), strict=True)
        return next((key for part, key in keys if part.id == name), "")

    def _plan(self, part: Part, item: AnyItem, order: str) -> None:
        bare, noted = _apart(item, part)
        self._recorder.record("item.planned", f"plan/{item.id}/planned", ItemPlanned(bare, part.id, order))
        if noted != ItemNoted():
            self._recorder.record("item.noted", f"plan/{item.id}/notes", noted)

    def _read(self) -> tuple[Entry, ...]:
        self._walks = {}
        said: dict[str, dict[str, float | None]] = {}
        left_out: dict[str, set[str]] = {}
        for name in self._recorder.registers.names():
            if not name.startswith("plan/"):
                continue
            _, item, *leaf = name.split("/")
            if leaf == ["planned"]:
                said.setdefault(item, {})
            elif leaf[:1] == ["question"] and len(leaf) > 1:
                timed = data_of(self._recorder.registers.winner(name), "question.timed", QuestionTimed)
                if timed:
                    said.setdefault(item, {})[leaf[1]] = timed.minutes
            elif leaf[:1] == ["left-out"] and len(leaf) > 1:
                asked = data_of(self._recorder.registers.winner(name), "question.skipped", QuestionSkipped)
                if asked and asked.skipped:
                    left_out.setdefault(item, set()).add(leaf[1])
        entries = [e for name, times in said.items() if (e := self._entry(name, times, left_out.get(name, set())))]
        head = self.head
        written = {part.id: number for number, part in enumerate(head.parts if head else ())}
        homes = sorted((written.get(e.home[0], len(written)), e.home[1], e.item.id) for e in entries if not e.inserted)
        places = {name: place for place, (_, _, name) in enumerate(homes)}
        parts = {part.id: number for number, part in enumerate(self.parts)}
        entries.sort(key=lambda e: (parts.get(e.part, len(parts)), e.order, e.item.id))
        self._known = {e.item.id: replace(e, place=places.get(e.item.id, -1)) for e in entries}
        return tuple(entry for entry in self._known.values() if not self._is_withdrawn(entry))

    def _is_withdrawn(self, entry: Entry) -> bool:
        fact = self._recorder.registers.winner(f"plan/{entry.item.id}/withdrawn")
        said = data_of(fact, "item.withdrawn", ItemWithdrawn)
        return entry.inserted and said is not None and said.withdrawn

    def _entry(self, name: str, times: dict[str, float | None], left_out: set[str]) -> Entry | None:
        registers = self._recorder.registers
        planned = data_of(registers.winner(f"plan/{name}/planned"), "item.planned", ItemPlanned)
        if planned is None:
            return None
        item = self._items.get(name)
        if item is None:
            noted = data_of(registers.winner(f"plan/{name}/notes"), "item.noted", ItemNoted) or ItemNoted()
            item = self._items[name] = self._as_decided(_together(planned.item, noted))
        skipped = data_of(registers.winner(f"plan/{name}/skipped"), "item.skipped", ItemSkipped)
        moved = data_of(registers.winner(f"plan/{name}/place"), "item.moved", ItemMoved)
        timed = data_of(registers.winner(f"plan/{name}/minutes"), "item.timed", ItemTimed)
        slotted = data_of(registers.winner(f"plan/{name}/within"), "item.slotted", ItemSlotted)
        unasked = tuple(sorted(left_out))
        return Entry(
            item=item,
            part=moved.part if moved else planned.part,
            order=moved.order if moved else planned.order,
            minutes=timed.minutes if timed else length_of(item, times, unasked),
            skipped=skipped.skipped if skipped else False,
            inserted=planned.inserted,
            reason=skipped.reason if skipped else "",
            within=Step(slotted.item, slotted.question) if slotted and slotted.item else None,
            home=(planned.part, planned.order),
            times=other_times(item, times),
            left_out=unasked,
        )


def walk_of(entries: Iterable[Entry], at: Step | None = None) -> tuple[Step, ...]:
    """Return the steps of these items, in order; what stands within another comes in the middle of that.

    Questions that are left out are not among them, but for the step `at`, which is on. An item never loses all of its
    steps: then it stands as it was planned, and is left out as a whole or not.
    """
    entries = tuple(entries)
    steps = every_step(entries)
    out = {Step(entry.item.id, name) for entry in entries for name in entry.left_out} - {at}
    if not out:
        return steps
    kept = {step.item for step in steps if step not in out}
    return tuple(step for step in steps if step not in out or step.item not in kept)


def every_step(entries: Iterable[Entry]) -> tuple[Step, ...]:
    """Return the steps of these items, in order, also those that are left out."""
    entries = tuple(entries)
    slots: dict[Step, tuple[AnyItem, ...]] = {}
    for entry in entries:
        if entry.within:
            slots[entry.within] = (*slots.get(entry.within, ()), entry.item)
    return walk((entry.item for entry in entries), slots)


def _apart(item: AnyItem, part: Part) -> tuple[AnyItem, ItemNoted]:
    """Split an item in what all may have and what is for trainers; a part's weight becomes its items'."""
    noted = ItemNoted(
        item.notes,
        {asked.id: asked.notes for asked in item.questions if asked.notes != SpeakerNotes()},
        item.cues,
    )
    questions = tuple(replace(asked, notes=SpeakerNotes()) for asked in item.questions)
    bare = replace(
        item,
        notes=SpeakerNotes(),
        cues=(),
        questions=questions,
        core=item.core or (part.core and not item.optional),
        optional=item.optional or (part.optional and not item.core),
    )
    return bare, noted


def _together(item: AnyItem, noted: ItemNoted) -> AnyItem:
    questions = tuple(replace(asked, notes=noted.questions.get(asked.id, SpeakerNotes())) for asked in item.questions)
    return replace(item, notes=noted.notes, cues=noted.cues, questions=questions)
