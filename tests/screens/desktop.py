"""A virtual desktop with monitors that come and go: Xvfb, and RandR monitors that a test sets and deletes.

It ends with the test that started it. `.ci/setup` installs Xvfb and xrandr.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAPTOP = ("LAPTOP", "1366/361x768/203+0+0")
BEAMER = ("BEAMER", "1920/508x1080/286+1366+0")


class Desktop:
    """One X server of 3286 by 1080, with a laptop's screen and a beamer.

    Xvfb has one output. The monitor that has it stays for ever: without it X makes one of its own in its place.
    """

    def __init__(self, stays: str = LAPTOP[0]) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "3286x1080x24", "-noreset", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.display = f":{said.readline().strip()}"
        for name, geometry in (LAPTOP, BEAMER):
            set_monitor(self.display, name, geometry, output="screen" if name == stays else "none")

    def run(self, module: str, *arguments: str, timeout: float = 120) -> str:
        """Run a module of the tests on this desktop and return what it printed last."""
        env = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT, env=env, capture_output=True, text=True, timeout=timeout, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip().splitlines()[-1]

    def close(self) -> None:
        """Switch it off."""
        self._server.terminate()
        self._server.wait(5)


def set_monitor(display: str, name: str, geometry: str, *, output: str = "none") -> None:
    """Connect a monitor; the laptop's is the first one of the desktop."""
    _xrandr(display, "--setmonitor", f"*{name}" if name == LAPTOP[0] else name, geometry, output)


def take_away(display: str, name: str) -> None:
    """Disconnect a monitor."""
    _xrandr(display, "--delmonitor", name)


def _xrandr(display: str, *arguments: str) -> None:
    env = {**os.environ, "DISPLAY": display}
    subprocess.run(["xrandr", *arguments], env=env, check=True, stderr=subprocess.DEVNULL, timeout=10)
