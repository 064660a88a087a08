"""The film's card stays as high as it is, whatever it says: what jumps under a hand is pressed by mistake."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qpido_facilitator.media import unlocked


@pytest.mark.parametrize("size", [(600, 688), (1280, 688), (1366, 688)], ids=str)
def test_from_its_opening_on_the_card_is_as_high(at_film, size):
    stage = at_film()
    presenter, screening = stage.session.presenter, stage.session.screening
    presenter.resize(*size)
    heights = {}

    def note(state: str) -> None:
        for _ in range(3):
            stage.settle()
        heights[state] = presenter.film.height()

    screening._settling = True
    screening.told_changed.emit()
    note("opening")
    screening._settled()
    note("before")
    stage.press(Qt.Key.Key_PageDown)
    note("asked for the sound")
    stage.run.films.check_sound(heard=False)
    note("nobody heard it")
    screening.toggle()
    stage.film(stand="playing")
    note("playing")
    unlocked.pause(screening.player._engine)
    screening._on_stalled()
    note("waiting for more")
    assert set(heights.values()) == {heights["before"]}, heights


def test_a_film_that_is_opened_shows_no_place_of_what_is_to_come(at_film):
    stage = at_film()
    bar, screening = stage.session.presenter.film.card.bar, stage.session.screening
    screening._settling = True
    screening.told_changed.emit()
    stage.settle()
    named = bar.grab().toImage()
    bar.show_film(0, 1, 0, (), "")
    assert named.copy(0, 0, bar.width(), 26) == bar.grab().toImage().copy(0, 0, bar.width(), 26)
