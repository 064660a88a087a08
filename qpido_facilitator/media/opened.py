"""Which films by link were opened on this laptop, and when: advertisements and cookies differ per laptop."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import msgspec

from qpido_facilitator.journal.disk import replace_file

MOST = 200


class LinksOpened:
    """A small file that may be lost: then a link is asked for once more."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def when(self, link: str) -> date | None:
        """Return the day a link was last opened here, None when it never was."""
        return self._read().get(link)

    def mark(self, link: str, day: date) -> None:
        """Remember that a link was opened; the ones opened longest ago make room."""
        known = self._read()
        known.pop(link, None)
        known[link] = day
        kept = dict(list(known.items())[-MOST:])
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, msgspec.json.encode(kept))

    def _read(self) -> dict[str, date]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, date])
        except (OSError, msgspec.MsgspecError):
            return {}
