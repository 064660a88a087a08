"""Two versions of one note, side by side or below one another, settled with one press."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from qpido_facilitator.show.conflicts import Conflict, Written
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import button, frame, label
from qpido_facilitator.words import Words

_BESIDE = 480
"""Pixels from which two versions stand beside one another."""


class ConflictCard(QFrame):
    """Shows who wrote what, with the words that differ marked; keeps this, that, or both, now or later."""

    kept = Signal(str, str)
    both_kept = Signal(str)

    def __init__(self, conflict: Conflict, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "conflict")
        self._look = look
        self._words = words
        self._conflict = conflict
        self._texts: list[tuple[QLabel, Written]] = []
        self._choices: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(7)
        self._choose = button(words.say("Choose"))
        self._choose.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choose.clicked.connect(lambda: self._unfold(True))
        head = QHBoxLayout()
        head.addWidget(label(conflict.title, weight=700, tone="warn", wrap=True), 1)
        head.addWidget(self._choose)
        column.addLayout(head)
        self._all = QFrame()
        column.addWidget(self._all)
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(label(conflict.where, px=14, tone="quiet", wrap=True))
        self._versions = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._versions.setSpacing(7)
        for version in conflict.versions:
            self._versions.addWidget(self._version(version), 1)
        column.addLayout(self._versions)
        if conflict.more:
            column.addWidget(label(conflict.more, px=14, tone="quiet"))
        both = button(words.say("Keep both, as two answers"))
        both.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        both.clicked.connect(lambda: self.both_kept.emit(conflict.note))
        later = button(words.say("Later"))
        later.setProperty("look", "plain")
        later.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        later.clicked.connect(lambda: self._unfold(False))
        self._choices += [both, later]
        foot = QHBoxLayout()
        foot.addWidget(both)
        foot.addStretch(1)
        foot.addWidget(later)
        column.addLayout(foot)
        self._unfold(True)
        look.changed.connect(self._redraw)
        self._redraw()

    @property
    def conflict(self) -> Conflict:
        """Return what is to be settled."""
        return self._conflict

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the versions beside one another where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE and len(self._texts) == 2
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._versions.direction() != way:
            self._versions.setDirection(way)

    def lock(self, locked: bool) -> None:
        """Leave the versions to read, with nothing to choose."""
        if locked:
            self._unfold(True)
        for choice in self._choices:
            choice.setVisible(not locked)

    def _unfold(self, open_: bool) -> None:
        """Show the versions, or only that there are two."""
        self._all.setVisible(open_)
        self._choose.setVisible(not open_)

    def _version(self, version: Written) -> QFrame:
        box = frame("version")
        column = QVBoxLayout(box)
        column.setContentsMargins(9, 7, 9, 8)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.addWidget(label(version.who, px=14, weight=700))
        head.addStretch(1)
        head.addWidget(label(version.when, px=14, tone="quiet"))
        column.addLayout(head)
        text = label(px=15, wrap=True)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setAccessibleName(version.text)
        self._texts.append((text, version))
        column.addWidget(text)
        keep = button(self._words.say("Keep this one"))
        keep.setAccessibleName(self._words.say("Keep: {text}", text=version.text))
        keep.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keep.clicked.connect(lambda: self.kept.emit(self._conflict.note, version.text))
        self._choices.append(keep)
        column.addStretch(1)
        column.addWidget(keep)
        return box

    def _redraw(self) -> None:
        soft, ink = (self._look.colour(role).name() for role in ("oksoft", "ok"))
        for text, version in self._texts:
            text.setText(_marked(version, soft, ink))


def _marked(version: Written, ground: str, ink: str) -> str:
    """Return a text as HTML, everything of it escaped, the words that differ on a ground of their own."""
    pieces: list[str] = []
    place = 0
    for start, end in version.strong:
        strong = escape(version.text[start:end])
        pieces.append(escape(version.text[place:start]))
        pieces.append(f'<span style="background-color:{ground};color:{ink};font-weight:700">{strong}</span>')
        place = end
    pieces.append(escape(version.text[place:]))
    return "".join(pieces).replace("\n", "<br>")
