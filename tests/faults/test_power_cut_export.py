"""The power goes while a document is written: it is there whole, or not at all, at every moment and on every disk.

What reaches the disk is written down as it is asked for, then replayed up to each moment. What was not synced may be
lost, half there, or zeros; a name that its folder was not synced for may be there or not.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qpido_facilitator.export.files import write_file

CONTENT = bytes(range(256)) * 40


class Recorded:
    """Writes down what a program asks of the disk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, syncs: bool = True) -> None:
        self.asked: list[tuple[str, str, bytes]] = []
        self._names: dict[int, str] = {}
        real_open, real_write, real_sync, real_replace = os.open, os.write, os.fsync, os.replace

        def opened(path, flags, mode=0o777):
            descriptor = real_open(path, flags, mode)
            self._names[descriptor] = str(path)
            if flags & os.O_CREAT:
                self.asked.append(("create", str(path), b""))
            return descriptor

        def written(descriptor, data):
            self.asked.append(("write", self._names[descriptor], bytes(data)))
            return real_write(descriptor, data)

        def synced(descriptor):
            if syncs:
                self.asked.append(("sync", self._names[descriptor], b""))
            return real_sync(descriptor)

        def replaced(source, target):
            self.asked.append(("rename", str(source), str(target).encode()))
            return real_replace(source, target)

        monkeypatch.setattr(os, "open", opened)
        monkeypatch.setattr(os, "write", written)
        monkeypatch.setattr(os, "fsync", synced)
        monkeypatch.setattr(os, "replace", replaced)
        monkeypatch.setattr(os, "rename", replaced)


def left(asked: list[tuple[str, str, bytes]], loss: str, *, names: bool) -> dict[str, bytes]:
    """Return the files that are there after the power went: `names` says whether new names reached the disk."""
    inside: dict[str, bytes] = {}
    safe: dict[str, bytes] = {}
    for act, path, data in asked:
        if act == "create":
            inside[path], safe[path] = b"", b""
        elif act == "write":
            inside[path] += data
        elif act == "sync" and path in inside:
            safe[path] = inside[path]
        elif act == "rename":
            target = data.decode()
            if names:
                inside[target], safe[target] = inside.pop(path), safe.pop(path)
    kept = {}
    for path, content in inside.items():
        torn = content[len(safe[path]) :]
        rest = {"lost": b"", "half": torn[: len(torn) // 2], "zeros": b"\0" * len(torn)}[loss]
        kept[path] = safe[path] + rest
    return kept


def torn(asked: list[tuple[str, str, bytes]], target: Path) -> list[object]:
    """Return the moments at which the document is there and not whole."""
    found: list[object] = []
    for moment in range(len(asked) + 1):
        for loss in ("lost", "half", "zeros"):
            for names in (True, False):
                content = left(asked[:moment], loss, names=names).get(str(target))
                if content is not None and content != CONTENT:
                    found.append((moment, loss, names))
    return found


def test_a_document_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    disk = Recorded(monkeypatch)
    path = write_file(tmp_path, "session", "docx", CONTENT)
    assert [act for act, *_ in disk.asked] == ["create", "write", "sync", "rename", "sync"]
    assert torn(disk.asked, path) == []


def test_this_test_would_notice_a_document_that_was_not_synced(tmp_path, monkeypatch):
    disk = Recorded(monkeypatch, syncs=False)
    path = write_file(tmp_path, "session", "docx", CONTENT)
    assert torn(disk.asked, path)


def test_a_disk_that_is_full_leaves_no_document_and_no_rest(tmp_path, monkeypatch):
    from qpido_facilitator.errors import ExportError

    def full(_descriptor, _data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(ExportError, match="the disk is full"):
        write_file(tmp_path, "session", "docx", CONTENT)
    assert list(tmp_path.iterdir()) == []
