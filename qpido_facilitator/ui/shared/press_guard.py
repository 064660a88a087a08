"""Two presses that follow one another at once are one: a clicker bounces, a nervous hand presses twice.

A third press within the same moment is no bounce any more but someone who browses, and then none is lost.
"""

from __future__ import annotations

from collections.abc import Callable

BOUNCE = 300
"""Milliseconds within which a second press of the same key is taken for the first one."""


class PressGuard:
    """Counts presses; `up` returns milliseconds that never go back."""

    def __init__(self, up: Callable[[], int]) -> None:
        self._up = up
        self._name = ""
        self._last = 0
        self._streak = 0

    def count(self, name: str) -> int:
        """Return how often a command is to be carried out for this press: once, not at all, or for two."""
        now = self._up()
        follows = name == self._name and now - self._last <= BOUNCE
        self._name, self._last = name, now
        self._streak = self._streak + 1 if follows else 1
        if self._streak == 2:
            return 0
        return 2 if self._streak == 3 else 1
