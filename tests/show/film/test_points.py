from __future__ import annotations

from qpido_facilitator.plan.model import StopPoint
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.film.clip import Clip, at_text, clip_of
from qpido_facilitator.show.film.points import coming, coming_text, first_question, points_of, stop_step
from tests.show.film.screenings import AFTER, OWN, film, moments, stops


def test_a_clip_is_told_in_milliseconds():
    shown = film(start="0:10", end="1:00:00", stops=stops(("2:00", ""), ("1:30", "")))
    assert clip_of(shown) == Clip(10_000, 3_600_000, (90_000, 120_000))


def test_a_clip_without_an_end_runs_to_the_end_of_the_film():
    assert clip_of(film(start="0:10")).length(24_000) == 14_000


def test_a_clip_that_begins_behind_the_end_of_the_film_has_no_length():
    assert clip_of(film(start="1:00")).length(24_000) == 0


def test_a_place_is_told_as_the_second_that_is_on():
    assert [at_text(at) for at in (0, 999, 228_400, 3_900_000, -5)] == ["00:00", "00:00", "03:48", "1:05:00", "00:00"]


def test_moments_and_stops_stand_in_the_order_of_the_film(screening, english):
    shown = film(moments=moments(("3:00", "Photo"), ("1:00", "Flattery")), stops=stops(("2:00", "why")))
    points = points_of(screening(shown), shown, english)
    assert [(point.text, point.stop) for point in points] == [
        ("Flattery", False), ("Why did it happen?", True), ("Photo", False),
    ]  # fmt: skip


def test_a_stop_without_a_question_only_pauses(screening, english):
    shown = film(stops=(StopPoint("2:00", text="Look at their faces"), StopPoint("3:00")))
    points = points_of(screening(shown), shown, english)
    assert [(point.text, point.step) for point in points] == [("Look at their faces", None), ("Stop", None)]


def test_a_stop_brings_up_a_question_of_the_film_itself(screening):
    shown = film(questions=OWN, stops=stops(("2:00", "guess")))
    assert stop_step(screening(shown), shown, 120_000) == Step("film", "guess")


def test_a_stop_brings_up_a_question_of_the_discussion_behind_the_film(screening):
    shown = film(stops=stops(("2:00", "what")))
    assert stop_step(screening(shown), shown, 120_000) == Step("talk", "what")


def test_a_stop_whose_discussion_was_skipped_only_pauses(screening):
    shown = film(stops=stops(("2:00", "what")))
    run = screening(shown)
    run.agenda.skip("talk")
    assert stop_step(run, shown, 120_000) is None


def test_the_first_question_is_the_films_own_before_that_of_the_discussion(screening):
    assert first_question(screening(film(questions=OWN)), film(questions=OWN)) == Step("film", "guess")


def test_the_first_question_of_a_film_without_questions_is_that_of_its_discussion(screening):
    assert first_question(screening(film()), film()) == Step("talk", AFTER[0].id)


def test_a_film_that_nobody_talks_about_has_no_first_question(screening):
    assert first_question(screening(film(), questions=()), film()) is None


def test_the_next_place_is_the_first_one_still_to_come(screening, english):
    shown = film(moments=moments(("1:00", "Flattery"), ("4:12", "Photo")))
    points = points_of(screening(shown), shown, english)
    photo = coming(points, 228_000)
    assert photo is not None
    assert (photo.text, coming_text(photo, 228_000, english)) == ("Photo", "at 04:12, in 00:24")
    assert coming(points, 252_000) is None
