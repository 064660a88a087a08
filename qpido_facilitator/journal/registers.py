"""What the facts add up to.

Every fact writes one register and names the heads it replaces. Causality settles a register before anyone
knows what its ops mean: a head is a fact that no fact names. Because only sets are kept, order of arrival,
duplicates and gaps cannot matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from qpido_facilitator.journal.envelope import Fact


class _Register:
    __slots__ = ("facts", "heads", "over")

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.heads: dict[str, Fact] = {}
        self.over: set[str] = set()


class Gap(Struct, frozen=True):
    """Facts of a writer that are known to exist and are not here."""

    writer: str
    missing: int


class Registers:
    """All registers of a run, and who has said what in them."""

    def __init__(self) -> None:
        self._by_name: dict[str, _Register] = {}
        self._known: set[str] = set()
        self._seqs: dict[str, dict[int, str]] = {}
        self._whole: dict[str, int] = {}
        self._forked: set[str] = set()

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, h: str) -> bool:
        return h in self._known

    def names(self) -> Iterator[str]:
        """Return the names of all registers."""
        return iter(self._by_name)

    def seen(self, fact: Fact) -> bool:
        """Note that a fact exists, whether or not it counts; False when it was known already."""
        if fact.h in self._known:
            return False
        self._known.add(fact.h)
        seqs = self._seqs.setdefault(fact.writer, {})
        if seqs.setdefault(fact.seq, fact.h) != fact.h:
            self._forked.add(fact.writer)
        while self._whole.get(fact.writer, 0) + 1 in seqs:
            self._whole[fact.writer] = self._whole.get(fact.writer, 0) + 1
        return True

    def gone(self, writer: str, seq: int, h: str) -> None:
        """Note that a fact existed and was erased: it is not missing, and it is not taken in again."""
        self._known.add(h)
        self._seqs.setdefault(writer, {}).setdefault(seq, h)
        while self._whole.get(writer, 0) + 1 in self._seqs[writer]:
            self._whole[writer] = self._whole.get(writer, 0) + 1

    def forget(self, hashes: frozenset[str]) -> tuple[str, ...]:
        """Let facts count no longer, for good; returns the registers that had them."""
        touched = []
        for name, register in self._by_name.items():
            if any(fact.h in hashes for fact in register.facts):
                register.facts = [fact for fact in register.facts if fact.h not in hashes]
                for h in hashes:
                    register.heads.pop(h, None)
                touched.append(name)
        return tuple(touched)

    def whole_up_to(self, writer: str) -> int:
        """Return up to which number the facts of a writer are here without a gap, 0 for none."""
        return self._whole.get(writer, 0)

    def put(self, fact: Fact) -> None:
        """Let a fact count in its register."""
        register = self._by_name.setdefault(fact.on, _Register())
        register.facts.append(fact)
        for replaced in fact.base:
            register.over.add(replaced)
            register.heads.pop(replaced, None)
        if fact.h not in register.over:
            register.heads[fact.h] = fact

    def heads(self, on: str) -> tuple[Fact, ...]:
        """Return the facts nobody replaced, the one that counts last. One writer has one head at most."""
        register = self._by_name.get(on)
        if register is None:
            return ()
        if len(register.heads) == 1:
            return tuple(register.heads.values())
        newest: dict[str, Fact] = {}
        for fact in register.heads.values():
            other = newest.get(fact.writer)
            if other is None or (other.seq, other.h) < (fact.seq, fact.h):
                newest[fact.writer] = fact
        return tuple(sorted(newest.values(), key=_order))

    def winner(self, on: str) -> Fact | None:
        """Return the head that counts: the newest by the logical clock, ties by hash."""
        heads = self.heads(on)
        return heads[-1] if heads else None

    def base(self, on: str) -> tuple[str, ...]:
        """Return what a new fact on this register replaces: every head, also a writer's second one."""
        register = self._by_name.get(on)
        return tuple(sorted(register.heads)) if register else ()

    def history(self, on: str) -> tuple[Fact, ...]:
        """Return every fact of a register, each after those it replaces, otherwise by the logical clock."""
        register = self._by_name.get(on)
        return causal_order(register.facts) if register else ()

    def gaps(self) -> tuple[Gap, ...]:
        """Return how many facts of each writer are missing below its highest number."""
        gaps = ((writer, self.missing(writer)) for writer in sorted(self._seqs))
        return tuple(Gap(writer, missing) for writer, missing in gaps if missing > 0)

    def missing(self, writer: str, told: int = 0) -> int:
        """Return how many facts of a writer are not here, of its highest number or of one that somebody `told`."""
        seqs, whole = self._seqs.get(writer, {}), self._whole.get(writer, 0)
        # most writers have no hole, and then the highest number is how many there are
        highest = whole if whole == len(seqs) else max(seqs)
        return max(0, max(told, highest) - len(seqs))

    def forks(self) -> frozenset[str]:
        """Return the writers that gave one number to two facts: a copied folder, or worse."""
        return frozenset(self._forked)


def causal_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Sort facts so that none comes before one it replaces; the logical clock decides the rest."""
    by_hash = {fact.h: fact for fact in facts}
    placed: set[str] = set()
    out: list[Fact] = []
    for first in sorted(by_hash.values(), key=_order):
        waiting = [first]
        while waiting:
            fact = waiting[-1]
            if fact.h in placed:
                waiting.pop()
                continue
            needed = [by_hash[h] for h in fact.base if h in by_hash and h not in placed]
            if needed:
                waiting.extend(sorted(needed, key=_order, reverse=True))
            else:
                waiting.pop()
                placed.add(fact.h)
                out.append(fact)
    return tuple(out)


def _order(fact: Fact) -> tuple[str, str]:
    return fact.at, fact.h
