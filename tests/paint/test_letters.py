"""Large letters as kept pictures are the very letters Qt paints, and never more than their budget."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from qpido_facilitator.paint.letters import Letters
from qpido_facilitator.paint.slide import paint_slide
from qpido_facilitator.paint.text import Style, wrap
from qpido_facilitator.show.audience import QuestionSlide

TEXT = "What do you advise about sexting? ĳ"
BIG = Style(92, 800, 104, -0.02)


def painted(paint, scale, size=(1280, 720)):
    """Return a picture painted at a scale."""
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    image.fill(QColor("#3A1630"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    paint(painter)
    painter.end()
    return image


def differing(one, other):
    """Return the largest difference of any pixel's green, of 255, and how many pixels differ by more than 24."""
    first, second = (bytes(image.constBits())[1::4] for image in (one, other))
    gaps = [abs(a - b) for a, b in zip(first, second, strict=True) if a != b]
    return max(gaps, default=0), sum(gap > 24 for gap in gaps)


@pytest.mark.parametrize("scale", [1.0, 1.5, 0.9, 1.37])
@pytest.mark.parametrize("place", [(60.0, 60.0), (64.3, 61.75)])
def test_kept_letters_are_those_that_qt_paints(qapp, scale, place):
    wrapped = wrap(TEXT, BIG, 700)

    def by_qt(painter):
        painter.setPen(QColor("#FFF3EC"))
        wrapped.layout.draw(painter, QPointF(*place))

    def kept(painter):
        Letters().paint(painter, wrapped, BIG.px, QPointF(*place), QColor("#FFF3EC"))

    worst, many = differing(painted(by_qt, scale), painted(kept, scale))
    assert many <= 40, (worst, many)


def test_letters_that_qt_keeps_itself_are_left_to_it(qapp):
    letters = Letters()
    painted(
        lambda painter: letters.paint(painter, wrap("Small", Style(40, 500, 50), 400), 40, QPointF(), QColor()), 1.0
    )
    assert letters.size == 0


def test_the_same_letters_again_are_not_painted_anew(qapp):
    letters, wrapped = Letters(), wrap(TEXT, BIG, 700)
    for _ in range(3):
        painted(lambda painter: letters.paint(painter, wrapped, 92, QPointF(60, 60), QColor("#000000")), 1.0)
    once = letters.size
    painted(lambda painter: letters.paint(painter, wrapped, 92, QPointF(60, 60), QColor("#000000")), 1.0)
    assert (letters.size, once > 0) == (once, True)


def test_no_more_pictures_are_kept_than_the_budget(qapp):
    letters = Letters(budget=2_000_000)
    for number in range(30):
        wrapped = wrap(f"{TEXT} {number}", BIG, 700)
        painted(lambda painter, w=wrapped: letters.paint(painter, w, 92, QPointF(), QColor("#000000")), 1.0)
    assert letters.size <= 2_000_000


def test_on_paper_letters_stay_letters(qapp):
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(338.7, 190.5), QPageSize.Unit.Millimeter))
    painter = QPainter(writer)
    paint_slide(painter, QRectF(0, 0, writer.width(), writer.height()), QuestionSlide(text="Why?"))
    painter.end()
    assert b"/Subtype /Image" not in bytes(buffer.data().data())


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (2560, 1440)])
def test_large_words_are_there_at_every_size(qapp, size):
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    bare = QImage(QSize(*size), QImage.Format.Format_RGB32)
    for target, text in ((image, "Why do young people do this?"), (bare, " ")):
        painter = QPainter(target)
        paint_slide(painter, QRectF(0, 0, *size), QuestionSlide(text=text))
        painter.end()
    assert differing(image, bare)[1] > 0.01 * size[0] * size[1]
