"""Small files of this moment: news is what changed, and nothing that stands in the folder does any harm."""

from __future__ import annotations

import os
import sys

import pytest

from qpido_facilitator.journal.whispers import LONGEST, STALE, WhisperFolder

ME, OTHER = "a" * 16, "b" * 16


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "presence"


@pytest.fixture
def mine(folder):
    """Our side, which has looked once."""
    made = WhisperFolder(folder, ME)
    made.hear(0)
    return made


def test_what_another_says_is_heard_once_and_again_when_it_changes(folder, mine):
    other = WhisperFolder(folder, OTHER)
    other.say(b"1")
    heard = [mine.hear(0), mine.hear(0)]
    other.say(b"2")
    assert [*heard, mine.hear(0)] == [((OTHER, b"1"),), (), ((OTHER, b"2"),)]


def test_what_a_crash_left_is_no_news_to_who_comes_after(folder):
    WhisperFolder(folder, OTHER).say(b"1")
    assert WhisperFolder(folder, ME).hear(0) == ()


def test_nobody_hears_themselves(mine):
    mine.say(b"1")
    assert mine.hear(0) == ()


@pytest.mark.parametrize("name", ["x.json", "b" * 15 + ".json", OTHER + ".json.new", OTHER + ".jsonl", ".DS_Store"])
def test_a_file_that_is_named_otherwise_is_not_heard(folder, mine, name):
    folder.mkdir()
    (folder / name).write_bytes(b"1")
    assert mine.hear(0) == ()


def test_a_file_that_is_too_long_is_not_heard(folder, mine):
    folder.mkdir()
    (folder / f"{OTHER}.json").write_bytes(b"1" * (LONGEST + 1))
    assert mine.hear(0) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(folder, mine):
    folder.mkdir()
    os.mkfifo(folder / f"{OTHER}.json")
    assert mine.hear(0) == ((OTHER, b""),)


def test_a_file_that_stood_unchanged_for_a_minute_of_ours_is_swept_away(folder, mine):
    WhisperFolder(folder, OTHER).say(b"1")
    mine.hear(0)
    mine.hear(STALE - 1)
    before = list(folder.iterdir())
    mine.hear(STALE)
    assert (len(before), list(folder.iterdir())) == (1, [])


def test_what_goes_on_being_told_is_never_swept_away(folder, mine):
    other = WhisperFolder(folder, OTHER)
    for now in range(0, 3 * STALE, STALE // 2):
        other.say(str(now).encode())
        mine.hear(now)
    assert len(list(folder.iterdir())) == 1


def test_who_closes_leaves_nothing_and_the_last_takes_the_folder_along(folder, mine):
    other = WhisperFolder(folder, OTHER)
    other.say(b"1")
    mine.say(b"1")
    other.close()
    left = [path.name for path in folder.iterdir()]
    mine.close()
    assert (left, folder.exists()) == ([f"{ME}.json"], False)


def test_a_run_that_is_gone_does_not_come_back_by_a_whisper(tmp_path):
    gone = tmp_path / "run"
    with pytest.raises(OSError, match="presence"):
        WhisperFolder(gone / "presence", ME).say(b"1")
    assert not gone.exists()
