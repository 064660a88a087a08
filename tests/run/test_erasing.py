"""What is erased is gone: from what the run says, from what was copied of it, and from the disk."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import sweep
from tests.builders import Room, carried, plan

WHY = Place("talk", "why")
CANARY = "Zevenblad"


@pytest.fixture
def room(tmp_path):
    """The laptops of one run."""
    with Room(tmp_path) as made:
        yield made


@pytest.fixture
def run(room):
    """An open run of the short session."""
    opened = room.trainer()
    opened.agenda.lay_down(plan())
    return opened


def on_disk(room):
    """Return how often the canary stands in any file of any laptop."""
    files = (path for path in room.folder.rglob("*") if path.is_file())
    return sum(path.read_bytes().count(CANARY.encode()) for path in files)


def closed(room):
    """End every start."""
    for laptop in room.laptops:
        laptop.close()
    room.laptops.clear()


def test_other_words_leave_none_of_the_old_ones_on_the_disk(room, run):
    name = run.notes.add(WHY, f"{CANARY} first")
    run.notes.put(name, f"{CANARY} then")
    run.reap.shorten(name, f"{CANARY} copied")
    run.reviewing.word(name, f"{CANARY} worded")
    run.reviewing.reply(name, f"{CANARY} replied")
    run.erasing.replace([(name, "a young person")])
    run.erasing.carry_out()
    closed(room)
    assert on_disk(room) == 0
    assert [note.text for note in room.reader("desk").notes.all()] == ["a young person"]


def test_an_erased_fact_is_no_gap_and_no_damage(room, run):
    name = run.notes.add(WHY, CANARY)
    run.erasing.replace([(name, "someone")])
    run.erasing.carry_out()
    closed(room)
    view = room.reader("desk")
    assert (view.missing, view.damaged) == (0, 0)


def test_an_erased_fact_that_arrives_later_does_not_count(room, run):
    name = run.notes.add(WHY, CANARY)
    old = [fact for fact in run.spoken if CANARY.encode() in fact.line]
    run.erasing.replace([(name, "someone")])
    run.erasing.carry_out()
    other = room.reader()
    other.accept(carried(fact for fact in run.spoken if fact not in old))
    other.accept(carried(old))
    assert other.notes.get(name).text == "someone"
    assert CANARY.encode() not in b"".join(fact.line for fact in other.registers.history(f"note/{name}/text"))


def test_until_the_review_is_done_the_words_can_come_back(room, run):
    name = run.notes.add(WHY, CANARY)
    run.erasing.replace([(name, "someone")])
    run.undo.undo()
    run.erasing.carry_out()
    closed(room)
    assert room.reader("desk").notes.get(name).text == CANARY


def test_a_removed_note_leaves_no_word(room, run):
    name = run.notes.add(WHY, CANARY)
    run.erasing.remove([name])
    run.erasing.carry_out()
    closed(room)
    assert on_disk(room) == 0
    assert room.reader("desk").notes.all() == ()


def test_signals_are_gone_with_all_that_was_said_of_them(room, run):
    name = run.signals.note("own-experience", 2, "trainer")
    run.signals.set(name, "done")
    run.erasing.signals()
    run.erasing.carry_out()
    closed(room)
    assert room.reader("desk").signals.all() == ()
    assert b"own-experience" not in b"".join(path.read_bytes() for path in room.folder.rglob("*.jsonl"))


def test_the_file_of_a_start_that_is_running_is_left_to_that_start(room, run):
    name = run.notes.add(WHY, CANARY)
    other = room.trainer()
    other.accept(other.follow().facts)
    run.retry_disk()
    run._disk.stop()
    other.accept(other.follow().facts)
    other.erasing.replace([(name, "someone")])
    other.erasing.carry_out()
    assert sweep(room.folder / "desk", other.erased) == 0
    closed(room)
    assert on_disk(room) == 0


def test_only_a_trainers_erasure_counts(room, run):
    from qpido_facilitator.run.erasing import ObjectErased

    name = run.notes.add(WHY, "stays")
    co_trainer = room.co_trainer()
    co_trainer.accept(carried(run.spoken))
    fact = co_trainer.record("object.erased", f"erase/{name}", ObjectErased(run.registers.base(f"note/{name}/text")))
    run.accept(carried([*co_trainer.spoken, fact]))
    assert run.notes.get(name).text == "stays"
