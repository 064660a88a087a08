"""An item where it stands in a run, with what was changed about it since the plan was laid down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.plan.lengths import planned_length
from qpido_facilitator.plan.model import AnyItem, Question
from qpido_facilitator.plan.steps import Step


def other_times(item: AnyItem, times: Mapping[str, float | None]) -> tuple[tuple[str, float | None], ...]:
    """Return the minutes of questions that are other than planned, in the order of the questions."""
    asked = ((one.id, one.minutes) for one in item.questions)
    return tuple((name, times[name]) for name, planned in asked if name in times and times[name] != planned)


def length_of(item: AnyItem, times: Mapping[str, float | None], left_out: Iterable[str] = ()) -> float | None:
    """Return the minutes an item takes with other times for its questions, and without those that are left out."""
    return planned_length(item, {**times, **dict.fromkeys(left_out, 0.0)})


class Entry(Struct, frozen=True):
    """An item, its part and its order key in it; `minutes` is its length now, None for unknown.

    `within` is the step of another item that it comes after, in the middle of that. `home` is where the plan had
    it, `place` its number in the plan from 0 on (-1: inserted). `times` are the questions' minutes that changed,
    `left_out` the questions that are not asked.
    """

    item: AnyItem
    part: str
    order: str
    minutes: float | None
    skipped: bool = False
    inserted: bool = False
    reason: str = ""
    within: Step | None = None
    home: tuple[str, str] = ("", "")
    place: int = -1
    times: tuple[tuple[str, float | None], ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def planned(self) -> float | None:
        """Return the minutes it was planned to take."""
        return planned_length(self.item)

    @property
    def retimed(self) -> bool:
        """Say whether it has another length than planned."""
        return self.minutes != self.planned

    @property
    def has_own_length(self) -> bool:
        """Say whether its length was said of the item itself, so that it does not follow from its questions."""
        return self.item.minutes is not None or self.minutes != length_of(self.item, dict(self.times), self.left_out)

    @property
    def moved(self) -> bool:
        """Say whether it stands elsewhere than planned."""
        return not self.inserted and (self.part, self.order) != self.home

    def question(self, question: str | None) -> Question | None:
        """Return a question of the item by its id, with the minutes that it has now."""
        asked = next((one for one in self.item.questions if one.id == question), None)
        if asked is None or not self.times:
            return asked
        return replace(asked, minutes=dict(self.times).get(asked.id, asked.minutes))
