"""What asks for attention on the film's card: a pictogram, a sentence, what next, and the buttons that do it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qpido_facilitator.show.film.card import Message
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import ElidedLabel, button, label, restyle

_LEAST = 37
_INKS = {"": "ink2", "accent": "accentink", "care": "warn", "fault": "err"}
_TONES = {"": "", "accent": "accent", "care": "warn", "fault": "err"}


class MessageView(QFrame):
    """One message. In a `narrow` window what is said, and what next, take a line each; or one where there is no button.

    With or without a button it is as high, so that nothing moves when another message takes its place.
    """

    act_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "said")
        self._look = look
        self._message: Message | None = None
        self._narrow = False
        self._icon = QLabel()
        self._text = label(weight=600, wrap=True)
        self._below = label(px=14, tone="quiet", wrap=True)
        self._line = ElidedLabel(weight=600)
        self._next = ElidedLabel(px=14, tone="quiet")
        self._buttons = [button("") for _ in range(3)]
        for made in self._buttons:
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._text)
        words.addWidget(self._line)
        words.addWidget(self._below)
        words.addWidget(self._next)
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addStrut(_LEAST)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addLayout(words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(10, 5, 8, 5)
        self._parts.setSpacing(10)
        self._parts.addLayout(said, 1)
        self._parts.addLayout(row)
        for number, made in enumerate(self._buttons):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
            made.clicked.connect(lambda _=False, n=number: self._on_pressed(n))
        look.changed.connect(self._redraw)

    def set_narrow(self, narrow: bool) -> None:
        """Be no higher than a button, or as high as it takes."""
        self._narrow = narrow
        self._redraw()

    def show_message(self, message: Message) -> None:
        """Show a message."""
        if message != self._message:
            self._message = message
            self._redraw()

    def _on_pressed(self, number: int) -> None:
        if self._message and number < len(self._message.buttons):
            self.act_requested.emit(self._message.buttons[number].act)

    def _redraw(self) -> None:
        message = self._message
        if message is None:
            return
        restyle(self, "tone", message.tone)
        self._icon.setPixmap(self._look.icon(message.icon, _INKS[message.tone], 20).pixmap(20, 20))
        for words in (self._text, self._line):
            restyle(words, "tone", _TONES[message.tone])
        self._text.setText(message.text)
        line = self._narrow and message.tone != "fault"  # a fault is read to its end
        two = line and bool(message.buttons)
        self._line.setText(message.text if two else " · ".join(filter(None, (message.text, message.below))))
        for words in (self._below, self._next):
            words.setText(message.below)
        below = not line and (self._narrow or len(message.buttons) > 1)
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._line.setVisible(line)
        self._text.setVisible(not line)
        self._below.setVisible(not line and bool(message.below))
        self._next.setVisible(two and bool(message.below))
        for number, made in enumerate(self._buttons):
            there = number < len(message.buttons)
            made.setVisible(there)
            if there and made.text() != message.buttons[number].text:
                made.setText(message.buttons[number].text)
                made.setAccessibleName(f"{made.text()}: {message.text}")
        self.setAccessibleName(f"{message.text} {message.below}".strip())


class MessagesView(QWidget):
    """As many messages as there is room for, the most urgent first."""

    act_requested = Signal(str)

    def __init__(self, look: Look, most: int = 3) -> None:
        super().__init__()
        self._most = most
        self._urgent = False
        self._messages: tuple[Message, ...] = ()
        self._views = [MessageView(look) for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for view in self._views:
            view.act_requested.connect(self.act_requested)
            column.addWidget(view)
        column.addStretch(1)

    def set_room(self, most: int, *, narrow: bool) -> None:
        """Show no more than so many, each on one line in a narrow window."""
        self._most = most
        for view in self._views:
            view.set_narrow(narrow)
        self.show_messages(self._messages)

    def set_urgent_only(self, urgent: bool) -> None:
        """Leave out what there is nothing to do about."""
        self._urgent = urgent
        self.show_messages(self._messages)

    def show_messages(self, messages: tuple[Message, ...]) -> None:
        """Show messages."""
        self._messages = messages
        shown = tuple(one for one in messages if not self._urgent or one.tone == "fault" or (one.tone and one.buttons))
        for number, view in enumerate(self._views):
            if number < min(len(shown), self._most):
                view.show_message(shown[number])
                view.show()
            else:
                view.hide()
