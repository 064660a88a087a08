"""Documents of the review: what is offered to a reader, and the tasks that make it away from the window."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from qpido_facilitator.export.backup import Secret, contents_of, lock
from qpido_facilitator.export.files import stem_of, write_file
from qpido_facilitator.export.kinds import Form, Kind
from qpido_facilitator.export.making import Job, job_of, render
from qpido_facilitator.export.progress import Progress
from qpido_facilitator.export.report import day_of
from qpido_facilitator.library import Exported, Library
from qpido_facilitator.resources import Places
from qpido_facilitator.retention import digest_of
from qpido_facilitator.run.review import Reader
from qpido_facilitator.run.view import RunView
from qpido_facilitator.ui.review.maker import Task
from qpido_facilitator.ui.review.making_page import Offer
from qpido_facilitator.words import Words

_OFFERED: dict[Reader, tuple[tuple[Kind, Form, bool], ...]] = {
    "client": (("client", "docx", True), ("client", "pdf", True), ("client", "xlsx", False)),
    "participants": (("participants", "txt", True), ("participants", "docx", True), ("participants", "pdf", False)),
    "internal": (
        ("internal", "docx", True), ("internal", "pdf", False), ("answers", "xlsx", False), ("answers", "csv", False),
        ("backup", "qpido", False),
    ),
}  # fmt: skip


class Origin(Struct, frozen=True):
    """What a task remembers of its run: which, how many notes it had, and when this was (ISO, UTC)."""

    run: str
    answers: int
    at: str


def offers(reader: Reader, words: Words) -> tuple[Offer, ...]:
    """Return what can be made for a reader."""
    return tuple(Offer(kind, form, _text(kind, form, words), _below(kind, form, words), wanted)
                 for kind, form, wanted in _OFFERED[reader])  # fmt: skip


def task_of(
    view: RunView, offer: Offer, folder: Path, secret: Secret, library: Library, places: Places, words: Words
) -> Task:
    """Return what makes a document: all it needs of the run is taken now, the rest goes on any thread."""
    origin = Origin(view.id, len(view.notes.all()), view.clock.utc().isoformat(timespec="seconds"))
    if offer.kind == "backup":
        stem = stem_of(day_of(view), "backup", words)
        run_folder, run = view.folder, view.id

        def back_up(progress: Progress) -> Path:
            content = lock(contents_of(run_folder, run, places), secret, progress)
            return _put(library, origin, offer, folder, stem, content)

        return back_up
    job = job_of(view, offer.kind, offer.form, words)
    return lambda progress: _made(library, origin, offer, folder, job, progress)


def size_text(size: int, words: Words) -> str:
    """Return how large a file is, as people say it."""
    if size < 1_000_000:
        return words.say("{n} kB", n=max(1, round(size / 1000)))
    return words.say("{n} MB", n=words.number(size / 1_000_000))


def _made(library: Library, origin: Origin, offer: Offer, folder: Path, job: Job, progress: Progress) -> Path:
    return _put(library, origin, offer, folder, job.stem, render(job, progress))


def _put(library: Library, origin: Origin, offer: Offer, folder: Path, stem: str, content: bytes) -> Path:
    path = write_file(folder, stem, offer.form, content)
    made = Exported(origin.at, offer.kind, path.name, origin.answers, str(path.parent), digest_of(content))
    library.note_export(origin.run, made)
    return path


def _text(kind: Kind, form: Form, words: Words) -> str:
    if kind == "backup":
        return words.say("Backup, one encrypted file")
    what = {
        "client": words.say("Report"),
        "participants": words.say("Follow-up"),
        "internal": words.say("Evaluation"),
    }.get(kind, words.say("Answers"))
    if (kind, form) == ("participants", "txt"):
        return words.say("Text for a mail")
    formats = {"docx": words.say("Word"), "pdf": words.say("PDF"), "xlsx": words.say("Excel"), "csv": words.say("CSV")}
    return words.say("{what}, {format}", what=what, format=formats.get(form, form))


def _below(kind: Kind, form: Form, words: Words) -> str:
    if kind == "backup":
        return words.say("everything, to put back later")
    return {
        "docx": words.say("the accessible document"),
        "pdf": words.say("to print; Word is the accessible document"),
        "xlsx": words.say("without groups") if kind == "client" else words.say("every answer a row"),
        "csv": words.say("for a Dutch Excel, with semicolons"),
        "txt": words.say("to paste into a mail"),
    }[form]
