"""Documents on the disk: whole or not at all, and never over a file that is there."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import Path

from qpido_facilitator.errors import ExportError
from qpido_facilitator.export.kinds import Kind, kind_name
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.words import Words, refusal


def stem_of(day: datetime, kind: Kind, words: Words) -> str:
    """Return a file name that every system takes and that tells nothing of what was said: date and kind."""
    named = " ".join((words.say("session"), f"{day:%Y-%m-%d}", kind_name(kind, words)))
    plain = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80]


def write_file(folder: Path, stem: str, form: str, content: bytes) -> Path:
    """Put a document into a folder under a name that is not taken, and return it. Raises ExportError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, stem, form)
        replace_file(path, content, mode=0o600)
    except OSError as fault:
        raise ExportError(refusal(fault), str(folder)) from fault
    return path


def free_name(folder: Path, stem: str, form: str = "") -> Path:
    """Return a path that is not taken; without a `form` for a folder."""
    ending = f".{form}" if form else ""
    path = folder / f"{stem}{ending}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{ending}"
        number += 1
    return path
