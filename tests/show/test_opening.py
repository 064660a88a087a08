"""The script of a breakout: what to copy, what to press in the call, when the clock begins."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.audience.slides import BreakoutSlide
from qpido_facilitator.show.clocks import rooms_clock
from qpido_facilitator.show.opening import opening_of
from qpido_facilitator.show.room_texts import room_list, rooms_fit, task_text
from qpido_facilitator.show.screen import screen_of
from tests.exercise import Exercise, exercise_plan


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def script(exercise, words):
    run = exercise.trainer
    return opening_of(run, exercise.breakout(), run.now(), words)


def test_it_begins_with_copying_the_task(exercise, english):
    cards = script(exercise, english).cards
    assert [(card.kind, card.active) for card in cards] == [("task", True), ("open", False), ("start", False)]


def test_after_the_task_was_copied_the_rooms_are_next(exercise, english):
    from qpido_facilitator.plan.steps import Step

    exercise.trainer.stage.enter(Step("rooms"))
    exercise.trainer.cues.copy("rooms", "task", exercise.trainer.stage.position.visit)
    cards = script(exercise, english).cards
    assert [(card.kind, card.active) for card in cards] == [("task", False), ("open", True), ("start", False)]
    assert cards[0].done.startswith("Copied ")


def test_open_rooms_are_closed_again_by_hand(exercise, english):
    exercise.open()
    found = script(exercise, english)
    assert [(card.kind, card.active) for card in found.cards] == [("close", True), ("harvest", False)]
    assert "calls nobody back" in found.cards[1].text


def test_after_closing_comes_the_harvest(exercise, english):
    exercise.open()
    exercise.after(15)
    exercise.close()
    found = script(exercise, english)
    assert (found.opened, found.closed, found.cards[1].active) == (True, True, True)


def test_the_task_tells_the_time_the_questions_and_how_to_come_back(exercise, english):
    assert task_text(exercise.trainer, exercise.breakout(), english).splitlines() == [
        "In groups, 15 minutes: Your approach",
        "1. Question 1?",
        "2. Question 2?",
        "One of us comes by and writes down answers, without names.",
        "Coming back: leave your group, not the meeting.",
    ]


@pytest.mark.parametrize(
    ("staffing", "said"),
    [
        ("trainer-per-group", "One of us is with you"),
        ("going-round", "One of us comes by"),
        ("note-taker", "Choose one who writes"),
        ("nobody", "Nobody writes along"),
    ],
)
def test_the_task_says_truly_who_writes(tmp_path, english, staffing, said):
    with Exercise(tmp_path, exercise_plan(staffing=staffing)) as exercise:
        assert said in task_text(exercise.trainer, exercise.breakout(), english)


def test_the_sessions_own_words_for_the_task_are_followed_by_how_long_who_writes_and_how_to_come_back(
    exercise, english
):
    own = replace(exercise.breakout(), chat="Our approach, in groups:\n- why?", staffing="nobody")
    assert task_text(exercise.trainer, own, english).splitlines() == [
        "Our approach, in groups:",
        "- why?",
        "You have 15 minutes.",
        "Nobody writes along. Choose what you want to share.",
        "Coming back: leave your group, not the meeting.",
    ]


def test_minutes_more_before_the_rooms_open_are_told_in_the_script_the_chat_and_on_the_slide(exercise, english):
    run = exercise.trainer
    run.stage.enter(Step("rooms"))
    clock = rooms_clock(run, run.now())
    run.timers.set(clock.timer, replace(clock.countdown, timebox=timedelta(minutes=17)))
    slide = screen_of(run, run.now(), english)
    assert isinstance(slide, BreakoutSlide)
    told = [card.text for card in script(exercise, english).cards]
    assert "17 minutes" in told[0]
    assert "17 minutes" in told[2]
    assert (slide.kicker, slide.clock.text) == ("In groups · 17 minutes", "17:00")


def test_the_list_of_rooms_has_initials_or_numbers_and_no_names(exercise, english):
    run, item = exercise.trainer, exercise.breakout()
    run.rooms.seat(item, {1: ("SV", "12")})
    run.rooms.resize(item, 2, 4)
    assert room_list(run, item, english).splitlines() == ["Group 1: SV 12", "Group 2: 4 people", "Group 3"]


def test_it_warns_when_the_groups_no_longer_fit_how_many_are_there(exercise, english):
    run, item = exercise.trainer, exercise.breakout()
    run.rooms.divide(item, 9)
    run.arrival.count(10)
    assert rooms_fit(run, item, english) == "The groups are for 9, and 10 are there"
    run.rooms.divide(item, 10)
    assert rooms_fit(run, item, english) == ""


def test_nobody_warns_while_nobody_counted(exercise, english):
    assert rooms_fit(exercise.trainer, exercise.breakout(), english) == ""


def test_the_ways_to_staff_tell_what_they_mean_and_which_is_chosen(exercise, english):
    exercise.trainer.rooms.staff("rooms", "note-taker")
    assert [choice.staffing for choice in script(exercise, english).staffing if choice.chosen] == ["note-taker"]


def test_a_tile_tells_a_groups_name_and_people(exercise, english):
    exercise.trainer.rooms.label(exercise.breakout(), 1, None, "pear")
    exercise.trainer.rooms.resize(exercise.breakout(), 1, 1)
    tile = script(exercise, english).groups[0]
    assert (tile.name, tile.people) == ("Group 1, pear", "1 person")
