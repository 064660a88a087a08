"""What a window has, and does not have at its start: a page, or who serves one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Later(Generic[Made]):
    """Something that is made when it is first asked for.

    Whoever has to do with it meets it when it is there, and shows it then what is so at that moment.
    """

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._waiting: list[Callable[[Made], object]] = []
        self._made: Made | None = None

    @property
    def made(self) -> Made | None:
        """Return it if it is there already."""
        return self._made

    def get(self) -> Made:
        """Return it, made now if it was not there."""
        if self._made is None:
            self._made = self._make()
            waiting, self._waiting = self._waiting, []
            for introduce in waiting:
                introduce(self._made)
        return self._made

    def meet(self, introduce: Callable[[Made], object]) -> None:
        """Introduce someone to it: now if it is there, else as soon as it is."""
        if self._made is None:
            self._waiting.append(introduce)
        else:
            introduce(self._made)
