"""Play the film for some seconds and print what it took: `python -m tests.benchmarks.screened floor|app FILM SECONDS`.

The floor is a video widget of Qt as large as the participants' window. Ours are the participants' window and the
thumbnail in the trainer's, painted from the same pictures. Prints the share of one processor, in percent, and how
many pictures a second were painted.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRectF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtWidgets import QApplication, QWidget

LARGE, SMALL = QSize(1280, 720), QSize(368, 207)
PAINTED: list[float] = []


def rest(seconds: float) -> None:
    """Let the windows live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def floor(film: Path) -> object:
    """Play in a video widget."""
    from PySide6.QtMultimediaWidgets import QVideoWidget

    widget, player = QVideoWidget(), QMediaPlayer()
    widget.resize(LARGE)
    player.setVideoOutput(widget)
    widget.videoSink().videoFrameChanged.connect(lambda _frame: PAINTED.append(time.monotonic()))
    widget.show()
    player.setSource(QUrl.fromLocalFile(str(film)))
    player.play()
    return widget, player


def app(film: Path) -> object:
    """Play in our two windows."""
    from qpido_facilitator.clock import SystemClock
    from qpido_facilitator.media.player import Player
    from qpido_facilitator.paint.slide import paint_slide
    from qpido_facilitator.show.audience import MovieSlide
    from qpido_facilitator.show.film.clip import Clip

    player = Player(SystemClock())
    slide = MovieSlide(file=film.name)

    class Window(QWidget):
        def __init__(self, size: QSize) -> None:
            super().__init__()
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            self.resize(size)
            self.show()

        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            paint_slide(painter, QRectF(self.rect()), slide, pictures=player.picture)
            painter.end()
            if self.width() == LARGE.width():
                PAINTED.append(time.monotonic())

    large, small = Window(LARGE), Window(SMALL)
    # the thumbnail takes a picture ten times a second at most
    again = QTimer()
    again.setSingleShot(True)
    again.setInterval(100)
    again.timeout.connect(small.update)
    player.frame_changed.connect(large.update)
    player.frame_changed.connect(lambda: None if again.isActive() else again.start())
    player.loaded.connect(lambda _length: player.play())
    player.load(film.parent, film.name, Clip())
    return player, large, small, again


def main() -> None:
    """Play and print."""
    mode, film, seconds = sys.argv[1], Path(sys.argv[2]).resolve(), float(sys.argv[3])
    qt = QApplication([])
    qt.setStyle("Fusion")
    kept = floor(film) if mode == "floor" else app(film)
    rest(2)
    PAINTED.clear()
    begin, used = time.monotonic(), time.process_time()
    rest(seconds)
    passed = time.monotonic() - begin
    print((time.process_time() - used) / passed * 100, len(PAINTED) / passed, flush=True)
    del kept
    os._exit(0)


if __name__ == "__main__":
    main()
