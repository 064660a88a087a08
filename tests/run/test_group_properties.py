"""Whatever is done to groups and notes, by whom, in any order: no answer is lost, and every laptop shows the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.coverage import coverage_of
from qpido_facilitator.show.harvest import harvest_sheet, told
from qpido_facilitator.words import Words
from tests.builders import Speaker, carried, tries
from tests.exercise import Exercise, exercise_plan

ENGLISH = Words("en")
ACTS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 13), st.integers(1, 6), st.integers(1, 6)), min_size=3, max_size=25
)


def act(exercise: Exercise, run: Speaker, what: int, one: int, other: int) -> None:
    """Do one thing with groups or notes."""
    item = exercise.item(run=run)
    notes = run.notes.all()
    note = notes[(one * 7 + other) % len(notes)].id if notes else ""
    place = Place("rooms", f"q{1 + other % 2}", one % 4 or None, "quote" if other == 6 else "answer")
    if what <= 3:
        run.noting.add(place, f"{run.writer[:4]} {len(run.spoken)}")
    elif what == 4:
        run.rooms.merge(item, one, other)
    elif what == 5:
        run.rooms.split(item, one)
    elif what == 6:
        (run.rooms.close if other % 2 else run.rooms.reopen)(item, one)
    elif what == 7:
        run.rooms.set_count(item, one)
    elif what == 8:
        run.rooms.part(item, one)
    elif what == 9 and note:
        run.noting.put(note, f"changed {run.writer[:4]} {len(run.spoken)}")
    elif what == 10 and note:
        run.noting.remove(note)
    elif what == 11 and note:
        run.noting.move(note, place, str(other))
    elif what == 12 and note:
        (run.reap.pin if other % 2 else run.reap.hide)(note)
    elif what == 13:
        run.undo.undo()


def played(exercise: Exercise, acts: list[tuple[int, int, int, int]]) -> tuple[Speaker, Speaker]:
    """Let two laptops do all this, hearing each other now and then and everything at the end."""
    pair = exercise.trainer, exercise.helper()
    for who, what, one, other in acts:
        exercise.after(0.1)
        act(exercise, pair[who], what, one, other)
        if one == other:
            pair[1 - who].accept(carried(pair[who].spoken))
    exercise.share()
    return pair


@tries(25, 3_000)
@given(acts=ACTS)
def test_every_answer_stands_in_one_cell_and_in_one_row_of_the_harvest(acts: list[tuple[int, int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Exercise(Path(folder), exercise_plan(4)) as exercise:
        run, _ = played(exercise, acts)
        kept = sorted(note.id for note in run.notes.all())
        matrix = coverage_of(run, exercise.item(), run.now(), ENGLISH)
        sheets = [harvest_sheet(run, exercise.harvest(), question, None, ENGLISH) for question in ("q1", "q2")]

        assert sorted(text.note for cell in matrix.cells for text in cell.texts) == kept
        assert sorted(line.note for sheet in sheets for part in sheet.sections for line in part.lines) == kept


@tries(25, 3_000)
@given(acts=ACTS)
def test_both_laptops_show_the_same_groups_answers_and_harvest(acts: list[tuple[int, int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Exercise(Path(folder), exercise_plan(4)) as exercise:
        pair = played(exercise, acts)
        seen = [
            (
                run.agenda.groups_of(exercise.item(run=run)),
                [(cell.group, cell.question, cell.texts) for cell in
                 coverage_of(run, exercise.item(run=run), run.now(), ENGLISH).cells],
                [told(run, exercise.harvest(run), question, None, ENGLISH) for question in ("q1", "q2")],
            )
            for run in pair
        ]  # fmt: skip

        assert seen[0] == seen[1]


@tries(25, 3_000)
@given(acts=ACTS)
def test_no_text_is_gone_but_what_was_replaced_or_removed_knowingly(acts: list[tuple[int, int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Exercise(Path(folder), exercise_plan(4)) as exercise:
        pair = played(exercise, acts)
        facts = [fact for run in pair for fact in run.spoken]
        puts = {fact.h: fact for fact in facts if fact.op == "note.put"}
        over = {h for fact in puts.values() for h in fact.base}
        view = pair[0]
        for h, fact in puts.items():
            note = view.notes.get(fact.on.split("/")[1])
            assert note is not None
            if h not in over and not note.removed:
                assert h in note.heads
