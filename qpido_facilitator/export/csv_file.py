"""Answers as CSV for a Dutch Excel: semicolons, a mark of UTF-8 in front, and nothing that it takes for a formula."""

from __future__ import annotations

import csv
import io

from qpido_facilitator.export.document import Cell, safe
from qpido_facilitator.export.tables import Sheet


def csv_file(sheet: Sheet) -> bytes:
    """Return a sheet as CSV, in UTF-8 with its mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow([_inert(Cell(title)) for title in sheet.header])
    writer.writerows([_inert(cell) for cell in row] for row in sheet.rows)
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _inert(cell: Cell) -> str:
    """Return a text that no spreadsheet calculates: one that looks like a formula gets an apostrophe in front."""
    text = safe(cell.text)
    bare = text.lstrip(" \t\n\u00a0\ufeff")
    return "'" + text if cell.number is None and bare[:1] in tuple("=+-@|%") and bare else text
