"""Speaker notes as text: painted with the letters of the slides, so that bold is really bold.

What stands between stars is the key phrase: bold, with a line below it in the accent colour.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.text import Spans, Style, Wrapped, wrap
from qpido_facilitator.plan.model import SpeakerNotes
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words, noted

KINDS = (
    ("ask", noted("Ask on"), "ask"),
    ("careful", noted("Mind"), "careful"),
    ("silent", noted("Stays quiet?"), "silent"),
)
LEAST = 16
GAP, CLOSE = 10, 6


class _Block(Struct, frozen=True):
    """A text where it stands; `icon` and `label` stand before it."""

    text: str
    spans: Spans
    style: Style
    left: float
    top: float
    width: float
    icon: str = ""
    label: str = ""

    def lines(self) -> Wrapped:
        """Return the text as lines."""
        return wrap(self.text, self.style, self.width, strong=self.spans)

    @property
    def bottom(self) -> float:
        """Return where the text ends."""
        return self.top + self.lines().height


class SpeakerText(QWidget):
    """The notes of a step, as tall as they need to be at their width."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._notes = SpeakerNotes()
        self._px = 26
        self._small = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def show_notes(self, notes: SpeakerNotes, px: int, small: int = 0) -> None:
        """Show notes, the sentence to say at a size in pixels and the rest smaller: at a size of its own, then closer.

        The sentence stands out where it is large and the rest takes little room.
        """
        self._notes, self._px, self._small = notes, px, small
        said = [plain(str(getattr(notes, field))) for field in ("say", "ask", "careful", "silent")]
        self.setAccessibleName(" ".join(text for text in said if text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height for the width it has."""
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        """Return a line; the scroll area asks for the rest by width."""
        return QSize(120, 24)

    def heightForWidth(self, width: int) -> int:
        """Return how tall the notes are at a width."""
        blocks = self._blocks(width)
        return round(blocks[-1].bottom) + 6 if blocks else 40

    def edges(self, width: int) -> tuple[int, ...]:
        """Return where lines end at a width: places at which the text can be cut without cutting a letter."""
        found = []
        for block in self._blocks(width):
            lines = block.lines()
            found += [round(block.top + lines.height * (line + 1) / lines.count) for line in range(lines.count)]
        return tuple(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint block by block."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block in self._blocks(self.width()):
            self._paint(painter, block)

    def _paint(self, painter: QPainter, block: _Block) -> None:
        if block.label:
            middle = block.top + block.style.line / 2
            paint_icon(painter, QRectF(0, middle - 10, 20, 20), block.icon, self._look.colour("ink2"))
            painter.setFont(self._look.letters(16, 600))
            painter.setPen(self._look.colour("ink2"))
            painter.drawText(QPointF(30, middle + 6), block.label)
        lines = block.lines()
        painter.setPen(self._look.colour("ink"))
        lines.layout.draw(painter, QPointF(block.left, block.top))
        for start, end in block.spans:
            self._underline(painter, lines, block, start, end)

    def _underline(self, painter: QPainter, lines: Wrapped, block: _Block, start: int, end: int) -> None:
        accent: QColor = self._look.colour("accent")
        for number in range(lines.count):
            line = lines.layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            last = first + len(block.text[first:last].rstrip())
            if first < last:
                left, right = _place(line.cursorToX(first)), _place(line.cursorToX(last))
                height = block.top + line.position().y() + line.ascent() + 4
                painter.fillRect(QRectF(block.left + left, height, right - left, 2.5), accent)

    def _blocks(self, width: int) -> tuple[_Block, ...]:
        notes = self._notes
        if notes == SpeakerNotes():
            text = self._words.say("No speaker notes for this step")
            return (_Block(text, (), Style(17, 400, 24), 0, 4, width),)
        blocks: list[_Block] = []
        if notes.say:
            text, spans = parted(notes.say)
            blocks.append(_Block(text, spans, Style(self._px, 500, round(self._px * 1.36)), 0, 0, width))
        small, gap = (self._small, CLOSE) if self._small else (max(LEAST, round(self._px * 0.77)), GAP)
        indent = 146 if width >= 480 else 34
        for field, name, icon in KINDS:
            said = str(getattr(notes, field))
            if said:
                top = blocks[-1].bottom + gap if blocks else 0
                text, spans = parted(said)
                style = Style(small, 400, round(small * 1.4))
                label = self._words.say(name) if indent > 100 else " "
                blocks.append(_Block(text, spans, style, indent, top, width - indent, icon, label))
        return tuple(blocks)


class WholeLines(QScrollArea):
    """Shows speaker notes from the top without cutting the last line in two."""

    def __init__(self, text: SpeakerText, name: str) -> None:
        super().__init__()
        self._text = text
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setWidget(text)

    def settle(self) -> None:
        """Begin at the top, as tall as whole lines are."""
        self.verticalScrollBar().setValue(0)
        room = self.contentsRect().height()
        edges = [edge for edge in self._text.edges(self.viewport().width()) if edge <= room]
        cut = self._text.heightForWidth(self.viewport().width()) > room
        self.setViewportMargins(0, 0, 0, room - edges[-1] - 2 if cut and edges and edges[-1] + 2 <= room else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the last whole line again."""
        super().resizeEvent(event)
        self.settle()


def parted(said: str) -> tuple[str, Spans]:
    """Return notes without their stars, and where the key phrases stand."""
    text, spans = "", []
    for number, piece in enumerate(said.split("*")):
        if number % 2 and piece:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, tuple(spans)


def plain(said: str) -> str:
    """Return notes without their stars."""
    return parted(said)[0]


def _place(found: object) -> float:
    """Return the x of a cursor: PySide gives it alone, or with the place it was asked for."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
