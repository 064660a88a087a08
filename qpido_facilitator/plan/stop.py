"""Where the parser stopped, why, and what to say about it."""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from msgspec import Struct


class Trap(Struct, frozen=True):
    """Where it is, what to say, and the line as it was probably meant."""

    line: int
    column: int
    msgid: str
    gaps: tuple[tuple[str, str | int], ...] = ()
    repair: str | None = None


class Stop(Struct, frozen=True):
    """Where and why the parser stopped; rows and columns count from 0 here, as the parser does."""

    lines: Sequence[str]
    reason: str
    row: int
    column: int
    within: str
    from_row: int | None
    from_column: int

    @property
    def line(self) -> str:
        """Return the line itself."""
        return self.lines[self.row]

    @property
    def indent(self) -> int:
        """Return how many spaces the line starts with."""
        return len(self.line) - len(self.line.lstrip(" "))

    def at(self, row: int, column: int, msgid: str, repair: str | None = None, **gaps: str | int) -> Trap:
        """Return a trap at a row and column that count from 0."""
        return Trap(row + 1, column + 1, msgid, tuple(gaps.items()), repair)

    def here(self, msgid: str, repair: str | None = None, **gaps: str | int) -> Trap:
        """Return a trap where the parser stopped."""
        return self.at(self.row, self.column, msgid, repair, **gaps)

    def row_before(self) -> int | None:
        """Return the nearest row above with something on it."""
        for row in range(self.row - 1, -1, -1):
            text = self.lines[row].strip()
            if text and not text.startswith("#"):
                return row
        return None


def stopped(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Stop:
    """Return where an error of the parser is, in our terms."""
    mark, start = error.problem_mark, error.context_mark
    last = len(lines) - 1
    return Stop(
        lines=lines,
        reason=error.problem or "",
        row=min(mark.line, last) if mark else 0,
        column=mark.column if mark else 0,
        within=error.context or "",
        from_row=min(start.line, last) if start else None,
        from_column=start.column if start else 0,
    )
