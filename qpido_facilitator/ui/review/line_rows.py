"""The lines of a topic: a tick for each, its words, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.show.review import Line, Topic
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.pill import Pill
from qpido_facilitator.ui.shared.switch import Switch
from qpido_facilitator.ui.shared.widgets import IconButton, button, emptied, frame, label
from qpido_facilitator.words import Words


class LineRow(QFrame):
    """One line; editing takes its place, and never moves what is around it by more than its own height."""

    include_requested = Signal(str, bool)
    word_requested = Signal(str, str)
    reply_requested = Signal(str, str)
    act_requested = Signal(str, str)

    def __init__(self, line: Line, look: Look, words: Words, *, asks: bool) -> None:
        super().__init__()
        self.line = line
        self._look = look
        self._words = words
        self._asks = asks
        self.tick = Switch("", look)
        self.tick.setFixedWidth(30)
        self.tick.setAccessibleName(words.say("Include: {text}", text=_short(line.text)))
        self.tick.setChecked(line.included)
        self.tick.clicked.connect(lambda on: self.include_requested.emit(line.note, on))
        self.edit = IconButton(look, "edit", words.say("Edit: {text}", text=_short(line.text)))
        self.edit.clicked.connect(self.begin)
        self.menu = IconButton(look, "menu", words.say("More: {text}", text=_short(line.text)))
        self.menu.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self._entry: QPlainTextEdit | None = None
        self._reply: QPlainTextEdit | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(6)
        self._shown = QWidget()
        self._column.addWidget(self._shown)
        self._lay_out()
        self._fill_menu()

    def begin(self) -> None:
        """Edit the copy, and the answer of a question."""
        if self._entry:
            return
        self._shown.hide()
        self._entry = _box(self.line.text, self._words.say("Words in the document"))
        self._column.addWidget(self._entry)
        if self._asks:
            self._column.addWidget(label(self._words.say("Answer to it"), px=14, tone="quiet"))
            self._reply = _box(self.line.reply, self._words.say("Answer to it"))
            self._column.addWidget(self._reply)
        row = QHBoxLayout()
        keep, leave = button(self._words.say("Save")), button(self._words.say("Cancel"))
        keep.clicked.connect(self._keep)
        leave.clicked.connect(lambda: self.act_requested.emit(self.line.note, "refresh"))
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(keep)
        self._column.addLayout(row)
        self._entry.setFocus()

    @property
    def is_edited(self) -> bool:
        """Say whether something stands in its box."""
        return self._entry is not None

    def _keep(self) -> None:
        if self._entry and self._entry.toPlainText() != self.line.text:
            self.word_requested.emit(self.line.note, self._entry.toPlainText())
        if self._reply and self._reply.toPlainText() != self.line.reply:
            self.reply_requested.emit(self.line.note, self._reply.toPlainText())
        self.act_requested.emit(self.line.note, "refresh")

    def _lay_out(self) -> None:
        line, words = self.line, self._words
        row = QHBoxLayout(self._shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.tick, 0, top)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(line.text, px=16, tone="" if line.included else "quiet", wrap=True))
        for other in line.others:
            texts.addWidget(label(other, px=16, tone="quiet", wrap=True))
        if line.reply:
            texts.addWidget(label(words.say("Answer: {text}", text=line.reply), px=14, tone="quiet", wrap=True))
        marks = QHBoxLayout()
        marks.setSpacing(6)
        for pill in self._pills():
            marks.addWidget(pill)
        marks.addStretch(1)
        if marks.count() > 1:
            texts.addLayout(marks)
        row.addLayout(texts, 1)
        row.addWidget(self.edit, 0, top)
        row.addWidget(self.menu, 0, top)

    def _pills(self) -> list[Pill]:
        line, words, look = self.line, self._words, self._look
        pills = []
        if line.fresh:
            pills.append(Pill(look, "inserted", words.say("new"), "ok", "oksoft"))
        if line.with_it:
            text = words.say("{n} merged", n=1 + len(line.with_it))
            pills.append(Pill(look, "copied", text, "ink2", "sunken"))
        if line.worded:
            pills.append(Pill(look, "edit", words.say("edited"), "ink2", "sunken"))
        if line.late:
            pills.append(Pill(look, "careful", words.say("the note changed since"), "warn", "warnsoft"))
        return pills

    def _fill_menu(self) -> None:
        words, menu = self._words, QMenu(self)
        wanted = [("up", words.say("Move up")), ("down", words.say("Move down")),
                  ("merge", words.say("Merge with the line above"))]  # fmt: skip
        if self.line.with_it:
            wanted.append(("apart", words.say("Each on its own again")))
        if self.line.worded:
            wanted.append(("own", words.say("The note's own words again")))
        for act, text in wanted:
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, act=act: self.act_requested.emit(self.line.note, act))
            menu.addAction(action)
        self.menu.setMenu(menu)


class LineRows(QWidget):
    """The heading of a topic, its lines, and the groups that said nothing."""

    include_requested = Signal(str, bool)
    word_requested = Signal(str, str)
    reply_requested = Signal(str, str)
    act_requested = Signal(str, str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._topic: Topic | None = None
        self.rows: list[LineRow] = []
        self._title = label(px=18, weight=700, wrap=True)
        self._count = label(px=14, tone="quiet")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 10, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(frame("line"))
        column.addWidget(scroll, 1)
        column.addWidget(label(words.say("You edit a copy. The notes themselves stay whole."), px=14, tone="quiet",
                               wrap=True))  # fmt: skip

    def show_topic(self, topic: Topic | None) -> None:
        """Show a topic; a line that is being edited stays as it is until it was saved."""
        if topic == self._topic or (topic and self._topic and topic.key == self._topic.key and self._edits()):
            return
        focused = next((row.line.note for row in self.rows if row.isAncestorOf(self.focusWidget() or self)), "")
        self._topic = topic
        self._clear()
        self._title.setText(topic.title if topic else "")
        lines = topic.lines if topic else ()
        included = sum(line.included for line in lines)
        text = self._words.say("{n} of {total} included", n=included, total=len(lines))
        self._count.setText(text if lines else "")
        for line in lines:
            self._add(line, asks=not (topic and topic.item))
        self._add_silent(topic)
        self._column.addStretch(1)
        for row in self.rows:
            if row.line.note == focused:
                row.tick.setFocus()

    def forget(self) -> None:
        """Let go of what is shown, so that the next topic is shown anew."""
        self._topic = None

    def _add(self, line: Line, *, asks: bool) -> None:
        row = LineRow(line, self._look, self._words, asks=asks)
        row.include_requested.connect(self.include_requested)
        row.word_requested.connect(self.word_requested)
        row.reply_requested.connect(self.reply_requested)
        row.act_requested.connect(self._act)
        if self.rows:
            self._column.addWidget(frame("line"))
        self._column.addWidget(row)
        self.rows.append(row)

    def _add_silent(self, topic: Topic | None) -> None:
        words = self._words
        if topic and not topic.lines and not topic.silent:
            self._column.addWidget(label(words.say("Nothing was written down. The report says so."), tone="quiet",
                                         wrap=True))  # fmt: skip
        for silence in topic.silent if topic else ():
            box = frame("silent")
            row = QHBoxLayout(box)
            row.setContentsMargins(12, 8, 12, 8)
            reason = silence.reason or words.say("no note")
            text = words.say("{group}: {reason}. The report says so.", group=silence.who, reason=reason)
            row.addWidget(label(text, tone="quiet", wrap=True))
            self._column.addSpacing(8)
            self._column.addWidget(box)

    def _act(self, note: str, act: str) -> None:
        if act == "refresh":
            self.forget()
        self.act_requested.emit(note, act)

    def _edits(self) -> bool:
        return any(row.is_edited for row in self.rows)

    def _clear(self) -> None:
        self.rows = []
        emptied(self._column)


def _box(text: str, name: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setProperty("boxed", True)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(84)
    return made


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
