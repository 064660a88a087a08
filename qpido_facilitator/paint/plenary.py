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
    Text,
    text_at,
)
from qpido_facilitator.paint.stack import Row, plain_rows, stack
from qpido_facilitator.paint.text import Style, fit, split, wrap
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


def question(slide: QuestionSlide) -> tuple[Page, ...]:
    """Return a question as large as it can be; from 60 down it goes on over pages."""
    return finish(slide, asked(slide.tag, "question", slide.text, slide.hint), Foot(PLUM))


def asked(tag: str, icon: str, text: str, hint: str) -> tuple[Pieces, ...]:
    """Return the bodies of a question with its tag above and its hint below."""
    tagged, hinted = _tag(tag, icon, PLUM), _hint(hint)
    apart = hinted.height > _LONG_HINT
    room = ROOM - tagged.height - (0 if apart else hinted.height)
    style = fit(text, _QUESTION, _WIDE, room - 24, balance=True)
    ranges = split(text, style, _WIDE, room - 24)
    bodies: list[Pieces] = []
    for at, (start, end) in enumerate(ranges):
        words = text_at(LEFT, 0, _WIDE, text[start:end].strip(), style, PLUM.ink, balance=True)
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
    """Return a statement in a bubble, and the sides one can take below it."""
    sides = _sides(slide)
    room = ROOM - 48 - 26 - sides.height - 92
    width = RIGHT - LEFT - 112
    styles = _QUESTION[2:]
    style = fit(slide.text, styles, width, room, balance=True)
    ranges = split(slide.text, style, width, room)
    bodies = []
    for at, (start, end) in enumerate(ranges):
        rows = [_tag(slide.tag, "quote", PAPER), space(26), _bubble(slide.text[start:end].strip(), style)]
        bodies.append(centred([*rows, sides] if at == len(ranges) - 1 else rows))
    if slide.below.strip():
        bodies = [*bodies, *_below(slide)] if not _small(slide.below) else bodies
    return finish(slide, bodies)


def _small(text: str) -> bool:
    return wrap(text, _HINT, RIGHT - LEFT).count <= 2


def _below(slide: StatementSlide) -> tuple[Pieces, ...]:
    return stack(plain_rows(slide.below, WHOLE, "ink"), WHOLE, 0, "ink")


def _bubble(text: str, style: Style) -> Row:
    words = text_at(LEFT + 56, 44, RIGHT - LEFT - 112, text, style, "ink", balance=True)
    tall = words.box.h + 92
    return Row(tall, (Panel(Box(LEFT, 0, RIGHT - LEFT, tall), _BUBBLE, "blush"), words))


def _sides(slide: StatementSlide) -> Row:
    """Return the sides next to each other as outlined bubbles, and the line below the statement."""
    pieces: Pieces = ()
    top = 22.0
    if slide.below.strip() and _small(slide.below):
        below = text_at(LEFT, top, RIGHT - LEFT, slide.below, _HINT, "ink2")
        pieces, top = (below,), below.box.bottom + 18
    if not slide.sides:
        return Row(top if pieces else 0, pieces)
    count = len(slide.sides)
    across = min(3, count)
    width = (RIGHT - LEFT - 20 * (across - 1)) / across
    inner = width - 48
    tall = max(wrap(side.text, _SIDE, inner, "center").height for side in slide.sides) + 36
    for at, side in enumerate(slide.sides):
        box = Box(LEFT + (at % across) * (width + 20), top + at // across * (tall + 14), width, tall)
        words = text_at(box.x + 24, 0, inner, side.text, _SIDE, "ink", align="center")
        middle = Box(words.box.x, box.y + (tall - words.box.h) / 2, words.box.w, words.box.h)
        frame = Panel(box, Radii(30, 30, 30, 8), "white", "accent", 4)
        pieces += (frame, Text(words.text, middle, _SIDE, "ink", "center"))
    return Row(top + (count + across - 1) // across * (tall + 14) - 14, pieces)
