"""Press Page Down again and again and print the median milliseconds until the participants' window is painted."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

PRESSES = 60


def pressed(app: QApplication, target: QWidget, times: list[float]) -> list[float]:
    """Return the seconds from each press to the paint that followed it."""
    taken = []
    for number in range(PRESSES):
        key = Qt.Key.Key_PageDown if number % 20 < 10 else Qt.Key.Key_PageUp
        app.processEvents()
        times.clear()
        begin = time.perf_counter()
        app.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        for _ in range(20):
            if times:
                break
            app.processEvents()
        if times:  # at the first step Back changes nothing
            taken.append(times[0] - begin)
    return taken


def floor(app: QApplication, times: list[float]) -> QWidget:
    """Return the floor's window that takes keys."""
    from tests.benchmarks.floor import windows

    audience, presenter = windows()
    audience.painted = lambda: times.append(time.perf_counter())
    audience.show()
    presenter.show()
    KEPT.append(audience)
    return presenter


def ours(app: QApplication, times: list[float]) -> QWidget:
    """Return our presenter window, at the shipped workshop."""
    from qpido_facilitator.clock import SystemClock
    from qpido_facilitator.library import Library
    from qpido_facilitator.plan.loader import load
    from qpido_facilitator.resources import Places, shipped
    from qpido_facilitator.ui.audience.window import AudienceWindow
    from qpido_facilitator.ui.session import Session
    from qpido_facilitator.ui.shared.look import Look
    from qpido_facilitator.words import Words

    paint = AudienceWindow.paintEvent

    def painted(self, event):
        paint(self, event)
        times.append(time.perf_counter())

    AudienceWindow.paintEvent = painted  # type: ignore[method-assign]
    plan = load(shipped("sessions") / "sexting-en-grooming.yaml").plan
    assert plan
    library = Library(Places(Path(tempfile.mkdtemp())), SystemClock())
    look = Look("light")
    look.dress(app)
    session = Session(lambda a, d: library.start(plan, announce=a, disk_report=d), look, Words("nl"))
    session.show()
    KEPT.append(session)
    return session.presenter


KEPT: list[object] = []
WINDOWS: dict[str, Callable[[QApplication, list[float]], QWidget]] = {"floor": floor, "app": ours}

if __name__ == "__main__":
    qt = QApplication([])
    qt.setStyle("Fusion")
    found: list[float] = []
    window = WINDOWS[sys.argv[1]](qt, found)
    qt.processEvents()
    pressed(qt, window, found)
    print(statistics.median(pressed(qt, window, found)) * 1000, flush=True)
    import os

    os._exit(0)
