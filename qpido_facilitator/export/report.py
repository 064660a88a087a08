"""A run as one reader is to have it: a frozen value that every format renders.

The order is that of the agenda, then of the questions, then of the groups; what is empty says so. What a reader must
not have is not in that reader's report at all: no type has a field for an author, only the internal one counts
signals, and none has a place for what a signal is about.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.export.handouts import Checked, HelpLine, StepPlan, checked_items, help_lines, step_plans
from qpido_facilitator.plan.model import AnyItem, Discussion, Harvest, Question
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.groups import Group
from qpido_facilitator.run.notes import ANSWERS, Note
from qpido_facilitator.run.review import DebriefField, Reader
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.show.differences import differences
from qpido_facilitator.show.groups import group_name, groups_asked, notes_in, why_empty
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.review import OBSERVATIONS, PARKING, QUESTIONS, Line, lines_of, merging, told, topics
from qpido_facilitator.show.schedule import spent_on
from qpido_facilitator.words import Words

For = Literal["answers", "client", "participants", "internal"]


class Answers(Struct, frozen=True):
    """What one group, or the plenary, said to a question; `reason` is why there is nothing, if somebody knows."""

    who: str
    answers: tuple[str, ...]
    reason: str = ""


class Asked(Struct, frozen=True):
    """A question with every group's answers; an item without a question has an empty text.

    For a reader who gets the groups merged there is one `Answers`, its `who` empty.
    """

    text: str
    answers: tuple[Answers, ...]


class Section(Struct, frozen=True):
    """An item with its questions. `review` says that its content was not checked."""

    title: str
    questions: tuple[Asked, ...]
    review: str = ""


class Timing(Struct, frozen=True):
    """An item in the table of times; lengths in minutes, None for unknown."""

    title: str
    planned: float | None
    actual: float | None
    skipped: bool = False
    inserted: bool = False


class Changed(Struct, frozen=True):
    """How the session differed from its plan, in words, and when that was said (local)."""

    text: str
    when: datetime | None = None


class Pending(Struct, frozen=True):
    """A question for the plenary or a parked point, and what is answered to it."""

    text: str
    reply: str = ""
    answered: bool = False


class PartDone(Struct, frozen=True):
    """A part of the agenda: done, or not; `without` are the items of it that were skipped."""

    title: str
    done: bool
    without: tuple[str, ...] = ()


class SignalCount(Struct, frozen=True):
    """How many after-care signals there were and how many are still open. Nothing else is told of them."""

    total: int = 0
    open: int = 0


class Report(Struct, frozen=True):
    """Everything a document needs. `people` and `groups` are numbers, `people` None when nobody counted.

    `merged` says that answers are told over all groups. What the reader does not get is empty.
    """

    title: str
    day: datetime
    language: str
    sections: tuple[Section, ...]
    parked: tuple[str, ...]
    times: tuple[Timing, ...]
    planned: float | None
    actual: float
    started: datetime | None
    ended: datetime | None
    rehearsal: bool
    changes: tuple[Changed, ...] = ()
    reader: For = "answers"
    organisation: str = ""
    people: int | None = None
    groups: int = 0
    merged: bool = False
    parts: tuple[PartDone, ...] = ()
    questions: tuple[Pending, ...] = ()
    parking: tuple[Pending, ...] = ()
    themes: tuple[str, ...] = ()
    recommendations: str = ""
    observations: tuple[str, ...] = ()
    debrief: tuple[tuple[DebriefField, str], ...] = ()
    signals: SignalCount | None = None
    steps: tuple[StepPlan, ...] = ()
    help: tuple[HelpLine, ...] = ()
    checked: tuple[Checked, ...] = ()


def day_of(view: RunView) -> datetime:
    """Return when a session was held: when it began, or when it was made if it did not."""
    visits = view.stage.visits()
    return local((visits[0].begin if visits else view.agenda.started) or view.now())


def report_of(view: RunView, words: Words, reader: For = "answers") -> Report:
    """Return the report of a run for a reader, its words in the language of `words`."""
    head = view.agenda.head
    visits = view.stage.visits()
    now = view.now()
    begin = visits[0].begin if visits else None
    end = view.stage.ended or (visits[-1].begin if visits else None)
    spent = spent_on(visits, view.stage.ended or (visits[-1].begin if visits else now))
    timed = reader in ("answers", "internal")
    today = local(now).date()
    merged = reader == "participants" or (reader == "client" and merging(view, words).merged)
    reviewed = view.review.reviewed
    pending = _pending(view, reader, words)
    parked = [note for note in view.notes.all() if note.place.kind == "parking"]
    return Report(
        title=head.title if head else "",
        day=day_of(view),
        language=words.language,
        sections=_sections(view, reader, words, merged=merged),
        parked=tuple(text for note in parked for text in (note.text, *note.others)) if reader == "answers" else (),
        times=tuple(_timing(entry, spent) for entry in view.agenda.entries if _takes_time(entry)) if timed else (),
        planned=head.minutes if head and timed else None,
        actual=_minutes(end - begin) if begin and end and timed else 0.0,
        started=local(begin) if begin and timed else None,
        ended=local(view.stage.ended) if view.stage.ended and timed else None,
        rehearsal=bool(head and (head.rehearsal or head.practice)),
        changes=_changes(view, words) if timed else (),
        reader=reader,
        organisation=head.organisation if head else "",
        people=view.arrival.headcount,
        groups=_group_count(view),
        merged=merged,
        parts=_parts(view, {visit.item for visit in visits}) if reader in ("client", "internal") else (),
        questions=pending[0],
        parking=pending[1],
        themes=reviewed.themes if reader in ("client", "internal") else (),
        recommendations=reviewed.recommendations if reader in ("client", "internal") else "",
        observations=_observations(view, words) if reader == "internal" else (),
        debrief=reviewed.debrief if reader == "internal" else (),
        signals=_signals(view) if reader == "internal" else None,
        steps=step_plans(view, today, words) if reader == "participants" else (),
        help=help_lines(view, words) if reader == "participants" else (),
        checked=checked_items(view, today, words) if reader == "client" else (),
    )


def _sections(view: RunView, reader: For, words: Words, *, merged: bool) -> tuple[Section, ...]:
    if reader == "internal":
        return ()
    if reader != "answers" and merged:
        return _merged(view, "client" if reader == "client" else "participants", words)
    return tuple(section for entry in view.agenda.entries if (section := _section(view, entry, reader, words)))


def _merged(view: RunView, reader: Reader, words: Words) -> tuple[Section, ...]:
    """Return the answers over all groups; a client sees of every question that nothing was written down."""
    found: dict[str, list[Asked]] = {}
    for topic in topics(view, reader, words):
        if not topic.item:
            continue
        said = tuple(text for line in topic.included for text in (told(line, words), *line.others))
        if said or reader == "client":
            title = topic.title if topic.question else ""
            found.setdefault(topic.item, []).append(Asked(title, (Answers("", said),)))
    sections = ((view.agenda.entry(item), asked) for item, asked in found.items())
    return tuple(
        Section(entry.item.title or item_label(entry.item), tuple(asked)) for entry, asked in sections if entry
    )


def _section(view: RunView, entry: Entry, reader: For, words: Words) -> Section | None:
    if isinstance(entry.item, Harvest):
        return None
    mark = review_mark(entry.item.review, local(view.now()).date(), words)
    questions = [_asked(view, entry.item, question, reader, words) for question in entry.item.questions]
    for group in (*_loose_groups(view, entry.item), None):
        loose = _said(view, entry.item, None, group, reader, words)
        if loose.answers:
            questions.insert(0, Asked("", (loose,)))
    if not questions and mark is None:
        return None
    return Section(entry.item.title or item_label(entry.item), tuple(questions), mark.text if mark else "")


def _asked(view: RunView, item: AnyItem, question: Question, reader: For, words: Words) -> Asked:
    groups = groups_asked(view, item, question)
    answers = [_said(view, item, question, group, reader, words) for group in groups]
    plenary = _said(view, item, question, None, reader, words)
    if plenary.answers or not groups or isinstance(item, Discussion):
        answers.append(plenary)
    return Asked(question.text, tuple(answers))


def _said(
    view: RunView, item: AnyItem, question: Question | None, group: Group | None, reader: For, words: Words
) -> Answers:
    who = group_name(group, words) if group else words.say("Plenary")
    reason = why_empty(view, item, group, question, words) if question else ""
    if reader == "client":
        lines = lines_of(view, item, question, group, "client")
        return Answers(who, tuple(t for one in lines if one.included for t in (told(one, words), *one.others)), reason)
    notes = notes_in(view, item, question, group)
    return Answers(who, tuple(text for note in notes for text in _texts(note, words)), reason)


def _texts(note: Note, words: Words) -> tuple[str, ...]:
    quoted = note.text[:1] in "“\"‘'" and note.text[-1:] in "”\"’'"
    first = words.say("“{text}”", text=note.text) if note.place.kind == "quote" and not quoted else note.text
    return (first, *note.others)


def _loose_groups(view: RunView, item: AnyItem) -> tuple[Group, ...]:
    """Return the groups that said something which belongs to no question of an item."""
    places = view.notes.places(item.id)
    ids = {place.group for place in places if place.question is None and place.group and place.kind in ANSWERS}
    return tuple(group for group in view.agenda.groups_of(item) if ids & set(group.ids))


def _pending(view: RunView, reader: For, words: Words) -> tuple[tuple[Pending, ...], tuple[Pending, ...]]:
    """Return the questions for the plenary and the parked points; participants get those with an answer."""
    found = {topic.key: topic.lines for topic in topics(view, "client" if reader == "answers" else reader, words)}
    return _rows(found[QUESTIONS], reader), _rows(found[PARKING], reader) if reader != "answers" else ()


def _rows(lines: tuple[Line, ...], reader: For) -> tuple[Pending, ...]:
    kept = (line for line in lines if line.included or reader == "answers")
    return tuple(
        Pending(line.original if reader == "answers" else line.text, line.reply, line.asked == "answered")
        for line in kept
        if reader != "participants" or line.reply
    )


def _parts(view: RunView, visited: set[str]) -> tuple[PartDone, ...]:
    """Return the agenda as it went: what was done, and what of it was not."""
    made = []
    for part in view.agenda.parts:
        entries = [entry for entry in view.agenda.entries if entry.part == part.id]
        done = any(entry.item.id in visited for entry in entries)
        missed = (entry for entry in entries if entry.item.id not in visited and (entry.skipped or visited))
        without = tuple(entry.item.title or item_label(entry.item) for entry in missed) if done else ()
        made.append(PartDone(part.title, done, without))
    return tuple(made)


def _observations(view: RunView, words: Words) -> tuple[str, ...]:
    lines = (line for topic in topics(view, "internal", words) if topic.key == OBSERVATIONS for line in topic.included)
    return tuple(text for line in lines for text in (line.text, *line.others))


def _signals(view: RunView) -> SignalCount:
    signals = view.signals.all()
    return SignalCount(len(signals), sum(signal.state == "open" for signal in signals))


def _group_count(view: RunView) -> int:
    head = view.agenda.head
    breakouts = (entry.item for entry in view.agenda.entries if entry.item.kind == "breakout")
    counts = [sum(group.into is None for group in view.agenda.groups_of(item)) for item in breakouts]
    return max(counts, default=head.groups if head else 0)


def _changes(view: RunView, words: Words) -> tuple[Changed, ...]:
    return tuple(Changed(one.text, local(one.when) if one.when else None) for one in differences(view, words))


def _takes_time(entry: Entry) -> bool:
    """Leave out dividers of no length only: a divider with minutes is part of the plan."""
    return entry.item.kind != "section" or bool(entry.item.minutes)


def _timing(entry: Entry, spent: dict[str, timedelta]) -> Timing:
    took = spent.get(entry.item.id)
    return Timing(
        title=entry.item.title or item_label(entry.item),
        planned=entry.planned,
        actual=_minutes(took) if took is not None else None,
        skipped=entry.skipped and took is None,
        inserted=entry.inserted,
    )


def _minutes(length: timedelta) -> float:
    return round(length.total_seconds() / 60, 1)
