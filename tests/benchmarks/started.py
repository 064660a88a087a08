"""Start a program and print when its windows were painted: `python -m tests.benchmarks.started floor|home|app RUN`.

Prints two readings of the clock that processes share: participants' window painted (or Home's), and everything
painted with the event loop at rest.
"""

from __future__ import annotations

import os
import sys
import time

FIRST: list[float] = []


def tell() -> None:
    """Print the readings and end at once."""
    print(FIRST[0], time.monotonic(), flush=True)
    os._exit(0)


def start_floor() -> None:
    """Start the floor."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.floor import windows

    app = QApplication([])
    audience, presenter = windows()
    audience.painted = lambda: FIRST.append(time.monotonic())
    presenter.painted = lambda: QTimer.singleShot(0, tell)
    audience.show()
    presenter.show()
    app.exec()


def start_app(run: str) -> None:
    """Start our app at a run, as `qpido-facilitator open RUN` does."""
    from qpido_facilitator import __main__

    sys.argv = ["qpido-facilitator", "open", run]
    from PySide6.QtCore import QTimer

    from qpido_facilitator.ui.audience.window import AudienceWindow
    from qpido_facilitator.ui.session import Session

    paint, show = AudienceWindow.paintEvent, Session.show

    def painted(self, event):
        paint(self, event)
        FIRST.append(time.monotonic())

    def shown(self, size=None):
        # when the loop rests for the first time after this, both windows are painted
        show(self, size)
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, tell))

    AudienceWindow.paintEvent = painted  # type: ignore[method-assign]
    Session.show = shown  # type: ignore[method-assign]
    __main__.main()


def start_home() -> None:
    """Start our app without a run, as `qpido-facilitator` does."""
    from qpido_facilitator import __main__

    sys.argv = ["qpido-facilitator"]
    from PySide6.QtCore import QTimer

    from qpido_facilitator.ui.home.window import HomeWindow

    paint = HomeWindow.paintEvent

    def painted(self, event):
        paint(self, event)
        if not FIRST:
            # its children are painted in the same turn of the loop, after it
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, tell))
            QTimer.singleShot(0, lambda: FIRST.append(time.monotonic()))

    HomeWindow.paintEvent = painted  # type: ignore[method-assign]
    __main__.main()


if __name__ == "__main__":
    if sys.argv[1] == "floor":
        start_floor()
    elif sys.argv[1] == "home":
        start_home()
    else:
        start_app(sys.argv[2])
