"""What the film of our own shows: a note with a password on a screen, who walks past it, and where it belongs."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from qpido_facilitator.paint.fonts import font
from qpido_facilitator.paint.theme import load_theme
from tests.media import numbered

RATE, SECONDS = 25, 24
FRAMES = RATE * SECONDS
SCENE = RATE * 6  # four scenes of six seconds
_THEME = load_theme("audience").colour


def frame(number: int) -> QImage:
    """Return a frame, 1280 by 720."""
    image = QImage(numbered.WIDTH, numbered.HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(_THEME.sand))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    scene, passed = divmod(number, SCENE)
    part = passed / SCENE
    (_note_on_screen, _passer_by, _note_goes, _vault)[min(scene, 3)](painter, part)
    numbered.draw(painter, number)
    _number(painter, number)
    painter.end()
    return image


def _number(painter: QPainter, number: int) -> None:
    """Write the number and the time for people."""
    painter.setPen(QColor(_THEME.ink))
    painter.setFont(QFont(font(52, 700, figures=True)))
    text = f"{number:03}   {number // RATE // 60}:{number // RATE % 60:02}"
    painter.drawText(QRectF(700, 12, 540, 64), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _ease(part: float, begin: float, end: float) -> float:
    """Return how far a movement is, from 0 to 1, slow at both ends."""
    along = min(1.0, max(0.0, (part - begin) / (end - begin)))
    return (1 - cos(pi * along)) / 2


def _fill(painter: QPainter, colour: str, rect: QRectF, radius: float = 0) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)


def _desk(painter: QPainter, note: bool) -> None:
    _fill(painter, _THEME.blush, QRectF(0, 80, 1280, 470))
    _fill(painter, _THEME.g3, QRectF(0, 550, 1280, 170))
    _fill(painter, _THEME.ink2, QRectF(600, 470, 80, 90))
    _fill(painter, _THEME.ink2, QRectF(520, 545, 240, 22), 10)
    _fill(painter, _THEME.ink, QRectF(380, 150, 520, 330), 18)
    _fill(painter, _THEME.g1, QRectF(400, 170, 480, 290), 6)
    for row in range(4):
        _fill(painter, _THEME.white, QRectF(430, 205 + row * 50, 200 - row * 25, 18), 9)
    _fill(painter, _THEME.white, QRectF(1010, 470, 74, 84), 14)  # a cup
    painter.setPen(QPen(QColor(_THEME.white), 12))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1066, 488, 46, 46))
    if note:
        _note(painter, QPointF(760, 380), 0)


def _note(painter: QPainter, middle: QPointF, turned: float, size: float = 1.0) -> None:
    painter.save()
    painter.translate(middle)
    painter.rotate(turned)
    painter.scale(size, size)
    _fill(painter, _THEME.peach, QRectF(-75, -75, 150, 150), 4)
    painter.setBrush(QColor(_THEME.ink))
    for dot in range(4):
        painter.drawEllipse(QPointF(-45 + dot * 30, -18), 10, 10)
    _fill(painter, _THEME.ink2, QRectF(-50, 22, 100, 10), 5)
    painter.restore()


def _person(painter: QPainter, x: float, step: float, colour: str) -> None:
    bob = abs(sin(step * pi)) * 8
    _fill(painter, colour, QRectF(x - 85, 330 - bob, 170, 400), 80)
    _fill(painter, _THEME.g3, QRectF(x - 62, 180 - bob, 124, 140), 62)
    _fill(painter, _THEME.ink, QRectF(x - 66, 172 - bob, 132, 54), 27)


def _note_on_screen(painter: QPainter, part: float) -> None:
    """Show a desk, and a note coming to hang on the screen."""
    _desk(painter, note=False)
    along = _ease(part, 0.1, 0.5)
    _note(painter, QPointF(760 + 300 * (1 - along), 380 + 420 * (1 - along)), 25 * (1 - along))


def _passer_by(painter: QPainter, part: float) -> None:
    """Let someone walk past, slow down, and walk on."""
    _desk(painter, note=True)
    x = -120 + 760 * _ease(part, 0.0, 0.4) + 760 * _ease(part, 0.6, 1.0)
    _person(painter, x, part * 14, _THEME.g2)


def _note_goes(painter: QPainter, part: float) -> None:
    """Take the note off and let it fall into a basket."""
    _desk(painter, note=False)
    away, down = _ease(part, 0.05, 0.4), _ease(part, 0.4, 0.8)
    middle = QPointF(760 - 560 * away, 380 - 120 * away + 360 * down)
    if down < 1:
        _note(painter, middle, -200 * down, 1 - 0.4 * down)
    basket = QPolygonF([QPointF(110, 560), QPointF(290, 560), QPointF(265, 715), QPointF(135, 715)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_THEME.ink2))
    painter.drawPolygon(basket)


def _vault(painter: QPainter, part: float) -> None:
    """Close a vault with a key that turns, and let it shine a little."""
    _fill(painter, _THEME.plum, QRectF(0, 80, 1280, 640))
    _fill(painter, _THEME.g2, QRectF(420, 170, 440, 470), 40)
    _fill(painter, _THEME.plum, QRectF(450, 200, 380, 410), 26)
    _fill(painter, _THEME.g2, QRectF(470, 220, 340, 370), 20)
    painter.save()
    painter.translate(640, 405)
    painter.rotate(120 * _ease(part, 0.15, 0.6))
    painter.setPen(QPen(QColor(_THEME.peach), 22))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 96, 96)
    for _ in range(3):
        painter.rotate(120)
        painter.drawLine(QPointF(0, 0), QPointF(0, -96))
    painter.restore()
    light = _THEME.rose if part > 0.62 else _THEME.plumtrack
    _fill(painter, light, QRectF(760, 240, 30, 30), 15)
