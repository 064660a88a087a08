"""The review: what was written down, as it goes into documents, question by question and for one reader at a time.

Answers, quotes, questions for the plenary and parked points come here; observations only for the internal evaluation.
After-care signals have no way in.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from qpido_facilitator.plan.model import AnyItem, Harvest, Question
from qpido_facilitator.run.groups import Group
from qpido_facilitator.run.notes import ANSWERS, AskedState, Note
from qpido_facilitator.run.review import Copy, Reader
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.groups import group_name, groups_asked, groups_of, notes_in, why_empty
from qpido_facilitator.show.labels import item_label, shortened
from qpido_facilitator.words import Words

SMALL = 4
"""A group with fewer people is not told apart in the client's report."""

QUESTIONS = "questions"
PARKING = "parking"
OBSERVATIONS = "observations"


class Line(Struct, frozen=True):
    """A note as documents tell it. `original` is the note itself, `with_it` the notes that are told together with it.

    `chosen` says that a person decided whether it is included, `late` that the note changed since it was worded,
    `fresh` that the last document for this reader did not have it. `reply` is what is answered to a question.
    """

    note: str
    text: str
    original: str
    included: bool
    order: str
    chosen: bool = False
    quote: bool = False
    worded: bool = False
    late: bool = False
    fresh: bool = False
    with_it: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    asked: AskedState = "open"
    reply: str = ""


class Silence(Struct, frozen=True):
    """A group that said nothing to a question, and why if somebody knows."""

    who: str
    reason: str


class Topic(Struct, frozen=True):
    """A question with its lines, over all groups. `key` tells topics apart, `short` is its name in a list.

    `item` is empty for the questions to the plenary and for the parked points of the whole session.
    """

    key: str
    title: str
    short: str
    lines: tuple[Line, ...]
    silent: tuple[Silence, ...] = ()
    item: str = ""
    question: str | None = None

    @property
    def included(self) -> tuple[Line, ...]:
        """Return what goes into documents."""
        return tuple(line for line in self.lines if line.included)


class Merging(Struct, frozen=True):
    """Whether the client's report merges the groups, and whether it has to; `small` are the groups it is for."""

    merged: bool
    forced: bool
    small: tuple[str, ...] = ()


def topics(view: RunView, reader: Reader, words: Words, since: datetime | None = None) -> tuple[Topic, ...]:
    """Return every question in the order of the agenda, and last what is open and what was parked.

    The internal evaluation has no answers: it begins with the observations, which nobody else gets.
    """
    kinds = [
        (QUESTIONS, words.say("Questions for the plenary"), "plenary-question"),
        (PARKING, words.say("Parked"), "parking"),
    ]
    found: list[Topic] = []
    if reader == "internal":
        kinds.insert(0, (OBSERVATIONS, words.say("Observations"), "observation"))
    else:
        found += [topic for entry in view.agenda.entries for topic in _of_item(view, entry.item, reader, words, since)]
    for key, title, kind in kinds:
        notes = [note for note in _in_agenda_order(view) if note.place.kind == kind]
        found.append(Topic(key, title, title, _lines(view, notes, reader, since)))
    return tuple(found)


def merging(view: RunView, words: Words) -> Merging:
    """Return whether the client's report merges groups: by choice, or because one is small, alone or not counted."""
    every = [
        (entry.item, group)
        for entry in view.agenda.entries
        if entry.item.kind == "breakout"
        for group in groups_of(view, entry.item)
        if group.into is None and (group.open or _said_anything(view, entry.item, group))
    ]
    small = tuple(
        dict.fromkeys(
            group_name(group, words) for _, group in every if group.people is not None and group.people < SMALL
        )
    )
    alone = any(sum(one == item for one, _ in every) == 1 for item, _ in every)
    forced = bool(small) or alone or any(group.people is None for _, group in every)
    return Merging(forced or not view.review.reviewed.groups_shown, forced, small)


def told(line: Line, words: Words) -> str:
    """Return a line as a document says it: a quote between marks."""
    text = line.text.strip()
    quoted = text[:1] in "“\"‘'" and text[-1:] in "”\"’'"
    return words.say("“{text}”", text=text) if line.quote and not quoted else text


def lines_of(
    view: RunView, item: AnyItem, question: Question | None, group: Group | None, reader: Reader
) -> tuple[Line, ...]:
    """Return what one group, or the plenary, said, as it is told to a reader."""
    return _lines(view, list(notes_in(view, item, question, group)), reader, None)


def _of_item(view: RunView, item: AnyItem, reader: Reader, words: Words, since: datetime | None) -> list[Topic]:
    if isinstance(item, Harvest):
        return []
    found = []
    loose = [note for place in view.notes.places(item.id) if place.question is None and place.kind in ANSWERS
             for note in view.notes.at(place)]  # fmt: skip
    if loose:
        title = item.title or item_label(item)
        found.append(Topic(item.id, title, item_label(item), _lines(view, loose, reader, since), item=item.id))
    for asked in item.questions:
        groups = groups_asked(view, item, asked)
        notes = [note for group in (*groups, None) for note in notes_in(view, item, asked, group)]
        silent = tuple(
            Silence(group_name(group, words), why_empty(view, item, group, asked, words))
            for group in groups if not notes_in(view, item, asked, group)
        )  # fmt: skip
        short = asked.short or shortened(asked.text, 28)
        lines = _lines(view, notes, reader, since)
        found.append(Topic(f"{item.id}/{asked.id}", asked.text, short, lines, silent, item.id, asked.id))
    return found


def _in_agenda_order(view: RunView) -> tuple[Note, ...]:
    places = {entry.item.id: number for number, entry in enumerate(view.agenda.entries)}
    return tuple(sorted(view.notes.all(), key=lambda note: (places.get(note.place.item, len(places)), note.created,
                                                             note.order, note.id)))  # fmt: skip


def _lines(view: RunView, notes: list[Note], reader: Reader, since: datetime | None) -> tuple[Line, ...]:
    copies = {note.id: view.review.copy(note.id) for note in notes}
    heads = {note.id for note in notes if not _goes_into(note.id, copies)}
    made = [_line(view, note, copies, notes, reader, since) for note in notes if note.id in heads]
    # a sort that keeps its order: what nobody moved stays where it stands, group after group
    places = {line.note: line.order or f"{number:06d}" for number, line in enumerate(made)}
    return tuple(sorted(made, key=lambda line: places[line.note]))


def _goes_into(note: str, copies: dict[str, Copy]) -> str:
    """Return the note that this one is told with in the end, "" for itself; a ring of them is told by its first."""
    path = [note]
    while (into := copies[path[-1]].into) in copies:
        if into in path:
            ring = path[path.index(into) :]
            first = min(ring)
            return "" if note == first else first
        path.append(into)
    return path[-1] if len(path) > 1 else ""


def _line(
    view: RunView, note: Note, copies: dict[str, Copy], notes: list[Note], reader: Reader, since: datetime | None
) -> Line:
    copy = copies[note.id]
    chosen = view.review.included(note.id, reader)
    shown = copy.text or (_harvested(view, note) if reader == "participants" else "") or note.text
    merged = [other for other in notes if _goes_into(other.id, copies) == note.id]
    return Line(
        note=note.id,
        text=shown,
        original=note.text,
        included=_usually(view, note, reader) if chosen is None else chosen,
        order=copy.order,
        chosen=chosen is not None,
        quote=note.place.kind == "quote",
        worded=bool(copy.text),
        late=bool(copy.text) and copy.saw != note.heads,
        fresh=since is not None and note.created > since,
        with_it=tuple(other.text for other in merged),
        others=() if copy.text else note.others,
        asked=note.asked,
        reply=copy.reply,
    )


def _harvested(view: RunView, note: Note) -> str:
    return view.harvests.of(note.id).text


def _usually(view: RunView, note: Note, reader: Reader) -> bool:
    """Say whether a reader gets a note that nobody decided about: participants get what was chosen in the harvest."""
    if view.harvests.hidden(note.id):
        return False
    if reader != "participants":
        return True
    if note.place.kind in ANSWERS:
        return bool(view.harvests.pinned(note.id))
    return bool(view.review.reply(note.id))


def _said_anything(view: RunView, item: AnyItem, group: Group) -> bool:
    return any(place.group in group.ids for place in view.notes.places(item.id))
