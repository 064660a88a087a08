from __future__ import annotations

import os
from pathlib import Path

import pytest

from qpido_facilitator.journal import disk
from qpido_facilitator.journal.disk import AppendOnly, replace_file


class HalfWrites:
    """Stands in for `os.write`: writes half of what it is given, and then the disk is full."""

    def __init__(self) -> None:
        self._write = os.write
        self._halved = False
        self.full = True

    def __call__(self, descriptor: int, content: bytes) -> int:
        if not self.full:
            return self._write(descriptor, content)
        if self._halved:
            self._halved = False
            raise OSError(28, "No space left on device")
        self._halved = True
        return self._write(descriptor, content[: len(content) // 2])


@pytest.fixture
def half(monkeypatch: pytest.MonkeyPatch) -> HalfWrites:
    write = HalfWrites()
    monkeypatch.setattr(os, "write", write)
    return write


def test_what_reached_the_disk_half_is_cut_off_at_once(tmp_path: Path, half: HalfWrites) -> None:
    file = AppendOnly(tmp_path / "journal" / "w.jsonl")
    half.full = False
    file.append(b"one\n")
    half.full = True

    with pytest.raises(OSError, match="space"):
        file.append(b"two\n")

    assert (tmp_path / "journal" / "w.jsonl").read_bytes() == b"one\n"


def test_the_same_bytes_go_in_once_when_there_is_room_again(tmp_path: Path, half: HalfWrites) -> None:
    file = AppendOnly(tmp_path / "w.jsonl")
    for _ in range(3):
        with pytest.raises(OSError, match="space"):
            file.append(b"one\n")
    half.full = False
    file.append(b"one\n")
    file.append(b"two\n")
    file.close()

    assert (tmp_path / "w.jsonl").read_bytes() == b"one\ntwo\n"


def test_a_half_that_could_not_be_cut_off_is_cut_off_before_the_next_try(
    tmp_path: Path, half: HalfWrites, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = AppendOnly(tmp_path / "w.jsonl")
    with monkeypatch.context() as patch:
        patch.setattr(os, "ftruncate", _refuse)
        with pytest.raises(OSError, match="space"):
            file.append(b"one, a long line\n")
    half.full = False
    file.append(b"one\n")
    file.close()

    assert (tmp_path / "w.jsonl").read_bytes() == b"one\n"


def test_bytes_that_could_not_be_synced_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = AppendOnly(tmp_path / "w.jsonl")
    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync", _refuse)
        with pytest.raises(OSError, match="output"):
            file.append(b"one\n")
    file.append(b"one\n")
    file.close()

    assert (tmp_path / "w.jsonl").read_bytes() == b"one\n"


def test_a_folder_that_could_not_be_synced_is_synced_at_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    file = AppendOnly(tmp_path / "w.jsonl")
    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", _refuse)
        with pytest.raises(OSError, match="output"):
            file.append(b"one\n")
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    file.append(b"one\n")
    file.close()

    assert (synced, (tmp_path / "w.jsonl").read_bytes()) == ([tmp_path], b"one\n")


def test_a_file_that_was_there_before_is_never_appended_to(tmp_path: Path) -> None:
    (tmp_path / "w.jsonl").write_bytes(b"torn ta")

    with pytest.raises(FileExistsError):
        AppendOnly(tmp_path / "w.jsonl").append(b"one\n")


def test_a_file_that_could_not_be_replaced_stands_as_it_was(tmp_path: Path, half: HalfWrites) -> None:
    (tmp_path / "drafts.json").write_bytes(b"old")

    with pytest.raises(OSError, match="space"):
        replace_file(tmp_path / "drafts.json", b"new content")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("drafts.json", b"old")]


def _refuse(*_: object) -> None:
    raise OSError(5, "Input/output error")


def test_a_file_that_was_rewritten_goes_on_where_it_was(tmp_path: Path) -> None:
    file = AppendOnly(tmp_path / "w.jsonl")
    file.append(b"one\n")
    file.rewrite(lambda path: replace_file(path, b"two\n"))
    file.append(b"three\n")

    assert (tmp_path / "w.jsonl").read_bytes() == b"two\nthree\n"


def test_a_file_that_does_not_exist_yet_is_not_rewritten(tmp_path: Path) -> None:
    rewritten: list[Path] = []
    AppendOnly(tmp_path / "w.jsonl").rewrite(rewritten.append)

    assert rewritten == []
