"""Play the film for some seconds and print what it took.

python -m tests.benchmarks.screened floor|app FILM SECONDS [WIDTH]

The floor is a video widget of Qt as large as the participants' window. Ours are both windows of a session, the film in
one and its card with everything that moves on it in the other. Prints the share of one processor, in percent, and how
many pictures a second were painted.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer, QUrl
from PySide6.QtGui import QPaintEvent
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtWidgets import QApplication, QWidget

import qpido_facilitator.ui.session as session_module

PAINTED: list[float] = []
KEPT: list[object] = []


def rest(seconds: float) -> None:
    """Let the windows live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def floor(film: Path, size: QSize) -> QWidget:
    """Play in a video widget."""
    from PySide6.QtMultimediaWidgets import QVideoWidget

    widget, player = QVideoWidget(), QMediaPlayer()
    widget.resize(size)
    player.setVideoOutput(widget)
    widget.videoSink().videoFrameChanged.connect(lambda _frame: PAINTED.append(time.monotonic()))
    widget.show()
    player.setSource(QUrl.fromLocalFile(str(film)))
    player.play()
    player.setParent(widget)
    return widget


def app(film: Path, size: QSize) -> QWidget:
    """Play in the two windows of a session, the trainer's as large as on a laptop."""
    from qpido_facilitator.clock import SystemClock
    from qpido_facilitator.library import Library
    from qpido_facilitator.media.home import keep_folder
    from qpido_facilitator.plan.model import Film, Part, SessionPlan
    from qpido_facilitator.plan.steps import Step
    from qpido_facilitator.resources import Places
    from qpido_facilitator.ui.audience.window import AudienceWindow
    from qpido_facilitator.ui.session import Session
    from qpido_facilitator.ui.shared.look import Look
    from qpido_facilitator.words import Words

    class Counted(AudienceWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            PAINTED.append(time.monotonic())

    session_module.AudienceWindow = Counted  # type: ignore[attr-defined]
    plan = SessionPlan(id="s", title="S", parts=(Part("p", "P", items=(Film(id="film", file=film.name, minutes=1),)),))
    library = Library(Places(Path(tempfile.mkdtemp())), SystemClock())
    look = Look("light")
    look.dress(QApplication.instance())  # type: ignore[arg-type]
    session = Session(lambda a, d: library.start(plan, announce=a, disk_report=d), look, Words("en"))
    keep_folder(session.run.folder, film.parent)
    session.show(QSize(1366, 728))
    session.keeper.stand((size.width(), size.height()))
    with session.run.together():
        session.run.stage.enter(Step("film"))
        session.run.stage.show(0, None)
    screening = session.screening
    while screening.told.stand != "held":
        rest(0.05)
    screening.toggle()
    KEPT.append(session)
    return session.audience


def main() -> None:
    """Play and print."""
    mode, film, seconds = sys.argv[1], Path(sys.argv[2]).resolve(), float(sys.argv[3])
    wide = int(sys.argv[4]) if len(sys.argv) > 4 else 1280
    size = QSize(wide, wide * 9 // 16)
    qt = QApplication([])
    qt.setStyle("Fusion")
    window = floor(film, size) if mode == "floor" else app(film, size)
    rest(2)
    if window.size() != size:
        sys.exit(f"the window is {window.width()} by {window.height()}")  # on too small a screen
    PAINTED.clear()
    begin, used = time.monotonic(), time.process_time()
    rest(seconds)
    passed = time.monotonic() - begin
    print((time.process_time() - used) / passed * 100, len(PAINTED) / passed, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
