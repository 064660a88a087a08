"""Two people changed one answer at the same moment: both texts, whose they are, and where they differ."""

from __future__ import annotations

import pytest

from qpido_facilitator.show.conflicts import conflict_of, differing
from tests.exercise import Exercise


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def torn(exercise, *texts):
    """Let the trainer and as many co-trainers as needed change one note without hearing each other."""
    others = [exercise.helper(letter * 16) for letter in "abcdefg"[: len(texts) - 1]]
    name = exercise.say(2, "q1", "start")
    exercise.share()
    for run, text in zip((exercise.trainer, *others), texts, strict=True):
        run.noting.put(name, text)
    exercise.share()
    return exercise.trainer.notes.get(name)


def test_an_answer_with_one_text_is_no_conflict(exercise, english):
    name = exercise.say(1, "q1", "text")
    assert conflict_of(exercise.trainer, exercise.trainer.notes.get(name), english) is None


def test_both_versions_are_shown_mine_first(exercise, english):
    found = conflict_of(exercise.trainer, torn(exercise, "via the mentor", "known to nobody"), english)
    assert [(one.text, one.who, one.mine) for one in found.versions] == [
        ("via the mentor", "you", True), ("known to nobody", "co-trainer 1", False),
    ]  # fmt: skip


def test_it_says_where_it_is_and_that_nothing_is_gone(exercise, english):
    found = conflict_of(exercise.trainer, torn(exercise, "a", "b"), english)
    assert found.where == "Question 1, Group 2. You changed it at the same moment. Nothing is gone."


def test_on_the_other_laptop_the_other_is_mine(exercise, english):
    note = torn(exercise, "left", "right")
    helper = exercise.room.laptops[1]
    found = conflict_of(helper, helper.notes.get(note.id), english)
    assert [(one.text, one.who) for one in found.versions] == [("right", "you"), ("left", "trainer")]


def test_of_many_versions_five_are_shown_and_the_rest_counted(exercise, english):
    found = conflict_of(exercise.trainer, torn(exercise, *"abcdefg"), english)
    assert (len(found.versions), found.more) == (5, "2 more")


def test_two_who_wrote_the_same_do_not_disagree(exercise, english):
    assert conflict_of(exercise.trainer, torn(exercise, "same", "same"), english) is None


@pytest.mark.parametrize(
    ("mine", "other", "strong"),
    [
        ("No, a route via the mentor", "No, a route that nobody knows", ["via the mentor"]),
        ("one two three", "one two three four", []),
        ("one two", "three four", ["one two"]),
        ("", "text", []),
        ("same", "same", []),
    ],
)
def test_the_words_that_the_other_does_not_have_stand_out(mine, other, strong):
    assert [mine[start:end] for start, end in differing(mine, other)] == strong
