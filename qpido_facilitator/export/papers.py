"""The documents, one for each reader: what it says of a report, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

from qpido_facilitator.export.document import (
    Block,
    Bullet,
    Bullets,
    Cell,
    Document,
    Heading,
    Paragraph,
    Picture,
    points,
)
from qpido_facilitator.export.document import Table as DocumentTable
from qpido_facilitator.export.handouts import HelpLine
from qpido_facilitator.export.report import Answers, Asked, Changed, Pending, Report, Section, Timing
from qpido_facilitator.run.review import DebriefField
from qpido_facilitator.words import Words, noted

TIMELINE = "timeline"
"""The name of the picture of planned against actual."""


def paper(report: Report, words: Words) -> Document:
    """Return the document of the reader that a report is for."""
    blocks = {
        "answers": _answers_paper,
        "client": _client_paper,
        "participants": _participants_paper,
        "internal": _internal_paper,
    }[report.reader](report, words)
    return Document(report.title, _when(report, words), report.language, (*_rehearsal(report, words), *blocks))


def _client_paper(report: Report, words: Words) -> Iterator[Block]:
    yield points(*_facts(report, words))
    yield Heading(words.say("What we did"))
    yield Bullets(tuple(_part(part.title, part.done, part.without, words) for part in report.parts))
    if report.themes:
        yield Heading(words.say("Themes"))
        yield points(*report.themes)
    yield Heading(words.say("Recommendations"))
    yield from _text(report.recommendations, words.say("none written down"))
    yield Heading(words.say("Answers"))
    if report.merged:
        yield Paragraph(words.say("The answers of all groups together, without names."), "quiet")
    yield from _sections(report.sections, words)
    yield Heading(words.say("Open questions"))
    yield _pending(report.questions, words.say("no open questions"), words)
    yield Heading(words.say("Parked"))
    yield _pending(report.parking, words.say("nothing parked"), words)
    yield from _checked(report, words)
    yield Heading(words.say("About this report"))
    yield Paragraph(words.say(
        "We write down what was said in the group, without names of people, schools or clients. This report does not "
        "say who said what."
    ))  # fmt: skip


def _participants_paper(report: Report, words: Words) -> Iterator[Block]:
    yield Paragraph(words.say("Thank you for joining in. Here is what you can use after the workshop."))
    yield Heading(words.say("What you brought in"))
    harvest = [text for section in report.sections for asked in section.questions for one in asked.answers
               for text in one.answers]  # fmt: skip
    yield points(*harvest) if harvest else Paragraph(words.say("nothing chosen"), "quiet")
    replied = (*report.questions, *report.parking)
    if replied:
        yield Heading(words.say("Your questions"))
        yield _pending(replied, "", words)
    for plan in report.steps:
        yield Heading(plan.title)
        if plan.text:
            yield Paragraph(plan.text)
        yield Bullets(tuple(Bullet(step) for step in plan.steps), numbered=True)
        if plan.review:
            yield Paragraph(plan.review, "notice")
        if plan.sources:
            yield Paragraph(words.say("Sources: {sources}", sources="; ".join(plan.sources)), "quiet")
    yield from _help(report.help, words)
    yield Paragraph(words.say("Does this touch you? You can always talk to one of the help lines above."))


def _internal_paper(report: Report, words: Words) -> Iterator[Block]:
    yield points(*_facts(report, words), *_signals(report, words))
    yield Heading(words.say("Planned and actual"))
    yield Picture(TIMELINE, _spoken_times(report, words))
    yield times_table(report, words)
    yield Heading(words.say("Changed on the way"))
    changed = [_changed(change) for change in report.changes]
    yield points(*changed) if changed else Paragraph(words.say("nothing: it went as planned"), "quiet")
    yield Heading(words.say("Observations"))
    yield points(*report.observations) if report.observations else Paragraph(words.say("none written down"), "quiet")
    for name, text in report.debrief:
        yield Heading(words.say(_DEBRIEF[name]))
        yield from _text(text, words.say("none written down"))
    if report.themes:
        yield Heading(words.say("Themes"))
        yield points(*report.themes)
    yield Heading(words.say("Recommendations"))
    yield from _text(report.recommendations, words.say("none written down"))
    yield Heading(words.say("Open questions"))
    yield _pending(report.questions, words.say("no open questions"), words)
    yield Heading(words.say("Parked"))
    yield _pending(report.parking, words.say("nothing parked"), words)


def _answers_paper(report: Report, words: Words) -> Iterator[Block]:
    yield Heading(words.say("Answers"))
    yield from _sections(report.sections, words)
    if report.questions:
        yield Heading(words.say("Questions for the plenary"))
        yield _pending(report.questions, "", words)
    yield Heading(words.say("Parked"))
    yield points(*report.parked) if report.parked else Paragraph(words.say("nothing parked"), "quiet")
    yield Heading(words.say("Planned and actual"))
    yield times_table(report, words)
    if report.changes:
        yield Heading(words.say("Changed on the way"))
        yield points(*(_changed(change) for change in report.changes))


def times_table(report: Report, words: Words) -> DocumentTable:
    """Return planned against actual as a table."""
    header = (words.say("Item"), words.say("Planned (min)"), words.say("Actual (min)"))
    rows = [_time_row(timing, words) for timing in report.times]
    planned = "" if report.planned is None else words.number(report.planned)
    rows.append((Cell(words.say("Whole session")), Cell(planned, report.planned),
                 Cell(words.number(report.actual), report.actual)))  # fmt: skip
    return DocumentTable(words.say("How long each item was planned to take, and how long it took"), header,
                         tuple(rows), (6, 2, 2))  # fmt: skip


_DEBRIEF: dict[DebriefField, str] = {
    "well": noted("What went well"),
    "better": noted("What to do differently"),
    "technical": noted("Technical trouble"),
    "care": noted("Aftercare for ourselves"),
}


def _when(report: Report, words: Words) -> str:
    said = [f"{words.day(report.day)} {report.day.year}"]
    if report.started:
        said.append(words.say("started {time}", time=f"{report.started:%H:%M}"))
    if report.ended:
        said.append(words.say("ended {time}", time=f"{report.ended:%H:%M}"))
    return ", ".join(said)


def _rehearsal(report: Report, words: Words) -> tuple[Block, ...]:
    said = words.say("This was a rehearsal: the answers are made up.")
    return (Paragraph(said, "strong"),) if report.rehearsal else ()


def _facts(report: Report, words: Words) -> tuple[str, ...]:
    people = (
        words.say("Participants: not counted")
        if report.people is None
        else words.plural("{n} participant", "{n} participants", report.people)
    )
    groups = words.plural("{n} group", "{n} groups", report.groups) if report.groups else words.say("no groups")
    return people, groups


def _signals(report: Report, words: Words) -> tuple[str, ...]:
    if report.signals is None or not report.signals.total:
        return (words.say("No after-care signals"),)
    total = words.plural("{n} after-care signal", "{n} after-care signals", report.signals.total)
    left = report.signals.open
    state = words.plural("{n} still open", "{n} still open", left) if left else words.say("all dealt with")
    return (f"{total}, {state}",)


def _part(title: str, done: bool, without: tuple[str, ...], words: Words) -> Bullet:
    if not done:
        return Bullet(title, quiet=words.say("skipped"))
    return Bullet(words.say("{part}, without: {items}", part=title, items="; ".join(without)) if without else title)


def _sections(sections: tuple[Section, ...], words: Words) -> Iterator[Block]:
    for section in sections:
        yield Heading(section.title, 2)
        if section.review:
            yield Paragraph(section.review, "notice")
        for question in section.questions:
            yield from _question(question, words)


def _question(question: Asked, words: Words) -> Iterator[Block]:
    if question.text:
        yield Paragraph(question.text, "strong")
    for answers in question.answers:
        yield Bullets(_bullets(answers, words))


def _bullets(answers: Answers, words: Words) -> tuple[Bullet, ...]:
    nothing = answers.reason or words.say("no note")
    said = tuple(Bullet(text) for text in answers.answers)
    if not answers.who:
        return said or (Bullet("", quiet=nothing),)
    return (Bullet(answers.who, said, "" if said else nothing),)


def _pending(rows: tuple[Pending, ...], nothing: str, words: Words) -> Block:
    if not rows:
        return Paragraph(nothing, "quiet")
    return Bullets(tuple(_pending_row(row, words) for row in rows))


def _pending_row(row: Pending, words: Words) -> Bullet:
    if row.reply:
        return Bullet(row.text, (Bullet(words.say("Answer: {text}", text=row.reply)),))
    return Bullet(row.text, (Bullet(words.say("answered in the session")),) if row.answered else ())


def _help(lines: tuple[HelpLine, ...], words: Words) -> Iterator[Block]:
    for title, found in (
        (words.say("Help lines"), [line for line in lines if line.help]),
        (words.say("Useful links"), [line for line in lines if not line.help]),
    ):
        if found:
            yield Heading(title)
            header = (words.say("Who"), words.say("How"), words.say("Looked up"))
            rows = tuple((Cell(_named(line)), Cell(" · ".join(filter(None, (line.phone, line.url)))),
                          Cell(line.checked)) for line in found)  # fmt: skip
            yield DocumentTable(title, header, rows, (4, 4, 3))


def _named(line: HelpLine) -> str:
    return f"{line.label} ({line.note})" if line.note else line.label


def _checked(report: Report, words: Words) -> Iterator[Block]:
    if not report.checked:
        return
    yield Heading(words.say("What was checked, and sources"))
    yield Bullets(
        tuple(
            Bullet(f"{one.title}: {one.review}", tuple(Bullet(source) for source in one.sources))
            for one in report.checked
        )
    )


def _text(text: str, nothing: str) -> Iterator[Block]:
    if not text.strip():
        yield Paragraph(nothing, "quiet")
    for piece in text.strip().split("\n") if text.strip() else ():
        if piece.strip():
            yield Paragraph(piece)


def _time_row(timing: Timing, words: Words) -> tuple[Cell, ...]:
    planned = words.say("unknown") if timing.planned is None else words.number(timing.planned)
    actual = words.say("skipped") if timing.skipped else "–"
    if timing.actual is not None:
        actual = words.number(timing.actual)
    title = timing.title + (" (" + words.say("added") + ")" if timing.inserted else "")
    return Cell(title), Cell(planned, timing.planned), Cell(actual, timing.actual)


def _changed(change: Changed) -> str:
    return f"{change.when:%H:%M} {change.text}" if change.when else change.text


def _spoken_times(report: Report, words: Words) -> str:
    planned = words.say("unknown") if report.planned is None else words.number(report.planned)
    return words.say(
        "Bars of planned and actual minutes for each item. Whole session: planned {planned}, actual {actual} minutes. "
        "The table below has the same figures.",
        planned=planned, actual=words.number(report.actual),
    )  # fmt: skip
