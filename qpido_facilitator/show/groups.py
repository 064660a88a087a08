"""Groups as they are shown, and what each of them said: notes stay with the group that wrote them."""

from __future__ import annotations

from datetime import datetime, timedelta

from qpido_facilitator.plan.model import AnyItem, Breakout, Harvest, Question
from qpido_facilitator.run.groups import Group, Name
from qpido_facilitator.run.notes import ANSWERS, Note, Place
from qpido_facilitator.run.view import RunView
from qpido_facilitator.words import Words, noted

_FRUIT: dict[Name, str] = {
    "apple": noted("apple"), "pear": noted("pear"), "cherry": noted("cherry"), "plum": noted("plum"),
    "grape": noted("grape"), "blackberry": noted("blackberry"), "lemon": noted("lemon"),
    "raspberry": noted("raspberry"), "kiwi": noted("kiwi"), "mango": noted("mango"), "melon": noted("melon"),
    "banana": noted("banana"), "peach": noted("peach"), "orange": noted("orange"), "fig": noted("fig"),
}  # fmt: skip

_SLIP = timedelta(minutes=5)
"""How soon one is back in a breakout that was only left by a press too many."""


def neutral_names(words: Words) -> tuple[tuple[Name, str], ...]:
    """Return what a group may be called beside its number: the name in the fact, and the word for it."""
    return tuple((name, words.say(text)) for name, text in _FRUIT.items())


def group_name(group: Group, words: Words) -> str:
    """Return "Group 3", or "Group 3, pear"."""
    if group.name:
        return words.say("Group {n}, {name}", n=group.number, name=words.say(_FRUIT[group.name]))
    return words.say("Group {n}", n=group.number)


def group_of(view: RunView, item: AnyItem, group: int) -> Group:
    """Return a group of an item by its id; one that went on in another gives that other one."""
    every = groups_of(view, item)
    return next((one for one in every if group in one.ids and one.into is None), Group(group, group, ids=(group,)))


def groups_of(view: RunView, item: AnyItem) -> tuple[Group, ...]:
    """Return every group of an item, and last those that only their notes tell of: nothing written is left out."""
    known = view.agenda.groups_of(item)
    ids = {group.id for group in known}
    strays = {place.group for place in view.notes.places(item.id) if place.group is not None} - ids
    return (*known, *(Group(one, one, ids=(one,)) for one in sorted(strays)))


def groups_asked(view: RunView, item: AnyItem, question: Question) -> tuple[Group, ...]:
    """Return the groups with a place for a question: the open ones it is for, and any that answered it."""
    if not isinstance(item, Breakout) and not question.groups and not _answered_in_groups(view, item, question):
        return ()
    return tuple(
        group
        for group in groups_of(view, item)
        if group.into is None
        and ((group.open and group.answers(question.groups) and group.known) or notes_in(view, item, question, group))
    )


def notes_in(
    view: RunView, item: AnyItem, question: Question | None, group: Group | None, kinds: tuple[str, ...] = ANSWERS
) -> tuple[Note, ...]:
    """Return the notes of a group on a question, and of those that went on in it; of the plenary for None."""
    name = question.id if question else None
    ids: tuple[int | None, ...] = group.ids if group else (None,)
    found = [note for one in ids for kind in kinds for note in view.notes.at(Place(item.id, name, one, kind))]
    return tuple(sorted(found, key=lambda note: (note.order, note.created, note.id)))


def exercise_of(view: RunView, item: AnyItem | None) -> AnyItem | None:
    """Return the item whose questions the groups answer: of a harvest that is its breakout."""
    if isinstance(item, Harvest):
        entry = view.agenda.entry(item.of)
        return entry.item if entry else None
    return item


def why_empty(view: RunView, exercise: AnyItem, group: Group | None, question: Question, words: Words) -> str:
    """Return why a group has nothing on a question, "" when nobody said so."""
    found = [view.visits.missed(exercise, one, question.id) for one in (group.ids if group else ())]
    if "not-reached" in found:
        return words.say("Did not get to this")
    return words.say("No notes") if "no-notes" in found else ""


def rooms_opened(view: RunView, item: AnyItem) -> datetime | None:
    """Return when the rooms of a breakout were opened in this round, None when they were not."""
    visits = dict.fromkeys(stay.visit for stay in view.stage.stays(item.id))
    moments = (view.timers.began(f"{visit}-rooms") for visit in visits)
    return next((moment for moment in moments if moment), None)


def rooms_closed(view: RunView, item: AnyItem) -> datetime | None:
    """Return when the rooms of a breakout were closed: as its harvest began, or without one as the session went on.

    Nobody says so in so many words; notes from then on are late. Who is back within five minutes pressed Next too
    early: the rooms were open all the time.
    """
    opened = rooms_opened(view, item)
    if opened is None:
        return None
    entries = view.agenda.entries
    harvests = {one.item.id for one in entries if isinstance(one.item, Harvest) and one.item.of == item.id}
    after = [stay for stay in view.stage.visits() if stay.begin > opened]
    gone = [stay.begin for stay in after if stay.item in harvests or (not harvests and stay.item != item.id)]
    back = [stay.begin for stay in after if stay.item == item.id]
    gone = [left for left in gone if not any(left <= one <= left + _SLIP for one in back)]
    ended = [view.stage.ended] if view.stage.ended else []
    return min((*gone, *ended), default=None)


def _answered_in_groups(view: RunView, item: AnyItem, question: Question) -> bool:
    return any(place.question == question.id and place.group is not None for place in view.notes.places(item.id))
