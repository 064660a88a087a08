"""What a co-trainer is told: the truth about each line, where the trainer is, and that late is not too late."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.cotrainer import (
    LONG,
    copy_of,
    exercises_of,
    first_exercise,
    first_group,
    screen_for,
    where_trainer_is,
)
from tests.builders import carried
from tests.exercise import Exercise

ALL = 10_000


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


@pytest.fixture
def helper(exercise):
    return exercise.helper()


def screen(exercise, helper, words, *, group=2, saved=ALL, since=None, item="rooms"):
    return screen_for(helper, exercise.item(item, helper), group, saved, since, helper.now(), words)


def states(shown, question="q1"):
    card = next(card for card in shown.cards if card.question == question)
    return [line.state for line in card.lines]


def test_a_line_is_being_kept_then_kept_here_then_read(exercise, helper, english):
    exercise.say(2, "q1", "text", by=helper)
    writing = states(screen(exercise, helper, english, saved=0))
    here = states(screen(exercise, helper, english))
    exercise.share()
    assert (writing, here, states(screen(exercise, helper, english))) == (["writing"], ["here"], ["read"])


def test_a_line_that_was_read_and_then_changed_is_not_read(exercise, helper, english):
    name = exercise.say(2, "q1", "text", by=helper)
    exercise.share()
    helper.noting.put(name, "other text")
    assert states(screen(exercise, helper, english)) == ["here"]


def test_a_line_of_the_trainer_is_read_by_the_trainer(exercise, helper, english):
    exercise.say(2, "q1", "text")
    exercise.share()
    assert states(screen(exercise, helper, english)) == ["read"]


def test_a_line_that_did_not_come_through_a_gap_is_not_said_to_be_read(exercise, helper, english):
    first = len(helper.spoken)
    exercise.say(2, "q1", "lost", by=helper)
    exercise.say(2, "q1", "came", by=helper)
    exercise.trainer.accept(carried(helper.spoken[first + 1 :]))
    helper.accept(carried(exercise.trainer.spoken))
    assert states(screen(exercise, helper, english)) == ["here", "here"]


def test_it_is_connected_when_everything_was_read_and_alone_when_nothing_is_for_long(exercise, helper, english):
    exercise.share()
    read = screen(exercise, helper, english).connection
    exercise.say(2, "q1", "text", by=helper)
    now = helper.now()
    fresh = screen(exercise, helper, english, since=now - timedelta(seconds=1)).connection
    long = screen(exercise, helper, english, since=now - LONG).connection
    assert (read, fresh, long) == ("connected", "on-the-way", "alone")


def test_from_the_first_second_alone_one_can_write(exercise, english):
    lonely = exercise.room.co_trainer("lonely")
    lonely.accept(carried(exercise.trainer.spoken))
    exercise.say(2, "q1", "text", by=lonely)
    shown = screen(exercise, lonely, english, since=lonely.now() - LONG)
    assert (shown.connection, shown.can_write, shown.foot) == ("alone", True, "1 not read yet")


def test_before_the_rooms_open_it_says_soon_and_then_it_counts_down(exercise, helper, english):
    before = screen(exercise, helper, english).clock
    exercise.open()
    exercise.share()
    shown = screen(exercise, helper, english)
    assert before == "Soon"
    assert (shown.phase, shown.clock[:3]) == ("running", "09:")


def test_on_the_trainers_own_laptop_it_counts_the_seconds(exercise, english):
    exercise.open()
    exercise.after(5)
    shown = screen(exercise, exercise.trainer, english)
    assert (shown.clock, shown.below[:8]) == ("10:00", "Back at ")


def test_a_second_process_on_the_trainers_laptop_counts_the_seconds_too(exercise, english):
    exercise.open()
    beside = exercise.room.co_trainer("beside", clock=exercise.clock)
    beside.accept(carried(exercise.trainer.spoken))
    exercise.clock.advance(minutes=5)
    assert screen(exercise, beside, english).clock == "10:00"


def test_minutes_more_reach_everyone(exercise, english):
    from qpido_facilitator.show.clocks import lengthened, rooms_clock

    exercise.open()
    clock = rooms_clock(exercise.trainer, exercise.trainer.now())
    assert clock is not None
    exercise.trainer.timers.set(clock.timer, lengthened(clock, timedelta(minutes=2)))
    assert screen(exercise, exercise.trainer, english).clock == "17:00"


def test_the_banner_says_where_the_trainer_is_and_leads_there(exercise, helper, english):
    exercise.trainer.stage.enter(Step("again"))
    exercise.share()
    banner = screen(exercise, helper, english).banner
    assert (banner.text, banner.item) == ("The trainer is at Again", "again")


def test_after_closing_one_may_go_on_writing_and_is_told_so(exercise, helper, english):
    exercise.open()
    exercise.after(15)
    exercise.close()
    exercise.share()
    shown = screen(exercise, helper, english)
    assert (shown.phase, shown.clock, shown.can_write) == ("closed", "Closed", True)
    assert (shown.banner.tone, shown.banner.item) == ("care", "")


def test_after_the_end_nobody_writes(exercise, helper, english):
    exercise.trainer.stage.end()
    exercise.share()
    assert screen(exercise, helper, english).can_write is False


def test_it_begins_at_the_exercise_that_is_on_or_comes_next(exercise, helper):
    before = first_exercise(helper).id
    exercise.trainer.stage.enter(Step("again"))
    exercise.share()
    assert (before, first_exercise(helper).id) == ("rooms", "again")


def test_a_harvest_is_where_its_exercise_is(exercise, helper):
    exercise.trainer.stage.enter(Step("back", "q1"))
    exercise.share()
    assert where_trainer_is(helper).id == "rooms"


def test_it_begins_with_my_group_or_one_that_nobody_takes(exercise, helper):
    item = exercise.item(run=helper)
    free = first_group(helper, item)
    exercise.trainer.visits.take(exercise.item(), 1)
    exercise.share()
    next_free = first_group(helper, item)
    helper.visits.take(item, 3)
    assert (free, next_free, first_group(helper, item)) == (1, 2, 3)


def test_my_groups_stand_in_front_and_the_plenary_last(exercise, helper, english):
    helper.visits.take(exercise.item(run=helper), 3)
    tabs = screen(exercise, helper, english, group=3).tabs
    assert [(tab.group, tab.mine, tab.chosen) for tab in tabs] == [
        (3, True, True), (1, False, False), (2, False, False), (None, False, False),
    ]  # fmt: skip


def test_every_group_can_be_taken_and_mine_be_left(exercise, helper, english):
    helper.visits.take(exercise.item(run=helper), 2)
    assert screen(exercise, helper, english).others == (
        (1, "Take Group 1", False), (2, "Leave Group 2 to others", True), (3, "Take Group 3", False),
    )  # fmt: skip


def test_a_merged_group_shows_what_both_said(exercise, helper, english):
    exercise.say(3, "q1", "three", by=helper)
    exercise.trainer.rooms.merge(exercise.item(), 3, 2)
    exercise.share()
    assert len(screen(exercise, helper, english, group=3).cards[0].lines) == 1


def test_visiting_and_asking_for_help_are_seen(exercise, helper, english):
    item = exercise.item(run=helper)
    helper.visits.visit(item, 2)
    helper.help.ask(item, 2)
    shown = screen(exercise, helper, english)
    assert (shown.here, shown.help) == (True, True)


def test_everything_can_be_copied_as_text_without_observations(exercise, helper, english):
    exercise.say(2, "q1", "one", by=helper)
    helper.noting.add(Place("rooms", "q1", 2, "observation"), "KANARIE")
    exercise.say(1, "q1", "not mine")
    exercise.share()
    assert copy_of(helper, exercise.item(run=helper), 2, english).splitlines() == [
        "Your approach", "", "Group 2", "1. Question 1?", "- one",
    ]  # fmt: skip


def test_what_was_copied_can_be_taken_in_by_the_trainer(exercise, helper, english):
    from qpido_facilitator.show.answer_sheet import sheet_of
    from qpido_facilitator.show.importing import preview_of

    exercise.say(2, "q1", "one", by=helper)
    text = copy_of(helper, exercise.item(run=helper), 2, english)
    found = preview_of(exercise.trainer, sheet_of(exercise.trainer, exercise.breakout(), english), text, english)
    assert [(row.group, row.question, row.text) for row in found.rows] == [(2, "q1", "one")]


def test_both_versions_of_an_answer_are_there_to_settle(exercise, helper, english):
    name = exercise.say(2, "q1", "start")
    exercise.share()
    exercise.trainer.noting.put(name, "left")
    helper.noting.put(name, "right")
    exercise.share()
    line = screen(exercise, helper, english).cards[0].lines[0]
    assert {version.text for version in line.conflict.versions} == {"left", "right"}


def test_a_question_in_the_plenary_is_answered_there(tmp_path, english):
    from tests.builders import plan

    with Exercise(tmp_path, plan()) as exercise:
        helper = exercise.helper()
        shown = screen_for(helper, exercise.item("talk", helper), None, ALL, None, helper.now(), english)
        assert [one.id for one in exercises_of(helper)] == ["talk", "rooms"]
        assert shown.phase == "plenary"
