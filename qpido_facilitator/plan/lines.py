"""One line of a session file, taken apart: what stands before the value, the value, and the value quoted."""

from __future__ import annotations

import re

from msgspec import Struct

# a plain name, a colon and a space; longer than any field name there is, and short enough to be no sentence
_KEYED = re.compile(r"( *(?:- +)*)([A-Za-z_][\w-]{0,30}):(?: +|$)")
_BARE = re.compile(r" *(?:- +)*")
_FLOW_START = re.compile(r"[{\[,]\s*(?:[A-Za-z_][\w-]{0,30}: *)?")


class Line(Struct, frozen=True):
    """`head` is indentation, dashes and `key: `; `value` is what follows, without spaces at its end."""

    head: str
    key: str
    value: str

    @property
    def column(self) -> int:
        """Return the column of the value, counting from 1."""
        return len(self.head) + 1

    @property
    def indent(self) -> int:
        """Return how many spaces the line starts with."""
        return len(self.head) - len(self.head.lstrip(" "))

    def quoted(self) -> str:
        """Return the line with its value between double quotes."""
        return self.head + quoted(self.value)


def taken_apart(line: str) -> Line:
    """Return the parts of a line."""
    found = _KEYED.match(line)
    if found:
        return Line(line[: found.end()], found.group(2), line[found.end() :].rstrip())
    bare = _BARE.match(line)
    end = bare.end() if bare else 0
    return Line(line[:end], "", line[end:].rstrip())


def quoted(text: str) -> str:
    """Return text between double quotes, curly quotes around it taken off."""
    bare = text.strip().strip('“”„‟"').strip()
    return '"' + bare.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quoted_in_braces(line: str, column: int) -> tuple[int, str] | None:
    """Return where the text around `column` (from 0) starts within its braces, and the line with it quoted."""
    start = 0
    for found in _FLOW_START.finditer(line):
        if found.end() > column:
            break
        start = found.end()
    ends = [line.find(sign, column) for sign in ",]}"]
    end = min((place for place in ends if place >= 0), default=len(line))
    text = line[start:end].strip()
    if not start or not text or '"' in text:
        return None
    return start, line[:start] + quoted(text) + line[end:]
