"""Making groups and changing them, before the rooms open or while they are: each verb is one step to undo.

No verb touches a note. What a group said stays in its place, and is shown with the group that it went on in.
"""

from __future__ import annotations

from collections.abc import Iterable

from qpido_facilitator.plan.model import AnyItem, HarvestBy, Staffing
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.groups import (
    Group,
    GroupClosed,
    GroupLabelled,
    GroupMade,
    GroupMerged,
    Groups,
    GroupSeated,
    GroupSized,
    Name,
    key_of,
)
from qpido_facilitator.run.open_run import OpenRun
from qpido_facilitator.run.plan_facts import HarvestOrdered, StaffingSet
from qpido_facilitator.run.writes import Write, write

MOST_GROUPS = 15


class Rooms:
    """The verbs that change the groups of an item."""

    def __init__(self, run: OpenRun, groups: Groups) -> None:
        self._run = run
        self._groups = groups

    def set_count(self, item: AnyItem, count: int) -> None:
        """Have so many groups, from 0 (all plenary) to 15: the lowest numbers stay open or open again."""
        every = [group for group in self._run.agenda.groups_of(item) if group.into is None]
        wanted = max(0, min(count, MOST_GROUPS))
        kept = [*[group for group in every if group.open], *[group for group in every if group.closed]][:wanted]
        open_ids = {group.id for group in kept}
        writes = [self._close(item, group, group.id not in open_ids) for group in every]
        writes += self._fresh(item, GroupMade(), wanted - len(kept))
        write(self._run, writes)

    def add(self, item: AnyItem) -> int:
        """Add a group, and return its id; 0 when there are fifteen."""
        return self._made(item, GroupMade())

    def split(self, item: AnyItem, group: int) -> int:
        """Split a group: the new one gets half of its people and its questions. Returns the new id, 0 at fifteen."""
        return self._made(item, GroupMade(out_of=group))

    def merge(self, item: AnyItem, group: int, into: int) -> None:
        """Let a group go on in another; where both were counted the other has the people of both."""
        one, other = self._group(item, group), self._group(item, into)
        if one is None or other is None or other.into is not None or group == other.id:
            return
        writes = [self._merge(item, one, into)]
        if one.people is not None and other.people is not None:
            writes.append(self._size(item, into, one.people + other.people))
        if one.members and other.members:
            writes.append(self._seat(item, into, (*other.members, *one.members)))
        write(self._run, writes)

    def part(self, item: AnyItem, group: int) -> None:
        """Let a group that went on in another one go on by itself again, with the people it brought along."""
        one = self._group(item, group)
        if one is None:
            return
        writes = [self._merge(item, one, None)]
        other = self._group(item, one.into) if one.into is not None else None
        if other and one.people is not None and other.people is not None and other.people > one.people:
            writes.append(self._size(item, other.id, other.people - one.people))
        if other and set(one.members) < set(other.members):
            writes.append(self._seat(item, other.id, (each for each in other.members if each not in one.members)))
        write(self._run, writes)

    def close(self, item: AnyItem, group: int) -> None:
        """Close a group for new notes; what it said stays."""
        self._set_closed(item, group, closed=True)

    def reopen(self, item: AnyItem, group: int) -> None:
        """Open a closed group again."""
        self._set_closed(item, group, closed=False)

    def resize(self, item: AnyItem, group: int, people: int | None) -> None:
        """Say how many people are in a group; None for not counted."""
        write(self._run, [self._size(item, group, people)])

    def seat(self, item: AnyItem, seats: dict[int, tuple[str, ...]]) -> None:
        """Say who are in which group, as initials or numbers; their count goes by it."""
        writes = [self._seat(item, group, members) for group, members in seats.items()]
        sizes = [self._size(item, group, None) for group in seats]
        write(self._run, [*writes, *sizes])

    def divide(self, item: AnyItem, people: int) -> None:
        """Spread so many people over the open groups as evenly as can be."""
        groups = [group for group in self._run.agenda.groups_of(item) if group.open]
        sizes = even(people, len(groups))
        write(self._run, [self._size(item, one.id, size) for one, size in zip(groups, sizes, strict=True)])

    def label(self, item: AnyItem, group: int, number: int | None = None, name: Name = "") -> None:
        """Give a group another number on the screen, or a neutral name."""
        before = self._groups.said(item, group, "label", "group.labelled", GroupLabelled) or GroupLabelled()
        on = f"group/{key_of(item, group)}/label"
        write(self._run, [Write("group.labelled", on, GroupLabelled(number, name), before)])

    def staff(self, item: str, staffing: Staffing | None) -> None:
        """Say who writes down what the groups of a breakout say."""
        entry = self._run.agenda.entry(item)
        before = StaffingSet(getattr(entry.item, "staffing", None) if entry else None)
        write(self._run, [Write("staffing.set", f"plan/{item}/staffing", StaffingSet(staffing), before)])

    def harvest_by(self, item: str, by: HarvestBy) -> None:
        """Let a harvest go question by question or group by group; one that is on begins its new walk."""
        entry = self._run.agenda.entry(item)
        before: HarvestBy = getattr(entry.item, "by", "question") if entry else "question"
        if by != before:
            self._harvest_by(item, by)
            self._run.undo.did(
                (f"plan/{item}/by",),
                undo=lambda: self._harvest_by(item, before),
                redo=lambda: self._harvest_by(item, by),
            )

    def _harvest_by(self, item: str, by: HarvestBy) -> None:
        with self._run.together():
            self._run.record("harvest.ordered", f"plan/{item}/by", HarvestOrdered(by))
            here, steps = self._run.stage.position, self._run.agenda.steps(item)
            if here and here.item == item and here.where not in steps:
                self._run.stage.enter(next((step for step in steps if step.item == item), Step(item)))

    def _made(self, item: AnyItem, said: GroupMade) -> int:
        groups = self._run.agenda.groups_of(item)
        if sum(group.open for group in groups) >= MOST_GROUPS:
            return 0
        fresh = max((group.id for group in groups), default=0) + 1
        writes = self._fresh(item, said, 1)
        one = self._group(item, said.out_of) if said.out_of else None
        if one and one.people is not None:
            writes += [self._size(item, one.id, one.people - one.people // 2)]
            writes += [self._size(item, fresh, one.people // 2)]
        if one and one.members:
            half = len(one.members) - len(one.members) // 2
            writes += [self._seat(item, one.id, one.members[:half]), self._seat(item, fresh, one.members[half:])]
        write(self._run, writes)
        return fresh

    def _fresh(self, item: AnyItem, said: GroupMade, count: int) -> list[Write]:
        """Return what makes so many groups; there are fifteen marks, so a higher id takes a number that is free."""
        groups = self._run.agenda.groups_of(item)
        first = max((group.id for group in groups), default=0) + 1
        taken = {group.number for group in groups}
        used = {group.number for group in groups if group.open}
        writes = []
        for fresh in range(first, first + count):
            writes.append(self._make(item, said, fresh))
            if fresh > MOST_GROUPS:
                numbers = range(1, MOST_GROUPS + 1)
                number = next((one for one in numbers if one not in taken), None)
                number = number or next((one for one in numbers if one not in used), fresh)
                taken.add(number)
                used.add(number)
                on = f"group/{key_of(item, fresh)}/label"
                writes.append(Write("group.labelled", on, GroupLabelled(number), GroupLabelled()))
        return writes

    def _set_closed(self, item: AnyItem, group: int, *, closed: bool) -> None:
        one = self._group(item, group)
        if one:
            write(self._run, [self._close(item, one, closed)])

    def _group(self, item: AnyItem, group: int) -> Group | None:
        return next((one for one in self._run.agenda.groups_of(item) if one.id == group), None)

    def _make(self, item: AnyItem, said: GroupMade, group: int) -> Write:
        return Write("group.made", f"group/{key_of(item, group)}/made", said, GroupMade(made=False))

    def _close(self, item: AnyItem, group: Group, closed: bool) -> Write:
        on = f"group/{key_of(item, group.id)}/closed"
        return Write("group.closed", on, GroupClosed(closed), GroupClosed(group.closed))

    def _merge(self, item: AnyItem, group: Group, into: int | None) -> Write:
        before = self._groups.said(item, group.id, "into", "group.merged", GroupMerged) or GroupMerged()
        return Write("group.merged", f"group/{key_of(item, group.id)}/into", GroupMerged(into), before)

    def _size(self, item: AnyItem, group: int, people: int | None) -> Write:
        before = self._groups.said(item, group, "size", "group.sized", GroupSized) or GroupSized()
        return Write("group.sized", f"group/{key_of(item, group)}/size", GroupSized(people), before)

    def _seat(self, item: AnyItem, group: int, members: Iterable[str]) -> Write:
        before = self._groups.said(item, group, "members", "group.seated", GroupSeated) or GroupSeated()
        return Write("group.seated", f"group/{key_of(item, group)}/members", GroupSeated(tuple(members)), before)


def even(people: int, groups: int) -> tuple[int, ...]:
    """Return the sizes of groups that share so many people as evenly as can be, the larger ones first."""
    if groups < 1:
        return ()
    least, rest = divmod(max(0, people), groups)
    return tuple(least + (number < rest) for number in range(groups))
