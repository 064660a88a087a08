"""A backup gives the same run back, only to who has the key, and a stranger's file does no harm."""

from __future__ import annotations

import random

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.export.backup import (
    MAGIC,
    BackupError,
    Contents,
    Secret,
    contents_of,
    lock,
    new_key_file,
    read_key_file,
    restore,
    unlock,
)
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from qpido_facilitator.run.notes import Place
from tests.builders import plan, soaking

PASSWORD = Secret("a long password")
CHEAP = 2**10


@pytest.fixture
def places(tmp_path):
    """The data of a laptop."""
    return Places(tmp_path / "here")


@pytest.fixture
def run(places):
    """A run with an answer, an observation and a signal, closed in order."""
    opened = Library(places, ManualClock()).start(plan())
    opened.notes.add(Place("talk", "why"), "Because")
    opened.notes.add(Place("talk", "why", None, "observation"), "It was quiet")
    opened.signals.note("other", 1, "trainer")
    opened.close()
    return opened.id


def locked(places, run, secret=PASSWORD):
    return lock(contents_of(places.runs / run, run, places), secret, cost=CHEAP)


def told(view):
    """Return everything a run says, register by register."""
    return {name: [fact.h for fact in view.registers.history(name)] for name in view.registers.names()}


def test_another_laptop_gets_the_same_run_and_can_go_on_with_it(places, run, tmp_path):
    there = Places(tmp_path / "there")
    restore(unlock(locked(places, run), PASSWORD), there)
    library = Library(there, ManualClock())
    assert told(library.view(run)) == told(Library(places, ManualClock()).view(run))
    library.resume(run).close()


def test_what_is_in_it_cannot_be_read_from_outside(places, run):
    assert b"Because" not in locked(places, run)


def test_only_the_right_password_opens_it(places, run):
    with pytest.raises(BackupError, match="locked"):
        unlock(locked(places, run), Secret("another password"))


def test_a_key_file_opens_what_it_locked_and_a_password_does_not(places, run):
    key = read_key_file(new_key_file())
    content = locked(places, run, key)
    assert unlock(content, key).run == run
    with pytest.raises(BackupError, match="no-key-file"):
        unlock(content, PASSWORD)


def test_a_password_that_is_too_short_is_refused(places, run):
    with pytest.raises(BackupError, match="short"):
        locked(places, run, Secret("short"))


@pytest.mark.parametrize(
    "content", [b"", b"text", MAGIC, MAGIC + b"{}\n", MAGIC + b'{"kdf":"scrypt"}\n\x00', b"qpido-key"]
)
def test_what_is_no_backup_is_said_to_be_none(content):
    with pytest.raises(BackupError, match="damaged"):
        unlock(content, PASSWORD)


def test_one_changed_byte_anywhere_is_noticed(places, run):
    content, luck = locked(places, run), random.Random(3)
    for at in sorted(luck.sample(range(len(content)), soaking(60, 600))):
        changed = bytearray(content)
        changed[at] ^= 1 << luck.randrange(8)
        with pytest.raises(BackupError):
            unlock(bytes(changed), PASSWORD)


@pytest.mark.parametrize(
    "name", ["../evil.jsonl", "journal/../../evil.jsonl", "/etc/passwd", "journal/a.sh", "keys/x.root"]
)
def test_a_backup_puts_no_file_outside_its_run(places, run, name):
    content = lock(Contents(run, None, ((name, b"x"),)), PASSWORD, cost=CHEAP)
    with pytest.raises(BackupError, match="damaged"):
        unlock(content, PASSWORD)


def test_a_bomb_is_not_unpacked(places, run, monkeypatch):
    monkeypatch.setattr("qpido_facilitator.export.backup._MOST", 100_000)
    content = lock(Contents(run, None, (("journal/a.jsonl", b"0" * 10_000_000),)), PASSWORD, cost=CHEAP)
    with pytest.raises(BackupError, match="damaged"):
        unlock(content, PASSWORD)


def test_a_cost_that_nobody_can_pay_is_refused(places, run):
    head = b'{"kdf":"scrypt","salt":"AAAAAAAAAAAAAAAAAAAAAA==","nonce":"AAAAAAAAAAAAAAAA","n":1073741824,"r":8,"p":1}'
    with pytest.raises(BackupError, match="damaged"):
        unlock(MAGIC + head + b"\n" + b"x" * 40, PASSWORD)


def test_words_that_were_erased_since_do_not_come_back(places, run):
    content = locked(places, run)
    library = Library(places, ManualClock())
    opened = library.resume(run)
    opened.erasing.rewrite(lambda text: text.replace("Because", "someone"))
    opened.erasing.carry_out()
    opened.close()
    came = restore(unlock(content, PASSWORD), places)
    assert came.kept == 1
    assert "Because" not in [note.text for note in library.view(run).notes.all()]


def test_who_types_where_is_no_part_of_it(places, run):
    left = places.runs / run / "presence" / f"{'b' * 16}.json"
    left.parent.mkdir()
    left.write_bytes(b'{"n": 1}')
    names = [name for name, _ in contents_of(places.runs / run, run, places).files]
    assert names != []
    assert not any("presence" in name for name in names)


def test_a_secret_shows_nothing_of_itself():
    assert "long" not in repr(PASSWORD)
