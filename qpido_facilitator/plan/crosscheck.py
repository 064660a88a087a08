"""What one field says of another: names used twice, a harvest of nothing, more minutes than there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from qpido_facilitator.plan.amounts import MOST_GROUPS
from qpido_facilitator.plan.convert import MOST_ITEMS
from qpido_facilitator.plan.films import check_films
from qpido_facilitator.plan.model import AnyItem, Breakout, Harvest, Image, Question, SessionPlan, Text
from qpido_facilitator.plan.nearest import nearest
from qpido_facilitator.plan.places import Places, Route
from qpido_facilitator.plan.platforms import OVERHEADS
from qpido_facilitator.plan.problems import Problems
from qpido_facilitator.plan.said import LONGEST_SHORT
from qpido_facilitator.words import noted

LARGEST_ITEM = 56_000
"""Bytes; a line of a journal holds 64 KiB, with some 700 bytes around what it says."""


class _Stood(Struct, frozen=True):
    """An item and where it stands."""

    item: AnyItem
    route: Route


def check_ids(plan: SessionPlan, places: Places, problems: Problems) -> None:
    """Note every id that was given twice: of parts, of items in the whole session, of questions in an item."""
    stood = tuple(_stood(plan))
    _twice(((part.id, ("parts", number)) for number, part in enumerate(plan.parts)), places, problems)
    _twice(((one.item.id, one.route) for one in stood), places, problems)
    for one in stood:
        routes = ((question.id, (*one.route, "questions", n)) for n, question in enumerate(one.item.questions))
        _twice(routes, places, problems)


def check_plan(plan: SessionPlan, places: Places, problems: Problems) -> None:
    """Note what does not fit together; every item has its id by now."""
    stood = tuple(_stood(plan))
    if len(stood) > MOST_ITEMS:
        said = noted("this session has {size} items; {most} is the most, split it")
        problems.add(places.of("parts"), said, size=len(stood), most=MOST_ITEMS)
    for one in stood:
        _check_item(one, plan, places, problems)
        _check_size(one, places, problems)
    _check_harvests(stood, places, problems)
    check_films(plan, places, problems)
    _check_titles(plan, stood, places, problems)
    _check_total(plan, places, problems)


def _check_size(one: _Stood, places: Places, problems: Problems) -> None:
    """Note an item that would not fit on one line of a journal: it could be opened and never be started."""
    if len(msgspec.json.encode(one.item)) > LARGEST_ITEM:
        said = noted("this item holds more text than can be kept in one piece; split it into several items")
        problems.add(places.of(*one.route), said)


def _stood(plan: SessionPlan) -> Iterator[_Stood]:
    for number, part in enumerate(plan.parts):
        for place, item in enumerate(part.items):
            yield _Stood(item, ("parts", number, "items", place))


def _twice(named: Iterable[tuple[str, Route]], places: Places, problems: Problems) -> None:
    first: dict[str, int] = {}
    for name, route in named:
        at = places.of(*route, "id")
        if name and name in first:
            said = noted("the id “{name}” is used a second time, the first is on line {other}; choose another one")
            problems.add(at, said, name=name, other=first[name])
        elif name:
            first[name] = at.line


def _check_item(one: _Stood, plan: SessionPlan, places: Places, problems: Problems) -> None:
    item = one.item
    if item.kind == "section" and item.questions:
        said = noted("a section is only a divider and has no questions; put them in an item of kind discussion")
        problems.add(places.of(*one.route, "questions"), said)
    if item.min is not None and item.minutes is not None and item.min > item.minutes:
        said = noted("min is {least}, more than the {minutes} minutes of this item; make min smaller or minutes larger")
        problems.add(places.of(*one.route, "min"), said, least=f"{item.min:g}", minutes=f"{item.minutes:g}")
    if isinstance(item, Breakout):
        _check_breakout(item, one.route, places, problems)
        _check_opening(item, plan, one.route, places, problems)
    if isinstance(item, Image) and item.file and not item.alt:
        said = noted("this picture says nothing to who cannot see it; add alt: with a sentence")
        problems.warn(places.of(*one.route), said)
    _check_groups(one, plan, places, problems)
    _check_cues(one, places, problems)
    for number, question in enumerate(item.questions):
        _check_least(question, (*one.route, "questions", number, "min"), places, problems)


def _check_least(question: Question, route: Route, places: Places, problems: Problems) -> None:
    if question.min is not None and question.minutes is not None and question.min > question.minutes:
        said = noted("min is {least}, more than the {minutes} minutes of this question; make one of them other")
        problems.add(places.of(*route), said, least=f"{question.min:g}", minutes=f"{question.minutes:g}")


def _check_opening(item: Breakout, plan: SessionPlan, route: Route, places: Places, problems: Problems) -> None:
    """Warn of rooms that fill the whole item, where it is known that opening them takes time."""
    if plan.platform == "other" or item.rooms is None or item.minutes is None or item.rooms > item.minutes:
        return
    opening = OVERHEADS[plan.platform].opening.total_seconds() / 60
    if item.rooms + opening > item.minutes:
        said = noted("opening the rooms takes about a minute, so {rooms} minutes of work do not fit in {minutes}")
        problems.warn(places.of(*route, "rooms"), said, rooms=f"{item.rooms:g}", minutes=f"{item.minutes:g}")


def _check_breakout(item: Breakout, route: Route, places: Places, problems: Problems) -> None:
    if item.rooms is not None and item.minutes is not None and item.rooms > item.minutes:
        said = noted("rooms is {rooms}, more than the {minutes} minutes of this item; the rooms are a part of them")
        problems.add(places.of(*route, "rooms"), said, rooms=f"{item.rooms:g}", minutes=f"{item.minutes:g}")
    if item.groups == 0:
        problems.add(
            places.of(*route, "groups"),
            noted("a breakout needs at least 1 group; leave groups out to use those of the session"),
        )


def _check_groups(one: _Stood, plan: SessionPlan, places: Places, problems: Problems) -> None:
    groups = getattr(one.item, "groups", None) or plan.groups or MOST_GROUPS
    for number, question in enumerate(one.item.questions):
        for index, group in enumerate(question.groups):
            if not 1 <= group <= groups:
                said = noted("there is no group {group}; write numbers from 1 to {groups}, or leave for: out")
                at = places.of(*one.route, "questions", number, "for", index)
                problems.add(at, said, group=group, groups=groups)


def _check_cues(one: _Stood, places: Places, problems: Problems) -> None:
    rooms = one.item.rooms if isinstance(one.item, Breakout) else None
    length = one.item.minutes if rooms is None else rooms
    if length is None:
        return
    said = noted("this cue is due at {due} and the item takes {minutes} minutes; it will never be shown")
    if rooms is not None:
        said = noted("this cue is due at {due} and the rooms take {minutes} minutes; it will never be shown")
    for number, cue in enumerate(one.item.cues):
        if cue.at and cue.at not in ("half", "end") and abs(float(cue.at)) > length:
            at = places.of(*one.route, "cues", number, "at")
            problems.warn(at, said, due=cue.at, minutes=f"{length:g}")


def _check_harvests(stood: tuple[_Stood, ...], places: Places, problems: Problems) -> None:
    kinds = {one.item.id: one.item for one in stood}
    earlier: set[str] = set()
    for one in stood:
        if isinstance(one.item, Breakout):
            earlier.add(one.item.id)
        if not isinstance(one.item, Harvest) or not one.item.of or one.item.of in earlier:
            continue
        at, of = places.of(*one.route, "of"), one.item.of
        found = kinds.get(of)
        near = nearest(of, [name for name, item in kinds.items() if isinstance(item, Breakout)])
        if isinstance(found, Breakout):
            problems.add(at, noted("“{of}” comes after this harvest; put the harvest behind its breakout"), of=of)
        elif found is not None and not (isinstance(found, Text) and found.custom):
            said = noted("“{of}” is of kind {kind}; a harvest is of a breakout, write the id of one")
            problems.add(at, said, of=of, kind=found.kind)
        elif near:
            problems.add(at, noted("there is no breakout “{of}”; did you mean “{near}”?"), of=of, near=near)
        else:
            problems.add(at, noted("there is no breakout “{of}” before this; write the id of one"), of=of)


def _check_titles(plan: SessionPlan, stood: tuple[_Stood, ...], places: Places, problems: Problems) -> None:
    said = noted("this title has {size} letters and no short one for the agenda; add short: with {most} at most")
    parts = ((part, ("parts", number)) for number, part in enumerate(plan.parts))
    for thing, route in (*parts, *((one.item, one.route) for one in stood)):
        if len(thing.title) > LONGEST_SHORT and not thing.short:
            problems.warn(places.of(*route, "title"), said, size=len(thing.title), most=LONGEST_SHORT)


def _check_total(plan: SessionPlan, places: Places, problems: Problems) -> None:
    total = sum(item.minutes or 0 for item in plan.items())
    if plan.minutes is not None and total > plan.minutes:
        said = noted(
            "the items take {total} minutes together and the session {minutes}; make the session "
            "longer or items shorter"
        )
        problems.warn(places.of("minutes"), said, total=f"{total:g}", minutes=f"{plan.minutes:g}")
