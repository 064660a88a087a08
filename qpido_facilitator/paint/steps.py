"""Rows of full width: the steps of a plan, what the law says, help lines and links."""

from __future__ import annotations

from collections.abc import Sequence

from qpido_facilitator.paint.bullets import Size
from qpido_facilitator.paint.foot import Foot
from qpido_facilitator.paint.frame import finish, paged, titled, under_head
from qpido_facilitator.paint.ground import PAPER
from qpido_facilitator.paint.head import head
from qpido_facilitator.paint.mark import Radii
from qpido_facilitator.paint.page import Box, Page, Panel, Pieces, Text, moved, text_at
from qpido_facilitator.paint.stack import Row, height_of, stack
from qpido_facilitator.paint.text import Style, wrap
from qpido_facilitator.plan.model import Point
from qpido_facilitator.show.audience import LegalSlide, LinkRow, LinksSlide, StepsSlide

_NUMBER = Style(44, 800, 52)
_STEP = (
    Size(Style(42, 600, 50, -0.012), Style(35, 500, 43), 0),
    Size(Style(38, 600, 46, -0.01), Style(33, 500, 40), 0),
)
_LAW = (
    Size(Style(38, 500, 47, -0.01), Style(34, 500, 42), 16),
    Size(Style(35, 500, 43, -0.01), Style(32, 500, 39), 12),
)
_ROW = Radii(30, 30, 30, 8)
_LABEL = Style(40, 750, 46, -0.015)
_BELOW = Style(34, 500, 40)
_HELP = (Style(46, 800, 54, -0.02), Style(40, 800, 48, -0.02))
_ADDRESS = (Style(38, 700, 46, -0.015), Style(34, 700, 42, -0.015), Style(32, 700, 40, -0.015))
_FOUR = 4


def steps(slide: StepsSlide) -> tuple[Page, ...]:
    """Return numbered steps, at most four a page."""

    def body(area: Box) -> tuple[Pieces, ...]:
        def rows(size: Size) -> list[Row]:
            return [_step(at, step, area, size) for at, step in enumerate(slide.steps, 1)]

        large, small = (_lead(slide.text, area) + rows(size) for size in _STEP)
        whole = height_of(large[:_FOUR], 14) <= area.h
        return stack(large if whole else small, area, 14, "ink", most=_FOUR + bool(slide.text.strip()))

    return titled(slide, slide.title, body, gap=24 if not slide.text else 18)


def _lead(text: str, area: Box) -> list[Row]:
    """Return what is said before the first step; it does not come back on later pages."""
    if not text.strip():
        return []
    words = text_at(area.x, 0, area.w, text, _BELOW, "ink2", balance="orphans")
    return [Row(words.box.h + 4, (words,))]


def _step(number: int, step: Point, area: Box, size: Size) -> Row:
    lines, height = _words(step, area.x + 100, area.w - 100, size, "ink", "ink2")
    tall = max(90.0, height)
    side = Box(area.x, (tall - 76) / 2, 76, 76)
    panel = Panel(side, Radii(26, 26, 26, 6), "accent")
    figure = Text(str(number), Box(side.x, side.y + 12, 76, 52), _NUMBER, "onaccent", "center")
    return Row(tall, (panel, figure, *moved(lines, 0, (tall - height) / 2)))


def legal(slide: LegalSlide) -> tuple[Page, ...]:
    """Return careful lines; the last one, what to do in doubt, stands out."""

    def body(area: Box) -> tuple[Pieces, ...]:
        for size in _LAW:
            rows = [_law(line, at == len(slide.lines), area, size) for at, line in enumerate(slide.lines, 1)]
            if height_of(rows, 14) <= area.h:
                break
        return stack(rows, area, 14, "ink") if slide.lines else ((),)

    return titled(slide, slide.title, body, below=slide.below)


def _law(line: Point, last: bool, area: Box, size: Size) -> Row:
    style = Style(size.main.px, 700, size.main.line, size.main.tracking) if last else size.main
    letters = Size(style, size.below, size.air)
    ink, ink2, fill = ("onplum", "onplum2", "plum") if last else ("ink", "ink2", "sand")
    lines, height = _words(line, area.x + 30, area.w - 60, letters, ink, ink2)
    tall = height + 2 * size.air
    panel = Panel(Box(area.x, 0, area.w, tall), Radii(32, 32, 32, 8), fill)
    return Row(tall, (panel, *moved(lines, 0, size.air)))


def links(slide: LinksSlide) -> tuple[Page, ...]:
    """Return the help lines, four a page, and then the other links."""
    foot = Foot()

    def bodies(pages: int) -> tuple[Pieces, ...]:
        bottom = foot.body_bottom(slide, pages)
        helping = _links(slide, slide.help_title, slide.help_lines, bottom, helping=True)
        others = _links(slide, slide.title, slide.links, bottom, helping=False)
        return helping + others or ((),)

    return finish(slide, paged(bodies), foot, free=False)


def _links(
    slide: LinksSlide, title: str, links: Sequence[LinkRow], bottom: float, *, helping: bool
) -> tuple[Pieces, ...]:
    if not title and not links:
        return ()

    def body(area: Box) -> tuple[Pieces, ...]:
        return stack([_link(row, helping, area) for row in links], area, 12, "ink", most=_FOUR)

    return under_head(head(title, review=slide.review), body, 22, bottom, PAPER)


def _link(row: LinkRow, helping: bool, area: Box) -> Row:
    """Return a link: its address at the right, or below where it is too long to stand beside the words."""
    inner = area.w - 68
    style, colour = _address_style(row.address, helping, inner * 0.55), "accent" if helping else "ink"
    right = wrap(row.address, style, inner).used.width() + 2 if row.address else 0.0
    beside = right <= inner * 0.55
    room = inner - right - 24 if beside else inner
    name = text_at(area.x + 34, 0, room, row.label, _LABEL, "ink")
    below = text_at(area.x + 34, name.box.bottom, room, row.below, _BELOW, "ink2")
    height = below.box.bottom
    if beside:
        tall = max(103.0, height + 16)
        number = text_at(area.x + 34 + inner - right, 0, right, row.address, style, colour, align="right")
        address: Pieces = moved((number,), 0, (tall - number.box.h) / 2)
    else:
        number = text_at(area.x + 34, height, inner, row.address, style, colour)
        tall = max(103.0, height + number.box.h + 16)
        height += number.box.h
        address = moved((number,), 0, (tall - height) / 2)
    panel = Panel(Box(area.x, 0, area.w, tall), _ROW, "blush" if helping else "sand")
    return Row(tall, (panel, *moved((name, below), 0, (tall - height) / 2), *address))


def _address_style(address: str, helping: bool, room: float) -> Style:
    ladder = _HELP + _ADDRESS[1:] if helping else _ADDRESS
    return next((style for style in ladder if wrap(address, style, 4000.0).used.width() <= room), ladder[-1])


def _words(point: Point, left: float, width: float, size: Size, ink: str, ink2: str) -> tuple[Pieces, float]:
    """Return the words of a point and those below it, from 0 down, and their height."""
    main = text_at(left, 0, width, point.text, size.main, ink, balance="orphans")
    pieces: Pieces = (main,)
    bottom = main.box.h
    for below in point.points:
        deeper, height = _words(below, left, width, Size(size.below, size.below, 0), ink2, ink2)
        pieces += moved(deeper, 0, bottom)
        bottom += height
    return pieces, bottom
