from __future__ import annotations

from datetime import timedelta

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.film.clip import Clip
from qpido_facilitator.show.film.clock import film_clock, fits_text, left_text, place_text, room_for
from tests.builders import minutes
from tests.show.film.screenings import OWN, film

WHOLE = 400_000
SIX_FORTY = Clip()


def test_what_is_left_of_a_film_is_from_here_to_its_end():
    assert film_clock(SIX_FORTY, WHOLE, 228_000, 1, None).left == timedelta(seconds=172)


def test_what_is_left_of_a_clip_is_to_the_end_of_the_clip():
    assert film_clock(Clip(60_000, 120_000), WHOLE, 90_000, 1, None).left == timedelta(seconds=30)


def test_a_slower_film_takes_longer():
    assert film_clock(SIX_FORTY, WHOLE, 200_000, 0.5, None).left == timedelta(seconds=400)


@pytest.mark.parametrize("at", [400_000, 999_000])
def test_at_the_end_nothing_is_left(at):
    assert film_clock(SIX_FORTY, WHOLE, at, 1, None).left == timedelta()


def test_before_the_clip_all_of_it_is_left():
    assert film_clock(Clip(60_000, 120_000), WHOLE, 0, 1, None).left == timedelta(seconds=60)


def test_a_film_fits_when_its_item_has_time_for_the_rest_of_it(english):
    clock = film_clock(SIX_FORTY, WHOLE, 0, 1, minutes(8))
    assert (clock.fits, fits_text(clock, english)) == (True, "It fits, 1 minute to spare")


def test_a_film_that_does_not_fit_says_by_how_much(english):
    clock = film_clock(SIX_FORTY, WHOLE, 0, 1, minutes(5))
    assert (clock.fits, fits_text(clock, english)) == (False, "2 minutes longer than planned")


def test_a_film_in_an_item_of_unknown_length_is_not_judged(english):
    clock = film_clock(SIX_FORTY, WHOLE, 0, 1, None)
    assert (clock.fits, fits_text(clock, english)) == (True, "")


def test_the_place_is_told_from_the_beginning_of_the_clip(english):
    clip = Clip(60_000, 120_000)
    assert place_text(film_clock(clip, WHOLE, 90_000, 1, None), clip, english) == "00:30 of 01:00"


def test_what_is_left_is_told_as_a_countdown(english):
    assert left_text(film_clock(SIX_FORTY, WHOLE, 228_000, 1, None), english) == "02:52 of film left"


def test_the_room_for_a_film_is_what_its_item_has_left(screening):
    run = screening(film())
    assert room_for(run, film(), run.now() + minutes(3)) == minutes(5)


def test_a_question_still_to_be_asked_within_the_film_takes_its_minutes(screening):
    run = screening(film(questions=OWN))
    assert room_for(run, film(questions=OWN), run.now()) == minutes(6)


def test_a_question_that_was_asked_takes_no_minutes_any_more(screening):
    run = screening(film(questions=OWN))
    run.stage.enter(Step("film", "guess"))
    run.stage.enter(Step("film"))
    assert room_for(run, film(questions=OWN), run.now()) == minutes(8)


def test_there_is_no_room_to_tell_of_when_the_film_is_not_on(screening):
    run = screening(film())
    run.stage.enter(Step("first"))
    assert room_for(run, film(), run.now()) is None
