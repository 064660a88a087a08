"""Keeping and forgetting: until when what was noted is kept, what is due, and erasing a run for good.

What is erased is what is here: the journal, what came from others, drafts, the key, and the documents that we made and
nobody changed since. A receipt says what is gone and, as plainly, what could not be reached.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import Clock, local
from qpido_facilitator.errors import QpidoError
from qpido_facilitator.journal.disk import replace_file, sync_folder
from qpido_facilitator.library import ERASING, Exported, Library, RunCard
from qpido_facilitator.resources import Places
from qpido_facilitator.settings import Settings
from qpido_facilitator.words import Words, refusal

WARNING = timedelta(days=7)
"""How long before its day Home begins to say so."""

State = Literal["later", "soon", "today", "past"]
What = Literal["notes", "signals"]


class StillOpen(QpidoError):
    """The run is open in a window: it cannot be erased now."""


class NotErased(QpidoError):
    """The disk refused, and all of the run is still there."""


class Due(Struct, frozen=True):
    """Something of a run that is to be erased before the end of a day."""

    run: str
    title: str
    held: date
    what: What
    day: date
    state: State


class Receipt(Struct, frozen=True):
    """What was erased and what was not. `files` are those of the run, `documents` those that we had made of it.

    `changed` are documents that somebody changed after they were made, `failed` what the disk refused: both are still
    there. `synced` says that the folder looks like one that a service copies elsewhere.
    """

    run: str
    title: str
    held: date
    erased: datetime
    files: int
    documents: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    synced: bool = False


def until(card: RunCard, settings: Settings) -> date:
    """Return the last day on which the notes of a run are kept."""
    return local(card.last).date() + timedelta(days=_agreed(card, settings).keep_notes_days)


def signals_until(card: RunCard, settings: Settings) -> date:
    """Return the last day on which its after-care signals are kept."""
    return local(card.last).date() + timedelta(days=_agreed(card, settings).keep_signals_days)


def _agreed(card: RunCard, settings: Settings) -> Settings:
    return settings.agreed(card.keeping.notes, card.keeping.signals)


def due(cards: Iterable[RunCard], settings: Settings, today: date) -> tuple[Due, ...]:
    """Return what is to be erased, of runs that really were, the earliest day first."""
    found = []
    for card in cards:
        if card.rehearsal:
            continue
        if card.signals:
            found.append(_due(card, "signals", signals_until(card, settings), today))
        found.append(_due(card, "notes", until(card, settings), today))
    return tuple(sorted(found, key=lambda one: (one.day, one.run, one.what)))


def _due(card: RunCard, what: What, day: date, today: date) -> Due:
    state: State = "later"
    if day < today:
        state = "past"
    elif day == today:
        state = "today"
    elif day - today <= WARNING:
        state = "soon"
    return Due(card.id, card.title, local(card.started).date(), what, day, state)


def calendar(one: Due, now: datetime, words: Words) -> bytes:
    """Return an iCalendar file with the day, and a reminder a week and a day before. It names no person and no text."""
    stamp, day = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}", f"{one.day:%Y%m%d}"
    title = words.say("Erase the notes of the session of {day}", day=words.day(one.held))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qpido Facilitator//", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
             f"UID:{one.run}-{one.what}@qpido-facilitator", f"DTSTAMP:{stamp}", f"DTSTART;VALUE=DATE:{day}",
             f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}", f"SUMMARY:{_escaped(title)}",
             "TRANSP:TRANSPARENT", "CLASS:PRIVATE"]  # fmt: skip
    for before in ("-P7D", "-P1D"):
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(title)}", f"TRIGGER:{before}", "END:VALARM"]
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(_folded(line) for line in lines).encode("utf-8")


def erase(library: Library, places: Places, run: str, clock: Clock) -> Receipt:
    """Erase a run here, for good. Raises StillOpen, NotErased, RunError when there is none.

    A power cut in the middle leaves a run that can be erased again, or one that is no longer in any list and goes at
    the next start.
    """
    name = library.find(run)
    if library.is_open(name):
        raise StillOpen(name)
    view = library.view(name)
    head, started = view.agenda.head, view.agenda.started
    folder = places.runs / name
    gone, changed, failed = _erase_documents(library.exported(name))
    files = sum(path.is_file() for path in folder.rglob("*"))
    leaving = places.runs / f"{ERASING}{name}"
    try:
        for key in places.keys.glob(f"{name}.root*"):
            key.unlink(missing_ok=True)
            files += 1
        folder.rename(leaving)
        sync_folder(places.runs)
    except OSError as fault:
        raise NotErased(refusal(fault)) from fault
    shutil.rmtree(leaving, ignore_errors=True)
    if leaving.exists():
        failed = (*failed, str(leaving))
    return Receipt(
        run=name,
        title=head.title if head else "",
        held=local(started or clock.utc()).date(),
        erased=clock.utc(),
        files=files,
        documents=gone,
        changed=changed,
        failed=failed,
        synced=looks_synced(places.runs) or any(looks_synced(Path(path)) for path in gone),
    )


def keep_receipt(receipt: Receipt, places: Places, words: Words) -> Path | None:
    """Keep a receipt beside the runs; None when the disk refuses."""
    path = places.data / "receipts" / f"{receipt.erased:%Y-%m-%d-%H%M%S}-{receipt.run}.txt"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, receipt_text(receipt, words).encode("utf-8"))
        return path
    return None


def receipt_text(receipt: Receipt, words: Words) -> str:
    """Return a receipt to read and to keep."""
    when = local(receipt.erased)
    lines = [
        words.say("Erased: {title}, session of {day}", title=receipt.title, day=_whole(receipt.held, words)),
        words.say("On {day} at {time}, on this laptop.", day=_whole(when.date(), words), time=f"{when:%H:%M}"),
        "",
        words.plural("{n} file with notes, drafts and keys is gone.", "{n} files with notes, drafts and keys are gone.",
                     receipt.files),
    ]  # fmt: skip
    if receipt.documents:
        lines += ["", words.say("Documents that are gone too:"), *(f"- {path}" for path in receipt.documents)]
    if receipt.changed:
        lines += ["", words.say("Still there, because somebody changed them after they were made:"),
                  *(f"- {path}" for path in receipt.changed)]  # fmt: skip
    if receipt.failed:
        lines += ["", words.say("Still there, because the disk refused:"), *(f"- {path}" for path in receipt.failed)]
    lines += ["", words.say("What the app cannot reach:"), *(f"- {text}" for text in out_of_reach(receipt, words))]
    return "\n".join(lines) + "\n"


def out_of_reach(receipt: Receipt, words: Words) -> tuple[str, ...]:
    """Return what may still have something of the run, and what can be done about it."""
    said = [
        words.say("What was sent or copied: ask who has it to delete it."),
        words.say("Backups of this laptop, and files in its bin."),
        words.say("Laptops of co-trainers: each erases its own copy."),
        words.say("Traces on the disk itself: disk encryption keeps those unreadable."),
    ]
    if receipt.synced:
        said.insert(0, words.say("The folder looks synced: empty the bin of that service too."))
    return tuple(said)


def looks_synced(path: Path) -> bool:
    """Say whether a path lies in a folder that a service copies elsewhere, by the names that those give."""
    names = ("onedrive", "dropbox", "nextcloud", "owncloud", "google drive", "googledrive", "icloud", "sharepoint")
    return any(part.casefold().startswith(names) for part in path.parts)


def _erase_documents(made: Iterable[Exported]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Erase documents as we made them; returns those that are gone, those changed since, and those that would not."""
    gone: dict[str, None] = {}
    changed: dict[str, None] = {}
    failed: dict[str, None] = {}
    for one in made:
        path = Path(one.folder) / one.file
        if not one.folder or not path.exists():
            continue
        try:
            if digest_at(path) != one.digest:
                changed[str(path)] = None
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
            path.with_name(path.name + ".new").unlink(missing_ok=True)
            gone[str(path)] = None
        except OSError:
            failed[str(path)] = None
    return tuple(gone), tuple(path for path in changed if path not in gone), tuple(failed)


def digest_of(content: bytes) -> str:
    """Return the fingerprint by which a document is known again."""
    return hashlib.sha256(content).hexdigest()


def digest_at(path: Path) -> str:
    """Return the fingerprint of a document on the disk; of a folder, of its files and names. Raises OSError."""
    if not path.is_dir():
        return digest_of(path.read_bytes())
    files = sorted((one.relative_to(path).as_posix(), one) for one in path.rglob("*") if one.is_file())
    return digest_of("\n".join(f"{digest_of(one.read_bytes())} {name}" for name, one in files).encode("utf-8"))


def _whole(day: date, words: Words) -> str:
    return f"{words.day(day)} {day.year}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line as iCalendar wants it: no longer than 75 bytes, and never cut inside a character."""
    pieces, piece = [], ""
    for char in line:
        if len((piece + char).encode("utf-8")) > 73:
            pieces.append(piece)
            piece = ""
        piece += char
    return "\r\n ".join([*pieces, piece]) + "\r\n"
