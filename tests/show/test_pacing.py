"""The minutes ahead or behind: told at once when they changed, and never to and fro at the edge of a minute."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qpido_facilitator.show.pacing import Pacing, minutes_told


def told(*seconds: float) -> list[int]:
    pacing = Pacing()
    return [pacing.told(timedelta(seconds=one)) for one in seconds]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ((110, 125, 110, 125), [0, 0, 0, 0]),
        ((110, 125, 141, 125, 101, 99), [0, 0, 2, 2, 2, 0]),
        ((200, 209, 211, 229, 231, 209, 191, 189), [3, 3, 3, 3, 4, 4, 4, 3]),
        ((-200, -211, -231, -209, -189), [-3, -3, -4, -4, -3]),
        ((180, -180, 600, 0), [3, -3, 10, 0]),
    ],
    ids=["edge of on time", "clearly late", "edge of a minute", "ahead", "a change of plan"],
)
def test_what_is_told_stays_until_it_is_clearly_another_number(seconds, expected):
    assert told(*seconds) == expected


def test_the_first_is_told_as_it_is():
    assert [told(one)[0] for one in (119, 120, 210, -130)] == [
        minutes_told(timedelta(seconds=one)) for one in (119, 120, 210, -130)
    ]
