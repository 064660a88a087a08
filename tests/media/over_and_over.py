"""Load and play films over and over: `python -m tests.media.over_and_over LOADS [chatty]`.

Prints the memory in use after a fifth of the loads and after all of them, in megabytes. With `chatty`, Qt says a
lot, from all its threads, to a listener in Python.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

if "chatty" in sys.argv:
    os.environ["QT_LOGGING_RULES"] = "qt.multimedia.*=true"

from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.media.player import Player
from qpido_facilitator.media.subtitles import read_subtitles
from tests.media.hall import BOTH, FILMS, WHOLE, FakeLoudspeakers


def used() -> float:
    """Return the memory that is ours and in use."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Load, play a few pictures, load the next."""
    loads = int(sys.argv[1])
    lines: list[str] = []
    if "chatty" in sys.argv:
        qInstallMessageHandler(lambda _kind, _place, text: lines.append(text[:10]))
    app = QGuiApplication([])
    player = Player(SystemClock(), loudspeakers=FakeLoudspeakers("a"))
    seen = [0, 0]
    memory: list[float] = []

    def again() -> None:
        seen[0] += 1
        seen[1] = 0
        if seen[0] in (loads // 5, loads):
            memory.append(used())
        if seen[0] >= loads:
            print(*memory, len(lines), flush=True)
            player.unload()
            os._exit(0)
        player.load(FILMS, BOTH[seen[0] % 2], WHOLE, read_subtitles(FILMS, "the-note.nl.srt"))

    def painted() -> None:
        player.picture(player.file)
        seen[1] += 1
        if seen[1] == 3 and "chatty" not in sys.argv:
            # not from within the player: it is in the middle of telling
            QTimer.singleShot(0, again)

    def begun() -> None:
        player.play()
        if "chatty" in sys.argv:
            # let go of it while its threads are just beginning, and have something to say
            player.pause()
            again()

    def failed(trouble: str) -> None:
        print(seen[0], trouble, file=sys.stderr, flush=True)
        os._exit(1)

    player.failed.connect(failed)
    player.loaded.connect(begun)
    player.frame_changed.connect(painted)
    QTimer.singleShot(0, again)
    app.exec()


if __name__ == "__main__":
    main()
