"""Groups are made, split, merged and closed on the way, and no answer moves or goes with that."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.groups import GroupMerged
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.rooms import MOST_GROUPS, even
from tests.exercise import Exercise, exercise_plan


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def groups(exercise, item="rooms"):
    return exercise.trainer.agenda.groups_of(exercise.item(item))


def opened(exercise, item="rooms"):
    return [group.id for group in groups(exercise, item) if group.open]


def test_the_groups_of_the_plan_are_open_and_numbered(exercise):
    assert [(group.id, group.number, group.open) for group in groups(exercise)] == [
        (1, 1, True), (2, 2, True), (3, 3, True),
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "left"), [(0, 0), (1, 1), (5, 5), (15, 15), (40, 15), (-3, 0)])
def test_there_are_as_many_groups_as_asked_from_none_to_fifteen(exercise, count, left):
    exercise.trainer.rooms.set_count(exercise.item(), count)
    assert len(opened(exercise)) == left


def test_fewer_groups_close_the_highest_and_more_open_them_again(exercise):
    exercise.trainer.rooms.set_count(exercise.item(), 1)
    exercise.trainer.rooms.set_count(exercise.item(), 3)
    assert opened(exercise) == [1, 2, 3]


def test_setting_the_count_is_one_step_to_undo(exercise):
    exercise.trainer.rooms.set_count(exercise.item(), 8)
    exercise.trainer.undo.undo()
    assert opened(exercise) == [1, 2, 3]


def test_a_second_round_has_the_same_groups(exercise):
    exercise.trainer.rooms.add(exercise.item())
    assert opened(exercise, "again") == [1, 2, 3, 4]


def test_pairs_are_groups_of_their_own(exercise):
    exercise.trainer.rooms.add(exercise.item())
    assert opened(exercise, "pairs") == [1, 2, 3, 4, 5, 6]


def test_a_merged_group_goes_on_in_the_other_with_its_people(exercise):
    run, item = exercise.trainer, exercise.item()
    run.rooms.resize(item, 1, 4)
    run.rooms.resize(item, 2, 3)
    run.rooms.merge(item, 2, 1)
    first = groups(exercise)[0]
    assert (opened(exercise), first.ids, first.people) == ([1, 3], (1, 2), 7)


def test_a_group_that_merged_can_go_on_by_itself_again(exercise):
    exercise.trainer.rooms.merge(exercise.item(), 2, 1)
    exercise.trainer.rooms.part(exercise.item(), 2)
    assert opened(exercise) == [1, 2, 3]


def test_merging_rewrites_no_note(exercise):
    name = exercise.say(2, "q1", "ours")
    before = len(exercise.trainer.registers.history(f"note/{name}/place"))
    exercise.trainer.rooms.merge(exercise.item(), 2, 1)
    assert exercise.trainer.notes.get(name).place == Place("rooms", "q1", 2)
    assert len(exercise.trainer.registers.history(f"note/{name}/place")) == before


def test_merging_into_a_group_that_went_on_elsewhere_does_nothing(exercise):
    exercise.trainer.rooms.merge(exercise.item(), 2, 1)
    exercise.trainer.rooms.merge(exercise.item(), 3, 2)
    assert opened(exercise) == [1, 3]


def test_a_group_that_goes_on_by_itself_again_takes_its_people_along(exercise):
    rooms, item = exercise.trainer.rooms, exercise.item()
    for group, people, members in ((1, 3, ("1", "4", "7")), (2, 2, ("2", "5"))):
        rooms.resize(item, group, people)
        rooms.seat(item, {group: members})
    rooms.merge(item, 2, 1)
    rooms.part(item, 2)
    found = exercise.trainer.agenda.groups_of(item)[:2]
    assert [(one.people, one.members) for one in found] == [(3, ("1", "4", "7")), (2, ("2", "5"))]


def test_two_groups_that_two_trainers_merged_into_each_other_are_one(exercise):
    run = exercise.trainer
    run.record("group.merged", "group/1/into", GroupMerged(2))
    run.record("group.merged", "group/2/into", GroupMerged(1))
    assert [(group.id, group.ids) for group in groups(exercise) if group.open] == [(1, (1, 2)), (3, (3,))]


def test_a_group_merged_into_one_that_nobody_knows_stays_itself(exercise):
    exercise.trainer.record("group.merged", "group/1/into", GroupMerged(99))
    assert opened(exercise) == [1, 2, 3]


def test_a_split_gives_a_group_with_half_of_the_people_and_the_questions(exercise):
    run, item = exercise.trainer, exercise.item()
    run.rooms.resize(item, 2, 7)
    fresh = run.rooms.split(item, 2)
    by_id = {group.id: group for group in groups(exercise)}
    assert (fresh, by_id[2].people, by_id[fresh].people) == (4, 4, 3)
    assert by_id[fresh].answers((2,))


def test_a_split_shares_out_who_are_in_a_group(exercise):
    run, item = exercise.trainer, exercise.item()
    run.rooms.seat(item, {2: ("A", "B", "C")})
    fresh = run.rooms.split(item, 2)
    by_id = {group.id: group for group in groups(exercise)}
    assert (by_id[2].members, by_id[fresh].members) == (("A", "B"), ("C",))


def test_there_is_no_sixteenth_group(exercise):
    exercise.trainer.rooms.set_count(exercise.item(), MOST_GROUPS)
    assert exercise.trainer.rooms.add(exercise.item()) == 0
    assert exercise.trainer.rooms.split(exercise.item(), 2) == 0


def test_a_new_group_after_many_takes_a_number_that_is_free(exercise):
    run, item = exercise.trainer, exercise.item()
    run.rooms.set_count(item, MOST_GROUPS)
    run.rooms.merge(item, 15, 14)
    fresh = run.rooms.add(item)
    number = next(group.number for group in groups(exercise) if group.id == fresh)
    assert (fresh, number) == (16, 15)


def test_a_closed_group_keeps_its_notes(exercise):
    name = exercise.say(3, "q1", "said before")
    exercise.trainer.rooms.close(exercise.item(), 3)
    assert (opened(exercise), exercise.trainer.notes.get(name).removed) == ([1, 2], False)


def test_a_neutral_name_and_another_number_are_kept(exercise):
    exercise.trainer.rooms.label(exercise.item(), 1, 9, "pear")
    last = groups(exercise)[-1]
    assert (last.id, last.number, last.name) == (1, 9, "pear")


def test_members_count_where_nobody_said_how_many(exercise):
    exercise.trainer.rooms.seat(exercise.item(), {1: ("SV", "12")})
    assert groups(exercise)[0].people == 2


def test_people_are_spread_over_the_open_groups(exercise):
    exercise.trainer.rooms.close(exercise.item(), 2)
    exercise.trainer.rooms.divide(exercise.item(), 9)
    assert [(group.id, group.people) for group in groups(exercise)] == [(1, 5), (2, None), (3, 4)]


@pytest.mark.parametrize(
    ("people", "into", "sizes"), [(10, 3, (4, 3, 3)), (0, 2, (0, 0)), (2, 4, (1, 1, 0, 0)), (5, 0, ())]
)
def test_sizes_differ_by_one_at_most(people, into, sizes):
    assert even(people, into) == sizes


def test_a_co_trainer_cannot_change_the_groups(exercise):
    helper = exercise.helper()
    helper.rooms.merge(exercise.item(run=helper), 2, 1)
    exercise.share()
    assert opened(exercise) == [1, 2, 3]


def test_two_trainers_who_label_at_once_end_alike(exercise):
    other = exercise.room.trainer("other")
    exercise.share()
    exercise.trainer.rooms.label(exercise.item(), 1, 4, "fig")
    other.rooms.label(exercise.item(run=other), 1, 5, "plum")
    exercise.share()
    assert groups(exercise) == other.agenda.groups_of(exercise.item(run=other))


def test_who_writes_in_a_breakout_can_be_decided_on_the_way_and_taken_back(tmp_path):
    with Exercise(tmp_path, exercise_plan(staffing="note-taker")) as exercise:
        exercise.trainer.rooms.staff("rooms", "nobody")
        decided = exercise.breakout().staffing
        exercise.trainer.undo.undo()
        assert (decided, exercise.breakout().staffing) == ("nobody", "note-taker")


def test_a_harvest_on_the_screen_begins_anew_in_another_order(exercise):
    exercise.close()
    exercise.trainer.rooms.harvest_by("back", "group")
    assert (exercise.harvest().by, exercise.trainer.stage.position.question) == ("group", None)
