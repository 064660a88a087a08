"""Bytes that are really there: appended and synced, or replaced as a whole."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path


def sync(descriptor: int) -> None:
    """Return when the disk has it, as far as the system tells the truth."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    if hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make names in a folder last; Windows has no such thing and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, content: bytes, *, mode: int = 0o600, synced: bool = True) -> None:
    """Put new content under a name, whole or not at all. Raises OSError, and then the old content stands.

    What need not outlive a power cut is not `synced`.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode)
        try:
            written = 0
            while written < len(content):
                written += os.write(descriptor, content[written:])
            if synced:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    if synced:
        sync_folder(path.parent)


class AppendOnly:
    """A new file that only grows. What did not reach the disk whole is cut off again before the next try."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._named = False
        self._begun = False
        self._good = 0

    def append(self, content: bytes) -> None:
        """Add content and return when it is durable. Raises OSError, and then none of it counts."""
        descriptor = self._opened()
        try:
            if os.fstat(descriptor).st_size != self._good:
                os.ftruncate(descriptor, self._good)
                os.lseek(descriptor, self._good, os.SEEK_SET)
            written = 0
            while written < len(content):
                written += os.write(descriptor, content[written:])
            sync(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, self._good)
                os.lseek(descriptor, self._good, os.SEEK_SET)
            raise
        self._good += len(content)

    def rewrite(self, change: Callable[[Path], object]) -> None:
        """Have the file replaced as a whole by one of the same length, and go on in that. Raises OSError.

        It is let go of meanwhile: Windows replaces no file that somebody has open.
        """
        if self._begun:
            self.close()
            change(self._path)

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _opened(self) -> int:
        if self._descriptor is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = 0 if self._begun else os.O_CREAT | os.O_EXCL
            self._descriptor = os.open(self._path, os.O_WRONLY | fresh | getattr(os, "O_BINARY", 0), 0o600)
            self._begun = True
            os.lseek(self._descriptor, self._good, os.SEEK_SET)
        if not self._named:
            sync_folder(self._path.parent)
            self._named = True
        return self._descriptor


def whole_lines(path: Path, start: int, longest: int) -> Iterator[tuple[int, bytes]]:
    """Yield (where the next line starts, line without its end) up to the last line end of a file.

    Of a line longer than `longest` only its first `longest` + 1 bytes are given, or held. Raises OSError.
    """
    with path.open("rb") as file:
        file.seek(start)
        long = b""
        while piece := file.readline(longest + 1):
            if not piece.endswith(b"\n"):
                if len(piece) <= longest and not long:
                    return
                long = long or piece
                continue
            yield file.tell(), long or piece[:-1]
            long = b""
