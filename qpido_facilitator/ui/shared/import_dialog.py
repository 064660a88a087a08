"""Taking in answers that came as text: paste, look where each goes, take them in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qpido_facilitator.show.importing import MOST_TEXT, Preview, Row
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.choice_box import ChoiceBox
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.switch import Switch
from qpido_facilitator.ui.shared.widgets import label
from qpido_facilitator.words import Words


class ImportDialog(Sheet):
    """Shows what a text would bring; tells every wish. `taken` are the numbers of the rows that are ticked."""

    text_changed = Signal(str)
    moved = Signal(int, object, str)
    take_requested = Signal(tuple)

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.say("Take in answers"), parent, QSize(860, 640))
        self._look = look
        self._words = words
        self._rows: list[ImportRow] = []
        self.box = QPlainTextEdit()
        self.box.setProperty("boxed", True)
        self.box.setAccessibleName(words.say("Text with answers"))
        self.box.setPlaceholderText(words.say("Paste an answer sheet, a chat, or any notes"))
        self.box.setTabChangesFocus(True)
        self.box.setMinimumHeight(96)
        self.box.setMaximumHeight(150)
        self.box.textChanged.connect(lambda: self.text_changed.emit(self.box.toPlainText()[:MOST_TEXT]))
        self._told = label(px=15, weight=600, wrap=True)
        self._warned = label(px=15, tone="warn", wrap=True)
        self._warned.hide()
        self._take = CapButton(look, filled=True)
        self._take.clicked.connect(self._on_take)
        column = self.column
        column.addWidget(self.box)
        column.addLayout(self._ways())
        column.addWidget(self._warned)
        column.addWidget(self._told)
        column.addWidget(self._list(), 1)
        cancel = CapButton(look)
        cancel.setText(words.say("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_foot(cancel, self._take)
        self._count()

    @property
    def rows(self) -> tuple[ImportRow, ...]:
        """Return the rows that are shown."""
        return tuple(self._rows)

    def show_preview(self, preview: Preview) -> None:
        """Show what was found; rows that stay keep their ticks."""
        self._told.setText(preview.text if self.box.toPlainText().strip() else "")
        warned = " ".join(text for text in (preview.stranger, preview.left_out) if text)
        self._warned.setText(warned)
        self._warned.setVisible(bool(warned))
        for row in self._rows[len(preview.rows) :]:
            row.hide()
            row.deleteLater()
        del self._rows[len(preview.rows) :]
        for number, found in enumerate(preview.rows):
            if number == len(self._rows):
                self._add_row(number, preview)
            self._rows[number].show_row(found)
        self._count()

    def tell(self, text: str) -> None:
        """Say what went wrong."""
        self._warned.setText(text)
        self._warned.setVisible(bool(text))

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, icon, slot in (
            (self._words.say("Paste"), "paste", self._on_paste),
            (self._words.say("Open a text file"), "open", self._on_open),
        ):
            made = CapButton(self._look, icon)
            made.setText(text)
            made.clicked.connect(slot)
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _list(self) -> QScrollArea:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self._words.say("Answers that were found"))
        scroll.setWidget(inside)
        return scroll

    def _add_row(self, number: int, preview: Preview) -> None:
        row = ImportRow(self._look, self._words, preview)
        row.ticked.connect(self._count)
        row.moved.connect(lambda group, question: self.moved.emit(number, group, question))
        self._column.insertWidget(self._column.count() - 1, row)
        self._rows.append(row)

    def _count(self) -> None:
        number = sum(row.is_ticked for row in self._rows)
        self._take.setText(self._words.plural("Take in {n} answer", "Take in {n} answers", number))
        self._take.setEnabled(number > 0)

    def _on_take(self) -> None:
        self.take_requested.emit(tuple(number for number, row in enumerate(self._rows) if row.is_ticked))

    def _on_paste(self) -> None:
        self.box.appendPlainText(QGuiApplication.clipboard().text()[:MOST_TEXT])

    def _on_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self._words.say("Open a text file"), "", "*.txt *.md *.text")
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Take the text of a file into the box, whatever letters it was written in."""
        try:
            with path.open("rb") as file:
                content = file.read(MOST_TEXT * 4)
        except OSError as fault:
            self.tell(self._words.failed(fault))
            return
        self.box.appendPlainText(decoded(content))


class ImportRow(QFrame):
    """An answer, whether it is taken in, and where it goes."""

    ticked = Signal()
    moved = Signal(object, str)

    def __init__(self, look: Look, words: Words, preview: Preview) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self._words = words
        self._shown: Row | None = None
        self._quiet = False
        sheet = preview.sheet
        none = words.say("Where?")
        groups = [(None, none if sheet.in_groups else words.say("Plenary"))]
        groups += [(group.id, group.name) for group in sheet.groups]  # type: ignore[misc]
        asked = [("", none), *((one.id, _short(f"{one.number}. {one.text}")) for one in sheet.questions)]
        self._tick = Switch("", look)
        self._tick.setFixedWidth(34)
        self._tick.toggled.connect(self.ticked)
        self._group = ChoiceBox(tuple(groups), None)
        self._group.setAccessibleName(words.say("Group"))
        self._question = ChoiceBox(tuple(asked), "")
        self._question.setAccessibleName(words.say("Question"))
        for box, wide in ((self._group, 186), (self._question, 230)):
            box.setFixedWidth(wide)
            box.currentIndexChanged.connect(self._on_moved)
        self._text = label(px=16, wrap=True)
        self._below = label(px=14, tone="warn", wrap=True)
        words_column = QVBoxLayout()
        words_column.setSpacing(2)
        words_column.addWidget(self._text)
        words_column.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words_column, 1)
        row.addWidget(self._group, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._question, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def is_ticked(self) -> bool:
        """Say whether it is to be taken in."""
        return self._tick.isChecked()

    def tick(self, on: bool) -> None:
        """Tick it or not."""
        self._tick.setChecked(on)

    def show_row(self, found: Row) -> None:
        """Show an answer; one without a place cannot be ticked."""
        if found == self._shown:
            return
        fresh = self._shown is None or (self._shown.text, self._shown.placed) != (found.text, found.placed)
        self._shown, self._quiet = found, True
        self._text.setText(found.text)
        self._tick.setAccessibleName(found.text)
        self._group.setCurrentIndex(self._group.findData(found.group))
        self._question.setCurrentIndex(self._question.findData(found.question))
        below = [found.reminder, self._words.say("already here") if found.known else ""]
        if not found.placed and found.stray:
            below.append(self._words.say("there is no group {n}", n=found.stray))
        below += [self._words.say("say where it belongs")] if not found.placed else []
        self._below.setText(" · ".join(text for text in below if text))
        self._below.setVisible(any(below))
        self._tick.setEnabled(found.placed and not found.known)
        if fresh or not self._tick.isEnabled():
            self._tick.setChecked(found.taken)
        self._quiet = False

    def _on_moved(self) -> None:
        if not self._quiet:
            self.moved.emit(self._group.currentData(), self._question.currentData())


def decoded(content: bytes) -> str:
    """Return text from a file: UTF-8 or UTF-16 with its mark, or else the letters of Western Europe."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _short(text: str) -> str:
    return text if len(text) <= 26 else f"{text[:25].rstrip()}…"
