from __future__ import annotations

import io
from pathlib import Path

import pytest

from qpido_facilitator.plan.checking import check
from qpido_facilitator.words import Words
from tests.plan.session_files import EXAMPLE


@pytest.fixture
def good(tmp_path):
    """A session file in order: 3 items, 23 minutes."""
    path = tmp_path / "goed.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path):
    """A session file with two faults."""
    path = tmp_path / "fout.yaml"
    path.write_text(
        EXAMPLE.replace("minutes: 13", "minutes: 13 min").replace("groups: 4", "groups: vier"), encoding="utf-8"
    )
    return path


def checked(paths: list[Path], words: Words) -> tuple[int, list[str]]:
    out = io.StringIO()
    return check(paths, words, out), out.getvalue().splitlines()


def test_a_good_file_is_in_order(good, english):
    assert checked([good], english) == (0, ["goed.yaml: in order, 3 items, 23 minutes"])


def test_a_bad_file_prints_every_problem(bad, english):
    code, lines = checked([bad], english)

    assert code == 1
    assert [line.split(": ")[0] for line in lines] == ["fout.yaml:6:9", "fout.yaml:26:18"]


def test_one_bad_file_among_good_ones_is_a_bad_end(good, bad, english):
    code, lines = checked([bad, good], english)

    assert code == 1
    assert lines[-1] == "goed.yaml: in order, 3 items, 23 minutes"


def test_remarks_alone_are_printed_and_are_no_problem(good, english):
    good.write_text(EXAMPLE.replace("minutes: 120", "minutes: 5"), encoding="utf-8")

    code, lines = checked([good], english)

    assert code == 0
    assert lines[0].startswith("goed.yaml:5:10: the items take 23 minutes together")


def test_no_file_asks_for_one(english):
    assert checked([], english) == (2, ["Which session file? Write: check FILE…"])


def test_a_file_that_is_not_there_is_a_problem(tmp_path, english):
    assert checked([tmp_path / "weg.yaml"], english)[0] == 1
