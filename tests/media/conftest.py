from __future__ import annotations

import pytest

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.media.player import Player
from tests.media.hall import FakeLoudspeakers


@pytest.fixture
def loudspeakers(qapp):
    return FakeLoudspeakers("a", "b")


@pytest.fixture
def player(qtbot, loudspeakers):
    """A player that thinks there is a loudspeaker, so that it has a thread for sound as on any laptop."""
    made = Player(SystemClock(), loudspeakers=loudspeakers)
    yield made
    made.unload()
