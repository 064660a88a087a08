"""The head of a slide: a title, what stands above and below it, and the review mark beside it."""

from __future__ import annotations

from msgspec import Struct

from qpido_facilitator.paint.chips import flag
from qpido_facilitator.paint.ground import PAPER, Ground
from qpido_facilitator.paint.page import LEFT, RIGHT, TOP, Pieces, text_at
from qpido_facilitator.paint.text import Style, wrap
from qpido_facilitator.show.audience import Mark

KICKER = Style(36, 600, 44)
_BELOW = Style(34, 500, 43)
_TITLES = (
    (Style(64, 800, 72, -0.025), 1),
    (Style(56, 800, 66, -0.025), 1),
    (Style(52, 800, 60, -0.022), 2),
    (Style(46, 800, 54, -0.02), 2),
    (Style(40, 800, 48, -0.015), 3),
    (Style(36, 800, 44, -0.01), 99),
)
_LOWEST = 330.0


class Head(Struct, frozen=True):
    """A head as pieces; `spill` holds the words of one that is too long to repeat on every page."""

    pieces: Pieces
    bottom: float
    spill: str = ""


def head(
    title: str,
    *,
    kicker: str = "",
    below: str = "",
    review: Mark | None = None,
    ground: Ground = PAPER,
    top: float = TOP,
    width: float = RIGHT - LEFT,
) -> Head:
    """Return the head of a slide; with a review mark the title has less room."""
    marked, taken = flag(review, LEFT + width, top + 36) if review else ((), -24.0)
    room = width - taken - 24
    over = text_at(LEFT, top, room, kicker, KICKER, ground.label)
    style = title_style(title, room)
    named = text_at(LEFT, over.box.bottom, room, title, style, ground.ink, balance="even")
    under = text_at(LEFT, named.box.bottom + 4, width, below, _BELOW, ground.ink2)
    bottom = max(under.box.bottom if under.box.h else named.box.bottom, top + 68 if review else top)
    if bottom > _LOWEST:
        return Head(marked, top + 68 if review else top, "\n".join(filter(None, (kicker, title, below))))
    return Head((over, named, under, *marked), bottom)


def title_style(title: str, width: float) -> Style:
    """Return the largest style in which a title takes few enough lines."""
    for style, most in _TITLES:
        wrapped = wrap(title, style, width, balance="even")
        if wrapped.count <= most and wrapped.whole:
            return style
    return _TITLES[-1][0]
