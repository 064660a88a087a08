"""The answers as Markdown: nothing is left out, and nothing typed means anything to the format."""

from __future__ import annotations

import pytest

from qpido_facilitator.export.markdown import markdown
from qpido_facilitator.export.papers import paper
from qpido_facilitator.export.report import report_of
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from tests.builders import Room, plan


@pytest.fixture
def run(tmp_path):
    """An open run of the short session."""
    with Room(tmp_path) as room:
        opened = room.trainer("trainer")
        opened.agenda.lay_down(plan())
        yield opened


def text(run, english):
    return markdown(paper(report_of(run, english), english))


def test_questions_come_in_the_order_of_the_agenda(run, english):
    said = text(run, english)
    assert said.index("### Talk") < said.index("### Rooms") < said.index("## Planned and actual")


def test_a_group_without_an_answer_is_said(run, english):
    assert "- Group 3: *no note*" in text(run, english)


def test_a_question_for_one_group_lists_no_other(run, english):
    rooms = text(run, english).split("### Rooms")[1]
    second = rooms.split("What would you do?")[1].split("##")[0]
    assert "Group 2" in second
    assert "Group 1" not in second


def test_answers_of_one_question_in_plenary_and_in_groups_keep_both_places(run, english):
    run.notes.add(Place("rooms", "why", 1), "in the group")
    run.notes.add(Place("rooms", "why"), "in plenary")
    said = text(run, english)
    assert "- Group 1:\n  - in the group" in said
    assert "- Plenary:\n  - in plenary" in said


def test_an_answer_of_a_group_that_is_no_longer_asked_is_not_left_out(run, english):
    run.notes.add(Place("rooms", "why", 9), "a ninth group spoke")
    assert "- Group 9:\n  - a ninth group spoke" in text(run, english)


@pytest.mark.parametrize("typed", ["<img src=x>", "# head", "| a | b |", "*bold* _it_", "[link](http://x)", "`code`"])
def test_what_was_typed_means_nothing_to_markdown(run, english, typed):
    run.notes.add(Place("talk", "why"), typed)
    line = next(line for line in text(run, english).splitlines() if typed[-3:].strip("|>*_)`") in line and "\\" in line)
    assert line.replace("\\", "").endswith(typed)


def test_a_line_separator_inside_an_answer_does_not_break_the_list(run, english):
    run.notes.add(Place("talk", "why"), "one\u2028two")
    assert "  - one\n      two" in text(run, english)


def test_a_skipped_item_says_so_and_has_no_actual_time(run, english):
    run.agenda.skip("rules")
    assert "| Rules | 10 | skipped |" in text(run, english)


def test_an_unknown_length_is_said(run, english):
    assert "| Goodbye | unknown | – |" in text(run, english)


def test_the_actual_time_of_an_item_is_that_of_all_its_visits(run, english):
    for minutes, step in ((4, "welcome"), (2, "rules"), (3, "welcome"), (0, "talk")):
        run.stage.enter(Step(step))
        run.clock.advance(minutes=minutes)
    said = text(run, english)
    assert "| Welcome | 5 | 7 |" in said
    assert "| Rules | 10 | 2 |" in said


def test_parked_points_stand_apart(run, english):
    run.notes.add(Place("talk", "why", None, "parking"), "come back to this")
    assert "## Parked\n\n- come back to this" in text(run, english)
