"""Pieces below each other around a middle: questions, statements, pauses."""

from __future__ import annotations

from collections.abc import Sequence

from qpido_facilitator.paint.page import Pieces
from qpido_facilitator.paint.stack import Row, placed

MIDDLE = 324.0
ROOM = 548.0


def space(height: float) -> Row:
    """Return room with nothing in it."""
    return Row(height, ())


def centred(rows: Sequence[Row], middle: float = MIDDLE) -> Pieces:
    """Return rows below each other, together around a height."""
    height = sum(row.height for row in rows)
    return placed(rows, middle - height / 2, 0)
