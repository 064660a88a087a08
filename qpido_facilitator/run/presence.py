"""Who is typing where, at this moment. It is told by a channel, never written down, and gone after six seconds."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.clock import Clock
from qpido_facilitator.run.notes import ANSWERS, Place

EXPIRES = 6_000
"""Milliseconds after which someone who said nothing more is no longer typing."""

QUIET = 4_000
"""Milliseconds without a key after which this laptop says no more that someone types here."""


class _Typing(Struct, frozen=True):
    place: Place
    up: int


class Presence:
    """Who types where; `changed` is called when that may look different.

    Only what is going to be an answer to a question is told. An observation and a parked point are no business of who
    waits for answers, an after-care signal has no box to type in, and the text itself is told of none.
    """

    def __init__(self, clock: Clock, changed: Callable[[], None] = lambda: None) -> None:
        self._clock = clock
        self.changed = changed
        self._typing: dict[str, _Typing] = {}
        self._mine: _Typing | None = None

    @property
    def mine(self) -> Place | None:
        """Return where someone types on this laptop now; a worker thread may ask."""
        mine = self._mine
        return mine.place if mine and self._clock.up() - mine.up < QUIET else None

    def type(self, place: Place, kind: str = "") -> None:
        """Say that a key was pressed here in a box, for its kind of note or another."""
        told = replace(place, kind=kind or place.kind)
        shared = told.kind in ANSWERS and told.question is not None
        self._mine = _Typing(told, self._clock.up()) if shared else None

    def stop(self) -> None:
        """Say that nobody types here any more."""
        self._mine = None

    def hear(self, writer: str, place: Place | None) -> None:
        """Take in that a writer types in a place, or None: has stopped."""
        before = self.at_all().get(writer)
        if place is None:
            self._typing.pop(writer, None)
        else:
            self._typing[writer] = _Typing(place, self._clock.up())
        if before != place:
            self.changed()

    def at(self, place: Place) -> tuple[str, ...]:
        """Return the writers who type an answer of any kind in a place now."""
        kinds = [replace(place, kind=kind) for kind in ANSWERS]
        return tuple(writer for writer, there in sorted(self.at_all().items()) if there in kinds)

    def at_all(self) -> dict[str, Place]:
        """Return where each writer who types now does so; what expired is forgotten."""
        now = self._clock.up()
        self._typing = {writer: one for writer, one in self._typing.items() if now - one.up < EXPIRES}
        return {writer: one.place for writer, one in self._typing.items()}
