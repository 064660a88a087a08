"""Fifty films, one after another: memory stays flat, and nobody waits for anybody for ever."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.media.hall import ROOT


def loaded(loads: int, *how: str) -> list[float]:
    command = [sys.executable, "-m", "tests.media.over_and_over", str(loads), *how]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=40)
    assert done.returncode == 0, done.stderr[-2000:]
    return [float(word) for word in done.stdout.split()]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_memory_is_flat_over_fifty_loads():
    early, late, _ = loaded(60)
    assert late - early < 12


def test_a_listener_in_python_to_all_that_qt_says_holds_nothing_up():
    assert loaded(40, "chatty")[-1] > 100
