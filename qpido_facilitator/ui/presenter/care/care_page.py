"""The care card: a page in the trainer's window, never a dialog, and never on the participants' side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qpido_facilitator.plan.model import SpeakerNotes
from qpido_facilitator.show.audience import Slide
from qpido_facilitator.show.care import CareCard, HelpLine
from qpido_facilitator.show.signals import SignalRow
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.presenter.speaker_text import SpeakerText
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.choice_box import ChoiceBox, Options
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, IconButton, frame, label, restyle
from qpido_facilitator.words import Words

_SIDE_BY_SIDE = 860
_SAY, _SAY_NARROW = 22, 18


class CarePage(QWidget):
    """What to say on the left with what comes after it, help lines on the right."""

    message_copy_requested = Signal()
    lines_copy_requested = Signal()
    signal_requested = Signal(object, object, object)
    state_requested = Signal(str, bool)
    withdraw_requested = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._rows: tuple[SignalRow, ...] = ()
        self._notes = SpeakerNotes()
        self._on = label(words.say("Calm screen and pause are on"), px=14, weight=600)
        self._on.setProperty("chip", "ok")
        self._text = SpeakerText(look, words)
        self._about, self._group, self._who = (ChoiceBox((), None) for _ in range(3))
        self._about.setAccessibleName(words.say("Which sort"))
        self._group.setAccessibleName(words.say("Which group"))
        self._who.setAccessibleName(words.say("Who calls or writes?"))
        self._note = CapButton(look, "care")
        self._note.setText(words.say("Note an after-care signal"))
        self._note.clicked.connect(self._on_note)
        self._message = label(px=16, wrap=True)
        self._copy_message = CapButton(look, "private")
        self._copy_message.setText(words.say("Copy the private message"))
        self._copy_message.clicked.connect(self.message_copy_requested)
        self._message_copied = label(px=14, weight=600, tone="ok")
        self._checked = label(px=14, tone="quiet")
        self._copy_lines = CapButton(look, "copy")
        self._copy_lines.setText(words.say("Copy the help lines for the chat"))
        self._copy_lines.clicked.connect(self.lines_copy_requested)
        self._lines_copied = label(px=14, weight=600, tone="ok")
        self.live = SlideView(look, words.say("Participants see this"), live=True)
        self.live.setFixedSize(150, 84)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._signals = QVBoxLayout()
        self._signals.setSpacing(4)
        self._left, self._right = self._make_left(), self._make_right()
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(12)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._lay_out()

    def show_card(self, card: CareCard) -> None:
        """Show what the session says for this."""
        self._notes = card.notes
        self._show_notes()
        self._message.setText(card.message)
        self._checked.setText(card.checked)
        _clear(self._lines)
        for line in card.lines:
            self._lines.addWidget(self._help(line))
        self._copy_lines.setVisible(bool(card.lines))

    def show_choices(
        self,
        abouts: Options,
        groups: Options,
        people: Options,
    ) -> None:
        """Show what a signal can be about, of which group, and who can follow it up."""
        self._about.show_options(abouts, self._about.currentData())
        self._group.show_options(groups, self._group.currentData())
        self._who.show_options(people, self._who.currentData())

    def show_signals(self, rows: tuple[SignalRow, ...]) -> None:
        """Show the signals of this session."""
        if rows == self._rows:
            return
        self._rows = rows
        _clear(self._signals)
        for row in rows:
            self._signals.addWidget(self._signal(row))

    def show_state(self, *, calm: bool, message_copied: str, lines_copied: str) -> None:
        """Say whether participants see the calm screen, and what was copied when."""
        self._on.setVisible(calm)
        self._message_copied.setText(message_copied)
        self._lines_copied.setText(lines_copied)

    def show_live(self, slide: Slide, page: int) -> None:
        """Show what participants see."""
        self.live.show_slide(slide, page)

    def focus(self) -> None:
        """Put the keyboard on what comes first."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two halves side by side where there is room."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        beside = self.width() >= _SIDE_BY_SIDE
        self._show_notes()
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, 0 if beside else 1, 1 if beside else 0)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4 if beside else 0)

    def _show_notes(self) -> None:
        self._text.show_notes(self._notes, _SAY if self.width() >= _SIDE_BY_SIDE else _SAY_NARROW)

    def _make_left(self) -> QWidget:
        say = frame("card")
        column = QVBoxLayout(say)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(self._words.say("Say"), weight=700))
        head.addStretch(1)
        head.addWidget(self._on)
        column.addLayout(head)
        column.addWidget(self._text)
        after = frame("card")
        below = QVBoxLayout(after)
        below.setContentsMargins(16, 12, 16, 14)
        below.setSpacing(9)
        below.addWidget(label(self._words.say("After that"), weight=700))
        choices = QGridLayout()
        choices.setSpacing(8)
        choices.setColumnStretch(3, 1)
        for place, button in enumerate((self._about, self._group, self._who)):
            choices.addWidget(button, 0, place)
        below.addLayout(choices)
        row = QHBoxLayout()
        row.addWidget(self._note)
        hint = self._words.say("No name, no content: only that care is needed.")
        row.addWidget(label(hint, px=14, tone="quiet", wrap=True), 1)
        below.addLayout(row)
        below.addLayout(self._signals)
        below.addWidget(frame("line"))
        below.addWidget(self._message)
        private = QHBoxLayout()
        private.addWidget(self._copy_message)
        private.addWidget(self._message_copied)
        private.addStretch(1)
        below.addLayout(private)
        left = QWidget()
        both = QVBoxLayout(left)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        both.addWidget(say)
        both.addWidget(after)
        both.addStretch(1)
        return left

    def _make_right(self) -> QFrame:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(9)
        head = QHBoxLayout()
        head.addWidget(label(self._words.say("Help lines"), weight=700))
        head.addStretch(1)
        head.addWidget(self._checked)
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addWidget(self._copy_lines)
        column.addWidget(self._lines_copied)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.live)
        texts = QVBoxLayout()
        texts.addWidget(label(self._words.say("Participants see this"), weight=700, tone="accent"))
        texts.addStretch(1)
        foot.addLayout(texts, 1)
        column.addLayout(foot)
        return card

    def _help(self, line: HelpLine) -> QFrame:
        box = frame("note")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 8, 0, 9)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(line.name, px=16, wrap=True))
        if line.note:
            texts.addWidget(label(line.note, px=14, tone="quiet", wrap=True))
        row.addLayout(texts, 1)
        number = label(line.reach, px=20 if len(line.reach) < 14 else 16, weight=700)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(number)
        return box

    def _signal(self, row: SignalRow) -> QFrame:
        box = frame("private")
        line = QHBoxLayout(box)
        line.setContentsMargins(11, 5, 6, 5)
        line.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        title = ElidedLabel(weight=600, tone="info")
        title.setText(row.title)
        below = ElidedLabel(px=14, tone="info")
        below.setText(row.below)
        texts.addWidget(title)
        texts.addWidget(below)
        line.addLayout(texts, 1)
        done = CapButton(self._look, "tick" if row.done else "")
        done.setText(self._words.say("Done") if row.done else self._words.say("Mark as done"))
        restyle(done, "look", "ok" if row.done else "")
        done.clicked.connect(lambda: self.state_requested.emit(row.id, not row.done))
        line.addWidget(done)
        gone = IconButton(self._look, "undo", self._words.say("Noted by mistake"))
        gone.clicked.connect(lambda: self.withdraw_requested.emit(row.id))
        line.addWidget(gone)
        return box

    def _on_note(self) -> None:
        self.signal_requested.emit(self._about.currentData(), self._group.currentData(), self._who.currentData())


def _clear(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        widget: QLabel | QWidget | None = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()
