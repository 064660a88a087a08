"""From one slide to the next in a blink: the old picture over the new one, thinner and thinner."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

LENGTH = 180
"""Milliseconds a change of slides takes, with its last picture below the 200 that are allowed; a call's codec
smears anything longer."""

FIRST = 0.3
"""How far the change is in its first picture, so that the press is answered at once."""


class Fade:
    """Paints the picture that goes ever fainter over what the window paints."""

    def __init__(self, widget: QWidget, allowed: Callable[[], bool]) -> None:
        self._widget = widget
        self._allowed = allowed
        self._old = QPixmap()
        self._running: QVariantAnimation | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether a change is on its way."""
        return not self._old.isNull()

    def begin(self, picture: Callable[[], QPixmap]) -> None:
        """Begin to fade the picture as it is; when motion is not wanted it is not even made."""
        self.stop()
        if self._allowed() and self._widget.isVisible():
            self._old = picture()
            if self._running is None:
                self._running = self._made()
            self._running.start()

    def stop(self) -> None:
        """Be at the new picture."""
        if self._running is not None:
            self._running.stop()
        self._old = QPixmap()

    def paint(self, painter: QPainter) -> None:
        """Paint what is left of the old picture."""
        if self.is_running and self._running is not None:
            painter.setOpacity(1.0 - float(self._running.currentValue()))
            painter.drawPixmap(self._widget.rect(), self._old)
            painter.setOpacity(1.0)

    def _made(self) -> QVariantAnimation:
        # the first slide does not fade in, so it does not wait for this either
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        running = QVariantAnimation(self._widget)
        running.setStartValue(FIRST)
        running.setEndValue(1.0)
        running.setDuration(LENGTH)
        running.setEasingCurve(QEasingCurve.Type.OutSine)
        running.valueChanged.connect(lambda _: self._widget.update())
        running.finished.connect(self.stop)
        return running
