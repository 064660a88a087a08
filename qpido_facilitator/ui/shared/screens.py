"""The screens of this laptop as values: where they are, and what they are called when they come back."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen


class Screen(Struct, frozen=True):
    """A screen: its number as people count, its place in the desktop and the part of it without task bars.

    `key` says which one it is by name, maker and serial number; geometry tells two of the same make apart.
    Sizes are device independent pixels.
    """

    number: int
    key: str
    whole: tuple[int, int, int, int]
    room: tuple[int, int, int, int]
    first: bool = False


def key_of(screen: QScreen) -> str:
    """Return what a screen is known by when it was away."""
    return "|".join((screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber()))


def screens() -> tuple[Screen, ...]:
    """Return the screens that are there, the trainer's own first."""
    first = QGuiApplication.primaryScreen()
    there = sorted(QGuiApplication.screens(), key=lambda screen: screen is not first)
    return tuple(
        Screen(number, key_of(screen), _box(screen.geometry()), _box(screen.availableGeometry()), screen is first)
        for number, screen in enumerate(there, 1)
    )


def qt_screen(key: str) -> QScreen | None:
    """Return Qt's own object of a screen that is there."""
    return next((screen for screen in QGuiApplication.screens() if key_of(screen) == key), None)


def _box(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()
