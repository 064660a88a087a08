"""How an after-care signal is noted: of which sort, where, who follows up, and never a word of what was said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.choice_box import ChoiceBox, Options
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import label
from qpido_facilitator.words import Words

_GAP = 8


class SignalForm(QWidget):
    """Three choices and the button in one row, the button in short words if need be; else it stands below them."""

    signal_requested = Signal(object, object, object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        hint = words.say("No name, no content: only that care is needed.")
        self._head = label(words.say("After that"), weight=700)
        self.about, self.group, self.who = (ChoiceBox((), None) for _ in range(3))
        self.about.setAccessibleName(words.say("Which sort"))
        self.group.setAccessibleName(words.say("Which group"))
        self.who.setAccessibleName(words.say("Who calls or writes?"))
        self.who.setToolTip(words.say("Who calls or writes?"))
        self.note = CapButton(look, "care")
        self._names = (words.say("Note an after-care signal"), words.say("Note it"))
        self.note.setAccessibleName(self._names[0])
        self.note.setToolTip(hint)
        self.note.clicked.connect(self._on_note)
        self._hint = label(hint, px=14, tone="quiet", wrap=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setColumnStretch(4, 1)
        for column, widget in enumerate((self._head, self.about, self.group, self.who)):
            self._grid.addWidget(widget, 0, column)

    def show_choices(self, abouts: Options, groups: Options, people: Options) -> None:
        """Show what a signal can be about, of which group, and who can follow it up; what was chosen stays."""
        for box, options in ((self.about, abouts), (self.group, groups), (self.who, people)):
            box.show_options(options, box.currentData())

    def fit(self, width: int) -> None:
        """Lay out for a width: first the head goes, then words of the button, then the button goes below."""
        boxes = sum(box.sizeHint().width() + _GAP for box in (self.about, self.group, self.who))
        head = self._head.sizeHint().width() + _GAP
        whole, short = (self._width_saying(name) for name in self._names)
        beside, wordy = boxes + short <= width, boxes + whole <= width
        self._head.setVisible(head + boxes + whole <= width)
        self._hint.setVisible(not beside)
        self.note.setText(self._names[0] if wordy or not beside else self._names[1])
        if beside:
            self._grid.addWidget(self.note, 0, 5)
        else:
            self._grid.addWidget(self.note, 1, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(self._hint, 2, 0, 1, 6)

    def _width_saying(self, name: str) -> int:
        self.note.setText(name)
        return self.note.sizeHint().width()

    def _on_note(self) -> None:
        self.signal_requested.emit(self.about.currentData(), self.group.currentData(), self.who.currentData())
