"""To read or to hear: dividers, text, definitions, lists, pictures, the film to come and the end."""

from __future__ import annotations

from qpido_facilitator.paint.bullets import Line, bullets
from qpido_facilitator.paint.column import centred, space
from qpido_facilitator.paint.foot import Foot
from qpido_facilitator.paint.frame import finish, titled
from qpido_facilitator.paint.ground import BLACK, PAPER, PLUM, Ground
from qpido_facilitator.paint.head import KICKER
from qpido_facilitator.paint.mark import Radii
from qpido_facilitator.paint.page import (
    LEFT,
    RIGHT,
    TOP,
    WHOLE,
    Box,
    Icon,
    Page,
    Panel,
    Picture,
    Pieces,
    Signature,
    text_at,
)
from qpido_facilitator.paint.stack import Row, placed, plain_rows, stack
from qpido_facilitator.paint.text import Spans, Style, fit, split
from qpido_facilitator.paint.tiles import grid
from qpido_facilitator.plan.model import Point
from qpido_facilitator.show.audience import (
    ClosingSlide,
    DefinitionSlide,
    FilmSlide,
    ImageSlide,
    ListSlide,
    TextSlide,
    TitleSlide,
)

_DIVIDER = (
    Style(104, 800, 112, -0.03),
    Style(92, 800, 100, -0.028),
    Style(80, 800, 88, -0.025),
    Style(68, 800, 76, -0.025),
    Style(56, 800, 64, -0.02),
)
_UNDER = (Style(44, 500, 58), Style(40, 500, 52), Style(36, 500, 47))
_BACK = Style(52, 700, 64)
_BESIDE_MARK = 760.0
_TERM = (
    Style(132, 800, 136, -0.035),
    Style(104, 800, 110, -0.03),
    Style(84, 800, 92, -0.028),
    Style(64, 800, 72, -0.025),
)
_SOUND = Style(44, 500, 56)
_MEANING = (Style(50, 500, 64), Style(44, 500, 58), Style(40, 500, 52), Style(36, 500, 47))
_BUBBLE = Radii(56, 56, 56, 10)
_SIDE, _ABOVE = 52.0, 40.0
_HIGH = 300.0


def divider(slide: TitleSlide) -> tuple[Page, ...]:
    """Return a divider: a large title beside the mark."""
    return finish(slide, _beside_mark(slide.kicker, slide.title, slide.below, PAPER), Foot(signed=False))


def closing(slide: ClosingSlide) -> tuple[Page, ...]:
    """Return the end, in the dark colours of a pause; with points it is a list under a title."""
    if slide.points:

        def body(area: Box) -> tuple[Pieces, ...]:
            return bullets([Line(point) for point in slide.points], area, PLUM)

        return titled(slide, slide.title, body, kicker=slide.kicker, below=slide.text, gap=30, ground=PLUM)
    return finish(slide, _beside_mark(slide.kicker, slide.title, slide.text, PLUM), Foot(PLUM))


def _beside_mark(kicker: str, title: str, below: str, ground: Ground) -> tuple[Pieces, ...]:
    """Return a title and a few words with the large mark at the right; too many words go on their own."""
    over = text_at(LEFT, 0, _BESIDE_MARK, kicker, KICKER, ground.label)
    style = fit(title, _DIVIDER, _BESIDE_MARK, 330, balance="even")
    named = text_at(LEFT, 0, _BESIDE_MARK, title, style, ground.ink, balance="even")
    letters = fit(below, _UNDER, _BESIDE_MARK, 500 - named.box.h - over.box.h)
    under = text_at(LEFT, 24, _BESIDE_MARK, below, letters, ground.ink2)
    rows = [Row(over.box.h, (over,)), space(6 if kicker else 0), Row(named.box.h, (named,))]
    if below.strip():
        rows.append(Row(under.box.bottom, (under,)))
    if sum(row.height for row in rows) > 550:
        words = "\n".join(filter(None, (kicker, title, below)))
        return stack(plain_rows(words, WHOLE, ground.ink), WHOLE, 0, ground.ink)
    return ((Signature(Box(836, 110, 420, 420), ground.mark), *centred(rows)),)


def text(slide: TextSlide) -> tuple[Page, ...]:
    """Return running text in a bubble, points below it; points with lines of their own become tiles."""

    def body(area: Box) -> tuple[Pieces, ...]:
        if not slide.text.strip():
            return _points(slide.points, area)
        rows = _bubbles(slide, area)
        if not slide.points:
            return stack(rows, area, 0, "ink")
        taken = rows[-1].height + 22
        rest = Box(area.x, area.y + taken, area.w, area.h - taken)
        beneath = _points(slide.points, rest)
        if len(rows) == 1 and len(beneath) == 1 and rest.h > 100:
            return (placed(rows, area.y, 0) + beneath[0],)
        return stack(rows, area, 0, "ink") + _points(slide.points, area)

    return titled(slide, slide.title, body, below=slide.below, gap=30)


def _points(points: tuple[Point, ...], area: Box) -> tuple[Pieces, ...]:
    if any(point.points for point in points) or (points and all(point.icon for point in points)):
        return grid(points, area)
    return bullets([Line(point) for point in points], area)


def _bubbles(slide: TextSlide | DefinitionSlide, area: Box) -> list[Row]:
    """Return a text in bubbles, one for each page it needs."""
    text = slide.text
    if not text.strip():
        return []
    strong = slide.strong if isinstance(slide, DefinitionSlide) else ()
    width, room = area.w - 2 * _SIDE, area.h - 2 * _ABOVE - 4
    style = fit(text, _MEANING, width, room)
    return [
        _bubble(text[start:end], _within(strong, start, end), style, area)
        for start, end in split(text, style, width, room)
    ]


def _bubble(text: str, strong: Spans, style: Style, area: Box) -> Row:
    ahead = len(text) - len(text.lstrip())
    words = text_at(
        area.x + _SIDE,
        _ABOVE - 2,
        area.w - 2 * _SIDE,
        text.strip(),
        style,
        "ink",
        balance="orphans",
        strong=_within(strong, ahead, len(text.rstrip())),
    )
    tall = words.box.h + 2 * _ABOVE
    return Row(tall, (Panel(Box(area.x, 0, area.w, tall), _BUBBLE, "blush"), words))


def _within(strong: Spans, start: int, end: int) -> Spans:
    """Return what of the bold ranges falls between two places, counted from the first."""
    cut = ((max(a, start) - start, min(b, end) - start) for a, b in strong)
    return tuple((a, b) for a, b in cut if a < b)


def definition(slide: DefinitionSlide) -> tuple[Page, ...]:
    """Return a term, how it sounds and what it means."""
    wide = RIGHT - LEFT
    style = fit(slide.term, _TERM, wide, 136)
    term = text_at(LEFT, 0, wide, slide.term, style, "accent", balance="even")
    sound = text_at(LEFT, 0, wide, slide.pronunciation, _SOUND, "ink2")
    top = [Row(term.box.h, (term,)), Row(sound.box.h, (sound,)), space(26)]
    above = sum(row.height for row in top)
    if above > _HIGH:
        return titled(slide, slide.term, lambda area: _bubble_pages(slide, area), below=slide.pronunciation)
    foot = Foot()
    room = foot.body_bottom(slide, 2) - TOP - above
    meanings = _bubbles(slide, Box(LEFT, 0, wide, room))
    bodies = [centred([*top, row], 332) for row in meanings] or [centred(top)]
    if slide.points:
        area = Box(LEFT, TOP + above, wide, room)
        bodies += [placed(top, TOP, 0) + page for page in _points(slide.points, area)]
    return finish(slide, bodies, foot)


def _bubble_pages(slide: DefinitionSlide, area: Box) -> tuple[Pieces, ...]:
    bodies = stack(_bubbles(slide, area), area, 0, "ink")
    return bodies + (_points(slide.points, area) if slide.points else ())


def listed(slide: ListSlide) -> tuple[Page, ...]:
    """Return a list; lines to come keep their places."""
    lines = [Line(point, hidden=at >= slide.shown, newest=at == slide.newest) for at, point in enumerate(slide.points)]
    gap = 40 if len(lines) > 5 else 34
    return titled(
        slide,
        slide.title,
        lambda area: bullets(lines, area),
        below=slide.below,
        gap=gap,
        count=slide.counter,
    )


def film(slide: FilmSlide) -> tuple[Page, ...]:
    """Return what stands there until the film starts; what it may touch is told before."""
    wide = RIGHT - LEFT
    tile = Box(WHOLE.x + wide / 2 - 60, 0, 120, 120)
    sign = Row(
        120,
        (Panel(tile, Radii(40, 40, 40, 8), "plum"), Icon(tile.moved(26, 26).sized(68, 68), "film", "peach")),
    )
    style = fit(slide.title, _DIVIDER[2:], wide, 240, "center", balance="even")
    name = text_at(LEFT, 0, wide, slide.title, style, "onplum", align="center", balance="even")
    said = text_at(LEFT, 0, wide, slide.text, _UNDER[0], "peach", align="center")
    note = text_at(LEFT + 100, 0, wide - 200, slide.content_note, _UNDER[1], "onplum2", align="center", balance="even")
    rows = [sign, space(30), Row(name.box.h, (name,)), space(8 if slide.title else 0), Row(said.box.h, (said,))]
    if slide.content_note.strip():
        rows += [space(26), Row(note.box.h, (note,))]
    if slide.back and slide.clock:
        back = text_at(LEFT, 0, wide, f"{slide.back} {slide.clock.back_at}", _BACK, "onplum", align="center")
        rows += [space(26), Row(back.box.h, (back,))]
    foot = Foot(BLACK)
    if sum(row.height for row in rows) <= 560:
        return finish(slide, [centred(rows, 330)], foot)
    words = "\n".join(filter(None, (slide.title, slide.content_note)))
    bodies = stack(plain_rows(words, WHOLE, "onplum"), WHOLE, 0, "onplum")
    return finish(slide, [centred([sign, space(30), Row(said.box.h, (said,))], 330), *bodies], foot)


def image(slide: ImageSlide) -> tuple[Page, ...]:
    """Return a picture under its title; where there is no picture, the words for it."""

    def body(area: Box) -> tuple[Pieces, ...]:
        inner = area.w - 2 * _SIDE
        style = fit(slide.alt, _MEANING, inner, area.h - 190)
        words = text_at(area.x + _SIDE, 0, inner, slide.alt, style, "ink", align="center", balance="even")
        if words.box.h > area.h - 190:
            return stack(plain_rows(slide.alt, area, "ink"), area, 0, "ink")
        top = area.y + (area.h - words.box.h - 130) / 2
        icon = Icon(Box(area.x + area.w / 2 - 48, top, 96, 96), "image", "accent")
        words = text_at(words.box.x, top + 122, inner, slide.alt, style, "ink", align="center", balance="even")
        instead = (Panel(area, _BUBBLE, "blush"), icon, *((words,) if slide.alt.strip() else ()))
        return ((Picture(area, slide.file, instead),),)

    return titled(slide, slide.title, body)
