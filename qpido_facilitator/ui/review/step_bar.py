"""Where one is in the review: five steps, those behind with a tick."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

_BOX = 26


class StepBar(QWidget):
    """Paints the steps; with little room only the one that is on has its words."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._names = (
            words.say("For whom"), words.say("Contents"), words.say("Privacy"), words.say("Making"), words.say("Done"),
        )  # fmt: skip
        self._on = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Show the step that is on, from 0."""
        self._on = step
        name = self._words.say(
            "Step {n} of {total}: {name}", n=step + 1, total=len(self._names), name=self._names[step]
        )
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all of it."""
        letters = QFontMetricsF(self._look.letters(15, 600))
        return QSize(round(sum(letters.horizontalAdvance(name) + _BOX + 54 for name in self._names)), 48)

    def minimumSizeHint(self) -> QSize:
        """Return room for the boxes and the name of one step."""
        return QSize(330, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = self._look.letters(15, 600)
        painter.setFont(letters)
        wide = [QFontMetricsF(letters).horizontalAdvance(name) for name in self._names]
        roomy = sum(wide) + len(wide) * (_BOX + 54) <= self.width() + 4
        left, middle = 8.0, self.height() / 2
        for number, name in enumerate(self._names):
            named = roomy or number == self._on
            width = _BOX + 20 + (wide[number] + 8 if named else 0)
            self._paint_step(painter, QRectF(left, middle - 19, width, 38), number, name if named else "")
            left += width
            if number < len(self._names) - 1:
                paint_icon(painter, QRectF(left + 4, middle - 9, 18, 18), "next", self._look.colour("ink2"))
                left += 26

    def _paint_step(self, painter: QPainter, area: QRectF, number: int, name: str) -> None:
        here, done = number == self._on, number < self._on
        painter.setPen(Qt.PenStyle.NoPen)
        if here:
            painter.setBrush(self._look.colour("accentsoft"))
            painter.drawRoundedRect(area, 10, 10)
        box = QRectF(area.left() + 10, area.center().y() - _BOX / 2, _BOX, _BOX)
        painter.setBrush(self._look.colour("accent" if here else "oksoft" if done else "sunken"))
        painter.drawRoundedRect(box, 7, 7)
        if done:
            paint_icon(painter, box.adjusted(4, 4, -4, -4), "tick", self._look.colour("ok"))
        else:
            painter.setPen(self._look.colour("onaccent" if here else "ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.setPen(self._look.colour("accentink" if here else "ink"))
        painter.drawText(area.adjusted(_BOX + 18, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
