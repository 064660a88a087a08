"""The third step: what looks like a person, one finding at a time, and what was done about the others."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from qpido_facilitator.show.privacy_check import Found
from qpido_facilitator.show.review import Topic, told
from qpido_facilitator.ui.review.marked_text import MarkedText
from qpido_facilitator.ui.review.topic_list import TopicList
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.pill import Pill
from qpido_facilitator.ui.shared.widgets import button, emptied, frame, label, scrolled
from qpido_facilitator.words import Words


class Handled(Struct, frozen=True):
    """What was done about a finding: its number, what in words, and where it stood."""

    number: int
    text: str
    where: str


class FindingCard(QFrame):
    """The finding that is next: replace it everywhere, let it stand, or take it away."""

    replace_requested = Signal(str)
    keep_requested = Signal()
    remove_requested = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "finding")
        self._words = words
        self._kind = label(px=14, wrap=True)
        self._sentence = label(px=16, weight=700, wrap=True)
        self.instead = QLineEdit()
        self.instead.setProperty("boxed", True)
        self.instead.setAccessibleName(words.say("Say instead"))
        self.replace = CapButton(look, filled=True)
        self.keep, self.remove = button(words.say("Let it stand")), button(words.say("Remove"))
        self.replace.clicked.connect(lambda: self.replace_requested.emit(self.instead.text()))
        self.instead.returnPressed.connect(lambda: self.replace_requested.emit(self.instead.text()))
        self.keep.clicked.connect(self.keep_requested)
        self.remove.clicked.connect(self.remove_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._kind)
        column.addWidget(self._sentence)
        column.addWidget(self.instead)
        column.addWidget(self.replace)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keep, 1)
        row.addWidget(self.remove, 1)
        column.addLayout(row)
        column.addWidget(label(words.say("Everywhere: also in the notes of this session."), px=14, wrap=True))

    def show_found(self, found: Found) -> None:
        """Show a finding, with what could be said instead."""
        words = self._words
        self._kind.setText(found.label)
        self._sentence.setText(words.say("“{text}”", text=_around(found)))
        self.instead.setText(found.instead)
        times = words.plural("Replace everywhere, {n} time", "Replace everywhere, {n} times", found.times)
        self.replace.setText(times)
        for made in (self.replace, self.keep, self.remove):
            made.setAccessibleName(words.say("{act}: {text}", act=made.text(), text=found.text))


class PrivacyPage(QWidget):
    """Findings beside the lines they stand in."""

    topic_chosen = Signal(str)
    restore_requested = Signal(int)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.topics = TopicList(words)
        self.topics.chosen.connect(self.topic_chosen)
        self.card = FindingCard(look, words)
        self._title = label(px=18, weight=700, wrap=True)
        self._state = QHBoxLayout()
        self._lines = QVBoxLayout()
        self._handled = QVBoxLayout()
        self._clear = label(words.say("Nothing was found that looks like a person."), px=16, tone="ok", wrap=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._here: QFrame | None = None
        self._look_there = QTimer(self)
        self._look_there.setSingleShot(True)
        self._look_there.timeout.connect(self._bring)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.topics)
        self._row.addWidget(self._middle(), 1)
        self._side = self._make_side()
        self._row.addWidget(self._side)
        self.set_narrow(False)

    def show_check(self, found: tuple[Found, ...], handled: tuple[Handled, ...], topic: Topic | None) -> None:
        """Show the first finding, what was handled, and the lines of the topic it stands in."""
        words = self._words
        self.card.setVisible(bool(found))
        self._clear.setVisible(not found)
        if found:
            self.card.show_found(found[0])
        emptied(self._state)
        if found:
            text = words.say("{n} of {total} to do", n=len(found), total=len(found) + len(handled))
            self._state.addWidget(Pill(self._look, "privacy", text, "warn", "warnsoft"))
        self._show_lines(found, topic)
        self._show_handled(handled)

    def set_narrow(self, narrow: bool) -> None:
        """Put the finding below the lines where there is no room beside."""
        free = 16_777_215
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.topics.setVisible(not narrow)
        self.topics.setFixedWidth(272)
        self._side.setMinimumWidth(0 if narrow else 360)
        self._side.setMaximumWidth(free if narrow else 360)

    def _middle(self) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.addLayout(self._lines)
        rows.addStretch(1)
        self._scroll = scroll = scrolled(inside)
        # a line has its place only after the layout that changes how far one can scroll
        scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._look_there.start())
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(18, 14, 10, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addLayout(self._state)
        column.addLayout(head)
        column.addWidget(frame("line"))
        column.addWidget(scroll, 1)
        return middle

    def _make_side(self) -> QFrame:
        side = frame("side")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(label(self._words.say("Privacy"), px=16, weight=700))
        column.addWidget(self.card)
        column.addWidget(self._clear)
        column.addLayout(self._handled)
        column.addStretch(1)
        note = self._words.say("The check helps, but does not see everything. Read the report yourself.")
        column.addWidget(label(note, px=14, tone="quiet", wrap=True))
        scroll = scrolled(inside)
        whole = QVBoxLayout(side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        return side

    def _show_lines(self, found: tuple[Found, ...], topic: Topic | None) -> None:
        emptied(self._lines)
        self._here = None
        first = found[0] if found else None
        self._title.setText(topic.title if topic else self._words.say("Your own words"))
        shown = [(line.note, told(line, self._words)) for line in topic.included] if topic else []
        if first and not any(name in first.places for name, _ in shown):
            shown.append((first.name, first.sentence))
        for name, text in shown:
            here = first is not None and name in first.places
            box = frame("found-line" if here else "plain")
            row = QHBoxLayout(box)
            row.setContentsMargins(10, 9, 10, 9)
            row.addWidget(MarkedText(text, first.text, self._look) if here and first else label(text, px=16, wrap=True))
            self._lines.addWidget(box)
            if here:
                self._here = box
        self._look_there.start()

    def _bring(self) -> None:
        """Scroll to the line that the finding is in."""
        if self._here:
            self._scroll.ensureWidgetVisible(self._here, 0, 8)

    def _show_handled(self, handled: tuple[Handled, ...]) -> None:
        emptied(self._handled)
        for one in reversed(handled):
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 6, 0, 6)
            mark = QLabel()
            mark.setPixmap(self._look.icon("done", "ok", 22).pixmap(22, 22))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label(one.text, px=15, wrap=True))
            if one.where:
                column.addWidget(label(one.where, px=14, tone="quiet", wrap=True))
            row.addLayout(column, 1)
            back = button(self._words.say("Take back"))
            back.setAccessibleName(self._words.say("{act}: {text}", act=back.text(), text=one.text))
            back.clicked.connect(lambda _=False, number=one.number: self.restore_requested.emit(number))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
            self._handled.addWidget(frame("line"))
            self._handled.addWidget(box)


def _around(found: Found) -> str:
    """Return the words around a finding, so that the card stays small."""
    start = max(0, found.start - 60)
    end = min(len(found.sentence), found.start + len(found.text) + 60)
    cut = " ".join(found.sentence[start:end].split())
    return ("…" if start else "") + cut + ("…" if end < len(found.sentence) else "")
