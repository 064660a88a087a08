"""Painting itself: every kind, at every size, and only where it may."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from qpido_facilitator.paint.draw import colour
from qpido_facilitator.paint.slide import page_count, paint_slide
from qpido_facilitator.show import audience as show
from tests.paint.samples import NASTY, slides_saying, the_deck

pytestmark = pytest.mark.usefixtures("qapp")


def painted(slide, width=640, height=360, page=0, pictures=None):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("lime"))
    painter = QPainter(image)
    paint_slide(painter, QRectF(0, 0, width, height), slide, page, pictures)
    painter.end()
    return image


def has(image, wanted, step=3):
    value = wanted.rgb()
    return any(
        image.pixel(x, y) == value for y in range(0, image.height(), step) for x in range(0, image.width(), step)
    )


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1920, 1080)])
def test_every_slide_of_a_session_can_be_painted_at_any_size(size):
    for slide in the_deck().values():
        for page in range(page_count(slide)):
            assert not has(painted(slide, size[0], size[1], page=page), QColor("lime"), step=40)


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_nasty_text_can_be_painted(text):
    for slide in slides_saying(text, count=2):
        assert not painted(slide).isNull()


@pytest.mark.parametrize(("width", "height"), [(800, 360), (640, 500)])
def test_where_the_window_is_not_16_by_9_the_rest_is_black(width, height):
    image = painted(show.CalmSlide(text="In a moment"), width, height)

    assert image.pixelColor(0, 0) == colour("black")
    assert image.pixelColor(width // 2, height // 2 + 100) == colour("paper")


def test_a_question_stands_on_plum():
    assert painted(show.QuestionSlide(text="What?")).pixelColor(2, 2) == colour("plum")


def test_the_last_line_of_the_law_stands_out():
    assert has(painted(the_deck()["legal"]), colour("plum"))


def test_a_picture_is_painted_where_there_is_one():
    green = QImage(400, 300, QImage.Format.Format_RGB32)
    green.fill(QColor("green"))

    image = painted(the_deck()["image"], pictures=lambda name: green if name == "a.png" else None)

    assert has(image, QColor("green"))
    assert not has(image, colour("blush"))


def test_a_picture_that_is_missing_leaves_its_words():
    image = painted(the_deck()["image"], pictures=lambda name: None)

    assert has(image, colour("blush"))


def test_a_ring_with_no_time_left_is_only_its_rail():
    over = show.BreakoutSlide(clock=show.ClockFace("ring", "Time is up", 0.0))
    begun = show.BreakoutSlide(clock=show.ClockFace("ring", "05:00", 0.5))

    top = (1080, 96)

    assert painted(over, 1280, 720).pixelColor(*top) == colour("plumtrack")
    assert painted(begun, 1280, 720).pixelColor(*top) == colour("peach")


def test_a_page_that_does_not_exist_is_the_last_one():
    slide = the_deck()["steps"]

    assert painted(slide, page=9) == painted(slide, page=1)


def test_the_painter_comes_back_as_it_was():
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.transform(), painter.renderHints(), painter.hasClipping()

    paint_slide(painter, QRectF(0, 0, 640, 360), the_deck()["rules"])

    assert (painter.transform(), painter.renderHints(), painter.hasClipping()) == before
    painter.end()


def test_importing_the_painting_loads_no_widgets_and_no_icons():
    code = (
        "import sys; import qpido_facilitator.paint.slide; from qpido_facilitator.paint import icons;"
        "print('PySide6.QtWidgets' in sys.modules, 'qtawesome' in sys.modules, icons._family.cache_info().misses)"
    )

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert out.split() == ["False", "False", "0"]
