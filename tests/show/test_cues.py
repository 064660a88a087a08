"""Cues: in time, once, and no longer when their words are no longer true."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from qpido_facilitator.plan.model import Breakout, Cue, Discussion, Part, Question, SessionPlan, Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.band import band_of
from qpido_facilitator.show.clocks import lengthened, rooms_clock, step_clock, toggled
from qpido_facilitator.show.cues import cue_now, cues_of
from qpido_facilitator.words import Words
from tests.builders import Room, carried, minutes


def a_plan(language: str = "nl") -> SessionPlan:
    cues = (Cue("half", "Half way", "We are half way"), Cue("-2", "Two left"), Cue("end", "Stop"))
    asked = (Question("q", "Why?", chat="Question for the chat"), Question("r", "And?"))
    return SessionPlan(
        id="p", title="P", language=language, groups=2,
        parts=(
            Part("one", "One", items=(
                Text(id="talk", title="Talk", minutes=10, chat="Hello chat", cues=(Cue("3", "Three in"), *cues)),
                Text(id="free", title="Free", cues=(Cue("3", "Three in"), *cues)),
                Breakout(id="rooms", title="Rooms", minutes=15, rooms=10, questions=(Question("q", "Q"),)),
                Breakout(id="own", title="Own", minutes=15, rooms=10, cues=cues),
                Discussion(id="ask", title="Ask", minutes=6, questions=asked, chat="For all of it"),
            )),
        ),
    )  # fmt: skip


@pytest.fixture
def room(tmp_path):
    with Room(tmp_path) as room:
        yield room


@pytest.fixture
def run(room):
    opened = room.trainer()
    opened.agenda.lay_down(a_plan())
    return opened


def clock_of(run, which):
    clock = which(run, run.now())
    assert clock is not None
    return clock


def at(run, item, length=0.0, question=None):
    run.stage.enter(Step(item, question))
    run.clock.advance(minutes=length)


def open_rooms(run, length=0.0):
    clock = rooms_clock(run, run.now())
    assert clock is not None
    run.timers.set(clock.timer, replace(clock.countdown, running=True))
    run.clock.advance(minutes=length)


def states(run, words):
    return {row.name: row.state for row in cues_of(run, run.now(), words) if row.kind != "chat"}


def the(run, words, name):
    return next(row for row in cues_of(run, run.now(), words) if row.name == name)


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (0, ["later", "later", "later", "later"]),
        (2.7, ["later", "later", "later", "later"]),
        (2.75, ["coming", "later", "later", "later"]),
        (2.99, ["coming", "later", "later", "later"]),
        (3, ["due", "later", "later", "later"]),
        (4.8, ["due", "coming", "later", "later"]),
        (5, ["missed", "due", "later", "later"]),
        (8, ["missed", "missed", "due", "later"]),
        (10, ["missed", "missed", "missed", "due"]),
        (14, ["missed", "missed", "missed", "due"]),
    ],
)
def test_a_cue_is_later_coming_due_and_missed(run, english, passed, expected):
    at(run, "talk", passed)
    assert list(states(run, english).values()) == expected


def test_a_cue_that_was_copied_is_ticked_with_its_time(run, english, zone):
    zone("UTC")
    at(run, "talk", 3.5)
    run.cues.copy("talk", "0", run.stage.position.visit)
    run.clock.advance(minutes=5)
    row = the(run, english, "0")
    assert (row.state, row.done) == ("copied", "Copied 09:03")


def test_a_copied_cue_is_still_known_after_a_restart(room, run, english):
    at(run, "talk", 3.5)
    run.cues.copy("talk", "0", run.stage.position.visit)
    run.crash()
    again = room.trainer(clock=run.clock)
    assert the(again, english, "0").state == "copied"


def test_in_a_new_round_a_cue_is_asked_for_again(run, english):
    at(run, "talk", 3.5)
    run.cues.copy("talk", "0", run.stage.position.visit)
    run.jumps.repeat(Step("talk"))
    assert the(run, english, "0").state == "later"


def test_going_away_and_back_keeps_the_tick(run, english):
    at(run, "talk", 3.5)
    run.cues.copy("talk", "0", run.stage.position.visit)
    at(run, "free", 1)
    at(run, "talk", 0.1)
    assert the(run, english, "0").state == "copied"


def test_a_co_trainers_copy_ticks_nothing_here(room, run, english):
    at(run, "talk", 3.5)
    guest = room.co_trainer()
    guest.accept(carried(run.spoken))
    guest.cues.copy("talk", "0", run.stage.position.visit)
    run.accept(carried(guest.spoken))
    assert the(run, english, "0").state == "due"


def test_what_is_copied_is_the_text_for_the_chat_or_else_the_cue_itself(run, english):
    at(run, "talk")
    assert [the(run, english, name).copy for name in ("1", "2")] == ["We are half way", "Two left"]


def test_more_time_moves_the_cues_that_hang_on_the_end(run, english):
    at(run, "talk", 8)
    clock = clock_of(run, step_clock)
    run.timers.set(clock.timer, lengthened(clock, minutes(4)))
    assert list(states(run, english).values()) == ["missed", "due", "later", "later"]


def test_a_held_clock_holds_its_cues_and_says_no_time(run, english):
    at(run, "talk", 4.9)
    clock = clock_of(run, step_clock)
    run.timers.set(clock.timer, toggled(clock))
    run.clock.advance(minutes=30)
    row = the(run, english, "1")
    assert (row.state, row.due, row.when, row.until) == ("later", None, "", "")


def test_a_cue_says_when_and_how_soon(run, english, zone):
    zone("UTC")
    at(run, "talk", 2)
    row = the(run, english, "1")
    assert (row.when, row.until) == ("09:05", "in 03:00")


def test_of_an_unknown_length_only_the_cues_after_the_start_are_told(run, english):
    at(run, "free", 3)
    assert states(run, english) == {"0": "due"}


def test_in_a_breakout_cues_wait_until_the_rooms_are_open(run, english):
    at(run, "own", 9)
    assert set(states(run, english).values()) == {"later"}


def test_in_a_breakout_cues_count_the_time_in_the_rooms(run, english):
    at(run, "own", 3)
    open_rooms(run, 5)
    assert states(run, english) == {"0": "due", "1": "later", "2": "later", "close": "later"}


def test_in_a_breakout_the_end_is_when_to_close(run, english):
    at(run, "own", 3)
    open_rooms(run, 9)
    assert states(run, english) == {"0": "missed", "1": "missed", "2": "due", "close": "due"}


def test_where_the_plan_says_nothing_a_breakout_has_cues_in_the_language_of_the_session(run, english):
    at(run, "rooms")
    rows = {row.name: (row.text, row.copy) for row in cues_of(run, run.now(), english)}
    assert rows == {
        "half": ("Halfway", "We zijn halverwege: nog 5 minuten."),
        "two": ("2 minutes left", "Nog 2 minuten. Kies wat je wilt delen."),
        "back": ("Come back", "We komen weer bij elkaar. Verlaat je groepje, niet de vergadering."),
        "close": ("Close the rooms", ""),
    }


def test_the_cues_of_a_breakout_come_half_way_two_minutes_before_and_when_to_close(run, english):
    at(run, "rooms")
    open_rooms(run)
    passed = {row.name: (row.due - run.now()) for row in cues_of(run, run.now(), english)}
    assert passed == {"half": minutes(5), "two": minutes(8), "back": minutes(9), "close": minutes(9)}


@pytest.mark.parametrize(
    ("length", "names"),
    [
        (1.5, ["back", "close"]),
        (3, ["two", "back", "close"]),
        (4, ["two", "back", "close"]),
        (6, ["half", "two", "back", "close"]),
    ],
)
def test_short_rooms_have_fewer_cues(room, english, length, names):
    run = room.trainer("short")
    rooms = Breakout(id="rooms", minutes=15, rooms=length)
    run.agenda.lay_down(SessionPlan(id="p", title="P", parts=(Part("one", "One", items=(rooms,)),)))
    at(run, "rooms")
    assert sorted(states(run, english)) == sorted(names)


def test_the_text_for_the_chat_is_due_as_long_as_its_step_is_on(run, english):
    at(run, "talk", 30)
    chat = cues_of(run, run.now(), english)[0]
    assert (chat.name, chat.kind, chat.state, chat.copy) == ("chat", "chat", "due", "Hello chat")


def test_a_question_with_a_text_of_its_own_for_the_chat_has_a_tick_of_its_own(run, english):
    at(run, "ask", 0, "q")
    run.cues.copy("ask", "chat-q", run.stage.position.visit)
    first = cues_of(run, run.now(), english)[0]
    at(run, "ask", 0, "r")
    second = cues_of(run, run.now(), english)[0]
    assert [(row.name, row.state, row.copy) for row in (first, second)] == [
        ("chat-q", "copied", "Question for the chat"), ("chat", "due", "For all of it"),
    ]  # fmt: skip


def test_fifteen_seconds_ahead_a_cue_shows_in_the_band(run, english):
    at(run, "talk", 4.8)
    run.cues.copy("talk", "0", run.stage.position.visit)
    band = band_of(run, run.now(), english)
    assert (band.cue, band.cue_state) == ("in 00:12: Half way", "coming")


def test_a_cue_that_is_due_stands_in_the_band_until_it_is_copied(run, english):
    at(run, "talk", 5.5)
    before = band_of(run, run.now(), english)
    run.cues.copy("talk", "1", run.stage.position.visit)
    after = band_of(run, run.now(), english)
    run.clock.advance(seconds=9)
    later = band_of(run, run.now(), english)
    told = [(band.cue, band.cue_state) for band in (before, after, later)]
    assert told == [("Half way", "due"), ("Copied 09:05", "copied"), ("", "")]


def test_a_text_for_the_chat_does_not_fill_the_band(run, english):
    at(run, "talk", 1)
    assert cue_now(cues_of(run, run.now(), english)) is None


def test_before_the_start_there_are_no_cues(run, english):
    assert cues_of(run, run.now(), english) == ()


def test_dutch_words_say_when(run):
    at(run, "talk", 4.8)
    assert band_of(run, run.now(), Words("nl")).cue == "over 00:12: Half way"
