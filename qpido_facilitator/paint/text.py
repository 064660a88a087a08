"""Measuring and wrapping: a text in a style, at a width, as lines that fit.

Everything is in the 720 units of a slide's height. Text is never rich text: what an author or a group
typed is shown letter by letter. The laid out lines are kept, so use this from one thread, the main one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from qpido_facilitator.paint.fonts import font, is_arabic

Align = Literal["left", "center", "right"]
Balance = Literal["none", "orphans", "even"]
Spans = tuple[tuple[int, int], ...]

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
_ARABIC_LINE = 1.6
_HANGS = 0.1  # what the last letter of a line may hang over its advance
_BOLDER = 200
_ORPHAN = 0.4
_FIGURES = re.compile(r"[\d:]+( [\d:]+)*")
_HALF_WORD = re.compile(r" (?=-\w)")
_NOT_SHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


class Style(Struct, frozen=True):
    """How a text looks: size, weight, the height of its lines, and tracking in ems."""

    px: int
    weight: int
    line: int
    tracking: float = 0.0


class Wrapped:
    """A text as lines; `whole` when no word had to be broken."""

    def __init__(self, text: str, layout: QTextLayout, line: float, whole: bool, shift: float) -> None:
        self.text = text
        self.layout = layout
        self.whole = whole
        self.shift = shift
        self.count = layout.lineCount()
        self.height = self.count * line

    @property
    def used(self) -> QRectF:
        """Return what the lines take up, seen from the top left of the box."""
        rects = [self.layout.lineAt(at).naturalTextRect() for at in range(self.count)]
        left = min((rect.left() for rect in rects), default=0.0)
        right = max((rect.right() for rect in rects), default=0.0)
        return QRectF(left + self.shift, 0, right - left, self.height)

    def cuts(self, every: int) -> tuple[tuple[int, int], ...]:
        """Return the ranges of the text that `every` so many lines hold."""
        starts = [self.layout.lineAt(at).textStart() for at in range(0, self.count, every)]
        edges = [_letters(self.text, start) for start in starts]
        return tuple(zip(edges, [*edges[1:], len(self.text)], strict=True))


@lru_cache(maxsize=2048)
def wrap(
    text: str, style: Style, width: float, align: Align = "left", balance: Balance = "none", strong: Spans = ()
) -> Wrapped:
    """Return a text as lines of at most `width`.

    Even lines are about as long as one another; without orphans only a very short last line is mended.
    """
    arabic = is_arabic(text)
    letters = font(style.px, style.weight, style.tracking, arabic=arabic, figures=_FIGURES.fullmatch(text) is not None)
    layout = QTextLayout(_tidy(text), letters)
    layout.setCacheEnabled(True)
    # Qt does not turn the side round for a script that runs from right to left
    side = "right" if align == "left" and _runs_left(text) else align
    option = QTextOption(_ALIGN[side])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    if strong:
        layout.setFormats([_bold(text, span, style, arabic) for span in strong])
    line = max(style.line, _ARABIC_LINE * style.px) if arabic else style.line
    width -= _HANGS * style.px if arabic else 0
    whole = _break(layout, width, line)
    wanted = balance == "even" or (balance == "orphans" and _ends_short(layout, width))
    taken = _balanced(layout, width, line, whole) if wanted else width
    return Wrapped(text, layout, line, whole, (width - taken) * _SHIFT[side])


def fit(
    text: str,
    styles: Sequence[Style],
    width: float,
    height: float,
    align: Align = "left",
    balance: Balance = "none",
) -> Style:
    """Return the first style in which a text fits without breaking a word, or else the last."""
    for style in styles:
        wrapped = wrap(text, style, width, align, balance)
        if wrapped.whole and wrapped.height <= height:
            return style
    return styles[-1]


def split(text: str, style: Style, width: float, height: float) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a text that fit into `height`, one after another."""
    wrapped = wrap(text, style, width)
    if wrapped.height <= height or not wrapped.count:
        return ((0, len(text)),)
    return wrapped.cuts(max(1, int(height // (wrapped.height / wrapped.count))))


def _tidy(text: str) -> str:
    """Return a text letter for letter as long, with line breaks Qt knows and no control characters.

    Half a word, as in "photo or -film", stays with the word before it.
    """
    return _HALF_WORD.sub("\u00a0", _NOT_SHOWN.sub(" ", text)).replace("\n", "\u2028")


def _break(layout: QTextLayout, width: float, height: float) -> bool:
    """Lay out the lines and tell whether every word stayed whole."""
    text, whole, at = layout.text(), True, 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, at * height + (height - line.height()) / 2))
        whole = whole and not (at and _inside_word(text, line))
        at += 1
    layout.endLayout()
    return whole


def _inside_word(text: str, line: QTextLine) -> bool:
    start = _letters(text, line.textStart())
    return text[start - 1].isalnum() and text[start : start + 1].isalnum()


def _balanced(layout: QTextLayout, width: float, height: float, whole: bool) -> float:
    """Lay out as narrow as goes without one more line, and return that width."""
    lines = layout.lineCount()
    narrow, wide = width * 0.4, width
    if lines < 2 or lines > 6:
        return width
    for _ in range(6):
        middle = (narrow + wide) / 2
        kept = _break(layout, middle, height)
        if layout.lineCount() == lines and kept == whole:
            wide = middle
        else:
            narrow = middle
    _break(layout, wide, height)
    return wide


def _ends_short(layout: QTextLayout, width: float) -> bool:
    last = layout.lineCount() - 1
    return last > 0 and layout.lineAt(last).naturalTextWidth() < _ORPHAN * width


def _runs_left(text: str) -> bool:
    """Tell whether a text begins in a script that runs from right to left."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return "\u0590" <= first <= "\u08ff" or "\ufb1d" <= first <= "\ufefc"


def _bold(text: str, span: tuple[int, int], style: Style, arabic: bool) -> QTextLayout.FormatRange:
    start, end = (_units(text[:at]) for at in span)
    made = QTextCharFormat()
    made.setFont(font(style.px, min(900, style.weight + _BOLDER), style.tracking, arabic=arabic))
    bold = QTextLayout.FormatRange()
    bold.start = start  # type: ignore[attr-defined,unused-ignore]
    bold.length = end - start  # type: ignore[attr-defined,unused-ignore]
    bold.format = made  # type: ignore[attr-defined,unused-ignore]
    return bold


def _units(text: str) -> int:
    """Return the length Qt gives a text: it counts an emoji as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _letters(text: str, units: int) -> int:
    """Return the place in a text that Qt calls `units`."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "replace"))
