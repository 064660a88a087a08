"""Is everything here? The app says it itself, and names what it misses."""

from __future__ import annotations

import pytest

from qpido_facilitator.show.completeness import completeness_of
from tests.builders import carried
from tests.exercise import Exercise


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def test_it_counts_answers_and_the_laptops_they_are_from(exercise, english):
    one, two = exercise.helper("a" * 16), exercise.helper("b" * 16)
    for run in (exercise.trainer, one, two):
        exercise.say(1, "q1", "text", by=run)
    exercise.share()
    said = completeness_of(exercise.trainer, english)
    assert (said.text, said.complete, said.gaps) == ("3 of 3 answers from 3 laptops", True, ())


def test_two_starts_of_one_laptop_are_one(exercise, english):
    for _ in range(2):
        exercise.say(1, "q1", "text", by=exercise.helper())
    exercise.share()
    assert completeness_of(exercise.trainer, english).text == "2 of 2 answers from 1 laptop"


def test_an_answer_that_someone_else_improved_is_counted_where_it_came_from(exercise, english):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "text", by=helper)
    exercise.share()
    exercise.trainer.noting.put(name, "better text")
    assert completeness_of(exercise.trainer, english).laptops == 1


def test_a_hole_in_what_someone_wrote_is_named(exercise, english):
    helper = exercise.helper()
    first = len(helper.spoken)
    for number in range(3):
        exercise.say(1, "q1", f"text {number}", by=helper)
    exercise.trainer.accept(carried(helper.spoken[:first] + helper.spoken[first + 3 :]))
    said = completeness_of(exercise.trainer, english)
    assert (said.complete, said.gaps) == (False, ("3 things that co-trainer 1 wrote are not here yet",))


def test_half_a_note_counts_as_known_and_not_here(exercise, english):
    helper = exercise.helper()
    exercise.say(1, "q1", "text", by=helper)
    exercise.trainer.accept(carried(helper.spoken[:-1]))
    said = completeness_of(exercise.trainer, english)
    assert (said.text, said.complete) == ("0 of 1 answer from 0 laptops", False)


def test_the_end_of_a_laptop_that_was_lost_is_known_from_a_trainer_who_read_it(exercise, english):
    helper = exercise.helper()
    exercise.share()
    before = len(helper.spoken)
    exercise.say(1, "q1", "text", by=helper)
    exercise.share()
    other = exercise.room.trainer("other")
    other.accept(carried([*exercise.trainer.spoken, *helper.spoken[:before]]))
    assert completeness_of(other, english).missing == 2


def test_a_laptop_that_another_trainer_read_and_that_never_came_here_is_missed(exercise, english):
    exercise.say(1, "q1", "text", by=exercise.helper())
    exercise.share()
    other = exercise.room.trainer("other")
    other.accept(carried(exercise.trainer.spoken))
    assert completeness_of(other, english).gaps == (
        "5 things that someone who did not open here yet wrote are not here yet",
    )


def test_removed_answers_and_other_kinds_are_not_counted(exercise, english):
    from qpido_facilitator.run.notes import Place

    name = exercise.say(1, "q1", "text")
    exercise.trainer.noting.add(Place("rooms", "q1", 1, "observation"), "seen")
    exercise.trainer.noting.remove(name)
    assert completeness_of(exercise.trainer, english).known == 0


def test_each_laptop_is_told_with_when_it_was_last_heard(exercise, english, zone):
    zone("UTC")
    exercise.say(1, "q1", "text", by=exercise.helper())
    exercise.share()
    texts = [source.text for source in completeness_of(exercise.trainer, english).sources]
    assert [text.partition(", ")[0] for text in texts] == ["trainer: 0 answers", "co-trainer 1: 1 answer"]


def test_answers_with_two_texts_are_counted_apart(exercise, english):
    helper = exercise.helper()
    name = exercise.say(1, "q1", "start")
    exercise.share()
    exercise.trainer.noting.put(name, "left")
    helper.noting.put(name, "right")
    exercise.share()
    assert completeness_of(exercise.trainer, english).versions == 1
