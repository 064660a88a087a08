"""A slider as we draw it: a pill that fills up, and a round knob that can be taken hold of anywhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QStyle

from qpido_facilitator.ui.shared.look import Look

EDGE, TRACK, KNOB, HEIGHT = 10, 8, 9, 26


class Bar(QSlider):
    """Says where it is held, and where it was let go; for a key it says both at once."""

    held = Signal(int)
    let_go = Signal(int)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # it moves, and the card below it does not
        self.actionTriggered.connect(self._on_action)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a width that can be aimed at."""
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be hit."""
        return QSize(72, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it where it is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._hold(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self._hold(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self.isSliderDown() and event.button() == Qt.MouseButton.LeftButton:
            self._hold(event.position().x())
            self.setSliderDown(False)
            self.let_go.emit(self.value())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track, what has passed, what stands on it, and the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        whole = QRectF(EDGE, (HEIGHT - TRACK) / 2, self.width() - 2 * EDGE, TRACK)
        knob = QPointF(self.x_of(self.value()), HEIGHT / 2)
        passed = QRectF(whole)
        passed.setRight(max(knob.x(), whole.left() + TRACK))
        ink = "accent" if self.isEnabled() else "ink2"
        painter.setPen(QPen(self._look.colour("control"), 1))
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(whole, TRACK / 2, TRACK / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(ink))
        painter.drawRoundedRect(passed, TRACK / 2, TRACK / 2)
        self._paint_over(painter)
        focused = self.hasFocus()
        painter.setPen(QPen(self._look.colour("focus" if focused else "surface"), 3 if focused else 2))
        painter.setBrush(self._look.colour(ink))
        painter.drawEllipse(knob, KNOB, KNOB)

    def x_of(self, value: int) -> float:
        """Return where a value stands."""
        span = max(1, self.maximum() - self.minimum())
        share = min(1.0, max(0.0, (value - self.minimum()) / span))
        return EDGE + share * (self.width() - 2 * EDGE)

    def value_at(self, x: float) -> int:
        """Return the value that stands at a place."""
        room = max(1, self.width() - 2 * EDGE)
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), round(x - EDGE), room)

    def _paint_over(self, painter: QPainter) -> None:
        """Paint what stands on the track."""

    def _hold(self, x: float) -> None:
        self.setValue(self.value_at(x))
        self.held.emit(self.value())

    def _on_action(self, _action: int) -> None:
        if not self.isSliderDown():
            self.held.emit(self.sliderPosition())
            self.let_go.emit(self.sliderPosition())
