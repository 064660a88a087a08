"""What every test shares: no screen, no data of this machine, time that stands still."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QPIDO_TEST_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false;qt.multimedia.*=false")

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.words import Words


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Give every test a data home of its own."""
    place = tmp_path / "home"
    monkeypatch.setenv("QPIDO_HOME", str(place))
    return place


@pytest.fixture
def clock() -> ManualClock:
    """A clock that moves only when told."""
    return ManualClock()


@pytest.fixture
def english() -> Words:
    """Words as they stand in the code."""
    return Words("en")


@pytest.fixture
def stage(qapp, home):
    """A laptop with an app that can start sessions; what is open at the end is closed."""
    from tests.stage import Stage

    made = Stage(qapp, home)
    made.look.dress(qapp)
    yield made
    if hasattr(made, "session") and made.session.presenter.isVisible():
        made.session.close()
    qapp.processEvents()
