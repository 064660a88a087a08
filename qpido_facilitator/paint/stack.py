"""Rows over pages: what does not fit goes on the next page, and the pages hold about as much as each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from qpido_facilitator.paint.page import Box, Pieces, Text, moved, text_at
from qpido_facilitator.paint.text import Style, split

_PLAIN = Style(40, 500, 52)


class Row(Struct, frozen=True):
    """Pieces that stay together; their y counts from the top of the row."""

    height: float
    pieces: Pieces


def stack(rows: Sequence[Row], area: Box, gap: float, ink: str, most: int = 99) -> tuple[Pieces, ...]:
    """Return rows below each other, in as many pages as they need; always at least one page."""
    fitting = [part for row in rows for part in _parts(row, area, ink)]
    return tuple(placed(page, area.y, gap) for page in _shared(fitting, area.h, gap, most)) or ((),)


def placed(rows: Sequence[Row], top: float, gap: float) -> Pieces:
    """Return rows below each other from `top` on."""
    pieces: Pieces = ()
    for row in rows:
        pieces += moved(row.pieces, 0, top)
        top += row.height + gap
    return pieces


def height_of(rows: Sequence[Row], gap: float) -> float:
    """Return how high rows are together."""
    return sum(row.height for row in rows) + gap * max(0, len(rows) - 1)


def plain_rows(text: str, area: Box, ink: str, style: Style = _PLAIN) -> tuple[Row, ...]:
    """Return a text in parts that each fit on a page: the way out for what fits nowhere."""
    parts = []
    for start, end in split(text, style, area.w, area.h):
        part = text_at(area.x, 0, area.w, text[start:end].strip(), style, ink)
        parts.append(Row(part.box.h, (part,)))
    return tuple(parts)


def _parts(row: Row, area: Box, ink: str) -> tuple[Row, ...]:
    """Return a row as it is, or in plain parts when it is higher than a page."""
    if row.height <= area.h:
        return (row,)
    words = "\n".join(piece.text for piece in row.pieces if isinstance(piece, Text) and piece.text.strip())
    return plain_rows(words, area, ink)


def _shared(rows: Sequence[Row], room: float, gap: float, most: int) -> list[list[Row]]:
    """Return rows by page: as few pages as possible, and then no page much fuller than another."""
    full = _filled(rows, room, gap, most)
    if len(full) < 2:
        return full
    even = _filled(rows, room, gap, min(most, ceil(len(rows) / len(full))))
    return even if len(even) == len(full) else full


def _filled(rows: Sequence[Row], room: float, gap: float, most: int) -> list[list[Row]]:
    pages: list[list[Row]] = []
    for row in rows:
        if pages and len(pages[-1]) < most and height_of([*pages[-1], row], gap) <= room:
            pages[-1].append(row)
        else:
            pages.append([row])
    return pages
