"""The answers as Markdown, for a mail or a wiki; every text is shown as it was typed."""

from __future__ import annotations

import re

from qpido_facilitator.export.report import Answers, Changed, Report, Section, Timing
from qpido_facilitator.words import Words


def markdown(report: Report, words: Words) -> str:
    """Return the report as Markdown, ending in a line end."""
    lines = ["# " + _plain(report.title), "", _when(report, words), ""]
    if report.rehearsal:
        lines += ["**" + words.say("This was a rehearsal: the answers are made up.") + "**", ""]
    lines += ["## " + words.say("Answers"), ""]
    for section in report.sections:
        lines += _section(section, words)
    lines += ["## " + words.say("Parked"), ""]
    lines += [_point(text) for text in report.parked] or ["*" + words.say("nothing parked") + "*"]
    lines += ["", "## " + words.say("Planned and actual"), "", *_table(report, words)]
    if report.changes:
        lines += ["", "## " + words.say("Changed on the way"), "", *(_changed(change) for change in report.changes)]
    return "\n".join(lines) + "\n"


def _when(report: Report, words: Words) -> str:
    said = [f"{words.day(report.day)} {report.day.year}"]
    if report.started:
        said.append(words.say("started {time}", time=f"{report.started:%H:%M}"))
    if report.ended:
        said.append(words.say("ended {time}", time=f"{report.ended:%H:%M}"))
    return ", ".join(said)


def _section(section: Section, words: Words) -> list[str]:
    lines = [f"### {_plain(section.title)}", ""]
    if section.review:
        lines += [f"> ⚠ {_plain(section.review)}", ""]
    for question in section.questions:
        if question.text:
            lines += [f"**{_plain(question.text)}**", ""]
        for answers in question.answers:
            lines += [*_answers(answers, words), ""]
    return lines


def _answers(answers: Answers, words: Words) -> list[str]:
    if not answers.answers:
        return [f"- {_plain(answers.who)}: *" + words.say("no note") + "*"]
    return [f"- {_plain(answers.who)}:", *(f"  {_point(text)}" for text in answers.answers)]


def _table(report: Report, words: Words) -> list[str]:
    titles = (words.say("Item"), words.say("Planned (min)"), words.say("Actual (min)"))
    lines = ["| " + " | ".join(titles) + " |", "| --- | ---: | ---: |"]
    lines += [_row(timing, words) for timing in report.times]
    planned = "" if report.planned is None else words.number(report.planned)
    lines.append("| **" + words.say("Whole session") + f"** | {planned} | {words.number(report.actual)} |")
    return lines


def _row(timing: Timing, words: Words) -> str:
    planned = words.say("unknown") if timing.planned is None else words.number(timing.planned)
    actual = words.say("skipped") if timing.skipped else "–"
    if timing.actual is not None:
        actual = words.number(timing.actual)
    title = _plain(timing.title) + (" (" + words.say("added") + ")" if timing.inserted else "")
    return f"| {title} | {planned} | {actual} |"


def _changed(change: Changed) -> str:
    return _point(f"{change.when:%H:%M} {change.text}" if change.when else change.text)


def _point(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"- {_plain(first)}", *(f"    {_plain(line)}" for line in rest)])


def _plain(text: str) -> str:
    """Return text in which nothing means anything to Markdown or HTML."""
    one_line = " ".join(re.split(r"[\n\u2028\u2029\x85]", text))
    return re.sub(r"([\\`*_\[\]<>|#&~])", r"\\\1", one_line)
