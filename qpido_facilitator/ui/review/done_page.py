"""The last step: what was made, until when it is all kept, and erasing."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qpido_facilitator.export.kinds import Form
from qpido_facilitator.run.review import Reader
from qpido_facilitator.ui.review.making_page import FORM_ICONS
from qpido_facilitator.ui.review.reader_page import READER_ICONS, READERS, reader_name
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.icon_tile import IconTile
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import button, emptied, frame, label, scrolled
from qpido_facilitator.words import Words


class MadeFile(Struct, frozen=True):
    """A document that is there: what it is, its file, and how large it is in words."""

    text: str
    form: Form
    path: str
    size: str


class Keeping(Struct, frozen=True):
    """Until when notes and signals are kept, in words; `signals` is "" when there are none or all are dealt with."""

    notes: str
    notes_below: str
    signals: str = ""
    signals_below: str = ""


class DonePage(QWidget):
    """Opens what was made, puts the date into a calendar, erases."""

    open_requested = Signal(str)
    folder_requested = Signal()
    also_requested = Signal(str)
    calendar_requested = Signal()
    signals_requested = Signal()
    erase_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._below = label(px=16, tone="quiet", wrap=True)
        self._files = QVBoxLayout()
        self._also = QHBoxLayout()
        self._keeping = QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(18)
        self._build()

    def show_made(self, below: str, files: tuple[MadeFile, ...], reader: Reader) -> None:
        """Show the documents, and whom something can be made for besides."""
        self._below.setText(below)
        emptied(self._files)
        for file in files:
            self._files.addWidget(frame("line"))
            self._files.addWidget(self._file(file))
        emptied(self._also)
        for other in READERS:
            if other != reader:
                text = self._words.say("Also for: {reader}", reader=reader_name(other, self._words))
                made = CapButton(self._look, READER_ICONS[other])
                made.setText(text)
                made.clicked.connect(lambda _=False, other=other: self.also_requested.emit(other))
                self._also.addWidget(made)
        self._also.addStretch(1)

    def show_keeping(self, keeping: Keeping) -> None:
        """Show until when everything is kept."""
        words = self._words
        emptied(self._keeping)
        put = button(words.say("Put in calendar"))
        put.clicked.connect(self.calendar_requested)
        self._keeping.addWidget(self._line("erase-due", "warn", keeping.notes, keeping.notes_below, put))
        if keeping.signals:
            done = button(words.say("See them"))
            done.setAccessibleName(words.say("See the after-care signals"))
            done.clicked.connect(self.signals_requested)
            self._keeping.addWidget(frame("line"))
            self._keeping.addWidget(self._line("care", "warn", keeping.signals, keeping.signals_below, done))
        self._keeping.addWidget(frame("line"))
        text = words.say("The start page reminds you")
        self._keeping.addWidget(
            self._line("home", "ink2", text, words.say("7 days before, and on the day itself"), None)
        )

    def set_narrow(self, narrow: bool) -> None:
        """Put keeping and erasing below the documents."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _file(self, file: MadeFile) -> QWidget:
        made = button(self._words.say("Open"))
        made.setAccessibleName(self._words.say("Open: {text}", text=file.text))
        made.clicked.connect(lambda: self.open_requested.emit(file.path))
        return self._line(FORM_ICONS[file.form], "ink", file.text, file.size, made)

    def _line(self, icon: str, role: str, text: str, below: str, control: QWidget | None) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        mark = QLabel()
        mark.setPixmap(self._look.icon(icon, role, 24).pixmap(24, 24))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(text, px=16, wrap=True))
        if below:
            column.addWidget(label(below, px=14, tone="quiet", wrap=True))
        row.addLayout(column, 1)
        if control:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _build(self) -> None:
        words = self._words
        left = QVBoxLayout()
        left.setSpacing(10)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(label(words.say("Done"), px=28, weight=750))
        said.addWidget(self._below)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(IconTile(self._look, "tick", "ok", "oksoft", 56))
        head.addLayout(said, 1)
        left.addLayout(head)
        files = frame("card")
        inside = QVBoxLayout(files)
        inside.setContentsMargins(18, 10, 18, 12)
        inside.addLayout(self._files)
        foot = QHBoxLayout()
        folder = CapButton(self._look, "open")
        folder.setText(words.say("Open the folder"))
        folder.clicked.connect(self.folder_requested)
        foot.addWidget(folder)
        foot.addStretch(1)
        foot.addWidget(label(words.say("The app sends nothing."), px=14, tone="quiet", wrap=True))
        inside.addLayout(foot)
        left.addWidget(files)
        left.addLayout(self._also)
        left.addStretch(1)
        right = frame("card")
        column = QVBoxLayout(right)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(words.say("Keeping and erasing"), px=18, weight=700))
        column.addLayout(self._keeping)
        column.addStretch(1)
        erase = CapButton(self._look, "delete")
        erase.setText(words.say("Erase this session now…"))
        erase.clicked.connect(self.erase_requested)
        column.addWidget(erase)
        text = words.say("Erases notes, drafts and our documents here. What you sent stays with who got it.")
        column.addWidget(label(text, px=14, tone="quiet", wrap=True))
        page = QWidget()
        page.setLayout(self._row)
        self._row.setContentsMargins(24, 20, 24, 14)
        self._row.addLayout(left, 1)
        self._row.addWidget(right, 1)
        scroll = scrolled(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
