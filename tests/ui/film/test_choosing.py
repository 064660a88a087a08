"""What is chosen rarely: the menu of the controls, the volume, and that it holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.film.looking import drag


@pytest.fixture
def choose(in_film):
    """Open the menu of the controls and choose lines of it; returns the session."""

    def made(*texts: str):
        stage = in_film(at=9_000)
        for text in texts:
            menu = stage.session.presenter.film.card.transport.menu
            menu.aboutToShow.emit()
            lines = [action for one in menu.actions() if one.menu() for action in one.menu().actions()]
            next(action for action in [*lines, *menu.actions()] if action.text() == text).trigger()
            stage.settle()
        return stage

    return made


def test_a_film_can_be_played_faster_and_says_what_is_left_on_the_clock(choose):
    stage = choose("2 ×")
    assert (stage.session.screening.told.speed, stage.run.films.stated("film").speed) == (2.0, 2.0)
    assert stage.session.presenter.film.card._left.text() == "00:08 of film left"


def test_a_film_can_be_heard_on_another_loudspeaker(choose):
    assert choose("B").session.screening.loudspeaker == "b"


def test_subtitles_beside_the_film_can_be_left_out_and_taken_back(choose):
    stage = choose("None")
    without = stage.session.audience.slide.subtitle
    stage.session.screening.choose_subtitles("beside")
    assert (without, stage.session.audience.slide.subtitle) == ("", "Maar wie langsloopt, leest mee.")


def test_the_menu_has_the_test_tone(choose):
    assert choose("Test tone").session.presenter.strip._text.text().startswith("The test tone plays.")


def test_the_volume_follows_its_bar_while_it_is_held(in_film):
    stage = in_film()
    drag(stage.session.presenter.film.card.transport.volume, 100, 40, release=False)
    assert abs(stage.session.screening.volume - 0.4) < 0.05


def test_a_film_that_was_muted_stays_so_after_the_calm_screen(in_film):
    stage = in_film()
    for key, text in ((Qt.Key.Key_M, "m"), (Qt.Key.Key_B, "b"), (Qt.Key.Key_B, "b")):
        stage.press(key, text, on=stage.session.presenter)
    assert (stage.session.screening.muted, stage.session.screening.player.sound.output.isMuted()) == (True, True)


def test_a_key_moves_the_bar_of_the_film_and_the_film_with_it(in_film):
    stage = in_film(at=5_000)
    bar = stage.session.presenter.film.card.bar
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(Qt.Key.Key_Right, on=bar)
    assert (stage.session.screening.told.at, stage.run.stage.position.question) == (6_000, None)
