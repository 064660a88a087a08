"""What a clock does at zero: stay, leave participants' screen, or sound once. It never moves the show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from qpido_facilitator.plan.model import Break, Breakout, Discussion, Part, Question, SessionPlan, Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.audience import plain_text
from qpido_facilitator.show.band import band_of
from qpido_facilitator.show.bell import Bell
from qpido_facilitator.show.clocks import lengthened, rooms_clock, step_clock
from qpido_facilitator.show.screen import screen_of
from tests.builders import Room, minutes


def a_plan(at_zero):
    asked = (Question("q", "Why?", minutes=2), Question("r", "And?", minutes=2, at_zero="chime"))
    items = (
        Text(id="text", title="Text", minutes=2, at_zero=at_zero),
        Discussion(id="talk", title="Talk", minutes=9, questions=asked, at_zero=at_zero),
        Breakout(id="rooms", title="Rooms", minutes=9, rooms=2, questions=asked, at_zero=at_zero),
        Break(id="pause", title="Pause", minutes=2, at_zero=at_zero),
    )
    return SessionPlan(id="p", title="P", groups=2, parts=(Part("one", "One", items=items),))


@pytest.fixture
def started(tmp_path):
    rooms = Room(tmp_path)

    def start(at_zero, step):
        run = rooms.trainer(at_zero)
        run.agenda.lay_down(a_plan(at_zero))
        run.stage.enter(step)
        if step.item == "rooms":
            clock = rooms_clock(run, run.now())
            run.timers.set(clock.timer, replace(clock.countdown, running=True))
        return run

    with rooms:
        yield start


SEEN = [Step("talk", "q"), Step("rooms"), Step("pause")]


def seen(run, english):
    return plain_text(screen_of(run, run.now(), english)).split("\n")


@pytest.mark.parametrize("step", SEEN, ids=lambda step: step.item)
@pytest.mark.parametrize("at_zero", ["keep", "chime"])
def test_participants_see_that_the_time_is_up_and_never_over_time(started, english, step, at_zero):
    run = started(at_zero, step)
    run.clock.advance(minutes=7)
    assert "Time is up" in seen(run, english)
    assert not any(line.startswith("+") for line in seen(run, english))


@pytest.mark.parametrize("step", SEEN, ids=lambda step: step.item)
def test_a_clock_that_is_to_hide_leaves_participants_at_zero(started, english, step):
    run = started("hide", step)
    run.clock.advance(minutes=1.9)
    before = seen(run, english)
    run.clock.advance(minutes=0.1)
    assert "00:06" in before
    assert not {"Time is up", "00:00", "The clock starts in a moment"} & set(seen(run, english))


@pytest.mark.parametrize("step", SEEN, ids=lambda step: step.item)
def test_trainers_see_over_time_whatever_it_does(started, english, step):
    run = started("hide", step)
    run.clock.advance(minutes=3.5)
    band = band_of(run, run.now(), english)
    assert (band.number, band.phase) == ("+01:30", "over")


@pytest.mark.parametrize("at_zero", ["keep", "hide", "chime"])
@pytest.mark.parametrize("step", [Step("text"), *SEEN], ids=lambda step: step.item)
def test_at_zero_the_show_goes_nowhere(started, english, at_zero, step):
    run = started(at_zero, step)
    said = len(run.spoken)
    for _ in range(30):
        run.clock.advance(seconds=10)
        screen_of(run, run.now(), english)
        band_of(run, run.now(), english)
    assert (run.stage.position.where, len(run.spoken)) == (step, said)


def test_a_question_does_what_it_says_and_otherwise_what_its_item_does(started):
    run = started("hide", Step("talk", "q"))
    first = step_clock(run, run.now()).at_zero
    run.stage.enter(Step("talk", "r"))
    assert (first, step_clock(run, run.now()).at_zero) == ("hide", "chime")


@pytest.mark.parametrize(
    ("passed", "phase", "number"),
    [
        (0, "running", "02:00"),
        (1.5, "warning", "00:30"),
        (1.999, "warning", "00:01"),
        (2, "up", "00:00"),
        (2.01, "up", "00:00"),
        (2 + 1 / 60, "over", "+00:01"),
        (3, "over", "+01:00"),
    ],
)
def test_a_clock_runs_warns_is_up_and_is_over(started, english, passed, phase, number):
    run = started("keep", Step("text"))
    run.clock.advance(minutes=passed)
    band = band_of(run, run.now(), english)
    assert (band.phase, band.number) == (phase, number)


def the(run, which):
    clock = which(run, run.now())
    assert clock is not None
    return clock


def rung(run, bell, seconds, every=1.0):
    """Return after how many seconds the bell rang, looking every so often."""
    heard, passed = [], 0.0
    while passed < seconds:
        run.clock.advance(seconds=every)
        passed += every
        if bell.rings(step_clock(run, run.now())):
            heard.append(passed)
    return heard


def test_the_bell_rings_once_at_zero(started):
    run = started("chime", Step("text"))
    assert rung(run, Bell(), 400) == [120]


@pytest.mark.parametrize("at_zero", ["keep", "hide"])
def test_a_clock_that_is_not_to_chime_is_silent(started, at_zero):
    run = started(at_zero, Step("text"))
    assert rung(run, Bell(), 400) == []


def test_with_more_time_it_rings_again_at_the_new_zero(started):
    run, bell = started("chime", Step("text")), Bell()
    first = rung(run, bell, 130)
    clock = the(run, step_clock)
    run.timers.set(clock.timer, lengthened(clock, minutes(1)))
    assert (first, rung(run, bell, 200)) == ([120], [50])


def test_an_app_that_comes_back_after_zero_is_silent(started):
    run = started("chime", Step("text"))
    run.clock.advance(minutes=2.05)
    assert rung(run, Bell(), 100) == []


def test_a_laptop_that_slept_over_zero_is_silent(started):
    run, bell = started("chime", Step("text")), Bell()
    rung(run, bell, 10)
    run.clock.advance(minutes=17)
    assert rung(run, bell, 100) == []


def test_a_blocked_window_rings_a_little_late_and_once(started):
    run, bell = started("chime", Step("text")), Bell()
    assert rung(run, bell, 400, every=7) == [126]


def test_going_to_a_step_whose_time_was_up_is_silent(started):
    run, bell = started("chime", Step("text")), Bell()
    first = rung(run, bell, 130)
    run.stage.enter(Step("pause"))
    rung(run, bell, 3)
    run.stage.enter(Step("text"))
    assert (first, rung(run, bell, 60)) == ([120], [])


def test_rooms_ring_when_their_time_is_up_and_not_before_they_are_open(started):
    run = started("chime", Step("rooms"))
    assert rung(run, Bell(), 400) == [120]
