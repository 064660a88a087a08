"""The foot of a slide: the mark, the footer, and at the right page marks, a count and the clock."""

from __future__ import annotations

from msgspec import Struct

from qpido_facilitator.paint.chips import counter, in_a_row, page_marks, pill
from qpido_facilitator.paint.ground import PAPER, Ground
from qpido_facilitator.paint.page import BODY_BOTTOM, LEFT, RIGHT, WHOLE, Box, Pieces, Signature, Text, text_at
from qpido_facilitator.paint.stack import plain_rows, stack
from qpido_facilitator.paint.text import Style, wrap
from qpido_facilitator.show.audience import Slide

_MIDDLE = 658.0
_STYLE = Style(32, 500, 38)
_TALLEST = 114.0
_TEXT_LEFT = LEFT + 44 + 18
_SIDE_ROOM = 640.0  # clock and page marks together
_MARKS_ROOM = 380.0


class Foot(Struct, frozen=True):
    """How the foot of a slide stands: how far to the right, with what count, with or without clock."""

    ground: Ground = PAPER
    count: str = ""
    right: float = RIGHT
    clock: bool = True
    signed: bool = True

    def body_bottom(self, slide: Slide, pages: int) -> float:
        """Return how far down a body may come: a footer of many lines pushes it up."""
        text = self._text(slide, self._side(slide, 0, pages)[1])
        return BODY_BOTTOM if text is None else min(BODY_BOTTOM, text.box.y - 14)

    def pieces(self, slide: Slide, page: int, pages: int) -> Pieces:
        """Return the foot of one page."""
        side, taken = self._side(slide, page, pages)
        text = self._text(slide, taken)
        sign = Signature(Box(LEFT, _MIDDLE - 22, 44, 44), self.ground.mark)
        return ((sign,) if self.signed or text else ()) + ((text,) if text else ()) + side

    def overflow(self, slide: Slide) -> tuple[Pieces, ...]:
        """Return a footer too long to be one on pages of its own."""
        if self._is_footer(slide.footer):
            return ()
        return stack(plain_rows(slide.footer, WHOLE, self.ground.ink), WHOLE, 0, self.ground.ink)

    def _is_footer(self, text: str) -> bool:
        room = _SIDE_ROOM if self.clock else _MARKS_ROOM
        return wrap(text, _STYLE, self.right - _TEXT_LEFT - room).height <= _TALLEST

    def _text(self, slide: Slide, taken: float) -> Text | None:
        """Return the footer, its middle at the height of the mark; a tall one grows upwards."""
        if not slide.footer.strip() or not self._is_footer(slide.footer):
            return None
        width = self.right - taken - _TEXT_LEFT
        height = wrap(slide.footer, _STYLE, width).height
        top = min(_MIDDLE - height / 2, 702 - height)
        return text_at(_TEXT_LEFT, top, width, slide.footer, _STYLE, self.ground.ink2)

    def _side(self, slide: Slide, page: int, pages: int) -> tuple[Pieces, float]:
        """Return what stands at the right, and how much of the footer that takes."""
        parts = []
        if slide.clock and slide.clock.text and self.clock:
            parts.append(pill(slide.clock, self.right, _MIDDLE, self.ground))
        if pages > 1:
            parts.append(page_marks(slide.paging, page, pages, self.right, _MIDDLE, self.ground))
        elif self.count:
            parts.append(counter(self.count, self.right, _MIDDLE, self.ground))
        pieces, width = in_a_row(parts, 28)
        return pieces, width + 28 if parts else 0.0
