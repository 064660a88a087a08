"""The small furniture of a slide: clock pill, page marks, counter, review mark, practice mark."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from qpido_facilitator.paint.ground import Ground
from qpido_facilitator.paint.mark import Radii
from qpido_facilitator.paint.page import Box, Icon, Panel, Pieces, Text, moved
from qpido_facilitator.paint.text import Style, wrap
from qpido_facilitator.show.audience import ClockFace, Mark

_PILL = Style(38, 700, 48)
_MARKS = Style(34, 700, 44)
_MOST_DOTS = 5
_ENDLESS = 4000.0


class Chip(Struct, frozen=True):
    """The size of a mark in the corner."""

    style: Style
    height: float
    icon: float
    pad: float
    radius: float
    line: float


_FLAG = Chip(Style(34, 750, 44), 64, 40, 26, 18, 4)
_PRACTICE = Chip(Style(36, 750, 46), 64, 40, 28, 18, 4)
_LOW_CHIP = Chip(Style(32, 750, 40), 44, 32, 14, 14, 3)


def width_of(text: str, style: Style) -> float:
    """Return how wide a text is on one line."""
    return wrap(text, style, _ENDLESS).used.width() + 1 if text else 0.0


def label(x: float, middle: float, text: str, style: Style, colour: str) -> Text:
    """Return a text on one line, its middle at a height."""
    return Text(text, Box(x, middle - style.line / 2, width_of(text, style) + 1, style.line), style, colour)


def pill(clock: ClockFace, right: float, middle: float, ground: Ground) -> tuple[Pieces, float]:
    """Return the clock as a pill that ends at `right`, and its width."""
    width = 26 + 42 + 12 + width_of(clock.text, _PILL) + 26
    left = right - width
    panel = Panel(Box(left, middle - 32, width, 64), Radii(32, 32, 32, 32), ground.pill)
    icon = Icon(Box(left + 26, middle - 21, 42, 42), "timer", ground.onpill)
    return (panel, icon, label(left + 80, middle, clock.text, _PILL, ground.onpill)), width


def counter(text: str, right: float, middle: float, ground: Ground) -> tuple[Pieces, float]:
    """Return a count like "4 of 10" that ends at `right`, and its width."""
    width = width_of(text, _MARKS)
    return (label(right - width, middle, text, _MARKS, ground.ink),), width


def page_marks(paging: str, page: int, pages: int, right: float, middle: float, ground: Ground) -> tuple[Pieces, float]:
    """Return a dot for each page with the number in words, and their width; many pages have no dots."""
    words, width = counter(paging.format(page=page + 1, pages=pages), right, middle, ground)
    if pages > _MOST_DOTS:
        return words, width
    left = right - width - 14 - 50 * pages + 12
    dots = tuple(
        Panel(
            Box(left + 50 * at, middle - 7, 38, 14),
            Radii(7, 7, 7, 7),
            ground.label if at <= page else ground.dot,
        )
        for at in range(pages)
    )
    return (*dots, *words), right - left


def flag(mark: Mark, right: float, middle: float, *, low: bool = False) -> tuple[Pieces, float]:
    """Return the review mark that ends at `right`, and its width; a low one fits above a title."""
    size = _LOW_CHIP if low else _FLAG
    return _chip(mark.text, mark.icon, right, middle, size, "white", "ink", "ink", dashed=False)


def practice_mark(text: str, right: float, middle: float, ground: Ground, *, low: bool = False) -> tuple[Pieces, float]:
    """Return the mark of a rehearsal that ends at `right`, and its width."""
    size = _LOW_CHIP if low else _PRACTICE
    if ground.name == "paper":
        return _chip(text, "practice", right, middle, size, "white", "ink", "ink", dashed=True)
    return _chip(text, "practice", right, middle, size, "", ground.label, ground.ink, dashed=True)


def _chip(
    text: str,
    icon: str,
    right: float,
    middle: float,
    size: Chip,
    fill: str,
    line: str,
    ink: str,
    *,
    dashed: bool,
) -> tuple[Pieces, float]:
    words = size.pad + size.icon + 13
    width = words + width_of(text, size.style) + size.pad
    left = right - width
    sharp = size.radius / 4 if dashed else size.radius
    frame = Panel(
        Box(left, middle - size.height / 2, width, size.height),
        Radii(size.radius, size.radius, size.radius, sharp),
        fill,
        line,
        size.line,
        dashed,
    )
    sign = Icon(Box(left + size.pad, middle - size.icon / 2, size.icon, size.icon), icon, ink)
    return (frame, sign, label(left + words, middle, text, size.style, ink)), width


def in_a_row(parts: Sequence[tuple[Pieces, float]], gap: float) -> tuple[Pieces, float]:
    """Return parts that all end at the same place as one row, the first at the right; and its width."""
    pieces: Pieces = ()
    taken = 0.0
    for part, width in parts:
        pieces += moved(part, -taken, 0)
        taken += width + gap
    return pieces, max(0.0, taken - gap)
