"""What is wrong with a session file: where, what, and what would be right.

A problem keeps its words as a message id with gaps, so that one load can be told in any language.
"""

from __future__ import annotations

import re
from typing import Protocol

from msgspec import Struct

from qpido_facilitator.words import Words, noted

MOST_ERRORS = 200
MOST_WARNINGS = 100

# controls, bidi controls, lone surrogates and the two non-characters: never shown as they are
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+")


class Placed(Protocol):
    """Whatever stands somewhere in the file; lines and columns count from 1."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class Place(Struct, frozen=True):
    """A bare place."""

    line: int = 1
    column: int = 1


class Problem(Struct, frozen=True):
    """One thing to mend; a `warning` does not keep the session from loading."""

    file: str
    line: int
    column: int
    msgid: str
    gaps: tuple[tuple[str, str | int], ...] = ()
    warning: bool = False

    def sentence(self, words: Words) -> str:
        """Return `file:line:column: what is wrong; what would be right`, in one line."""
        said = words.say(self.msgid, **dict(self.gaps))
        return f"{self.file}:{self.line}:{self.column}: {said}"


class Problems:
    """Collects problems while a file is read; a hostile file cannot make it grow without end."""

    def __init__(self, file: str) -> None:
        self.file = _name(file)
        self.failed = False
        self._errors: list[Problem] = []
        self._warnings: list[Problem] = []

    @property
    def full(self) -> bool:
        """Return whether there are so many errors that looking for more is of no use."""
        return len(self._errors) >= MOST_ERRORS

    def add(self, at: Placed, msgid: str, **gaps: str | int) -> None:
        """Note an error at a place of the file."""
        self.failed = True
        if len(self._errors) < MOST_ERRORS - 1:
            self._errors.append(self._problem(at, msgid, gaps))
        elif not self.full:
            more = noted("there are more problems from here on; mend the ones above first")
            self._errors.append(self._problem(at, more, {}))

    def warn(self, at: Placed, msgid: str, **gaps: str | int) -> None:
        """Note what should be said of a file that loads all the same."""
        if len(self._warnings) < MOST_WARNINGS:
            self._warnings.append(self._problem(at, msgid, gaps, warning=True))

    def take(self, other: Problems) -> None:
        """Add what another collector found."""
        self.failed = self.failed or other.failed
        self._errors = (self._errors + other._errors)[:MOST_ERRORS]
        self._warnings = (self._warnings + other._warnings)[:MOST_WARNINGS]

    def in_order(self) -> tuple[Problem, ...]:
        """Return what was found, from the top of the file to its end."""
        return tuple(sorted(self._errors + self._warnings, key=lambda problem: (problem.line, problem.column)))

    def _problem(self, at: Placed, msgid: str, gaps: dict[str, str | int], warning: bool = False) -> Problem:
        filled = tuple((gap, clipped(value) if isinstance(value, str) else value) for gap, value in gaps.items())
        return Problem(self.file, at.line, at.column, msgid, filled, warning)


def clipped(text: str, most: int = 80) -> str:
    """Return text from a file as a sentence may quote it: one line, nothing invisible, not long."""
    seen = " ".join(_UNSEEN.sub(" ", text[: 4 * most]).split())
    return seen if len(seen) <= most else seen[: most - 1] + "…"


def _name(file: str) -> str:
    """Return a file's name as it can stand before `:line:column`."""
    return clipped(file.replace(":", "_"), 120) or "?"
