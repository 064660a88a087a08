"""Notes: answers, quotes, questions for the plenary, parked points, observations.

Text, place and status of a note are registers of their own, so that nobody's edit undoes another's move. A
removal names the texts it removes: an edit it had not seen wins, and the note is there again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.journal.envelope import Fact
from qpido_facilitator.run.facts import Changes, Recorder, data_of
from qpido_facilitator.run.moments import Moments
from qpido_facilitator.run.note_index import NoteIndex
from qpido_facilitator.run.order import between

MAX_TEXT = 16_000
KINDS = ("answer", "quote", "plenary-question", "parking", "observation")
ANSWERS = ("answer", "quote")
"""What counts as an answer to a question, and may be shown in the harvest."""

AskedState = Literal["open", "answered", "parked"]


class NotePut(Struct, frozen=True):
    """On `note/<id>/text`."""

    text: str


class NotePlaced(Struct, frozen=True, omit_defaults=True):
    """On `note/<id>/place`: the question of an item, and the group; no group is the plenary."""

    order: str
    item: str
    question: str | None = None
    group: int | None = None
    kind: str = "answer"


class NoteRemoved(Struct, frozen=True, omit_defaults=True):
    """On `note/<id>/status`: removed, as far as these heads of its text go."""

    removed: bool
    saw: tuple[str, ...] = ()


class QuestionSettled(Struct, frozen=True):
    """On `note/<id>/asked`: what became of a question for the plenary."""

    state: AskedState = "open"


class Place(Struct, frozen=True):
    """Where notes belong together: a box on the screen."""

    item: str
    question: str | None = None
    group: int | None = None
    kind: str = "answer"

    @property
    def key(self) -> str:
        """Return the place as one word, for drafts."""
        return "|".join((self.item, self.question or "", str(self.group or ""), self.kind))


class Note(Struct, frozen=True):
    """A note as it stands. `others` are texts that someone else put at the same moment.

    `first` is the start that wrote it, `writer` the one that wrote the text that counts. `asked` is what became of it,
    for a question for the plenary. `heads` are the facts that its texts come from: an editor keeps those it began with,
    so that a change meanwhile by another shows as a second version.
    """

    id: str
    text: str
    place: Place
    order: str
    created: datetime
    changed: datetime
    writer: str
    others: tuple[str, ...] = ()
    removed: bool = False
    newer: bool = False
    asked: AskedState = "open"
    heads: tuple[str, ...] = ()
    first: str = ""


class Version(Struct, frozen=True):
    """A text that a note had: who put it and when; None is a text that only a newer version of the app can read."""

    text: str | None
    when: datetime
    writer: str


class Notes:
    """All notes of a run."""

    def __init__(self, recorder: Recorder, moments: Moments) -> None:
        self._recorder = recorder
        self._moments = moments
        self._notes: dict[str, Note] = {}
        self._at: dict[Place, set[str]] = {}
        self._index = NoteIndex(ANSWERS)
        self._all: tuple[Note, ...] | None = None
        self._partial: set[str] = set()
        self._arrived: dict[str, datetime] = {}

    def settle(self, changes: Changes) -> None:
        """Work out the touched notes again; all of them when a clock was read, for that moves their times."""
        read = any(name.endswith(("/opened", "/clock")) for name in changes.registers)
        for name in changes.ids("note") | (self._notes.keys() if read else frozenset()):
            before = self._notes.pop(name, None)
            self._all = None
            if before:
                self._at[before.place].discard(name)
                self._index.drop(before)
            note = self._read(name)
            (self._partial.discard if note else self._partial.add)(name)
            if note:
                if before is None or before.heads != note.heads:
                    self._arrived[name] = self._moments.now()
                self._notes[name] = note
                self._index.add(note)
                self._at.setdefault(note.place, set()).add(name)

    def look_back(self) -> None:
        """Take what is there now for old: it was read from the disk, and arrived at another time."""
        self._arrived.clear()

    def arrived(self, name: str) -> datetime:
        """Return when a note's last text came to this laptop, or was put: another laptop's clock may be wrong."""
        note = self._notes.get(name)
        return self._arrived.get(name) or (min(note.changed, self._moments.now()) if note else self._moments.now())

    @property
    def partial(self) -> int:
        """Return how many notes are known to exist of which the text or the place is not here yet."""
        return len(self._partial)

    def get(self, name: str) -> Note | None:
        """Return a note, also a removed one."""
        return self._notes.get(name)

    def history(self, name: str) -> tuple[Version, ...]:
        """Return every text that a note had, the first one first."""
        facts = self._recorder.registers.history(f"note/{name}/text")
        said = ((fact, data_of(fact, "note.put", NotePut)) for fact in facts)
        return tuple(Version(put.text if put else None, self._moments.when(f), f.writer) for f, put in said)

    def places(self, item: str) -> tuple[Place, ...]:
        """Return the places of an item that have notes, removed ones left aside."""
        return tuple(
            place
            for place, names in self._at.items()
            if place.item == item and any(not self._notes[name].removed for name in names)
        )

    def at(self, place: Place) -> tuple[Note, ...]:
        """Return the notes of a place, in order, without the removed ones."""
        found = [self._notes[name] for name in self._at.get(place, ())]
        return tuple(sorted((note for note in found if not note.removed), key=lambda n: (n.order, n.id)))

    def all(self) -> tuple[Note, ...]:
        """Return every note that is not removed, by place and order."""
        if self._all is None:
            self._all = tuple(self._notes[name] for name in self._index.ids())
        return self._all

    def answers_by(self) -> Mapping[str, int]:
        """Return how many answers each start wrote first."""
        return self._index.answers_by()

    @property
    def torn(self) -> int:
        """Return how many answers have two texts or more to settle."""
        return self._index.torn

    def everything(self) -> tuple[str, ...]:
        """Return the ids of all notes, also of those that were removed."""
        return tuple(self._notes)

    def count(self, item: str, question: str | None) -> int:
        """Return how many answers a question has, over the groups and the plenary."""
        return sum(
            not self._notes[name].removed
            for place, names in self._at.items()
            if place.item == item and place.question == question
            for name in names
        )

    def add(self, place: Place, text: str, *, name: str = "", after: str = "") -> str:
        """Write a new note behind the others of its place, or right `after` one of them; returns its id.

        `name` gives it an id that another laptop may give the same text, so that both make one note.
        """
        name = name or f"n{len(self._recorder.registers)}-{self._recorder.writer[:8]}"
        order = self._behind(place, after)
        self._recorder.record(
            "note.placed",
            f"note/{name}/place",
            NotePlaced(order, place.item, place.question, place.group, place.kind),
        )
        self.put(name, text)
        return name

    def put(self, name: str, text: str, saw: tuple[str, ...] = ()) -> None:
        """Give a note its text, replacing every text that is there; with `saw` only those heads and one's own."""
        base = tuple(sorted({*saw, *self.own_heads(name)})) if saw else None
        self._recorder.record("note.put", f"note/{name}/text", NotePut(clean(text)[:MAX_TEXT]), base)

    def own_heads(self, name: str) -> tuple[str, ...]:
        """Return the heads of a note's text that this start put."""
        heads = self._recorder.registers.heads(f"note/{name}/text")
        return tuple(head.h for head in heads if head.writer == self._recorder.writer)

    def remove(self, name: str) -> None:
        """Take a note away; its texts stay in the journal."""
        saw = self._recorder.registers.base(f"note/{name}/text")
        self._recorder.record("note.removed", f"note/{name}/status", NoteRemoved(True, saw))

    def restore(self, name: str) -> None:
        """Bring a removed note back."""
        self._recorder.record("note.removed", f"note/{name}/status", NoteRemoved(False))

    def move(self, name: str, place: Place, order: str) -> None:
        """Put a note elsewhere."""
        said = NotePlaced(order, place.item, place.question, place.group, place.kind)
        self._recorder.record("note.placed", f"note/{name}/place", said)

    def _behind(self, place: Place, after: str) -> str:
        """Return an order key; answers and quotes of one box stand in one order."""
        kinds = ANSWERS if place.kind in ANSWERS else (place.kind,)
        found = [note for kind in kinds for note in self.at(replace(place, kind=kind))]
        here = sorted(found, key=lambda note: (note.order, note.id))
        low = next((note.order for note in here if note.id == after), here[-1].order if here else "")
        high = next((note.order for note in here if note.order > low), None)
        return between(low, high)

    def settle_question(self, name: str, state: AskedState) -> None:
        """Say what became of a question for the plenary."""
        self._recorder.record("question.settled", f"note/{name}/asked", QuestionSettled(state))

    def _read(self, name: str) -> Note | None:
        registers = self._recorder.registers
        heads = registers.heads(f"note/{name}/text")
        placed = data_of(registers.winner(f"note/{name}/place"), "note.placed", NotePlaced)
        if not heads or placed is None:
            return None
        texts = [said.text if (said := data_of(head, "note.put", NotePut)) else None for head in heads]
        known = [text for text in texts if text is not None]
        text = known[-1] if known else ""
        first = registers.history(f"note/{name}/text")[0]
        asked = data_of(registers.winner(f"note/{name}/asked"), "question.settled", QuestionSettled)
        return Note(
            id=name,
            text=text,
            place=Place(placed.item, placed.question, placed.group, placed.kind),
            order=placed.order,
            created=self._moments.when(first),
            changed=self._moments.when(heads[-1]),
            writer=heads[-1].writer,
            others=tuple(dict.fromkeys(other for other in known[:-1] if other != text)),
            removed=self._is_removed(name, heads),
            newer=None in texts,
            asked=asked.state if asked else "open",
            heads=registers.base(f"note/{name}/text"),
            first=first.writer,
        )

    def _is_removed(self, name: str, heads: tuple[Fact, ...]) -> bool:
        said = self._recorder.registers.heads(f"note/{name}/status")
        known = [status for head in said if (status := data_of(head, "note.removed", NoteRemoved))]
        saw = {h for status in known for h in status.saw}
        return bool(known) and all(s.removed for s in known) and all(head.h in saw for head in heads)


def clean(text: str) -> str:
    """Return text that every file format can hold: no control characters, no halves of characters."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return _DROPPED.sub("", whole)


def pieces(text: str) -> tuple[str, ...]:
    """Cut text that is too long for one note into several, losing none of it."""
    whole = clean(text)
    return tuple(whole[start : start + MAX_TEXT] for start in range(0, len(whole), MAX_TEXT)) or ("",)


_DROPPED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
