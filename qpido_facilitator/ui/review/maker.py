"""Makes documents on a thread of its own: frozen values go in, files come out, and the window goes on.

It is a thread of Qt's, because laying out a long text starts timers, and those need a thread that Qt knows.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, QThread, Signal

from qpido_facilitator.errors import QpidoError
from qpido_facilitator.export.progress import Progress, Stopped

Task = Callable[[Progress], Path]
"""Makes one document and returns its file. Raises ExportError, and then there is no file."""


class Progressing(Struct, frozen=True):
    """How far the making is: which document of how many, and how much of it, from 0 to 1."""

    number: int
    total: int
    done: float
    what: str = ""


class _Thread(QThread):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Do the work."""
        self._work()


class Maker(QObject):
    """Makes one list of documents at a time."""

    progressed = Signal(object)
    made = Signal(int, object)
    failed = Signal(int, object)
    finished = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._thread: _Thread | None = None

    @property
    def is_busy(self) -> bool:
        """Say whether documents are being made."""
        return self._thread is not None and self._thread.isRunning()

    def make(self, tasks: tuple[Task, ...]) -> None:
        """Begin; the signals tell how it goes."""
        self._stop.clear()
        self.wait()
        self._thread = _Thread(lambda: self._work(tasks))
        self._thread.start()

    def stop(self) -> None:
        """Have the making end; what is whole stays, what is not never was."""
        self._stop.set()

    def wait(self) -> None:
        """Return when nothing is being made any more."""
        if self._thread:
            self._thread.wait()

    def _work(self, tasks: tuple[Task, ...]) -> None:
        for number, task in enumerate(tasks):
            try:
                path = task(self._progress(number, len(tasks)))
            except Stopped:
                break
            except (QpidoError, OSError) as fault:
                self.failed.emit(number, fault)
            else:
                self.made.emit(number, path)
        self.finished.emit(self._stop.is_set())

    def _progress(self, number: int, total: int) -> Progress:
        def tell(done: float, what: str) -> None:
            if self._stop.is_set():
                raise Stopped("stopped")
            self.progressed.emit(Progressing(number, total, done, what))

        return tell
