"""What Next and Back do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from qpido_facilitator.plan.model import Breakout, Film, Harvest, List, Point, Question, Text
from qpido_facilitator.plan.steps import Step, walk
from qpido_facilitator.run.stage import Position
from qpido_facilitator.show.course import Move, back, forward

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
STEPS = (Step("a"), Step("b"), Step("c"))
THREE = (Point("1"), Point("2"), Point("3"))


def at(item, **more):
    return Position(item, None, "v", "s", NOW, NOW, **more)


def on(here, item, *, pages=1, lines=0, rooms_open=True):
    return forward(STEPS, here, item, pages=pages, lines=lines, rooms_open=rooms_open)


def test_the_first_press_starts_the_session():
    assert on(None, None) == Move("start", Step("a"))


def test_next_goes_to_the_next_step():
    assert on(at("a"), Text(id="a")) == Move("step", Step("b"))


def test_next_turns_the_page_before_it_leaves_a_long_slide():
    assert on(at("a"), Text(id="a"), pages=2) == Move("page", page=1)


def test_next_opens_the_rooms_before_it_leaves_a_breakout():
    assert on(at("a"), Breakout(id="a"), rooms_open=False).kind == "rooms"


def test_next_at_the_last_step_is_the_end():
    assert on(at("c"), Text(id="c")) == Move("end")


def test_a_list_one_by_one_reveals_a_line_a_press():
    item = List(id="a", points=THREE, reveal="one-by-one")
    assert on(at("a"), item, lines=3) == Move("reveal", reveal=1)
    assert on(at("a", reveal=1, fresh=False), item, lines=3) == Move("reveal", reveal=2)


def test_the_last_line_makes_the_list_whole():
    item = List(id="a", points=THREE, reveal="one-by-one")
    assert on(at("a", reveal=2, fresh=False), item, lines=3) == Move("reveal", reveal=None)


def test_a_list_after_its_question_is_revealed_at_once():
    item = List(id="a", points=THREE, reveal="after-question")
    assert on(at("a"), item, lines=3) == Move("reveal", reveal=None)


def test_back_hides_the_last_line_before_it_leaves_the_list():
    item = List(id="b", points=THREE, reveal="one-by-one")
    assert back(STEPS, at("b", reveal=2, fresh=False), item, lines=3) == Move("reveal", reveal=1)


def test_back_at_the_first_step_does_nothing():
    assert back(STEPS, at("a"), Text(id="a"), lines=0) is None


@pytest.mark.parametrize(("reveal", "first"), [("all", Step("l")), ("after-question", Step("l", "q"))])
def test_a_question_before_its_list_comes_first_only_when_the_list_waits_for_it(reveal, first):
    item = List(id="l", points=THREE, reveal=reveal, questions=(Question("q", "?"),))
    assert walk((item,))[0] == first


def test_a_harvest_walks_the_questions_of_its_breakout():
    rooms = Breakout(id="r", questions=(Question("q1", "?"), Question("q2", "?")))
    assert walk((rooms, Harvest(id="h", of="r"))) == (Step("r"), Step("h", "q1"), Step("h", "q2"))


def test_a_position_knows_its_step():
    assert replace(at("a"), question="q").where == Step("a", "q")


def test_next_shows_a_film_the_app_plays_before_it_goes_on():
    item = Film(id="a", file="a.mp4")
    assert on(at("a"), item) == Move("reveal", reveal=None)
    assert on(at("a", fresh=False), item) == Move("step", Step("b"))


def test_what_stands_before_a_film_is_read_to_its_end_first():
    assert on(at("a"), Film(id="a", file="a.mp4"), pages=2) == Move("page", page=1)


def test_the_answers_of_one_group_are_read_to_their_end_before_the_next_group_comes():
    item, asked = Harvest(id="h", of="r"), replace(at("a", reveal=1, fresh=False), question="q")
    steps = (Step("a", "q"), Step("b"))
    moves = [forward(steps, replace(asked, page=page), item, pages=2, lines=3, rooms_open=True).kind for page in (0, 1)]
    assert moves == ["page", "reveal"]


def test_back_from_a_film_shows_what_stands_before_it():
    assert back(STEPS, at("b", fresh=False), Film(id="b", file="a.mp4"), lines=0) == Move("reveal", reveal=0)


def test_a_film_by_link_is_one_step():
    assert on(at("a"), Film(id="a", link="https://a.nl")) == Move("step", Step("b"))


@pytest.mark.parametrize(
    "item", [Film(id="a", file="a.mp4"), List(id="a", points=THREE, reveal="one-by-one")], ids=["film", "list"]
)
def test_at_a_question_there_is_nothing_of_its_film_or_list_to_show(item):
    steps = (Step("a", "q"), Step("b"))
    asked = replace(at("a"), question="q")
    assert forward(steps, asked, item, pages=1, lines=3, rooms_open=True) == Move("step", Step("b"))
