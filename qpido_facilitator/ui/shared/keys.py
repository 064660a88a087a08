"""The keys at work: one router hears every press in the windows it serves and calls what the table says.

Page Down and Page Up work everywhere, also while typing: the clicker is in the other hand. Bare letters
never act while typing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from qpido_facilitator.ui.shared.key_table import KEYS, Key, is_single
from qpido_facilitator.ui.shared.press_guard import PressGuard

_ALWAYS = ("PgDown", "PgUp")
_BROWSING = ("Right", "Left", "Space", "Backspace")
"""Keys that no clicker sends: every press of them counts, however fast."""
_DRAWN = {
    "PgDown": "PgDn",
    "Right": "→",
    "Left": "←",
    "Space": "␣",
    "Backspace": "⌫",
    "Ctrl+Return": "Ctrl+↵",
    "Ctrl+Up": "Ctrl+↑",
    "Ctrl+Down": "Ctrl+↓",
}
_ALONE = 1500
"""Milliseconds without typing after which a full stop comes from a clicker rather than from a sentence."""
_OF_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
"""Looked up once: every event of the app comes by, and Qt's names are slow to look up."""

Actions = Mapping[str, Callable[[], None]]


def cap_of(keys: str) -> str:
    """Return a key as it is drawn on a keyboard, in no language: "PgDn", "→", "Ctrl+Z" as this system writes it."""
    return _DRAWN.get(keys) or QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def tip(words: str, key: Key) -> str:
    """Return a tooltip: what it does, and the key that is taught."""
    return f"{words} ({cap_of(key.keys[0])})" if key.keys else words


class KeyRouter(QObject):
    """Hears the keys of some windows. A window can be exchanged for another while it serves.

    One router serves both windows of a session, because the clicker types into whichever has the focus.
    """

    dot_typed = Signal()
    """A lone full stop went into a box: most likely a clicker's button for the black screen."""

    def __init__(self, actions: Actions, up: Callable[[], int], *, single_keys: bool = True) -> None:
        super().__init__()
        self._windows: tuple[QWidget, ...] = ()
        self._actions = dict(actions)
        self._up = up
        self._guard = PressGuard(up)
        self._typed = -_ALONE
        self.single_keys = single_keys
        self._by_keys = _by_keys(key for key in KEYS if key.name in actions and key.scope != "film")
        self._by_film_keys = _by_keys(key for key in KEYS if key.name in actions and key.scope == "film")
        self.film_is_on: Callable[[], bool] = lambda: False

    def serve(self, *windows: QWidget) -> None:
        """Serve these windows from now on, and no others."""
        self._windows = windows

    def act(self, actions: Actions) -> None:
        """Carry out these from now on; names that are not among them stay as they were."""
        self._actions.update(actions)

    def press(self, name: str, act: Callable[[], None] | None = None) -> None:
        """Carry out a command as often as its press counts; buttons come this way too, with what they do."""
        times = self._guard.count(name) if name in _ONCE else 1
        for _ in range(times):
            (act or self._actions[name])()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that the table knows; leave every other one alone."""
        if event.type() not in _OF_KEYS:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._is_ours(watched):
            return False
        found = self._found(_text_of(event))
        pressed = event.type() == QEvent.Type.KeyPress
        if found is None or not self._acts(*found, watched, event):
            if pressed and _types(watched):
                self._on_typing(watched, event)
            return False
        if not pressed:
            event.accept()
            return True
        key, text = found
        if text in _BROWSING and key.scope != "film":
            self._actions[key.name]()
        elif not (event.isAutoRepeat() and key.once):
            self.press(key.name)
        return True

    def _found(self, keys: str) -> tuple[Key, str] | None:
        if keys in self._by_film_keys and self.film_is_on():
            return self._by_film_keys[keys]
        return self._by_keys.get(keys)

    def _acts(self, key: Key, text: str, watched: QWidget, event: QKeyEvent) -> bool:
        if is_single(text) and not self.single_keys:
            return False
        if text not in _ALWAYS and _types(watched) and not (key.typing and _is_combined(event)):
            return False
        if text in ("Space", "Left", "Right") and _uses_itself(watched, text):
            return False
        return not (key.name in ("undo", "redo") and _has_own_undo(watched, key.name))

    def _on_typing(self, watched: QWidget, event: QKeyEvent) -> None:
        alone = self._up() - self._typed > _ALONE
        self._typed = self._up()
        if event.text() == "." and (alone or _is_empty(watched)):
            self.dot_typed.emit()

    def _is_ours(self, widget: QWidget) -> bool:
        return QApplication.activePopupWidget() is None and widget.window() in self._windows


_ONCE = frozenset(key.name for key in KEYS if key.once)


def _text_of(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text() in ("+", "=", ".") and modifiers == Qt.KeyboardModifier.ShiftModifier:
        modifiers = Qt.KeyboardModifier.NoModifier
    return QKeySequence(event.key() | modifiers.value).toString()


def _is_combined(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12


def _types(widget: QWidget) -> bool:
    if isinstance(widget, QPlainTextEdit | QTextEdit | QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox)


def _uses_itself(widget: QWidget, text: str) -> bool:
    """Tell whether a control needs a key to be worked with it: a button its space bar, a choice its arrows."""
    if text == "Space":
        return isinstance(widget, QAbstractButton | QComboBox)
    return isinstance(widget, QComboBox | QAbstractSlider)


def _by_keys(keys: Iterable[Key]) -> dict[str, tuple[Key, str]]:
    return {QKeySequence(text).toString(): (key, text) for key in keys for text in key.keys}


def _is_empty(widget: QWidget) -> bool:
    if isinstance(widget, QPlainTextEdit):
        return not widget.toPlainText()
    return isinstance(widget, QLineEdit) and not widget.text()


def _has_own_undo(widget: QWidget, name: str) -> bool:
    if isinstance(widget, QPlainTextEdit):
        document = widget.document()
        return document.isUndoAvailable() if name == "undo" else document.isRedoAvailable()
    return False
