"""Thousands of notes are listed in order without sorting them again, whatever comes and goes."""

from __future__ import annotations

import pytest
from hypothesis import given

from qpido_facilitator.run.notes import ANSWERS, Place
from qpido_facilitator.show.completeness import completeness_of
from qpido_facilitator.words import Words
from tests.builders import tries
from tests.exercise import Exercise, exercise_plan
from tests.run.test_group_properties import ACTS, played


@tries(20, 2_000)
@given(acts=ACTS)
def test_the_list_and_its_counts_are_those_of_the_notes_themselves(acts: list[tuple[int, int, int, int]]) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder, Exercise(Path(folder), exercise_plan(4)) as exercise:
        run, _ = played(exercise, acts)
        every = [note for name in run.notes._notes if (note := run.notes.get(name)) and not note.removed]
        answers = [note for note in every if note.place.kind in ANSWERS]

        assert list(run.notes.all()) == sorted(every, key=lambda note: (note.place.key, note.order, note.id))
        assert sum(run.notes.answers_by().values()) == len(answers)
        assert run.notes.torn == sum(bool(note.others) for note in answers)
        assert completeness_of(run, Words("en")).here == len(answers)


@pytest.mark.parametrize("kind", ["answer", "observation"])
def test_only_answers_are_counted(tmp_path, kind):
    with Exercise(tmp_path) as exercise:
        exercise.trainer.noting.add(Place("rooms", "q1", 1, kind), "text")
        assert sum(exercise.trainer.notes.answers_by().values()) == (kind == "answer")


def test_an_answer_is_counted_with_who_wrote_it_first(tmp_path):
    with Exercise(tmp_path) as exercise:
        helper = exercise.helper()
        name = exercise.say(1, "q1", "text", by=helper)
        exercise.share()
        exercise.trainer.noting.put(name, "better")
        assert dict(exercise.trainer.notes.answers_by()) == {helper.writer: 1}
