"""Work in groups: the questions they take along, and what they bring back."""

from __future__ import annotations

from qpido_facilitator.plan.model import Breakout, Harvest, Question
from qpido_facilitator.show.audience.clocks import clock_text
from qpido_facilitator.show.audience.scene import Scene
from qpido_facilitator.show.audience.slides import (
    BreakoutSlide,
    ClockFace,
    GroupQuestion,
    GroupRow,
    HarvestSlide,
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
        footer=words.say("We write down answers, without names"),
    )


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
    """Return the groups' answers to the question at hand; a group still to come keeps its place."""
    words, number = scene.words, scene.number
    kicker = words.say("Harvest")
    if number is not None and number[1] > 1:
        kicker = words.say("Harvest · question {n} of {total}", n=number[0], total=number[1])
    return HarvestSlide(
        kicker=kicker,
        title=scene.question.text if scene.question else item.title,
        rows=tuple(
            GroupRow(one.group, words.say("Group {n}", n=one.group), one.answers, one.reason) for one in scene.harvest
        ),
        counter=_counter(scene),
        footer=item.title if scene.question else "",
    )


def _counter(scene: Scene) -> str:
    total = len(scene.harvest)
    told = sum(1 for one in scene.harvest if one.answers or one.reason)
    if told == total:
        return ""
    return scene.words.plural("{done} of {n} group", "{done} of {n} groups", total, done=told)
