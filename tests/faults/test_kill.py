"""The app is killed while someone types: what was shown as saved is there, and little else is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qpido_facilitator.clock import SystemClock
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places

ROOT = Path(__file__).resolve().parents[2]
CYCLES = 600 if os.environ.get("QPIDO_SOAK") else 30
DRAFT_LOSS = 1.0


class Killed:
    """What a typist said before it was killed: `after` seconds from when so many answers were shown as saved."""

    def __init__(self, home: Path, run: str, answers: int, after: float) -> None:
        command = [sys.executable, "-m", "tests.faults.typist", str(home), *([run] if run else [])]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment)
        assert process.stdout
        self.run = process.stdout.readline().split()[1]
        said: list[str] = []
        while sum(line.startswith("ACK") for line in said) < answers:
            said.append(process.stdout.readline())
            assert said[-1], "the typist ended by itself"
        time.sleep(after)
        self.at = time.monotonic()
        process.send_signal(signal.SIGKILL)
        said += process.stdout.read().splitlines()
        process.wait()
        process.stdout.close()
        lines = [line.split() for line in said]
        self.acknowledged = [int(words[1]) for words in lines if words[0] == "ACK" and len(words) == 2]
        self.keys = [(float(words[1]), int(words[2])) for words in lines if words[0] == "KEYS" and len(words) == 3]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_no_saved_note_and_at_most_a_second_of_draft_is_lost_when_the_app_is_killed(tmp_path):
    luck = random.Random(7)
    home = tmp_path / "data"
    run, expected, draft_missing = "", set(), []
    for _ in range(CYCLES):
        killed = Killed(home, run, luck.choice((0, 2, 3)), luck.uniform(0, 0.5))
        run = killed.run
        expected |= {f"answer {number}" for number in killed.acknowledged}
        draft_missing.append(_draft_is_missing(home, run, killed))

    library = Library(Places(home), SystemClock())
    there = [note.text for note in library.view(run).notes.all()]
    assert len(expected) > CYCLES, "the typist must have got something done"
    assert expected <= set(there)
    assert not any(draft_missing)


def _draft_is_missing(home: Path, run: str, killed: Killed) -> bool:
    """Say whether letters that stood in the box for longer than a second are nowhere on the disk."""
    old = [count for at, count in killed.keys if at < killed.at - DRAFT_LOSS]
    if not old:
        return False
    after = [count for at, count in killed.keys if at >= killed.at - DRAFT_LOSS]
    if any(count < old[-1] for count in after):
        return False  # that draft was sent since
    files = (home / "runs" / run / "drafts").glob("*.json")
    kept = [path.read_text(encoding="utf-8") for path in files]
    return not any(text.count("a") + text.count("é") >= old[-1] for text in kept)
