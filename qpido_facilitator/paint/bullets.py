"""Lines of a list: a slanted bar, the words, and smaller lines of their own below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.paint.ground import PAPER, Ground
from qpido_facilitator.paint.page import Box, Pieces, Slash, Text, text_at
from qpido_facilitator.paint.stack import Row, height_of, placed, stack
from qpido_facilitator.paint.text import Style
from qpido_facilitator.plan.model import Point

_BETWEEN = 40.0
_INDENT = 34.0
_NARROWEST = 200.0


class Size(Struct, frozen=True):
    """Letters of a line and of the lines below it, and the air around it."""

    main: Style
    below: Style
    air: float


LARGE = Size(Style(50, 600, 60, -0.01), Style(40, 500, 50), 24)
NORMAL = Size(Style(46, 600, 54, -0.01), Style(38, 500, 47), 18)
SMALL = Size(Style(40, 600, 48, -0.01), Style(35, 500, 43), 14)
SMALLEST = Size(Style(36, 600, 43, -0.005), Style(33, 500, 40), 11)


class Line(Struct, frozen=True):
    """A point and how it stands: not shown yet, just shown, or simply there."""

    point: Point
    hidden: bool = False
    newest: bool = False


def bullets(lines: Sequence[Line], area: Box, ground: Ground = PAPER) -> tuple[Pieces, ...]:
    """Return lines in one column, or two from six on, as large as goes, in the pages they need."""
    if not lines:
        return ((),)
    for columns, size, most in _ways(len(lines)):
        if _fits(lines, columns, size, area, ground, most):
            return (_page(lines, columns, size, area, ground),)
    return _pages(lines, area, ground)


def _ways(count: int) -> tuple[tuple[int, Size, int], ...]:
    """Return how a list may fit on one page, the best way first: columns, size, and lines to a point."""
    if count <= 5:
        return (1, LARGE, 2), (1, NORMAL, 9), (1, SMALL, 9), (1, SMALLEST, 9)
    return (
        (2, NORMAL, 2), (1, NORMAL, 1), (2, SMALL, 2), (1, SMALL, 2),
        (2, NORMAL, 9), (2, SMALL, 9), (2, SMALLEST, 9), (1, SMALLEST, 9),
    )  # fmt: skip


def _pages(lines: Sequence[Line], area: Box, ground: Ground) -> tuple[Pieces, ...]:
    """Return a list over as few pages as go, each about as full."""
    for pages in range(2, len(lines) + 1):
        chunks = _shared(lines, pages)
        columns = 2 if len(chunks[0]) > 5 else 1
        for size in (NORMAL, SMALL):
            if all(_fits(chunk, columns, size, area, ground) for chunk in chunks):
                return tuple(_page(chunk, columns, size, area, ground) for chunk in chunks)
    rows = [bullet(line, area.x, area.w, SMALL, ground) for line in lines]
    return stack(rows, area, 0, ground.ink)


def _shared(lines: Sequence[Line], pages: int) -> list[Sequence[Line]]:
    """Return lines over so many pages, none with more than one line more than another."""
    each, more = divmod(len(lines), pages)
    edges = [each * at + min(at, more) for at in range(pages + 1)]
    return [lines[start:end] for start, end in pairwise(edges)]


def _fits(lines: Sequence[Line], columns: int, size: Size, area: Box, ground: Ground, most: int = 99) -> bool:
    # measured as if all were shown: a line keeps its place when it is revealed
    rows = _rows([replace(line, hidden=False) for line in lines], columns, size, area, ground)
    return all(height_of(column, 0) <= area.h and all(_reads_well(row, most) for row in column) for column in rows)


def _reads_well(row: Row, most: int) -> bool:
    wrapped = [piece.wrapped() for piece in row.pieces if isinstance(piece, Text)]
    return all(words.whole and words.count <= most for words in wrapped)


def _page(lines: Sequence[Line], columns: int, size: Size, area: Box, ground: Ground) -> Pieces:
    pieces: Pieces = ()
    for column in _rows(lines, columns, size, area, ground):
        pieces += placed(column, area.y, 0)
    return pieces


def _rows(lines: Sequence[Line], columns: int, size: Size, area: Box, ground: Ground) -> list[list[Row]]:
    """Return the rows of each column; the first column is the longer one."""
    width = (area.w - _BETWEEN * (columns - 1)) / columns
    each = ceil(len(lines) / columns)
    return [
        [
            bullet(line, area.x + at * (width + _BETWEEN), width, size, ground)
            for line in lines[at * each : (at + 1) * each]
        ]
        for at in range(columns)
    ]


def bullet(line: Line, x: float, width: float, size: Size, ground: Ground) -> Row:
    """Return one line; one that is not shown yet keeps its place with a pale bar and no words."""
    half = size.air / 2
    words, left = line.point.text, x + _INDENT
    ink = ground.label if line.newest else ground.ink
    main = text_at(left, half, width - _INDENT, words, size.main, ink, balance="orphans")
    first = main.box.h / main.wrapped().count if main.box.h else size.main.line
    tall = size.main.px - 2
    bar = Slash(Box(x, half + (first - tall) / 2, 12, tall), _bar_colour(line, ground))
    top = max(main.box.bottom, half + first)
    below, bottom = _below(line.point.points, left, x + width, top, size, ground)
    return Row(bottom + half, (bar,) if line.hidden else (bar, main, *below))


def _bar_colour(line: Line, ground: Ground) -> str:
    if not line.hidden:
        return ground.label
    return "slashoff" if ground.name == "paper" else ground.dot


def _below(
    points: Sequence[Point], left: float, right: float, top: float, size: Size, ground: Ground
) -> tuple[Pieces, float]:
    """Return the lines below a line, each level a little further in, and where they end."""
    pieces: Pieces = ()
    for point in points:
        text = text_at(left, top, max(_NARROWEST, right - left), point.text, size.below, ground.ink2)
        deeper, top = _below(point.points, left + _INDENT, right, text.box.bottom, size, ground)
        pieces += (text, *deeper)
    return pieces, top
