"""How the session came to differ from its plan: what was added, skipped, moved and re-timed, and its start and end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.labels import item_label, shortened
from qpido_facilitator.words import Words

Kind = Literal["added", "skipped", "broken-off", "moved", "retimed", "end", "start"]


class Difference(Struct, frozen=True):
    """One difference as it stands in the end, what was undone is none; `when` it was last said so."""

    kind: Kind
    item: str
    text: str
    when: datetime | None = None


def differences(view: RunView, words: Words) -> tuple[Difference, ...]:
    """Return the differences in the order of the agenda, those of the whole session last."""
    visited = {visit.item for visit in view.stage.visits()}
    found = [one for entry in view.agenda.entries for one in _of_item(view, entry, visited, words)]
    return (*found, *_of_parts(view, words), *_of_session(view, words))


def name_of(entry: Entry) -> str:
    """Return what an item is called in a sentence: its title, or for a question of one's own what was asked."""
    asked = entry.item.questions[0].text if entry.inserted and entry.item.questions else ""
    title = entry.item.title or item_label(entry.item)
    return f"{title}: {shortened(asked, 60)}" if asked else title


def _of_item(view: RunView, entry: Entry, visited: set[str], words: Words) -> Iterator[Difference]:
    agenda, item, what = view.agenda, entry.item.id, name_of(entry)
    if entry.inserted:
        yield Difference("added", item, words.say("Added: {what}", what=what), agenda.changed(item, "planned"))
    if entry.skipped:
        when = agenda.changed(item, "skipped")
        if item in visited:
            yield Difference("broken-off", item, words.say("Broken off: {what}", what=what), when)
        else:
            yield Difference("skipped", item, _skipped(entry, what, words), when)
    if entry.moved:
        yield Difference("moved", item, _moved(view, entry, what, words), agenda.changed(item, "place"))
    if entry.retimed and not entry.inserted:
        text = words.say("{what}: {was} to {now} min", what=what, was=_minutes(entry.planned, words),
                         now=_minutes(entry.minutes, words))  # fmt: skip
        yield Difference("retimed", item, text, agenda.changed(item, "minutes"))
    yield from _of_questions(view, entry, what, words)
    yield from _left_out(view, entry, what, words)


def _of_questions(view: RunView, entry: Entry, what: str, words: Words) -> Iterator[Difference]:
    planned = {one.id: one for one in entry.item.questions}
    for name, minutes in entry.times:
        asked = planned.get(name)
        if asked is None or asked.minutes == minutes:
            continue
        question = asked.short or shortened(asked.text, 40)
        text = words.say("{what}, {question}: {was} to {now} min", what=what, question=question,
                         was=_minutes(asked.minutes, words), now=_minutes(minutes, words))  # fmt: skip
        yield Difference("retimed", entry.item.id, text, view.agenda.changed(entry.item.id, f"question/{name}"))


def _left_out(view: RunView, entry: Entry, what: str, words: Words) -> Iterator[Difference]:
    for asked in view.agenda.questions(entry.item):
        if asked.id in entry.left_out:
            question = asked.short or shortened(asked.text, 40)
            text = words.say("Not asked: {what}, {question}", what=what, question=question)
            yield Difference("skipped", entry.item.id, text, view.agenda.changed(entry.item.id, f"left-out/{asked.id}"))


def _skipped(entry: Entry, what: str, words: Words) -> str:
    if entry.reason:
        return words.say("Skipped: {what} ({why})", what=what, why=entry.reason)
    return words.say("Skipped: {what}", what=what)


def _moved(view: RunView, entry: Entry, what: str, words: Words) -> str:
    entries = view.agenda.entries
    place = next((n for n, one in enumerate(entries) if one.item.id == entry.item.id), 0)
    if not place:
        return words.say("Moved: {what}, now first", what=what)
    return words.say("Moved: {what}, now after {other}", what=what, other=name_of(entries[place - 1]))


def _of_parts(view: RunView, words: Words) -> Iterator[Difference]:
    for part in view.agenda.parts:
        when = view.agenda.changed(part.id, "part")
        if when and view.agenda.part_moved(part.id):
            yield Difference("moved", "", words.say("Moved: {what}", what=part.title), when)


def _of_session(view: RunView, words: Words) -> Iterator[Difference]:
    visits, told, end = view.stage.visits(), view.arrival.start_at, view.ending.end_at
    late = round((visits[0].begin - told).total_seconds() / 60) if visits and told else 0
    if late > 0:
        text = words.plural("Started {n} min late", "Started {n} min late", late)
        if view.ending.late == "shift":
            text = words.plural(
                "Started {n} min late; the end shifted along", "Started {n} min late; the end shifted along", late
            )
        yield Difference("start", "", text, visits[0].begin)
    if end:
        yield Difference("end", "", words.say("End agreed: {time}", time=f"{local(end):%H:%M}"))


def _minutes(minutes: float | None, words: Words) -> str:
    if minutes is None:
        return words.say("unknown")
    return words.number(minutes)
