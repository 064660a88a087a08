"""A page, painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.kept import paint_over
from qpido_facilitator.paint.letters import LETTERS
from qpido_facilitator.paint.mark import bubble_path, paint_mark
from qpido_facilitator.paint.page import (
    HEIGHT,
    WIDTH,
    Icon,
    Movie,
    Page,
    Panel,
    Picture,
    Piece,
    Ring,
    Signature,
    Slash,
    Text,
)
from qpido_facilitator.paint.theme import load_theme

Pictures = Callable[[str], QImage | None]
_SMOOTH, _WHOLE = QPainter.RenderHint.SmoothPixmapTransform, Qt.AspectRatioMode.KeepAspectRatio
_SLANT = 0.3249  # the tangent of 18 degrees


@cache
def colour(role: str) -> QColor:
    """Return the colour of a role of the participants' theme."""
    return QColor(getattr(load_theme("audience").colour, role))


def draw(painter: QPainter, page: Page, pictures: Pictures | None = None) -> None:
    """Paint a page in its own units; scaling it is up to the caller."""
    pieces = page.pieces
    if pieces and isinstance(pieces[0], Movie):
        _movie(painter, pieces[0], pictures, page.ground)
        pieces = pieces[1:]
    else:
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), colour(page.ground))
    for piece in pieces:
        _draw(painter, piece, pictures)


def _draw(painter: QPainter, piece: Piece, pictures: Pictures | None) -> None:
    match piece:
        case Text():
            draw_text(painter, piece)
        case Panel():
            _panel(painter, piece)
        case Icon():
            paint_icon(painter, piece.box.rect(), piece.name, colour(piece.colour))
        case Slash():
            _slash(painter, piece)
        case Ring():
            _ring(painter, piece)
        case Signature():
            first, second, meeting = (colour(role) for role in piece.colours)
            paint_mark(painter, piece.box.rect(), (first, second, meeting))
        case Picture():
            _picture(painter, piece, pictures)
        case Movie():
            _movie(painter, piece, pictures)
        case _:
            assert_never(piece)


def draw_text(painter: QPainter, text: Text) -> None:
    """Paint the words of a page where they stand."""
    wrapped = text.wrapped()
    place = QPointF(text.box.x + wrapped.shift, text.box.y)
    LETTERS.paint(painter, wrapped, text.style.px, place, colour(text.colour))


def _panel(painter: QPainter, panel: Panel) -> None:
    if panel.fill:
        painter.fillPath(bubble_path(panel.box.rect(), panel.radii), colour(panel.fill))
    if panel.line:
        half = panel.thick / 2
        pen = QPen(colour(panel.line), panel.thick)
        if panel.dashed:
            pen.setDashPattern([2.2, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(bubble_path(panel.box.rect().adjusted(half, half, -half, -half), panel.radii), pen)


def _slash(painter: QPainter, slash: Slash) -> None:
    painter.save()
    middle = slash.box.rect().center()
    painter.translate(middle)
    painter.shear(-_SLANT, 0)
    path = QPainterPath()
    radius = slash.box.w / 2
    path.addRoundedRect(slash.box.rect().translated(-middle), radius, radius)
    painter.fillPath(path, colour(slash.colour))
    painter.restore()


def _ring(painter: QPainter, ring: Ring) -> None:
    half = ring.thick / 2
    rect = ring.box.rect().adjusted(half, half, -half, -half)
    track = QPainterPath()
    track.addEllipse(rect)
    painter.strokePath(track, QPen(colour(ring.track), ring.thick))
    if ring.fraction > 0:
        left = QPainterPath()
        left.arcMoveTo(rect, 90)
        left.arcTo(rect, 90, -360 * min(1.0, ring.fraction))
        pen = QPen(colour(ring.colour), ring.thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(left, pen)


def _picture(painter: QPainter, picture: Picture, pictures: Pictures | None) -> None:
    image = pictures(picture.file) if pictures and picture.file else None
    if image is None or image.isNull():
        for piece in picture.instead:
            _draw(painter, piece, None)
        return
    _image(painter, picture.box.rect(), image)


def _movie(painter: QPainter, movie: Movie, pictures: Pictures | None, ground: str = "") -> None:
    """Paint the picture of a film, and a ground below it only where it leaves one to be seen: at every picture."""
    image = pictures(movie.file) if pictures and movie.file else None
    if image is None or image.isNull():
        draw(painter, movie.instead)
        return
    box = movie.box.rect()
    place = _fitted(box, image)
    if ground and place != box:
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), colour(ground))
    painter.setRenderHint(_SMOOTH)
    painter.drawImage(place, image)
    if movie.over:
        paint_over(painter, movie.over, _pieces)


def _pieces(painter: QPainter, pieces: Iterable[Panel | Text]) -> None:
    for piece in pieces:
        _draw(painter, piece, None)


def _image(painter: QPainter, box: QRectF, image: QImage) -> None:
    """Paint an image as large as fits, in the middle."""
    painter.save()
    painter.setRenderHint(_SMOOTH)
    painter.drawImage(_fitted(box, image), image)
    painter.restore()


def _fitted(box: QRectF, image: QImage) -> QRectF:
    place = QRectF(QPointF(), image.size().toSizeF().scaled(box.size(), _WHOLE))
    place.moveCenter(box.center())
    return place
