"""The rows of the agenda: what was changed since the start is told, and an insertion stands where it comes."""

from __future__ import annotations

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Relocate, Retime, Skip
from qpido_facilitator.show.agenda_rows import agenda_rows
from qpido_facilitator.show.row_menu import added_text, done_text, own_title, row_menu
from qpido_facilitator.words import Words
from tests.builders import Room, later, plan


@pytest.fixture
def run(tmp_path, zone):
    zone("UTC")
    with Room(tmp_path) as room:
        opened = room.trainer()
        opened.agenda.lay_down(plan())
        yield opened


def rows(run, english, **more):
    return agenda_rows(run, run.now(), english, **more)


def part(run, english, name):
    return next(row for row in rows(run, english) if row.part == name)


def steps(run, english):
    return [row for row in rows(run, english) if row.level]


def enter(run, step, length=0.0):
    run.stage.enter(step)
    run.clock.advance(minutes=length)


def test_a_row_to_come_says_when_it_is_expected_and_when_it_was_planned(run, english):
    enter(run, Step("welcome"), 9)
    row = part(run, english, "middle")
    assert (row.right, row.planned) == ("09:19", "09:15")


def test_after_an_unknown_length_the_time_is_at_the_earliest(run, english):
    run.agenda.retime("talk", None)
    enter(run, Step("welcome"), 1)
    assert (part(run, english, "middle").right, part(run, english, "end").right) == ("09:15", "≥ 09:45")


def test_before_the_start_rows_have_times_only_when_a_start_was_told(run, english):
    untold = part(run, english, "middle").right
    run.arrival.plan_start(later(run.now(), 30))
    assert (untold, part(run, english, "middle").right) == ("", "09:45")


def test_a_question_of_ones_own_stands_between_the_questions(run, english):
    enter(run, Step("talk", "why"))
    own = run.inserts.ask("And you?", short="Own question", minutes=4)
    found = [(row.text, row.right, row.added) for row in steps(run, english)][:3]
    assert found == [("Question 1: Why did this happen?", "now", False), ("Question: And you?", "4 min", True),
                     ("Question 2: What would you do?", "", False)]  # fmt: skip
    assert steps(run, english)[1].items == (own,)


def test_a_row_says_that_it_was_moved_or_has_another_length(run, english):
    run.replan.retime("rules", 5)
    run.replan.move("bye", "welcome", "start")
    found = {row.part: (row.moved, row.retimed, row.added) for row in rows(run, english)}
    assert found == {"start": (True, True, False), "middle": (False, False, False)}


def test_a_part_of_nothing_but_an_insertion_is_added(run, english):
    run.inserts.add_break(5, after=Step("bye"))
    run.agenda.move("bye", None, "middle")
    assert part(run, english, "end").added


def test_a_part_that_was_jumped_over_says_so(run, english):
    enter(run, Step("welcome"), 1)
    run.stage.enter(Step("bye"))
    assert (part(run, english, "middle").passed, part(run, english, "middle").state) == (True, "planned")


def test_parts_stand_in_the_order_they_were_moved_to(run, english):
    run.replan.shift_part("end", -1)
    assert [row.part for row in rows(run, english)] == ["start", "end", "middle"]


def test_a_preview_shows_what_would_be_skipped(run, english):
    enter(run, Step("welcome"), 1)
    preview = rows(run, english, changes=(Skip("talk"), Skip("rooms"), Skip("back")))
    assert [(row.state, row.changed) for row in preview if not row.level] == [
        ("now", False), ("skipped", True), ("planned", True),
    ]  # fmt: skip


def test_a_preview_changes_nothing(run, english):
    enter(run, Step("welcome"), 1)
    before, said = rows(run, english), len(run.spoken)
    rows(run, english, changes=(Retime("talk", 3), Skip("rooms")))
    assert (rows(run, english), len(run.spoken)) == (before, said)


def test_a_row_before_the_running_part_is_not_marked_by_a_preview(run, english):
    enter(run, Step("welcome"), 5)
    enter(run, Step("rules"), 10)
    enter(run, Step("talk", "why"), 1)
    preview = rows(run, english, changes=(Retime("rooms", 15),))
    assert [row.changed for row in preview if row.part] == [False, True, True]


def menu(run, english, name):
    return row_menu(run, part(run, english, name), run.now())


def test_the_menu_of_a_part_skips_what_of_it_is_still_to_come(run, english):
    enter(run, Step("talk", "why"), 1)
    enter(run, Step("rooms"), 1)
    assert menu(run, english, "middle").skip == ("rooms", "back")


def test_the_menu_of_a_skipped_part_takes_it_back_in(run, english):
    run.replan.skip("bye")
    found = menu(run, english, "end")
    assert (found.skip, found.take_in) == ((), ("bye",))


def test_minutes_can_be_changed_where_one_item_is_behind_a_row(run, english):
    assert (menu(run, english, "middle").item, menu(run, english, "end").item) == ("", "bye")


def test_a_row_moves_up_and_down_as_far_as_there_is_room(run, english):
    found = [
        (menu(run, english, name).can_up, menu(run, english, name).can_down) for name in ("start", "middle", "end")
    ]
    assert found == [(False, True), (True, True), (True, False)]


def test_a_step_moves_in_its_part_and_an_insertion_inside_an_item_does_not(run, english):
    enter(run, Step("talk", "why"))
    run.inserts.ask("And you?")
    found = [row_menu(run, row, run.now()) for row in steps(run, english)]
    assert [(one.can_up, one.can_down) for one in found[:4]] == [
        (False, True),
        (False, False),
        (False, True),
        (True, True),
    ]


def test_a_question_to_come_is_skipped_by_itself_and_stays_in_sight(run, english):
    enter(run, Step("talk", "why"))
    row = next(row for row in steps(run, english) if row.go == Step("talk", "then"))
    menu = row_menu(run, row, run.now())
    run.replan.skip_question("talk", menu.question)
    row = next(row for row in steps(run, english) if row.go == Step("talk", "then"))
    assert (menu.question, row.state, row_menu(run, row, run.now()).take_in) == ("then", "skipped", ("talk",))


def test_the_question_that_is_on_cannot_be_skipped(run, english):
    enter(run, Step("talk", "why"))
    row = next(row for row in steps(run, english) if row.state == "now")
    assert row_menu(run, row, run.now()).skip == ()


def test_a_part_can_go_behind_every_other_part_that_is_not_done(run, english):
    enter(run, Step("welcome"), 1)
    enter(run, Step("rules"), 1)
    enter(run, Step("talk", "why"))
    assert [(spot.text, spot.after) for spot in menu(run, english, "end").spots] == [("Middle", "middle")]


def test_an_item_can_go_to_the_end_of_another_part(run, english):
    enter(run, Step("welcome"))
    row = next(row for row in steps(run, english) if row.go == Step("rules"))
    spots = row_menu(run, row, run.now()).spots
    assert [(spot.part, spot.after) for spot in spots] == [("middle", "back"), ("end", "bye")]


def test_what_was_jumped_over_says_so(run, english):
    enter(run, Step("welcome"), 1)
    enter(run, Step("bye"))
    assert part(run, english, "middle").right == "still open"


def test_what_was_on_can_be_repeated(run, english):
    enter(run, Step("welcome"), 1)
    assert [menu(run, english, name).repeat for name in ("start", "end")] == [Step("welcome"), None]


def test_an_insertion_after_a_part_follows_its_last_step(run, english):
    assert menu(run, english, "middle").after == Step("back", "then")


def test_beside_undo_stands_what_was_done_and_when_the_session_ends_now(run, english):
    run.agenda.retime("bye", 5)
    enter(run, Step("talk", "why"))
    own = run.inserts.ask("And you?", short="Own question", minutes=4)
    assert added_text(run, own, run.now(), english) == "Own question added, end 10:04"


def test_in_dutch_too(run):
    enter(run, Step("talk", "why"))
    own = run.inserts.ask("En jij?", short=own_title("question", Words("nl")), minutes=4)
    assert added_text(run, own, run.now(), Words("nl")) == "Eigen vraag ingevoegd, einde ≥ 09:59"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ((Skip("talk"),), "Talk skipped"),
        ((Skip("talk", skipped=False),), "Talk back in"),
        ((Retime("talk", 7.5),), "Talk: 7.5 min"),
        ((Retime("talk", None),), "Talk: length unknown"),
        ((Relocate("talk", "end", "5"),), "Talk moved"),
        ((Skip("talk"), Retime("rooms", 5)), "2 changes made"),
    ],
)
def test_every_change_has_words(run, english, changes, text):
    assert done_text(run, changes, run.now(), english) == text
