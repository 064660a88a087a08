"""What was changed on the way lands in the export, and what was undone does not."""

from __future__ import annotations

import pytest

from qpido_facilitator.export.markdown import markdown
from qpido_facilitator.export.papers import paper
from qpido_facilitator.export.report import report_of
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import EndAt, RetimeQuestion
from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.differences import differences
from qpido_facilitator.words import Words
from tests.builders import Room, later, plan


@pytest.fixture
def run(tmp_path, zone):
    """An open run of the short session, at nine."""
    zone("UTC")
    with Room(tmp_path) as room:
        opened = room.trainer("trainer")
        opened.agenda.lay_down(plan())
        yield opened


def section(run, english):
    said = markdown(paper(report_of(run, english), english))
    return said.split("## Changed on the way\n\n")[1].splitlines() if "## Changed on the way" in said else []


def test_a_run_that_went_as_planned_has_no_such_section(run, english):
    run.stage.enter(Step("welcome"))
    assert section(run, english) == []


def test_what_was_skipped_stands_there_with_the_time_and_the_reason(run, english):
    run.clock.advance(minutes=3)
    run.replan.skip("rules", reason="no time")
    assert section(run, english) == ["- 09:03 Skipped: Rules (no time)"]


def test_what_was_broken_off_is_not_called_skipped(run, english):
    run.stage.enter(Step("rules"))
    run.replan.skip("rules")
    assert section(run, english) == ["- 09:00 Broken off: Rules"]


def test_a_new_length_stands_there_with_the_old(run, english):
    run.replan.retime("rules", 7.5)
    run.replan.retime("bye", 5)
    assert section(run, english) == ["- 09:00 Rules: 10 to 7.5 min", "- 09:00 Goodbye: unknown to 5 min"]


def test_numbers_are_written_as_the_language_writes_them(run):
    run.replan.retime("rules", 7.5)
    assert differences(run, Words("nl"))[0].text == "Rules: 10 naar 7,5 min"


def test_a_new_length_of_a_question_names_the_question(run, english):
    run.replan.apply(RetimeQuestion("talk", "why", 2))
    assert section(run, english) == ["- 09:00 Talk, Why did this happen?: unknown to 2 min"]


def test_what_was_moved_stands_there_with_its_new_place(run, english):
    run.replan.move("bye", "welcome", "start")
    assert section(run, english) == ["- 09:00 Moved: Goodbye, now after Welcome"]


def test_a_part_that_was_moved_stands_there_once(run, english):
    run.replan.shift_part("end", -1)
    assert section(run, english) == ["- 09:00 Moved: End"]


def test_a_question_of_ones_own_stands_there_and_its_answers_above(run, english):
    run.stage.enter(Step("talk", "why"))
    own = run.inserts.ask("And <you>?", short="Own question", go=True)
    run.notes.add(Place(own, "question"), "me too")
    said = markdown(paper(report_of(run, english), english))
    assert "### Own question\n\n**And \\<you\\>?**\n\n- Plenary:\n  - me too" in said
    assert section(run, english) == ["- 09:00 Added: Own question: And \\<you\\>?"]


def test_an_insertion_is_in_the_table_of_times(run, english):
    run.inserts.add_break(5, short="Extra break", after=Step("rules"), go=True)
    run.clock.advance(minutes=6)
    run.stage.enter(Step("talk", "why"))
    said = markdown(paper(report_of(run, english), english))
    assert "| Extra break (added) | 5 | 6 |" in said


def test_what_was_undone_is_no_difference(run, english):
    run.stage.enter(Step("welcome"))
    for change in (lambda: run.replan.skip("rules"), lambda: run.replan.retime("talk", 3),
                   lambda: run.replan.move("bye", "welcome", "start"), lambda: run.inserts.ask("And you?"),
                   lambda: run.replan.shift_part("end", -1),
                   lambda: run.replan.apply(EndAt(later(run.now(), 90)))):  # fmt: skip
        change()
        run.undo.undo()
    assert section(run, english) == []


def test_a_late_start_and_an_agreed_end_stand_last(run, english):
    run.arrival.plan_start(run.now())
    run.clock.advance(minutes=6)
    run.stage.enter(Step("welcome"))
    run.replan.decide_late("shift")
    run.replan.apply(EndAt(later(run.now(), 60)))
    assert section(run, english) == ["- 09:06 Started 6 min late; the end shifted along", "- End agreed: 10:06"]


def test_a_breakout_that_became_shorter_is_told_by_its_item(run, english):
    run.replan.lengthen("rooms", -5)
    assert section(run, english) == ["- 09:00 Rooms: 20 to 15 min"]
