"""Other minutes in a session file, and not one byte besides them."""

from __future__ import annotations

import codecs
import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.plan.loader import load_text
from qpido_facilitator.plan.rewrite import NotRewritable, with_minutes
from tests.builders import tries
from tests.plan.session_files import EXAMPLE

SESSIONS = sorted((Path(__file__).parents[2] / "sessions").glob("*.yaml"))


def session(*items: str) -> str:
    items = tuple(item.replace("\n  ", "\n        ") for item in items)
    return "title: a\nparts:\n  - title: b\n    items:\n" + "".join(f"      {item}\n" for item in items)


def changed(before: str, after: str) -> list[str]:
    """Return the lines that differ, with their sign."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {id: x, kind: text, minutes: 5}", "- {id: x, kind: text, minutes: 7}"),
        ("- {id: x, minutes: 5, kind: text}", "- {id: x, minutes: 7, kind: text}"),
        ("- {id: x, kind: text, minutes: 5}  # five", "- {id: x, kind: text, minutes: 7}  # five"),
        ('- {id: x, kind: text, minutes: "5"}', "- {id: x, kind: text, minutes: 7}"),
        ("- {id: x, kind: text, minutes: '5'}", "- {id: x, kind: text, minutes: 7}"),
        ("- {id: x, kind: text, minutes:   12.50 }", "- {id: x, kind: text, minutes:   7 }"),
        ("- {id: x, kind: text}", "- {id: x, minutes: 7, kind: text}"),
        ("- {id: x, kind: text, minutes: null}", "- {id: x, kind: text, minutes: 7}"),
        ("- {id: x, kind: text, minutes: ~}", "- {id: x, kind: text, minutes: 7}"),
        ("- id: x\n  kind: text\n  minutes: 5   # five", "- id: x\n  kind: text\n  minutes: 7   # five"),
        ("- id: x\n  kind: text\n  minutes:", "- id: x\n  kind: text\n  minutes: 7"),
        ("- id: x\n  kind: text\n  minutes:   # not known", "- id: x\n  kind: text\n  minutes: 7   # not known"),
        ("- id: x\n  kind: text", "- id: x\n  minutes: 7\n  kind: text"),
        ("- kind: text\n  id: x", "- minutes: 7\n  kind: text\n  id: x"),
    ],
)
def test_a_length_is_replaced_where_it_stands(before, after):
    assert with_minutes(session(before).encode(), {"x": 7}).decode() == session(after)


@pytest.mark.parametrize("minutes", [0, 1, 27, 7.5, 0.25, 1440])
def test_a_length_is_written_as_people_write_it(minutes):
    text = with_minutes(session("- {id: x, kind: text, minutes: 5}").encode(), {"x": minutes})
    assert load_text(text, "a.yaml", None).plan.items()[0].minutes == minutes


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_in_a_session_that_ships_only_the_lines_of_those_lengths_change(path):
    before = path.read_bytes()
    plan = load_text(before, path.name, path.parent).plan
    timed = [item for item in plan.items() if item.minutes and item.kind not in ("breakout",)][::3]
    after = with_minutes(before, {item.id: (item.minutes or 0) + 3 for item in timed})
    lines = changed(before.decode(), after.decode())
    assert len(lines) == 2 * len(timed)
    assert all("minutes:" in line for line in lines)


def test_no_change_is_not_a_byte():
    assert with_minutes(EXAMPLE.encode(), {}) == EXAMPLE.encode()


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_mark_at_the_beginning_stay(mark, end):
    before = EXAMPLE.replace("\n", end)
    after = with_minutes(mark + before.encode(), {"praktisch": 4, "in-groepen": 15})
    assert after == mark + before.replace("minutes: 3 ", "minutes: 4 ").replace("minutes: 13", "minutes: 15").encode()


def test_an_inserted_line_ends_as_the_others_do():
    before = session("- id: x\n  kind: text").replace("\n", "\r\n")
    assert b"minutes: 7\r\n        kind" in with_minutes(before.encode(), {"x": 7})


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_stays_in_utf_16(encoding):
    mark = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
    before = session("- {id: x, kind: text, minutes: 5, title: é 😀}")
    after = with_minutes(mark + before.encode(encoding), {"x": 7})
    assert after == mark + before.replace("minutes: 5", "minutes: 7").encode(encoding)


@pytest.mark.parametrize("letter", ["\u2028", "\x85", "\x0b", "😀", "\u0301"])
def test_letters_that_programs_count_differently_move_nothing(letter):
    before = session(f"- {{id: x, title: a{letter}b, kind: text, minutes: 5}}", "- {id: y, kind: text, minutes: 5}")
    after = with_minutes(before.encode(), {"x": 7, "y": 8})
    assert after.decode() == before.replace("minutes: 5", "minutes: 7", 1).replace("minutes: 5", "minutes: 8", 1)


def test_an_item_without_an_id_of_its_own_is_found_by_the_one_it_gets():
    before = session("- {kind: text, title: Hello there, minutes: 5}")
    assert b"minutes: 7" in with_minutes(before.encode(), {"hello-there": 7})


def test_the_minutes_of_a_question_and_of_the_session_stay():
    before = "title: a\nminutes: 90\n" + session(
        "- {id: x, kind: discussion, minutes: 5, questions: [{text: a, minutes: 5}]}"
    ).removeprefix("title: a\n")
    after = with_minutes(before.encode(), {"x": 7}).decode()
    assert after == before.replace("discussion, minutes: 5", "discussion, minutes: 7")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("title: a\nparts: []\n", {}),
        ("not a session", {}),
        ("", {}),
        (session("- {id: x, kind: text, minutes: 5 min}"), {"x": 7}),
        (session("- {id: x, kind: text, minutes: 5}"), {"gone": 7}),
        (session("- {id: x, kind: text, minutes: 5, min: 5}"), {"x": 3}),
        (session("- {id: x, kind: text, minutes: 5}"), {"x": 2000}),
        (session("- {id: x, kind: text, minutes: 5}"), {"x": -1}),
        (session('- {id: x, kind: text, "minutes": }'), {"x": 7}),
    ],
)
def test_what_cannot_be_changed_truly_is_refused(text, minutes):
    with pytest.raises(NotRewritable):
        with_minutes(text.encode(), minutes)


@given(st.dictionaries(st.integers(0, 60), st.integers(20, 60), max_size=12))
@tries(40, 1000)
def test_any_lengths_give_the_same_session_with_those(lengths):
    before = SESSIONS[-1].read_bytes()
    plan = load_text(before, "a.yaml", None).plan
    assert plan
    items = plan.items()
    minutes = {items[place].id: float(length) for place, length in lengths.items() if place < len(items)}
    after = load_text(with_minutes(before, minutes), "a.yaml", None).plan
    assert after
    assert {item.id: item.minutes for item in after.items()} == {item.id: item.minutes for item in items} | minutes
