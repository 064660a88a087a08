from __future__ import annotations

import sys
from pathlib import Path

import pytest

from qpido_facilitator.errors import NotATrainer
from qpido_facilitator.journal.keys import KeyFiles, SigningKey, name_of, verified


@pytest.fixture
def keys(tmp_path: Path) -> KeyFiles:
    return KeyFiles(tmp_path / "keys")


def test_a_kept_key_is_the_same_key_again(keys: KeyFiles) -> None:
    root = SigningKey()
    keys.save(root)

    assert keys.load(root.name).seed == root.seed


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_a_key_file_is_for_its_owner_only(keys: KeyFiles, tmp_path: Path) -> None:
    root = SigningKey()
    keys.save(root)
    file = tmp_path / "keys" / f"{root.name}.root"

    assert [path.stat().st_mode & 0o777 for path in (file, file.parent)] == [0o600, 0o700]


def test_nothing_but_the_key_is_left_in_its_folder(keys: KeyFiles, tmp_path: Path) -> None:
    root = SigningKey()
    keys.save(root)

    assert [path.name for path in (tmp_path / "keys").iterdir()] == [f"{root.name}.root"]


def test_the_key_of_another_run_under_this_name_is_refused(keys: KeyFiles, tmp_path: Path) -> None:
    root, other = SigningKey(), SigningKey()
    keys.save(other)
    (tmp_path / "keys" / f"{other.name}.root").rename(tmp_path / "keys" / f"{root.name}.root")

    with pytest.raises(NotATrainer):
        keys.load(root.name)


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 44, b"A" * 1_000])
def test_a_damaged_key_file_is_refused(keys: KeyFiles, tmp_path: Path, content: bytes) -> None:
    root = SigningKey()
    keys.save(root)
    (tmp_path / "keys" / f"{root.name}.root").write_bytes(content)

    with pytest.raises(NotATrainer):
        keys.load(root.name)


def test_a_run_without_a_key_here_is_not_ours_to_lead(keys: KeyFiles) -> None:
    with pytest.raises(NotATrainer):
        keys.load(SigningKey().name)


def test_a_name_follows_from_the_key() -> None:
    assert name_of(SigningKey.from_seed(bytes(32)).public) == "copdsqhgjnkjc4ra"


@pytest.mark.parametrize("public", [b"", b"x" * 31, b"\0" * 32])
def test_a_signature_under_no_real_key_is_refused(public: bytes) -> None:
    assert not verified(public, SigningKey().sign(b"m"), b"m")
