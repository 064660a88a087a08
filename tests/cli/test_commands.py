"""The commands without a window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


def test_a_reader_that_has_seen_enough_is_no_trouble():
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "qpido_facilitator", "schema"]
    told = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    os.close(writing)
    assert (told.returncode, told.stderr) == (1, "")


def test_runs_lists_a_run_with_its_notes(capsys, run):
    assert f"{run}  2026-11-24" in said(capsys, "runs")[1].out


def test_export_writes_the_answers_of_a_run_named_by_its_first_letters(capsys, run, tmp_path):
    code, out = said(capsys, "export", run[:6], "--out", tmp_path)
    assert code == 0
    assert "  - Because" in Path(out.out.strip()).read_text(encoding="utf-8")


def test_export_never_writes_over_a_file_that_is_there(capsys, run, tmp_path):
    paths = {said(capsys, "export", run, "--out", tmp_path)[1].out for _ in range(3)}
    assert len(paths) == 3


def test_a_folder_that_takes_nothing_is_told_in_the_language_of_the_reader(capsys, run, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    command = ["--language", "nl", "export", run, "--out", str(tmp_path / "file")]
    assert carry_out(arguments().parse_args(command)) == 1
    assert capsys.readouterr().err.startswith("Dat lukte niet: ")


def test_a_pack_of_a_session_file_with_a_fault_says_where_that_is(capsys, tmp_path):
    (tmp_path / "bad.yaml").write_text("title: a\nminutes: twee\n", encoding="utf-8")
    code, out = said(capsys, "export", tmp_path / "bad.yaml", "--kind", "pack", "--out", tmp_path)
    assert (code, "bad.yaml:2:10: " in out.err) == (1, True)


def test_export_of_a_run_that_is_not_there_says_so(capsys):
    code, out = said(capsys, "export", "nothing")
    assert (code, "no run" in out.err) == (1, True)
    assert "Traceback" not in out.err


def test_export_writes_into_the_run_only_what_was_made_of_it(capsys, run, home, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    said(capsys, "export", run, "--out", tmp_path)
    after = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    assert {path.name for path in after if before.get(path) != after[path]} == {"exports.json"}


@pytest.fixture
def named(home):
    """A run with a name in it, closed in order."""
    opened = Library(Places(home), ManualClock(datetime(2026, 11, 24, 9, tzinfo=UTC))).start(plan())
    opened.notes.add(Place("talk", "why"), "Sanne de Vries called us")
    opened.close()
    return opened.id


@pytest.mark.parametrize("kind", ["answers", "client", "participants", "internal", "runsheet"])
def test_export_writes_every_kind_in_its_usual_format(capsys, run, tmp_path, qapp, kind):
    code, out = said(capsys, "export", run, "--kind", kind, "--out", tmp_path)
    assert (code, Path(out.out.strip()).exists()) == (0, True)


def test_export_says_which_formats_a_kind_has(capsys, run, tmp_path):
    code, out = said(capsys, "export", run, "--kind", "client", "--format", "csv", "--out", tmp_path)
    assert (code, out.err.strip()) == (2, "There is no client as csv; there is: docx, pdf, xlsx, md.")
    assert list(tmp_path.glob("*.*")) == []


def test_export_makes_a_run_sheet_of_a_session_file_before_there_is_a_run(capsys, home, tmp_path):
    file = next(iter((ROOT / "sessions").glob("phishing*.yaml")))
    code, out = said(capsys, "export", file, "--kind", "runsheet", "--format", "md", "--out", tmp_path)
    assert code == 0
    assert "# Run sheet: " in Path(out.out.strip()).read_text(encoding="utf-8")
    assert not home.exists()


def test_what_looks_like_a_person_holds_back_what_goes_to_others_until_someone_says_so(capsys, named, tmp_path, home):
    wanted = ("export", named, "--kind", "client", "--format", "md", "--out", tmp_path)
    code, out = said(capsys, *wanted)
    assert (code, "Probably a name: Sanne de Vries" in out.err, list(tmp_path.glob("*.md"))) == (1, True, [])
    assert said(capsys, *wanted, "--anyway")[0] == 0
    assert Library(Places(home), ManualClock()).view(named).review.overridden("client") == 1


def test_a_backup_is_put_back_on_another_laptop(capsys, run, tmp_path, monkeypatch):
    (tmp_path / "pw").write_text("a long password\n", encoding="utf-8")
    secret = ("--password-file", tmp_path / "pw")
    _, out = said(capsys, "export", run, "--kind", "backup", *secret, "--out", tmp_path)
    monkeypatch.setenv("QPIDO_HOME", str(tmp_path / "other"))
    code, back = said(capsys, "import", out.out.strip(), *secret)
    assert (code, back.out.splitlines()[0]) == (0, run)
    assert f"{run}  2026-11-24" in said(capsys, "runs")[1].out


def test_a_backup_with_another_password_says_so(capsys, run, tmp_path):
    (tmp_path / "pw").write_text("a long password", encoding="utf-8")
    (tmp_path / "no").write_text("another password", encoding="utf-8")
    _, out = said(capsys, "export", run, "--kind", "backup", "--password-file", tmp_path / "pw", "--out", tmp_path)
    code, back = said(capsys, "import", out.out.strip(), "--password-file", tmp_path / "no")
    assert (code, back.err.startswith("The backup does not open")) == (1, True)


def test_a_key_file_is_made_once_and_opens_the_backup(capsys, run, tmp_path, monkeypatch):
    secret = ("--key-file", tmp_path / "key")
    _, out = said(capsys, "export", run, "--kind", "backup", *secret, "--out", tmp_path)
    key = (tmp_path / "key").read_bytes()
    said(capsys, "export", run, "--kind", "backup", *secret, "--out", tmp_path)
    assert (tmp_path / "key").read_bytes() == key
    monkeypatch.setenv("QPIDO_HOME", str(tmp_path / "other"))
    assert said(capsys, "import", out.out.strip(), *secret)[0] == 0


def test_erase_leaves_nothing_and_prints_a_receipt(capsys, run, home):
    code, out = said(capsys, "erase", run[:6], "--yes")
    assert (code, out.out.startswith("Erased: A short session")) == (0, True)
    assert not [path for path in home.rglob("*") if path.is_file() and b"Because" in path.read_bytes()]


@pytest.mark.parametrize("kind", ["answers", "pack"])
def test_erase_takes_along_what_export_made(capsys, run, tmp_path, qapp, monkeypatch, kind):
    monkeypatch.chdir(tmp_path)
    made = Path(said(capsys, "export", run, "--kind", kind, "--out", "here")[1].out.strip())
    assert made.exists()
    assert str(made.resolve()) in said(capsys, "erase", run, "--yes")[1].out
    assert not made.exists()


def test_erase_leaves_a_pack_to_which_somebody_added_something(capsys, run, tmp_path, qapp):
    made = Path(said(capsys, "export", run, "--kind", "pack", "--out", tmp_path)[1].out.strip())
    (made / "mine.txt").write_text("mine", encoding="utf-8")
    said(capsys, "erase", run, "--yes")
    assert (made / "mine.txt").exists()


def test_erase_without_an_answer_erases_nothing(capsys, run, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _: "no")
    assert said(capsys, "erase", run)[0] == 1
    assert run in said(capsys, "runs")[1].out


@pytest.mark.parametrize(
    "modules", ["cli", "app, qpido_facilitator.ui.home.controller", "ui.review.opened"], ids=["cli", "home", "review"]
)
def test_nothing_starts_with_what_makes_documents(modules):
    script = f"import sys, qpido_facilitator.{modules}; print({{'docx', 'openpyxl', 'lxml'}} & sys.modules.keys())"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert told.stdout.strip() == "set()"


def test_joining_a_folder_without_a_run_says_so_in_one_sentence(tmp_path, qapp, capsys, monkeypatch):
    import sys

    from qpido_facilitator.__main__ import main

    monkeypatch.setattr(sys, "argv", ["qpido-facilitator", "--language", "en", "join", str(tmp_path)])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr("threading.excepthook", __import__("threading").excepthook)

    assert main() == 1
    assert capsys.readouterr().err.startswith("There is no run that can be read as")
