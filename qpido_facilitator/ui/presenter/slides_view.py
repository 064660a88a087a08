"""The slides in one row: what participants really see, and what comes after it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from qpido_facilitator.paint.slide import paint_slide
from qpido_facilitator.show.audience import Slide, plain_text
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label
from qpido_facilitator.words import Words


class SlideView(QWidget):
    """A slide in small, painted by what paints the large one."""

    def __init__(self, look: Look, name: str, *, live: bool) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._live = live
        self._slide: Slide | None = None
        self._page = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(264, 148)

    def show_slide(self, slide: Slide | None, page: int = 0) -> None:
        """Show a page of a slide, or nothing."""
        if (slide, page) != (self._slide, self._page):
            self._slide, self._page = slide, page
            self.setAccessibleName(f"{self._name}: {plain_text(slide)}" if slide else self._name)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the slide with round corners, and the frame that says it is live."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width() - 4, (self.height() - 4) * 16 / 9)
        area = QRectF(2, 2, width, width * 9 / 16)
        path = QPainterPath()
        path.addRoundedRect(area, 8, 8)
        painter.save()
        painter.setClipPath(path)
        if self._slide is None:
            painter.fillRect(area, self._look.colour("sunken"))
        else:
            paint_slide(painter, area, self._slide, self._page)
        if self._look.is_dark and self._slide is not None:
            painter.fillRect(area, self._shade())  # a light slide would light up the trainer's face
        painter.restore()
        painter.setPen(QPen(self._look.colour("accent" if self._live else "line"), 3 if self._live else 1))
        painter.drawPath(path)

    def _shade(self) -> QColor:
        shade = self._look.colour("bg")
        shade.setAlpha(72)
        return shade


class SlidesView(QFrame):
    """The live slide and the next one; in a narrow window the live one and a line."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._words = words
        self.live = SlideView(look, words.say("Participants see this"), live=True)
        self.next = SlideView(look, words.say("Next"), live=False)
        self._icon = QLabel()
        self._live_label = label(words.say("Participants see this"), weight=700, tone="accent")
        self._next_label = label(words.say("After this"), weight=700)
        self._next_text = label(weight=700, wrap=True)
        self._next_note = label(tone="quiet", wrap=True)
        self._grid = QGridLayout(self)
        self._compact: bool | None = None
        self.set_mode("normal")
        look.changed.connect(self._redraw)
        self._redraw()

    def set_mode(self, mode: str) -> None:
        """Lay out for a width."""
        compact = mode == "compact"
        size = {"compact": (104, 60), "tight": (232, 131), "normal": (266, 150), "wide": (402, 227)}[mode]
        self.live.setFixedSize(*size)
        self.next.setFixedSize(*size)
        if compact == self._compact:
            return
        self._compact = compact
        while self._grid.count():
            self._grid.takeAt(0)
        (self._lay_compact if compact else self._lay_wide)()
        for widget in (self.next, self._next_label, self._next_note):
            widget.setVisible(not compact)

    def show_slides(self, live: Slide, page: int, following: Slide | None, title: str, note: str) -> None:
        """Show what is live, and what comes after it with its name and length."""
        self.live.show_slide(live, page)
        self.next.show_slide(following)
        self._next_text.setText(self._words.say("After this: {what}", what=title) if self._compact and title else title)
        self._next_note.setText(note)

    def show_state(self, text: str, tone: str) -> None:
        """Say what participants see when it is not the slide."""
        self._live_label.setText(text)
        self._live_label.setProperty("tone", tone)
        self._live_label.style().polish(self._live_label)

    def _lay_wide(self) -> None:
        grid = self._grid
        grid.setContentsMargins(12, 10, 12, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.addLayout(self._live_head(), 0, 0)
        grid.addWidget(self._next_label, 0, 1)
        grid.addWidget(self.live, 1, 0, 3, 1)
        grid.addWidget(self.next, 1, 1, 3, 1)
        grid.addWidget(self._next_text, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._next_note, 2, 2, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(2, 1)

    def _lay_compact(self) -> None:
        grid = self._grid
        grid.setContentsMargins(8, 6, 12, 6)
        grid.setRowStretch(3, 0)
        grid.addWidget(self.live, 0, 0, 2, 1)
        grid.addLayout(self._live_head(), 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._next_text, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)

    def _live_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._live_label)
        head.addStretch(1)
        return head

    def _redraw(self) -> None:
        self._icon.setPixmap(self._look.icon("live", "accentink").pixmap(20, 20))
