"""Files made to hurt: none makes the loader raise, hang or follow, and each gets sentences with a place."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from qpido_facilitator.plan.loader import load
from qpido_facilitator.words import Words
from tests.plan.session_files import EXAMPLE, SENTENCE, loaded, with_item

ENGLISH = Words("en")
EVIL = "!!python/object/apply:os.system ['echo hoi']"
MERGES = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 25))
ALIASES = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))

REFUSED: dict[str, str | bytes] = {
    "empty": "",
    "only spaces": "   \n\n",
    "only a remark": "# niets",
    "only a dash": "-",
    "only dashes": "---",
    "two documents": EXAMPLE + "---\n" + EXAMPLE,
    "a list": "- a\n- b\n",
    "a text": "hallo",
    "null": "~",
    "json of the wrong shape": "[1, 2, {}]",
    "merge bomb": MERGES,
    "alias bomb": ALIASES,
    "alias of itself": "a: &x [*x]",
    "anchor": "title: &x y",
    "unknown alias": "title: *x",
    "merge without alias": "<<: {a: b}\ntitle: x",
    "100,000 brackets": "[" * 100_000,
    "100,000 braces": "{" * 100_000,
    "100,000 braces with keys": "{a: " * 100_000,
    "100,000 dashes": "- " * 100_000,
    "100,000 question marks": "? " * 100_000,
    "a thousand levels": "".join(" " * n + "a:\n" for n in range(1000)),
    "points in points": with_item("kind: list\npoints: " + "[{text: a, points: " * 60 + "[]" + "}]" * 60),
    "python object": "title: " + EVIL,
    "python object as key": f"? {EVIL}\n: x",
    "python name": "title: !!python/name:os.system",
    "tag of int": "title: !!int x",
    "tag of bool": "title: !!bool misschien",
    "tag of binary": "title: !!binary x",
    "own tag": "title: !x y",
    "tag directive": "%TAG ! tag:evil,2000:\n---\ntitle: !x y",
    "yaml directive with 5,000 figures": "%YAML 1." + "9" * 5000 + "\n---\na: b",
    "5,000 figures": "title: x\nminutes: " + "9" * 5000,
    "lone surrogate": 'title: "\\ud800"',
    "beyond unicode": 'title: "\\U00110000"',
    "far beyond unicode": 'title: "\\Uffffffff"',
    "not a figure in an escape": 'title: "\\xzz"',
    "escape of nul": 'title: "\\0"',
    "escape of escape": 'title: "\\e[31m"',
    "nul": "title: a\0b",
    "nul bytes": b"\0" * 1000,
    "escape": "title: \x1b[31mrood",
    "bell": "title: \x07",
    "delete": "title: \x7f",
    "bom in the middle": "title: a\ufeffb",
    "non-character": "title: a\uffffb",
    "line separator for a line": "title: a\u2028parts: b",
    "next line": "title: a\x85parts: b",
    "right to left": "titel\u202e: a",
    "latin-1": "title: privé".encode("latin-1"),
    "cut in a letter": "title: é".encode()[:-1],
    "utf-16 cut": EXAMPLE.encode("utf-16")[:-1],
    "utf-16 without a mark": EXAMPLE.encode("utf-16-le"),
    "utf-32": EXAMPLE.encode("utf-32"),
    "zip": b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)),
    "all bytes": bytes(range(256)),
    "tabs": "\ttitle:\tx\n\tparts:\tx",
    "list as key": "[a]: b",
    "mapping as key": "{a: b}: c",
    "null as key": "~: b\n: c",
    "duplicates": "title: a\ntitle: b\ntitle: c",
    "parts as text": "title: a\nparts: deel",
    "parts as mapping": "title: a\nparts: {a: b}",
    "parts of texts": "title: a\nparts: [a, b]",
    "parts of lists": "title: a\nparts: [[a]]",
    "parts of nothing": "title: a\nparts: [~, ~]",
    "items of texts": "title: a\nparts: [{title: a, items: [a]}]",
    "format as list": "format: [1]\ntitle: a",
    "format as mapping": "format: {a: 1}\ntitle: a",
    "format of 5,000 figures": "format: " + "9" * 5000,
    "format below": "format: -1",
    "format of another script": "format: ٣",
    "minutes of another script": "minutes: ٣",
    "minutes without end": "minutes: .inf",
    "long id": "id: " + "a" * 65,
    "id with a line end": 'id: "a\\n"\ntitle: a\nparts: [{title: a, items: [{kind: text, id: "b\\nc"}]}]',
    "kind of 100,000 letters": with_item("kind: " + "x" * 100_000),
    "braces in the names": "{0}{a.b}: '{gap}'\n",
    "percent signs": "'%s%n': '%(x)s'\n",
    "60,000 lines": "a:\n" + "- b\n" * 60_000,
    "10,000 unknown fields": "".join(f"k{number}: x\n" for number in range(10_000)),
    "a line of 900,000 letters": "title: " + "x " * 450_000,
    "900,000 line ends": "\n" * 900_000 + "a: b",
    "one text of 400,000 commas": "[" + "a," * 400_000 + "]",
    "10,000 traps": "".join(f"k{number}: x: y\n" for number in range(10_000)),
    "an open quote over 900,000 letters": 'title: "' + "x\n" * 450_000,
    "just over 1 MB": "#" * 1_000_001,
    "a dangling bracket": "title: [",
    "a dangling quote": "'",
    "a dangling colon": ":",
    "a dangling star": "*",
    "a dangling bar": "title: |",
    "a bar with figures": "title: |99\n  x",
}

LOADS: dict[str, str | bytes] = {
    "the word no": with_item("kind: text\ntitle: no"),
    "an old octal": with_item("kind: text\nminutes: 010"),
    "a time of day": with_item("kind: text\ntitle: 12:30"),
    "a date": with_item("kind: text\ntitle: 2026-11-22"),
    "json": '{"title": "a", "parts": [{"title": "b", "items": [{"kind": "text", "minutes": 5}]}]}',
    "arabic": with_item("kind: text\ntitle: ابحث"),
    "emoji": with_item("kind: text\ntitle: 👩‍👩‍👧"),
    "a document start": "---\n" + EXAMPLE,
    "a document end": EXAMPLE + "...\n",
    "yaml 1.1": "%YAML 1.1\n---\n" + EXAMPLE,
    "html": with_item("kind: text\ntext: <script>alert(1)</script><img src=/dev/zero>"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_nasty_file_is_refused_in_time_with_a_place_in_every_sentence(name):
    started = time.process_time()
    found = loaded(REFUSED[name])
    took = time.process_time() - started

    assert found.plan is None
    assert found.problems
    assert all(SENTENCE.match(problem.sentence(ENGLISH)) for problem in found.problems)
    assert took < 5  # of the processor; two on a quiet laptop


@pytest.mark.parametrize("name", LOADS)
def test_an_odd_file_loads(name):
    found = loaded(LOADS[name])

    assert found.plan is not None, [problem.sentence(ENGLISH) for problem in found.problems]


def only_problem(path: Path) -> str:
    found = load(path)
    assert found.plan is None
    (problem,) = found.problems
    assert SENTENCE.match(problem.sentence(ENGLISH))
    assert (problem.line, problem.column) == (1, 1)
    return problem.sentence(ENGLISH)


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    assert "there is no such file" in only_problem(tmp_path / "weg.yaml")


def test_a_folder_is_a_problem(tmp_path):
    assert "this is a folder" in only_problem(tmp_path)


def test_a_pipe_is_a_problem_and_does_not_make_us_wait(tmp_path):
    os.mkfifo(tmp_path / "s.yaml")

    assert "not an ordinary file" in only_problem(tmp_path / "s.yaml")


def test_a_device_is_a_problem(tmp_path):
    (tmp_path / "s.yaml").symlink_to("/dev/zero")

    assert "not an ordinary file" in only_problem(tmp_path / "s.yaml")


def test_fifty_megabytes_are_refused_before_they_are_read(tmp_path):
    with (tmp_path / "s.yaml").open("wb") as file:
        file.truncate(50_000_000)

    assert "larger than 1 MB" in only_problem(tmp_path / "s.yaml")


def test_a_circle_of_links_is_a_problem(tmp_path):
    (tmp_path / "s.yaml").symlink_to(tmp_path / "s.yaml")

    assert "cannot be read" in only_problem(tmp_path / "s.yaml")


def test_a_file_behind_a_closed_door_is_a_problem(tmp_path, monkeypatch):
    path = tmp_path / "s.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")

    def closed(*_args: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", closed)

    assert "may not be read by you" in only_problem(path)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "a\nb.yaml", "a:b.yaml", "\ud800.yaml"])
def test_a_name_that_is_no_name_is_a_problem(tmp_path, name):
    assert only_problem(tmp_path / name)


def test_a_python_object_in_a_file_is_not_made(tmp_path):
    mark = tmp_path / "ran"

    loaded(f"title: !!python/object/apply:os.system ['touch {mark}']\n")

    assert not mark.exists()
