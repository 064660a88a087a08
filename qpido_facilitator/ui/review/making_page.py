"""The fourth step: which documents, where, and how far their making is."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from qpido_facilitator.export.kinds import Form, Kind
from qpido_facilitator.ui.review.backup_lock import BackupLock
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.pill import Pill
from qpido_facilitator.ui.shared.switch import Switch
from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, emptied, frame, label, scrolled
from qpido_facilitator.words import Words

FORM_ICONS: dict[Form, str] = {
    "docx": "word", "pdf": "pdf", "xlsx": "table", "csv": "table", "txt": "mail", "md": "notes", "qpido": "lock",
    "folder": "folder",
}  # fmt: skip


class Offer(Struct, frozen=True):
    """A document that can be made: its name, a line below it, whether it is wanted; `state` of its making."""

    kind: Kind
    form: Form
    text: str
    below: str
    wanted: bool = False
    state: str = ""


class OfferRow(QWidget):
    """One document, with its tick."""

    def __init__(self, look: Look, words: Words, offer: Offer) -> None:
        super().__init__()
        self.offer = offer
        self._look = look
        self._words = words
        self.tick = Switch("", look)
        self.tick.setFixedWidth(30)
        self.tick.setChecked(offer.wanted)
        self.tick.setAccessibleName(offer.text)
        icon = QLabel()
        icon.setPixmap(look.icon(FORM_ICONS[offer.form], "ink", 24).pixmap(24, 24))
        self._below = ElidedLabel(px=14, tone="quiet")
        self._below.setText(offer.below)
        self._state = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addWidget(self.tick)
        row.addWidget(icon)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(offer.text, px=16, wrap=True))
        column.addWidget(self._below)
        row.addLayout(column, 1)
        row.addLayout(self._state)

    def show_made(self, name: str) -> None:
        """Say that it is there, and under which name."""
        self._below.setText(name)
        self._mark(Pill(self._look, "tick", self._words.say("Made"), "ok", "oksoft"))

    def show_failed(self, why: str) -> None:
        """Say why it is not there."""
        self._below.setText(why)
        self._mark(Pill(self._look, "error", self._words.say("Not made"), "err", "errsoft"))

    def show_done(self, done: float) -> None:
        """Say how much of it is done."""
        text = self._words.say("{n} %", n=round(done * 100))
        self._mark(label(text, px=14, tone="quiet"))

    def _mark(self, widget: QWidget) -> None:
        emptied(self._state)
        self._state.addWidget(widget)


class MakingPage(QWidget):
    """Chooses documents and shows their making."""

    folder_requested = Signal()
    stop_requested = Signal()
    changed = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.rows: list[OfferRow] = []
        self._title = label(px=18, weight=700, wrap=True)
        self._below = label(words.say("With headings and tables that a screen reader reads"), px=14, tone="quiet",
                            wrap=True)  # fmt: skip
        self._offers = QVBoxLayout()
        self._offers.setSpacing(0)
        self.lock = BackupLock(words)
        self.lock.changed.connect(self.changed)
        self._folder = ElidedLabel()
        self._busy_title = label(px=18, weight=700, wrap=True)
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 1000)
        self._busy.setAccessibleName(words.say("How far the documents are"))
        self._what = label(px=15, wrap=True)
        self._stop = button(words.say("Stop"))
        self._stop.clicked.connect(self.stop_requested)
        self._build()

    def show_offers(self, title: str, offers: tuple[Offer, ...], folder: str) -> None:
        """Show what can be made, and where it goes."""
        self._title.setText(title)
        self._folder.setText(folder)
        if [row.offer for row in self.rows] != list(offers):
            self._fill(offers)
        self._look_at_lock()

    @property
    def wanted(self) -> tuple[Offer, ...]:
        """Return the documents with a tick."""
        return tuple(row.offer for row in self.rows if row.tick.isChecked())

    def show_progress(self, title: str, what: str, done: float | None) -> None:
        """Show how far the making is; None before it began and after it ended."""
        self._busy_title.setText(title)
        self._what.setText(what)
        self._busy.setVisible(done is not None)
        self._busy.setValue(round((done or 0) * 1000))
        self._stop.setVisible(done is not None)
        for row in self.rows:
            row.tick.setEnabled(done is None)

    def row_of(self, offer: Offer) -> OfferRow | None:
        """Return the row of a document."""
        return next((row for row in self.rows if row.offer == offer), None)

    def set_narrow(self, narrow: bool) -> None:
        """Put the progress below the documents."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _fill(self, offers: tuple[Offer, ...]) -> None:
        emptied(self._offers)
        self.rows = []
        for offer in offers:
            row = OfferRow(self._look, self._words, offer)
            row.tick.toggled.connect(self._on_tick)
            self._offers.addWidget(frame("line"))
            self._offers.addWidget(row)
            self.rows.append(row)

    def _on_tick(self) -> None:
        self._look_at_lock()
        self.changed.emit()

    def _look_at_lock(self) -> None:
        self.lock.setVisible(any(offer.kind == "backup" for offer in self.wanted))

    def _build(self) -> None:
        words = self._words
        card, busy = frame("card"), frame("card")
        left = QVBoxLayout(card)
        left.setContentsMargins(20, 16, 20, 14)
        left.setSpacing(6)
        left.addWidget(self._title)
        left.addWidget(self._below)
        left.addLayout(self._offers)
        left.addWidget(self.lock)
        where = QHBoxLayout()
        mark = QLabel()
        mark.setPixmap(self._look.icon("folder", "ink2", 20).pixmap(20, 20))
        other = button(words.say("Change"))
        other.setAccessibleName(words.say("Another folder"))
        other.clicked.connect(self.folder_requested)
        where.addWidget(mark)
        where.addWidget(self._folder, 1)
        where.addWidget(other)
        left.addSpacing(6)
        left.addLayout(where)
        right = QVBoxLayout(busy)
        right.setContentsMargins(20, 16, 20, 14)
        right.setSpacing(8)
        right.addWidget(self._busy_title)
        right.addWidget(self._busy)
        right.addWidget(self._what)
        stop = QHBoxLayout()
        stop.addWidget(self._stop)
        stop.addStretch(1)
        right.addLayout(stop)
        right.addWidget(label(words.say("A file appears only when it is whole."), px=14, tone="quiet", wrap=True))
        right.addWidget(label(words.say("The app sends nothing, and writes over no file without asking."), px=14,
                              tone="quiet", wrap=True))  # fmt: skip
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(24, 20, 24, 14)
        self._row.setSpacing(16)
        self._row.addWidget(card, 6, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(busy, 5, Qt.AlignmentFlag.AlignTop)
        scroll = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
