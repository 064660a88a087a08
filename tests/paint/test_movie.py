"""The film on the slide: as large as fits, with what is said in it, and nothing else."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from qpido_facilitator.paint.draw import colour
from qpido_facilitator.paint.page import Movie, Panel, Text
from qpido_facilitator.paint.slide import page_count, page_texts, paint_slide
from qpido_facilitator.show.audience import MovieSlide
from tests.paint.samples import LONG

pytestmark = pytest.mark.usefixtures("qapp")
OTHERWISE = "We go on in a moment"


def screen(subtitle="", width=1280, height=720, film=(1280, 720)):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    picture = QImage(film[0], film[1], QImage.Format.Format_RGB32) if film else None
    if picture is not None:
        picture.fill(QColor("green"))
    slide = MovieSlide(file="a.mp4", subtitle=subtitle, otherwise=OTHERWISE)
    painter = QPainter(image)
    paint_slide(painter, QRectF(0, 0, width, height), slide, pictures=lambda name: picture if name == "a.mp4" else None)
    painter.end()
    return image


def panels(subtitle):
    from qpido_facilitator.paint.layout import pages_of

    (piece,) = pages_of(MovieSlide(file="a", subtitle=subtitle))[0].pieces
    assert isinstance(piece, Movie)
    return [one for one in piece.over if isinstance(one, Panel)], [one for one in piece.over if isinstance(one, Text)]


def test_a_film_of_16_by_9_fills_the_slide():
    image = screen()
    assert [image.pixelColor(x, y).name() for x in (0, 1279) for y in (0, 719)] == [QColor("green").name()] * 4


@pytest.mark.parametrize(("film", "bar"), [((960, 720), (20, 360)), ((1280, 400), (640, 20)), ((300, 900), (20, 360))])
def test_a_film_of_another_shape_is_whole_with_black_beside_it(film, bar):
    image = screen(film=film)
    assert image.pixelColor(*bar) == colour("black")
    assert image.pixelColor(640, 360) == QColor("green")


def test_a_film_without_a_picture_is_the_resting_place():
    image = screen(film=None)
    assert image.pixelColor(4, 4) == colour("paper")


def test_without_a_picture_nothing_is_said_in_it_either():
    assert screen("Somebody speaks", film=None) == screen("", film=None)


def test_subtitles_are_white_on_almost_black():
    image = screen("Nobody may see it")
    middle = [image.pixelColor(x, 684 - 30) for x in range(500, 780)]
    assert QColor("white") in middle
    assert all(one.lightness() < 60 for one in middle if one.red() == one.blue() == 0)


def test_subtitles_are_at_least_42_pixels_of_720():
    _, texts = panels("Nobody may see it")
    assert texts[0].style.px >= 42


def test_two_lines_stand_above_one_another_and_do_not_touch():
    strips, texts = panels("Nobody may see it.\nNobody at all.")
    assert [text.text for text in texts] == ["Nobody may see it.", "Nobody at all."]
    assert strips[0].box.bottom <= strips[1].box.y + 0.01


@pytest.mark.parametrize("text", [LONG * 9, "a\n" * 50, "x" * 2000])
def test_subtitles_never_grow_beyond_the_lower_half(text):
    strips, _ = panels(text)
    assert min(strip.box.y for strip in strips) > 360
    assert max(strip.box.bottom for strip in strips) <= 690


def test_there_is_nothing_but_the_film():
    slide = MovieSlide(file="a", footer="A part", practice="Practice")
    assert (page_texts(slide), page_count(slide)) == ((), 1)
