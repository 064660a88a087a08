"""The screens drawn to scale, with what each is for; a press puts the participants' window on one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.screens import Screen
from qpido_facilitator.words import Words

_HEIGHT, _WIDTH, _GAP = 66, 250, 8


class ScreenMap(QWidget):
    """Every screen as it lies in the desktop, as large as it is beside the others."""

    screen_chosen = Signal(str)

    def __init__(self, look: Look, words: Words, there: tuple[Screen, ...], audience: str) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._there = there
        self._audience = audience
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(". ".join(self._name(screen) for screen in there))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the drawing."""
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the drawing."""
        return self.sizeHint()

    def boxes(self) -> tuple[tuple[Screen, QRectF], ...]:
        """Return where each screen is drawn."""
        left = min(screen.whole[0] for screen in self._there)
        top = min(screen.whole[1] for screen in self._there)
        right = max(screen.whole[0] + screen.whole[2] for screen in self._there)
        bottom = max(screen.whole[1] + screen.whole[3] for screen in self._there)
        scale = min((_WIDTH - 4) / (right - left), (_HEIGHT - 4) / (bottom - top))
        return tuple(
            (
                screen,
                QRectF(
                    2 + (screen.whole[0] - left) * scale,
                    2 + (screen.whole[1] - top) * scale,
                    screen.whole[2] * scale - _GAP,
                    screen.whole[3] * scale,
                ),
            )
            for screen in self._there
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each screen with its number, and its part in words where that fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for screen, box in self.boxes():
            on = screen.key == self._audience
            edge = "focus" if on and self.hasFocus() else "accent" if on else "control"
            painter.setBrush(self._look.colour("accentsoft" if on else "sunken"))
            painter.setPen(QPen(self._look.colour(edge), 3 if on and self.hasFocus() else 2 if on else 1))
            painter.drawRoundedRect(box, 6, 6)
            letters = self._look.letters(14, 600 if on else 500)
            painter.setFont(letters)
            painter.setPen(self._look.colour("accentink" if on else "ink2"))
            name = self._name(screen)
            fits = QFontMetricsF(letters).horizontalAdvance(name) <= box.width() - 8
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name if fits else str(screen.number))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the screen below the pointer."""
        self._choose_at(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next screen on space, Enter or an arrow."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in keys and len(self._there) > 1:
            here = next((n for n, screen in enumerate(self._there) if screen.key == self._audience), 0)
            self.screen_chosen.emit(self._there[(here + 1) % len(self._there)].key)
        else:
            super().keyPressEvent(event)

    def _choose_at(self, place: QPoint) -> None:
        found = next((screen for screen, box in self.boxes() if box.contains(place.toPointF())), None)
        if found and found.key != self._audience:
            self.screen_chosen.emit(found.key)

    def _name(self, screen: Screen) -> str:
        part = self._words.say("Participants") if screen.key == self._audience else self._words.say("Trainer")
        return f"{screen.number} · {part}"
