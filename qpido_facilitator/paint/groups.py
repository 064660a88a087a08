"""Work in groups: the task with its clock, and the harvest."""

from __future__ import annotations

from collections.abc import Iterable

from qpido_facilitator.paint.chips import flag, label, width_of
from qpido_facilitator.paint.foot import Foot
from qpido_facilitator.paint.frame import finish, paged, titled, under_head
from qpido_facilitator.paint.ground import PAPER
from qpido_facilitator.paint.head import head
from qpido_facilitator.paint.mark import Radii
from qpido_facilitator.paint.page import HEIGHT, LEFT, Box, Icon, Page, Panel, Pieces, Ring, Text, moved, text_at
from qpido_facilitator.paint.stack import Row, height_of, stack
from qpido_facilitator.paint.text import Style, fit, split
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.show.audience import BreakoutSlide, GroupQuestion, GroupRow, HarvestSlide

_LEFT_WIDTH = 724.0
_PANEL = Box(852, 0, 428, HEIGHT)
_QUESTIONS = tuple(Style(px, 600, line, -0.01) for px, line in ((44, 50), (40, 46), (36, 42), (34, 39)))
_WHOM = Style(32, 600, 40)
_NUMBER = Style(38, 800, 46)
_TIME = tuple(Style(px, 800, 108, -0.012) for px in (86, 76, 66, 56, 46))
_SAY = Style(40, 400, 48)
_BACK = Style(72, 800, 84)
_GROUP = Style(38, 750, 46)
_ANSWER = (Style(40, 600, 48, -0.01), Style(36, 600, 44, -0.01))
_REASON = Style(40, 500, 48, -0.01)
_ROW = Radii(30, 30, 30, 8)
_TWO = 2


def breakout(slide: BreakoutSlide) -> tuple[Page, ...]:
    """Return the numbered questions at the left, the clock at the right."""
    foot = Foot(right=LEFT + _LEFT_WIDTH, clock=False)
    top = head(slide.title, kicker=slide.kicker, below=slide.task, top=48, width=_LEFT_WIDTH)

    def bodies(pages: int) -> tuple[Pieces, ...]:
        def body(area: Box) -> tuple[Pieces, ...]:
            return _questions(slide.questions, area)

        bottom = foot.body_bottom(slide, pages)
        return under_head(top, body, 24 if not slide.task else 16, bottom, PAPER, _LEFT_WIDTH)

    side = _clock_side(slide)
    return finish(slide, [side + body for body in paged(bodies)], foot, free=False)


def _questions(questions: tuple[GroupQuestion, ...], area: Box) -> tuple[Pieces, ...]:
    for style in _QUESTIONS:
        for least, gap in ((118.0, 18.0), (100.0, 12.0), (76.0, 8.0)):
            rows = [_question(at, one, area, style, least) for at, one in enumerate(questions, 1)]
            if height_of(rows, gap) <= area.h:
                return stack(rows, area, gap, "ink")
    rows = [_question(at, one, area, _QUESTIONS[1], 100) for at, one in enumerate(questions, 1)]
    return stack(rows, area, 12, "ink")


def _question(number: int, question: GroupQuestion, area: Box, style: Style, least: float) -> Row:
    left, width = area.x + 116, area.w - 116 - 28
    words = text_at(left, 0, width, question.text, style, "ink", balance="orphans")
    whom = text_at(left, words.box.h, width, question.whom, _WHOM, "ink2")
    height = whom.box.bottom
    tall = max(least, height + (18 if least > 80 else 12))
    circle = Box(area.x + 28, (tall - 62) / 2, 62, 62)
    return Row(
        tall,
        (
            Panel(Box(area.x, 0, area.w, tall), _ROW, "sand"),
            Panel(circle, Radii(31, 31, 31, 31), "accent"),
            Text(str(number), Box(circle.x, circle.y + 8, 62, 46), _NUMBER, "onaccent", "center"),
            *moved((words, whom), 0, (tall - height) / 2),
        ),
    )


def _clock_side(slide: BreakoutSlide) -> Pieces:
    """Return the dark side: the ring with the time left, and below it when to be back."""
    pieces: Pieces = (Panel(_PANEL, Radii(96, 0, 0, 0), "plum"),)
    middle = _PANEL.x + _PANEL.w / 2
    if slide.clock:
        ring = Box(middle - 171, 85, 342, 342)
        style = fit(slide.clock.text, _TIME, 290, 108, "center")
        time = text_at(ring.x + 26, 0, 290, slide.clock.text, style, "onplum", align="center")
        pieces += (
            Ring(ring, slide.clock.fraction, "plumtrack", "peach", 22),
            *moved((time,), 0, 256 - time.box.h / 2),
        )
    said = slide.back or slide.waiting
    below = text_at(_PANEL.x + 50, 470, _PANEL.w - 100, said, _SAY, "onplum2", align="center", balance="even")
    pieces += (below,)
    if slide.back and slide.clock:
        back = text_at(_PANEL.x, 0, _PANEL.w, slide.clock.back_at, _BACK, "white", align="center")
        pieces += moved((back,), 0, below.box.bottom)
    if slide.review:
        mark, width = flag(slide.review, 0, 658)
        pieces += moved(mark, middle + width / 2, 0)
    return pieces


def harvest(slide: HarvestSlide) -> tuple[Page, ...]:
    """Return a row for each group, at most two answers in it; more answers have a row of their own."""
    wide = _label_width(row.name for row in slide.rows)

    def body(area: Box) -> tuple[Pieces, ...]:
        def rows(style: Style) -> list[Row]:
            return [row for group in slide.rows for row in _group(group, area, wide, style)]

        small = rows(_ANSWER[1])
        return stack(small if height_of(small, 12) <= area.h else rows(_ANSWER[0]), area, 12, "ink")

    return titled(slide, slide.title, body, kicker=slide.kicker, gap=20, count=slide.counter)


def _group(group: GroupRow, area: Box, wide: float, style: Style) -> list[Row]:
    room = area.w - wide - 56
    answers = [
        answer[start:end].strip()
        for answer in group.answers
        if answer.strip()
        for start, end in split(answer, style, room, area.h - 22)
    ]
    if not answers:
        said = (group.reason,) if group.reason.strip() else ()
        return [_row(group, said, area, wide, _REASON, "ink2")]
    pairs = [tuple(answers[at : at + _TWO]) for at in range(0, len(answers), _TWO)]
    rows = [_row(group, pair, area, wide, style, "ink") for pair in pairs]
    if all(row.height <= area.h for row in rows):
        return rows
    return [_row(group, (answer,), area, wide, style, "ink") for answer in answers]


def _label_width(names: Iterable[str]) -> float:
    return max(239.0, *(77 + width_of(name, _GROUP) + 20 for name in names), 0.0)


def _row(group: GroupRow, answers: tuple[str, ...], area: Box, wide: float, style: Style, ink: str) -> Row:
    marks = load_theme("audience").groups
    colour = marks.colour(group.group)
    left, width = area.x + wide + 28, area.w - wide - 56
    lines: Pieces = ()
    bottom = 0.0
    for at, answer in enumerate(answers):
        words = text_at(left, bottom + (8 if at else 0), width, answer, style, ink)
        lines += (words,)
        bottom = words.box.bottom
    tall = max(92.0, bottom + 22)
    said = bool(answers)
    on = "white" if said else colour
    box = Box(area.x, 0, area.w, tall)
    side: Pieces = (
        Icon(Box(area.x + 27, tall / 2 - 17, 34, 34), marks.shape(group.group), on),
        label(area.x + 77, tall / 2, group.name, _GROUP, on),
    )
    if not said:
        return Row(tall, (Panel(box, _ROW, line=colour, thick=3, dashed=True), *side))
    return Row(
        tall,
        (
            Panel(box, _ROW, "white"),
            Panel(Box(area.x, 0, wide, tall), Radii(30, 0, 0, 8), colour),
            Panel(box, _ROW, line=colour, thick=3),
            *side,
            *moved(lines, 0, (tall - bottom) / 2),
        ),
    )
