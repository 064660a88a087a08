"""The plan of this run, which travels as facts: resuming never opens the session file.

`run.started` holds the head and the parts, one `item.planned` each item, and one `item.noted` what only
trainers read of it, on a register of its own so that it need not travel. Changes to the plan are registers
beside them, and each can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec
from msgspec import Struct

from qpido_facilitator.plan.model import (
    AnyItem,
    Breakout,
    Cue,
    Harvest,
    Part,
    Question,
    SessionPlan,
    SpeakerNotes,
)
from qpido_facilitator.plan.steps import Step, walk
from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.moments import Moments
from qpido_facilitator.run.order import between, first_keys

STARTED = "run/started"


class PartHead(Struct, frozen=True, omit_defaults=True):
    """A part without its items."""

    id: str
    title: str
    short: str = ""
    core: bool = False
    optional: bool = False


class RunStarted(Struct, frozen=True, omit_defaults=True):
    """On `run/started`: the head of the plan. A rehearsal and a practice run say so here for ever."""

    session: str
    title: str
    parts: tuple[PartHead, ...]
    language: str = "nl"
    minutes: float | None = None
    groups: int = 0
    organisation: str = ""
    care: SpeakerNotes = SpeakerNotes()
    rehearsal: bool = False
    practice: bool = False
    format: int = 1


class ItemPlanned(Struct, frozen=True, omit_defaults=True):
    """On `plan/<item>/planned`: the item as participants and co-trainers may see it."""

    item: AnyItem
    part: str
    order: str
    inserted: bool = False


class ItemNoted(Struct, frozen=True, omit_defaults=True):
    """On `plan/<item>/notes`: what only trainers read."""

    notes: SpeakerNotes = SpeakerNotes()
    questions: dict[str, SpeakerNotes] = {}
    cues: tuple[Cue, ...] = ()


class ItemSkipped(Struct, frozen=True, omit_defaults=True):
    """On `plan/<item>/skipped`."""

    skipped: bool
    reason: str = ""


class ItemMoved(Struct, frozen=True):
    """On `plan/<item>/place`."""

    part: str
    order: str


class ItemTimed(Struct, frozen=True):
    """On `plan/<item>/minutes`: its length now, None for unknown."""

    minutes: float | None


class Entry(Struct, frozen=True):
    """An item where it stands in this run."""

    item: AnyItem
    part: str
    order: str
    minutes: float | None
    skipped: bool = False
    inserted: bool = False

    def question(self, question: str | None) -> Question | None:
        """Return a question of the item by its id."""
        return next((asked for asked in self.item.questions if asked.id == question), None)


class Agenda:
    """The plan as it is now."""

    def __init__(self, recorder: Recorder, moments: Moments) -> None:
        self._recorder = recorder
        self._moments = moments
        self._entries: tuple[Entry, ...] | None = None
        self._items: dict[str, AnyItem] = {}

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
    def started(self) -> datetime | None:
        """Return when the run was made."""
        fact = self._recorder.registers.winner(STARTED)
        return self._moments.when(fact) if fact else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return every item in order, the skipped ones included."""
        if self._entries is None:
            head = self.head
            parts = {part.id: number for number, part in enumerate(head.parts if head else ())}
            names = {name.split("/")[1] for name in self._recorder.registers.names() if _is_planned(name)}
            entries = [entry for name in names if (entry := self._entry(name))]
            entries.sort(key=lambda entry: (parts.get(entry.part, len(parts)), entry.order, entry.item.id))
            self._entries = tuple(entries)
        return self._entries

    def entry(self, item: str) -> Entry | None:
        """Return an item by its id."""
        return next((entry for entry in self.entries if entry.item.id == item), None)

    def part(self, name: str) -> PartHead | None:
        """Return a part by its id."""
        head = self.head
        return next((part for part in head.parts if part.id == name), None) if head else None

    def steps(self, here: str | None = None) -> tuple[Step, ...]:
        """Return the walk through what is not skipped, and through the item `here` even if it is."""
        return walk(entry.item for entry in self.entries if not entry.skipped or entry.item.id == here)

    def questions(self, item: AnyItem) -> tuple[Question, ...]:
        """Return what an item asks; a harvest asks what its breakout asked."""
        if isinstance(item, Harvest):
            source = self.entry(item.of)
            return source.item.questions if source else ()
        return item.questions

    def source(self, item: AnyItem) -> str:
        """Return the item whose answers belong here: of a harvest that is its breakout."""
        return item.of if isinstance(item, Harvest) else item.id

    def groups_for(self, item: AnyItem, question: Question) -> tuple[int, ...]:
        """Return the numbers of the groups that answer a question; empty means plenary."""
        if not isinstance(item, Breakout):
            return question.groups
        head = self.head
        count = item.groups if item.groups is not None else (head.groups if head else 0)
        return question.groups or tuple(range(1, count + 1))

    def lay_down(self, plan: SessionPlan, *, rehearsal: bool = False, practice: bool = False) -> None:
        """State the whole plan as facts, once, at the start of a run."""
        parts = tuple(PartHead(part.id, part.title, part.short, part.core, part.optional) for part in plan.parts)
        head = RunStarted(
            session=plan.id, title=plan.title, parts=parts, language=plan.language, minutes=plan.minutes,
            groups=plan.groups, organisation=plan.organisation, care=plan.care,
            rehearsal=rehearsal, practice=practice, format=plan.format,
        )  # fmt: skip
        self._recorder.record("run.started", STARTED, head)
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

    def move(self, item: str, after: str | None, part: str) -> None:
        """Put an item behind another one of a part, or first in it."""
        self._recorder.record("item.moved", f"plan/{item}/place", ItemMoved(part, self._place(part, after, item)))

    def insert(self, item: AnyItem, after: str | None, part: str) -> None:
        """Add an item that was not planned."""
        planned = ItemPlanned(item, part, self._place(part, after, item.id), inserted=True)
        self._recorder.record("item.planned", f"plan/{item.id}/planned", planned)

    def _plan(self, part: Part, item: AnyItem, order: str) -> None:
        bare, noted = _apart(item, part)
        self._recorder.record("item.planned", f"plan/{item.id}/planned", ItemPlanned(bare, part.id, order))
        if noted != ItemNoted():
            self._recorder.record("item.noted", f"plan/{item.id}/notes", noted)

    def _entry(self, name: str) -> Entry | None:
        registers = self._recorder.registers
        planned = data_of(registers.winner(f"plan/{name}/planned"), "item.planned", ItemPlanned)
        if planned is None:
            return None
        item = self._items.get(name)
        if item is None:
            noted = data_of(registers.winner(f"plan/{name}/notes"), "item.noted", ItemNoted) or ItemNoted()
            item = self._items[name] = _together(planned.item, noted)
        skipped = data_of(registers.winner(f"plan/{name}/skipped"), "item.skipped", ItemSkipped)
        moved = data_of(registers.winner(f"plan/{name}/place"), "item.moved", ItemMoved)
        timed = data_of(registers.winner(f"plan/{name}/minutes"), "item.timed", ItemTimed)
        return Entry(
            item=item,
            part=moved.part if moved else planned.part,
            order=moved.order if moved else planned.order,
            minutes=timed.minutes if timed else item.minutes,
            skipped=skipped.skipped if skipped else False,
            inserted=planned.inserted,
        )

    def _place(self, part: str, after: str | None, moving: str) -> str:
        orders = [(e.order, e.item.id) for e in self.entries if e.part == part and e.item.id != moving]
        before = next((place for place, (_, name) in enumerate(orders) if name == after), -1)
        low = orders[before][0] if before >= 0 else ""
        high = next((order for order, _ in orders[before + 1 :] if order > low), None)
        return between(low, high)


def _is_planned(name: str) -> bool:
    return name.startswith("plan/") and name.endswith("/planned")


def _apart(item: AnyItem, part: Part) -> tuple[AnyItem, ItemNoted]:
    """Split an item in what all may have and what is for trainers; a part's weight becomes its items'."""
    noted = ItemNoted(
        item.notes,
        {asked.id: asked.notes for asked in item.questions if asked.notes != SpeakerNotes()},
        item.cues,
    )
    questions = tuple(msgspec.structs.replace(asked, notes=SpeakerNotes()) for asked in item.questions)
    bare = msgspec.structs.replace(
        item,
        notes=SpeakerNotes(),
        cues=(),
        questions=questions,
        core=item.core or (part.core and not item.optional),
        optional=item.optional or (part.optional and not item.core),
    )
    return bare, noted


def _together(item: AnyItem, noted: ItemNoted) -> AnyItem:
    notes: Mapping[str, SpeakerNotes] = noted.questions
    questions = tuple(
        msgspec.structs.replace(asked, notes=notes.get(asked.id, SpeakerNotes())) for asked in item.questions
    )
    return msgspec.structs.replace(item, notes=noted.notes, cues=noted.cues, questions=questions)
