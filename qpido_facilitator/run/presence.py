"""Who is typing where, at this moment. It is told by a channel, never written down, and gone after six seconds."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from qpido_facilitator.clock import Clock
from qpido_facilitator.run.notes import Place

EXPIRES = 6_000
"""Milliseconds after which someone who said nothing more is no longer typing."""


class _Typing(Struct, frozen=True):
    place: Place
    up: int


class Presence:
    """Who types where; `changed` is called when that may look different."""

    def __init__(self, clock: Clock, changed: Callable[[], None] = lambda: None) -> None:
        self._clock = clock
        self._changed = changed
        self._typing: dict[str, _Typing] = {}

    def hear(self, writer: str, place: Place | None) -> None:
        """Take in that a writer types in a place, or None: has stopped."""
        before = self.at_all().get(writer)
        if place is None:
            self._typing.pop(writer, None)
        else:
            self._typing[writer] = _Typing(place, self._clock.up())
        if before != place:
            self._changed()

    def at(self, place: Place) -> tuple[str, ...]:
        """Return the writers who type in a place now."""
        return tuple(writer for writer, there in sorted(self.at_all().items()) if there == place)

    def at_all(self) -> dict[str, Place]:
        """Return where each writer who types now does so; what expired is forgotten."""
        now = self._clock.up()
        self._typing = {writer: one for writer, one in self._typing.items() if now - one.up < EXPIRES}
        return {writer: one.place for writer, one in self._typing.items()}
