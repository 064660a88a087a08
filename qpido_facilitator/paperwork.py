"""The commands that make documents, back runs up and erase them: no window, no display."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.errors import QpidoError
from qpido_facilitator.export.backup import (
    BackupError,
    Secret,
    contents_of,
    lock,
    new_key_file,
    read_key_file,
    restore,
    unlock,
)
from qpido_facilitator.export.data_sheet import data_sheet
from qpido_facilitator.export.files import stem_of, write_file
from qpido_facilitator.export.kinds import Form, Kind, NotMade, format_of
from qpido_facilitator.export.making import Job, job_of, render
from qpido_facilitator.export.report import day_of
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.library import Exported, Library
from qpido_facilitator.resources import Places
from qpido_facilitator.retention import StillOpen, digest_at, erase, keep_receipt, receipt_text
from qpido_facilitator.run.review import Reader
from qpido_facilitator.run.view import RunView
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.privacy_check import check
from qpido_facilitator.words import Words

_CHECKED: tuple[Kind, ...] = ("answers", "client", "participants", "internal")


def carry_out(args: argparse.Namespace, library: Library, places: Places, settings: Settings, words: Words) -> int:
    """Carry out `export`, `import`, `erase` or `data-sheet` and return the exit code. Raises QpidoError."""
    try:
        if args.command == "export":
            print(_export(args, library, places, words))
        elif args.command == "data-sheet":
            print(_data_sheet(args, places, settings, words))
        elif args.command == "import":
            _import(args, places, words)
        else:
            return _erase(args, library, places, words)
    except NotMade as fault:
        print(fault.sentence(words), file=sys.stderr)
        return 2
    except BackupError as fault:
        print(fault.sentence(words), file=sys.stderr)
        return 1
    except _Standing:
        return 1
    except StillOpen:
        print(words.say("That session is open in a window: close it first."), file=sys.stderr)
        return 1
    except OSError as fault:
        print(words.failed(fault), file=sys.stderr)
        return 1
    return 0


def _export(args: argparse.Namespace, library: Library, places: Places, words: Words) -> Path:
    kind: Kind = args.kind
    form = format_of(kind, args.format)
    with _view(args.run, kind, library, words) as view:
        head = view.agenda.head
        document = words if args.language or head is None else Words(head.language)
        if kind in _CHECKED and not _may_leave(args, view, library, kind, words, document):
            raise _Standing
        path = _made(args, view, kind, form, places, document)
        if not _is_plan(args.run, kind):
            _remember(view, kind, path, library)
        return path


def _made(args: argparse.Namespace, view: RunView, kind: Kind, form: Form, places: Places, document: Words) -> Path:
    """Make a document and return where it is."""
    if kind == "backup":
        return _back_up(args, view, places, document)
    if kind == "pack":
        from qpido_facilitator.export.pack import pack_of, write_pack

        with _qt():
            return write_pack(pack_of(view, document, ahead=_is_plan(args.run, kind)), args.out)
    job = job_of(view, kind, form, document)
    with _qt() if job.needs_qt else contextlib.nullcontext():
        return write_file(args.out, job.stem, job.form, render(job))


def _remember(view: RunView, kind: Kind, path: Path, library: Library) -> None:
    """Write down what was made of a run, so that erasing the run takes it along."""
    at = SystemClock().utc().isoformat(timespec="seconds")
    path = path.resolve()
    library.note_export(
        view.id, Exported(at, kind, path.name, len(view.notes.all()), str(path.parent), digest_at(path))
    )


def _may_leave(
    args: argparse.Namespace, view: RunView, library: Library, kind: Kind, words: Words, document: Words
) -> bool:
    """Say what looks like a person, and whether the document may be made all the same.

    What goes to others waits until it was handled in the app, or `--anyway` says so: that is written down in the run.
    """
    reader: Reader = "internal" if kind in ("internal", "answers") else "client" if kind == "client" else "participants"
    standing = check(view, reader, words, document)
    for found in standing:
        print(f"{found.label}: {found.text}", file=sys.stderr)
    if not standing or reader == "internal":
        return True
    if args.anyway:
        run = library.resume(view.id)
        run.reviewing.override(reader, len(standing))
        run.close()
        return True
    print(words.plural("{n} finding stands: finish the review in the app, or add --anyway.",
                       "{n} findings stand: finish the review in the app, or add --anyway.", len(standing)),
          file=sys.stderr)  # fmt: skip
    return False


class _Standing(QpidoError):
    """Something stands in the way, and was told."""


def _is_plan(named: str, kind: Kind) -> bool:
    """Say whether a session file is meant, for what can be made before there is a run."""
    return kind in ("runsheet", "pack") and named.endswith((".yaml", ".yml"))


@contextmanager
def _view(named: str, kind: Kind, library: Library, words: Words) -> Iterator[RunView]:
    """Give the run that is named, or for what is made before a session one that has only the plan of a file."""
    if _is_plan(named, kind):
        from qpido_facilitator.export.pack import planned
        from qpido_facilitator.plan.checking import check as check_files
        from qpido_facilitator.plan.loader import load

        plan = load(Path(named)).plan
        if plan is None:
            check_files([Path(named)], words, sys.stderr)
            raise _Standing
        with planned(plan, SystemClock()) as view:
            yield view
    else:
        yield library.view(named)


def _data_sheet(args: argparse.Namespace, places: Places, settings: Settings, words: Words) -> Path:
    document = data_sheet(settings, str(places.runs), words)
    now = SystemClock().utc()
    job = Job("answers", args.format, words.say("data-sheet"), document, now)
    with _qt() if job.needs_qt else contextlib.nullcontext():
        return write_file(args.out, job.stem, job.form, render(job))


def _back_up(args: argparse.Namespace, view: RunView, places: Places, words: Words) -> Path:
    secret = _secret(args, words, making=True)
    content = lock(contents_of(view.folder, view.id, places), secret)
    return write_file(args.out, stem_of(day_of(view), "backup", words), "qpido", content)


def _import(args: argparse.Namespace, places: Places, words: Words) -> None:
    content = args.backup.read_bytes()
    came = restore(unlock(content, _secret(args, words, making=False)), places)
    print(came.run)
    print(words.plural("{n} file was put back", "{n} files were put back", came.fresh))
    if came.kept:
        print(words.plural("{n} file here says something else and was left alone",
                           "{n} files here say something else and were left alone", came.kept))  # fmt: skip


def _erase(args: argparse.Namespace, library: Library, places: Places, words: Words) -> int:
    view = library.view(args.run)
    head = view.agenda.head
    question = words.say("Erase {title} on this laptop, for good?", title=head.title if head else view.id)
    if not args.yes and not _agrees(question, words):
        return 1
    receipt = erase(library, places, view.id, SystemClock())
    keep_receipt(receipt, places, words)
    print(receipt_text(receipt, words), end="")
    return 1 if receipt.failed else 0


def _agrees(question: str, words: Words) -> bool:
    yes = words.say("yes")
    try:
        return input(f"{question} ({yes}/–) ").strip().casefold() == yes
    except EOFError:
        return False


def _secret(args: argparse.Namespace, words: Words, *, making: bool) -> Secret:
    if args.key_file:
        if making and not args.key_file.exists():
            replace_file(args.key_file, new_key_file())
        return read_key_file(args.key_file.read_bytes())
    if args.password_file:
        lines = args.password_file.read_text(encoding="utf-8").splitlines()
        return Secret(lines[0] if lines else "")
    return Secret(getpass.getpass(words.say("Password of the backup: ")))


@contextmanager
def _qt() -> Iterator[Any]:
    """Let Qt be there for as long as it is needed; without a display it paints into memory."""
    from PySide6.QtGui import QGuiApplication

    known = QGuiApplication.instance()
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if known is None and not screen and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    yield known or QGuiApplication([])
