from __future__ import annotations

import pytest
from msgspec.structs import replace

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.films import FilmPlace
from qpido_facilitator.show.course import Move
from qpido_facilitator.show.film.on import back_with_films, in_picture, next_with_films, watching
from tests.show.film.screenings import OWN, film, stops

STOPPED = film(questions=OWN, stops=stops(("2:00", "guess"), ("3:00", "why")))
LINKED = film(link="https://example.org/film")


def shown(run):
    run.stage.show(0, None)
    return run


def test_what_stands_before_a_film_is_not_its_picture(screening):
    run = screening(film())
    before = in_picture(run)
    assert (before, in_picture(shown(run))) == (False, True)


def test_a_question_of_a_film_is_not_the_film(screening):
    run = screening(STOPPED)
    run.stage.enter(Step("film", "guess"))
    assert (watching(run), in_picture(shown(run))) == (None, False)


def test_a_film_by_link_has_no_picture(screening):
    assert not in_picture(shown(screening(film(file="", link="https://example.org"))))


def test_a_film_whose_link_is_used_instead_of_its_file_has_no_picture(screening):
    run = shown(screening(LINKED))
    before = in_picture(run)
    run.films.use_link("film")
    assert (before, in_picture(run)) == (True, False)


def test_a_film_without_a_link_stays_the_film_of_its_file(screening):
    run = shown(screening(film()))
    run.films.use_link("film")
    assert in_picture(run)


def test_a_film_whose_link_is_used_instead_waits_behind_no_question(screening):
    run = screening(replace(STOPPED, link=LINKED.link))
    run.films.set("film", FilmPlace(120_000))
    run.films.use_link("film")
    run.stage.enter(Step("film", "guess"))
    ahead = Move("step", Step("pause"))
    assert next_with_films(run, ahead) == ahead


@pytest.mark.parametrize(("at", "asked"), [(120_000, Step("film", "guess")), (180_000, Step("talk", "why"))])
def test_after_the_question_of_a_stop_next_goes_back_to_the_film_that_waits_there(screening, at, asked):
    run = screening(STOPPED)
    run.films.set("film", FilmPlace(at))
    run.stage.enter(asked)
    assert next_with_films(run, Move("step", Step("talk", "what"))) == Move("film", Step("film"))


@pytest.mark.parametrize("place", [FilmPlace(121_000), FilmPlace(120_000, playing=True)])
def test_a_film_that_went_on_is_not_gone_back_to(screening, place):
    run = screening(STOPPED)
    run.films.set("film", place)
    run.stage.enter(Step("film", "guess"))
    assert next_with_films(run, Move("step", Step("pause"))) == Move("step", Step("pause"))


def test_after_the_film_the_questions_that_its_stops_brought_up_are_passed_over(screening):
    run = screening(STOPPED)
    run.stage.enter(Step("film", "guess"))
    run.stage.enter(Step("film"))
    assert next_with_films(run, Move("step", Step("film", "guess"))) == Move("step", Step("pause"))


def test_a_question_that_was_not_asked_yet_is_asked_after_the_film(screening):
    run = screening(STOPPED)
    assert next_with_films(run, Move("step", Step("film", "guess"))) == Move("step", Step("film", "guess"))


def test_back_goes_to_the_picture_of_a_film_that_was_begun(screening):
    run = screening(STOPPED)
    move = Move("step", Step("film"))
    before = back_with_films(run, move)
    run.films.set("film", FilmPlace(5_000))
    assert (before, back_with_films(run, move)) == (move, Move("film", Step("film")))


@pytest.mark.parametrize("move", [None, Move("page"), Move("step", Step("first")), Move("step", Step("film", "guess"))])
def test_back_is_as_ever_elsewhere(screening, move):
    run = screening(STOPPED)
    run.films.set("film", FilmPlace(5_000))
    assert back_with_films(run, move) == move
