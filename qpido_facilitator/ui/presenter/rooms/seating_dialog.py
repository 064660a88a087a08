"""Who is with whom, in initials or numbers: names that are pasted are looked at here and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qpido_facilitator.show.seating import dealt, initials_of, numbers_of
from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.sheet import Sheet
from qpido_facilitator.ui.shared.widgets import label
from qpido_facilitator.words import Words


class SeatingDialog(Sheet):
    """Deals people round the groups. What was pasted goes with the dialog; initials or numbers are what stays."""

    seated = Signal(object)

    def __init__(
        self, groups: Mapping[int, str], people: int | None, look: Look, words: Words, parent: QWidget | None = None
    ) -> None:
        """Deal round groups (id: name); `people` is how many are there, None when nobody counted."""
        super().__init__(words.say("Who is with whom"), parent)
        self._groups = dict(groups)
        self._words = words
        self._seats: dict[int, tuple[str, ...]] = {}
        self.setMinimumWidth(560)
        self.box = QPlainTextEdit()
        self.box.setProperty("boxed", True)
        self.box.setAccessibleName(words.say("Names, one a line"))
        self.box.setPlaceholderText(words.say("Paste names, one a line: only their initials are kept"))
        self.box.setTabChangesFocus(True)
        self.box.setMinimumHeight(110)
        self.box.textChanged.connect(self._on_text)
        self._told = label(px=16, wrap=True)
        self._count = CapButton(look, "people")
        self._count.setText(words.say("Count off, 1 to {n}", n=people or 0))
        self._count.setVisible(bool(people))
        self._count.clicked.connect(lambda: self._count_off(people or 0))
        self._use = CapButton(look, filled=True)
        self._use.setText(words.say("Use this"))
        self._use.clicked.connect(self._on_use)
        close = CapButton(look)
        close.setText(words.say("Close"))
        close.clicked.connect(self.reject)
        about = words.say("The room list and the slide show initials or numbers, never names.")
        column = self.column
        column.addWidget(label(about, tone="quiet", wrap=True))
        column.addWidget(self.box)
        column.addWidget(self._told)
        self.add_foot(close, self._use, left=self._count)
        self._show(())

    @property
    def told(self) -> str:
        """Return who would be with whom, a group a line."""
        return self._told.text()

    def _count_off(self, people: int) -> None:
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self._show(numbers_of(people))

    def _on_text(self) -> None:
        self._show(initials_of(self.box.toPlainText()))

    def _show(self, members: Sequence[str]) -> None:
        self._seats = dealt(members, tuple(self._groups)) if members and self._groups else {}
        lines = (
            self._words.say("{group}: {about}", group=self._groups[group], about=" ".join(one))
            for group, one in self._seats.items()
        )
        self._told.setText("\n".join(lines))
        self._use.setEnabled(bool(self._seats))

    def _on_use(self) -> None:
        self.seated.emit(self._seats)
        self.accept()
