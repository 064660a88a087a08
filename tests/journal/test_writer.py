from __future__ import annotations

import threading

import pytest

from qpido_facilitator.journal.writer import DiskReport, JournalWriter
from tests.builders import FakeDisk, Reports


class SlowDisk(FakeDisk):
    """A disk that takes nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.free = threading.Event()
        self.asked = threading.Event()

    def append(self, content: bytes) -> None:
        self.asked.set()
        assert self.free.wait(10)
        super().append(content)


def test_a_fact_is_reported_as_saved_only_when_the_disk_has_it() -> None:
    disk, order = FakeDisk(), list[tuple[int, int]]()
    reports = Reports()

    def report(said: DiskReport) -> None:
        order.append((said.saved, len(disk.lines)))
        reports(said)

    writer = JournalWriter(disk, report)
    for number in range(50):
        writer.append(b"%d" % number)
    reports.until(lambda said: said.saved == 50)
    writer.stop()

    assert all(saved <= on_disk for saved, on_disk in order)


def test_nothing_is_reported_as_saved_while_the_disk_is_at_it() -> None:
    disk, reports = SlowDisk(), Reports()
    writer = JournalWriter(disk, reports)
    writer.append(b"one")
    assert disk.asked.wait(10)

    assert (writer.waiting, reports.heard) == (1, [])

    disk.free.set()
    writer.stop()


def test_what_waits_while_the_disk_is_slow_goes_in_one_batch_in_order() -> None:
    disk = SlowDisk()
    writer = JournalWriter(disk, Reports())
    writer.append(b"0")
    assert disk.asked.wait(10)
    for number in range(1, 9):
        writer.append(b"%d" % number)
    disk.free.set()
    writer.stop()

    assert (disk.appends, disk.lines) == (2, [b"%d" % number for number in range(9)])


def test_trouble_is_reported_and_then_cleared() -> None:
    disk, reports = FakeDisk(), Reports()
    disk.full = True
    writer = JournalWriter(disk, reports)
    writer.append(b"one")
    said = reports.until(lambda said: bool(said.trouble))
    disk.full = False
    writer.retry()
    cleared = reports.until(lambda said: not said.trouble)
    writer.stop()

    assert (said.saved, said.waiting, said.trouble) == (0, 1, "the disk is full, make room and try again")
    assert (cleared.saved, cleared.waiting) == (1, 0)


def test_drafts_that_cannot_be_kept_do_not_block_the_journal() -> None:
    disk, reports = FakeDisk(), Reports()
    disk.drafts_full = True
    writer = JournalWriter(disk, reports)
    writer.keep_drafts(b"draft")
    reports.until(lambda said: not said.drafts_saved)
    writer.append(b"one")
    said = reports.until(lambda said: said.saved == 1)
    writer.stop()

    assert (disk.lines, said.drafts_saved) == ([b"one"], False)


def test_a_journal_that_refuses_does_not_block_the_drafts() -> None:
    disk, reports = FakeDisk(), Reports()
    disk.full = True
    writer = JournalWriter(disk, reports)
    writer.append(b"one")
    writer.keep_drafts(b"draft")
    writer.stop()

    assert disk.drafts == b"draft"


def test_only_the_newest_drafts_are_kept() -> None:
    disk = SlowDisk()
    writer = JournalWriter(disk, Reports())
    writer.append(b"one")
    assert disk.asked.wait(10)
    for letters in (b"a", b"ab", b"abc"):
        writer.keep_drafts(letters)
    disk.free.set()
    writer.stop()

    assert disk.drafts == b"abc"


def test_stopping_writes_what_is_left_and_lets_go() -> None:
    disk = FakeDisk()
    writer = JournalWriter(disk, Reports())
    writer.append(b"one")

    assert (writer.stop(), disk.lines, disk.closed) == (True, [b"one"], True)


def test_stopping_says_so_when_the_disk_did_not_take_everything() -> None:
    disk = FakeDisk()
    disk.full = True
    writer = JournalWriter(disk, Reports())
    writer.append(b"one")

    assert (writer.stop(), writer.waiting) == (False, 1)


def test_stopping_says_so_when_the_drafts_could_not_be_kept() -> None:
    disk = FakeDisk()
    disk.drafts_full = True
    writer = JournalWriter(disk, Reports())
    writer.keep_drafts(b"draft")

    assert not writer.stop()


def test_stopping_does_not_wait_for_a_disk_that_hangs() -> None:
    disk = SlowDisk()
    writer = JournalWriter(disk, Reports())
    writer.append(b"one")
    assert disk.asked.wait(10)

    assert not writer.stop(timeout=0.01)

    disk.free.set()


def test_a_listener_that_fails_costs_no_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    disk, told = FakeDisk(), list[object]()
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(args.exc_type))

    def gone(_: DiskReport) -> None:
        raise RuntimeError("the window is gone")

    writer = JournalWriter(disk, gone)
    writer.append(b"one")
    writer.stop()

    assert (disk.lines, told[0]) == ([b"one"], RuntimeError)


def test_facts_that_are_on_their_way_arrive_before_they_are_erased() -> None:
    disk = SlowDisk()
    writer = JournalWriter(disk, Reports())
    writer.append(b"one")
    writer.erase(frozenset({"h"}))
    assert disk.asked.wait(10)

    assert not disk.gone

    disk.free.set()
    assert writer.stop()
    assert (disk.lines, set(disk.gone)) == ([b"one"], {"h"})


class KeepingDisk(FakeDisk):
    """A disk that refuses the first time to let go of something."""

    def erase(self, gone: frozenset[str]) -> None:
        if not self.gone:
            self.gone |= {"refused"}
            raise OSError(5, "Input/output error")
        super().erase(gone)


def test_what_the_disk_would_not_erase_is_tried_again() -> None:
    disk, reports = KeepingDisk(), Reports()
    writer = JournalWriter(disk, reports)
    writer.erase(frozenset({"h"}))
    reports.until(lambda said: bool(said.trouble))
    writer.retry()
    reports.until(lambda said: not said.trouble)
    writer.stop()

    assert "h" in disk.gone
