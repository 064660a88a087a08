"""The keys: one table, from which menus, tooltips, the key sheet and the README page are made.

Page Down and Page Up work everywhere, also while typing: the clicker is in the other hand. Bare letters
never act while typing. Nothing uses Alt and a letter, and nothing is global: those belong to the call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from qpido_facilitator.words import noted


class Key(Struct, frozen=True):
    """What a key does: `keys` as Qt writes them, the first one is taught; `typing` also works in a box."""

    name: str
    words: str
    icon: str
    keys: tuple[str, ...]
    typing: bool = False


KEYS = (
    Key("next", noted("Next"), "next", ("PgDown", "Right", "Space"), typing=True),
    Key("back", noted("Back"), "back", ("PgUp", "Left"), typing=True),
    Key("calm", noted("Calm screen"), "calm", ("B", ".")),
    Key("note", noted("Write a note"), "edit", ("N",)),
    Key("undo", noted("Undo"), "undo", ("Ctrl+Z",), typing=True),
    Key("redo", noted("Redo"), "redo", ("Ctrl+Shift+Z",), typing=True),
    Key("pause", noted("Pause or go on with the clock"), "timer", ("T",)),
    Key("longer", noted("One minute more"), "add", ("+",)),
    Key("shorter", noted("One minute less"), "remove", ("-",)),
    Key("copy", noted("Copy the text for the chat"), "copy", ("Ctrl+K",), typing=True),
    Key("larger", noted("Larger speaker notes"), "add", ("Ctrl++", "Ctrl+="), typing=True),
    Key("smaller", noted("Smaller speaker notes"), "remove", ("Ctrl+-",), typing=True),
    Key("zone", noted("To the next zone"), "next", ("F6",), typing=True),
    Key("keys", noted("All keys"), "help", ("F1",), typing=True),
)

_ALWAYS = ("PgDown", "PgUp")


def key_named(name: str) -> Key:
    """Return a key of the table."""
    return next(key for key in KEYS if key.name == name)


_DRAWN = {"PgDown": "PgDn", "Right": "→", "Left": "←", "Space": "␣"}


def cap_of(keys: str) -> str:
    """Return a key as it is drawn on a keyboard, in no language: "PgDn", "→", "Ctrl+Z" as this system writes it."""
    return _DRAWN.get(keys) or QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def tip(words: str, key: Key) -> str:
    """Return a tooltip: what it does, and the key that is taught."""
    return f"{words} ({cap_of(key.keys[0])})"


class KeyRouter(QObject):
    """Hears every key press of the windows it serves and calls what the table says.

    One router serves both windows, because the clicker types into whichever has the focus.
    """

    def __init__(self, windows: tuple[QWidget, ...], actions: Mapping[str, Callable[[], None]]) -> None:
        super().__init__()
        self._windows = windows
        self._by_keys = {
            QKeySequence(text).toString(): (key, actions[key.name], text in _ALWAYS)
            for key in KEYS
            if key.name in actions
            for text in key.keys
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that the table knows; leave every other one alone."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._is_ours(watched):
            return False
        found = self._by_keys.get(_text_of(event))
        if found is None:
            return False
        key, action, always = found
        if not always and _types(watched) and not (key.typing and _is_combined(event)):
            return False
        if key.name in ("undo", "redo") and _has_own_undo(watched, key.name):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        action()
        return True

    def _is_ours(self, widget: QWidget) -> bool:
        return QApplication.activePopupWidget() is None and widget.window() in self._windows


def _text_of(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text() in ("+", "=") and modifiers == Qt.KeyboardModifier.ShiftModifier:
        modifiers = Qt.KeyboardModifier.NoModifier
    return QKeySequence(event.key() | modifiers.value).toString()


def _is_combined(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12


def _types(widget: QWidget) -> bool:
    if isinstance(widget, QPlainTextEdit | QTextEdit | QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox)


def _has_own_undo(widget: QWidget, name: str) -> bool:
    if isinstance(widget, QPlainTextEdit):
        document = widget.document()
        return document.isUndoAvailable() if name == "undo" else document.isRedoAvailable()
    return False
