"""An item where it stands in a run, with what was changed about it since the plan was laid down."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.plan.lengths import planned_length
from qpido_facilitator.plan.model import AnyItem, Question
from qpido_facilitator.plan.steps import Step


def other_times(item: AnyItem, times: Mapping[str, float | None]) -> tuple[tuple[str, float | None], ...]:
    """Return the minutes of questions that are other than planned, in the order of the questions."""
    asked = ((one.id, one.minutes) for one in item.questions)
    return tuple((name, times[name]) for name, planned in asked if name in times and times[name] != planned)


class Entry(Struct, frozen=True):
    """An item, its part and its order key in it; `minutes` is its length now, None for unknown.

    `within` is the step of another item that it comes after, in the middle of that. `home` is where the plan had
    it, `place` its number in the plan from 0 on (-1: inserted). `times` are the questions' minutes that changed.
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

    @property
    def planned(self) -> float | None:
        """Return the minutes it was planned to take."""
        return planned_length(self.item)

    @property
    def retimed(self) -> bool:
        """Say whether it has another length than planned."""
        return self.minutes != self.planned

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
