"""What the trainer should know now: one strip, the most urgent thing on it, the others waiting behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from qpido_facilitator.ui.presenter.strip import Strip

Tone = Literal["", "notice", "care"]
RANKS = ("disk", "question", "sound", "screens", "undo", "browsing", "time", "late", "hint")
"""What there is to say, the most urgent first."""


class Choice(Struct, frozen=True):
    """A button of the strip, and what it does."""

    text: str
    act: Callable[[], None]


class Notice(Struct, frozen=True):
    """A sentence, and up to two buttons."""

    text: str
    tone: Tone = ""
    first: Choice | None = None
    second: Choice | None = None


class Notices:
    """Serves the strip."""

    def __init__(self, strip: Strip) -> None:
        self._strip = strip
        self._said: dict[str, Notice] = {}
        strip.pressed.connect(lambda: self._act(first=True))
        strip.dismissed.connect(lambda: self._act(first=False))

    def post(self, name: str, notice: Notice) -> None:
        """Say something under one of the names of RANKS; it replaces what was said under it."""
        self._said[name] = notice
        self._show()

    def drop(self, name: str) -> None:
        """Have nothing to say under a name any more."""
        if self._said.pop(name, None) is not None:
            self._show()

    def says(self, name: str) -> bool:
        """Tell whether something is said under a name."""
        return name in self._said

    def _show(self) -> None:
        notice = next((self._said[name] for name in RANKS if name in self._said), None)
        if notice is None:
            self._strip.hide()
            return
        first, second = (choice.text if choice else "" for choice in (notice.first, notice.second))
        self._strip.say(notice.text, first, other=second, tone=notice.tone)

    def _act(self, *, first: bool) -> None:
        notice = next((self._said[name] for name in RANKS if name in self._said), None)
        choice = (notice.first if first else notice.second) if notice else None
        if choice:
            choice.act()
