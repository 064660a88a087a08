"""The texts to send to the groups, each with its moment: what was copied, what is next, what comes later."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qpido_facilitator.show.cues import CueRow
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.key_table import key_named
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, frame, label
from qpido_facilitator.words import Words


class MessagesView(QWidget):
    """One card a text; the next one shows its words and has the button. Beside the call only that one is shown."""

    copy_requested = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._shown: tuple[tuple[CueRow, ...], bool] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._until: dict[str, QWidget] = {}
        look.changed.connect(self._again)

    def show_cues(self, rows: tuple[CueRow, ...], *, only_next: bool = False) -> None:
        """Show the texts of the breakout that is on."""
        if self._shown and (_still(rows), only_next) == (_still(self._shown[0]), self._shown[1]):
            self._shown = rows, only_next
            for row in rows:
                until = self._until.get(row.name)
                if isinstance(until, ElidedLabel):
                    until.setText(row.until)
            return
        self._shown = rows, only_next
        self._clear()
        first = next_of(rows)
        for row in rows:
            if row is first:
                self._column.addWidget(self._open_card(row, narrow=only_next))
            elif not only_next:
                self._column.addWidget(self._line(row))

    def _again(self) -> None:
        if self._shown:
            (rows, only_next), self._shown = self._shown, None
            self.show_cues(rows, only_next=only_next)

    def _clear(self) -> None:
        self._until = {}
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()

    def _head(self, row: CueRow, *, wrap: bool = False) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(9)
        if row.when:
            head.addWidget(label(row.when, weight=700), 0, Qt.AlignmentFlag.AlignTop)
        if wrap:
            head.addWidget(label(row.text, weight=700, wrap=True), 1)
        else:
            text = ElidedLabel()
            text.setText(row.text)
            head.addWidget(text, 1)
        return head

    def _open_card(self, row: CueRow, *, narrow: bool) -> QFrame:
        card = frame("now" if row.state in ("coming", "due") else "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(7)
        head = self._head(row, wrap=True)
        until = ElidedLabel(px=14, tone="quiet", natural=True)
        until.setText(row.until)
        self._until[row.name] = until
        head.addWidget(until, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if row.copy:
            words = frame("quote")
            inside = QVBoxLayout(words)
            inside.setContentsMargins(10, 7, 10, 7)
            inside.addWidget(label(row.copy, px=15, wrap=True))
            copy = CapButton(self._look, "copy", cap_of(key_named("copy").keys[0]))
            copy.setText(self._words.say("Copy"))
            copy.clicked.connect(lambda: self.copy_requested.emit(row.name))
            (head if narrow else column).addWidget(copy if narrow else words)
            column.addWidget(words if narrow else copy)
        return card

    def _line(self, row: CueRow) -> QFrame:
        card = frame("card")
        line = QHBoxLayout(card)
        line.setContentsMargins(10, 6, 8, 6)
        line.setSpacing(9)
        line.addLayout(self._head(row), 1)
        if row.done:
            done = label(row.done, px=14, weight=700, tone="ok")
            line.addWidget(done)
        elif row.state == "missed":
            line.addWidget(label(self._words.say("passed"), px=14, tone="quiet"))
        else:
            until = ElidedLabel(px=14, tone="quiet", natural=True)
            until.setText(row.until)
            self._until[row.name] = until
            line.addWidget(until)
        return card


def next_of(rows: tuple[CueRow, ...]) -> CueRow | None:
    """Return the text that is next: due or coming, or else the first that comes later."""
    timed = [row for row in rows if row.kind != "chat"]
    for states in (("coming", "due"), ("later",)):
        found = next((row for row in timed if row.state in states), None)
        if found:
            return found
    return None


def _still(rows: tuple[CueRow, ...]) -> tuple[tuple[str, str, str, str], ...]:
    """Return what makes other cards, leaving out what only counts down."""
    return tuple((row.name, row.state, row.when, row.done) for row in rows)
