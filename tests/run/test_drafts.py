"""Drafts: what stands in a box outlives a crash, and belongs to one start at a time."""

from __future__ import annotations

import msgspec
import pytest

from qpido_facilitator.run.drafts import Draft, Drafts, running
from qpido_facilitator.run.notes import MAX_TEXT, clean, pieces


class Kept:
    """The disk thread of one start, at once and without a thread."""

    def __init__(self, path):
        self.path = path

    def __call__(self, content):
        self.path.parent.mkdir(exist_ok=True)
        if content:
            self.path.write_bytes(content)
        else:
            self.path.unlink(missing_ok=True)


@pytest.fixture
def begin(tmp_path):
    """Begin a start; all of them let go at the end."""
    begun = []

    def start(name):
        drafts = Drafts(tmp_path, name, Kept(tmp_path / f"{name}.json"))
        begun.append(drafts)
        return drafts

    yield start
    for drafts in begun:
        drafts.close()


def crash(drafts):
    drafts._lock.release()


def test_a_start_is_seen_to_run_once_it_holds_its_drafts(begin, tmp_path):
    drafts = begin("a")
    before = running(tmp_path)

    drafts.hold()

    assert (before, running(tmp_path)) == (frozenset(), frozenset({"a"}))


def test_what_is_typed_before_a_start_holds_its_drafts_is_kept_from_others_all_the_same(begin, tmp_path):
    begin("a").put("box", Draft("half"))

    assert running(tmp_path) == frozenset({"a"})


def test_a_start_that_is_closed_holds_nothing_any_more(begin, tmp_path):
    drafts = begin("a")
    drafts.close()

    drafts.hold()

    assert running(tmp_path) == frozenset()


def test_a_start_takes_over_the_drafts_of_one_that_died(begin):
    first = begin("a")
    first.put("box", Draft("half"))
    crash(first)

    second = begin("b")
    second.take_over()

    assert second.get("box") == Draft("half")


def test_a_running_start_keeps_its_drafts_to_itself(begin):
    begin("a").put("box", Draft("half"))

    second = begin("b")
    second.take_over()

    assert second.get("box") is None


def test_drafts_that_were_taken_over_are_on_the_disk_before_the_old_file_goes(begin, tmp_path):
    first = begin("a")
    first.put("box", Draft("half"))
    crash(first)

    begin("b").take_over()

    assert not (tmp_path / "a.json").exists()
    assert msgspec.json.decode((tmp_path / "b.json").read_bytes(), type=dict[str, Draft]) == {"box": Draft("half")}


def test_a_draft_that_was_sent_is_gone_from_the_disk(begin, tmp_path):
    drafts = begin("a")
    drafts.put("box", Draft("half"))

    drafts.drop("box")

    assert not (tmp_path / "a.json").exists()


def test_an_unreadable_draft_file_is_left_alone(begin, tmp_path):
    (tmp_path / "old.json").write_bytes(b"{broken")

    begin("b").take_over()

    assert (tmp_path / "old.json").read_bytes() == b"{broken"


def test_a_paste_of_five_megabytes_is_cut_without_losing_a_letter():
    whole = "é" * 5_000_000
    cut = pieces(whole)
    assert "".join(cut) == whole
    assert max(map(len, cut)) == MAX_TEXT


def test_control_characters_and_halves_of_characters_are_taken_out_of_a_text():
    assert clean("a\x00b\x1b\ud800c\r\nd\u2028e\x85") == "abc\nd\u2028e\x85"
