"""Text that comes back is sorted into group and question, shown first, and taken in once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.plan.model import Breakout, Part, Question, SessionPlan
from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.answer_sheet import code_line, returning_sheet, sheet_of, template_text
from qpido_facilitator.show.groups import notes_in
from qpido_facilitator.show.importing import moved, preview_of, taking
from qpido_facilitator.words import Words
from tests.builders import tries
from tests.exercise import Exercise

ASKED = ("Wat is jullie aanpak?", "Hebben jullie een protocol?", "Is er een aandachtsfunctionaris seksualiteit?")


def dutch_plan(groups: int = 3) -> SessionPlan:
    asked = tuple(Question(f"q{number}", text) for number, text in enumerate(ASKED, 1))
    rooms = Breakout(id="rooms", title="Jullie aanpak", minutes=13, rooms=10, questions=asked)
    return SessionPlan(id="s", title="Sexting", language="nl", groups=groups, parts=(Part("p", "P", items=(rooms,)),))


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path, dutch_plan()) as made:
        yield made


def sheet(exercise):
    return sheet_of(exercise.trainer, exercise.breakout(), Words("nl"))


def returned(exercise):
    return returning_sheet(exercise.trainer, exercise.breakout(), Words("nl"))


def preview(exercise, text, **options):
    return preview_of(exercise.trainer, returned(exercise), text, Words("nl"), **options)


def rows(exercise, text, **options):
    return [(row.group, row.question, row.text) for row in preview(exercise, text, **options).rows]


@pytest.mark.parametrize(
    "text",
    [
        "Groep 2\n1. Wat is jullie aanpak?\n- Per team verschillend\n- Mentor belt\n\n"
        "2. Hebben jullie een protocol?\n- Nee",
        "Groep 2\nWat is jullie aanpak\nPer team verschillend\nMentor belt\nHebben jullie een protocol\nNee",
        "groep 2:\nvraag 1:\nPer team verschillend\nMentor belt\nvraag 2: Nee",
        "Groep 2 vraag 1: Per team verschillend\nGroep 2 vraag 1: Mentor belt\nGroep 2 vraag 2: Nee",
        "GROEP 2\n1) Per team verschillend\nMentor belt\n2) Nee",
        "*Groep 2*\n*1. Wat is jullie aanpak?*\n• Per team verschillend\n• Mentor belt\n"
        "*2. Hebben jullie een protocol?*\n• Nee",
        "=== Jullie aanpak\n--- Groep 2\nWat is jullie aanpak?\n____\nPer team verschillend\nMentor belt\n____\n"
        "Hebben jullie een protocol?\nNee\n____",
        "Group 2, pear\nQuestion 1: Per team verschillend\nMentor belt\nQ2: Nee",
        "Groep 2\nWat is julie aanpak?\nPer team verschillend\nMentor belt\nHebben julie een protocol?\nNee",
        "G2 V1 Per team verschillend\nMentor belt\nV2 Nee",
        "10:02:31 From Els to Everyone:\n\tGroep 2\n\t1. Wat is jullie aanpak?\n\tPer team verschillend\n"
        "\tMentor belt\n\t2. Hebben jullie een protocol?\n\tNee",
        "\ufeffGroep: 2\r\n1. Wat is jullie aanpak? Per team verschillend\r\n- Mentor belt\r\n"
        "2. Hebben jullie een protocol? Nee\r\n",
    ],
)  # fmt: skip
def test_each_way_of_writing_it_down_gives_the_same(exercise, text):
    assert rows(exercise, text) == [
        (2, "q1", "Per team verschillend"), (2, "q1", "Mentor belt"), (2, "q2", "Nee"),
    ]  # fmt: skip


def test_the_empty_template_brings_nothing(exercise):
    assert rows(exercise, template_text(sheet(exercise), Words("nl"))) == []


def test_the_template_can_be_filled_in(exercise):
    text = template_text(sheet(exercise), Words("nl"))
    filled = text.replace("Groep: …", "Groep: 3").replace("- \n", "- Ja\n- Soms\n", 1)
    assert rows(exercise, filled) == [(3, "q1", "Ja"), (3, "q1", "Soms")]


def test_several_sheets_can_be_pasted_behind_one_another(exercise):
    one = "Jullie aanpak\nGroep 1\n1. Wat is jullie aanpak?\n- a\n"
    two = "Jullie aanpak\nGroep 3\n2. Hebben jullie een protocol?\n- b\n"
    assert rows(exercise, one + two) == [(1, "q1", "a"), (3, "q2", "b")]


def test_a_new_group_begins_without_a_question(exercise):
    assert rows(exercise, "Groep 1\nVraag 2: a\nGroep 2\nb") == [(1, "q2", "a"), (2, "", "b")]


def test_what_cannot_be_placed_is_kept_and_not_ticked(exercise):
    found = preview(exercise, "Wij vonden dit lastig")
    assert [(row.text, row.placed, row.taken) for row in found.rows] == [("Wij vonden dit lastig", False, False)]
    assert found.text == "1 antwoord · 1 zonder plek"


def test_someone_can_give_it_a_place(exercise):
    found = preview(exercise, "Wij vonden dit lastig")
    placed = moved(exercise.trainer, found, 0, 2, "q3", Words("nl")).rows[0]
    assert (placed.group, placed.question, placed.taken) == (2, "q3", True)


def test_the_group_it_came_from_can_be_told(exercise):
    assert rows(exercise, "Vraag 1: a", group=3) == [(3, "q1", "a")]


def test_with_one_question_there_is_no_need_to_name_it(tmp_path):
    from msgspec.structs import replace

    made = dutch_plan()
    item = made.parts[0].items[0]
    one = replace(made, parts=(Part("p", "P", items=(replace(item, questions=item.questions[:1]),)),))
    with Exercise(tmp_path, one) as exercise:
        assert rows(exercise, "Groep 1: a\nGroep 2\nb") == [(1, "q1", "a"), (2, "q1", "b")]


def test_without_groups_everything_is_plenary(tmp_path):
    with Exercise(tmp_path, dutch_plan(0)) as exercise:
        found = preview(exercise, "Groep 1\n1. a\n2. b")
        assert [(row.group, row.question, row.text, row.placed) for row in found.rows] == [
            (None, "q1", "a", True), (None, "q2", "b", True),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Groep 1\nVraag 1\nGroep 2 was snel klaar", "Groep 2 was snel klaar"),
        ("Groep 1\n1. Wat is jullie aanpak?\n- 2 keer per jaar", "2 keer per jaar"),
        ("Groep 1\n1. Wat is jullie aanpak?\n2) eerst bellen", "2) eerst bellen"),
        ("Groep 1\nVraag 1\n-3 graden", "-3 graden"),
        ("Groep 1\nVraag 1\nHeben jullie een protocol? Ja", "Heben jullie een protocol? Ja"),
    ],
)
def test_numbers_and_groups_inside_answers_are_no_headings(exercise, text, answer):
    assert rows(exercise, text) == [(1, "q1", answer)]


def test_what_a_group_says_that_is_not_there_keeps_its_words_and_has_no_place(exercise):
    (row,) = preview(exercise, "Groep 9: a").rows
    assert (row.text, row.placed, row.stray) == ("Groep 9: a", False, 9)


def test_below_a_group_that_nobody_knows_is_not_of_the_group_above(exercise):
    found = preview(exercise, "Groep 1\nVraag 1: a\nGroep 9\nVraag 1: b\n- c\nGroep 2\nVraag 1: d", group=3)
    assert [(row.group, row.text, row.taken, row.stray) for row in found.rows] == [
        (1, "a", True, 0), (None, "b", False, 9), (None, "c", False, 9), (2, "d", True, 0),
    ]  # fmt: skip


def test_it_is_taken_in_when_someone_says_where_it_belongs(exercise):
    found = preview(exercise, "Groep 9\nVraag 1: b")
    row = moved(exercise.trainer, found, 0, 2, "q1", Words("nl")).rows[0]
    assert (row.group, row.taken, row.stray) == (2, True, 0)


def test_a_bullet_that_names_a_form_of_school_is_an_answer(exercise):
    assert rows(exercise, "Groep 1\nVraag 1\n- groep 8") == [(1, "q1", "groep 8")]


SHEETS = "".join(f"Groep {n}\n1. Wat is jullie aanpak?\n- van {n}\n" for n in (1, 2, 3))


def test_sheets_of_groups_that_merged_or_closed_are_still_theirs(exercise):
    run, item = exercise.trainer, exercise.breakout()
    run.rooms.merge(item, 3, 1)
    run.rooms.close(item, 2)
    found = preview(exercise, SHEETS)
    assert [(row.group, row.text, row.taken) for row in found.rows] == [
        (1, "van 1", True), (2, "van 2", True), (3, "van 3", True),
    ]  # fmt: skip
    run.noting.take_in(taking(found.sheet, found.rows))
    shown = {group.number: sorted(note.text for note in notes_in(run, item, item.questions[0], group))
             for group in run.agenda.groups_of(item) if group.into is None}  # fmt: skip
    assert shown == {1: ["van 1", "van 3"], 2: ["van 2"]}


def test_a_group_that_is_no_more_says_what_became_of_it(exercise):
    exercise.trainer.rooms.merge(exercise.breakout(), 3, 1)
    exercise.trainer.rooms.close(exercise.breakout(), 2)
    assert [group.name for group in returned(exercise).groups] == [
        "Groep 1",
        "Groep 2, gesloten",
        "Groep 3, nu groep 1",
    ]
    assert [group.name for group in sheet(exercise).groups] == ["Groep 1"]


def test_of_two_groups_with_one_number_the_open_one_is_meant(exercise):
    run, item = exercise.trainer, exercise.breakout()
    run.rooms.close(item, 1)
    run.rooms.label(item, 3, number=1)
    assert rows(exercise, "Groep 1\nVraag 1: a") == [(3, "q1", "a")]


def test_with_every_group_closed_text_without_a_group_is_plenary(exercise):
    exercise.trainer.rooms.set_count(exercise.breakout(), 0)
    found = preview(exercise, "Vraag 1: a\nGroep 2\nVraag 1: b")
    assert [(row.group, row.taken) for row in found.rows] == [(None, True), (2, True)]


def test_an_answer_that_is_there_is_not_taken_again(exercise):
    exercise.say(1, "q1", "Per team verschillend")
    found = preview(exercise, "Groep 1\nVraag 1: per team  verschillend.")
    assert [(row.known, row.taken) for row in found.rows] == [(True, False)]


def test_an_answer_with_a_person_in_it_waits_for_someone_to_look(exercise):
    (row,) = preview(exercise, "Groep 1\nVraag 1: Sanne belde").rows
    assert (row.taken, row.reminder) == (False, "Dit lijkt op een naam: Sanne")


def test_a_sheet_of_another_exercise_is_told(exercise):
    words = Words("nl")
    right = preview(exercise, f"{code_line(sheet(exercise).code, words)}\nGroep 1\nVraag 1: a")
    wrong = preview(exercise, f"{code_line('0123abcd', words)}\nGroep 1\nVraag 1: a")
    assert (right.stranger, bool(wrong.stranger), len(wrong.rows)) == ("", True, 1)


def take_in(run, found):
    return run.noting.take_in(taking(found.sheet, [row for row in found.rows if row.taken]))


def test_what_is_taken_in_stands_in_its_place_and_is_one_step_to_undo(exercise):
    take_in(exercise.trainer, preview(exercise, "Groep 1\nVraag 1: a\nVraag 2: b"))
    before = [note.text for note in exercise.trainer.notes.all()]
    exercise.trainer.undo.undo()
    assert (sorted(before), exercise.trainer.notes.all()) == (["a", "b"], ())


def test_taking_one_text_in_twice_brings_it_once(exercise):
    found = preview(exercise, "Groep 1\nVraag 1: a\na\na")
    take_in(exercise.trainer, found)
    assert take_in(exercise.trainer, found) == ()
    assert [note.text for note in exercise.trainer.notes.at(Place("rooms", "q1", 1))] == ["a"]


def test_two_laptops_that_take_one_text_in_have_it_once(exercise):
    helper = exercise.helper()
    found = preview(exercise, "Groep 1\nVraag 1: a")
    take_in(exercise.trainer, found)
    take_in(helper, found)
    exercise.share()
    for run in (exercise.trainer, helper):
        assert [note.text for note in run.notes.at(Place("rooms", "q1", 1))] == ["a"]
        assert run.notes.all()[0].others == ()


def test_what_was_taken_back_can_be_taken_in_again(exercise):
    found = preview(exercise, "Groep 1\nVraag 1: a")
    take_in(exercise.trainer, found)
    exercise.trainer.undo.undo()
    take_in(exercise.trainer, preview(exercise, "Groep 1\nVraag 1: a"))
    assert len(exercise.trainer.notes.all()) == 1


@tries(20, 2_000)
@given(st.data())
def test_a_filled_in_sheet_comes_back_as_it_was(data: st.DataObject) -> None:
    import tempfile
    from pathlib import Path

    word = st.text(alphabet="abcdefgh ", min_size=3, max_size=12).map(str.strip).filter(lambda text: len(text) > 2)
    written = data.draw(
        st.dictionaries(st.tuples(st.integers(1, 3), st.integers(1, 3)), st.lists(word, min_size=1, max_size=3),
                        min_size=1)
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, Exercise(Path(folder), dutch_plan()) as exercise:
        made = sheet(exercise)
        lines = [made.title, code_line(made.code, Words("nl"))]
        for group in made.groups:
            lines += ["", group.name]
            for asked in made.questions:
                lines.append(f"{asked.number}. {asked.text}")
                lines += [f"- {text}" for text in written.get((group.id, asked.number), [])]
        wanted = [(group, f"q{asked}", text) for (group, asked), texts in sorted(written.items()) for text in texts]

        assert rows(exercise, "\n".join(lines)) == wanted


@tries(20, 2_000)
@given(text=st.text(alphabet="Groep Vraag123:.-\n abc()", max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder, Exercise(Path(folder), dutch_plan()) as exercise:
        for row in preview(exercise, text).rows:
            assert row.text.strip()
