"""Time to spare: given back to what was shortened and left out, and never more than there is."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from qpido_facilitator.plan.model import AnyItem, Break, Discussion, Question, Text
from qpido_facilitator.run.change import EndAt, Retime, RetimeQuestion, Skip, as_if
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.stage import Visit
from qpido_facilitator.show.catch_up import Proposal
from qpido_facilitator.show.schedule import Schedule, schedule
from qpido_facilitator.show.spare import give_back
from tests.builders import minutes, tries

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ON = (Visit("a", None, "a", "a", NINE),)


def entry(item: AnyItem, place: int, now: float | None = None, *, skipped: bool = False) -> Entry:
    home = ("p", f"{place:03d}5")
    return Entry(item, *home, item.minutes if now is None else now, skipped=skipped, home=home, place=place)


def plan(entries: tuple[Entry, ...]) -> Schedule:
    return schedule(entries, ON, None, NINE)


def spare(entries: tuple[Entry, ...], by: float) -> Proposal:
    end = plan(entries).expected_end
    assert end is not None
    proposal = give_back(entries, plan(entries), end + minutes(by))
    assert proposal is not None
    return proposal


def session(*more: Entry) -> tuple[Entry, ...]:
    return (entry(Text(id="a", minutes=10), 0), *more)


def did(proposal: Proposal) -> list[tuple[str, str]]:
    return [(option.kind, option.item) for option in proposal.options if option.chosen]


def test_minutes_go_back_to_what_was_shortened_the_sooner_first():
    made = session(entry(Text(id="b", minutes=8), 1, 5), entry(Text(id="c", minutes=9), 2, 5))
    assert spare(made, 5).changes == (Retime("b", 8), Retime("c", 7))


def test_less_than_a_minute_goes_back_to_nobody():
    assert did(spare(session(entry(Text(id="b", minutes=8), 1, 5)), 0.9)) == []


def test_then_what_was_left_out_comes_back_as_far_as_it_fits():
    made = session(entry(Text(id="b", minutes=8), 1, skipped=True), entry(Text(id="c", minutes=4), 2, skipped=True))
    assert spare(made, 5).changes == (Skip("c", skipped=False),)


def test_what_was_left_out_and_is_behind_us_is_not_proposed():
    made = (entry(Text(id="z", minutes=3), 0, skipped=True), *session())
    assert [option.kind for option in spare(made, 9).options] == ["earlier"]


def test_the_questions_of_an_item_that_gets_all_back_get_theirs_too():
    asked = (Question("q", "?", minutes=4),)
    short = replace(entry(Discussion(id="b", minutes=6, questions=asked), 1, 4), times=(("q", 2.0),))
    assert spare(session(short), 3).changes == (Retime("b", 6), RetimeQuestion("b", "q", 4))


def test_a_longer_break_and_an_earlier_end_are_only_offered():
    made = session(entry(Break(id="b", minutes=5), 1))
    proposal = spare(made, 6.5)
    assert [(option.kind, option.chosen) for option in proposal.options] == [("break", False), ("earlier", False)]
    assert [change for option in proposal.options for change in option.changes] == [
        Retime("b", 11), EndAt(plan(made).expected_end),
    ]  # fmt: skip


def test_with_something_of_unknown_length_to_come_nothing_is_chosen():
    made = session(entry(Text(id="b", minutes=8), 1, 5), entry(Text(id="c"), 2))
    proposal = spare(made, 9)
    assert (did(proposal), proposal.at_least) == ([], True)


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(0, 12), st.booleans()), max_size=8),
    st.floats(0, 40, allow_nan=False),
)
@tries(150, 3000)
def test_no_more_is_given_back_than_there_is(lengths: list[tuple[int, int, bool]], by: float) -> None:
    made = session(*(
        entry(Text(id=f"i{n}", minutes=most), n + 1, min(now, most), skipped=skipped)
        for n, (most, now, skipped) in enumerate(lengths)
    ))  # fmt: skip
    proposal = spare(made, by)
    after = plan(as_if(made, proposal.changes)).expected_end

    assert after is not None
    assert (after, after <= proposal.target, proposal.meets) == (proposal.end, True, True)
