"""What Next and Back do from here.

Within a step come its lines, then its pages, then the opening of the rooms; only then the next step. So one
key takes the trainer through everything, and the screen never moves by itself.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.model import AnyItem, Breakout, Film, Harvest, List
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.stage import Position

Kind = Literal["start", "reveal", "page", "rooms", "step", "film", "end"]


class Move(Struct, frozen=True):
    """One press: what changes, and to what. `reveal` None shows everything; "film" goes to the picture of a film."""

    kind: Kind
    step: Step | None = None
    page: int = 0
    reveal: int | None = None


def first_reveal(item: AnyItem) -> int | None:
    """Return how many lines are shown when an item comes on; None is all of them, and of a film its picture."""
    if isinstance(item, Harvest) or (isinstance(item, Film) and item.plays):
        return 0
    if not isinstance(item, List) or not item.points or item.reveal == "all":
        return None
    # a question of its own has been a step by now
    return None if item.reveal == "after-question" and item.questions else 0


def revealed(item: AnyItem, here: Position) -> int | None:
    """Return how many lines of the item are shown now."""
    return _first(item, here) if here.fresh else here.reveal


def _first(item: AnyItem, here: Position) -> int | None:
    """Return how many lines are shown as a step comes on; a question is not the list or the film it belongs to."""
    return first_reveal(item) if here.question is None or isinstance(item, Harvest) else None


def forward(
    steps: tuple[Step, ...],
    here: Position | None,
    item: AnyItem | None,
    *,
    pages: int,
    lines: int,
    rooms_open: bool,
) -> Move:
    """Return what Next does. `pages` of the slide as it is, `lines` that can be revealed one by one."""
    if here is None or item is None:
        return Move("start", steps[0]) if steps else Move("end")
    shown = revealed(item, here)
    if isinstance(item, (Film, Harvest)) and here.page + 1 < pages:
        # what stands before a film is read to its end, and so are the answers of one group before those of the next
        return Move("page", page=here.page + 1)
    if shown is not None:
        return _reveal_more(item, shown, lines)
    if here.page + 1 < pages:
        return Move("page", page=here.page + 1)
    if isinstance(item, Breakout) and not rooms_open:
        return Move("rooms")
    following = neighbour(steps, here.where, 1)
    return Move("step", following) if following else Move("end")


def back(steps: tuple[Step, ...], here: Position | None, item: AnyItem | None, *, lines: int) -> Move | None:
    """Return what Back does, None at the very beginning. It takes nothing away but what is on the screen."""
    if here is None or item is None:
        return None
    if here.page > 0:
        return Move("page", page=here.page - 1, reveal=here.reveal)
    first, shown = _first(item, here), revealed(item, here)
    if first is not None and shown != first:
        return Move("reveal", reveal=_reveal_less(item, shown, lines))
    previous = neighbour(steps, here.where, -1)
    return Move("step", previous) if previous else None


def _reveal_more(item: AnyItem, shown: int, lines: int) -> Move:
    one_by_one = isinstance(item, Harvest) or (isinstance(item, List) and item.reveal == "one-by-one")
    if one_by_one and shown + 1 < lines:
        return Move("reveal", reveal=shown + 1)
    return Move("reveal", reveal=None)


def _reveal_less(item: AnyItem, shown: int | None, lines: int) -> int:
    if isinstance(item, List) and item.reveal == "after-question":
        return 0
    return max((lines if shown is None else shown) - 1, 0)


def neighbour(steps: tuple[Step, ...], where: Step, way: int) -> Step | None:
    """Return the step before (-1) or after (1) another, None at an end."""
    if where in steps:
        place = steps.index(where) + way
        return steps[place] if 0 <= place < len(steps) else None
    return steps[0] if steps and way > 0 else None
