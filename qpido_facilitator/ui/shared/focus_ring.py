"""The ring around what has the keyboard: one overlay for a window, with a gap that a style sheet cannot draw.

It shows where the keyboard went by Tab, a key or a program, and stays away from what was merely clicked.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from shiboken6 import isValid

from qpido_facilitator.ui.shared.look import Look

_GAP, _WIDTH, _ROUND = 2, 3, 12


class FocusRing(QWidget):
    """Follows the focus among the buttons of its window; fields draw their own frame."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when it moves, and go when it goes."""
        if watched is self._around:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
                self._follow()
            elif event.type() in (QEvent.Type.Hide, QEvent.Type.EnabledChange, QEvent.Type.Destroy):
                self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), _WIDTH))
        half = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), _ROUND, _ROUND)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # the control may be gone: a window that is put away takes its controls with it
        if self._around is not None and isValid(self._around):
            self._around.removeEventFilter(self)
        self._around = None
        if isinstance(now, QAbstractButton | QComboBox) and now.window() is self.window():
            self._around = now
            now.installEventFilter(self)
            self._follow()
        else:
            self.hide()

    def _follow(self) -> None:
        control = self._around
        if control is None or not isValid(control) or not control.isVisible():
            self.hide()
            return
        out = _GAP + _WIDTH
        place = control.mapTo(self.window(), control.rect().topLeft())
        self.setGeometry(place.x() - out, place.y() - out, control.width() + 2 * out, control.height() + 2 * out)
        self.raise_()
        self.show()
