"""The run sheet: for the team, before the session. Times, what to say, texts due and texts for the chat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from qpido_facilitator.clock import local
from qpido_facilitator.export.document import Block, Bullet, Bullets, Cell, Document, Heading, Paragraph, Table
from qpido_facilitator.plan.model import AnyItem, Breakout, Cue, Question, SpeakerNotes
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.room_texts import task_text
from qpido_facilitator.words import Words


def runsheet(view: RunView, words: Words) -> Document:
    """Return the run sheet of a run as its plan is now."""
    head, start = view.agenda.head, view.arrival.start_at
    minutes = "" if head is None or head.minutes is None else words.say("{n} min", n=words.number(head.minutes))
    when = f"{words.day(local(start))} {local(start):%H:%M}" if start else words.say("times count from the start")
    blocks = (Heading(words.say("At a glance")), _table(view, words), *_items(view, words))
    return Document(
        title=words.say("Run sheet: {title}", title=head.title if head else ""),
        below=", ".join(filter(None, (when, minutes))),
        language=words.language,
        blocks=blocks,
    )


def chat_texts(view: RunView, words: Words) -> str:
    """Return every text for the chat, in the order in which it is needed, as plain text."""
    made = []
    for time, entry in _times(view):
        texts = [text for _, text in _chat(view, entry.item, words)]
        texts += [cue.chat for cue in entry.item.cues if cue.chat]
        made += [f"== {time}  {_title(entry)}", "", *(line for text in texts for line in (text, ""))] if texts else []
    return "\n".join(made) or words.say("There are no texts for the chat.") + "\n"


def _table(view: RunView, words: Words) -> Table:
    header = (words.say("Time"), words.say("Minutes"), words.say("Item"), words.say("Remarks"))
    rows = tuple(
        (Cell(time), Cell(_minutes(entry.minutes, words), entry.minutes), Cell(_title(entry)),
         Cell(", ".join(_remarks(view, entry, words))))
        for time, entry in _times(view)
    )  # fmt: skip
    return Table(words.say("Every item with its time and its length"), header, rows, (2, 2, 6, 4))


def _remarks(view: RunView, entry: Entry, words: Words) -> Iterator[str]:
    if entry.item.core:
        yield words.say("core: do not skip")
    if entry.item.optional:
        yield words.say("can be skipped")
    mark = review_mark(entry.item.review, local(view.now()).date(), words)
    if mark:
        yield mark.text


def _items(view: RunView, words: Words) -> Iterator[Block]:
    part = ""
    for time, entry in _times(view):
        if entry.part != part:
            part = entry.part
            named = view.agenda.part(part)
            yield Heading(named.title if named else part)
        yield Heading(f"{time}  {_title(entry)}", 2)
        yield from _notes(entry.item.notes, words)
        for question in entry.item.questions:
            yield from _question(question, words)
        for title, text in _chat(view, entry.item, words):
            yield Paragraph(title, "strong")
            yield Paragraph(text)
        if entry.item.cues:
            yield Paragraph(words.say("Texts due"), "strong")
            yield Bullets(tuple(_cue(cue, words) for cue in entry.item.cues))


def _question(question: Question, words: Words) -> Iterator[Block]:
    minutes = f" ({_minutes(question.minutes, words)} min)" if question.minutes else ""
    yield Paragraph(question.text + minutes, "strong")
    yield from _notes(question.notes, words)


def _notes(notes: SpeakerNotes, words: Words) -> Iterator[Block]:
    said = (
        (words.say("Say"), notes.say),
        (words.say("Ask"), notes.ask),
        (words.say("Careful"), notes.careful),
        (words.say("If it stays silent"), notes.silent),
    )
    for label, text in said:
        if text:
            yield Paragraph(words.say("{label}: {text}", label=label, text=text.replace("*", "")))


def _chat(view: RunView, item: AnyItem, words: Words) -> Iterator[tuple[str, str]]:
    if isinstance(item, Breakout):
        yield words.say("Task for the chat"), task_text(view, item, words)
    elif item.chat:
        yield words.say("For the chat"), item.chat
    for question in item.questions:
        if question.chat:
            yield words.say("For the chat"), question.chat


def _cue(cue: Cue, words: Words) -> Bullet:
    moments = {"half": words.say("halfway"), "end": words.say("at the end")}
    at = moments.get(cue.at, words.say("{n} min", n=cue.at))
    return Bullet(f"{at}: {cue.text}", (Bullet(words.say("chat: {text}", text=cue.chat)),) if cue.chat else ())


def _times(view: RunView) -> Iterator[tuple[str, Entry]]:
    """Return each item that is not skipped with the time it begins: on the clock, or counted from the start."""
    start, passed = view.arrival.start_at, timedelta()
    for entry in view.agenda.entries:
        if entry.skipped:
            continue
        whole = int(passed.total_seconds() // 60)
        yield f"{local(start + passed):%H:%M}" if start else f"{whole // 60}:{whole % 60:02d}", entry
        passed += timedelta(minutes=entry.minutes or 0)


def _minutes(minutes: float | None, words: Words) -> str:
    return "?" if minutes is None else words.number(minutes)


def _title(entry: Entry) -> str:
    return entry.item.title or item_label(entry.item)
