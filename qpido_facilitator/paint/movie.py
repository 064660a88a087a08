"""A film: its picture and what is said in it, nothing else. No footer, no mark, no page."""

from __future__ import annotations

from qpido_facilitator.paint import clocks
from qpido_facilitator.paint.mark import Radii
from qpido_facilitator.paint.page import HEIGHT, WIDTH, Box, Movie, Page, Panel, Text
from qpido_facilitator.paint.text import Style, split, wrap
from qpido_facilitator.show.audience import CalmSlide, MovieSlide

_WHOLE = Box(0, 0, WIDTH, HEIGHT)
_LETTERS = Style(44, 600, 56)
_WIDE, _BOTTOM, _SIDE, _ABOVE = 1100.0, 684.0, 24.0, 6.0
_MOST_LINES = 4
_CORNERS = Radii(12, 12, 12, 12)


def movie(slide: MovieSlide) -> tuple[Page, ...]:
    """Return the film with its subtitle; a picture that is not there leaves the resting place."""
    (instead,) = clocks.calm(CalmSlide(text=slide.otherwise))
    return (Page("black", (Movie(_WHOLE, slide.file, _subtitle(slide.subtitle), instead),)),)


def _subtitle(said: str) -> tuple[Panel | Text, ...]:
    """Return what is said, line by line, each on a strip of its own; no more than people can read in time."""
    texts: list[Text] = []
    bottom = _BOTTOM
    for line in reversed(_readable(said)):
        height = wrap(line, _LETTERS, _WIDE, "center", "even").height
        box = Box((WIDTH - _WIDE) / 2, bottom - _ABOVE - height, _WIDE, height)
        texts.append(Text(line, box, _LETTERS, "white", "center", "even"))
        bottom = box.y - _ABOVE
    return tuple(piece for text in reversed(texts) for piece in (_strip(text), text))


def _readable(said: str) -> list[str]:
    """Return the lines that are shown, the first few if there are too many."""
    lines: list[str] = []
    room = _MOST_LINES
    for line in filter(str.strip, said.split("\n")):
        if room < 1:
            break
        end = split(line, _LETTERS, _WIDE, room * _LETTERS.line)[0][1]
        lines.append(line[:end].strip())
        room -= wrap(lines[-1], _LETTERS, _WIDE, "center", "even").count
    return lines


def _strip(text: Text) -> Panel:
    used = text.used()
    box = Box(used.x() - _SIDE, text.box.y - _ABOVE, used.width() + 2 * _SIDE, text.box.h + 2 * _ABOVE)
    return Panel(box, _CORNERS, "scrim")
