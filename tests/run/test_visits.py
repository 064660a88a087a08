"""Who is with which group, who takes its notes, what was not answered, and who asks for help."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.help import HelpAsked
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.presence import EXPIRES, Presence
from qpido_facilitator.run.visits import GroupTaken, GroupVisited
from tests.builders import Forger, carried
from tests.exercise import Exercise

MINE, YOURS = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        made.open()
        yield made


def test_a_co_trainer_takes_a_group_and_everyone_knows(exercise):
    helper = exercise.helper()
    helper.visits.take(exercise.item(run=helper), 2)
    exercise.share()
    assert exercise.trainer.visits.taken_by(exercise.item(), 2) == (helper.writer,)


def test_a_group_that_was_given_back_is_nobodys(exercise):
    helper = exercise.helper()
    item = exercise.item(run=helper)
    helper.visits.take(item, 2)
    helper.visits.take(item, 2, mine=False)
    assert helper.visits.mine(item, (1, 2, 3)) == ()


def test_my_group_is_still_mine_after_the_app_was_started_anew(exercise):
    exercise.helper(MINE).visits.take(exercise.item(), 2)
    again = exercise.helper(MINE)
    assert again.visits.mine(exercise.item(run=again), (1, 2, 3)) == (2,)


def test_what_a_laptop_says_now_counts_for_its_earlier_starts_too(exercise):
    exercise.helper(MINE).visits.take(exercise.item(), 2)
    again = exercise.helper(MINE)
    again.clock.advance(seconds=5)
    again.visits.take(exercise.item(run=again), 2, mine=False)
    exercise.share()
    assert exercise.trainer.visits.taken_by(exercise.item(), 2) == ()


def test_another_laptops_group_is_not_mine(exercise):
    exercise.helper(MINE).visits.take(exercise.item(), 2)
    other = exercise.helper(YOURS)
    assert other.visits.mine(exercise.item(run=other), (1, 2, 3)) == ()


def test_the_groups_of_pairs_are_taken_apart_from_those_of_the_session(exercise):
    helper = exercise.helper()
    helper.visits.take(exercise.item("pairs", helper), 2)
    assert helper.visits.mine(exercise.item(run=helper), (2,)) == ()


def test_a_second_round_of_the_same_groups_has_the_same_takers(exercise):
    helper = exercise.helper()
    helper.visits.take(exercise.item(run=helper), 2)
    assert helper.visits.mine(exercise.item("again", helper), (2,)) == (2,)


def test_a_visit_that_ended_tells_when_it_began(exercise):
    run, item = exercise.trainer, exercise.item()
    run.visits.visit(item, 1)
    came = run.now()
    exercise.after(3)
    run.visits.visit(item, 1, here=False)
    (visit,) = run.visits.visits(item, 1)
    assert (visit.when, visit.here) == (came, False)


def test_a_laptop_that_died_in_a_room_is_where_its_next_start_says(exercise):
    exercise.helper(MINE).visits.visit(exercise.item(), 1)
    again = exercise.helper(MINE)
    again.clock.advance(seconds=5)
    again.visits.visit(exercise.item(run=again), 1, here=False)
    exercise.share()
    assert [visit.here for visit in exercise.trainer.visits.visits(exercise.item(), 1)] == [False]


def test_a_visit_in_one_exercise_is_none_in_the_next(exercise):
    exercise.trainer.visits.visit(exercise.item(), 1)
    assert exercise.trainer.visits.visits(exercise.item("again"), 1) == ()


def test_nobody_can_put_another_in_a_room(exercise):
    helper = exercise.helper()
    forger = Forger(exercise.room.run, helper.writer)
    exercise.trainer.accept(
        [forger.fact("group.visited", f"visit/{exercise.trainer.writer}/1/rooms", GroupVisited(True))]
    )
    assert exercise.trainer.visits.visits(exercise.item(), 1) == ()


def test_of_two_reasons_for_no_answer_the_newest_counts(exercise):
    helper = exercise.helper()
    exercise.trainer.visits.miss(exercise.item(), 1, "q1", "no-notes")
    exercise.share()
    helper.visits.miss(exercise.item(run=helper), 1, "q1", "not-reached")
    exercise.share()
    assert exercise.trainer.visits.missed(exercise.item(), 1, "q1") == "not-reached"


def test_a_reason_can_be_taken_back(exercise):
    exercise.trainer.visits.miss(exercise.item(), 1, "q1", "no-notes")
    exercise.trainer.visits.miss(exercise.item(), 1, "q1", "")
    assert exercise.trainer.visits.missed(exercise.item(), 1, "q1") == ""


def test_anyone_may_say_that_a_group_was_helped(exercise):
    helper = exercise.helper()
    helper.help.ask(exercise.item(run=helper), 3)
    exercise.share()
    asked = exercise.trainer.help.asked(exercise.item(), 3)
    exercise.trainer.help.ask(exercise.item(), 3, asked=False)
    exercise.share()
    assert (asked is not None, helper.help.asked(exercise.item(run=helper), 3)) == (True, None)


def test_facts_that_say_something_else_are_passed_over(exercise):
    exercise.trainer.record("group.taken", f"visit/{exercise.trainer.writer}/1/rooms", GroupTaken(True))
    exercise.trainer.record("help.sung", "help/1", HelpAsked(True))
    assert exercise.trainer.visits.visits(exercise.item(), 1) == ()
    assert exercise.trainer.help.asked(exercise.item(), 1) is None


def test_someone_who_types_is_seen_for_six_seconds(clock):
    heard = []
    presence = Presence(clock, lambda: heard.append(1))
    presence.hear("w", Place("rooms", "q1", 1))
    clock.advance(seconds=EXPIRES / 1000 - 1)
    before = presence.at(Place("rooms", "q1", 1))
    clock.advance(seconds=1)
    assert (before, presence.at(Place("rooms", "q1", 1)), len(heard)) == (("w",), (), 1)


def test_someone_who_goes_on_typing_stays_and_is_told_once(clock):
    heard = []
    presence = Presence(clock, lambda: heard.append(1))
    for _ in range(4):
        presence.hear("w", Place("rooms", "q1", 1))
        clock.advance(seconds=4)
    assert (presence.at_all(), len(heard)) == ({"w": Place("rooms", "q1", 1)}, 1)


def test_someone_who_stops_is_gone_at_once(clock):
    presence = Presence(clock)
    presence.hear("w", Place("rooms"))
    presence.hear("w", None)
    assert presence.at_all() == {}


def test_presence_is_never_written_down(exercise):
    before = len(exercise.trainer.spoken)
    Presence(exercise.clock).hear(exercise.trainer.writer, Place("rooms"))
    assert len(exercise.trainer.spoken) == before


def test_a_forged_taking_of_anothers_name_is_not_believed(exercise):
    helper = exercise.helper()
    forger = Forger(exercise.room.run, helper.writer)
    exercise.trainer.accept(carried([forger.fact("group.taken", f"visit/{helper.writer}/1", GroupTaken(True))]))
    assert exercise.trainer.visits.taken_by(exercise.item(), 1) == ()
