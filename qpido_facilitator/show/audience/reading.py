"""A slide read aloud: what a screen reader says of the participants' window."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from qpido_facilitator.show.audience.slides import ListSlide, Slide

_NOT_WORDS = frozenset({"icon", "file", "paging", "kind", "otherwise"})
_COMMON = frozenset(Slide.__struct_fields__)


def plain_text(slide: Slide) -> str:
    """Return all the words on a slide in reading order, a line for each piece."""
    return "\n".join(line for line in _lines(slide) if line.strip())


def own_words(slide: Slide) -> bool:
    """Tell whether a slide says anything of itself, footer and marks left aside."""
    return any(text.strip() for text in _pieces(slide, skip=_COMMON)) or slide.clock is not None


def _lines(slide: Slide) -> Iterator[str]:
    yield from _pieces(slide, skip=_COMMON)
    for name in Slide.__struct_fields__:
        if name not in _NOT_WORDS:
            yield from _texts(getattr(slide, name))


def _pieces(slide: Slide, skip: frozenset[str]) -> Iterator[str]:
    for name in slide.__struct_fields__:
        if name in skip or name in _NOT_WORDS:
            continue
        value = getattr(slide, name)
        if isinstance(slide, ListSlide) and name == "points":
            value = slide.points[: slide.shown]
        yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in _NOT_WORDS:
                yield from _texts(getattr(value, name))
