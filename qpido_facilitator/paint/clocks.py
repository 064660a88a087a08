"""Large figures: the pause, the start, the share test; and the resting place and black."""

from __future__ import annotations

from qpido_facilitator.paint.chips import width_of
from qpido_facilitator.paint.column import centred, space
from qpido_facilitator.paint.foot import Foot
from qpido_facilitator.paint.frame import finish
from qpido_facilitator.paint.ground import BLACK, PAPER, PLUM
from qpido_facilitator.paint.page import LEFT, RIGHT, WHOLE, Box, Icon, Page, Signature, Text, text_at
from qpido_facilitator.paint.stack import Row, plain_rows, stack
from qpido_facilitator.paint.text import Style, fit, wrap
from qpido_facilitator.show.audience import BlackSlide, BreakSlide, CalmSlide, ShareTestSlide, StartSlide

_WIDE = RIGHT - LEFT
_HEADING = (Style(72, 800, 84, -0.02), Style(60, 800, 72, -0.02), Style(48, 800, 58, -0.02))
_UNDER = (Style(42, 500, 54), Style(38, 500, 48), Style(34, 500, 44))
_BREAK = (Style(64, 700, 78), Style(52, 700, 64), Style(44, 700, 56))
_BACK = (Style(64, 500, 80), Style(56, 500, 72), Style(48, 500, 62), Style(40, 500, 52))
_ENDLESS = 6000.0


def _line(text: str, styles: tuple[Style, ...], colour: str, room: float) -> Row:
    """Return words in the middle, in the largest letters that fit."""
    style = fit(text, styles, _WIDE, room, "center")
    words = text_at(LEFT, 0, _WIDE, text, style, colour, align="center", balance="even")
    return Row(words.box.h, (words,))


def _figures(text: str, px: int, line: float, colour: str, tracking: float) -> Row:
    """Return figures as large as the width allows."""
    wide = width_of(text, Style(px, 800, px, tracking)) + abs(tracking) * px
    size = px if wide <= _WIDE else max(60, int(px * _WIDE / wide) - 1)
    style = Style(size, 800, round(line * size / px), tracking)
    # tracking also follows the last figure: half of it brings the middle back
    shift = -tracking * size / 2
    words = text_at(LEFT - _WIDE / 20 - shift, 0, _WIDE * 1.1, text, style, colour, align="center")
    return Row(words.box.h, (words,))


def pause(slide: BreakSlide) -> tuple[Page, ...]:
    """Return a pause: the time left, and the time on the clock to be back."""
    title, text = slide.title, slide.text.strip()
    rest = []
    if _line(title, _BREAK, PLUM.label, 150).height > 150:
        rest, title = [title], ""
    rows = [_line(title, _BREAK, PLUM.label, 150)] if title else []
    if slide.clock and slide.clock.text:
        rows += _clock(slide.clock.text)
    room = 560 - sum(row.height for row in rows)
    beneath = _back(slide, text, room)
    if sum(row.height for row in beneath) > room:
        rest, beneath = [*rest, text], _back(slide, "", room)
    middle = 330 if slide.footer or slide.review or slide.practice else 347
    spill = [page for words in rest for page in stack(plain_rows(words, WHOLE, PLUM.ink), WHOLE, 0, PLUM.ink)]
    foot = Foot(PLUM, clock=False, signed=bool(slide.footer))
    return finish(slide, [centred([*rows, *beneath], middle), *spill], foot)


def _clock(text: str) -> list[Row]:
    """Return the countdown; where it is words, "time is up", smaller."""
    if text[:1].isdigit():
        return [space(-21), _figures(text, 330, 340, PLUM.ink, -0.005), space(4)]
    return [space(10), _figures(text, 170, 200, PLUM.ink, -0.03), space(24)]


def _back(slide: BreakSlide, text: str, room: float) -> list[Row]:
    """Return "Back at 14:32 · cameras may be off" on one line, or on two where it is too long for that."""
    at = f"{slide.back} {slide.clock.back_at}" if slide.back and slide.clock else ""
    if not at:
        return [_line(text, _BACK, PLUM.ink, room)] if text else []
    bold = (len(slide.back) + 1, len(at))
    joined = " · ".join(filter(None, (at, text)))
    for style in _BACK[:3] if "\n" not in text else ():
        wide = wrap(joined, style, _ENDLESS, strong=(bold,)).used.width() + 4
        if wide + 86 <= _WIDE + 40:
            return [_with_cup(joined, style, wide, bold)]
    wide = wrap(at, _BACK[1], _ENDLESS, strong=(bold,)).used.width() + 4
    first = _with_cup(at, _BACK[1], wide, bold)
    return [first, _line(text, _UNDER, PLUM.ink2, room - first.height)] if text else [first]


def _with_cup(text: str, style: Style, wide: float, bold: tuple[int, int]) -> Row:
    left = LEFT + (_WIDE - wide - 86) / 2
    cup = Icon(Box(left, (style.line - 70) / 2, 70, 70), "break", PLUM.label)
    words = Text(text, Box(left + 86, 0, wide, style.line), style, PLUM.ink, strong=(bold,))
    return Row(style.line, (cup, words))


def start(slide: StartSlide) -> tuple[Page, ...]:
    """Return when we start, counting down."""
    rows = [_line(slide.heading, _HEADING, PLUM.ink, 180)]
    if slide.remaining:
        rows.append(_figures(slide.remaining, 300, 310, PLUM.label, -0.005))
    rows += [space(0 if slide.remaining else 20), _line(slide.text, _UNDER, PLUM.ink2, 110)]
    return finish(slide, [centred(rows, 356)], Foot(PLUM))


def share_test(slide: ShareTestSlide) -> tuple[Page, ...]:
    """Return the number that someone in the call reads back."""
    rows = [
        _line(slide.heading, _HEADING, PAPER.ink, 90),
        space(14),
        _figures(slide.number, 330, 340, "plum", 0.06),
        _line(slide.text, _UNDER, PAPER.ink2, 60),
    ]
    return finish(slide, [centred(rows, 356)])


def calm(slide: CalmSlide) -> tuple[Page, ...]:
    """Return the resting place."""
    sign = Signature(Box(640 - 75, 0, 150, 150), PAPER.mark)
    rows = [Row(150, (sign,)), space(40), _line(slide.text, _HEADING, PAPER.ink, 200)]
    return finish(slide, [centred(rows, 356)], Foot(PAPER, signed=False))


def black(slide: BlackSlide) -> tuple[Page, ...]:
    """Return black."""
    return finish(slide, [()], Foot(BLACK, signed=False))
