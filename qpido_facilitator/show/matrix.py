"""The matrix as a value: a cell for every group and question, and the way from one to the next with a key."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.model import Staffing
from qpido_facilitator.run.notes import Place

CellState = Literal["empty", "typing", "new", "filled", "silent", "missed", "none"]
VisitState = Literal["", "none", "here", "visited"]


class CellText(Struct, frozen=True):
    """An answer in a cell."""

    note: str
    text: str
    quote: bool = False
    pinned: bool = False
    versions: int = 1


class Cell(Struct, frozen=True):
    """A group and a question. `group` None is the plenary; state "none" is a question that the group is not asked.

    `first` and `count` are for a row of one line, `texts` for a card; `status` says a state in words.
    """

    group: int | None
    question: str
    state: CellState
    place: Place
    first: str = ""
    count: int = 0
    texts: tuple[CellText, ...] = ()
    status: str = ""
    spoken: str = ""


class GroupHead(Struct, frozen=True):
    """A group in the matrix. `mark` is its number on the screen, `visit_text` who is or was there.

    `next` says that it is the one to go to now; `help` since when it asks for someone, in words. `short` is either in
    a word or a time, for a row. `typing` says who writes an answer of it now.
    """

    group: int | None
    mark: int
    name: str
    count: int
    questions_text: str
    people: str = ""
    visit: VisitState = ""
    visit_text: str = ""
    next: bool = False
    silent: bool = False
    help: str = ""
    active: datetime | None = None
    mine: bool = False
    closed: bool = False
    also: str = ""
    short: str = ""
    typing: str = ""


class QuestionHead(Struct, frozen=True):
    """A question in the matrix, and how many groups have something on it: "3 of 4 groups"."""

    question: str
    number: int
    text: str
    short: str
    filled: int
    groups: int
    coverage: str


class Coverage(Struct, frozen=True):
    """The matrix. `filled` of `total` cells have something; `next_text` names the groups to go to."""

    item: str
    groups: tuple[GroupHead, ...]
    questions: tuple[QuestionHead, ...]
    cells: tuple[Cell, ...]
    filled: int
    total: int
    text: str
    staffing: Staffing
    staffing_text: str
    next_text: str = ""

    def cell(self, group: int | None, question: str) -> Cell | None:
        """Return a cell."""
        return next((one for one in self.cells if (one.group, one.question) == (group, question)), None)

    def beside(self, group: int | None, question: str, *, groups: int = 0, questions: int = 0) -> Cell | None:
        """Return the cell so many groups or questions on, wrapping round; one key to the next of either."""
        rows = [head.group for head in self.groups]
        columns = [head.question for head in self.questions]
        if group not in rows or question not in columns:
            return None
        row, column = rows.index(group), columns.index(question)
        way = groups or questions
        for _ in range(max(len(rows), len(columns))):
            row, column = (row + groups) % len(rows), (column + questions) % len(columns)
            found = self.cell(rows[row], columns[column])
            if way and found and found.state != "none":
                return found
        return None

    def next_empty(self, group: int | None, question: str) -> Cell | None:
        """Return the next cell without anything, first among the questions of this group."""
        wanted = [cell for cell in self.cells if cell.state in ("empty", "silent")]
        order = [head.group for head in self.groups]
        here = order.index(group) if group in order else 0
        asked = [head.question for head in self.questions]
        spot = asked.index(question) if question in asked else -1

        def far(cell: Cell) -> tuple[int, int]:
            row, column = (order.index(cell.group) - here) % len(order), asked.index(cell.question)
            return (row, column) if row or column > spot else (len(order), column)

        return min(wanted, key=far, default=None)
