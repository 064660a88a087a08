"""Around the body of every slide: head, foot and the marks in the corner, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF

from qpido_facilitator.paint.chips import flag, in_a_row, practice_mark
from qpido_facilitator.paint.foot import Foot
from qpido_facilitator.paint.ground import PAPER, Ground
from qpido_facilitator.paint.head import Head, head
from qpido_facilitator.paint.page import LEFT, RIGHT, TOP, Box, Page, Pieces, Text
from qpido_facilitator.paint.stack import plain_rows, stack
from qpido_facilitator.show.audience import Mark, Slide

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


def under_head(
    top: Head, body: Body, gap: float, bottom: float, ground: Ground, width: float = RIGHT - LEFT
) -> tuple[Pieces, ...]:
    """Return a body below its head; a head that is too long comes first, on pages of its own."""
    y = top.bottom + (gap if top.pieces else 0)
    whole = Box(LEFT, TOP, width, bottom - TOP)
    spill = stack(plain_rows(top.spill, whole, ground.ink), whole, 0, ground.ink) if top.spill else ()
    return spill + tuple(top.pieces + part for part in body(Box(LEFT, y, width, bottom - y)))


def paged(bodies: Callable[[int], tuple[Pieces, ...]]) -> tuple[Pieces, ...]:
    """Return bodies laid out knowing how many pages there are: page marks take room from the footer."""
    first = bodies(1)
    return first if len(first) < 2 else bodies(len(first))


def finish(slide: Slide, bodies: Sequence[Pieces], foot: Foot | None = None, *, free: bool = True) -> tuple[Page, ...]:
    """Return pages with their foot and marks; `free` when the corner at the top right is for the marks."""
    foot = foot or Foot()
    every = [*bodies, *foot.overflow(slide)]
    return tuple(
        Page(
            foot.ground.name,
            _with_words((*body, *foot.pieces(slide, at, len(every)), *_corner(slide, foot.ground, body, free))),
        )
        for at, body in enumerate(every)
    )


def _corner(slide: Slide, ground: Ground, body: Pieces, free: bool) -> Pieces:
    """Return the marks of a slide: in the corner, or lower ones above the words where those come so far."""
    review = slide.review if free else None
    if not review and not slide.practice:
        return ()
    pieces, width = _marks(review, slide.practice, ground, 72, low=False)
    corner = QRectF(_CORNER - width - 16, 0, width + 64, 116)
    if free and not any(isinstance(piece, Text) and piece.used().intersects(corner) for piece in body):
        return pieces
    return _marks(review, slide.practice, ground, 30, low=True)[0]


def _marks(review: Mark | None, practice: str, ground: Ground, middle: float, *, low: bool) -> tuple[Pieces, float]:
    right = RIGHT if low else _CORNER
    marks = [flag(review, right, middle, low=low)] if review else []
    if practice:
        marks.append(practice_mark(practice, right, middle, ground, low=low))
    return in_a_row(marks, 16)


def _with_words(pieces: Pieces) -> Pieces:
    return tuple(piece for piece in pieces if not isinstance(piece, Text) or piece.text.strip())
