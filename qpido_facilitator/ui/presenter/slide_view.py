"""A slide in small, painted by what paints the large one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qpido_facilitator.paint.draw import Pictures
from qpido_facilitator.paint.slide import paint_slide
from qpido_facilitator.show.audience import BlackSlide, MovieSlide, Slide, plain_text
from qpido_facilitator.ui.shared.look import Look

_ROUND = 8
_MOVES = 200
"""Milliseconds between two pictures of a film."""


class SlideView(QWidget):
    """A thumbnail; the live one has the frame that says so, dashed while participants see black."""

    def __init__(self, look: Look, name: str, *, live: bool, ground: str = "") -> None:
        """Make a thumbnail; with the role of the `ground` it stands on, a film repaints nothing but the thumbnail."""
        super().__init__()
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(ground))
        self._look = look
        self._name = name
        self._live = live
        self.pictures: Pictures | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_MOVES)
        self._again.timeout.connect(self.update)
        self._slide: Slide | None = None
        self._page = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    @property
    def slide(self) -> Slide | None:
        """Return the slide that is shown."""
        return self._slide

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(264, 148)

    def show_slide(self, slide: Slide | None, page: int = 0) -> None:
        """Show a page of a slide, or nothing."""
        if (slide, page) != (self._slide, self._page):
            self._slide, self._page = slide, page
            self.setAccessibleName(f"{self._name}: {plain_text(slide)}" if slide else self._name)
            self.update()

    def show_picture(self) -> None:
        """Paint the picture that a film is at soon: five a second do for a thumbnail."""
        if isinstance(self._slide, MovieSlide) and not self._again.isActive():
            self._again.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slide with round corners, and the frame that says it is live."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground:
            painter.fillRect(self.rect(), self._look.colour(self._ground))
        width = min(self.width() - 4, (self.height() - 4) * 16 / 9)
        area = QRectF(2, 2, width, width * 9 / 16)
        path = QPainterPath()
        path.addRoundedRect(area, _ROUND, _ROUND)
        painter.save()
        painter.setClipPath(path)
        if self._slide is None:
            painter.fillRect(area, self._look.colour("sunken"))
        else:
            paint_slide(painter, area, self._slide, self._page, self.pictures)
        if self._look.is_dark and self._slide is not None:
            painter.fillRect(area, self._shade())  # a light slide would light up the trainer's face
        painter.restore()
        painter.setPen(self._frame())
        painter.drawPath(path)

    def _frame(self) -> QPen:
        pen = QPen(self._look.colour("accent" if self._live else "line"), 3 if self._live else 1)
        if self._live and isinstance(self._slide, BlackSlide):
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    def _shade(self) -> QColor:
        shade = self._look.colour("bg")
        shade.setAlpha(72)
        return shade
