from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qpido_facilitator.journal.envelope import Fact
from qpido_facilitator.journal.registers import Gap, Registers, causal_order
from qpido_facilitator.run.notes import NotePut
from tests.builders import Forger, tries

RUN = "abcdefghijklmnop"
ON = "note/n1/text"


def put(writer: Forger, text: str, *, base: tuple[Fact, ...] = (), at: int = 0) -> Fact:
    stamp = f"2026-11-24T09:{at:02d}:00.000Z.0000"
    return writer.fact("note.put", ON, NotePut(text), base=tuple(fact.h for fact in base), at=stamp)


def registers_of(*facts: Fact) -> Registers:
    registers = Registers()
    for fact in facts:
        if registers.seen(fact):
            registers.put(fact)
    return registers


def test_a_fact_replaces_the_heads_it_names_whatever_the_clocks_say() -> None:
    first = put(Forger(RUN), "first", at=59)
    second = put(Forger(RUN), "second", base=(first,), at=1)

    assert registers_of(second, first).heads(ON) == (second,)


def test_facts_that_do_not_know_each_other_are_both_heads_the_later_one_last() -> None:
    early, late = put(Forger(RUN), "early", at=1), put(Forger(RUN), "late", at=2)

    assert registers_of(late, early).heads(ON) == (early, late)


def test_a_fact_with_two_heads_as_its_base_settles_them() -> None:
    left, right = put(Forger(RUN), "left"), put(Forger(RUN), "right")
    settled = put(Forger(RUN), "both", base=(left, right))

    assert registers_of(settled, left, right).heads(ON) == (settled,)


def test_a_writer_has_one_head_at_most_but_all_of_them_are_replaced() -> None:
    writer = Forger(RUN)
    first, second = put(writer, "first"), put(writer, "second")
    registers = registers_of(first, second)

    assert (registers.heads(ON), set(registers.base(ON))) == ((second,), {first.h, second.h})


def test_missing_facts_are_counted_for_each_writer() -> None:
    writer = Forger(RUN)
    facts = [put(writer, str(number)) for number in range(5)]

    assert registers_of(facts[0], facts[4]).gaps() == (Gap(writer.writer, 3),)


def test_a_gap_heals_when_its_facts_arrive() -> None:
    writer = Forger(RUN)
    facts = [put(writer, str(number)) for number in range(5)]

    assert registers_of(*reversed(facts)).gaps() == ()


def test_one_number_given_to_two_facts_is_a_fork() -> None:
    writer = Forger(RUN)
    first = put(writer, "first")
    writer.seq = 0
    other = put(writer, "other")

    assert registers_of(first, other).forks() == {writer.writer}


def test_history_of_5000_edits_needs_no_recursion() -> None:
    writer, facts = Forger(RUN), list[Fact]()
    for number in range(5_000):
        facts.append(put(writer, str(number), base=tuple(facts[-1:])))

    assert registers_of(*reversed(facts)).history(ON) == tuple(facts)


@tries(60, 3_000)
@given(st.lists(st.tuples(st.integers(0, 59), st.sets(st.integers(1, 4))), max_size=14), st.randoms())
def test_causal_order_never_puts_a_fact_before_one_it_replaces_and_ignores_arrival(
    shape: list[tuple[int, set[int]]], chance: object
) -> None:
    facts: list[Fact] = []
    for at, back in shape:
        base = tuple(facts[-step] for step in sorted(back) if step <= len(facts))
        facts.append(put(Forger(RUN), "x", base=base, at=at))
    shuffled = list(facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    ordered = causal_order(shuffled)
    places = {fact.h: place for place, fact in enumerate(ordered)}

    assert ordered == causal_order(facts)
    assert all(places[replaced] < places[fact.h] for fact in facts for replaced in fact.base)
    assert not facts or ordered[-1] == registers_of(*shuffled).winner(ON)
