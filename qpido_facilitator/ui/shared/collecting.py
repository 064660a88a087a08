"""Python's garbage, collected on the GUI thread only.

Left to itself Python collects on whatever thread asks for memory next. On the thread that writes the journal or reads
Home's sessions it then deletes windows that were waiting in a ring of references, and Qt breaks down: only the GUI
thread may delete a widget.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 10_000
"""Milliseconds between two looks at what there is to collect."""


class Collecting(QObject):
    """Stops Python's own collecting, and does it from a timer instead."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._limits[generation]:
                gc.collect(generation)
                return
