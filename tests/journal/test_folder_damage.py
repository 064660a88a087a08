"""What a damaged journal file costs: never more than the lines that were hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from qpido_facilitator.journal.envelope import MAX_LINE, Fact
from qpido_facilitator.journal.folder import JournalFolder, Read
from qpido_facilitator.run.notes import NotePut, Place
from tests.builders import Forger, Room, soaking

RUN = "abcdefghijklmnop"
SIG_AND_END = 96
"""Bytes at the end of a line that the hash does not cover: `","sig":"`, the signature, `"}`."""


@pytest.fixture
def facts() -> list[Fact]:
    forger = Forger(RUN)
    return [forger.fact("note.put", f"note/n{number}/text", NotePut(f"text {number}")) for number in range(6)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def whole(facts: list[Fact]) -> bytes:
    return b"".join(fact.line + b"\n" for fact in facts)


def read_of(folder: Path, content: bytes) -> Read:
    (folder / "w.jsonl").write_bytes(content)
    return JournalFolder(folder).read()


def test_truncation_at_every_byte_costs_the_tail_record_at_most(folder: Path, facts: list[Fact]) -> None:
    content = whole(facts)
    ends = [len(whole(facts[:count])) for count in range(len(facts) + 1)]
    for cut in range(len(content) + 1):
        kept = sum(end <= cut for end in ends[1:])
        assert read_of(folder, content[:cut]).facts == tuple(facts[:kept])


def test_a_run_cut_off_at_any_byte_opens_and_goes_on(tmp_path: Path) -> None:
    with Room(tmp_path) as room:
        first = room.trainer()
        first.notes.add(Place("talk"), "one")
        first.crash()
        journal = tmp_path / "desk" / "journal" / f"{first.writer}.jsonl"
        content = journal.read_bytes()
        for cut in range(0, len(content), soaking(97, 1)):
            journal.write_bytes(content[:cut])
            again = room.trainer()
            name = again.notes.add(Place("talk"), "two")
            again.crash()
            note = room.reader("desk").notes.get(name)
            assert note is not None
            assert note.text == "two"
            (tmp_path / "desk" / "journal" / f"{again.writer}.jsonl").unlink()


def test_a_flipped_bit_costs_the_line_it_hits_and_alters_nothing(folder: Path, facts: list[Fact]) -> None:
    content = whole(facts)
    ends = [len(whole(facts[: count + 1])) for count in range(len(facts))]
    for bit in range(0, len(content) * 8, soaking(3, 1)):
        place = bit // 8
        flipped = bytearray(content)
        flipped[place] ^= 1 << bit % 8
        hit = next(number for number, end in enumerate(ends) if place < end)
        found = read_of(folder, bytes(flipped)).facts
        into_line = place - (ends[hit - 1] if hit else 0)
        if into_line == len(facts[hit].line):  # the line end: this line and the next became one
            assert found == (*facts[:hit], *facts[hit + 2 :])
        elif into_line < len(facts[hit].line) - SIG_AND_END:
            assert found == (*facts[:hit], *facts[hit + 1 :])
        else:  # a signature is not checked at resume; what was said may not change
            assert {fact.h: (fact.on, bytes(fact.data)) for fact in found}.items() <= {
                fact.h: (fact.on, bytes(fact.data)) for fact in facts
            }.items()
            assert len(found) >= len(facts) - 2


def test_a_tail_of_zeros_costs_nothing(folder: Path, facts: list[Fact]) -> None:
    assert read_of(folder, whole(facts) + b"\0" * 4096).facts == tuple(facts)


def test_zeros_before_a_record_cost_nothing(folder: Path, facts: list[Fact]) -> None:
    assert read_of(folder, whole(facts[:3]) + b"\0" * 4096 + whole(facts[3:])).facts == tuple(facts)


def test_zeros_over_two_records_cost_those_two(folder: Path, facts: list[Fact]) -> None:
    content = bytearray(whole(facts))
    start = len(whole(facts[:2])) + 100
    content[start : start + len(facts[2].line)] = bytes(len(facts[2].line))

    found = read_of(folder, bytes(content))

    assert (found.facts, found.damaged) == ((*facts[:2], *facts[4:]), 1)


def test_a_file_saved_with_windows_line_ends_costs_nothing(folder: Path, facts: list[Fact]) -> None:
    assert read_of(folder, whole(facts).replace(b"\n", b"\r\n")).facts == tuple(facts)


def test_a_byte_order_mark_costs_nothing(folder: Path, facts: list[Fact]) -> None:
    assert read_of(folder, b"\xef\xbb\xbf" + whole(facts)).facts == tuple(facts)


def test_empty_lines_are_no_damage(folder: Path, facts: list[Fact]) -> None:
    found = read_of(folder, b"\n\r\n" + whole(facts).replace(b"\n", b"\n\n"))

    assert (found.facts, found.damaged) == (tuple(facts), 0)


@pytest.mark.parametrize("length", [MAX_LINE - 1, MAX_LINE, MAX_LINE + 1, MAX_LINE + 2, 2 * MAX_LINE + 2, 5_000_000])
def test_a_junk_line_of_any_length_costs_itself_and_is_counted(folder: Path, facts: list[Fact], length: int) -> None:
    found = read_of(folder, whole(facts[:3]) + b"x" * length + b"\n" + whole(facts[3:]))

    assert (found.facts, found.damaged) == (tuple(facts), 1)


def test_a_fact_behind_64_kib_of_junk_on_one_line_is_not_let_in(folder: Path, facts: list[Fact]) -> None:
    content = b"x" * (MAX_LINE + 1) + facts[0].line + b"\n" + facts[1].line + b"\n"

    assert read_of(folder, content).facts == (facts[1],)


def test_a_second_look_gives_only_what_is_new(folder: Path, facts: list[Fact]) -> None:
    journal = JournalFolder(folder)
    (folder / "w.jsonl").write_bytes(whole(facts[:2]) + facts[2].line[:100])
    journal.read()
    (folder / "w.jsonl").write_bytes(whole(facts[:4]))

    assert journal.read().facts == tuple(facts[2:4])


def test_damage_is_counted_once_over_two_looks(folder: Path, facts: list[Fact]) -> None:
    journal = JournalFolder(folder)
    (folder / "w.jsonl").write_bytes(b"x" * 200_000 + b"\n")

    assert [journal.read().damaged, journal.read().damaged] == [1, 0]


def test_a_folder_named_like_a_journal_is_told_and_stops_nothing(folder: Path, facts: list[Fact]) -> None:
    (folder / "a.jsonl").mkdir()

    found = read_of(folder, whole(facts))

    assert (found.facts, len(found.unreadable)) == (tuple(facts), 1)


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert JournalFolder(tmp_path / "none").read() == Read(())
