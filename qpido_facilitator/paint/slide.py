"""The one way a slide is painted: in the participants' window, in a thumbnail and in an export alike."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from qpido_facilitator.paint.draw import Pictures, colour, draw, draw_text
from qpido_facilitator.paint.ground import PAPER
from qpido_facilitator.paint.layout import pages_of
from qpido_facilitator.paint.page import HEIGHT, WIDTH, Page, Text
from qpido_facilitator.show.audience import HarvestSlide, ListSlide, Slide

# a film asks for all of this at every picture, and Qt's names are slow to look up
_WITHIN, _WHOLE = Qt.ClipOperation.IntersectClip, Qt.AspectRatioMode.KeepAspectRatio
_FINE = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


def paint_slide(painter: QPainter, rect: QRectF, slide: Slide, page: int = 0, pictures: Pictures | None = None) -> None:
    """Paint a page of a slide as large as fits into `rect`, with black where 16:9 leaves room.

    `pictures` turns the name of a picture file into an image; reading files is not done while painting.
    """
    if rect.isEmpty():
        return
    pages = pages_of(slide)
    frame = _frame(rect)
    painter.save()
    _surround(painter, rect, frame)
    painter.setClipRect(frame, _WITHIN)
    painter.setRenderHints(_FINE)
    painter.translate(frame.topLeft())
    painter.scale(frame.width() / WIDTH, frame.height() / HEIGHT)
    draw(painter, pages[max(0, min(page, len(pages) - 1))], pictures)
    painter.restore()


def warm(rect: QRectF, ratio: float, slide: Slide, page: int = 0) -> Iterator[None]:
    """Get large letters of a slide ready, a text at each step, for when it is painted into that `rect`.

    `ratio` is the device pixel ratio of where it will be painted.
    """
    pages, frame = pages_of(slide), _frame(rect)
    for text in pages[max(0, min(page, len(pages) - 1))].texts():
        nowhere = QImage(1, 1, QImage.Format.Format_RGB32)
        nowhere.setDevicePixelRatio(ratio)
        painter = QPainter(nowhere)
        painter.translate(frame.topLeft())
        painter.scale(frame.width() / WIDTH, frame.height() / HEIGHT)
        draw_text(painter, text)
        painter.end()
        yield


def page_count(slide: Slide) -> int:
    """Return how many pages a slide takes."""
    return len(pages_of(slide))


def page_texts(slide: Slide, page: int = 0) -> tuple[Text, ...]:
    """Return the words on a page with their boxes, as they are painted."""
    return pages_of(slide)[page].texts()


def newest_page(slide: Slide) -> int:
    """Return the page with the line or the group that was revealed last; the first for any other slide."""
    if isinstance(slide, HarvestSlide):
        told = [row.name for row in slide.rows if row.answers or row.reason]
        pages = pages_of(slide)
        return next((at for at, page in enumerate(pages) if told and _names(page, told[-1])), 0)
    if not isinstance(slide, ListSlide) or slide.newest is None:
        return 0
    words = slide.points[slide.newest].text
    for at, page in enumerate(pages_of(slide)):
        if any(text.text == words and text.colour == PAPER.label for text in page.texts()):
            return at
    return 0


def _names(page: Page, name: str) -> bool:
    return any(text.text == name for text in page.texts())


def _surround(painter: QPainter, rect: QRectF, frame: QRectF) -> None:
    """Paint black where the frame leaves room, and nothing below it: a film repaints all of this at every picture."""
    if frame == rect:
        return
    within = frame.adjusted(1, 1, -1, -1)  # the frame's edge may cover a part of a pixel
    for left, top, right, bottom in (
        (rect.left(), rect.top(), rect.right(), within.top()),
        (rect.left(), within.bottom(), rect.right(), rect.bottom()),
        (rect.left(), within.top(), within.left(), within.bottom()),
        (within.right(), within.top(), rect.right(), within.bottom()),
    ):
        painter.fillRect(QRectF(QPointF(left, top), QPointF(right, bottom)), colour("black"))


def _frame(rect: QRectF) -> QRectF:
    size = QSizeF(WIDTH, HEIGHT).scaled(rect.size(), _WHOLE)
    frame = QRectF(QPointF(), size)
    frame.moveCenter(rect.center())
    return frame
