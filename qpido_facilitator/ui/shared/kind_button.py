"""What kind of note a box makes: one kind unless another is chosen behind this button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

ICONS = {
    "answer": "answer", "quote": "quote", "plenary-question": "question", "parking": "park", "observation": "visible",
}  # fmt: skip


def kind_texts(words: Words) -> dict[str, str]:
    """Return what the kinds of notes are called."""
    return {
        "answer": words.say("Answer"),
        "quote": words.say("Quote"),
        "plenary-question": words.say("For the plenary"),
        "parking": words.say("Park"),
        "observation": words.say("Observation, for trainers only"),
    }


class KindButton(QToolButton):
    """Shows the kind that is on; its menu has the others, and why there are no notes."""

    chosen = Signal(str)
    missed = Signal(str)

    def __init__(self, look: Look, words: Words, *, reasons: bool = False) -> None:
        super().__init__()
        self._look = look
        self._texts = kind_texts(words)
        self._prefix = words.say("Kind of note")
        self.kind = "answer"
        self.setProperty("look", "icon")
        self.setFixedSize(32, 32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for kind, text in self._texts.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, kind=kind: self.choose(kind))
            self._group.addAction(action)
            self._actions[kind] = action
        if reasons:
            menu.addSeparator()
            for reason, text in (
                ("no-notes", words.say("There are no notes")),
                ("not-reached", words.say("They did not get to this")),
            ):
                menu.addAction(text).triggered.connect(lambda _=False, reason=reason: self.missed.emit(reason))
        self.setMenu(menu)
        look.changed.connect(self._redraw)
        self._redraw()

    def choose(self, kind: str) -> None:
        """Take another kind."""
        self.choose_quietly(kind)
        self.chosen.emit(kind)

    def choose_quietly(self, kind: str) -> None:
        """Take another kind, and tell nobody."""
        self.kind = kind
        self._redraw()

    def _redraw(self) -> None:
        self._actions[self.kind].setChecked(True)
        role = "ink2" if self.kind == "answer" else "accentink"
        self.setIcon(self._look.icon(ICONS[self.kind], role))
        said = f"{self._prefix}: {self._texts[self.kind]}"
        self.setAccessibleName(said)
        self.setToolTip(said)
        for kind, action in self._actions.items():
            action.setIcon(self._look.icon(ICONS[kind], "ink2"))
