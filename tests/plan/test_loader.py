from __future__ import annotations

import time

import pytest

from qpido_facilitator.plan.loader import load
from qpido_facilitator.plan.model import Breakout, Harvest, Point
from qpido_facilitator.resources import shipped
from tests.plan.session_files import EXAMPLE, plan_of, said, sentences, text_of, with_items


def test_the_example_loads_without_a_word():
    assert said(EXAMPLE) == ""


def test_the_example_comes_out_as_it_was_written():
    plan = plan_of(EXAMPLE)

    assert [item.id for item in plan.items()] == ["praktisch", "in-groepen", "oogst"]
    assert plan.items()[0].points == (Point("Camera aan"), Point("Vragen", (Point("via de chat"),)))
    assert plan.parts[1].core is True


def test_minutes_are_numbers_and_groups_are_numbers_in_a_row():
    breakout = plan_of(EXAMPLE).items()[1]

    assert isinstance(breakout, Breakout)
    assert (breakout.minutes, breakout.rooms) == (13.0, 10.0)
    assert breakout.questions[1].groups == (1, 2)


def test_a_harvest_keeps_the_breakout_it_is_of():
    harvest = plan_of(EXAMPLE).items()[2]

    assert isinstance(harvest, Harvest)
    assert harvest.of == "in-groepen"


def test_every_load_of_one_file_gives_the_same_plan():
    assert plan_of(EXAMPLE) == plan_of(EXAMPLE)


def test_text_of_several_lines_keeps_its_lines():
    item = text_of("kind: text\ntext: |\n  een\n  twee")

    assert item.text == "een\ntwee"


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_a_field_without_a_value_is_as_if_it_was_left_out(written):
    assert plan_of(with_items(f"- kind: text\n  minutes: {written}")).items()[0].minutes is None


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_a_file_of_any_editor_gives_the_same_plan(start, line_end):
    written = start + EXAMPLE.encode().replace(b"\n", line_end)

    assert plan_of(written) == plan_of(EXAMPLE)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_file_that_says_how_it_is_stored_is_read_that_way(encoding):
    assert plan_of(EXAMPLE.encode(encoding)) == plan_of(EXAMPLE)


def test_problems_stand_in_the_order_of_the_file():
    text = "groups: x\nlanguage: fr\nparts: []\nminutes: nee\n"

    lines = [int(sentence.split(":")[0]) for sentence in said(text).split("\n")]

    assert lines == sorted(lines)


def test_one_item_shows_all_its_faults_at_once():
    text = with_items(
        """
        - kind: list
          revael: all
          reveal: soms
          minutes: 5 min
          min: -1
          short: Veel te lang voor de agenda
          core: misschien
          points: een
        """
    )

    assert len(said(text).split("\n")) == 7


def test_a_faulty_line_of_yaml_does_not_hide_the_faults_of_fields():
    text = "title: Film: deel 1\nlanguage: fr\nparts:\n  - title: @home\n    items: [{kind: text, minutes: lang}]\n"

    assert [sentence.split(":")[0] for sentence in said(text).split("\n")] == ["1", "2", "4", "5"]


def test_a_newer_format_is_named_and_nothing_else_is_said():
    found = said("format: 2\nnieuw: ja\n")

    assert found.startswith("1:9: this session was made with a newer version")
    assert "\n" not in found


def test_a_format_that_is_no_number_is_refused():
    assert said("format: een\n" + EXAMPLE.split("\n", 1)[1]).startswith("1:9: format is “een”; write 1")


def test_a_hundred_items_load_in_well_under_a_second():
    text = with_items(
        "\n".join(f"- {{kind: list, title: Punt {n}, points: [a, b, c], minutes: 2}}" for n in range(100))
    )

    started = time.perf_counter()
    plan = plan_of(text)

    assert len(plan.items()) == 100
    assert time.perf_counter() - started < 1


def test_a_file_is_loaded_from_disk(tmp_path):
    path = tmp_path / "voorbeeld.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")

    assert load(path).plan == plan_of(EXAMPLE)


@pytest.mark.parametrize("path", sorted(shipped("sessions").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_session_loads(path):
    found = load(path)

    assert found.plan is not None, sentences(found)
