"""A text in which some words stand out. Painted, not marked up: what was typed never becomes HTML."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from qpido_facilitator.ui.shared.look import Look

_PX = 16


class MarkedText(QWidget):
    """Wraps its text to its width; every place of the marked words is bold and underlined."""

    def __init__(self, text: str, marked: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = text
        self._spans = _places(text, marked)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    @property
    def marked(self) -> tuple[str, ...]:
        """Return the words that stand out."""
        return tuple(self._text[start:end] for start, end in self._spans)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower text is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the text is at a width."""
        return round(self._laid_out(width)[1])

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        return QSize(320, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few words."""
        return QSize(120, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text."""
        painter = QPainter(self)
        painter.setPen(self._look.colour("warn"))
        self._laid_out(self.width())[0].draw(painter, QPointF())

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._text.replace("\n", "\u2028"), self._look.letters(_PX))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(start, end) for start, end in self._spans])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, height))
            height += line.height() + 2
        layout.endLayout()
        return layout, height

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        made, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setFont(QFont(self._look.letters(_PX, 700)))
        look.setFontUnderline(True)
        # Qt counts in halves of characters where one is outside the basic plane
        made.start = len(self._text[:start].encode("utf-16-le")) // 2
        made.length = len(self._text[start:end].encode("utf-16-le")) // 2
        made.format = look
        return made


def _places(text: str, marked: str) -> tuple[tuple[int, int], ...]:
    found, low, wanted = [], text.casefold(), marked.casefold()
    if len(low) != len(text) or not wanted:
        return ()
    at = low.find(wanted)
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = low.find(wanted, at + len(wanted))
    return tuple(found)
