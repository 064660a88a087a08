"""Before the start: what is said of the time, the people and the share stays said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from qpido_facilitator.run.arrival import START_AT, StartPlanned
from tests.builders import Room, carried

TEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture
def room(tmp_path):
    with Room(tmp_path) as made:
        yield made


def test_nothing_is_said_at_first(room):
    arrival = room.trainer().arrival
    assert (arrival.start_at, arrival.headcount, arrival.share_test) == (None, None, None)


def test_the_start_is_when_it_was_last_said_to_be(room):
    trainer = room.trainer()
    trainer.arrival.plan_start(TEN)
    trainer.arrival.plan_start(TEN.replace(minute=5))
    assert trainer.arrival.start_at == TEN.replace(minute=5)


def test_a_start_can_be_taken_back(room):
    trainer = room.trainer()
    trainer.arrival.plan_start(TEN)
    trainer.arrival.plan_start(None)
    assert trainer.arrival.start_at is None


@pytest.mark.parametrize("said", ["tomorrow", "2026-13-45", "0001-01-01T00:00:00+23:59"])
def test_a_start_that_is_no_time_is_no_start(room, said):
    trainer = room.trainer()
    trainer.record("start.planned", START_AT, StartPlanned(said))
    assert trainer.arrival.start_at is None


def test_there_are_never_fewer_than_no_participants(room):
    trainer = room.trainer()
    trainer.arrival.count(-1)
    assert trainer.arrival.headcount == 0


def test_a_share_test_waits_until_someone_read_the_number_back(room):
    trainer = room.trainer()
    trainer.arrival.test_share(482)
    assert trainer.arrival.share_test.right is None


def test_a_share_test_that_was_read_back_is_still_known_after_a_restart(room):
    trainer = room.trainer()
    trainer.arrival.test_share(482)
    trainer.arrival.test_share(482, right=True)
    trainer.close()
    again = room.trainer()
    assert (again.arrival.share_test.number, again.arrival.share_test.right) == (482, True)


def test_a_co_trainer_does_not_move_the_start(room):
    trainer, co_trainer = room.trainer(), room.co_trainer()
    trainer.arrival.plan_start(TEN)
    co_trainer.arrival.plan_start(TEN.replace(hour=12))
    trainer.accept(carried(co_trainer.spoken))
    assert trainer.arrival.start_at == TEN
