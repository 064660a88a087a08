"""To everyone at once: a question, a statement, a check-in."""

from __future__ import annotations

from qpido_facilitator.paint.bullets import Line, bullets
from qpido_facilitator.paint.chips import label
from qpido_facilitator.paint.column import ROOM, centred, space
from qpido_facilitator.paint.foot import Foot
from qpido_facilitator.paint.frame import finish, titled
from qpido_facilitator.paint.ground import PAPER, PLUM, Ground
from qpido_facilitator.paint.mark import Radii
from qpido_facilitator.paint.page import (
    LEFT,
    RIGHT,
    WHOLE,
    Box,
    Icon,
    Page,
    Panel,
    Pieces,
    moved,
    text_at,
)
from qpido_facilitator.paint.stack import Row, height_of, plain_rows, stack
from qpido_facilitator.paint.text import Style, fit, split
from qpido_facilitator.plan.model import Point
from qpido_facilitator.show.audience import CheckInSlide, QuestionSlide, StatementSlide

_TAG = Style(38, 700, 48)
_QUESTION = (
    Style(92, 800, 104, -0.025),
    Style(84, 800, 96, -0.025),
    Style(76, 800, 88, -0.023),
    Style(70, 800, 82, -0.022),
    Style(64, 800, 78, -0.02),
    Style(60, 800, 72, -0.02),
)
_HINT = Style(40, 500, 52)
_QUOTE = Style(42, 500, 54)
_LONG_HINT = 170.0
_WIDE = 1150.0
_BUBBLE = Radii(56, 56, 56, 10)
_SIDE = Style(40, 700, 48)
_BROAD = RIGHT - LEFT
_APART = 14.0
_LOW = 200.0


def question(slide: QuestionSlide) -> tuple[Page, ...]:
    """Return a question as large as it can be; from 60 down it goes on over pages."""
    return finish(slide, asked(slide.tag, "question", slide.text, slide.hint), Foot(PLUM))


def asked(tag: str, icon: str, text: str, hint: str) -> tuple[Pieces, ...]:
    """Return the bodies of a question with its tag above and its hint below."""
    tagged, hinted = _tag(tag, icon, PLUM), _hint(hint)
    apart = hinted.height > _LONG_HINT
    room = ROOM - tagged.height - (0 if apart else hinted.height)
    style = fit(text, _QUESTION, _WIDE, room - 24, balance="even")
    ranges = split(text, style, _WIDE, room - 24)
    bodies: list[Pieces] = []
    for at, (start, end) in enumerate(ranges):
        words = text_at(LEFT, 0, _WIDE, text[start:end].strip(), style, PLUM.ink, balance="even")
        above = 34 if style.px > 64 else 24
        rows = [tagged, space(above), Row(words.box.h, (words,))]
        last = at == len(ranges) - 1
        bodies.append(centred([*rows, hinted] if last and not apart else rows))
    if apart:
        bodies += stack(plain_rows(hint, WHOLE, PLUM.ink2), WHOLE, 0, PLUM.ink2)
    return tuple(bodies)


def _tag(text: str, icon: str, ground: Ground) -> Row:
    if not text:
        return space(0)
    return Row(48, (Icon(Box(LEFT, 0, 48, 48), icon, ground.label), label(128, 24, text, _TAG, ground.label)))


def _hint(text: str) -> Row:
    """Return what to do with the question; a quotation stands behind a bar."""
    if not text.strip():
        return space(0)
    if text.lstrip()[0] in '“„"‘«':
        words = text_at(LEFT + 40, 38, _WIDE - 40, text, _QUOTE, PLUM.ink2)
        bar = Panel(Box(LEFT, 34, 10, words.box.h + 8), Radii(4, 4, 4, 4), PLUM.label)
        return Row(words.box.bottom + 4, (bar, words))
    words = text_at(LEFT, 26, _WIDE, text, _HINT, PLUM.ink2)
    return Row(words.box.bottom, (words,))


def check_in(slide: CheckInSlide) -> tuple[Page, ...]:
    """Return what everyone does; with points it is a list under a title."""
    if not slide.points:
        title, text = (slide.title, slide.text) if slide.title else (slide.text, "")
        return finish(slide, asked(slide.tag, slide.icon, title, text), Foot(PLUM))

    def body(area: Box) -> tuple[Pieces, ...]:
        return bullets([Line(point) for point in slide.points], area, PLUM)

    title, below = slide.title, slide.text
    return titled(slide, title, body, kicker=slide.tag, below=below, gap=30, ground=PLUM)


def statement(slide: StatementSlide) -> tuple[Page, ...]:
    """Return a statement in a bubble, and the sides one can take below it, or on a page of their own."""
    sides = _sides(slide)
    inline = height_of(sides, _APART) <= _LOW
    beneath = height_of(sides, _APART) + 22 if sides and inline else 0
    room = ROOM - 48 - 26 - beneath - 92
    width = _BROAD - 112
    style = fit(slide.text, _QUESTION[2:], width, room, balance="even")
    ranges = split(slide.text, style, width, room)
    bodies: list[Pieces] = []
    for at, (start, end) in enumerate(ranges):
        rows = [_tag(slide.tag, "quote", PAPER), space(26), _bubble(slide.text[start:end].strip(), style)]
        if at == len(ranges) - 1 and inline:
            rows += [row for side in sides for row in (space(22 if side is sides[0] else _APART), side)]
        bodies.append(centred(rows))
    return finish(slide, bodies if inline else [*bodies, *stack(sides, WHOLE, _APART, "ink")])


def _bubble(text: str, style: Style) -> Row:
    words = text_at(LEFT + 56, 44, _BROAD - 112, text, style, "ink", balance="even")
    tall = words.box.h + 92
    return Row(tall, (Panel(Box(LEFT, 0, _BROAD, tall), _BUBBLE, "blush"), words))


def _sides(slide: StatementSlide) -> list[Row]:
    """Return the line below a statement, and the sides as outlined bubbles, up to three in a row."""
    rows = []
    if slide.below.strip():
        below = text_at(LEFT, 0, _BROAD, slide.below, _HINT, "ink2")
        rows.append(Row(below.box.h, (below,)))
    texts = [text for side in slide.sides for text in _texts(side)]
    return rows + [_side_by_side(texts[at : at + 3]) for at in range(0, len(texts), 3)]


def _texts(point: Point) -> list[str]:
    return [text for text in (point.text, *(deep for below in point.points for deep in _texts(below))) if text]


def _side_by_side(texts: list[str]) -> Row:
    width = (_BROAD - 20 * (len(texts) - 1)) / len(texts)
    words = [
        text_at(LEFT + at * (width + 20) + 24, 0, width - 48, text, _SIDE, "ink", align="center")
        for at, text in enumerate(texts)
    ]
    tall = max(text.box.h for text in words) + 36
    pieces: Pieces = ()
    for text in words:
        frame = Panel(Box(text.box.x - 24, 0, width, tall), Radii(30, 30, 30, 8), "white", "accent", 4)
        pieces += (frame, *moved((text,), 0, (tall - text.box.h) / 2))
    return Row(tall, pieces)
