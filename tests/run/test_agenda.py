from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qpido_facilitator.plan.model import Question, SpeakerNotes, Text
from qpido_facilitator.plan.steps import Step
from tests.builders import Room, Speaker, carried, plan

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


def items(steps: tuple[Step, ...]) -> list[str]:
    return list(dict.fromkeys(step.item for step in steps))


def test_a_plan_that_was_laid_down_stands_in_its_order(run: Speaker) -> None:
    assert order(run) == PLANNED


def test_every_item_comes_back_as_it_was_planned_its_notes_and_cues_included(run: Speaker) -> None:
    for item in plan().items():
        entry = run.agenda.entry(item.id)
        assert entry is not None
        assert (entry.item.notes, entry.item.cues, entry.item.questions) == (item.notes, item.cues, item.questions)


def test_what_only_trainers_read_stands_on_a_register_of_its_own(run: Speaker) -> None:
    public = b"".join(fact.line for fact in run.spoken if fact.on.endswith("/planned"))

    assert b"Good morning." not in public
    assert b"Halfway" not in public
    assert b"Take your time." not in public


def test_the_weight_of_a_part_becomes_that_of_its_items(run: Speaker) -> None:
    first, last = run.agenda.entry("welcome"), run.agenda.entry("bye")
    assert first is not None
    assert last is not None

    assert (first.item.core, first.item.optional, last.item.core, last.item.optional) == (True, False, False, True)


def test_a_skipped_item_stays_in_sight_but_not_in_the_walk(run: Speaker) -> None:
    run.agenda.skip("rules", "no time")

    assert order(run) == PLANNED
    assert items(run.agenda.steps()) == [name for name in PLANNED if name != "rules"]


def test_a_skipped_item_is_in_the_walk_while_it_is_on(run: Speaker) -> None:
    run.agenda.skip("rules")

    assert items(run.agenda.steps("rules")) == PLANNED


def test_a_skipped_item_can_be_taken_in_again(run: Speaker) -> None:
    run.agenda.skip("rules")
    run.agenda.unskip("rules")

    assert items(run.agenda.steps()) == PLANNED


@pytest.mark.parametrize(
    ("item", "after", "part", "expected"),
    [
        ("rules", None, "start", ["rules", "welcome", "talk", "rooms", "back", "bye"]),
        ("welcome", "rules", "start", ["rules", "welcome", "talk", "rooms", "back", "bye"]),
        ("welcome", "rooms", "middle", ["rules", "talk", "rooms", "welcome", "back", "bye"]),
        ("bye", None, "start", ["bye", "welcome", "rules", "talk", "rooms", "back"]),
        ("talk", "back", "middle", ["welcome", "rules", "rooms", "back", "talk", "bye"]),
        ("talk", "talk", "middle", PLANNED),
        ("talk", "gone", "middle", PLANNED),
        ("welcome", None, "end", ["rules", "talk", "rooms", "back", "welcome", "bye"]),
    ],
)
def test_moving_an_item(run: Speaker, item: str, after: str | None, part: str, expected: list[str]) -> None:
    run.agenda.move(item, after, part)

    assert order(run) == expected


def test_an_inserted_item_stands_behind_the_one_it_was_asked_after(run: Speaker) -> None:
    run.agenda.insert(Text(id="extra", questions=(Question("q", "And you?"),)), "rules", "start")
    entry = run.agenda.entry("extra")

    assert order(run) == ["welcome", "rules", "extra", *PLANNED[2:]]
    assert entry is not None
    assert entry.inserted


def test_a_retimed_item_has_its_new_length_and_keeps_its_planned_one(run: Speaker) -> None:
    run.agenda.retime("rules", 3)
    entry = run.agenda.entry("rules")

    assert entry is not None
    assert (entry.minutes, entry.item.minutes) == (3, 10)


def test_a_retimed_item_may_become_of_unknown_length(run: Speaker) -> None:
    run.agenda.retime("rules", None)
    entry = run.agenda.entry("rules")

    assert entry is not None
    assert entry.minutes is None


def undone_skip(run: Speaker) -> Callable[[], None]:
    run.agenda.skip("rules")
    run.undo.did(
        ("plan/rules/skipped",), undo=lambda: run.agenda.unskip("rules"), redo=lambda: run.agenda.skip("rules")
    )
    return lambda: None


def test_a_skip_can_be_undone_and_done_again(run: Speaker) -> None:
    undone_skip(run)
    run.undo.undo()
    back = items(run.agenda.steps())
    run.undo.redo()

    assert (back, "rules" in items(run.agenda.steps())) == (PLANNED, False)


def test_two_new_lengths_can_be_undone_one_by_one(run: Speaker) -> None:
    seen: list[float | None] = []
    for old, new in ((10, 20), (20, 30)):
        run.agenda.retime("rules", new)
        run.undo.did(
            ("plan/rules/minutes",),
            undo=lambda old=old: run.agenda.retime("rules", old),  # type: ignore[misc]
            redo=lambda new=new: run.agenda.retime("rules", new),  # type: ignore[misc]
        )
    while run.undo.undo():
        entry = run.agenda.entry("rules")
        seen.append(entry.minutes if entry else None)

    assert seen == [20, 10]


def test_two_trainers_who_change_the_plan_at_once_end_with_one_plan(room: Room, run: Speaker) -> None:
    other = room.trainer("other")
    other.accept(carried(run.spoken))
    run.agenda.move("bye", None, "start")
    run.agenda.insert(Text(id="mine"), "rules", "start")
    other.agenda.move("bye", "rules", "start")
    other.agenda.insert(Text(id="theirs"), "rules", "start")
    other.agenda.skip("rules")
    run.accept(carried(other.spoken))
    other.accept(carried(run.spoken))

    assert run.agenda.entries == other.agenda.entries
    assert {"mine", "theirs"} < set(order(run))


def test_what_the_groups_of_a_breakout_answer(run: Speaker) -> None:
    entry = run.agenda.entry("rooms")
    assert entry is not None
    first, second = entry.item.questions

    assert run.agenda.groups_for(entry.item, first) == (1, 2, 3)
    assert run.agenda.groups_for(entry.item, second) == (2,)


def test_a_question_to_everyone_has_no_groups(run: Speaker) -> None:
    entry = run.agenda.entry("talk")
    assert entry is not None

    assert run.agenda.groups_for(entry.item, entry.item.questions[0]) == ()


def test_a_harvest_asks_what_its_breakout_asked(run: Speaker) -> None:
    entry, source = run.agenda.entry("back"), run.agenda.entry("rooms")
    assert entry is not None
    assert source is not None

    assert (run.agenda.questions(entry.item), run.agenda.source(entry.item)) == (source.item.questions, "rooms")


def test_a_rehearsal_says_so_for_ever(room: Room) -> None:
    run = room.trainer("elsewhere")
    run.agenda.lay_down(plan(), rehearsal=True)

    assert run.agenda.head is not None
    assert (run.agenda.head.rehearsal, run.agenda.head.practice) == (True, False)


def test_the_plan_of_a_resumed_run_is_the_plan_it_was_left_with(room: Room, run: Speaker) -> None:
    run.agenda.skip("rules")
    run.agenda.move("bye", None, "start")
    run.crash()

    assert room.trainer().agenda.entries == run.agenda.entries


def test_speaker_notes_of_a_plan_without_any_cost_no_fact(room: Room) -> None:
    run = room.trainer("elsewhere")
    run.agenda.insert(Text(id="bare", notes=SpeakerNotes()), None, "start")

    assert [fact.on for fact in run.spoken if fact.on.startswith("plan/")] == ["plan/bare/planned"]
