"""A number in a picture that a program can read: a row of black and white squares along the top.

Two squares say that this is one of our frames, ten hold the number, one makes the count of white even and one
is its opposite. The squares are large enough to survive any codec, and any scaling down to 320 pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

WIDTH, HEIGHT = 1280, 720
BITS = 10
_SIDE, _LEFT, _TOP = 40, 24, 20


def squares(number: int) -> tuple[bool, ...]:
    """Return which squares are white for a number below 1024."""
    bits = tuple(bool(number >> place & 1) for place in reversed(range(BITS)))
    odd = sum(bits) % 2 == 1
    return (True, False, *bits, odd, not odd)


def draw(painter: QPainter, number: int) -> None:
    """Draw a number onto a picture of 1280 by 720."""
    count = len(squares(number))
    painter.fillRect(QRectF(0, 0, 2 * _LEFT + count * _SIDE, 2 * _TOP + _SIDE), QColor("#808080"))
    for place, white in enumerate(squares(number)):
        square = QRectF(_LEFT + place * _SIDE, _TOP, _SIDE, _SIDE)
        painter.fillRect(square, QColor("white" if white else "black"))


def read(image: QImage) -> int | None:
    """Return the number in a picture of one of our frames at any size, None when there is none to be read."""
    if image.isNull():
        return None
    across, down = image.width() / WIDTH, image.height() / HEIGHT
    middle = int((_TOP + _SIDE / 2) * down)
    count = len(squares(0))
    lights = [image.pixelColor(int((_LEFT + (n + 0.5) * _SIDE) * across), middle).lightness() for n in range(count)]
    if any(90 < light < 165 for light in lights):
        return None
    seen = tuple(light > 127 for light in lights)
    number = sum(white << place for place, white in enumerate(reversed(seen[2:-2])))
    return number if squares(number) == seen else None
