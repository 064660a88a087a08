"""The disk thread: facts become durable here, drafts are kept here, and nobody waits for either.

The main thread hands bytes over and goes on. A batch that the disk refuses stays in memory and is tried
again, in order, for as long as the app lives: a fact is never dropped and never leaves a hole.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from qpido_facilitator.journal.disk import AppendOnly, replace_file
from qpido_facilitator.journal.stubs import erase_lines
from qpido_facilitator.words import refusal

RETRY = 1.0
"""Seconds between two tries on a disk that refuses."""


class DiskReport(Struct, frozen=True):
    """How things stand: the last fact that is durable, facts still waiting, and why the disk refused."""

    saved: int = 0
    waiting: int = 0
    drafts_saved: bool = True
    trouble: str = ""


class Disk(Protocol):
    """Where the bytes go."""

    def append(self, content: bytes) -> None:
        """Append durably or raise OSError."""

    def keep_drafts(self, content: bytes) -> None:
        """Replace the drafts durably or raise OSError; empty content removes them."""

    def erase(self, gone: frozenset[str]) -> None:
        """Leave nothing of the facts with these hashes, durably, or raise OSError."""

    def close(self) -> None:
        """Let go."""


class RunDisk:
    """The journal file and the draft file of one start; `sweep` erases from the files of others."""

    def __init__(self, journal: Path, drafts: Path, sweep: Callable[[frozenset[str]], object]) -> None:
        self._journal = AppendOnly(journal)
        self._drafts = drafts
        self._sweep = sweep

    def append(self, content: bytes) -> None:
        """Append to the journal."""
        self._journal.append(content)

    def keep_drafts(self, content: bytes) -> None:
        """Replace the draft file, or remove it."""
        if content:
            self._drafts.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._drafts, content)
        else:
            self._drafts.unlink(missing_ok=True)

    def erase(self, gone: frozenset[str]) -> None:
        """Leave stubs of erased facts in the file of this start and in those of starts that are over."""
        self._journal.rewrite(lambda path: erase_lines(path, gone))
        self._sweep(gone)

    def close(self) -> None:
        """Close the journal file."""
        self._journal.close()


class JournalWriter:
    """Writes in the background and reports, on its own thread, through `report`."""

    def __init__(self, disk: Disk, report: Callable[[DiskReport], None]) -> None:
        self._disk = disk
        self._report = report
        self._changed = threading.Condition()
        self._lines: list[bytes] = []
        self._draft: bytes | None = None
        self._gone: frozenset[str] = frozenset()
        self._saved = 0
        self._stopping = False
        self._hurry = False
        self._trouble = ""
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """Return how many facts are not durable yet."""
        with self._changed:
            return len(self._lines)

    def append(self, line: bytes) -> None:
        """Hand over a line (without its end)."""
        with self._changed:
            self._lines.append(line + b"\n")
            self._changed.notify()

    def keep_drafts(self, content: bytes) -> None:
        """Hand over the drafts as they are now; only the newest matter."""
        with self._changed:
            self._draft = content
            self._changed.notify()

    def erase(self, gone: frozenset[str]) -> None:
        """Have the facts with these hashes leave the disk, also those that are still on their way to it."""
        with self._changed:
            self._gone |= gone
            self._changed.notify()

    def retry(self) -> None:
        """Try the disk again now instead of in a second."""
        with self._changed:
            self._hurry = True
            self._changed.notify()

    def stop(self, timeout: float = 2.0) -> bool:
        """Write what is left and end; False when the disk did not take everything in time."""
        with self._changed:
            self._stopping = True
            self._hurry = True
            self._changed.notify()
        self._thread.join(timeout)
        return not self._thread.is_alive() and self._is_done()

    def _work(self) -> None:
        while True:
            with self._changed:
                if self._trouble and not self._hurry:
                    self._changed.wait(RETRY)
                while not (self._lines or self._draft is not None or self._gone or self._stopping):
                    self._changed.wait()
                self._hurry = False
                batch, draft, gone = list(self._lines), self._draft, self._gone
                last_try = self._stopping
            report = self._write(batch, draft, gone)
            self._tell(report)
            if last_try and (report.trouble or self._is_done()):
                self._disk.close()
                return

    def _write(self, batch: list[bytes], draft: bytes | None, gone: frozenset[str]) -> DiskReport:
        trouble = ""
        try:
            if batch:
                self._disk.append(b"".join(batch))
                with self._changed:
                    del self._lines[: len(batch)]
                self._saved += len(batch)
            if gone:
                self._disk.erase(gone)
                with self._changed:
                    self._gone -= gone
        except OSError as fault:
            trouble = refusal(fault)
        drafts_saved = True
        try:
            if draft is not None:
                self._disk.keep_drafts(draft)
                with self._changed:
                    if self._draft is draft:
                        self._draft = None
        except OSError as fault:
            trouble = trouble or refusal(fault)
            drafts_saved = False
        self._trouble = trouble
        with self._changed:
            return DiskReport(self._saved, len(self._lines), drafts_saved, trouble)

    def _tell(self, report: DiskReport) -> None:
        try:
            self._report(report)
        except Exception:
            # a window that is gone must not end the thread that keeps the facts
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))

    def _is_done(self) -> bool:
        with self._changed:
            return not self._lines and self._draft is None and not self._gone
