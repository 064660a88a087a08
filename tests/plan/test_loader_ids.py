from __future__ import annotations

import pytest

from tests.plan.session_files import plan_of, said, with_item, with_items


def ids(items: str) -> list[str]:
    return [item.id for item in plan_of(with_items(items)).items()]


def test_an_item_without_an_id_gets_one_of_its_title():
    assert ids('- {kind: text, title: "Wie zijn wij?"}') == ["wie-zijn-wij"]


def test_the_short_title_comes_before_the_long_one():
    assert ids("- {kind: text, title: Een veel te lange titel, short: Kort}") == ["kort"]


def test_an_item_without_a_title_gets_an_id_of_its_kind():
    assert ids("- {kind: break}") == ["break"]


def test_items_of_one_title_are_counted_in_the_order_of_the_file():
    assert ids("- {kind: break}\n- {kind: break}\n- {kind: break}") == ["break", "break-2", "break-3"]


def test_an_id_that_the_file_gives_is_never_taken_by_another():
    assert ids("- {kind: text, title: Film}\n- {kind: text, id: film}") == ["film-2", "film"]


def test_letters_with_accents_are_written_without_them_in_an_id():
    assert ids("- {kind: text, title: Privé ideeën}") == ["prive-ideeen"]


def test_a_title_of_no_letters_gives_way_to_the_kind():
    assert ids("- {kind: text, title: «»}") == ["text"]


def test_a_part_and_a_session_get_ids_too():
    plan = plan_of(with_items("- {kind: text}"))

    assert (plan.id, plan.parts[0].id) == ("test", "deel")


def test_questions_get_ids_within_their_item():
    item = plan_of(with_item("kind: discussion\nquestions: [{text: Waarom}, {text: Waarom}]")).items()[0]

    assert [question.id for question in item.questions] == ["waarom", "waarom-2"]


def test_a_harvest_may_name_a_breakout_by_the_id_it_gets():
    assert said(with_items("- {kind: breakout, title: In groepen}\n- {kind: harvest, of: in-groepen}")) == ""


@pytest.mark.parametrize(
    ("items", "at"),
    [
        ("- {kind: text, id: a}\n- {kind: text, id: a}", "the id “a” is used a second time, the first is on line 6"),
        ("- {kind: discussion, questions: [{id: q, text: a}, {id: q, text: b}]}", "the id “q” is used a second time"),
    ],
)
def test_an_id_used_twice_names_both_lines(items, at):
    assert at in said(with_items(items))


def test_parts_of_one_id_are_refused():
    part = "  - {id: a, title: a, items: [{kind: text}]}\n"

    assert said("title: x\nparts:\n" + part * 2) == (
        "4:10: the id “a” is used a second time, the first is on line 3; choose another one"
    )
