"""Monitors that come and go, real RandR ones on a virtual desktop: nothing of the trainer's is ever seen."""

from __future__ import annotations

import json

import pytest

from tests.builders import soaking
from tests.screens.desktop import BEAMER, LAPTOP, Desktop


@pytest.fixture(scope="module")
def cycles():
    """What happened when each monitor went and came back, many times over."""
    seen = {}
    for which in ("laptop", "beamer", "moved"):
        desktop = Desktop(stays=LAPTOP[0] if which == "beamer" else BEAMER[0])
        try:
            seen[which] = json.loads(desktop.run("tests.screens.cycles", which, str(TIMES), timeout=600))
        finally:
            desktop.close()
    return seen


TIMES = soaking(40, 400)


def test_when_the_trainers_monitor_goes_participants_never_see_its_window(cycles):
    assert (cycles["laptop"]["leaks"], cycles["laptop"]["looks"] > TIMES) == (0, True)


def test_when_the_trainers_monitor_goes_its_window_hides_and_comes_back_with_it(cycles):
    assert cycles["laptop"]["done"] == TIMES


def test_a_trainers_window_that_the_system_puts_on_participants_monitor_hides(cycles):
    assert cycles["moved"]["done"] == TIMES


def test_when_participants_monitor_goes_their_window_waits_and_goes_back_to_it(cycles):
    assert cycles["beamer"]["done"] == TIMES


def test_participants_window_is_the_same_one_all_the_while(cycles):
    assert cycles["laptop"]["same_window"]
    assert cycles["beamer"]["same_window"]
