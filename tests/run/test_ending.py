"""What was decided about the end, and where the call is held."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec import Struct

from qpido_facilitator.run.ending import END_AT, END_POLICY, EndPlanned
from tests.builders import Room, carried

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def room(tmp_path):
    with Room(tmp_path) as made:
        yield made


class Said(Struct):
    late: str


def test_nothing_is_decided_at_first(room):
    ending = room.trainer().ending
    assert (ending.late, ending.decided, ending.end_at) == ("keep", False, None)


def test_the_last_word_counts(room):
    trainer = room.trainer()
    trainer.ending.decide("shift")
    trainer.ending.decide("keep")
    assert (trainer.ending.late, trainer.ending.decided) == ("keep", True)


def test_an_end_is_the_same_moment_in_every_time_zone(room):
    trainer = room.trainer()
    trainer.ending.plan_end(NOON.astimezone(timezone(timedelta(hours=2))))
    assert trainer.ending.end_at == NOON


def test_an_end_that_was_agreed_can_be_taken_back(room):
    trainer = room.trainer()
    trainer.ending.plan_end(NOON)
    trainer.ending.plan_end(None)
    assert trainer.ending.end_at is None


@pytest.mark.parametrize("said", ["tomorrow", "2026-13-45", "0001-01-01T00:00:00+23:59"])
def test_an_end_that_is_no_time_is_none(room, said):
    trainer = room.trainer()
    trainer.record("end.planned", END_AT, EndPlanned(said))
    assert trainer.ending.end_at is None


def test_a_word_of_a_newer_version_keeps_the_end(room):
    trainer = room.trainer()
    trainer.record("end.decided", END_POLICY, Said("halve"))
    assert trainer.ending.late == "keep"


def test_a_co_trainer_decides_nothing(room):
    trainer, guest = room.trainer(), room.co_trainer()
    guest.ending.decide("shift")
    guest.ending.plan_end(NOON)
    guest.call.hold_in("teams")
    trainer.accept(carried(guest.spoken))
    assert (trainer.ending.late, trainer.ending.end_at, trainer.call.platform) == ("keep", None, "other")


def test_what_was_decided_is_still_so_after_a_restart(room):
    trainer = room.trainer()
    trainer.ending.decide("shift")
    trainer.ending.plan_end(NOON)
    trainer.call.hold_in("zoom")
    trainer.crash()
    again = room.trainer()
    assert (again.ending.late, again.ending.end_at, again.call.platform) == ("shift", NOON, "zoom")
