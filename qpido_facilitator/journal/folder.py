"""The journal folder of a run: everyone's files, read up to their last whole line.

A start never appends to a file that was there before it, so a torn tail hurts nobody, and two starts on one
run only read each other.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from qpido_facilitator.journal.disk import whole_lines
from qpido_facilitator.journal.envelope import MAX_LINE, DamagedLine, Fact, read
from qpido_facilitator.journal.stubs import Stub, stub_of


class Read(Struct, frozen=True):
    """What a look at the folder gave: facts, lines that are no facts, files that could not be read, erased facts."""

    facts: tuple[Fact, ...]
    damaged: int = 0
    unreadable: tuple[str, ...] = ()
    gone: tuple[Stub, ...] = ()


class JournalFolder:
    """Follows `*.jsonl` in a folder; each `read` returns only what is new."""

    def __init__(self, folder: Path, skip: str = "") -> None:
        self._folder = folder
        self._skip = f"{skip}.jsonl"
        self._places: dict[str, int] = {}

    def read(self) -> Read:
        """Return the facts that appeared since the last look."""
        facts: list[Fact] = []
        damaged = 0
        unreadable: list[str] = []
        gone: list[Stub] = []
        for path in self._files():
            start = self._places.get(path.name, 0)
            try:
                if path.stat().st_size <= start:
                    continue
                for place, line in whole_lines(path, start, MAX_LINE):
                    self._places[path.name] = place
                    fact = _fact(line)
                    if fact is not None:
                        facts.append(fact)
                    elif stub := stub_of(line):
                        gone.append(stub)
                    elif line.strip(b"\r\0 "):
                        damaged += 1
            except OSError as fault:
                unreadable.append(f"{path.name}: {fault.strerror}")
        return Read(tuple(facts), damaged, tuple(unreadable), tuple(gone))

    def _files(self) -> list[Path]:
        try:
            files = sorted(path for path in self._folder.iterdir() if path.suffix == ".jsonl")
        except OSError:
            return []
        return [path for path in files if path.name != self._skip]


def _fact(line: bytes) -> Fact | None:
    try:
        return read(line.removeprefix(b"\xef\xbb\xbf").lstrip(b"\0"))
    except DamagedLine:
        return None
