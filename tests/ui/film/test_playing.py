"""A film in the real windows of a session: what the keys and the bar do, and what participants see of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.films import FilmPlace
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.audience import CalmSlide, FilmSlide, MovieSlide
from qpido_facilitator.words import Words
from tests.media import numbered
from tests.media.hall import number_at
from tests.ui.film.conftest import FILM
from tests.ui.film.looking import button, command, drag, said, seen

SPACE = Qt.Key.Key_Space
BOTH = (FILM, replace(FILM, file="films/the-note.webm"))


def test_what_stands_before_a_film_comes_first(at_film):
    stage = at_film()
    assert (type(stage.session.audience.slide), command(stage)) == (FilmSlide, "Show the film")


@pytest.mark.parametrize("film", BOTH, ids=["mp4", "webm"])
def test_the_first_picture_is_held_until_someone_plays(at_film, film):
    stage = at_film(film)
    stage.press(SPACE, " ")
    assert (seen(stage), command(stage)) == (0, "Play")


@pytest.mark.parametrize("film", BOTH, ids=["mp4", "webm"])
def test_space_plays_and_pauses_in_both_windows(in_film, film):
    stage = in_film(film)
    stage.press(SPACE, " ", on=stage.session.presenter)
    stage.film(stand="playing")
    stage.press(SPACE, " ", on=stage.session.audience)
    assert stage.session.screening.told.stand == "held"
    assert stage.run.films.stated("film") == FilmPlace(stage.session.screening.told.at)


def test_a_held_space_bar_is_one_press(in_film):
    stage = in_film()
    for repeat in (False, True, True, True):
        stage.press(SPACE, " ", on=stage.session.presenter, repeat=repeat)
    assert stage.session.screening.told.stand == "playing"


def test_space_is_a_space_while_typing(in_film):
    stage = in_film()
    stage.type("a b", send=False)
    assert stage.session.screening.told.stand == "held"


def test_space_goes_on_as_ever_at_a_question_of_the_film(in_film):
    stage = in_film()
    stage.press(Qt.Key.Key_PageDown)
    stage.press(SPACE, " ", on=stage.session.presenter)
    assert stage.run.stage.position.where == Step("film", "then")


@pytest.mark.parametrize("film", BOTH, ids=["mp4", "webm"])
def test_it_waits_at_a_stop_within_two_pictures_and_offers_the_question(in_film, film):
    stage = in_film(film, at=8_600)
    stage.press(SPACE, " ")
    stage.film(stand="held", at=9_000)
    assert seen(stage) in range(number_at(9_000) - 2, number_at(9_000) + 3)
    button(stage, "Show question 1")
    assert stage.run.stage.position.where == Step("film", "why")


def test_after_the_question_of_a_stop_next_goes_back_to_the_picture_that_waits(in_film):
    stage = in_film(at=9_000)
    stage.press(Qt.Key.Key_PageDown)
    assert stage.session.presenter.dock._next.text() == "Back to the film"
    stage.press(Qt.Key.Key_PageDown)
    assert seen(stage) == number_at(9_000)
    assert stage.session.presenter.dock._next.text() == "Show question 2"


def test_the_last_picture_stays_and_nothing_follows_by_itself(in_film):
    stage = in_film(at=23_700)
    stage.press(SPACE, " ")
    stage.film(stand="ended")
    assert (type(stage.session.audience.slide), seen(stage)) == (MovieSlide, 599)
    assert said(stage)[0] == "The film is over; its last picture stays"


def test_from_the_end_the_key_goes_back_to_the_beginning_and_waits_there(in_film):
    stage = in_film(at=23_900)
    stage.press(SPACE, " ")
    stage.film(stand="ended")
    stage.press(SPACE, " ")
    stage.film(at=0)
    assert stage.session.screening.told.stand == "held"


def test_ten_seconds_back_and_on(in_film):
    stage = in_film(at=5_000)
    stage.press(Qt.Key.Key_L, "l", on=stage.session.presenter)
    there = stage.session.screening.told.at
    stage.press(Qt.Key.Key_J, "j", on=stage.session.presenter)
    assert (there, stage.session.screening.told.at) == (15_000, 5_000)


def test_a_leap_reaches_participants_when_the_bar_is_let_go(in_film):
    stage = in_film()
    bar = stage.session.presenter.film.card.bar
    drag(bar, 0, 6_000, 12_040, release=False)
    stage.settle()
    assert (seen(stage), stage.session.screening.told.at) == (0, 0)
    drag(bar, 12_040)
    stage.film(at=bar.value())
    assert stage.session.presenter.film.card._place.text().startswith("00:12 of")


def test_the_bar_lands_on_a_moment_that_is_near(in_film):
    stage = in_film()
    bar = stage.session.presenter.film.card.bar
    drag(bar, 0, 15_060)
    assert (bar.value(), bar.place()) == (15_000, "00:15 · The bin")


def test_after_a_leap_while_paused_the_picture_of_that_place_is_seen(in_film):
    stage = in_film(at=12_000)
    assert seen(stage) == number_at(12_000)


def test_subtitles_are_seen_at_their_moment_and_can_be_switched_off(in_film):
    stage = in_film(at=9_000)
    shown = stage.session.audience.slide.subtitle
    stage.press(Qt.Key.Key_C, "c", on=stage.session.presenter)
    assert (shown, stage.session.audience.slide.subtitle) == ("Maar wie langsloopt, leest mee.", "")


def test_another_subtitle_does_not_fade(in_film):
    stage = in_film(at=9_000)
    stage.session.motion.off = False
    stage.seek(12_000)
    assert not stage.session.audience._fade.is_running


def test_calm_is_still_and_silent_at_once(in_film):
    stage = in_film()
    stage.press(SPACE, " ", on=stage.session.presenter)
    stage.film(stand="playing")
    stage.press(Qt.Key.Key_B, "b", on=stage.session.presenter)
    sound = stage.session.screening.player.sound
    assert (type(stage.session.audience.slide), sound.output.isMuted()) == (CalmSlide, True)
    assert stage.session.screening.told.stand == "held"


def test_after_calm_it_is_paused_on_its_picture_without_a_flash(in_film):
    stage = in_film(at=5_000)
    stage.press(Qt.Key.Key_B, "b", on=stage.session.presenter)
    painted: list[object] = []
    stage.session.audience.painted.connect(lambda: painted.append(type(stage.session.audience.seen[0])))
    stage.press(Qt.Key.Key_B, "b", on=stage.session.presenter)
    assert (painted, seen(stage), stage.session.screening.told.stand) == ([MovieSlide], number_at(5_000), "held")
    assert not stage.session.screening.player.sound.output.isMuted()


def test_nothing_plays_behind_the_calm_screen(in_film):
    stage = in_film()
    stage.press(Qt.Key.Key_B, "b", on=stage.session.presenter)
    stage.press(SPACE, " ", on=stage.session.presenter)
    assert (stage.session.screening.told.stand, stage.run.stage.screen) == ("held", "calm")


def test_a_film_that_is_left_stands_still(in_film):
    stage = in_film()
    stage.press(SPACE, " ", on=stage.session.presenter)
    stage.film(stand="playing")
    stage.press(Qt.Key.Key_PageDown)
    assert (stage.session.screening.told.stand, stage.run.films.stated("film").playing) == ("held", False)


def test_a_film_goes_on_while_the_trainers_window_is_made_anew(in_film):
    stage = in_film()
    stage.press(SPACE, " ", on=stage.session.presenter)
    stage.film(stand="playing")
    stage.session.choose(Settings("nl", motion="off"), Words("nl"))
    stage.settle()
    assert (stage.session.screening.told.stand, command(stage)) == ("playing", "Pauze")


def test_after_a_crash_the_film_is_where_it_was_and_its_beginning_does_not_flash_up(in_film):
    stage = in_film(at=12_000)
    stage.crash()
    stage.session.screening.player.unload()
    stage.resume(stage.run.id)
    numbers: list[int | None] = []
    stage.session.screening.picture_changed.connect(lambda: numbers.append(seen(stage)))
    stage.film(stand="held", at=12_000)
    assert {one for one in numbers if one is not None} <= {number_at(12_000)}
    assert seen(stage) == number_at(12_000)


def test_a_place_is_stated_again_every_ten_seconds_of_film(in_film):
    stage = in_film()
    stage.session.screening.set_speed(2.0)
    stage.session.screening.seek(9_100)
    stage.press(SPACE, " ", on=stage.session.presenter)
    begun = stage.run.films.stated("film").at
    stage.session.screening._stated = begun - 10_000
    stage.film(stand="playing")
    while stage.session.screening.told.at < begun + 800:
        stage.app.processEvents()
    assert stage.run.films.stated("film").at > begun


def test_the_card_tells_what_is_left_and_whether_it_still_fits(in_film):
    stage = in_film(at=4_000)
    stage.tick(minutes=4)
    card = stage.session.presenter.film.card
    assert (card._left.text(), card._fits.text()) == ("00:20 of film left", "1 minute longer than planned")


def test_the_trainer_sees_the_picture_that_participants_see(in_film):
    stage = in_film(at=15_000)
    small = stage.session.presenter.film.card.slide
    small.setFixedSize(1284, 724)
    picture = small.grab().toImage().copy(2, 2, 1280, 720)
    assert numbered.read(picture) == seen(stage) == number_at(15_000)
