"""Work in groups: the questions they take along, and what they bring back."""

from __future__ import annotations

from qpido_facilitator.plan.model import Board, Breakout, Harvest, Point, Question
from qpido_facilitator.show.audience.clocks import clock_text
from qpido_facilitator.show.audience.scene import Scene
from qpido_facilitator.show.audience.slides import (
    BreakoutSlide,
    ClockFace,
    GroupQuestion,
    GroupRow,
    HarvestSlide,
    ListSlide,
)
from qpido_facilitator.words import Words


def breakout(item: Breakout, scene: Scene) -> BreakoutSlide:
    """Return the task; without a clock it waits, and shows how long the groups will have."""
    words, clock = scene.words, scene.clock
    return BreakoutSlide(
        kicker=_kicker(item, scene),
        title=item.title,
        task=item.task or item.subtitle,
        questions=tuple(GroupQuestion(asked.text, _whom(asked, words)) for asked in item.questions),
        waiting="" if clock else words.say("The clock starts in a moment"),
        back=words.say("Back at") if clock and clock.back_at else "",
        clock=clock or _clock_to_come(item),
        footer=_footer(item, words),
    )


def _footer(item: Breakout, words: Words) -> str:
    """Return what participants are told of who writes: it must be true of this breakout."""
    if item.staffing == "nobody":
        return words.say("Nobody writes along: choose what you want to share")
    if item.staffing == "note-taker":
        return words.say("One of you writes down answers, without names")
    return words.say("We write down answers, without names")


def _kicker(item: Breakout, scene: Scene) -> str:
    words, rooms = scene.words, item.rooms
    if scene.clock or rooms is None or rooms != int(rooms):
        return words.say("In groups")
    return words.plural("In groups · {n} minute", "In groups · {n} minutes", int(rooms))


def _clock_to_come(item: Breakout) -> ClockFace | None:
    return None if item.rooms is None else ClockFace("ring", clock_text(item.rooms * 60), 0.0)


def _whom(question: Question, words: Words) -> str:
    if not question.groups:
        return ""
    groups = ", ".join(map(str, question.groups))
    return words.plural("For group {groups}", "For groups {groups}", len(question.groups), groups=groups)


def harvest(item: Harvest, scene: Scene) -> HarvestSlide:
    """Return the groups' answers to the question at hand, or one group's to all; what is to come keeps its place."""
    title = scene.heading or (scene.question.text if scene.question else item.title)
    return HarvestSlide(
        kicker=_harvest_kicker(scene),
        title=title,
        rows=_rows(scene),
        counter="" if scene.heading else _counter(scene),
        footer=item.title if title != item.title else "",
    )


def board(item: Board, scene: Scene) -> ListSlide | HarvestSlide:
    """Return what was gathered on the way, as lines, or as a row for each group."""
    words = scene.words
    if item.shows == "groups":
        title = item.title or words.say("Who is with whom?")
        return HarvestSlide(kicker=words.say("Groups"), title=title, rows=_rows(scene))
    parking = item.shows == "parking"
    none = words.say("Nothing parked") if parking else words.say("No open questions")
    return ListSlide(
        title=item.title or (words.say("Parking lot") if parking else words.say("Questions for everyone")),
        below=item.subtitle if scene.gathered else none,
        points=tuple(Point(text) for text in scene.gathered),
        shown=len(scene.gathered),
    )


def _rows(scene: Scene) -> tuple[GroupRow, ...]:
    return tuple(
        GroupRow(one.group, one.name or scene.words.say("Group {n}", n=one.group), one.answers, one.reason)
        for one in scene.harvest
    )


def _harvest_kicker(scene: Scene) -> str:
    words, number = scene.words, scene.number
    if number is None or number[1] < 2:
        return words.say("Harvest")
    if scene.heading:
        return words.say("Harvest · group {n} of {total}", n=number[0], total=number[1])
    return words.say("Harvest · question {n} of {total}", n=number[0], total=number[1])


def _counter(scene: Scene) -> str:
    total = len(scene.harvest)
    told = sum(1 for one in scene.harvest if one.answers or one.reason)
    if told == total:
        return ""
    return scene.words.plural("{done} of {n} group", "{done} of {n} groups", total, done=told)
