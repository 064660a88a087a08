"""What is made ready while nothing happens, so that its first moment is as quick as every other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

FIRST, EACH, QUIET = 800, 40, 1000
"""Milliseconds after the start, from one to the next, and after the last press of a key or a button."""

_PRESSES = frozenset((QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel))


class Idle(QObject):
    """Makes one thing ready at a time, and none while somebody types or clicks.

    The first press finds at most one thing in its way, the next none.
    """

    def __init__(self, ready: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._rest = iter(tuple(ready))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin once the start is over."""
        self._timer.start(FIRST)
        self._app().installEventFilter(self)

    def stop(self) -> None:
        """Leave the rest."""
        self._timer.stop()
        self._app().removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait longer when something is pressed."""
        if event.type() in _PRESSES and self._timer.isActive():
            self._timer.start(QUIET)
        return False

    def _go_on(self) -> None:
        make = next(self._rest, None)
        if make is None:
            self.stop()
        else:
            make()
            self._timer.start(EACH)

    @staticmethod
    def _app() -> QCoreApplication:
        app = QCoreApplication.instance()
        assert app is not None
        return app
