from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.plan.model import Break, Breakout, Discussion, Harvest, Item, List, Question, Section
from qpido_facilitator.plan.steps import Step, walk
from qpido_facilitator.run.stage import Position
from tests.builders import Room, Speaker, later, plan

ASKED = (Question("a", "A?"), Question("b", "B?"))


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Speaker]:
    with Room(tmp_path) as room:
        run = room.trainer()
        run.agenda.lay_down(plan())
        yield run


def here(run: Speaker) -> Position:
    position = run.stage.position
    assert position is not None
    return position


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([Section(id="x")], ["x"]),
        ([Section(id="x", questions=ASKED)], ["x", "x/a", "x/b"]),
        ([Discussion(id="x", questions=ASKED)], ["x/a", "x/b"]),
        ([Discussion(id="x")], ["x"]),
        ([Breakout(id="x", questions=ASKED)], ["x"]),
        ([Breakout(id="x", questions=ASKED), Harvest(id="y", of="x")], ["x", "y/a", "y/b"]),
        ([Breakout(id="x"), Harvest(id="y", of="x")], ["x", "y"]),
        ([Harvest(id="y", of="gone")], ["y"]),
        ([Harvest(id="y", of="x"), Discussion(id="x", questions=ASKED)], ["y", "x/a", "x/b"]),
        ([List(id="x", questions=ASKED[:1])], ["x", "x/a"]),
        ([List(id="x", questions=ASKED[:1], reveal="after-question")], ["x/a", "x"]),
        ([], []),
    ],
)
def test_the_walk(items: list[Item], expected: list[str]) -> None:
    assert [f"{s.item}/{s.question}" if s.question else s.item for s in walk(items)] == expected  # type: ignore[arg-type]


def test_a_run_begins_nowhere(run: Speaker) -> None:
    assert (run.stage.position, run.stage.visits(), run.stage.screen, run.stage.ended) == (None, (), "live", None)


def test_the_position_is_the_step_entered_last(run: Speaker) -> None:
    run.stage.enter(Step("talk", "why"))
    run.stage.enter(Step("talk", "then"))

    assert here(run).where == Step("talk", "then")


def test_staying_in_an_item_keeps_its_visit_and_its_clock(run: Speaker) -> None:
    assert isinstance(run.clock, ManualClock)
    began = run.now()
    run.stage.enter(Step("talk", "why"))
    visit = here(run).visit
    run.clock.advance(minutes=3)
    run.stage.enter(Step("talk", "then"))

    assert (here(run).visit, here(run).visit_entered, here(run).entered) == (visit, began, later(began, 3))


def test_coming_back_to_an_item_is_a_visit_of_its_own(run: Speaker) -> None:
    visits = []
    for item in ("talk", "rooms", "talk"):
        run.stage.enter(Step(item))
        visits.append(here(run).visit)

    assert len(set(visits)) == 3


def test_page_and_reveal_belong_to_the_step_they_were_shown_at(run: Speaker) -> None:
    run.stage.enter(Step("rules"))
    run.stage.show(1, 2)
    shown = (here(run).page, here(run).reveal, here(run).fresh)
    run.stage.enter(Step("talk", "why"))

    assert shown == (1, 2, False)
    assert (here(run).page, here(run).reveal, here(run).fresh) == (0, None, True)


def test_showing_a_page_before_the_first_step_says_nothing(run: Speaker) -> None:
    said = len(run.spoken)
    run.stage.show(1, None)

    assert len(run.spoken) == said


def test_the_screen_that_is_on_is_not_said_again(run: Speaker) -> None:
    run.stage.set_screen("calm")
    said = len(run.spoken)
    run.stage.set_screen("calm")

    assert (run.stage.screen, len(run.spoken)) == ("calm", said)


def test_an_inserted_break_has_a_step_like_any_other(run: Speaker) -> None:
    run.agenda.insert(Break(id="pause"), "rules", "start")
    run.stage.enter(Step("pause"))

    assert here(run).item == "pause"
