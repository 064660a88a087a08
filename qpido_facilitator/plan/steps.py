"""The walk through a plan: what Next goes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from qpido_facilitator.plan.model import AnyItem, Breakout, Discussion, Harvest, List, Question


class Step(Struct, frozen=True, order=True):
    """A place to be: an item, or one question of it."""

    item: str
    question: str | None = None


def steps_of(item: AnyItem, breakouts: Mapping[str, AnyItem]) -> tuple[Step, ...]:
    """Return the steps of an item.

    A discussion is its questions, and a harvest the questions of its breakout, or one step when it goes group by
    group. A breakout is one step, because the groups see all its questions at once. A list that is revealed after its
    question comes after it. Everything else is itself first, then its questions.
    """
    own: tuple[Step, ...] = (Step(item.id),)
    if isinstance(item, Breakout) or (isinstance(item, Harvest) and item.by == "group"):
        return own
    if isinstance(item, Harvest):
        source = breakouts.get(item.of)
        asked: tuple[Question, ...] = source.questions if source else ()
    else:
        asked = item.questions
    questions = tuple(Step(item.id, question.id) for question in asked)
    if questions and isinstance(item, Discussion | Harvest):
        return questions
    if isinstance(item, List) and item.reveal == "after-question":
        return questions + own
    return own + questions


def walk(items: Iterable[AnyItem], slots: Mapping[Step, tuple[AnyItem, ...]] | None = None) -> tuple[Step, ...]:
    """Return every step, in order; what has a slot comes right after that step, in the middle of another item."""
    items = tuple(items)
    breakouts = {item.id: item for item in items if isinstance(item, Breakout)}
    own = {item.id: steps_of(item, breakouts) for item in items}
    known = {step for steps in own.values() for step in steps}
    inner = {step: found for step, found in (slots or {}).items() if step in known}
    inside = {item.id for found in inner.values() for item in found}

    def steps(item: AnyItem) -> Iterator[Step]:
        for step in own[item.id]:
            yield step
            for slotted in inner.get(step, ()):
                yield from steps(slotted)

    return tuple(step for item in items if item.id not in inside for step in steps(item))
