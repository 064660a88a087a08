"""What kind of note a box makes: one kind unless another is chosen behind this button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from qpido_facilitator.ui.shared.cap_button import CapButton
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.widgets import restyle
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


class KindMenu(QMenu):
    """The kinds, and why there are no notes."""

    picked = Signal(str)
    missed = Signal(str)

    def __init__(self, parent: QWidget, look: Look, words: Words) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QActionGroup(self)
        self._kinds: dict[str, QAction] = {}
        for kind, text in kind_texts(words).items():
            action = self.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, kind=kind: self.picked.emit(kind))
            self._group.addAction(action)
            self._kinds[kind] = action
        self.addSeparator()
        for reason, text in (
            ("no-notes", words.say("There are no notes")),
            ("not-reached", words.say("They did not get to this")),
        ):
            self.addAction(text).triggered.connect(lambda _=False, reason=reason: self.missed.emit(reason))

    def show_kind(self, kind: str) -> None:
        """Tick the kind that is on."""
        self._kinds[kind].setChecked(True)
        for name, action in self._kinds.items():
            action.setIcon(self._look.icon(ICONS[name], "ink2"))


class _Kind:
    """The kind that is on; each button shows it in its own way."""

    chosen: SignalInstance
    kind = "answer"

    def choose(self, kind: str) -> None:
        """Take another kind."""
        self.choose_quietly(kind)
        self.chosen.emit(kind)

    def choose_quietly(self, kind: str) -> None:
        """Take another kind, and tell nobody."""
        self.kind = kind
        self._redraw()

    def _redraw(self) -> None:
        raise NotImplementedError


class KindButton(_Kind, QToolButton):
    """Shows the kind that is on by its pictogram, where there is no room for its word."""

    chosen = Signal(str)
    missed = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look = look
        self._texts = kind_texts(words)
        self._prefix = words.say("Kind of note")
        self.setProperty("look", "icon")
        self.setFixedSize(32, 32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = KindMenu(self, look, words)
        self._menu.picked.connect(self.choose)
        self._menu.missed.connect(self.missed)
        self.setMenu(self._menu)
        look.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        self._menu.show_kind(self.kind)
        self.setIcon(self._look.icon(ICONS[self.kind], "ink2" if self.kind == "answer" else "accentink"))
        said = f"{self._prefix}: {self._texts[self.kind]}"
        self.setAccessibleName(said)
        self.setToolTip(said)


class KindChoice(_Kind, CapButton):
    """Shows the kind that is on with its word."""

    chosen = Signal(str)
    missed = Signal(str)

    def __init__(self, look: Look, words: Words, *, small: bool = False) -> None:
        super().__init__(look, "answer", small=small, after="down")
        self._texts = {**kind_texts(words), "observation": words.say("Observation")}
        self._prefix = words.say("Kind of note")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = KindMenu(self, look, words)
        self._menu.picked.connect(self.choose)
        self._menu.missed.connect(self.missed)
        self.clicked.connect(lambda: self._menu.popup(self.mapToGlobal(self.rect().bottomLeft())))
        look.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        self._menu.show_kind(self.kind)
        self.setText(self._texts[self.kind])
        self.set_icon(ICONS[self.kind])
        restyle(self, "look", "" if self.kind == "answer" else "accent")
        self.setAccessibleName(f"{self._prefix}: {self._texts[self.kind]}")
