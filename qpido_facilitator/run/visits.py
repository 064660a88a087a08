"""Who is with which group, and what groups did not answer: everyone says so of themselves.

A register names the one who writes it, so nobody can be in a room that another put them in. Of several who say
something of one question the newest counts. A laptop that starts the app anew goes on with what it said: of all its
starts the newest word counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.model import AnyItem
from qpido_facilitator.run.facts import Data, Fact, Recorder, data_of
from qpido_facilitator.run.groups import key_of
from qpido_facilitator.run.laptops import Laptops
from qpido_facilitator.run.moments import Moments

Unanswered = Literal["", "no-notes", "not-reached"]


class GroupTaken(Struct, frozen=True):
    """On `visit/<writer>/<key>`: the one who writes takes the notes of a group, or leaves that to others."""

    mine: bool = False


class GroupVisited(Struct, frozen=True):
    """On `visit/<writer>/<group>/<item>`: the one who writes came into the room, or left it."""

    here: bool


class AnswerMissed(Struct, frozen=True):
    """On `visit/<writer>/<group>/<item>/<question>`: there are no notes, or the group did not get to it."""

    reason: Unanswered = ""


class Visited(Struct, frozen=True):
    """The last visit to a group: who, since when, and whether they are there still."""

    writer: str
    when: datetime
    here: bool


class Visits:
    """Who went where."""

    def __init__(self, recorder: Recorder, moments: Moments, laptops: Laptops) -> None:
        self._recorder = recorder
        self._moments = moments
        self._laptops = laptops
        self._names: dict[str, set[str]] = {}

    def settle(self, names: Iterable[str]) -> None:
        """Take note of registers that changed."""
        for name in names:
            family, _, rest = name.partition("/")
            if family == "visit":
                self._names.setdefault(rest.partition("/")[2], set()).add(name)

    def taken_by(self, item: AnyItem, group: int) -> tuple[str, ...]:
        """Return the writers who take the notes of a group, the last to say so first."""
        return tuple(fact.writer for fact, said in self._said(key_of(item, group), "group.taken", GroupTaken)
                     if said.mine)  # fmt: skip

    def mine(self, item: AnyItem, groups: Iterable[int]) -> tuple[int, ...]:
        """Return which of these groups this laptop takes the notes of."""
        mine = self._whose(self._recorder.writer)
        return tuple(
            group for group in groups if any(self._whose(writer) == mine for writer in self.taken_by(item, group))
        )

    def visits(self, item: AnyItem, group: int) -> tuple[Visited, ...]:
        """Return the last visit of everyone to a group during an item, the newest first."""
        found = []
        for fact, said in self._said(f"{group}/{item.id}", "group.visited", GroupVisited):
            came = fact if said.here else self._came(fact, f"{group}/{item.id}")
            found.append(Visited(fact.writer, self._moments.when(came), said.here))
        return tuple(sorted(found, key=lambda visit: visit.when, reverse=True))

    def missed(self, item: AnyItem, group: int, question: str) -> Unanswered:
        """Return why a group has no notes on a question, "" when nobody said so."""
        said = self._said(f"{group}/{item.id}/{question}", "answer.missed", AnswerMissed)
        return said[0][1].reason if said else ""

    def take(self, item: AnyItem, group: int, *, mine: bool = True) -> None:
        """Say that this start takes the notes of a group, or no longer."""
        on = f"visit/{self._recorder.writer}/{key_of(item, group)}"
        self._recorder.record("group.taken", on, GroupTaken(mine))

    def visit(self, item: AnyItem, group: int, *, here: bool = True) -> None:
        """Say that this start came to a group, or left it."""
        on = f"visit/{self._recorder.writer}/{group}/{item.id}"
        self._recorder.record("group.visited", on, GroupVisited(here))

    def miss(self, item: AnyItem, group: int, question: str, reason: Unanswered) -> None:
        """Say that a group has no notes on a question, or did not get to it; "" takes that back."""
        on = f"visit/{self._recorder.writer}/{group}/{item.id}/{question}"
        self._recorder.record("answer.missed", on, AnswerMissed(reason))

    def _came(self, left: Fact, rest: str) -> Fact:
        """Return the coming that a leaving ends, of any start of that laptop."""
        laptop = self._whose(left.writer)
        facts = (fact for name in self._names.get(rest, ()) for fact in self._recorder.registers.history(name))
        came = [
            fact
            for fact in facts
            if fact.at < left.at
            and self._whose(fact.writer) == laptop
            and (said := data_of(fact, "group.visited", GroupVisited))
            and said.here
        ]
        return max(came, key=lambda fact: fact.at, default=left)

    def _said(self, rest: str, op: str, kind: type[Data]) -> list[tuple[Fact, Data]]:
        """Return the last word of every laptop, the newest first."""
        facts = (self._recorder.registers.winner(name) for name in self._names.get(rest, ()))
        found = [(fact, said) for fact in facts if fact and (said := data_of(fact, op, kind))]
        found.sort(key=lambda one: (one[0].at, one[0].h), reverse=True)
        last: dict[str, tuple[Fact, Data]] = {}
        for fact, said in found:
            last.setdefault(self._whose(fact.writer), (fact, said))
        return list(last.values())

    def _whose(self, writer: str) -> str:
        """Return the laptop of a start."""
        laptop = self._laptops.of(writer)
        return laptop.name if laptop else writer
