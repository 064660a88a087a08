"""What stands in a box and was not sent: kept on this laptop, never told to anyone.

One file a start, replaced as a whole within half a second of the last key. A start that died leaves its
file and lets go of its lock; the next start takes the drafts over.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from qpido_facilitator.journal.disk import replace_file

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Draft(Struct, frozen=True, omit_defaults=True):
    """Unsent text, the note it belongs to if that exists, and the heads it was started from.

    `fine` is what looks like a person in it and is none, as the one who typed it said. `kind` is the kind of note it
    becomes, "" for that of its box.
    """

    text: str
    note: str = ""
    heads: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    kind: str = ""


class Drafts:
    """The drafts of this start, by place."""

    def __init__(self, folder: Path, writer: str, keep: Callable[[bytes], None]) -> None:
        self._folder = folder
        self._own = folder / f"{writer}.json"
        self._keep = keep
        self._drafts: dict[str, Draft] = {}
        self._lock: BaseFileLock | None = None
        self._closed = False

    def hold(self) -> None:
        """Let other starts see that this one is running, and leave its drafts alone; once is enough."""
        if self._lock is not None or self._closed:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_of(self._own)
            _taken(self._lock)

    def take_over(self, is_mine: Callable[[str], bool] = lambda _: True) -> None:
        """Take the drafts of starts of this laptop that are no longer running; their files go once ours is on the disk.

        `is_mine` says of a writer whether it was such a start.
        """
        for path in self._files():
            if not is_mine(path.stem):
                continue
            self.hold()
            lock = _lock_of(path)
            if not _taken(lock):
                continue
            try:
                self._inherit(path)
            finally:
                lock.release()

    def get(self, place: str) -> Draft | None:
        """Return what stands in the box of a place."""
        return self._drafts.get(place)

    def places(self) -> tuple[str, ...]:
        """Return the places that have a draft."""
        return tuple(self._drafts)

    def put(self, place: str, draft: Draft) -> None:
        """Keep what stands in a box now; an empty box has no draft."""
        self.hold()
        if draft.text:
            # half of a character, as some keyboards give it first, fits in no file
            whole = draft.text.encode("utf-8", "ignore").decode("utf-8")
            self._drafts[place] = msgspec.structs.replace(draft, text=whole)
        elif self._drafts.pop(place, None) is None:
            return
        self._say()

    def drop(self, place: str) -> None:
        """Forget a draft: it became a note."""
        if self._drafts.pop(place, None) is not None:
            self._say()

    def close(self) -> None:
        """Let go of the lock; a file with drafts stays for the next start."""
        self._closed = True
        if self._lock is not None:
            self._lock.release()
            if not self._drafts:
                with contextlib.suppress(OSError):
                    Path(self._lock.lock_file).unlink(missing_ok=True)

    def _say(self) -> None:
        self._keep(msgspec.json.encode(self._drafts) if self._drafts else b"")

    def _files(self) -> list[Path]:
        try:
            files = sorted(self._folder.glob("*.json"), key=_age)
        except OSError:
            return []
        return [path for path in files if path != self._own]

    def _inherit(self, path: Path) -> None:
        with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
            left = msgspec.json.decode(path.read_bytes(), type=dict[str, Draft])
            rest = {place: draft for place, draft in left.items() if self._drafts.setdefault(place, draft) != draft}
            replace_file(self._own, msgspec.json.encode(self._drafts))
            if rest:  # two starts died with something in one box: the older text waits for its turn
                replace_file(path, msgspec.json.encode(rest))
                return
            path.unlink()
            path.with_suffix(".lock").unlink(missing_ok=True)


def running(folder: Path) -> frozenset[str]:
    """Return the writers of the starts that still hold the lock of their drafts in this folder."""
    held = set()
    for path in folder.glob("*.lock"):
        lock = _lock_of(path)
        if _taken(lock):
            lock.release()
        else:
            held.add(path.stem)
    return frozenset(held)


def _lock_of(path: Path) -> BaseFileLock:
    # imported here: it takes as long as reading a run, and participants' window does not wait for it
    from filelock import FileLock

    return FileLock(path.with_suffix(".lock"))


def _taken(lock: BaseFileLock) -> bool:
    """Take a lock if nobody holds it, and say whether it is ours now."""
    from filelock import Timeout

    try:
        lock.acquire(blocking=False)
    except (Timeout, OSError):
        return False
    return True


def _age(path: Path) -> float:
    try:
        return -path.stat().st_mtime
    except OSError:
        return 0.0
