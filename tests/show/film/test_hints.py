from __future__ import annotations

from typing import get_args

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.film.hints import Hint, hints_at, watch_notes
from qpido_facilitator.show.film.trouble import Trouble, trouble_said
from tests.show.film.screenings import OWN, film

SEEN = Place("film", kind="observation")


def test_what_was_noted_comes_back_at_the_first_question(screening):
    run = screening(film())
    name = run.films.note(SEEN, "A compliment about her photos", 72_000)
    assert hints_at(run, Step("talk", "why")) == (Hint("01:12", "A compliment about her photos", "observation", name),)


@pytest.mark.parametrize("step", [Step("talk", "what"), Step("film"), Step("first")])
def test_at_any_other_step_there_are_no_hints(screening, step):
    run = screening(film())
    run.films.note(SEEN, "seen", 72_000)
    assert hints_at(run, step) == ()


def test_a_film_with_a_question_of_its_own_gives_its_hints_there(screening):
    run = screening(film(questions=OWN))
    run.films.note(SEEN, "seen", 72_000)
    assert [hint.text for hint in hints_at(run, Step("film", "guess"))] == ["seen"]
    assert hints_at(run, Step("talk", "why")) == ()


def test_while_the_film_runs_its_notes_stand_beside_it(screening):
    run = screening(film())
    run.films.note(SEEN, "late", 200_000)
    run.films.note(Place("film", kind="quote"), "early", 5_000)
    assert [(hint.time, hint.text) for hint in watch_notes(run, "film")] == [("00:05", "early"), ("03:20", "late")]


@pytest.mark.parametrize("trouble", [one for one in get_args(Trouble) if one])
def test_every_trouble_says_what_is_the_matter_and_what_next(trouble, english):
    said = trouble_said(trouble, "a.mp4", english)
    assert said.what.endswith(".")
    assert said.next.endswith(".")
    assert "{" not in said.what + said.next
