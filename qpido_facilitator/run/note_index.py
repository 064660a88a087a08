"""All notes in the order in which they are listed, and how many answers are whose: kept up as notes come and go.

With thousands of notes, sorting and counting them again at every tick would be felt while typing.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping
from typing import Protocol


class Place(Protocol):
    """What of a place is needed here."""

    @property
    def key(self) -> str:
        """Return the place as one word."""

    @property
    def kind(self) -> str:
        """Return the kind of note."""


class Listed(Protocol):
    """What of a note is needed here."""

    @property
    def id(self) -> str:
        """Return its id."""

    @property
    def place(self) -> Place:
        """Return where it stands."""

    @property
    def order(self) -> str:
        """Return its order key."""

    @property
    def first(self) -> str:
        """Return who wrote it first."""

    @property
    def removed(self) -> bool:
        """Say whether it was taken away."""

    @property
    def others(self) -> tuple[str, ...]:
        """Return its other texts."""


class NoteIndex:
    """The ids of the notes that are not removed, sorted; and counts of the answers among them."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        """Count notes of these kinds."""
        self._kinds = kinds
        self._keys: list[tuple[str, str, str]] = []
        self._by: Counter[str] = Counter()
        self._torn = 0

    def add(self, note: Listed) -> None:
        """Take a note in."""
        if not note.removed:
            insort(self._keys, _key(note))
            self._count(note, 1)

    def drop(self, note: Listed) -> None:
        """Let a note go, as it was taken in."""
        if not note.removed:
            del self._keys[bisect_left(self._keys, _key(note))]
            self._count(note, -1)

    def ids(self) -> tuple[str, ...]:
        """Return the ids by place, order and id."""
        return tuple(name for _, _, name in self._keys)

    def answers_by(self) -> Mapping[str, int]:
        """Return how many answers each start wrote first."""
        return +self._by

    @property
    def torn(self) -> int:
        """Return how many answers have two texts or more."""
        return self._torn

    def _count(self, note: Listed, by: int) -> None:
        if note.place.kind in self._kinds:
            self._by[note.first] += by
            self._torn += by if note.others else 0


def _key(note: Listed) -> tuple[str, str, str]:
    return note.place.key, note.order, note.id
