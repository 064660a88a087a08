"""An after-care signal: which sort and who follows up. There is no box to write in, so nothing can be written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.choice_box import ChoiceBox
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label, restyle
from qpido_facilitator.words import Words


class SignalForm(QFrame):
    """Stands apart from the answers; nothing is told before the button is pressed."""

    noted = Signal(str, str)
    closed = Signal()

    def __init__(
        self, title: str, abouts: dict[str, str], people: tuple[tuple[str, str], ...], look: Look, words: Words
    ) -> None:
        super().__init__()
        self.setProperty("role", "private")
        self._chosen = ""
        icon = QLabel()
        icon.setPixmap(look.icon("care", "info", 20).pixmap(20, 20))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(icon)
        head.addWidget(label(title, px=16, weight=700, tone="info", wrap=True), 1)
        self._group = QButtonGroup(self)
        self.choices: dict[str, CapButton] = {}
        sorts = QVBoxLayout()
        sorts.setSpacing(6)
        for name, text in abouts.items():
            choice = CapButton(look)
            choice.setText(text[:1].upper() + text[1:])
            choice.setCheckable(True)
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            choice.clicked.connect(lambda _=False, name=name: self._choose(name))
            self._group.addButton(choice)
            self.choices[name] = choice
        for pair in (list(self.choices.values())[:2], list(self.choices.values())[2:]):
            line = QHBoxLayout()
            line.setSpacing(6)
            for choice in pair:
                line.addWidget(choice)
            line.addStretch(1)
            sorts.addLayout(line)
        self.who = ChoiceBox((("", words.say("nobody follows up yet")), *people), "")
        self.who.setAccessibleName(words.say("Who follows up?"))
        asks = label(words.say("Who follows up?"), px=15)
        asks.setBuddy(self.who)
        self.note = CapButton(look)
        self.note.setText(words.say("Report it"))
        self.note.setEnabled(False)
        self.note.clicked.connect(lambda: self.noted.emit(self._chosen, self.who.currentData()))
        cancel = CapButton(look)
        cancel.setText(words.say("Cancel"))
        cancel.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(cancel)
        foot.addStretch(1)
        foot.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(sorts)
        column.addWidget(asks)
        column.addWidget(self.who)
        column.addLayout(foot)
        promise = words.say("No content, no name. It comes in no harvest and no report.")
        column.addWidget(label(promise, px=14, tone="info", wrap=True))

    def _choose(self, name: str) -> None:
        self._chosen = name
        for one, choice in self.choices.items():
            restyle(choice, "look", "accent" if one == name else "")
            choice.update()
        self.note.setEnabled(True)
