"""The window that is shared in the call: one slide, and nothing else, ever.

A plain top-level window with the session's title, so that the share dialog finds it; made once for a run, since
a window that is made anew ends the share. Without a frame, because a title bar would be in the picture; it is
moved by dragging it. It shows no dialog, no tooltip, no cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from qpido_facilitator.paint.draw import Pictures
from qpido_facilitator.paint.slide import paint_slide, warm
from qpido_facilitator.paint.theme import load_theme
from qpido_facilitator.show.audience import MovieSlide, Slide, StartSlide, plain_text
from qpido_facilitator.ui.audience.fade import Fade

DEFAULT = QSize(1280, 720)
_IDLE = 20
"""Milliseconds of rest after which the slides that may come are got ready."""
_SETTLED = 400
"""Milliseconds after the last move at which a drag counts as done."""
_HINTS = (QEvent.Type.ToolTip, QEvent.Type.WhatsThis, QEvent.Type.QueryWhatsThis)


class AudienceWindow(QWidget):
    """Paints the slide it was given. What people see is what `slide` and `page` say, and nothing is decided here."""

    close_requested = Signal()
    painted = Signal()
    """Another slide, or another page, is really on the window now."""
    state_changed = Signal()
    """It was moved, minimised, hidden or given another size."""

    def __init__(self, title: str, motion: Callable[[], bool] = lambda: True) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle(title)
        self.pictures: Pictures | None = None
        self._slide: Slide | None = None
        self._page = 0
        self._seen: tuple[Slide | None, int] = (None, 0)
        self._fade = Fade(self, motion)
        self._coming: tuple[tuple[Slide, int], ...] = ()
        self._warming: Iterator[None] = iter(())
        self._warmer = QTimer(self)
        self._warmer.setSingleShot(True)
        self._warmer.timeout.connect(self._warm)
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(_SETTLED)
        self._moved.timeout.connect(self.state_changed)
        self.set_size(DEFAULT)

    @property
    def slide(self) -> Slide | None:
        """Return the slide that is to be shown."""
        return self._slide

    @property
    def page(self) -> int:
        """Return the page of it."""
        return self._page

    @property
    def seen(self) -> tuple[Slide | None, int]:
        """Return the slide and page that were really painted last."""
        return self._seen

    def set_size(self, size: QSize) -> None:
        """Take a size that only another call changes: no edge can be dragged out of 16:9."""
        self.setFixedSize(size)

    def fill(self, screen: QRect) -> None:
        """Fill a screen; what 16:9 leaves of it is black."""
        self.setMinimumSize(480, 270)
        self.setMaximumSize(16_777_215, 16_777_215)
        self.setGeometry(screen)
        self.showFullScreen()

    def stand(self, box: QRect) -> None:
        """Be a window in a box again."""
        if self.isFullScreen():
            self.showNormal()
        self.set_size(box.size())
        self.move(box.topLeft())

    def show_slide(self, slide: Slide, page: int) -> None:
        """Show a page of a slide; the same one again costs nothing, and a clock that counts does not fade."""
        if (slide, page) == (self._slide, self._page):
            return
        if self._slide is not None and (page != self._page or _still(slide) != _still(self._slide)):
            self._fade.begin(self._picture)
        self._slide, self._page = slide, page
        self.repaint()
        self.setAccessibleName(plain_text(slide))

    def show_picture(self) -> None:
        """Paint the picture that a film is at now."""
        if isinstance(self._slide, MovieSlide):
            self.update()

    def prepare(self, coming: tuple[tuple[Slide, int], ...]) -> None:
        """Get pages of slides that may come ready to be painted at once, a little at a time while nothing happens."""
        if coming != self._coming:
            self._coming = coming
            rect, ratio = QRectF(self.rect()), self.devicePixelRatioF()
            self._warming = chain.from_iterable(warm(rect, ratio, slide, page) for slide, page in coming)
            self._warmer.start(_IDLE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slide, black around it when the window is not 16:9."""
        painter = QPainter(self)
        if self._slide is None:
            painter.fillRect(self.rect(), QColor(load_theme("audience").colour.black))
        else:
            paint_slide(painter, QRectF(self.rect()), self._slide, self._page, self.pictures)
        self._fade.paint(painter)
        painter.end()
        if (self._slide, self._page) != self._seen:
            self._seen = self._slide, self._page
            self.painted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the window be dragged from anywhere; a click does nothing else."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle and not self.isFullScreen():
            handle.startSystemMove()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the router; Escape does nothing, since a clicker sends it."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show no menu."""
        event.accept()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell that it was moved, once it has come to rest."""
        super().moveEvent(event)
        self._moved.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it cannot be seen."""
        super().hideEvent(event)
        self.state_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Come back when minimised: a minimised window freezes in the call."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            if self.isMinimized():
                # not from inside the change itself: some window managers would minimise it again
                QTimer.singleShot(0, self._come_back)
            self.state_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Show no tooltip and no "what's this"."""
        if event.type() in _HINTS:
            event.ignore()
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask instead of closing: the share would end with the window."""
        if event.spontaneous():
            event.ignore()
            self.close_requested.emit()
        else:
            event.accept()

    def _picture(self) -> QPixmap:
        """Return the slide as it is on the window now."""
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        if self._slide is not None:
            paint_slide(painter, QRectF(self.rect()), self._slide, self._page, self.pictures)
        painter.end()
        return made

    def _warm(self) -> None:
        if next(self._warming, self) is None:
            self._warmer.start(0)

    def _come_back(self) -> None:
        if self.isMinimized():
            self.showNormal()
            self.lower()


def _still(slide: Slide) -> Slide:
    """Return a slide without what counts on it, or is said in it."""
    still = replace(slide, clock=None)
    if isinstance(still, MovieSlide):
        return replace(still, subtitle="")
    return replace(still, remaining="") if isinstance(still, StartSlide) else still
