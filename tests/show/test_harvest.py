"""The harvest on both sides: only answers, never a hidden one, one by one; and why a group has none."""

from __future__ import annotations

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import KINDS, Place
from qpido_facilitator.show.audience import plain_text
from qpido_facilitator.show.harvest import harvest_lines, harvest_sheet, told
from qpido_facilitator.show.screen import screen_of
from tests.exercise import Exercise, exercise_plan

CANARY = "KANARIE"


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        made.open()
        yield made


def rows(exercise, words, reveal=None, question="q1"):
    found = told(exercise.trainer, exercise.harvest(), question, reveal, words).rows
    return [row.answers or row.reason for row in found]


def sheet(exercise, words, reveal=None, question="q1"):
    return harvest_sheet(exercise.trainer, exercise.harvest(), question, reveal, words)


def test_each_group_is_told_when_its_turn_is_there_and_keeps_its_place_before(exercise, english):
    for group in (1, 2, 3):
        exercise.say(group, "q1", f"answer {group}")
    assert rows(exercise, english, 0) == ["", "", ""]
    assert rows(exercise, english, 2) == [("answer 1",), ("answer 2",), ""]
    assert rows(exercise, english) == [("answer 1",), ("answer 2",), ("answer 3",)]


def test_without_a_choice_everything_is_shown_and_with_one_only_what_was_chosen(exercise, english):
    one, _ = exercise.say(1, "q1", "first"), exercise.say(1, "q1", "second")
    exercise.say(2, "q1", "third")
    before = rows(exercise, english)
    exercise.trainer.reap.pin(one)
    assert before == [("first", "second"), ("third",), "–"]
    assert rows(exercise, english) == [("first",), "–"]


def test_a_hidden_answer_goes_at_once_and_its_row_stays(exercise, english):
    name = exercise.say(1, "q1", "oops")
    exercise.trainer.reap.hide(name)
    assert rows(exercise, english) == ["–", "–", "–"]


def test_hiding_the_only_chosen_answer_shows_no_other(exercise, english):
    name = exercise.say(1, "q1", "chosen")
    exercise.say(1, "q1", "not chosen")
    exercise.trainer.reap.pin(name)
    exercise.trainer.reap.hide(name)
    assert "not chosen" not in str(rows(exercise, english))


def test_a_shortened_copy_is_shown_instead_of_the_note(exercise, english):
    name = exercise.say(1, "q1", "a very long answer")
    exercise.trainer.reap.shorten(name, "short")
    assert rows(exercise, english)[0] == ("short",)


def test_a_copy_made_before_the_note_changed_is_marked(exercise, english):
    name = exercise.say(1, "q1", "a very long answer")
    exercise.trainer.reap.shorten(name, "short")
    before = sheet(exercise, english).sections[0].lines[0].changed
    exercise.trainer.noting.put(name, "another answer")
    assert (before, sheet(exercise, english).sections[0].lines[0].changed) == (False, True)


def test_the_order_of_copies_is_not_that_of_the_notes(exercise, english):
    one, two = exercise.say(1, "q1", "one"), exercise.say(1, "q1", "two")
    exercise.trainer.reap.place({two: "1", one: "2"})
    assert rows(exercise, english)[0] == ("two", "one")


def test_a_quote_stands_between_marks_once(exercise, english):
    for text in ("We just do something", "“We do”"):
        exercise.trainer.noting.add(Place("rooms", "q1", 1, "quote"), text)
    assert rows(exercise, english)[0] == ("“We just do something”", "“We do”")


def test_an_empty_group_says_why(exercise, english):
    run, item = exercise.trainer, exercise.item()
    run.visits.miss(item, 1, "q1", "no-notes")
    run.visits.miss(item, 2, "q1", "not-reached")
    assert rows(exercise, english) == ["No notes", "Did not get to this", "–"]


def test_the_trainer_is_told_what_to_do_about_an_empty_group(exercise, english):
    run, item = exercise.trainer, exercise.item()
    run.visits.miss(item, 1, "q1", "no-notes")
    run.visits.visit(item, 2)
    assert [part.reason for part in sheet(exercise, english).sections] == [
        "No notes", "Nothing written down. Ask them now.", "Not visited. Ask them now.",
    ]  # fmt: skip


def test_an_answer_after_the_rooms_closed_is_marked_for_the_trainer_alone(exercise, english, zone):
    zone("UTC")
    exercise.say(1, "q1", "in time")
    exercise.after(15)
    exercise.close()
    exercise.after(4)
    exercise.say(1, "q1", "late")
    lines = sheet(exercise, english).sections[0].lines
    assert [line.late for line in lines] == ["", "after closing, 09:19"]
    assert "closing" not in str(rows(exercise, english))


def test_the_sheet_says_which_row_is_next_and_what_is_in_it(exercise, english):
    exercise.say(2, "q1", "two")
    found = sheet(exercise, english, 1)
    assert [part.state for part in found.sections] == ["shown", "next", "later"]
    assert (found.next_title, found.next_lines, found.counter) == ("Group 2", ("two",), "1 of 3 shown")


def test_group_by_group_a_group_tells_all_its_answers(tmp_path, english):
    with Exercise(tmp_path, exercise_plan(2, by="group")) as exercise:
        exercise.say(1, "q1", "a")
        exercise.say(1, "q2", "b")
        first = told(exercise.trainer, exercise.harvest(), None, 1, english)
        both = told(exercise.trainer, exercise.harvest(), None, 2, english)
        assert (first.heading, first.number) == ("Group 1", (1, 2))
        assert [row.answers for row in first.rows] == [("a",), ()]
        assert [row.answers for row in both.rows] == [("a",), ("b",)]
        assert harvest_lines(exercise.trainer, exercise.harvest(), None) == 4


def test_a_plenary_answer_comes_last(exercise, english):
    exercise.say(None, "q1", "all together")
    assert rows(exercise, english)[-1] == ("all together",)


def test_observations_signals_authors_and_other_kinds_have_no_way_in(exercise, english):
    helper = exercise.helper()
    helper.signals.note("own-experience", 1, "K")
    for kind in sorted(set(KINDS) - {"answer", "quote"}):
        helper.noting.add(Place("rooms", "q1", 1, kind), f"{CANARY} {kind}")
    exercise.say(1, "q1", "an answer", by=helper)
    exercise.share()
    exercise.close()
    for reveal in (0, 1, None):
        exercise.trainer.stage.show(0, reveal)
        slide = plain_text(screen_of(exercise.trainer, exercise.trainer.now(), english))
        values = str(told(exercise.trainer, exercise.harvest(), "q1", reveal, english))
        for word in (CANARY, "own-experience", "co-trainer", helper.writer[:8]):
            assert word not in slide
            assert word not in values


def test_the_slide_holds_only_what_was_revealed(exercise, english):
    exercise.say(1, "q1", "first words")
    exercise.say(2, "q1", "second words")
    exercise.trainer.stage.enter(Step("back", "q1"))
    exercise.trainer.stage.show(0, 1)
    slide = plain_text(screen_of(exercise.trainer, exercise.trainer.now(), english))
    assert ("first words" in slide, "second words" in slide) == (True, False)
