"""How far a document is, told while it is made."""

from __future__ import annotations

from collections.abc import Callable

from qpido_facilitator.errors import ExportError

Progress = Callable[[float, str], None]
"""Told how much is done, from 0 to 1, and of what. It raises `Stopped` to have the making end."""


class Stopped(ExportError):
    """The making of a document was stopped; nothing of it is on the disk."""


def unheard(_done: float, _what: str) -> None:
    """Nobody listens."""
