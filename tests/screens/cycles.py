"""Take monitors away and give them back, again and again, and count what participants got to see of the trainer's.

python -m tests.screens.cycles laptop|beamer|moved TIMES    on a Desktop; prints one line of JSON
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from qpido_facilitator.app import make_application
from qpido_facilitator.clock import SystemClock
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.session import Session
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words
from tests.builders import plan
from tests.screens.desktop import BEAMER, LAPTOP, set_monitor, take_away

CANARY = QColor("#12FE34")
PATIENCE = 5.0


def move_as_the_system_does(display: str, window: int, x: int, y: int) -> None:
    """Move a window from outside, to the front, as a window manager does with one whose monitor went."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    link = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    x11.XMoveWindow(link, ctypes.c_ulong(window), x, y)
    x11.XRaiseWindow(link, ctypes.c_ulong(window))
    x11.XSync(link, 0)
    x11.XCloseDisplay(link)


class Cycles:
    """A session on two monitors. The trainer's window is covered with a colour that nothing else has."""

    def __init__(self, app: QApplication, home: Path) -> None:
        self._app = app
        self._display = os.environ["DISPLAY"]
        look = Look("light")
        look.dress(app)
        library = Library(Places(home), SystemClock())
        self.session = Session(
            lambda a, d: library.start(plan(), announce=a, disk_report=d), look, Words("en"),
            Settings("en", motion="off"),
        )  # fmt: skip
        self.session.show()
        self._cover = QWidget(self.session.presenter)
        self._cover.setStyleSheet(f"background: {CANARY.name()}")
        self._cover.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._cover.setGeometry(0, 0, 5000, 5000)
        self._cover.show()
        self.leaks = 0
        self.looks = 0
        self.wait(lambda: self.on(self.session.audience) == BEAMER[0])

    def on(self, window: QWidget) -> str:
        """Return the name of the monitor a window is on."""
        return window.screen().name()

    def wait(self, until: Callable[[], bool], *, watching: str = "") -> bool:
        """Let events come until something is so, looking at a monitor's pixels all the while."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._app.processEvents()
            if watching:
                self._look_at(watching)
            if until():
                return True
        return False

    def without_laptop(self) -> bool:
        """Take the trainer's monitor away and give it back; True when its window hid and came back."""
        session = self.session
        take_away(self._display, LAPTOP[0])
        self.wait(lambda: len(QGuiApplication.screens()) == 1, watching=BEAMER[0])
        move_as_the_system_does(self._display, int(session.presenter.winId()), 1400, 40)
        gone = self.wait(lambda: not session.presenter.isVisible(), watching=BEAMER[0])
        for _ in range(5):
            self._app.processEvents()
            self._look_at(BEAMER[0])
        set_monitor(self._display, *LAPTOP)
        back = self.wait(
            lambda: session.presenter.isVisible() and self.on(session.presenter) == LAPTOP[0], watching=BEAMER[0]
        )
        return gone and back

    def moved_over(self) -> bool:
        """Let the system put the trainer's window on participants' monitor; True when it hid at once."""
        session = self.session
        move_as_the_system_does(self._display, int(session.presenter.winId()), 1400, 40)
        hid = self.wait(lambda: not session.presenter.isVisible())
        session.keeper.show_presenter()
        return hid and self.wait(lambda: session.presenter.isVisible() and self.on(session.presenter) == LAPTOP[0])

    def without_beamer(self) -> bool:
        """Take participants' monitor away and give it back; True when their window waited and went back."""
        audience = self.session.audience
        take_away(self._display, BEAMER[0])
        waits = self.wait(lambda: self.session.keeper.is_parked and audience.isVisible())
        set_monitor(self._display, *BEAMER)
        back = self.wait(lambda: self.on(audience) == BEAMER[0] and audience.isFullScreen())
        return waits and back and audience.geometry() == audience.screen().geometry()

    def _look_at(self, monitor: str) -> None:
        screen = next((one for one in QGuiApplication.screens() if one.name() == monitor), None)
        if screen is not None:
            self.looks += 1
            self.leaks += _has(screen.grabWindow(0, *_box(screen.geometry())).toImage(), CANARY)


def _box(rect: QRect) -> tuple[int, int, int, int]:
    # of a root window the place is told within the screen
    return 0, 0, rect.width(), rect.height()


def _has(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour for x in range(5, image.width(), 60) for y in range(5, image.height(), 60)
    )


def main() -> None:
    """Go through the cycles and print what was seen."""
    which, times = sys.argv[1], int(sys.argv[2])
    app = make_application()
    with tempfile.TemporaryDirectory() as home:
        cycles = Cycles(app, Path(home))
        acts = {"laptop": cycles.without_laptop, "beamer": cycles.without_beamer, "moved": cycles.moved_over}
        act = acts[which]
        window = int(cycles.session.audience.winId())
        done = sum(act() for _ in range(times))
        same = int(cycles.session.audience.winId()) == window
        print(json.dumps({"done": done, "leaks": cycles.leaks, "looks": cycles.looks, "same_window": same}), flush=True)
        cycles.session.close()
    os._exit(0)


if __name__ == "__main__":
    main()
