"""When a session closes everything of it goes: what stayed would have its timers, and slow whatever comes next."""

from __future__ import annotations

import gc
from weakref import ref

import pytest
from shiboken6 import isValid

from tests.builders import plan
from tests.pictures.scenes import SCENES, opened


@pytest.mark.parametrize(
    "scene", ["arrival", "question", "breakout-typing", "harvest", "care", "making-up", "film-held"]
)
def test_nothing_of_a_session_stays_when_it_closes(qapp, home, scene):
    with opened(qapp, "en", "light") as stage:
        SCENES[scene](stage)
        left = [ref(part) for part in (stage.run, stage.session.presenter, stage.session.desk, stage.session.live)]
    del stage
    gc.collect()
    assert [part() for part in left] == [None] * 4


def test_a_session_that_closes_at_once_gets_ready_for_nothing(qapp, home):
    active: list[bool] = []
    with opened(qapp, "en", "light") as stage:
        SCENES["film-held"](stage)
        timers = stage.session._soon, stage.session.screening._soon
        for timer in timers:
            timer.start()
        stage.session.finished.connect(lambda: active.extend(timer.isActive() for timer in timers))
    assert active == [False, False]


def test_a_session_that_is_gone_before_it_was_ready_takes_its_timer_along(stage):
    stage.start(plan())
    soon = stage.session._soon
    stage.crash()
    del stage.session
    gc.collect()
    assert not isValid(soon)
