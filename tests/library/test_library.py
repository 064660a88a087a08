"""Runs and plans on this laptop."""

from __future__ import annotations

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.errors import NotATrainer, RunError
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from tests.builders import plan


@pytest.fixture
def library(home, clock) -> Library:
    """An empty library."""
    return Library(Places(home), clock)


def begun(library, **flags):
    run = library.start(plan(), **flags)
    run.close()
    return run.id


def reader(read):
    """Return what reads a plan, and remembers that it did."""

    def load(path):
        read.append(path)
        return plan()

    return load


def test_runs_are_listed_the_newest_first(library, clock: ManualClock):
    first = begun(library)
    clock.advance(minutes=10)
    second = begun(library)
    assert [card.id for card in library.runs()] == [second, first]


def test_a_practice_run_is_not_listed(library):
    begun(library, practice=True)
    assert library.runs() == ()


def test_a_rehearsal_is_flagged_for_ever(library):
    begun(library, rehearsal=True)
    assert library.runs()[0].rehearsal


def test_junk_among_the_runs_is_passed_over(library, home):
    run = begun(library)
    (home / "runs" / "junk" / "journal").mkdir(parents=True)
    (home / "runs" / "junk" / "journal" / "x.jsonl").write_bytes(b"\x00\xff not a fact\n" * 3)
    (home / "runs" / "file").write_text("no folder")
    assert [card.id for card in library.runs()] == [run]


def test_a_run_without_its_key_cannot_be_continued(library, home):
    run = begun(library)
    (home / "keys" / f"{run}.root").unlink()
    with pytest.raises(NotATrainer):
        library.resume(run)


def test_a_key_that_cannot_be_kept_starts_no_run(library, home):
    home.mkdir(parents=True)
    (home / "keys").write_text("in the way")
    with pytest.raises(RunError):
        library.start(plan())


def test_a_run_is_found_by_its_first_letters(library):
    run = begun(library)
    assert library.find(run[:5]) == run


def test_letters_that_fit_two_runs_find_none(library):
    begun(library), begun(library)
    with pytest.raises(RunError):
        library.find("")


def test_the_plan_of_a_file_is_read_once(library, tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("title: x")
    read: list[object] = []
    for _ in range(2):
        library.compiled(path, reader(read))
    assert read == [path]


def test_a_changed_byte_lets_the_plan_be_read_again(library, tmp_path):
    path = tmp_path / "a.yaml"
    read: list[object] = []
    for text in ("title: x", "title: y"):
        path.write_text(text)
        library.compiled(path, reader(read))
    assert len(read) == 2


def test_a_discarded_practice_run_leaves_nothing(library, home):
    run = begun(library, practice=True)
    library.discard(run)
    assert not list(home.rglob(f"*{run}*"))
