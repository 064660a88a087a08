"""From a path to text: what is too large, is no file or is no UTF-8 stops here."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path

from qpido_facilitator.plan.problems import Place, Problems
from qpido_facilitator.words import noted

MOST_BYTES = 1_000_000

# what PowerPoint and Word put for a line end inside a paragraph; YAML and editors count lines differently over them
_SOFT_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")


def read_bytes(path: Path, problems: Problems) -> bytes | None:
    """Return what is in a regular file of at most 1 MB; nothing here can wait for a pipe or a device."""
    try:
        if not _may_be_read(path.stat(), problems):
            return None
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            # a second look: between the two, the path may have come to name something else
            if not _may_be_read(os.fstat(file.fileno()), problems):
                return None
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        problems.add(Place(), noted("there is no such file; check the name and the folder"))
    except PermissionError:
        problems.add(Place(), noted("this file may not be read by you; ask for access or make a copy"))
    except (OSError, ValueError):
        problems.add(Place(), noted("this file cannot be read; check the name, or make a copy and open that"))
    else:
        return data if not _too_large(len(data), problems) else None
    return None


def _may_be_read(found: os.stat_result, problems: Problems) -> bool:
    if stat.S_ISDIR(found.st_mode):
        problems.add(Place(), noted("this is a folder; choose the session file in it"))
        return False
    if not stat.S_ISREG(found.st_mode):
        problems.add(Place(), noted("this is not an ordinary file; choose a session file (.yaml)"))
        return False
    return not _too_large(found.st_size, problems)


def _too_large(size: int, problems: Problems) -> bool:
    if size > MOST_BYTES:
        problems.add(
            Place(), noted("this file is larger than 1 MB; a session is text, films and pictures stay beside it")
        )
        return True
    return False


def decode(data: bytes, problems: Problems) -> str | None:
    """Return the text with `\\n` line ends, or None when it is not UTF-8 (or UTF-16 that says so)."""
    if len(data) > MOST_BYTES and _too_large(len(data), problems):
        return None
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        problems.add(_place(data[: error.start]), _WIDE if wide else _NARROW)
        return None
    text = _SOFT_BREAKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    if "\0" in text:
        problems.add(_place_in(text, text.index("\0")), noted("this is not a text file; choose a session file (.yaml)"))
        return None
    return UNPRINTABLE.sub(lambda found: _refused(found, problems), text)


_NARROW = noted("this letter is not stored as UTF-8; save the file again and choose the encoding UTF-8")
_WIDE = noted("this file is damaged or stored in an old encoding; save it again and choose the encoding UTF-8")


def _refused(found: re.Match[str], problems: Problems) -> str:
    """Note an invisible character and put a space for it, so that the rest of the file is still looked at."""
    if not problems.full:
        at = _place_in(found.string, found.start())
        code = f"U+{ord(found.group()):04X}"
        problems.add(at, noted("an invisible character stands here ({code}); take it out"), code=code)
    return " "


def _place(before: bytes) -> Place:
    text = before.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _place_in(text, len(text))


def _place_in(text: str, index: int) -> Place:
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
