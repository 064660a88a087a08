"""The first step: for whom. What each reader gets, and never gets, in a few lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qpido_facilitator.run.review import Reader
from qpido_facilitator.ui.shared.icon_tile import IconTile
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.pill import Pill
from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, emptied, frame, label, restyle, scrolled
from qpido_facilitator.words import Words

READERS: tuple[Reader, ...] = ("client", "participants", "internal")
READER_ICONS: dict[Reader, str] = {"client": "client", "participants": "people", "internal": "team"}


def reader_name(reader: Reader, words: Words) -> str:
    """Return what a reader is called on the screen."""
    return {
        "client": words.say("Client"),
        "participants": words.say("Participants"),
        "internal": words.say("Team"),
    }[reader]


class Radio(QRadioButton):
    """The mark of a choice, in our own shape."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text)
        self._look = look
        self.setFont(look.letters(20, 700))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the words and the mark."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 40, 34)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are short."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and the mark at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        ring = QRectF(self.width() - 24, self.height() / 2 - 11, 22, 22)
        painter.setPen(self._look.colour("accent" if self.isChecked() else "control"))
        painter.setBrush(self._look.colour("surface"))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(ring.adjusted(5, 5, -5, -5))


class ReaderCard(QFrame):
    """A reader: what the document answers, what is in it, what never is."""

    preview_requested = Signal(str)

    def __init__(self, reader: Reader, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.reader = reader
        self._look = look
        asked, lines, never, formats = _texts(reader, words)
        self.radio = Radio(reader_name(reader, words), look)
        self.radio.setAccessibleDescription(". ".join((asked, *lines, never)))
        self._icon = IconTile(look, READER_ICONS[reader], "ink", "sunken")
        self.radio.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._icon)
        head.addWidget(self.radio, 1)
        column.addLayout(head)
        column.addWidget(label(asked, px=16, wrap=True))
        column.addWidget(frame("line"))
        for line in lines:
            column.addWidget(_Point(line, "tick", "ok", look))
        column.addWidget(_Point(never, "remove", "ink2", look))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(label(formats, px=14, tone="quiet", wrap=True), 1)
        example = button(words.say("Preview"))
        example.setAccessibleName(words.say("Preview: {reader}", reader=self.radio.text()))
        example.clicked.connect(lambda: self.preview_requested.emit(reader))
        foot.addWidget(example)
        column.addLayout(foot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this reader, wherever the card is clicked."""
        self.radio.setChecked(True)
        super().mousePressEvent(event)

    def _on_toggled(self, on: bool) -> None:
        restyle(self, "chosen", on)
        self._icon.set_colours(*(("accentink", "accentsoft") if on else ("ink", "sunken")))


class ReaderPage(QWidget):
    """Chooses a reader."""

    reader_chosen = Signal(str)
    preview_requested = Signal(str)
    signals_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.cards = {reader: ReaderCard(reader, look, words) for reader in READERS}
        self._counts = ElidedLabel(px=14, tone="quiet")
        self._counts.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._signals = QHBoxLayout()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(10)
        column.addWidget(label(words.say("For whom do you make something?"), px=22, weight=700, wrap=True))
        column.addWidget(label(words.say("Each reader gets a document of its own. You can make another one later."),
                               px=16, tone="quiet", wrap=True))  # fmt: skip
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(14)
        for card in self.cards.values():
            self._row.addWidget(card, 1)
            card.preview_requested.connect(self.preview_requested)
            card.radio.toggled.connect(lambda on, card=card: self._choose(card) if on else None)
        column.addLayout(self._row, 1)
        foot = QHBoxLayout()
        foot.addLayout(self._signals)
        foot.addWidget(self._counts, 1)
        column.addLayout(foot)
        scroll = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_reader(self, reader: Reader) -> None:
        """Have a reader chosen."""
        self.cards[reader].radio.setChecked(True)

    def show_counts(self, text: str, signals: str, signals_open: bool) -> None:
        """Show how much there is, and how after-care signals stand, "" for none."""
        self._counts.setText(text)
        emptied(self._signals)
        if signals:
            ink, ground = ("warn", "warnsoft") if signals_open else ("ok", "oksoft")
            self._signals.addWidget(Pill(self._look, "care", signals, ink, ground))
            see = button(self._words.say("See them"))
            see.setAccessibleName(self._words.say("See the after-care signals"))
            see.clicked.connect(self.signals_requested)
            self._signals.addWidget(see)

    def set_narrow(self, narrow: bool) -> None:
        """Put the cards below one another."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    def _choose(self, card: ReaderCard) -> None:
        for other in self.cards.values():
            if other is not card:
                # in frames of their own, radio buttons do not know one another
                other.radio.setAutoExclusive(False)
                other.radio.setChecked(False)
                other.radio.setAutoExclusive(True)
        self.reader_chosen.emit(card.reader)


class _Point(QWidget):
    def __init__(self, text: str, icon: str, role: str, look: Look) -> None:
        super().__init__()
        self._icon, self._role, self._look = icon, role, look
        self._mark = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, px=16, tone="quiet" if role == "ink2" else "", wrap=True), 1)
        look.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        self._mark.setPixmap(self._look.icon(self._icon, self._role, 18).pixmap(18, 18))


def _texts(reader: Reader, words: Words) -> tuple[str, tuple[str, ...], str, str]:
    """Return what the document answers, what is in it, what never is, and its formats."""
    return {
        "client": (
            words.say("What did the workshop bring, and what now?"),
            (words.say("Answers by question, groups together"), words.say("Themes and recommendations"),
             words.say("Open questions, sources, marks of what was checked")),
            words.say("No groups, trainers or timeline"), words.say("Word, PDF, Excel"),
        ),
        "participants": (
            words.say("Mail with harvest, step plans and help lines."),
            (words.say("3 to 5 points of the harvest"), words.say("Answers to parked questions"),
             words.say("Links and help lines, with a date")),
            words.say("No answers by group"), words.say("Mail text, Word, PDF"),
        ),
        "internal": (
            words.say("Learn from this time."),
            (words.say("Timeline: planned and actual"), words.say("Skipped, technical trouble, observations"),
             words.say("How many after-care signals, and how they stand")),
            words.say("Never what a signal is about"), words.say("Word, PDF, Excel, CSV, backup"),
        ),
    }[reader]  # fmt: skip
