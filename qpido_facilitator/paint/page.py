"""A page as a value: pieces in a frame of 1280 by 720, each with its box. `draw` paints them as they stand.

Because a page is a value, a test can ask where every word stands without looking at a pixel.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from qpido_facilitator.paint.mark import Radii
from qpido_facilitator.paint.text import Align, Balance, Spans, Style, Wrapped, wrap

WIDTH, HEIGHT = 1280, 720
LEFT, RIGHT, TOP, BODY_BOTTOM = 64.0, 1216.0, 56.0, 610.0


class Box(Struct, frozen=True):
    """A rectangle in slide units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.y + self.h

    def moved(self, dx: float, dy: float) -> Box:
        """Return the same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def sized(self, w: float, h: float) -> Box:
        """Return a box at the same place with another size."""
        return Box(self.x, self.y, w, h)

    def rect(self) -> QRectF:
        """Return the box as Qt has it."""
        return QRectF(self.x, self.y, self.w, self.h)


WHOLE = Box(LEFT, TOP, RIGHT - LEFT, BODY_BOTTOM - TOP)


class Text(Struct, frozen=True):
    """Words in a box; `align` "left" means the side where the script begins."""

    text: str
    box: Box
    style: Style
    colour: str
    align: Align = "left"
    balance: Balance = "none"
    strong: Spans = ()

    def wrapped(self) -> Wrapped:
        """Return the words as lines."""
        return wrap(self.text, self.style, self.box.w, self.align, self.balance, self.strong)

    def used(self) -> QRectF:
        """Return what the words take up on the page."""
        return self.wrapped().used.translated(self.box.x, self.box.y)


class Panel(Struct, frozen=True):
    """A bubble, filled, outlined or both."""

    box: Box
    radii: Radii
    fill: str = ""
    line: str = ""
    thick: float = 0
    dashed: bool = False


class Icon(Struct, frozen=True):
    """A pictogram."""

    box: Box
    name: str
    colour: str


class Slash(Struct, frozen=True):
    """The slanted bar before a line of a list."""

    box: Box
    colour: str


class Ring(Struct, frozen=True):
    """A countdown as a ring: what is left, clockwise from the top."""

    box: Box
    fraction: float
    track: str
    colour: str
    thick: float


class Signature(Struct, frozen=True):
    """The mark, in three colours."""

    box: Box
    colours: tuple[str, str, str]


class Picture(Struct, frozen=True):
    """A picture; where it is not to be had, the pieces `instead` are painted."""

    box: Box
    file: str
    instead: tuple[Panel | Icon | Text, ...] = ()


class Movie(Struct, frozen=True):
    """The picture of a film with what stands `over` it; where it is not to be had, a page is painted `instead`."""

    box: Box
    file: str
    over: tuple[Panel | Text, ...]
    instead: Page


Piece = Text | Panel | Icon | Slash | Ring | Signature | Picture | Movie
Pieces = tuple[Piece, ...]


class Page(Struct, frozen=True):
    """One page of a slide: the colour of the ground, and what stands on it, back to front."""

    ground: str
    pieces: Pieces

    def texts(self) -> tuple[Text, ...]:
        """Return the words on the page, in reading order."""
        standing = [piece for piece in self.pieces if isinstance(piece, Text)]
        for picture in self.pieces:
            if isinstance(picture, Picture | Movie):
                beside = picture.instead if isinstance(picture, Picture) else picture.over
                standing += [piece for piece in beside if isinstance(piece, Text)]
        return tuple(standing)


def text_at(
    x: float,
    y: float,
    width: float,
    text: str,
    style: Style,
    colour: str,
    *,
    align: Align = "left",
    balance: Balance = "none",
    strong: Spans = (),
) -> Text:
    """Return words at a place, in a box as high as they need; no words need no height."""
    height = wrap(text, style, width, align, balance, strong).height if text.strip() else 0
    return Text(text, Box(x, y, width, height), style, colour, align, balance, strong)


def moved(pieces: Pieces, dx: float, dy: float) -> Pieces:
    """Return the same pieces elsewhere."""
    return tuple(_moved(piece, dx, dy) for piece in pieces)


def _moved(piece: Piece, dx: float, dy: float) -> Piece:
    if isinstance(piece, Picture):
        instead = tuple(replace(part, box=part.box.moved(dx, dy)) for part in piece.instead)
        return replace(piece, box=piece.box.moved(dx, dy), instead=instead)
    return replace(piece, box=piece.box.moved(dx, dy))
