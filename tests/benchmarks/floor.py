"""The floor: as little as a presenter program with two windows can be, in the same PySide6.

One window paints a title and three lines, the other the same in small with a clock. Nothing is read, nothing
is kept. What our app takes is told as a ratio to this.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect, Qt, QTime, QTimer
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

PAGES = 40


class Page(QWidget):
    """Paints a page; `painted` is called after every paint."""

    def __init__(self, title: str, width: int, height: int) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(title)
        self.resize(width, height)
        self.page = 0
        self.others: list[Page] = []
        self.painted = lambda: None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a title, three lines and the time."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor.fromHsv(self.page * 9 % 360, 40, 250))
        letters = QFont()
        letters.setPixelSize(self.height() // 9)
        painter.setFont(letters)
        painter.drawText(QRect(60, 60, self.width(), self.height() // 6), 0, f"Page {self.page}")
        letters.setPixelSize(self.height() // 20)
        painter.setFont(letters)
        for line in range(3):
            top = self.height() * (4 + line) // 9
            painter.drawText(QRect(60, top, self.width(), self.height() // 9), 0, f"A line of page {self.page}")
        painter.drawText(20, self.height() - 20, QTime.currentTime().toString("HH:mm:ss"))
        painter.end()
        self.painted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next page, in both windows."""
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            for window in (*self.others, self):
                window.page = (window.page + 1) % PAGES
                window.update()


def windows() -> tuple[Page, Page]:
    """Return the window for participants and the one for the trainer."""
    audience, presenter = Page("audience", 1280, 720), Page("presenter", 1366, 728)
    audience.others, presenter.others = [presenter], [audience]
    return audience, presenter


def main() -> int:
    """Show both windows."""
    app = QApplication(sys.argv)
    audience, presenter = windows()
    audience.show()
    presenter.show()
    tick = QTimer()
    tick.timeout.connect(presenter.update)
    tick.start(1000)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
