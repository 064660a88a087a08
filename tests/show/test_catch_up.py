"""Catch-up: never what may not be touched, on time whenever that can be, with as few items as there is a way to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from qpido_facilitator.plan.lengths import planned_length
from qpido_facilitator.plan.model import AnyItem, Breakout, Discussion, Harvest, Question, Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import Change, Retime, RetimeQuestion, Skip, as_if
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.stage import Visit
from qpido_facilitator.show.candidates import Running, candidates
from qpido_facilitator.show.catch_up import Proposal, catch_up
from qpido_facilitator.show.choosing import chosen
from qpido_facilitator.show.schedule import Outlook, Schedule, schedule
from tests.builders import minutes, tries

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Scene(Struct):
    """A session under way: its items, where it is, and how long each item was on."""

    entries: tuple[Entry, ...]
    here: int
    spent: tuple[float, ...]

    @property
    def now(self) -> datetime:
        return NINE + minutes(sum(self.spent))

    @property
    def visits(self) -> tuple[Visit, ...]:
        begin, found = NINE, []
        for place, length in enumerate(self.spent):
            end = begin + minutes(length)
            name = self.entries[place].item.id
            found.append(Visit(name, None, name, name, begin, None if place == self.here else end))
            begin = end
        return tuple(found)

    @property
    def running(self) -> Running | None:
        entry = self.entries[self.here]
        if entry.minutes is None:
            return None
        return Running(entry.item.id, minutes(entry.minutes), minutes(self.spent[-1]))

    def plan(self, changes: tuple[Change, ...] = ()) -> Schedule:
        """Return the schedule as if these changes were made, the running item by its new length too."""
        entries = as_if(self.entries, changes)
        entry = entries[self.here]
        rest = minutes(max((entry.minutes or 0) - self.spent[-1], 0))
        return schedule(entries, self.visits, None, self.now, outlook=Outlook(rest=rest))

    def propose(self, target: datetime) -> Proposal:
        proposal = catch_up(self.entries, self.plan(), target, running=self.running)
        assert proposal is not None
        return proposal


def entry(item: AnyItem, *, skipped: bool = False, place: int = 0) -> Entry:
    return Entry(
        item, "p", f"{place:03d}5", planned_length(item), skipped=skipped, home=("p", f"{place:03d}5"), place=place
    )


@st.composite
def items(draw: st.DrawFn, place: int) -> Entry:
    length = draw(st.one_of(st.none(), st.integers(0, 12), st.sampled_from([2.5, 7.5])))
    least = draw(st.one_of(st.none(), st.integers(0, 12), st.sampled_from([1.5])))
    if length is not None and least is not None:
        least = min(least, length)
    core = draw(st.booleans()) and draw(st.booleans())
    optional = not core and draw(st.booleans())
    name = f"i{place}"
    kind = draw(st.sampled_from(["text", "text", "discussion"]))
    item: AnyItem = Text(id=name, minutes=length, min=least, core=core, optional=optional)
    if kind == "discussion":
        asked = tuple(
            Question(f"q{number}", "?", minutes=most, min=min(most, draw(st.integers(0, 4))))
            for number, most in enumerate(draw(st.lists(st.integers(1, 5), min_size=1, max_size=2)))
        )
        own = None if draw(st.booleans()) else least
        total = sum(one.minutes or 0 for one in asked)
        whole = None if length is None else max(length, total)
        item = Discussion(id=name, minutes=whole, min=own, core=core, optional=optional, questions=asked)
    return entry(item, skipped=draw(st.integers(0, 5)) == 0, place=place)


@st.composite
def scenes(draw: st.DrawFn, most: int = 6) -> Scene:
    count = draw(st.integers(1, most))
    entries = tuple(draw(items(place)) for place in range(count))
    here = draw(st.integers(0, count - 1))
    spent = tuple(float(draw(st.integers(1, 15))) for _ in range(here + 1))
    return Scene(entries, here, spent)


def ways(scene: Scene, entry: Entry) -> Iterator[tuple[Change, ...]]:
    """Return every deepest way to give time back by an item, worked out from the rules and from nothing else."""
    yield ()
    name, item = entry.item.id, entry.item
    place = scene.entries.index(entry)
    done = place < scene.here or entry.skipped
    if item.core or (done and place != scene.here) or entry.minutes is None:
        return
    spent = scene.spent[-1] if place == scene.here else 0
    if item.min is not None:
        least = max(item.min, float(int(-(-spent // 1))))
        if least < entry.minutes:
            yield (Retime(name, least),)
    elif isinstance(item, Discussion):
        room = sum((one.minutes or 0) - (one.min or 0) for one in item.questions)
        given = min(room, max(entry.minutes - spent, 0))
        if given > 0:
            yield (Retime(name, entry.minutes - given),)
    if item.optional and place != scene.here:
        yield (Skip(name),)


def brute_force(scene: Scene, target: datetime) -> int | None:
    """Return the fewest items to touch so that the session ends at the target, None when it cannot."""
    best = None
    for picked in product(*(tuple(ways(scene, entry)) for entry in scene.entries)):
        changes = tuple(change for way in picked for change in way)
        end = scene.plan(changes).expected_end
        touched = sum(bool(way) for way in picked)
        if end is not None and end <= target and (best is None or touched < best):
            best = touched
    return best


@given(scenes(5), st.integers(-2, 30))
@tries(100, 4000)
def test_it_meets_the_target_whenever_it_can_be_met_with_as_few_items_as_can_be(scene: Scene, late: int) -> None:
    end = scene.plan().expected_end
    assert end is not None
    target = end - minutes(late)
    proposal, fewest = scene.propose(target), brute_force(scene, target)

    assert proposal.meets == (fewest is not None)
    if fewest is not None:
        assert len({option.item for option in proposal.options if option.chosen}) == fewest


@given(scenes(12), st.integers(0, 60))
@tries(100, 4000)
def test_it_never_touches_what_is_core_or_done_and_goes_under_no_minimum(scene: Scene, late: int) -> None:
    end = scene.plan().expected_end
    assert end is not None
    proposal = scene.propose(end - minutes(late))
    entries = {entry.item.id: (place, entry) for place, entry in enumerate(scene.entries)}

    for option in proposal.options:
        if option.kind == "later":
            continue
        place, entry = entries[option.item]
        assert not entry.item.core
        assert place >= scene.here
        for change in option.changes:
            if isinstance(change, Retime):
                assert change.minutes is not None
                assert change.minutes >= (entry.item.min or 0)
                assert place > scene.here or change.minutes >= scene.spent[-1]
            if isinstance(change, RetimeQuestion):
                asked = entry.question(change.question)
                assert asked is not None
                assert (change.minutes or 0) >= (asked.min or 0)
            if isinstance(change, Skip):
                assert entry.item.optional
                assert place > scene.here


@given(scenes(12), st.integers(0, 60))
@tries(100, 4000)
def test_what_it_promises_is_what_the_schedule_says(scene: Scene, late: int) -> None:
    end = scene.plan().expected_end
    assert end is not None
    proposal = scene.propose(end - minutes(late))

    assert scene.plan(proposal.changes).expected_end == proposal.end


@given(scenes(12), st.integers(0, 60))
@tries(60, 2000)
def test_every_option_gives_what_it_says(scene: Scene, late: int) -> None:
    end = scene.plan().expected_end
    assert end is not None
    for option in scene.propose(end - minutes(late)).options:
        if option.kind != "later":
            assert scene.plan(option.changes).expected_end == end - option.gain


def scene(*entries: AnyItem, here: int = 0, spent: tuple[float, ...] = (5.0,)) -> Scene:
    return Scene(tuple(entry(item, place=place) for place, item in enumerate(entries)), here, spent)


def text(name: str, length: float | None = 5, **more: object) -> Text:
    return Text(id=name, minutes=length, **more)  # type: ignore[arg-type]


def did(proposal: Proposal) -> list[tuple[str, str]]:
    return [(option.kind, option.item) for option in proposal.options if option.chosen]


def late(made: Scene, by: float) -> Proposal:
    end = made.plan().expected_end
    assert end is not None
    return made.propose(end - minutes(by))


def test_one_item_with_room_enough_is_better_than_two():
    made = scene(text("a"), text("b", 6, min=3), text("c", 6, min=3), text("d", 20, min=10))
    assert did(late(made, 5)) == [("shorten", "d")]


def test_of_one_item_each_shortening_is_better_than_leaving_out():
    made = scene(text("a"), text("b", 6, optional=True), text("c", 10, min=4))
    assert did(late(made, 5)) == [("shorten", "c")]


def test_leaving_one_out_is_better_than_shortening_two():
    made = scene(text("a"), text("b", 6, min=3), text("c", 6, min=3), text("d", 6, optional=True))
    assert did(late(made, 5)) == [("skip", "d")]


def test_of_one_item_each_shortening_it_is_better_than_its_questions():
    asked = (Question("q", "?", minutes=8, min=2),)
    made = scene(text("a"), Discussion(id="b", minutes=8, questions=asked), text("c", 9, min=4))
    assert did(late(made, 5)) == [("shorten", "c")]


def test_of_equals_the_sooner_is_shortened():
    made = scene(text("a"), text("b", 8, min=3), text("c", 8, min=3))
    assert did(late(made, 4)) == [("shorten", "b")]


def test_an_item_is_made_no_shorter_than_is_needed():
    made = scene(text("a"), text("b", 12, min=3))
    assert late(made, 4).changes == (Retime("b", 8),)


def test_part_of_a_minute_costs_a_whole_one():
    made = scene(text("a"), text("b", 12, min=3))
    assert late(made, 3.2).changes == (Retime("b", 8),)


def test_what_two_items_give_too_much_the_later_gets_back():
    made = scene(text("a"), text("b", 8, min=3), text("c", 8, min=3))
    assert late(made, 7).changes == (Retime("b", 3), Retime("c", 6))


def test_a_minimum_that_is_no_whole_minute_is_reached():
    made = scene(text("a"), text("b", 4, min=1.5))
    assert late(made, 2.5).changes == (Retime("b", 1.5),)


def test_questions_still_to_come_are_shortened_the_largest_room_first():
    asked = (Question("x", "?", minutes=3, min=2), Question("y", "?", minutes=6, min=2))
    made = scene(text("a"), Discussion(id="b", minutes=10, questions=asked))
    assert late(made, 5).changes == (RetimeQuestion("b", "y", 2), RetimeQuestion("b", "x", 2), Retime("b", 5))


def test_a_question_that_was_asked_is_not_shortened():
    asked = (Question("x", "?", minutes=3, min=1), Question("y", "?", minutes=6, min=2))
    made = scene(Discussion(id="b", minutes=10, questions=asked), spent=(2.0,))
    end = made.plan().expected_end
    assert end is not None
    proposal = catch_up(
        made.entries, made.plan(), end - minutes(9), running=made.running, asked=frozenset({Step("b", "x")})
    )
    assert proposal is not None
    assert proposal.changes == (RetimeQuestion("b", "y", 2), Retime("b", 6))


def test_the_item_that_is_on_keeps_what_has_passed():
    made = scene(text("a", 12, min=3), spent=(6.4,))
    assert late(made, 9).changes == (Retime("a", 7),)


def test_a_breakout_is_not_left_out_while_its_harvest_is_to_come():
    rooms = Breakout(id="r", minutes=10, optional=True)
    made = scene(text("a"), rooms, Harvest(id="h", of="r", minutes=5))
    assert late(made, 5).meets is False


def test_the_core_is_listed_as_such():
    made = scene(text("a"), text("b", 12, min=3, core=True), text("c"), text("d", 3, min=3))
    assert [(kept.item, kept.reason) for kept in late(made, 4).kept] == [
        ("a", "fixed"), ("b", "core"), ("c", "fixed"), ("d", "minimum"),
    ]  # fmt: skip


def test_when_it_cannot_be_met_everything_is_proposed_and_it_says_so():
    made = scene(text("a"), text("b", 5, min=3), text("c", 4, optional=True))
    proposal = late(made, 9)
    assert (did(proposal), proposal.meets) == ([("shorten", "b"), ("skip", "c")], False)


def test_ending_later_is_offered_and_never_chosen():
    made = scene(text("a"), text("b", 5))
    assert [(option.kind, option.chosen) for option in late(made, 3).options] == [("later", False)]


def test_nobody_is_late_nothing_is_proposed():
    made = scene(text("a"), text("b", 5, min=1))
    assert (did(late(made, 0)), late(made, 0).meets) == ([], True)


def test_an_unknown_length_is_not_counted_on():
    made = scene(text("a"), text("b", None, min=1, optional=True))
    assert (did(late(made, 3)), late(made, 3).at_least) == ([], True)


@pytest.mark.parametrize("count", [2, 5, 40])
def test_many_items_are_chosen_from_with_the_fewest_left_out(count: int) -> None:
    made = scene(text("a"), *(text(f"o{n}", 6, optional=True) for n in range(count)),
                 *(text(f"s{n}", 6, min=0) for n in range(count)))  # fmt: skip
    kinds = [option.kind for option in late(made, 6 * count).options if option.chosen]
    assert kinds == ["shorten"] * count


def test_a_choice_is_in_the_order_of_the_agenda():
    made = scene(text("a"), text("b", 8, min=3), text("c", 9, min=3), text("d", 10, min=3))
    found = candidates(made.entries, made.plan(), made.running)
    assert [choice.item for choice in chosen(found, timedelta(minutes=17))] == ["b", "c", "d"]
