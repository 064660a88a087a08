"""What is erased is gone: from what the run says, from what was copied of it, and from the disk."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.drafts import Draft
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import sweep
from tests.builders import Room, carried, plan

WHY = Place("talk", "why")
CANARY = "Zevenblad"


def someone(text):
    """Return a text without the canary."""
    return text.replace(CANARY, "someone")


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
    run.erasing.rewrite(someone)
    run.erasing.carry_out()
    closed(room)
    assert on_disk(room) == 0
    assert [note.text for note in room.reader("desk").notes.all()] == ["someone then"]


def test_an_erased_fact_is_no_gap_and_no_damage(room, run):
    run.notes.add(WHY, CANARY)
    run.erasing.rewrite(someone)
    run.erasing.carry_out()
    closed(room)
    view = room.reader("desk")
    assert (view.missing, view.damaged) == (0, 0)


def test_an_erased_fact_that_arrives_later_does_not_count(room, run):
    name = run.notes.add(WHY, CANARY)
    old = [fact for fact in run.spoken if CANARY.encode() in fact.line]
    run.erasing.rewrite(someone)
    run.erasing.carry_out()
    other = room.reader()
    other.accept(carried(fact for fact in run.spoken if fact not in old))
    other.accept(carried(old))
    assert other.notes.get(name).text == "someone"
    assert CANARY.encode() not in b"".join(fact.line for fact in other.registers.history(f"note/{name}/text"))


def test_until_the_review_is_done_the_words_can_come_back(room, run):
    name = run.notes.add(WHY, CANARY)
    run.erasing.take_back(run.erasing.rewrite(someone))
    run.erasing.carry_out()
    closed(room)
    assert room.reader("desk").notes.get(name).text == CANARY


def test_a_note_that_was_removed_stays_removed_and_leaves_no_word(room, run):
    name = run.notes.add(WHY, CANARY)
    run.notes.remove(name)
    run.erasing.rewrite(someone)
    run.erasing.carry_out()
    closed(room)
    assert on_disk(room) == 0
    assert room.reader("desk").notes.all() == ()


def test_words_that_only_an_earlier_version_had_go_and_the_note_stays(room, run):
    name = run.notes.add(WHY, CANARY)
    run.notes.put(name, "better")
    run.erasing.rewrite(someone)
    run.erasing.carry_out()
    closed(room)
    assert on_disk(room) == 0
    assert room.reader("desk").notes.get(name).text == "better"


def test_two_texts_side_by_side_become_one_that_has_both(room, run):
    name = run.notes.add(WHY, "begin")
    other = room.trainer("second")
    other.accept(carried(run.spoken))
    other.notes.put(name, f"{CANARY} theirs")
    run.notes.put(name, "ours")
    run.accept(carried(other.spoken))
    run.erasing.rewrite(someone)
    assert set(run.notes.get(name).text.split("\n")) == {"ours", "someone theirs"}
    assert run.notes.get(name).others == ()


def test_a_question_that_was_added_and_a_reason_for_skipping_lose_the_words_too(room, run):
    run.inserts.ask(f"What about {CANARY}?")
    run.replan.skip("rules", reason=f"{CANARY} was ill")
    run.reviewing.name_themes([f"{CANARY} again"])
    run.reviewing.recommend(f"Call {CANARY}")
    run.erasing.rewrite(someone)
    run.erasing.carry_out()
    closed(room)
    assert on_disk(room) == 0
    view = room.reader("desk")
    assert (view.review.reviewed.themes, view.agenda.entry("rules").reason) == (("someone again",), "someone was ill")


def test_signals_are_gone_with_all_that_was_said_of_them(room, run):
    name = run.signals.note("own-experience", 2, "trainer")
    run.signals.set(name, "done")
    run.erasing.strike_signals()
    run.erasing.carry_out()
    closed(room)
    assert room.reader("desk").signals.all() == ()
    assert b"own-experience" not in b"".join(path.read_bytes() for path in room.folder.rglob("*.jsonl"))


def test_what_is_erased_leaves_the_file_of_a_start_that_goes_on(room, run):
    run.notes.add(WHY, CANARY)
    run.erasing.rewrite(someone)
    run.erasing.carry_out()
    run.notes.add(WHY, "and on")
    run._disk.stop()
    assert on_disk(room) == 0
    assert [note.text for note in room.reader("desk").notes.all()] == ["someone", "and on"]


def test_what_another_start_erases_leaves_the_file_of_one_that_goes_on(room, run):
    run.notes.add(WHY, CANARY)
    other = room.trainer("second")
    other.accept(carried(run.spoken))
    other.erasing.rewrite(someone)
    other.erasing.carry_out()
    run.accept(carried(other.spoken))
    run._disk.stop()
    assert not [path for path in (room.folder / "desk").rglob("*.jsonl") if CANARY.encode() in path.read_bytes()]


def test_what_is_erased_leaves_the_files_of_starts_that_are_over(room, run):
    run.notes.add(WHY, CANARY)
    closed(room)
    again = room.trainer()
    again.erasing.rewrite(someone)
    again.erasing.carry_out()
    again._disk.stop()
    assert on_disk(room) == 0


def test_the_file_of_a_start_that_is_running_is_left_to_that_start(room, run):
    run.notes.add(WHY, CANARY)
    other = room.trainer()
    other.accept(other.follow().facts)
    run.retry_disk()
    run._disk.stop()
    other.accept(other.follow().facts)
    other.erasing.rewrite(someone)
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


def test_what_stands_in_a_box_loses_the_words_and_can_have_them_back(room, run):
    run.drafts.put("talk|why||answer", Draft(f"{CANARY} half"))
    rewritten = run.erasing.rewrite(someone)
    assert run.drafts.get("talk|why||answer").text == "someone half"
    run.erasing.take_back(rewritten)
    assert run.drafts.get("talk|why||answer").text == f"{CANARY} half"
