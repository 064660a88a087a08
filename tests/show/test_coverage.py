"""The matrix of groups and questions: what each cell says, which group needs someone, where a key goes."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.presence import Presence
from qpido_facilitator.show.coverage import coverage_of
from tests.exercise import Exercise, exercise_plan


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        made.open()
        yield made


def matrix(exercise, words, presence=None, item="rooms", run=None):
    run = run or exercise.trainer
    return coverage_of(run, exercise.item(item, run), run.now(), words, presence)


def head(exercise, words, group):
    return next(one for one in matrix(exercise, words).groups if one.group == group)


def staffed(tmp_path, staffing):
    made = Exercise(tmp_path, exercise_plan(staffing=staffing))
    made.open()
    return made


def test_there_is_a_cell_for_every_group_and_question(exercise, english):
    found = matrix(exercise, english)
    assert [(cell.group, cell.question) for cell in found.cells] == [
        (group, question) for group in (1, 2, 3) for question in ("q1", "q2")
    ]
    assert found.text == "0 of 6 filled"


def test_without_groups_everything_is_plenary(tmp_path, english):
    with Exercise(tmp_path, exercise_plan(0)) as exercise:
        exercise.say(None, "q1", "said by all")
        found = matrix(exercise, english)
        assert ([one.group for one in found.groups], found.text) == ([None], "1 of 2 filled")


def test_a_question_answered_in_plenary_and_in_groups_keeps_both_places(exercise, english):
    exercise.say(None, "q1", "together")
    exercise.say(2, "q1", "apart")
    found = matrix(exercise, english)
    assert (found.cell(None, "q1").first, found.cell(2, "q1").first) == ("together", "apart")


def test_what_a_co_trainer_just_wrote_is_new_for_a_while(exercise, english):
    helper = exercise.helper()
    exercise.say(1, "q1", "fresh", by=helper)
    exercise.share()
    at_first = matrix(exercise, english).cell(1, "q1").state
    exercise.after(1)
    assert (at_first, matrix(exercise, english).cell(1, "q1").state) == ("new", "filled")


def test_what_i_wrote_myself_is_not_news(exercise, english):
    exercise.say(1, "q1", "mine")
    assert matrix(exercise, english).cell(1, "q1").state == "filled"


def test_a_cell_says_who_types_in_it(exercise, english):
    helper = exercise.helper()
    exercise.share()
    presence = Presence(exercise.clock)
    presence.hear(helper.writer, Place("rooms", "q2", 3))
    cell = matrix(exercise, english, presence).cell(3, "q2")
    assert (cell.state, cell.status) == ("typing", "co-trainer 1 is typing…")


def test_a_group_says_who_types_in_one_of_its_cells(exercise, english):
    helper = exercise.helper()
    exercise.share()
    presence = Presence(exercise.clock)
    presence.hear(helper.writer, Place("rooms", "q2", 3))
    heads = matrix(exercise, english, presence).groups
    assert [head.typing for head in heads] == ["", "", "co-trainer 1 is typing…"]


def test_no_notes_is_a_state_of_its_own(exercise, english):
    exercise.trainer.visits.miss(exercise.item(), 2, "q1", "no-notes")
    cell = matrix(exercise, english).cell(2, "q1")
    assert (cell.state, cell.status) == ("missed", "No notes")


def test_a_question_for_other_groups_is_no_empty_cell(tmp_path, english):
    from tests.builders import plan

    with Exercise(tmp_path, plan()) as exercise:
        found = matrix(exercise, english)
        assert [found.cell(group, "then").state for group in (1, 2, 3)] == ["none", "empty", "none"]
        assert found.total == 4


def test_an_answer_to_a_question_for_other_groups_is_shown_all_the_same(tmp_path, english):
    from tests.builders import plan

    with Exercise(tmp_path, plan()) as exercise:
        exercise.trainer.noting.add(Place("rooms", "then", 3), "we did it too")
        assert matrix(exercise, english).cell(3, "then").state == "filled"


def test_a_group_that_was_closed_keeps_its_row_when_it_said_something(exercise, english):
    exercise.say(3, "q1", "before")
    exercise.trainer.rooms.set_count(exercise.item(), 1)
    assert [one.group for one in matrix(exercise, english).groups] == [1, 3]


def test_notes_of_a_group_that_nobody_planned_are_shown(exercise, english):
    exercise.say(9, "q1", "from somewhere")
    assert matrix(exercise, english).cell(9, "q1").first == "from somewhere"


def test_the_answers_of_a_merged_group_stand_with_the_one_it_went_on_in(exercise, english):
    exercise.say(2, "q1", "two")
    exercise.trainer.rooms.merge(exercise.item(), 2, 1)
    found = matrix(exercise, english)
    assert (found.cell(1, "q1").first, [one.also for one in found.groups]) == ("two", ["with group 2", ""])


def test_silence_with_a_trainer_in_each_group_is_five_minutes_without_a_word(tmp_path, english):
    with staffed(tmp_path, "trainer-per-group") as exercise:
        exercise.after(4)
        exercise.say(1, "q1", "words")
        early = head(exercise, english, 2).silent
        exercise.after(1)
        assert (early, head(exercise, english, 2).silent, head(exercise, english, 1).silent) == (False, True, False)


def test_with_someone_going_round_a_group_is_not_silent_before_it_was_visited(exercise, english):
    exercise.say(1, "q1", "words")
    exercise.after(10)
    exercise.say(1, "q1", "more")
    assert not head(exercise, english, 2).silent
    exercise.trainer.visits.visit(exercise.item(), 2)
    exercise.trainer.visits.visit(exercise.item(), 2, here=False)
    exercise.after(1)
    exercise.say(1, "q2", "more still")
    exercise.after(5)
    assert head(exercise, english, 2).silent


@pytest.mark.parametrize("staffing", ["note-taker", "nobody"])
def test_where_nobody_of_us_writes_no_group_is_silent(tmp_path, english, staffing):
    with staffed(tmp_path, staffing) as exercise:
        exercise.after(9)
        exercise.say(1, "q1", "words")
        assert not any(one.silent for one in matrix(exercise, english).groups)


def test_nobody_is_silent_after_the_rooms_closed(exercise, english):
    exercise.trainer.visits.visit(exercise.item(), 2)
    exercise.after(9)
    exercise.say(1, "q1", "words")
    exercise.close()
    assert not any(one.silent for one in matrix(exercise, english).groups)


def test_going_round_begins_with_those_not_visited(exercise, english):
    exercise.trainer.visits.visit(exercise.item(), 1)
    exercise.trainer.visits.visit(exercise.item(), 1, here=False)
    assert matrix(exercise, english).next_text == "Next: group 2 or 3"


def test_a_group_that_asks_for_someone_comes_first(exercise, english):
    exercise.trainer.help.ask(exercise.item(), 3)
    found = matrix(exercise, english)
    assert (found.next_text, head(exercise, english, 3).help[:14]) == ("Next: group 3", "asks for help,")


def test_when_all_were_visited_the_longest_ago_is_next(exercise, english):
    for group in (2, 1, 3):
        exercise.trainer.visits.visit(exercise.item(), group)
        exercise.trainer.visits.visit(exercise.item(), group, here=False)
        exercise.after(1)
    assert matrix(exercise, english).next_text == "Next: group 2"


def test_who_is_there_is_told_of_others_and_of_myself(exercise, english):
    helper = exercise.helper()
    helper.visits.visit(exercise.item(run=helper), 1)
    exercise.share()
    exercise.trainer.visits.visit(exercise.item(), 2)
    found = matrix(exercise, english)
    assert [one.visit_text for one in found.groups] == ["co-trainer 1 is here", "you are here", "not visited, you now?"]


def test_with_a_trainer_in_each_group_the_head_names_who_takes_it(tmp_path, english):
    with staffed(tmp_path, "trainer-per-group") as exercise:
        helper = exercise.helper()
        helper.visits.take(exercise.item(run=helper), 2)
        exercise.share()
        found = matrix(exercise, english)
        assert [one.visit_text for one in found.groups] == ["nobody yet", "co-trainer 1", "nobody yet"]


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ((1, "q1"), {"groups": 1}, (2, "q1")),
        ((3, "q1"), {"groups": 1}, (1, "q1")),
        ((1, "q1"), {"groups": -1}, (3, "q1")),
        ((1, "q1"), {"questions": 1}, (1, "q2")),
        ((1, "q2"), {"questions": 1}, (1, "q1")),
    ],
)
def test_a_key_goes_to_the_next_group_or_question_and_round(exercise, english, start, way, end):
    cell = matrix(exercise, english).beside(*start, **way)
    assert (cell.group, cell.question) == end


def test_a_key_passes_over_questions_that_a_group_is_not_asked(tmp_path, english):
    from tests.builders import plan

    with Exercise(tmp_path, plan()) as exercise:
        cell = matrix(exercise, english).beside(1, "then", groups=1)
        assert cell.group == 2


def test_the_next_empty_cell_is_looked_for_in_this_group_first(exercise, english):
    exercise.say(2, "q1", "text")
    found = matrix(exercise, english)
    first = found.next_empty(2, "q1")
    exercise.say(2, "q2", "text")
    second = matrix(exercise, english).next_empty(2, "q2")
    assert ((first.group, first.question), (second.group, second.question)) == ((2, "q2"), (3, "q1"))


def test_there_is_no_next_empty_cell_when_all_are_full(exercise, english):
    for group in (1, 2, 3):
        for question in ("q1", "q2"):
            exercise.say(group, question, "text")
    assert matrix(exercise, english).next_empty(1, "q1") is None


def test_a_cell_tells_a_reading_program_where_it_is_and_what_is_in_it(exercise, english):
    exercise.say(1, "q1", "one")
    exercise.say(1, "q1", "two")
    found = matrix(exercise, english)
    assert found.cell(1, "q1").spoken == "Group 1, Question 1?: 2 answers"
    assert found.cell(2, "q1").spoken == "Group 2, Question 1?: empty"


def test_a_question_says_how_many_groups_answered_it(exercise, english):
    exercise.say(1, "q1", "one")
    assert [one.coverage for one in matrix(exercise, english).questions] == ["1 of 3 groups", "0 of 3 groups"]


def test_a_second_round_starts_with_an_empty_matrix(exercise, english):
    exercise.say(1, "q1", "first round")
    assert matrix(exercise, english, item="again").filled == 0


def test_answers_with_two_versions_say_so(exercise, english):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "start")
    exercise.share()
    exercise.trainer.noting.put(name, "left")
    helper.noting.put(name, "right")
    exercise.share()
    assert matrix(exercise, english).cell(1, "q1").texts[0].versions == 2
