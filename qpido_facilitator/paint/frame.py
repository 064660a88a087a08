"""Around the body of every slide: head, foot and the marks in the corner, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qpido_facilitator.paint.chips import flag, in_a_row, practice_mark
from qpido_facilitator.paint.foot import Foot
from qpido_facilitator.paint.ground import PAPER, Ground
from qpido_facilitator.paint.head import Head, head
from qpido_facilitator.paint.page import LEFT, RIGHT, WHOLE, Box, Page, Pieces, Text
from qpido_facilitator.paint.stack import plain_rows, stack
from qpido_facilitator.show.audience import Slide

Body = Callable[[Box], tuple[Pieces, ...]]
_CORNER = 1232.0


def titled(
    slide: Slide,
    title: str,
    body: Body,
    *,
    kicker: str = "",
    below: str = "",
    gap: float = 22,
    ground: Ground = PAPER,
    count: str = "",
) -> tuple[Page, ...]:
    """Return a slide with a head on every page and a body that takes the pages it needs."""
    foot = Foot(ground, count)
    top = head(title, kicker=kicker, below=below, review=slide.review, ground=ground)
    bodies = paged(lambda pages: under_head(top, body, gap, foot.body_bottom(slide, pages), ground))
    return finish(slide, bodies, foot, free=False)


def under_head(top: Head, body: Body, gap: float, bottom: float, ground: Ground) -> tuple[Pieces, ...]:
    """Return a body below its head; a head that is too long comes first, on pages of its own."""
    y = top.bottom + (gap if top.pieces else 0)
    spill = stack(plain_rows(top.spill, WHOLE, ground.ink), WHOLE, 0, ground.ink) if top.spill else ()
    return spill + tuple(top.pieces + part for part in body(Box(LEFT, y, RIGHT - LEFT, bottom - y)))


def paged(bodies: Callable[[int], tuple[Pieces, ...]]) -> tuple[Pieces, ...]:
    """Return bodies laid out knowing how many pages there are: page marks take room from the footer."""
    first = bodies(1)
    return first if len(first) < 2 else bodies(len(first))


def finish(slide: Slide, bodies: Sequence[Pieces], foot: Foot | None = None, *, free: bool = True) -> tuple[Page, ...]:
    """Return pages with their foot and marks; `free` when the corner at the top right is free for them."""
    foot = foot or Foot()
    every = [*bodies, *foot.overflow(slide)]
    corner = _corner(slide, foot.ground, free)
    return tuple(
        Page(foot.ground.name, _with_words((*body, *foot.pieces(slide, at, len(every)), *corner)))
        for at, body in enumerate(every)
    )


def _corner(slide: Slide, ground: Ground, free: bool) -> Pieces:
    if not free:
        return practice_mark(slide.practice, _CORNER, 8, ground, low=True)[0] if slide.practice else ()
    marks = [flag(slide.review, _CORNER, 72)] if slide.review else []
    if slide.practice:
        marks.append(practice_mark(slide.practice, _CORNER, 40, ground, low=False))
    return in_a_row(marks, 16)[0]


def _with_words(pieces: Pieces) -> Pieces:
    return tuple(piece for piece in pieces if not isinstance(piece, Text) or piece.text.strip())
