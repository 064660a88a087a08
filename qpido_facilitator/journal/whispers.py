"""What the starts of a run tell each other of this moment: one small file each, replaced as a whole and kept by nobody.

It is no journal: nothing here is read twice, signed or synced to the disk, and a file that nobody replaced for a minute
is swept away. What is new is seen by changed content, so no laptop has to believe another's clock or a file's date.
"""

from __future__ import annotations

import contextlib
import os
import re
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from qpido_facilitator.journal.disk import replace_file

LONGEST = 1_000
"""Bytes of a file that are looked at; a longer one is no whisper."""

STALE = 60_000
"""Milliseconds of our own clock after which a file that stood unchanged is one that a crash left."""

_MOST = 200
_NAME = re.compile(r"([a-z2-7]{16})\.json(\.new)?")


class WhisperFolder:
    """The files of a folder; `hear` returns what changed since the last look. For a worker thread."""

    def __init__(self, folder: Path, writer: str) -> None:
        self._folder = folder
        self._own = folder / f"{writer}.json"
        self._seen: dict[str, tuple[bytes, int]] = {}
        self._looked = False

    def say(self, content: bytes) -> None:
        """Tell the others. Raises OSError, also when the run itself is gone: its folder is never made anew."""
        self._folder.mkdir(exist_ok=True)
        replace_file(self._own, content, synced=False)

    def hear(self, now: int) -> tuple[tuple[str, bytes], ...]:
        """Return the writers whose files are new or changed, with what they say; the first look only takes note."""
        there = self._read()
        fresh = []
        for name, content in there.items():
            if name not in self._seen or self._seen[name][0] != content:
                self._seen[name] = content, now
                fresh.append((name, content))
            elif now - self._seen[name][1] >= STALE:
                self._sweep(name, now)
        self._seen = {name: seen for name, seen in self._seen.items() if name in there}
        first, self._looked = not self._looked, True
        heard = (found for name, content in fresh if (found := _whisper(name, content)))
        return () if first else tuple(heard)

    def close(self) -> None:
        """Take our own file away, and the folder with the last one."""
        with contextlib.suppress(OSError):
            self._own.unlink(missing_ok=True)
            self._folder.rmdir()

    def _read(self) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            for entry in islice(entries, _MOST):
                if _NAME.fullmatch(entry.name) and not entry.name.startswith(self._own.name):
                    with contextlib.suppress(OSError):
                        found[entry.name] = _content(entry)
        return found

    def _sweep(self, name: str, now: int) -> None:
        content, _ = self._seen[name]
        self._seen[name] = content, now
        with contextlib.suppress(OSError):
            (self._folder / name).unlink()


def _whisper(name: str, content: bytes) -> tuple[str, bytes] | None:
    """Return who says what; None for a file that is on its way, or too long to be one of ours."""
    found = _NAME.fullmatch(name)
    return (found[1], content) if found and not found[2] and len(content) <= LONGEST else None


def _content(entry: os.DirEntry[str]) -> bytes:
    """Return the start of an ordinary file; what is none, a pipe say, is never waited for. Raises OSError."""
    if not S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        return b""
    with Path(entry.path).open("rb") as file:
        return file.read(LONGEST + 1)
