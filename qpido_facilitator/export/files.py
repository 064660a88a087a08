"""Documents on the disk: whole or not at all, and never over a file that is there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from qpido_facilitator.errors import ExportError
from qpido_facilitator.export.markdown import markdown
from qpido_facilitator.export.papers import paper
from qpido_facilitator.export.report import Report, report_of
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.run.view import RunView
from qpido_facilitator.words import Words

FORMATS = ("md",)


def export(view: RunView, form: str, folder: Path, words: Words) -> Path:
    """Write a run's answers into a folder and return the file. Raises ExportError when that fails."""
    if form not in FORMATS:
        raise ExportError(form)
    report = report_of(view, words)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, file_name(report, words), form)
        replace_file(path, markdown(paper(report, words)).encode("utf-8"), mode=0o600)
    except OSError as fault:
        raise ExportError(fault.strerror or str(fault)) from fault
    return path


def file_name(report: Report, words: Words) -> str:
    """Return a name of letters and digits that every system takes: date, session, what it is."""
    named = report.title + " " + words.say("Answers")
    plain = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]
    return f"{report.day:%Y-%m-%d}-{slug}"


def free_name(folder: Path, stem: str, form: str) -> Path:
    """Return a path that is not taken."""
    path = folder / f"{stem}.{form}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.{form}"
        number += 1
    return path
