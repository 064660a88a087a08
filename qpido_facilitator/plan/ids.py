"""Ids for what the file leaves without one: made of its title, and the same at every load."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from qpido_facilitator.plan.model import AnyItem, Part, Question, SessionPlan
from qpido_facilitator.plan.said import slug


def with_ids(plan: SessionPlan, file: str) -> SessionPlan:
    """Return the plan with an id for everything; the ids that the file gives are never taken by others."""
    parts = _Ids(part.id for part in plan.parts)
    items = _Ids(item.id for item in plan.items())
    return replace(
        plan,
        id=plan.id or slug(plan.title) or slug(file.rpartition(".")[0]) or "session",
        parts=tuple(_part(part, parts, items) for part in plan.parts),
    )


def _part(part: Part, parts: _Ids, items: _Ids) -> Part:
    name = part.id or parts.make(part.short or part.title, "part")
    return replace(part, id=name, items=tuple(_item(item, items) for item in part.items))


def _item(item: AnyItem, items: _Ids) -> AnyItem:
    name = item.id or items.make(item.short or item.title, item.kind)
    questions = _Ids(question.id for question in item.questions)
    return replace(item, id=name, questions=tuple(_question(question, questions) for question in item.questions))


def _question(question: Question, questions: _Ids) -> Question:
    if question.id:
        return question
    return replace(question, id=questions.make(question.short or question.text, "question"))


class _Ids:
    """The ids of one family that are in use."""

    def __init__(self, given: Iterable[str]) -> None:
        self._taken = set(given)

    def make(self, title: str, otherwise: str) -> str:
        """Return an id for a title; the second of the same title gets `-2`."""
        base = slug(title) or otherwise
        name, number = base, 1
        while name in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._taken.add(name)
        return name
