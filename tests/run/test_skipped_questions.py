"""Leaving a single question out: it stays in sight, gives its minutes back, and never moves what is on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qpido_facilitator.plan.model import Discussion, Part, Question, SessionPlan, Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import SkipQuestion
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.show.clocks import item_clock
from qpido_facilitator.show.course import neighbour
from qpido_facilitator.show.differences import differences
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.show.screen import screen_of
from qpido_facilitator.words import Words
from tests.builders import Room, Speaker, carried, minutes

ASKED = tuple(Question(name, f"{name}?", minutes=5) for name in ("one", "two", "three"))


def a_plan(own: float | None) -> SessionPlan:
    talk = Discussion(id="talk", title="Talk", minutes=own, questions=ASKED)
    return SessionPlan(id="s", title="S", parts=(Part("p", "P", items=(talk, Text(id="bye", title="Bye", minutes=5))),))


@pytest.fixture(params=[None, 20.0], ids=["length from questions", "length of its own"])
def run(request, tmp_path: Path) -> Iterator[Speaker]:
    with Room(tmp_path) as room:
        opened = room.trainer()
        opened.agenda.lay_down(a_plan(request.param))
        yield opened


def walked(run: Speaker) -> list[str]:
    here = run.stage.position
    return [step.question or step.item for step in run.agenda.steps(here.where if here else None)]


def test_the_walk_passes_a_question_that_is_left_out(run):
    run.replan.skip_question("talk", "two")
    assert walked(run) == ["one", "three", "bye"]


def test_its_minutes_are_given_back(run):
    run.stage.enter(Step("talk", "one"))
    before = schedule_of(run, run.now()).over
    run.replan.skip_question("talk", "two")
    assert before - schedule_of(run, run.now()).over == minutes(5)


def test_a_question_that_is_taken_back_in_has_its_minutes_again(run):
    before = run.agenda.entry("talk")
    run.replan.skip_question("talk", "two")
    run.replan.unskip_question("talk", "two")
    assert run.agenda.entry("talk") == before


def test_undo_is_one_step_and_redo_another(run):
    before = run.agenda.entry("talk")
    run.replan.skip_question("talk", "two")
    after = run.agenda.entry("talk")
    run.undo.undo()
    undone = run.agenda.entry("talk")
    run.undo.redo()
    assert (undone, run.agenda.entry("talk")) == (before, after)


def test_the_last_question_takes_its_item_along(run):
    for name in ("one", "two", "three"):
        run.replan.skip_question("talk", name)
    assert (run.agenda.entry("talk").skipped, walked(run)) == (True, ["bye"])


def test_next_goes_on_from_a_question_that_was_left_out_while_it_was_on(run):
    run.stage.enter(Step("talk", "two"))
    run.replan.skip_question("talk", "two")
    here = run.stage.position.where
    assert neighbour(run.agenda.steps(here), here, 1) == Step("talk", "three")


def test_participants_keep_what_they_see(run):
    run.stage.enter(Step("talk", "one"))
    before = screen_of(run, run.now(), Words("en"))
    run.replan.skip_question("talk", "two")
    assert screen_of(run, run.now(), Words("en")) == before


def test_two_laptops_that_leave_out_another_question_leave_out_both(tmp_path):
    with Room(tmp_path) as room:
        one, other = room.trainer("a"), room.trainer("b")
        one.agenda.lay_down(a_plan(None))
        other.accept(carried(one.spoken))
        one.replan.skip_question("talk", "one")
        other.replan.skip_question("talk", "three")
        one.accept(carried(other.spoken))
        other.accept(carried(one.spoken))
        assert (walked(one), walked(other)) == (["two", "bye"], ["two", "bye"])


def test_questions_that_are_all_left_out_by_hand_leave_the_item_standing(run):
    run.replan.apply(*(SkipQuestion("talk", name) for name in ("one", "two", "three")))
    assert walked(run) == ["one", "two", "three", "bye"]


def test_it_lands_in_the_report_by_its_name(run):
    run.replan.skip_question("talk", "two")
    assert "Not asked: Talk, two?" in [one.text for one in differences(run, Words("en"))]


def test_a_clock_that_was_set_by_hand_stands_as_it_did_after_undo(run):
    run.stage.enter(Step("talk", "one"))
    visit = run.stage.position.visit
    run.timers.set(visit, Countdown(minutes(30), minutes(1), True))
    run.replan.skip_question("talk", "two")
    run.undo.undo()
    assert item_clock(run, run.now()).countdown.timebox == minutes(30)
