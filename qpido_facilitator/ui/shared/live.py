"""The open run among widgets: its news as signals, on the main thread, and one tick a second."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from qpido_facilitator.run.facts import Changes, Fact
from qpido_facilitator.run.run import DiskReport, Run
from qpido_facilitator.run.whispering import Heard
from qpido_facilitator.show.beats import beat_of

OpenRun = Callable[[Callable[[Changes], None], Callable[[DiskReport], None]], Run]
"""Opens a run, given what to call when facts changed and when the disk reports."""

SLICE = 200
"""Facts of others that are folded at once: about 8 ms, so that no key press waits longer."""


class LiveRun(QObject):
    """A run with signals. Facts are folded when they are stated; `changed` follows at once.

    `typing_changed` says that someone on another laptop began to type, or stopped.
    """

    changed = Signal(object)
    disk_reported = Signal(object)
    ticked = Signal()
    clock_stepped = Signal()
    typing_changed = Signal()
    _found = Signal(object)
    _heard = Signal(object)

    def __init__(self, open_run: OpenRun) -> None:
        """Open a run. Raises RunError when it cannot be opened."""
        super().__init__()
        self.run = open_run(self.changed.emit, self.disk_reported.emit)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self.run.presence.changed = self.typing_changed.emit
        self._found.connect(self._take_in, Qt.ConnectionType.QueuedConnection)
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self._stop = threading.Event()
        self._watcher: threading.Thread | None = None

    def begin(self) -> None:
        """Start ticking, and looking for what other starts write into the folder."""
        self._on_tick()
        self._watcher = threading.Thread(target=self._watch, name="folder", daemon=True)
        self._watcher.start()

    def now(self) -> datetime:
        """Return this moment, as the facts tell time."""
        return self.run.now()

    def close(self) -> bool:
        """Stop everything; False when the disk did not take all."""
        self._tick.stop()
        self._stop.set()
        if self._watcher:
            self._watcher.join(2)
        return self.run.close()

    def _on_tick(self) -> None:
        if self.run.check_clock():
            self.clock_stepped.emit()
        self.run.whispering.beat(beat_of(self.run, self.now()))
        self.ticked.emit()
        # at the next whole second, so that the wall clock turns when the real one does
        rest = 1000 - self.now().microsecond // 1000
        self._tick.start(rest + 5)

    def _watch(self) -> None:
        while not self._stop.wait(1.0):
            facts = self.run.follow().facts
            if facts:
                self._found.emit(facts)
            heard = self.run.whispering.turn()
            if heard:
                self._heard.emit(heard)
        self.run.whispering.close()

    def _on_heard(self, heard: tuple[Heard, ...]) -> None:
        self.run.whispering.take_in(heard)

    def _take_in(self, facts: tuple[Fact, ...]) -> None:
        self.run.accept(facts[:SLICE])
        if facts[SLICE:]:
            self._found.emit(facts[SLICE:])
