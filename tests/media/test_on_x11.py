"""Real windows on X11: a covered one goes on painting, and a film does there what it does in memory."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.media.display import Display
from tests.media.hall import BOTH, FILMS, ROOT


def played(film: str, **environment: str) -> list[str]:
    command = [sys.executable, "-m", "tests.media.in_window", str(FILMS / film)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.split()


@pytest.fixture(scope="module")
def display():
    with Display() as made:
        yield made


def goes_on(told: list[str]) -> bool:
    """Say whether nearly all of 25 pictures were painted, each once, and are in the window's own pixels."""
    count, first, last, grabbed = map(int, told[1:])
    return count >= 20 and abs((last - first) - 25) <= 5 and abs(grabbed - last) <= 1


on_x11 = pytest.mark.skipif(not Display.installed(), reason="Xvfb is not installed; CI has it")


@on_x11
@pytest.mark.parametrize("film", BOTH)
def test_on_x11_a_covered_window_goes_on_painting(display, film):
    told = played(film, QT_QPA_PLATFORM="xcb", DISPLAY=display.name)
    assert told[0] == "xcb"
    assert goes_on(told)


def test_in_memory_a_covered_window_goes_on_painting():
    assert goes_on(played(BOTH[0], QT_QPA_PLATFORM="offscreen"))


@on_x11
def test_on_x11_a_film_keeps_its_place_its_stops_and_its_subtitles_in_the_windows_of_a_session(display):
    chosen = "follows_the_clock or waits_at or after_a_leap or are_seen or after_calm or stays_and"
    files = ["tests/media/test_player.py", "tests/ui/film/test_playing.py"]
    command = [sys.executable, "-m", "pytest", "-q", *files, "-k", chosen]
    environment = {**os.environ, "QPIDO_TEST_PLATFORM": "xcb", "DISPLAY": display.name}

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout[-3000:]
