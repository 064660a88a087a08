"""A session file as a tree: every scalar still the text it was written as, every node with its place."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar(Struct, frozen=True):
    """A text as written; `plain` is without quotes, `hash` when a `#` cut the line off right after it."""

    text: str
    line: int
    column: int
    plain: bool = True
    hash: bool = False

    @property
    def nothing(self) -> bool:
        """Return whether this says that there is no value."""
        return self.plain and self.text in _NOTHING


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


class Mapping(Struct, frozen=True):
    """Fields with their values, each name once; `flow` when written between braces."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    flow: bool = False

    def get(self, name: str) -> Node | None:
        """Return the value of a field, or None when it is not there or empty."""
        for key, value in self.pairs:
            if key.text == name:
                return None if isinstance(value, Scalar) and value.nothing else value
        return None


Node: TypeAlias = Scalar | Sequence | Mapping
