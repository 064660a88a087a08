"""The commands without a window."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qpido_facilitator.cli import arguments, carry_out
from qpido_facilitator.clock import ManualClock
from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from qpido_facilitator.run.notes import Place
from tests.builders import plan

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(home):
    """A run with one answer, closed in order."""
    opened = Library(Places(home), ManualClock(datetime(2026, 11, 24, 9, tzinfo=UTC))).start(plan())
    opened.notes.add(Place("talk", "why"), "Because")
    opened.close()
    return opened.id


def said(capsys, *words):
    code = carry_out(arguments().parse_args(["--language", "en", *map(str, words)]))
    return code, capsys.readouterr()


def test_check_says_that_the_shipped_sessions_are_in_order(capsys):
    code, out = said(capsys, "check", *sorted((ROOT / "sessions").glob("*.yaml")))
    assert (code, out.out.count("in order")) == (0, 2)


def test_check_ends_with_1_for_a_file_with_a_problem(capsys, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: [\n", encoding="utf-8")
    assert said(capsys, "check", bad)[0] == 1


def test_check_without_a_file_is_a_matter_of_usage(capsys):
    with pytest.raises(SystemExit) as stop:
        arguments().parse_args(["check"])
    assert stop.value.code == 2


def test_schema_prints_json(capsys):
    assert "properties" in json.dumps(json.loads(said(capsys, "schema")[1].out))


def test_runs_lists_a_run_with_its_notes(capsys, run):
    assert f"{run}  2026-11-24" in said(capsys, "runs")[1].out


def test_export_writes_the_answers_of_a_run_named_by_its_first_letters(capsys, run, tmp_path):
    code, out = said(capsys, "export", run[:6], "--out", tmp_path)
    assert code == 0
    assert "  - Because" in Path(out.out.strip()).read_text(encoding="utf-8")


def test_export_never_writes_over_a_file_that_is_there(capsys, run, tmp_path):
    paths = {said(capsys, "export", run, "--out", tmp_path)[1].out for _ in range(3)}
    assert len(paths) == 3


def test_export_of_a_run_that_is_not_there_says_so(capsys):
    code, out = said(capsys, "export", "nothing")
    assert (code, "no run" in out.err) == (1, True)
    assert "Traceback" not in out.err


def test_export_writes_nothing_into_the_run(capsys, run, home, tmp_path):
    before = sorted(path.name for path in home.rglob("*"))
    said(capsys, "export", run, "--out", tmp_path)
    assert sorted(path.name for path in home.rglob("*")) == before
