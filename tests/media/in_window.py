"""Play a film in a window that another one covers, and say what was painted: for a display of its own.

`python -m tests.media.in_window FILM` prints pictures painted in a second, the numbers first and last painted, and
whether the window's own pixels carry the number too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.media.player import Player
from qpido_facilitator.show.audience import MovieSlide
from qpido_facilitator.show.film.clip import Clip
from qpido_facilitator.ui.audience.window import AudienceWindow
from tests.media import numbered


class Screen(AudienceWindow):
    """The participants' window, which notes what it paints."""

    def __init__(self, player: Player, file: str) -> None:
        super().__init__("Film", lambda: False)
        self._player, self._file = player, file
        self.pictures = player.picture
        self.numbers: list[int | None] = []
        player.frame_changed.connect(self.show_picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        image = self._player.picture(self._file)
        self.numbers.append(None if image is None else numbered.read(image))


def main() -> None:
    """Play, cover, count and print."""
    film = Path(sys.argv[1])
    app = QApplication([])
    player = Player(SystemClock())
    screen, cover = Screen(player, film.name), QWidget()
    cover.setGeometry(0, 0, 1400, 900)

    def begin() -> None:
        screen.show_slide(MovieSlide(file=film.name), 0)
        screen.show()
        cover.show()
        cover.raise_()
        player.play()
        QTimer.singleShot(500, count)

    def count() -> None:
        screen.numbers.clear()
        QTimer.singleShot(1000, tell)

    def tell() -> None:
        numbers = [number for number in screen.numbers if number is not None]
        grabbed = numbered.read(screen.grab().toImage())
        print(app.platformName(), len(numbers), numbers[0], numbers[-1], grabbed, flush=True)
        player.unload()
        os._exit(0)

    player.loaded.connect(lambda _length: begin())
    QTimer.singleShot(20_000, lambda: os._exit(3))
    player.load(film.parent, film.name, Clip())
    app.exec()


if __name__ == "__main__":
    main()
