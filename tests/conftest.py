"""What every test shares: no screen, no data of this machine, time that stands still."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import ExitStack
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = os.environ.get(
    "QPIDO_TEST_PLATFORM",
    f"offscreen:configfile={Path(__file__).resolve().parents[1] / 'assets/offscreen/one-screen.json'}",
)
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false;qt.multimedia.*=false")

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.words import Words
from tests.builders import in_zone

# as in the app: only the main thread may delete a window that waits in a ring of references
gc.disable()


def pytest_configure():
    """Let Qt have a listener between tests too, where pytest-qt takes its own away.

    Where no sound card is, Qt says so from a thread. PySide lets that thread wait for Python's lock with the listener
    yet to be looked up: if there is none by then, it calls nothing, and all of Python falls.
    """
    qInstallMessageHandler(lambda _kind, _place, text: print(text, file=sys.__stderr__))


def pytest_collection_finish():
    """Leave what the tests themselves are made of out of every later collection."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_window_stays(request):
    """Let the windows of a test go with it."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        from tests.stage import cleared

        # what belonged to a window has timers and threads of its own: it goes with its test, or slows all that follow
        gc.collect(2 if cleared(app) else 1)
    else:
        gc.collect(1)


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
def zone():
    """Set the time zone of this laptop for one test: `zone("Europe/Amsterdam")`."""
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(in_zone(name))


@pytest.fixture
def stage(qapp, home):
    """A laptop with an app that can start sessions; what is open at the end is closed."""
    from shiboken6 import isValid

    from tests.stage import Stage

    made = Stage(qapp, home)
    made.look.dress(qapp)
    yield made
    if hasattr(made, "session") and isValid(made.session.audience) and made.session.presenter.isVisible():
        made.session.close()
