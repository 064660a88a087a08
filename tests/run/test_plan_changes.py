"""Changing the plan while it runs: every verb one step to undo, and never a flash on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from qpido_facilitator.plan.lengths import planned_length
from qpido_facilitator.plan.model import Breakout, Discussion, Part, Question, SessionPlan
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import EndAt, Retime, RetimeQuestion, Skip
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.screen import screen_of
from qpido_facilitator.words import Words
from tests.builders import Room, Speaker, carried, later, plan

PLANNED = ["welcome", "rules", "talk", "rooms", "back", "bye"]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with Room(tmp_path) as room:
        yield room


@pytest.fixture
def run(room: Room) -> Speaker:
    run = room.trainer()
    run.agenda.lay_down(plan())
    return run


def order(run: Speaker) -> list[str]:
    return [entry.item.id for entry in run.agenda.entries]


def walked(run: Speaker) -> list[str]:
    here = run.stage.position
    return [f"{s.item}/{s.question}" if s.question else s.item for s in run.agenda.steps(here.item if here else None)]


def state(run: Speaker) -> object:
    """Return everything the plan says, to compare before and after."""
    return run.agenda.entries, run.agenda.parts, run.agenda.steps(), run.ending.end_at, run.ending.late


VERBS: dict[str, Callable[[Speaker], object]] = {
    "skip": lambda run: run.replan.skip("rules"),
    "skip several": lambda run: run.replan.skip("talk", "rooms", "back", reason="late"),
    "retime": lambda run: run.replan.retime("rules", 4),
    "retime to unknown": lambda run: run.replan.retime("rules", None),
    "lengthen": lambda run: run.replan.lengthen("rules", 3),
    "move": lambda run: run.replan.move("bye", "welcome", "start"),
    "shift up": lambda run: run.replan.shift("rules", -1),
    "shift down": lambda run: run.replan.shift("talk", 1),
    "shift a part": lambda run: run.replan.shift_part("end", -1),
    "question": lambda run: run.replan.apply(RetimeQuestion("talk", "why", 2)),
    "end": lambda run: run.replan.apply(EndAt(later(run.now(), 90))),
    "late": lambda run: run.replan.decide_late("shift"),
    "catch up": lambda run: run.replan.apply(Retime("talk", 5), Skip("bye"), Retime("rooms", 15)),
    "ask": lambda run: run.inserts.ask("And you?", minutes=4),
    "break": lambda run: run.inserts.add_break(5, after=Step("rules")),
    "link": lambda run: run.inserts.show_link("https://example.org", "Example"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_every_change_can_be_undone_in_one_step(run: Speaker, verb: str) -> None:
    before = state(run)
    VERBS[verb](run)

    assert state(run) != before
    assert run.undo.undo()
    assert state(run) == before


@pytest.mark.parametrize("verb", VERBS)
def test_every_change_can_be_done_again(run: Speaker, verb: str) -> None:
    VERBS[verb](run)
    after = state(run)
    run.undo.undo()

    assert run.undo.redo()
    assert state(run) == after


@pytest.mark.parametrize("verb", VERBS)
def test_every_change_is_announced_once(tmp_path: Path, verb: str) -> None:
    with Room(tmp_path) as room:
        run = room.trainer()
        run.agenda.lay_down(plan())
        run.stage.enter(Step("talk", "why"))
        heard: list[Changes] = []
        run._announce = heard.append
        VERBS[verb](run)

        assert len(heard) == 1


@pytest.mark.parametrize("verb", VERBS)
def test_no_change_of_the_plan_leaves_the_step_that_is_on(run: Speaker, verb: str) -> None:
    run.stage.enter(Step("rules"))
    run.stage.show(0, 1)
    before = run.stage.position
    VERBS[verb](run)

    assert run.stage.position == before


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("step", [Step("rules"), Step("talk", "then"), Step("rooms"), Step("back", "why")], ids=str)
def test_no_change_of_the_plan_changes_what_participants_see(run: Speaker, verb: str, step: Step) -> None:
    run.stage.enter(step)
    words = Words("en")
    before = screen_of(run, run.now(), words)
    VERBS[verb](run)

    assert screen_of(run, run.now(), words) == before


@pytest.mark.parametrize("verb", VERBS)
def test_a_restart_finds_the_plan_as_it_was_changed(room: Room, run: Speaker, verb: str) -> None:
    VERBS[verb](run)
    run.crash()

    assert state(room.trainer()) == state(run)


def test_taking_an_item_back_in_can_be_undone(run: Speaker) -> None:
    run.replan.skip("rules", reason="late")
    run.replan.unskip("rules")
    run.undo.undo()
    entry = run.agenda.entry("rules")

    assert entry is not None
    assert (entry.skipped, entry.reason) == (True, "late")


def test_skipping_what_is_on_goes_nowhere_and_keeps_it_in_the_walk(run: Speaker) -> None:
    run.stage.enter(Step("rules"))
    run.replan.skip("rules")

    assert run.stage.position is not None
    assert (run.stage.position.item, walked(run)[:3]) == ("rules", ["welcome", "rules", "talk/why"])


def test_a_length_is_never_below_nought(run: Speaker) -> None:
    run.replan.lengthen("welcome", -9)
    entry = run.agenda.entry("welcome")

    assert entry is not None
    assert entry.minutes == 0


@pytest.mark.parametrize(
    ("item", "by", "expected"),
    [
        ("rules", -1, ["rules", "welcome", "talk", "rooms", "back", "bye"]),
        ("welcome", 1, ["rules", "welcome", "talk", "rooms", "back", "bye"]),
        ("talk", 1, ["welcome", "rules", "rooms", "talk", "back", "bye"]),
        ("back", -1, ["welcome", "rules", "talk", "back", "rooms", "bye"]),
    ],
)
def test_an_item_moves_one_place_in_its_part(run: Speaker, item: str, by: int, expected: list[str]) -> None:
    assert run.replan.shift(item, by)
    assert order(run) == expected


@pytest.mark.parametrize(("item", "by"), [("welcome", -1), ("rules", 1), ("bye", 1), ("bye", -1), ("gone", 1)])
def test_at_the_edge_of_its_part_an_item_stays(run: Speaker, item: str, by: int) -> None:
    said = len(run.spoken)

    assert not run.replan.shift(item, by)
    assert (order(run), len(run.spoken)) == (PLANNED, said)


@pytest.mark.parametrize(
    ("part", "by", "expected"),
    [
        ("start", 1, ["talk", "rooms", "back", "welcome", "rules", "bye"]),
        ("end", -1, ["welcome", "rules", "bye", "talk", "rooms", "back"]),
        ("middle", -1, ["talk", "rooms", "back", "welcome", "rules", "bye"]),
    ],
)
def test_a_part_moves_with_all_its_items(run: Speaker, part: str, by: int, expected: list[str]) -> None:
    assert run.replan.shift_part(part, by)
    assert order(run) == expected


def test_a_part_moves_twice_to_the_other_end(run: Speaker) -> None:
    run.replan.shift_part("end", -1)
    run.replan.shift_part("end", -1)

    assert [part.id for part in run.agenda.parts] == ["end", "start", "middle"]
    assert not run.replan.shift_part("end", -1)


def test_a_moved_item_put_back_by_undo_is_not_called_moved(run: Speaker) -> None:
    run.replan.move("bye", "welcome", "start")
    run.undo.undo()

    assert not any(entry.moved for entry in run.agenda.entries)


def test_a_question_asked_now_comes_right_after_the_step_that_is_on(run: Speaker) -> None:
    run.stage.enter(Step("talk", "why"))
    own = run.inserts.ask("And you?", minutes=4)

    assert walked(run)[2:6] == ["talk/why", f"{own}/question", "talk/then", "rooms"]


def test_a_question_asked_at_the_last_step_of_an_item_comes_behind_the_item(run: Speaker) -> None:
    run.stage.enter(Step("talk", "then"))
    own = run.inserts.ask("And you?")
    entry = run.agenda.entry(own)

    assert entry is not None
    assert (entry.within, walked(run)[3:6]) == (None, ["talk/then", f"{own}/question", "rooms"])


def test_a_question_asked_and_gone_to_is_on_at_once_with_answers_of_its_own(run: Speaker) -> None:
    run.stage.enter(Step("talk", "why"))
    own = run.inserts.ask("And you?", go=True)
    run.notes.add(Place(own, "question"), "me too")

    assert run.stage.position is not None
    assert (run.stage.position.where, run.notes.count(own, "question")) == (Step(own, "question"), 1)


def test_a_question_asked_within_a_question_of_ones_own_goes_on_with_the_rest(run: Speaker) -> None:
    run.stage.enter(Step("talk", "why"))
    first = run.inserts.ask("One?", go=True)
    second = run.inserts.ask("Two?", go=True)

    assert walked(run)[2:6] == ["talk/why", f"{first}/question", f"{second}/question", "talk/then"]


def test_the_newer_of_two_questions_after_one_step_comes_first(run: Speaker) -> None:
    run.stage.enter(Step("talk", "why"))
    older = run.inserts.ask("One?")
    newer = run.inserts.ask("Two?")

    assert walked(run)[3:5] == [f"{newer}/question", f"{older}/question"]


def test_what_was_asked_inside_a_skipped_item_is_still_in_the_walk(run: Speaker) -> None:
    run.stage.enter(Step("talk", "why"))
    own = run.inserts.ask("And you?")
    run.stage.enter(Step("rules"))
    run.replan.skip("talk")

    assert walked(run) == ["welcome", "rules", f"{own}/question", "rooms", "back/why", "back/then", "bye"]


def test_moving_what_was_inside_an_item_takes_it_out_and_undo_puts_it_back(run: Speaker) -> None:
    run.stage.enter(Step("talk", "why"))
    own = run.inserts.ask("And you?")
    inside = walked(run)
    run.replan.move(own, "rooms", "middle")
    outside = walked(run)
    run.undo.undo()

    assert outside[4:6] == ["rooms", f"{own}/question"]
    assert walked(run) == inside


def test_before_the_first_step_an_insertion_comes_first(run: Speaker) -> None:
    own = run.inserts.add_break(5)

    assert order(run)[0] == own


def test_undoing_a_question_that_is_on_returns_to_where_it_was_asked(run: Speaker) -> None:
    run.stage.enter(Step("rules"))
    run.stage.show(0, 2)
    own = run.inserts.ask("And you?", go=True)
    run.undo.undo()

    assert run.stage.position is not None
    assert (run.stage.position.item, run.stage.position.reveal, own in order(run)) == ("rules", 2, False)


def test_undoing_a_question_that_was_answered_keeps_it_in_sight_as_skipped(run: Speaker) -> None:
    run.stage.enter(Step("rules"))
    own = run.inserts.ask("And you?", go=True)
    run.notes.add(Place(own, "question"), "me too")
    run.undo.undo()
    entry = run.agenda.entry(own)

    assert entry is not None
    assert (entry.skipped, own in order(run)) == (True, True)


def test_what_was_withdrawn_while_it_is_on_stays_on_the_screen(room: Room, run: Speaker) -> None:
    run.stage.enter(Step("talk", "why"))
    own = run.inserts.ask("And you?", go=True)
    run.agenda.withdraw(own)

    assert run.agenda.entry(own) is not None
    assert own not in order(run)
    assert walked(run)[2:5] == ["talk/why", f"{own}/question", "talk/then"]


def test_two_starts_never_give_an_insertion_the_same_id(room: Room, run: Speaker) -> None:
    other = room.trainer("other")
    other.accept(carried(run.spoken))
    names = {laptop.inserts.ask("Same?") for laptop in (run, other) for _ in range(3)}

    assert len(names) == 6


def test_two_trainers_who_insert_at_one_place_end_with_one_plan(room: Room, run: Speaker) -> None:
    other = room.trainer("other")
    other.accept(carried(run.spoken))
    for laptop in (run, other):
        laptop.stage.enter(Step("talk", "why"))
        laptop.inserts.ask(f"From {laptop.folder.name}?")
    run.accept(carried(other.spoken))
    other.accept(carried(run.spoken))

    assert (run.agenda.entries, run.agenda.steps()) == (other.agenda.entries, other.agenda.steps())


def test_a_link_that_is_no_address_on_the_web_stands_as_text(run: Speaker) -> None:
    entry = run.agenda.entry(run.inserts.show_link("javascript:alert(1)", "Look"))

    assert entry is not None
    assert [(link.url, link.note) for link in entry.item.links] == [("", "javascript:alert(1)")]  # type: ignore[attr-defined,unused-ignore]


def test_a_link_can_be_copied_for_the_chat(run: Speaker) -> None:
    entry = run.agenda.entry(run.inserts.show_link("https://example.org/x"))

    assert entry is not None
    assert entry.item.chat == "https://example.org/x"


def test_control_characters_in_a_question_are_left_out(run: Speaker) -> None:
    entry = run.agenda.entry(run.inserts.ask("And\0 \ud800you?"))

    assert entry is not None
    assert entry.item.questions == (Question("question", "And you?"),)


def test_a_very_long_question_is_cut_and_not_refused(run: Speaker) -> None:
    entry = run.agenda.entry(run.inserts.ask("x" * 100_000))

    assert entry is not None
    assert len(entry.item.questions[0].text) == 2000


def test_a_question_to_groups_is_answered_per_group(run: Speaker) -> None:
    entry = run.agenda.entry(run.inserts.ask("And you?", groups=(1, 2)))

    assert entry is not None
    assert run.agenda.groups_for(entry.item, entry.item.questions[0]) == (1, 2)


def test_undo_of_many_changes_refuses_when_another_changed_one_since(room: Room, run: Speaker) -> None:
    run.replan.apply(Retime("talk", 5), Retime("rooms", 15))
    other = room.trainer("other")
    other.accept(carried(run.spoken))
    other.agenda.retime("talk", 7)
    run.accept(carried(other.spoken))

    assert not run.undo.undo()
    assert [run.agenda.entry(name).minutes for name in ("talk", "rooms")] == [7, 15]


def test_a_jump_is_undone_to_the_same_page_and_line(run: Speaker) -> None:
    run.stage.enter(Step("rules"))
    run.stage.show(1, 2)
    run.jumps.jump(Step("bye"))
    run.undo.undo()

    assert run.stage.position is not None
    assert (run.stage.position.item, run.stage.position.page, run.stage.position.reveal) == ("rules", 1, 2)


def test_two_jumps_are_undone_one_by_one(run: Speaker) -> None:
    run.stage.enter(Step("welcome"))
    run.jumps.jump(Step("rules"))
    run.jumps.jump(Step("bye"))
    seen = [run.undo.undo() and run.stage.position and run.stage.position.item for _ in range(3)]

    assert seen == ["rules", "welcome", False]


def test_once_the_session_went_on_a_jump_is_no_longer_undone_but_what_came_before_it_is(run: Speaker) -> None:
    run.stage.enter(Step("welcome"))
    run.replan.skip("rooms")
    run.jumps.jump(Step("rules"))
    run.stage.enter(Step("talk", "why"))

    assert run.undo.undo()
    assert run.stage.position is not None
    assert (run.stage.position.item, run.agenda.entry("rooms").skipped) == ("talk", False)


def test_a_jump_back_is_announced_once_page_and_line_included(run: Speaker) -> None:
    run.stage.enter(Step("rules"))
    run.stage.show(1, 2)
    run.jumps.jump(Step("bye"))
    heard: list[Changes] = []
    run._announce = heard.append
    run.undo.undo()

    assert [changes.registers for changes in heard] == [frozenset({"stage/step", "stage/shown"})]


def skip_and_fail(run: Speaker) -> None:
    run.agenda.skip("rules")
    raise LookupError


def test_what_is_done_together_is_announced_although_it_goes_wrong_half_way(run: Speaker) -> None:
    heard: list[Changes] = []
    run._announce = heard.append
    with pytest.raises(LookupError), run.together():
        skip_and_fail(run)

    assert [changes.registers for changes in heard] == [frozenset({"plan/rules/skipped"})]


def test_a_co_trainer_changes_nothing_of_the_plan(room: Room, run: Speaker) -> None:
    guest = room.co_trainer()
    guest.accept(carried(run.spoken))
    before = state(run)
    for verb in ("skip", "retime", "move", "shift a part", "question", "end", "late", "ask"):
        VERBS[verb](guest)
    run.accept(carried(guest.spoken))

    assert state(run) == before


def test_a_discussion_without_minutes_takes_those_of_its_questions(room: Room) -> None:
    asked = tuple(Question(name, "?", minutes=minutes) for name, minutes in (("a", 2.0), ("b", 3.0)))
    talk = Discussion(id="talk", questions=asked)
    run = room.trainer("elsewhere")
    run.agenda.lay_down(SessionPlan(id="s", title="S", parts=(Part("p", "P", items=(talk,)),)))
    planned = run.agenda.entry("talk")
    run.replan.apply(RetimeQuestion("talk", "a", 1))
    changed = run.agenda.entry("talk")

    assert planned is not None
    assert changed is not None
    assert (planned.minutes, planned.retimed, changed.minutes, changed.retimed) == (5, False, 4, True)
    assert changed.question("a") == replace(asked[0], minutes=1)


def test_a_breakout_with_minutes_for_its_questions_does_not_take_its_length_from_them(run: Speaker) -> None:
    assert planned_length(Breakout(id="x", questions=(Question("a", "?", minutes=2),))) is None
