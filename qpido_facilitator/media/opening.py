"""A film or subtitles, opened: a regular file inside the session's folder, and nothing else.

A session file can come from anyone. So nothing outside its folder is asked for, no link is followed in place of a
file, no device is opened, and nothing can wait for a pipe.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from qpido_facilitator.errors import MediaError
from qpido_facilitator.plan.media import refused_name
from qpido_facilitator.show.film.trouble import Trouble

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
)


class Refused(MediaError):
    """A file that is not opened, or cannot be; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble


def open_media(folder: Path, name: str) -> int:
    """Return a descriptor, which is the caller's to close, of a file in a session's folder. Raises Refused."""
    if refused_name(name):
        raise Refused("outside")
    try:
        place = _inside(folder, name)
        _regular(place.lstat())
        descriptor = os.open(place, _FLAGS)
    except (FileNotFoundError, NotADirectoryError):
        raise Refused("missing") from None
    except PermissionError:
        raise Refused("forbidden") from None
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name with a zero in it, a disk that fails
        raise Refused("unreadable") from None
    try:
        # a second look: between the two, the name may have come to mean something else
        _regular(os.fstat(descriptor))
    except Refused:
        with contextlib.suppress(OSError):
            os.close(descriptor)
        raise
    return descriptor


def _inside(folder: Path, name: str) -> Path:
    home = folder.resolve()
    place = home / name
    parent = place.parent.resolve()
    if not place.name or not parent.is_relative_to(home):
        raise Refused("outside")
    return parent / place.name


def _regular(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise Refused("not-a-file")
    if not found.st_size:
        raise Refused("empty")
