"""The groups: how many, how they are called, how large, and what became of them on the way.

A group has an id that never changes, and notes name that id: so merging, splitting and closing rewrite no note. Its
number on the screen is a register of its own. Groups belong to the whole session, so that a second round has the same
ones; a breakout with a number of groups of its own, such as pairs, has others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct

from qpido_facilitator.plan.model import AnyItem, Breakout
from qpido_facilitator.run.facts import Data, Recorder, data_of

Name = Literal[
    "", "apple", "pear", "cherry", "plum", "grape", "blackberry", "lemon", "raspberry", "kiwi", "mango", "melon",
    "banana", "peach", "orange", "fig",
]  # fmt: skip
"""What a group may be called beside its number: fruit, which says nothing of who is in it."""

Member = Annotated[str, Meta(pattern=r"^([^\W\d_a-zß-öø-ÿ]{1,3}|[0-9]{1,3})\Z")]
"""Someone in a group: initials, in whatever script, or a number; never more."""

MOST_PEOPLE = 500


class GroupMade(Struct, frozen=True, omit_defaults=True):
    """On `group/<key>/made`: a group that was not planned, split from another one or not; or not after all."""

    made: bool = True
    out_of: int | None = None


class GroupSized(Struct, frozen=True):
    """On `group/<key>/size`: how many people are in it, None when nobody counted."""

    people: int | None = None


class GroupSeated(Struct, frozen=True):
    """On `group/<key>/members`: who are in it, as initials or numbers."""

    members: tuple[Member, ...] = ()


class GroupLabelled(Struct, frozen=True):
    """On `group/<key>/label`: its number on the screen, None for its id, and a neutral name."""

    number: int | None = None
    name: Name = ""


class GroupClosed(Struct, frozen=True):
    """On `group/<key>/closed`: it takes no new notes; what it said stays."""

    closed: bool = False


class GroupMerged(Struct, frozen=True):
    """On `group/<key>/into`: it went on in another group, None for on its own."""

    into: int | None = None


class Group(Struct, frozen=True):
    """A group as it is now. `into` is the group that it went on in, `ids` are itself and all that went on in it.

    `origins` are the groups that these were split from. One that nobody planned or made is `known` by its notes alone.
    """

    id: int
    number: int
    name: Name = ""
    people: int | None = None
    members: tuple[str, ...] = ()
    closed: bool = False
    into: int | None = None
    ids: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    known: bool = False

    @property
    def open(self) -> bool:
        """Say whether it takes notes of its own."""
        return not self.closed and self.into is None

    def answers(self, asked: Iterable[int]) -> bool:
        """Say whether a question for these groups is for this one; for none means for all."""
        wanted = frozenset(asked)
        return not wanted or bool(wanted.intersection((*self.ids, *self.origins)))


def grouping(item: AnyItem) -> str:
    """Return which groups an item works with: "" for those of the session, its own id for its own."""
    return item.id if isinstance(item, Breakout) and item.groups is not None else ""


def key_of(item: AnyItem, group: int) -> str:
    """Return what a group of an item is called in registers."""
    own = grouping(item)
    return f"{own}.{group}" if own else str(group)


class Groups:
    """The groups of a run as the registers have them."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._known: dict[tuple[str, int, frozenset[int]], tuple[Group, ...]] = {}

    def forget(self, names: Iterable[str]) -> None:
        """Let go of what was worked out before these registers changed."""
        if any(name.startswith("group/") for name in names):
            self._known.clear()

    def of(self, item: AnyItem, planned: int, named: Iterable[int] = ()) -> tuple[Group, ...]:
        """Return every group of an item, by number: planned, made, or `named` by a question; closed ones too."""
        wanted = (grouping(item), planned, frozenset(named))
        if wanted not in self._known:
            self._known[wanted] = self._read(item, *wanted)
        return self._known[wanted]

    def said(self, item: AnyItem, group: int, what: str, op: str, kind: type[Data]) -> Data | None:
        """Return what a register of a group says, None when nobody said anything."""
        fact = self._recorder.registers.winner(f"group/{key_of(item, group)}/{what}")
        return data_of(fact, op, kind)

    def _read(self, item: AnyItem, own: str, planned: int, named: frozenset[int]) -> tuple[Group, ...]:
        made = {number: said for number in self._mentioned(own) if (said := self._made(item, number)) and said.made}
        ids = {*range(1, planned + 1), *named, *made}
        roots = {one: _root(one, self._targets(item, ids)) for one in ids}
        found = [self._group(item, one, roots, made) for one in ids]
        return tuple(sorted(found, key=lambda group: (group.number, group.id)))

    def _made(self, item: AnyItem, group: int) -> GroupMade | None:
        return self.said(item, group, "made", "group.made", GroupMade)

    def _mentioned(self, own: str) -> set[int]:
        """Return the ids of the groups that any register tells of."""
        start = f"group/{own}." if own else "group/"
        names = (name[len(start) :] for name in self._recorder.registers.names() if name.startswith(start))
        return {int(one) for name in names if (one := name.partition("/")[0]).isdecimal() and len(one) < 6}

    def _targets(self, item: AnyItem, ids: set[int]) -> dict[int, int]:
        said = ((one, self.said(item, one, "into", "group.merged", GroupMerged)) for one in ids)
        return {one: merged.into for one, merged in said if merged and merged.into in ids and merged.into != one}

    def _group(self, item: AnyItem, one: int, roots: dict[int, int], made: dict[int, GroupMade]) -> Group:
        label = self.said(item, one, "label", "group.labelled", GroupLabelled) or GroupLabelled()
        size = self.said(item, one, "size", "group.sized", GroupSized) or GroupSized()
        seated = self.said(item, one, "members", "group.seated", GroupSeated) or GroupSeated()
        closed = self.said(item, one, "closed", "group.closed", GroupClosed) or GroupClosed()
        people = size.people if size.people is not None else len(seated.members) or None
        ids = tuple(sorted(other for other, root in roots.items() if root == one)) or (one,)
        return Group(
            id=one,
            number=label.number if label.number is not None and 0 < label.number < 1000 else one,
            name=label.name,
            people=None if people is None else max(0, min(people, MOST_PEOPLE)),
            members=seated.members,
            closed=closed.closed,
            into=roots[one] if roots[one] != one else None,
            ids=ids,
            origins=tuple(origin for other in ids for origin in _origins(other, made)),
            known=True,
        )


def _root(one: int, targets: dict[int, int]) -> int:
    """Return where a group went on in the end; of groups that went into one another the lowest stays."""
    path = [one]
    while (following := targets.get(path[-1])) is not None:
        if following in path:
            return min(path[path.index(following) :])
        path.append(following)
    return path[-1]


def _origins(one: int, made: dict[int, GroupMade]) -> tuple[int, ...]:
    found: list[int] = []
    while (said := made.get(one)) and said.out_of is not None and said.out_of not in (*found, one):
        one = said.out_of
        found.append(one)
    return tuple(found)
