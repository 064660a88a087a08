"""The file with which Zoom puts people in rooms before a meeting: written where someone says, and kept nowhere else."""

from __future__ import annotations

from pathlib import Path

from qpido_facilitator.errors import ExportError
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.show.seating import PreAssignment
from qpido_facilitator.words import refusal


def write_pre_assignment(made: PreAssignment, path: Path) -> None:
    """Write the file, whole or not at all. Raises ExportError when that fails."""
    try:
        replace_file(path, made.csv.encode("utf-8"), mode=0o600)
    except OSError as fault:
        raise ExportError(refusal(fault), str(path)) from fault
