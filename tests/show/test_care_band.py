"""The top edge while the care card is open: since when the clock stands still, and what participants see."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.band import band_of
from qpido_facilitator.show.care_band import care_band
from qpido_facilitator.show.clocks import lengthened, step_clock, toggled
from tests.builders import Room, plan


@pytest.fixture
def run(tmp_path, clock):
    """A discussion, a minute long so far."""
    with Room(tmp_path) as room:
        run = room.trainer(clock=clock)
        run.agenda.lay_down(plan())
        run.stage.enter(Step("talk"))
        clock.advance(minutes=1)
        yield run


def told(run, words):
    now = run.now()
    return care_band(band_of(run, now, words), run, now, words)


def hold(run):
    held = step_clock(run, run.now())
    assert held
    run.timers.set(held.timer, toggled(held))


def test_it_says_that_the_clock_stands_still_and_since_when(run, clock, english, zone):
    zone("UTC")
    hold(run)
    run.stage.set_screen("calm")
    clock.advance(minutes=3)
    band = told(run, english)
    assert (band.title, band.item, band.after) == (
        "Pause: care card open", "Clock stands still since 09:01", "participants see the calm screen",
    )  # fmt: skip


def test_more_time_for_a_clock_that_stands_still_does_not_change_since_when(run, clock, english, zone):
    zone("UTC")
    hold(run)
    clock.advance(minutes=3)
    held = step_clock(run, run.now())
    assert held
    run.timers.set(held.timer, lengthened(held, timedelta(minutes=2)))
    assert told(run, english).item == "Clock stands still since 09:01"


def test_a_clock_that_went_on_stands_still_since_it_was_held_again(run, clock, english, zone):
    zone("UTC")
    for _ in range(3):
        hold(run)
        clock.advance(minutes=1)
    assert told(run, english).item == "Clock stands still since 09:03"


def test_a_clock_held_at_an_earlier_visit_stands_still(run, english):
    hold(run)
    run.stage.enter(Step("rules"))
    run.stage.enter(Step("talk"))
    assert told(run, english).item == "Clock stands still"


def test_looking_at_signals_names_the_step_that_goes_on(run, english):
    band = told(run, english)
    assert (band.title, band.item, band.after) == ("Care card open", "Talk", "participants see the slide")


def test_nothing_is_offered_for_which_there_is_no_place_beside_the_card(run, clock, english):
    clock.advance(minutes=30)
    assert (band_of(run, run.now(), english).offer, told(run, english).offer) == ("make-up", "")
