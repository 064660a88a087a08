"""The ribbon: the whole session to scale."""

from __future__ import annotations

from itertools import pairwise

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Retime, Skip
from qpido_facilitator.show.ribbon import ribbon_of
from tests.builders import Room, plan


@pytest.fixture
def run(tmp_path):
    """A run of the short session: 15 + 40 minutes, and a last part of unknown length."""
    with Room(tmp_path) as room:
        opened = room.trainer()
        opened.agenda.lay_down(plan())
        yield opened


def walk(run, *stays):
    for step, length in stays:
        run.stage.enter(step)
        run.clock.advance(minutes=length)


def drawn(run, english, **more):
    return ribbon_of(run, run.now(), english, **more)


def test_before_the_start_it_is_the_plan(run, english):
    segments = drawn(run, english).segments
    assert [(one.state, one.left, one.right, one.filled) for one in segments] == [
        ("planned", 0, 15 / 55, 0), ("planned", 15 / 55, 1, 0),
    ]  # fmt: skip


def test_what_is_done_has_the_width_of_what_it_took(run, english):
    walk(run, (Step("welcome"), 10), (Step("rules"), 20), (Step("talk", "why"), 0))
    first, second = drawn(run, english).segments
    assert (first.state, first.right, second.state, second.filled) == ("done", pytest.approx(30 / 70), "now", 0)


def test_the_part_that_is_on_is_filled_as_far_as_it_is(run, english):
    walk(run, (Step("welcome"), 5), (Step("rules"), 4))
    ribbon = drawn(run, english)
    assert ribbon.segments[0].filled == pytest.approx(9 / 15)
    assert ribbon.now == pytest.approx(9 / 55)


def test_an_end_that_is_late_goes_over_the_post(run, english):
    walk(run, (Step("welcome"), 10))
    ribbon = drawn(run, english)
    assert ribbon.post == pytest.approx(55 / 60)
    assert ribbon.overrun == (pytest.approx(55 / 60), 1)


def test_an_end_that_is_early_leaves_room_before_the_post(run, english):
    run.agenda.retime("talk", 5)
    walk(run, (Step("welcome"), 1))
    ribbon = drawn(run, english)
    assert (ribbon.post, ribbon.overrun, ribbon.segments[-1].right) == (1, None, pytest.approx(50 / 55))


def test_without_a_start_there_is_no_post(run, english):
    assert drawn(run, english).post is None


def test_a_skipped_item_stays_in_sight_at_its_planned_width(run, english):
    run.agenda.skip("rules")
    walk(run, (Step("welcome"), 1))
    ribbon = drawn(run, english, by="item")
    assert [(one.state, round((one.right - one.left) * 65)) for one in ribbon.segments][:2] == [
        ("now", 5),
        ("skipped", 10),
    ]


def test_by_item_there_is_a_segment_for_every_item_that_takes_time(run, english):
    assert [one.items for one in drawn(run, english, by="item").segments] == [
        ("welcome",), ("rules",), ("talk",), ("rooms",), ("back",),
    ]  # fmt: skip


def test_segments_stand_side_by_side(run, english):
    walk(run, (Step("welcome"), 7), (Step("rooms"), 3))
    segments = drawn(run, english, by="item").segments
    assert segments[0].left == 0
    assert all(one.right == other.left for one, other in pairwise(segments))


def test_a_preview_marks_what_would_be_otherwise(run, english):
    walk(run, (Step("welcome"), 9))
    changes = (Retime("talk", 6), Skip("back"))
    marked = [one.items for one in drawn(run, english, by="item", changes=changes).segments if one.changed]
    assert marked == [("talk",), ("back",)]


def test_without_a_preview_nothing_is_marked(run, english):
    walk(run, (Step("welcome"), 9))
    assert not any(one.changed for one in drawn(run, english).segments)


def test_it_is_told_in_words_too(run, english, zone):
    zone("UTC")
    walk(run, (Step("welcome"), 5), (Step("rules"), 12), (Step("talk", "why"), 1))
    assert drawn(run, english).spoken == "1 of 2 parts done; Middle, 40 min, on now; End ≥ 09:57, plan 09:55"


def test_a_plan_of_no_length_is_an_empty_ribbon(tmp_path, english):
    with Room(tmp_path / "empty") as room:
        assert ribbon_of(room.trainer(), room.laptops[0].now(), english).segments == ()
