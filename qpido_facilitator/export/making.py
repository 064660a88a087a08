"""Making documents: what one is made of is taken from the run at once, the rest can be done on any thread.

A `Job` is frozen and knows nothing of the run, so the run may go on meanwhile. Python-docx, openpyxl and Qt are loaded
only when a document of theirs is made.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from qpido_facilitator.export.csv_file import csv_file
from qpido_facilitator.export.document import Document
from qpido_facilitator.export.files import stem_of, write_file
from qpido_facilitator.export.kinds import Form, Kind, format_of
from qpido_facilitator.export.markdown import markdown
from qpido_facilitator.export.papers import TIMELINE, paper
from qpido_facilitator.export.plain import plain
from qpido_facilitator.export.progress import Progress, unheard
from qpido_facilitator.export.report import For, Report, day_of, report_of
from qpido_facilitator.export.runsheet import runsheet
from qpido_facilitator.export.tables import Sheet, answer_sheet, sheets
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.timeline import Timeline, timeline
from qpido_facilitator.words import Words

_READERS: dict[Kind, For] = {
    "answers": "answers", "client": "client", "participants": "participants", "internal": "internal",
}  # fmt: skip


class Job(Struct, frozen=True):
    """A document to be made: everything it says, and the file name it is to have, without the ending."""

    kind: Kind
    form: Form
    stem: str
    document: Document
    made: datetime
    sheets: tuple[Sheet, ...] = ()
    bars: Timeline = Timeline()

    @property
    def needs_qt(self) -> bool:
        """Say whether a QGuiApplication has to be there."""
        return self.form == "pdf" or (self.kind == "internal" and self.form == "docx")


def job_of(view: RunView, kind: Kind, form: str, words: Words) -> Job:
    """Return what a document is made of. Raises NotMade when there is no such document."""
    real = format_of(kind, form)
    stem = stem_of(day_of(view), kind, words)
    if kind == "runsheet":
        return Job(kind, real, stem, runsheet(view, words), view.clock.utc())
    report = report_of(view, words, _READERS[kind])
    return Job(kind, real, stem, paper(report, words), view.clock.utc(), _tables(report, real, words),
               timeline(view, words) if kind == "internal" else Timeline())  # fmt: skip


def render(job: Job, progress: Progress = unheard) -> bytes:
    """Return a document as the bytes of its file. Raises Stopped when `progress` does."""
    content = _RENDERERS[job.form](job, progress)
    progress(1.0, "")
    return content


def export(view: RunView, kind: Kind, form: str, folder: Path, words: Words, progress: Progress = unheard) -> Path:
    """Make a document and put it into a folder; returns the file. Raises ExportError."""
    job = job_of(view, kind, form, words)
    return write_file(folder, job.stem, job.form, render(job, progress))


def _tables(report: Report, form: Form, words: Words) -> tuple[Sheet, ...]:
    if form == "csv":
        return (answer_sheet(report, words),)
    return sheets(report, words) if form == "xlsx" else ()


def _docx(job: Job, progress: Progress) -> bytes:
    from qpido_facilitator.export.word import word

    return word(job.document, job.made, _pictures(job), progress)


def _pdf(job: Job, progress: Progress) -> bytes:
    from qpido_facilitator.export.pdf import pdf

    return pdf(job.document, _pictures(job), progress)


def _xlsx(job: Job, progress: Progress) -> bytes:
    from qpido_facilitator.export.excel import excel

    return excel(job.sheets, job.document.title, job.document.language, job.made, progress)


def _pictures(job: Job) -> dict[str, bytes]:
    if not job.bars.bars:
        return {}
    from qpido_facilitator.paint.timeline import timeline_png

    return {TIMELINE: timeline_png(job.bars)}


_RENDERERS: dict[Form, Callable[[Job, Progress], bytes]] = {
    "md": lambda job, _progress: markdown(job.document).encode("utf-8"),
    "txt": lambda job, _progress: plain(job.document).encode("utf-8"),
    "csv": lambda job, _progress: csv_file(job.sheets[0]),
    "xlsx": _xlsx,
    "docx": _docx,
    "pdf": _pdf,
}
