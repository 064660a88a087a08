"""A document as a value: what it says, in which order. Each format renders it; none adds a word of its own.

Its texts are clean: `safe` takes out what no format can hold, and a format escapes what means something to it.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from qpido_facilitator.run.notes import clean


class Heading(Struct, frozen=True, tag=True):
    """A heading below the title: level 1 to 3."""

    text: str
    level: int = 1


class Paragraph(Struct, frozen=True, tag=True):
    """Running text. `strong` is a question or a warning, `quiet` an aside, `notice` stands apart."""

    text: str
    tone: Literal["plain", "strong", "quiet", "notice"] = "plain"


class Bullet(Struct, frozen=True):
    """A point, with points of its own below it; `quiet` says that there is nothing."""

    text: str
    below: tuple[Bullet, ...] = ()
    quiet: str = ""


class Bullets(Struct, frozen=True, tag=True):
    """A list, or numbered steps."""

    items: tuple[Bullet, ...]
    numbered: bool = False


class Cell(Struct, frozen=True):
    """A cell of a table; a `number` is aligned and calculated with."""

    text: str
    number: float | None = None


class Table(Struct, frozen=True, tag=True):
    """A table with a row of headings. `caption` says what it is for who does not see it, `widths` are shares."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()


class Picture(Struct, frozen=True, tag=True):
    """A picture by its name among those that are handed over, and the words for who cannot see it."""

    name: str
    alt: str


Block = Heading | Paragraph | Bullets | Table | Picture


class Document(Struct, frozen=True):
    """A whole document in one language; `below` stands under the title."""

    title: str
    below: str
    language: str
    blocks: tuple[Block, ...]


def points(*texts: str) -> Bullets:
    """Return a plain list."""
    return Bullets(tuple(Bullet(text) for text in texts))


def safe(text: str) -> str:
    """Return text that every format can hold; lines may end in it, and in no other way than with a line end."""
    return _NOWHERE.sub("", re.sub("[\u2028\u2029\x85]", "\n", clean(text)))


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text."""
    return tuple(safe(text).split("\n"))


def runs_right_to_left(text: str) -> bool:
    """Say whether a text begins with a letter that is written from right to left."""
    found = _STRONG.search(text)
    return found is not None and _RIGHT_TO_LEFT.match(found[0]) is not None


_NOWHERE = re.compile("[\ufffe\uffff]")
_STRONG = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
