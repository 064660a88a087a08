"""The slides look as they did when someone last looked at them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from tests.paint.golden import FOLDER, difference, pages, small
from tests.paint.samples import the_deck

NAMES = sorted(path.stem for path in FOLDER.glob("*.png"))
ON_AVERAGE, IN_A_BLOCK = 1.5, 14.0


@pytest.mark.parametrize("name", NAMES)
def test_a_slide_looks_as_it_did(qapp, name):
    slide, page = pages(the_deck())[name]
    whole, worst = difference(small(slide, page), QImage(str(FOLDER / f"{name}.png")))
    assert (whole <= ON_AVERAGE, worst <= IN_A_BLOCK) == (True, True), (whole, worst)


def test_every_page_of_every_kind_of_slide_has_a_picture(qapp):
    assert sorted(pages(the_deck())) == NAMES


def test_one_word_more_is_a_difference(qapp):
    from qpido_facilitator.show.audience import TitleSlide

    one, other = (small(TitleSlide(title=title), 0) for title in ("Talking", "Talking on"))
    assert difference(one, other)[1] > IN_A_BLOCK
