"""The window that is shared in the call: one slide, and nothing else, ever.

A plain top-level window with the session's title, so that the share dialog finds it. Without a frame, since
a title bar would be in the picture; it is moved by dragging it. It shows no dialog, no tooltip, no cursor.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qpido_facilitator.paint.slide import paint_slide
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.show.audience import Slide, plain_text

DEFAULT = QSize(1280, 720)


class AudienceWindow(QWidget):
    """Paints the slide it was given. What people see is what `slide` and `page` say, and nothing is decided here."""

    close_requested = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMinimumSize(480, 270)
        self.setWindowTitle(title)
        self.resize(DEFAULT)
        self._slide: Slide | None = None
        self._page = 0

    @property
    def slide(self) -> Slide | None:
        """Return the slide that is shown."""
        return self._slide

    @property
    def page(self) -> int:
        """Return the page of it that is shown."""
        return self._page

    def show_slide(self, slide: Slide, page: int) -> None:
        """Show a page of a slide; the same one again costs nothing."""
        if (slide, page) != (self._slide, self._page):
            self._slide, self._page = slide, page
            self.repaint()
            self.setAccessibleName(plain_text(slide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slide, black around it when the window is not 16:9."""
        painter = QPainter(self)
        if self._slide is None:
            painter.fillRect(self.rect(), QColor(load_theme("audience").colour.black))
        else:
            paint_slide(painter, QRectF(self.rect()), self._slide, self._page)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the window be dragged from anywhere; a click does nothing else."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle and not self.isFullScreen():
            handle.startSystemMove()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the router; Escape only leaves the full screen."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()

    def changeEvent(self, event: QEvent) -> None:
        """Come back when minimised: a minimised window freezes in the call."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.showNormal()
            self.lower()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask instead of closing: the share would end with the window."""
        if event.spontaneous():
            event.ignore()
            self.close_requested.emit()
        else:
            event.accept()
