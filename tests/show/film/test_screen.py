from __future__ import annotations

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.audience import CalmSlide, FilmSlide, MovieSlide, QuestionSlide, plain_text, slide_of
from qpido_facilitator.show.screen import FilmNow, screen_of
from tests.show.film.screenings import OWN, film

LINK = "https://example.org/film"
PLAYED = FilmNow("film", subtitle="Nobody may see it.")


def revealed(screening, **more):
    run = screening(film(**more))
    run.stage.show(0, None)
    return run


def test_what_may_touch_people_is_said_before_the_film(screening, english):
    run = screening(film(content_note="About a break-up. Leaving the room is fine."))
    slide = screen_of(run, run.now(), english, PLAYED)
    assert isinstance(slide, FilmSlide)
    assert slide.content_note == "About a break-up. Leaving the room is fine."


def test_then_comes_the_film_with_what_is_said_in_it(screening, english):
    run = revealed(screening)
    slide = screen_of(run, run.now(), english, PLAYED)
    assert isinstance(slide, MovieSlide)
    assert (slide.file, slide.subtitle) == ("a.mp4", "Nobody may see it.")


def test_a_film_without_a_picture_leaves_the_resting_place(screening, english):
    run = revealed(screening)
    for player in (None, FilmNow("film", ready=False), FilmNow("another")):
        assert isinstance(screen_of(run, run.now(), english, player), CalmSlide)


def test_when_the_link_is_used_instead_participants_see_what_they_see_of_a_film_by_link(screening, english):
    by_link = screening(film(file="", link=LINK))
    same = screen_of(by_link, by_link.now(), english)
    run = revealed(screening, link=LINK)
    run.films.use_link("film")
    assert isinstance(same, FilmSlide)
    assert screen_of(run, run.now(), english, PLAYED) == same


def test_the_calm_screen_covers_the_film(screening, english):
    run = revealed(screening)
    run.stage.set_screen("calm")
    assert isinstance(screen_of(run, run.now(), english, PLAYED), CalmSlide)


def test_a_question_of_the_film_covers_the_film(screening, english):
    run = revealed(screening, questions=OWN)
    run.stage.enter(Step("film", "guess"))
    assert isinstance(screen_of(run, run.now(), english, PLAYED), QuestionSlide)


def test_the_film_is_read_aloud_as_what_is_said_in_it(screening, english):
    run = revealed(screening)
    assert plain_text(screen_of(run, run.now(), english, PLAYED)) == "Nobody may see it."


def test_who_made_the_film_stands_below_it_before_it_starts(english):
    from datetime import date

    slide = slide_of(film(credits="Drawn by us"), english, today=date(2026, 11, 24), part_title="Part")
    assert slide.footer == "Drawn by us"
