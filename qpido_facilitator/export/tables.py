"""Reports as rows: for a spreadsheet, and for CSV. Every answer is a row of its own, in the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from qpido_facilitator.export.document import Cell, safe
from qpido_facilitator.export.papers import times_table
from qpido_facilitator.export.report import Pending, Report
from qpido_facilitator.words import Words


class Sheet(Struct, frozen=True):
    """A sheet: its name, its headings, and its rows; `widths` in characters."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


def sheets(report: Report, words: Words) -> tuple[Sheet, ...]:
    """Return the sheets of a report; the answers come first."""
    times = times_table(report, words)
    made = [answer_sheet(report, words)]
    if report.times:
        made.append(Sheet(words.say("Times"), times.header, times.rows, (40, 16, 16)))
    return tuple(made)


def answer_sheet(report: Report, words: Words) -> Sheet:
    """Return every answer, question for the plenary and parked point; what is empty has a row that says so."""
    header = (words.say("Item"), words.say("Question"), words.say("Group"), words.say("Kind"), words.say("Text"))
    rows = (*_answers(report, words), *_pending(report, words))
    return Sheet(words.say("Answers"), header, tuple(tuple(Cell(safe(text)) for text in row) for row in rows),
                 (28, 40, 14, 16, 80))  # fmt: skip


def _answers(report: Report, words: Words) -> Iterator[tuple[str, ...]]:
    for section in report.sections:
        for question in section.questions:
            for one in question.answers:
                place = section.title, question.text, one.who or words.say("All groups")
                for text in one.answers:
                    yield *place, words.say("Answer"), text
                if not one.answers:
                    yield *place, words.say("Empty"), one.reason or words.say("no note")


def _pending(report: Report, words: Words) -> Iterator[tuple[str, ...]]:
    parked = report.parking or tuple(Pending(text) for text in report.parked)
    for kind, rows in ((words.say("Question for the plenary"), report.questions), (words.say("Parked"), parked)):
        for row in rows:
            yield "", "", "", kind, row.text
            if row.reply:
                yield "", "", "", words.say("Answer"), row.reply
