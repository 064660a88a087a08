"""Notice that a film that should run does not: nothing has come for two seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from qpido_facilitator.clock import Clock

STALLED_AFTER = 2_000
"""Milliseconds beyond what the last picture was to last."""


class Patience(QObject):
    """Told of everything that comes; sleeps until the moment at which it would be too late."""

    ran_out = Signal()
    regained = Signal()

    def __init__(self, clock: Clock, after: int = STALLED_AFTER, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._after = after
        self._due = 0
        self._lost = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Expect something from now on."""
        self._lost = False
        self.saw(0)
        self._timer.start(self._after)

    def saw(self, lasts: float) -> None:
        """Note that something came which lasts so many milliseconds."""
        self._due = self._clock.up() + int(lasts) + self._after
        if self._lost:
            self._lost = False
            self.regained.emit()
            self._timer.start(self._after)

    def end(self) -> None:
        """Expect nothing any more."""
        self._timer.stop()
        self._lost = False

    def _look(self) -> None:
        left = self._due - self._clock.up()
        if left > 0:
            self._timer.start(left)
        else:
            self._lost = True
            self.ran_out.emit()
