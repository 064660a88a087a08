"""A trainer and a co-trainer in two real processes: every answer is in both, and both know of one another's moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qpido_facilitator.app import offscreen
from qpido_facilitator.clock import SystemClock
from qpido_facilitator.export.making import export
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from qpido_facilitator.show.completeness import completeness_of
from qpido_facilitator.words import Words
from tests.faults.partner import GROUPS, PAIR, QUESTIONS

ROOT = Path(__file__).resolve().parents[2]
ALL = {
    (group, f"q{question}", f"{role} group {group} question {question}")
    for role, groups in PAIR.items()
    for group in groups
    for question in range(1, QUESTIONS + 1)
}


class Process:
    """A partner, and what it said so far."""

    def __init__(self, role: str, home: Path, where: str, module: str, platform: str) -> None:
        command = [sys.executable, "-m", f"tests.faults.{module}", role, str(home), *([where] if where else [])]
        environment = {**os.environ, "QT_QPA_PLATFORM": platform, "QPIDO_HOME": str(home)}
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment)
        self._heard: list[str] = []
        self._when: list[float] = []
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def until(self, start: str) -> str:
        """Return the rest of the first line that starts so, once it was said."""
        with self._changed:
            found = self._changed.wait_for(lambda: any(line.startswith(start) for line in self._heard), timeout=60)
            assert found, (start, self._heard[-5:])
            return next(line[len(start) :].strip() for line in self._heard if line.startswith(start))

    def said(self, start: str) -> list[str]:
        """Return the rest of every line so far that starts so."""
        with self._changed:
            return [line[len(start) :].strip() for line in self._heard if line.startswith(start)]

    def when(self, start: str) -> float:
        """Return the moment of the first line that starts so."""
        with self._changed:
            return next(when for line, when in zip(self._heard, self._when, strict=True) if line.startswith(start))

    def until_acknowledged(self, number: int) -> None:
        """Return once so many answers were said to be durable."""
        with self._changed:
            done = self._changed.wait_for(lambda: self._acknowledged() >= number, timeout=60)
            assert done, self._heard[-5:]

    def acknowledged(self) -> set[str]:
        """Return the answers that were said to be durable."""
        with self._changed:
            return {line[4:] for line in self._heard if line.startswith("ACK ")}

    def _acknowledged(self) -> int:
        return sum(line.startswith("ACK ") for line in self._heard)

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.send_signal(signal.SIGKILL)
        self._gone()

    def ended(self) -> None:
        """Wait until it ended in order."""
        self._gone()
        assert self._process.returncode == 0

    def _gone(self) -> None:
        self._process.wait(60)
        self._reader.join(10)
        if self._process.stdout:
            self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            with self._changed:
                self._heard.append(line.rstrip("\n"))
                self._when.append(time.monotonic())
                self._changed.notify_all()


@pytest.fixture
def begin() -> Iterator[Callable[..., Process]]:
    """Start partners; none of them outlives the test, also when it fails."""
    begun: list[Process] = []

    def start(role: str, home: Path, where: str, module: str = "partner", platform: str = "offscreen") -> Process:
        begun.append(Process(role, home, where, module, platform))
        return begun[-1]

    yield start
    for process in begun:
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_of_two_laptops_each_is_killed_once_and_no_answer_is_lost_or_doubled(tmp_path, begin):
    homes = {role: tmp_path / role for role in PAIR}
    here = {"trainer": begin("trainer", homes["trainer"], "")}
    folder = Path(here["trainer"].until("RUN"))
    here["co-trainer"] = begin("co-trainer", homes["co-trainer"], str(folder))
    promised: set[str] = set()
    for victim, where in (("co-trainer", str(folder)), ("trainer", folder.name)):
        here[victim].until_acknowledged(3)
        here[victim].kill()
        promised |= here[victim].acknowledged()
        here[victim] = begin(victim, homes[victim], where)
    for process in here.values():
        process.until(f"HAS {len(ALL)}")
    for home in homes.values():
        (home / "stop").touch()
    said = {role: process.until("SAYS") for role, process in here.items()}
    there = {role: [tuple(one) for one in json.loads(process.until("THERE"))] for role, process in here.items()}
    for process in here.values():
        process.ended()

    view = Library(Places(homes["trainer"]), SystemClock()).view(folder.name)
    document = export(view, "answers", "md", tmp_path, Words("en")).read_text(encoding="utf-8")
    assert promised <= {text for _, _, text in ALL}
    for role in PAIR:
        assert sorted(there[role]) == sorted(ALL)
        assert said[role] == f"{len(ALL)} of {len(ALL)} answers from 2 laptops"
    assert [document.count(text) for _, _, text in ALL] == [1] * len(ALL)
    assert completeness_of(view, Words("en")).complete
    assert len(ALL) == GROUPS * QUESTIONS


def test_of_two_laptops_each_sees_the_other_type_and_both_count_the_same_seconds(tmp_path, begin):
    trainer = begin("trainer", tmp_path / "trainer", "", "live_pair", offscreen())
    folder = Path(trainer.until("RUN"))
    co_trainer = begin("co-trainer", tmp_path / "co-trainer", str(folder), "live_pair", offscreen())
    for person, shows in ((trainer, "co-trainer 1 is typing…"), (co_trainer, "trainer is typing…")):
        person.until(f"SEES {shows}")
    co_trainer.until("CLOCK 14:4")
    (tmp_path / "trainer" / "quiet").touch()
    (tmp_path / "co-trainer" / "quiet").touch()
    for person in (trainer, co_trainer):
        person.until("SEES nobody")
    there = (folder / "presence").exists()
    for home in ("trainer", "co-trainer"):
        (tmp_path / home / "stop").touch()
    for person in (co_trainer, trainer):
        person.ended()

    seconds = [said[:5] for said in co_trainer.said("CLOCK") if "Back at" in said]
    assert sorted(seconds, reverse=True) == seconds, "the countdown goes neither back nor over to the other form"
    apart = [co_trainer.when(f"CLOCK {one}") - trainer.when(f"CLOCK {one}") for one in seconds[3:6]]
    assert max(map(abs, apart)) < 2.5, apart
    assert (there, (folder / "presence").exists()) == (True, False)
