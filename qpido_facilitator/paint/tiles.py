"""Tiles: rules and contact two in a row, goals that step inwards, phases that grow."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from qpido_facilitator.paint.frame import titled
from qpido_facilitator.paint.mark import Radii
from qpido_facilitator.paint.page import Box, Icon, Page, Panel, Pieces, Text, moved, text_at
from qpido_facilitator.paint.stack import Row, height_of, stack
from qpido_facilitator.paint.text import Style, wrap
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.plan.model import Point
from qpido_facilitator.show.audience import GoalsSlide, ProcessSlide, TilesSlide

_ACROSS, _DOWN = 20.0, 14.0
_TILE = Radii(32, 32, 32, 8)
_ICON = Radii(28, 28, 28, 6)
_GOAL = Radii(36, 36, 36, 8)
_BAR = Radii(28, 28, 28, 6)
_SIDE, _ICON_SIZE = 84.0, 48.0
_LEAST, _MOST, _PAD = 134.0, 196.0, 13.0


class Letters(Struct, frozen=True):
    """The letters of a tile: what it says, and the lines below that."""

    main: Style
    below: Style


class BarShape(Struct, frozen=True):
    """How high a bar is at least, and how long the first one is."""

    height: float
    shortest: float


_TILE_LETTERS = (
    Letters(Style(40, 600, 46, -0.01), Style(34, 500, 42)),
    Letters(Style(37, 600, 43, -0.01), Style(34, 500, 42)),
    Letters(Style(34, 600, 40, -0.01), Style(32, 500, 38)),
)
_GOAL_LETTERS = (
    Letters(Style(46, 700, 52, -0.01), Style(36, 400, 44)),
    Letters(Style(40, 700, 46, -0.01), Style(34, 400, 40)),
    Letters(Style(36, 700, 42), Style(32, 400, 38)),
)
_BAR_LETTERS = (
    Letters(Style(42, 650, 50), Style(34, 500, 40)),
    Letters(Style(38, 650, 46), Style(34, 500, 40)),
    Letters(Style(35, 650, 42), Style(32, 500, 38)),
)


_BAR_SHAPES = (BarShape(82, 744), BarShape(82, 880), BarShape(68, 744), BarShape(68, 880))
_BAR_GAP = 12


def tiles(slide: TilesSlide) -> tuple[Page, ...]:
    """Return rules or contact."""

    def body(area: Box) -> tuple[Pieces, ...]:
        return grid(slide.tiles, area)

    gap = 30 if slide.kicker else 22
    return titled(slide, slide.title, body, kicker=slide.kicker, gap=gap)


def grid(points: Sequence[Point], area: Box) -> tuple[Pieces, ...]:
    """Return tiles two in a row, in the largest letters that keep them on one page, or over pages."""
    for letters in _TILE_LETTERS:
        rows = _tile_rows(points, area, letters)
        if height_of(rows, _DOWN) <= area.h and all(map(_unbroken, rows)):
            break
    else:
        rows = _tile_rows(points, area, _TILE_LETTERS[1])
    return stack(rows, area, _DOWN, "ink")


def _unbroken(row: Row) -> bool:
    return all(piece.wrapped().whole for piece in row.pieces if isinstance(piece, Text))


def _tile_rows(points: Sequence[Point], area: Box, letters: Letters) -> list[Row]:
    width = (area.w - _ACROSS) / 2
    pairs = [points[at : at + 2] for at in range(0, len(points), 2)]
    needs = [max(_height(point, width, letters) for point in pair) for pair in pairs]
    heights = _stretched(needs, area.h)
    return [
        Row(
            height,
            tuple(
                piece
                for at, point in enumerate(pair)
                for piece in _tile(point, Box(area.x + at * (width + _ACROSS), 0, width, height), letters)
            ),
        )
        for pair, height in zip(pairs, heights, strict=True)
    ]


def _stretched(needs: Sequence[float], room: float) -> list[float]:
    """Return heights of rows: all alike where that fits, and filling the room up to a point."""
    spare = room - sum(needs) - _DOWN * (len(needs) - 1)
    if not needs or spare < 0:
        return list(needs)
    alike = max(needs)
    if alike * len(needs) + _DOWN * (len(needs) - 1) <= room:
        fill = (room - _DOWN * (len(needs) - 1)) / len(needs)
        return [max(alike, min(_MOST if alike > _LEAST else _LEAST, fill))] * len(needs)
    return list(needs)


def _height(point: Point, width: float, letters: Letters) -> float:
    inner = _lines(point, 0, width - _inset(point), letters)
    return max(_LEAST, inner[1] + _PAD)


def _inset(point: Point) -> float:
    return (24 + _SIDE + 24 if point.icon else 34) + 26


def _tile(point: Point, box: Box, letters: Letters) -> Pieces:
    left = box.x + _inset(point) - 26
    lines, height = _lines(point, left, box.w - _inset(point), letters)
    panel = Panel(box, _TILE, "sand")
    words = moved(lines, 0, box.y + (box.h - height) / 2)
    return (panel, *_pictogram(point, box), *words) if point.icon else (panel, *words)


def _pictogram(point: Point, box: Box) -> Pieces:
    side = Box(box.x + 24, box.y + (box.h - _SIDE) / 2, _SIDE, _SIDE)
    room = (_SIDE - _ICON_SIZE) / 2
    icon = Box(side.x + room, side.y + room, _ICON_SIZE, _ICON_SIZE)
    return Panel(side, _ICON, "white"), Icon(icon, point.icon, "accent")


def _lines(
    point: Point, left: float, width: float, letters: Letters, ink: str = "ink", ink2: str = "ink2"
) -> tuple[Pieces, float]:
    """Return the words of a point with what stands below them, from 0 down, and their height."""
    main = text_at(left, 0, width, point.text, letters.main, ink, balance="even")
    pieces: Pieces = (main,)
    bottom = main.box.h
    for below in _below(point):
        text = text_at(left, bottom, width, below, letters.below, ink2)
        pieces += (text,)
        bottom += text.box.h
    return pieces, bottom


def _below(point: Point) -> list[str]:
    return [text for below in point.points for text in (below.text, *_below(below))]


def goals(slide: GoalsSlide) -> tuple[Page, ...]:
    """Return goals under big numbers, each a step further in."""

    def body(area: Box) -> tuple[Pieces, ...]:
        gap = 20.0 if len(slide.goals) < 4 else 14.0
        for letters in _GOAL_LETTERS:
            rows = [_goal(at, goal, area, letters, len(slide.goals)) for at, goal in enumerate(slide.goals)]
            if height_of(rows, gap) <= area.h:
                break
        return stack(rows, area, gap, "ink") if slide.goals else ((),)

    return titled(slide, slide.title, body, gap=34 if len(slide.goals) < 4 else 22)


def _goal(at: int, goal: Point, area: Box, letters: Letters, count: int) -> Row:
    step = 48.0 * min(at, 4)
    box = Box(area.x + step, 0, area.w - step, 0)
    lines, height = _lines(goal, box.x + 36 + 128 + 36, box.w - 36 - 128 - 36 - 34, letters)
    tall = max(136.0 if count < 4 else 96.0, height + 24)
    number = Style(88 if tall >= 120 else 72, 800, 96 if tall >= 120 else 80, -0.04)
    figure = Text(f"{at + 1:02}", Box(box.x + 36, (tall - number.line) / 2, 140, number.line), number, "accent")
    panel = Panel(Box(box.x, 0, box.w, tall), _GOAL, "sand")
    return Row(tall, (panel, figure, *moved(lines, 0, (tall - height) / 2)))


def process(slide: ProcessSlide) -> tuple[Page, ...]:
    """Return phases as bars, each longer and darker than the one before."""

    def body(area: Box) -> tuple[Pieces, ...]:
        if not slide.phases:
            return ((),)
        ways = [(letters, shape) for letters in _BAR_LETTERS for shape in _BAR_SHAPES]
        rows = [_bars(slide.phases, area, *way) for way in ways]
        fitting = [bars for bars in rows if height_of(bars, _BAR_GAP) <= area.h]
        straight = (bars for bars in fitting if not any(map(_wraps, bars)))
        return stack(next(straight, (fitting or rows[:1])[0]), area, _BAR_GAP, "ink")

    return titled(slide, slide.title, body, gap=24)


def _wraps(row: Row) -> bool:
    return any(piece.wrapped().count > 1 for piece in row.pieces if isinstance(piece, Text))


def _bars(phases: Sequence[Point], area: Box, letters: Letters, shape: BarShape) -> list[Row]:
    return [_bar(at, phase, len(phases), area, letters, shape) for at, phase in enumerate(phases)]


def _bar(at: int, phase: Point, count: int, area: Box, letters: Letters, shape: BarShape) -> Row:
    colours = load_theme("audience").process
    share = at / (count - 1) if count > 1 else 1.0
    shade = min(len(colours.bars) - 1, round(share * (len(colours.bars) - 1)))
    ink = colours.texts[shade]
    width = shape.shortest + (area.w - shape.shortest) * share
    lines, height = _lines(phase, area.x + 126, width - 126 - 30, letters, ink, ink)
    tall = max(shape.height, height + 16)
    number = Style(letters.main.px, 800, letters.main.line)
    first = wrap(phase.text, letters.main, width - 156).height if phase.text.strip() else number.line
    top = (tall - height) / 2 + (0 if first > number.line or phase.points else (height - number.line) / 2)
    figure = Text(f"{at + 1:02}", Box(area.x + 32, top, 80, number.line), number, ink)
    panel = Panel(Box(area.x, 0, width, tall), _BAR, colours.bars[shade])
    return Row(tall, (panel, figure, *moved(lines, 0, (tall - height) / 2)))
