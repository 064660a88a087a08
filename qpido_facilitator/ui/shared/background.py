"""Something that takes a while, on a thread of its own; what it gave comes back on the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from qpido_facilitator.errors import QpidoError


class Background(QObject):
    """Does one thing, then tells what it gave, or the error it ended in."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, act: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._thread = threading.Thread(target=self._work, name="background", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Return when it is done; the signal is still to come."""
        self._thread.join()

    def _work(self) -> None:
        try:
            given = self._act()
        except (QpidoError, OSError) as fault:
            self.failed.emit(fault)
        else:
            self.done.emit(given)
