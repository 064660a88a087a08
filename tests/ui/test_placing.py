"""Where the participants' window goes, and what is said of where it is."""

from __future__ import annotations

import pytest

from qpido_facilitator.ui.audience.placing import (
    audience_spot,
    brought_in,
    fault_of,
    is_covered,
    largest_preset,
    presenter_box,
    seen_share,
)
from qpido_facilitator.ui.shared.screens import Screen

LAPTOP = Screen(1, "laptop|||", (0, 0, 1366, 768), (0, 0, 1366, 728), first=True)
BEAMER = Screen(2, "beamer|||77", (1366, 0, 1920, 1080), (1366, 0, 1920, 1080))
BOTH = (LAPTOP, BEAMER)


def test_with_two_screens_it_fills_the_one_that_is_not_the_trainers():
    spot = audience_spot(BOTH)
    assert (spot.screen, spot.full) == (BEAMER.key, True)


def test_with_one_screen_it_is_a_window_that_leaves_room_for_the_call():
    spot = audience_spot((LAPTOP,))
    assert (spot.box, spot.full) == ((0, 0, 960, 540), False)


def test_it_goes_to_the_screen_that_was_chosen():
    assert audience_spot(BOTH, LAPTOP.key).screen == LAPTOP.key


def test_a_chosen_screen_that_is_not_there_is_no_reason_to_cover_the_trainers():
    assert audience_spot(BOTH, "gone|||").screen == BEAMER.key


@pytest.mark.parametrize(
    ("room", "size"),
    [((1366, 728), (960, 540)), ((1920, 1040), (1280, 720)), ((800, 600), (800, 450)), ((3840, 2160), (1280, 720))],
)
def test_beside_a_call_it_is_as_large_as_leaves_room_for_the_trainers_window(room, size):
    assert largest_preset(room, roomy=False) == size


def test_on_a_small_single_screen_the_trainers_window_stands_at_the_right():
    assert presenter_box((LAPTOP,), LAPTOP.key, (1366, 728)) == (766, 0, 600, 728)


def test_with_two_screens_the_trainers_window_is_on_its_own():
    assert presenter_box(BOTH, BEAMER.key, (1366, 728))[:2] == (0, 0)


@pytest.mark.parametrize(
    ("how", "fault"),
    [
        ({"visible": True, "minimised": False}, None),
        ({"visible": True, "minimised": True}, "minimised"),
        ({"visible": False, "minimised": False}, "hidden"),
    ],
)
def test_a_window_that_cannot_be_seen_is_a_fault(how, fault):
    assert fault_of((0, 0, 960, 540), BOTH, **how) == fault


def test_a_window_that_is_half_off_the_screen_is_a_fault():
    assert fault_of((2900, 0, 960, 540), BOTH, visible=True, minimised=False) == "off-screen"


def test_a_window_across_two_screens_is_whole():
    assert seen_share((1200, 0, 400, 225), BOTH) == 1.0


def test_a_window_too_small_to_read_in_a_call_is_a_fault():
    assert fault_of((0, 0, 640, 360), BOTH, visible=True, minimised=False) == "too-small"


def test_small_in_points_is_not_small_on_a_dense_screen():
    assert fault_of((0, 0, 640, 360), BOTH, visible=True, minimised=False, ratio=1.5) is None


def test_lying_behind_the_trainers_window_is_covered():
    assert is_covered((0, 0, 960, 540), (700, 0, 600, 700))


def test_a_sliver_is_not_covered():
    assert not is_covered((0, 0, 960, 540), (940, 0, 600, 700))


@pytest.mark.parametrize(
    ("box", "there"),
    [
        ((-400, 50, 960, 540), (0, 50, 960, 540)),
        ((900, 600, 960, 540), (406, 188, 960, 540)),
        ((5000, 5000, 960, 540), (406, 188, 960, 540)),
    ],
)
def test_a_window_off_the_screen_is_brought_in_as_little_as_possible(box, there):
    assert brought_in(box, (LAPTOP,)) == there
