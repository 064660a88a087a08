"""What is made ready while nothing happens, so that its first moment is as quick as every other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

FIRST, EACH = 800, 40
"""Milliseconds after the start, and from one to the next."""


class Idle(QObject):
    """Makes one thing ready at a time: a key that comes in between waits for no more than that one."""

    def __init__(self, ready: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._rest = iter(tuple(ready))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin once the start is over."""
        self._timer.start(FIRST)

    def stop(self) -> None:
        """Leave the rest."""
        self._timer.stop()

    def _go_on(self) -> None:
        make = next(self._rest, None)
        if make is not None:
            make()
            self._timer.start(EACH)
