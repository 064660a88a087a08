"""The care card: a page in the trainer's window, never a dialog, and never on the participants' side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qpido_facilitator.plan.model import SpeakerNotes
from qpido_facilitator.show.audience import Slide
from qpido_facilitator.show.care import CareCard
from qpido_facilitator.show.signals import SignalRow
from qpido_facilitator.ui.presenter.care.care_rows import SignalLine, help_row
from qpido_facilitator.ui.presenter.care.signal_form import SignalForm
from qpido_facilitator.ui.presenter.slide_view import SlideView
from qpido_facilitator.ui.presenter.speaker_text import SpeakerText
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.choice_box import Options
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import emptied, frame, label, restyle, scrolled
from qpido_facilitator.words import Words

_SIDE_BY_SIDE = 840
_GAP, _PAD = 8, 16
_BAR = 4
"""Room beside the cards for a bar to scroll with."""
_LEFT, _RIGHT = 3, 2
_SIZES = ((34, 20), (30, 18), (28, 17), (26, 16), (24, 16), (22, 16))
"""Sizes of the sentence to say and of what follows it; the largest that leaves room for the rest is taken."""
_NARROW = (20, 16)
_REST = 243
"""Height of everything on the left but the text, with two signals: a third one alone makes the page longer."""


class CarePage(QWidget):
    """What to say on the left with what comes after it, help lines on the right.

    Where they have no room beside each other the help lines follow the signals, and the private message comes last:
    what is said, noted and called first is seen without scrolling.
    """

    message_copy_requested = Signal()
    lines_copy_requested = Signal()
    state_requested = Signal(str, bool)
    withdraw_requested = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._rows: tuple[SignalRow, ...] = ()
        self._card: CareCard | None = None
        self._on = label(words.say("Calm screen and pause are on"), px=14, weight=600)
        self._on.setProperty("chip", "ok")
        self._text = SpeakerText(look, words)
        policy = self._text.sizePolicy()
        # its height follows from its width alone: what it was beside a bar to scroll with would keep that bar there
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self._text.setSizePolicy(policy)
        self.form = SignalForm(look, words)
        self._message = label(px=16, wrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._message.setContentsMargins(0, 4, 0, 0)  # its first line stands beside the words of the button
        self._copy_message = CapButton(look, "private", small=True)
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
        self._private = self._make_private()
        self._say, self._after, self._help = self._make_say(), frame("card"), self._make_help()
        self._after_column = _column(self._after)
        self._after_column.addWidget(self.form)
        self._after_column.addLayout(self._signals)
        self._after_column.addStretch(1)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, _BAR, 0)
        self._grid.setSpacing(_GAP)
        self._grid.addWidget(self._say, 0, 0)
        self._grid.addWidget(self._after, 1, 0)
        self._scroll = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._lay_out()
        self._scroll.installEventFilter(self)

    @property
    def is_whole(self) -> bool:
        """Say whether everything is seen without scrolling."""
        return self._scroll.verticalScrollBar().maximum() == 0

    def show_card(self, card: CareCard) -> None:
        """Show what the session says for this."""
        if card == self._card:
            return
        self._card = card
        self._show_notes()
        self._message.setText(card.message)
        self._checked.setText(card.checked)
        emptied(self._lines)
        for line in card.lines:
            self._lines.addWidget(help_row(line))
        self._copy_lines.setVisible(bool(card.lines))

    def show_choices(self, abouts: Options, groups: Options, people: Options) -> None:
        """Show what a signal can be about, of which group, and who can follow it up."""
        self.form.show_choices(abouts, groups, people)
        self._fit_form()

    def show_signals(self, rows: tuple[SignalRow, ...]) -> None:
        """Show the signals of this session."""
        if rows == self._rows:
            return
        self._rows = rows
        emptied(self._signals)
        for row in rows:
            line = SignalLine(row, self._look, self._words)
            line.state_requested.connect(self.state_requested)
            line.withdraw_requested.connect(self.withdraw_requested)
            self._signals.addWidget(line)

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
        self.form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay out for another room: the window also changes it by the margins that it gives a page."""
        if event.type() == QEvent.Type.Resize:
            self._lay_out()
        return super().eventFilter(watched, event)

    @property
    def _is_beside(self) -> bool:
        return self._scroll.width() >= _SIDE_BY_SIDE

    def _lay_out(self) -> None:
        beside = self._is_beside
        self._say_head.setVisible(beside)
        restyle(self._private, "role", "note" if beside else "card")
        if beside:
            self._after_column.insertWidget(2, self._private)
            self._grid.addWidget(self._help, 0, 1, 2, 1)
        else:
            self._grid.addWidget(self._help, 2, 0)
            self._grid.addWidget(self._private, 3, 0)
        pad = 0 if beside else _PAD
        self._private_row.setContentsMargins(pad, 6, pad, 0 if beside else 6)
        self._grid.setColumnStretch(0, _LEFT)
        self._grid.setColumnStretch(1, _RIGHT if beside else 0)
        self._grid.setRowStretch(1, 1 if beside else 0)
        self._grid.setRowStretch(2, 0 if beside else 1)
        self._show_notes()
        self._fit_form()

    def _left_width(self) -> int:
        """Return the room for a row on the left."""
        whole = self._scroll.width() - _BAR
        column = (whole - _GAP) * _LEFT // (_LEFT + _RIGHT) if self._is_beside else whole
        return column - 2 * _PAD - 2

    def _fit_form(self) -> None:
        self.form.fit(self._left_width())

    def _show_notes(self) -> None:
        notes = self._card.notes if self._card else SpeakerNotes()
        for px, small in _SIZES if self._is_beside else (_NARROW,):
            self._text.show_notes(notes, px, small)
            if self._text.heightForWidth(self._left_width()) + _REST <= self._scroll.height():
                return

    def _make_say(self) -> QFrame:
        say = frame("card")
        column = _column(say)
        self._say_head = QWidget()
        head = QHBoxLayout(self._say_head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(label(self._words.say("Say"), weight=700))
        head.addStretch(1)
        head.addWidget(self._on)
        column.addWidget(self._say_head)
        column.addWidget(self._text)
        return say

    def _make_private(self) -> QFrame:
        card = frame("card")
        self._private_row = row = QHBoxLayout(card)
        row.setSpacing(12)
        row.addWidget(self._message, 1)
        copying = QVBoxLayout()
        copying.setSpacing(2)
        copying.addWidget(self._copy_message)
        copying.addWidget(self._message_copied)
        row.addLayout(copying)
        return card

    def _make_help(self) -> QFrame:
        card = frame("card")
        column = _column(card)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(self._words.say("Help lines"), weight=700))
        head.addWidget(self._lines_copied)
        head.addStretch(1)
        head.addWidget(self._checked)
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addWidget(self._copy_lines)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.live)
        foot.addWidget(label(self._words.say("Participants see this"), weight=700, tone="accent"), 1)
        column.addLayout(foot)
        return card


def _column(card: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(_PAD, 8, _PAD, 7)
    column.setSpacing(8)
    return column
