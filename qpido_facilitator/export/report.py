"""The answers of a run as a value: agenda order, then question, then group; what is empty says so."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import Breakout, Discussion, Harvest, Question
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.notes import Note, Place
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.show.differences import differences
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.schedule import spent_on
from qpido_facilitator.words import Words


class Answers(Struct, frozen=True):
    """What one group, or the plenary, said to a question."""

    who: str
    answers: tuple[str, ...]


class Asked(Struct, frozen=True):
    """A question with every group's answers; an item without a question has an empty text."""

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


class Report(Struct, frozen=True):
    """Everything a document of answers needs."""

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


def report_of(view: RunView, words: Words) -> Report:
    """Return the report of a run, its words in the language of `words`."""
    head, started = view.agenda.head, view.agenda.started
    visits = view.stage.visits()
    now = view.now()
    begin = visits[0].begin if visits else None
    end = view.stage.ended or (visits[-1].begin if visits else None)
    spent = spent_on(visits, view.stage.ended or (visits[-1].begin if visits else now))
    return Report(
        title=head.title if head else "",
        day=local(begin or started or now),
        language=words.language,
        sections=tuple(section for entry in view.agenda.entries if (section := _section(view, entry, words))),
        parked=tuple(note.text for note in view.notes.all() if note.place.kind == "parking"),
        times=tuple(_timing(entry, spent) for entry in view.agenda.entries if _takes_time(entry)),
        planned=head.minutes if head else None,
        actual=_minutes(end - begin) if begin and end else 0.0,
        started=local(begin) if begin else None,
        ended=local(view.stage.ended) if view.stage.ended else None,
        rehearsal=bool(head and (head.rehearsal or head.practice)),
        changes=tuple(Changed(one.text, local(one.when) if one.when else None) for one in differences(view, words)),
    )


def _section(view: RunView, entry: Entry, words: Words) -> Section | None:
    if isinstance(entry.item, Harvest):
        return None
    mark = review_mark(entry.item.review, local(view.now()).date(), words)
    questions = [_asked(view, entry, question, words) for question in entry.item.questions]
    loose = _said(view, Place(entry.item.id), words.say("Plenary"))
    if loose.answers:
        questions.insert(0, Asked("", (loose,)))
    if not questions and mark is None:
        return None
    return Section(entry.item.title or item_label(entry.item), tuple(questions), mark.text if mark else "")


def _asked(view: RunView, entry: Entry, question: Question, words: Words) -> Asked:
    groups = view.agenda.groups_for(entry.item, question)
    answers = [
        _said(view, Place(entry.item.id, question.id, group), words.say("Group {n}", n=group)) for group in groups
    ]
    plenary = _said(view, Place(entry.item.id, question.id), words.say("Plenary"))
    if plenary.answers or not groups or isinstance(entry.item, Discussion):
        answers.append(plenary)
    strays = _strays(view, entry, question, groups, words)
    asked = not isinstance(entry.item, Breakout) or bool(groups)
    return Asked(question.text, tuple(answers + strays) if asked else (plenary, *strays))


def _strays(view: RunView, entry: Entry, question: Question, groups: tuple[int, ...], words: Words) -> list[Answers]:
    """Return answers of groups that are no longer asked: nothing written down is left out."""
    found: dict[int, list[Note]] = {}
    for note in view.notes.all():
        place = note.place
        mine = place.item == entry.item.id and place.question == question.id and place.kind != "parking"
        if mine and place.group is not None and place.group not in groups:
            found.setdefault(place.group, []).append(note)
    return [
        Answers(words.say("Group {n}", n=group), tuple(note.text for note in notes))
        for group, notes in sorted(found.items())
    ]


def _said(view: RunView, place: Place, who: str) -> Answers:
    answers: list[str] = []
    for note in view.notes.at(place):
        answers.append(note.text)
        answers.extend(note.others)
    return Answers(who, tuple(answers))


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
