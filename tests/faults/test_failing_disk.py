"""A disk that refuses once, at every moment of a workshop: nothing is lost, nothing leaves a hole."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.journal.envelope import read
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import Identity
from tests.builders import FakeDisk, Reports, Room, Speaker, plan

OPS = 40


def workshop(run: Speaker, number: int) -> None:
    """Do the next thing of a workshop: one fact, or two for a note."""
    place = Place("talk", "why")
    if number % 4 == 0:
        run.stage.enter(Step("talk", "why"))
    elif number % 4 == 1:
        run.notes.add(place, f"answer {number}")
    elif number % 4 == 2:
        run.notes.put(run.notes.at(place)[-1].id, f"changed {number}")
    else:
        run.agenda.retime("rules", number)


@pytest.mark.parametrize("failing", range(1, OPS + 3))
def test_a_disk_that_refuses_once_loses_nothing_and_says_so(tmp_path: Path, failing: int) -> None:
    disk, reports = FakeDisk(refuses=frozenset({failing})), Reports()
    with Room(tmp_path) as room:
        run = room.trainer(disk=disk, disk_report=reports)
        for number in range(OPS):
            workshop(run, number)
            run.retry_disk()
            reports.until(lambda said: said.trouble != "" or said.saved == len(run.spoken))
        run.retry_disk()
        reports.until(lambda said: said.saved == len(run.spoken) and not said.trouble)

        assert disk.lines == [fact.line for fact in run.spoken]
        assert [read(line).seq for line in disk.lines] == list(range(1, len(run.spoken) + 1))
        assert reports.troubles == ["the disk is full, make room and try again"]


def test_typing_goes_on_for_as_long_as_the_disk_is_full(tmp_path: Path) -> None:
    disk, reports = FakeDisk(), Reports()
    with Room(tmp_path) as room:
        run = room.trainer(disk=disk, disk_report=reports)
        reports.until(lambda said: said.saved == len(run.spoken))
        disk.full = True
        for number in range(OPS):
            workshop(run, number)
        reports.until(lambda said: bool(said.trouble))

        assert (len(run.notes.all()), run.unsaved) == (OPS // 4, len(run.spoken) - 2)

        disk.full = False


def test_closing_says_so_when_the_disk_did_not_take_everything(tmp_path: Path) -> None:
    disk = FakeDisk()
    disk.full = True
    run = Speaker(tmp_path, Identity(Room(tmp_path).run, None), ManualClock(), disk=disk)

    assert not run.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_real_file_that_may_not_grow_is_whole_again_when_it_may(tmp_path: Path) -> None:
    import resource

    reports = Reports()
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Room(tmp_path) as room:
        run = room.trainer(disk_report=reports)
        run.agenda.lay_down(plan())
        reports.until(lambda said: said.saved == len(run.spoken))
        file = tmp_path / "desk" / "journal" / f"{run.writer}.jsonl"
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 100, limits[1]))
            for number in range(OPS):
                workshop(run, number)
            reports.until(lambda said: bool(said.trouble))
            # the next try may be under way at any moment; between two tries the file is whole
            whole_while_full = any(file.read_bytes().endswith(b"\n") for _ in range(2000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, ignored)
        run.retry_disk()
        reports.until(lambda said: said.saved == len(run.spoken) and not said.trouble)

        assert whole_while_full
        assert file.read_bytes().split(b"\n") == [*(fact.line for fact in run.spoken), b""]


def test_a_run_after_trouble_reads_back_as_it_was_shown(tmp_path: Path) -> None:
    reports = Reports()
    with Room(tmp_path) as room:
        run = room.trainer(disk_report=reports)
        for number in range(OPS):
            workshop(run, number)
        run.crash()
        again = room.reader("desk")

        assert (again.notes.all(), again.stage.visits()) == (run.notes.all(), run.stage.visits())
