"""Answers for Excel. No cell is ever a formula, whatever was typed: each is written as text or as a number."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qpido_facilitator.export.document import Cell, safe
from qpido_facilitator.export.progress import Progress, unheard
from qpido_facilitator.export.tables import Sheet
from qpido_facilitator.paint.theme import load_theme

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST = 32_000
"""Characters that a cell can hold, with some room; a note is never longer than half of it."""


def excel(sheets: tuple[Sheet, ...], title: str, language: str, made: datetime, progress: Progress = unheard) -> bytes:
    """Return sheets as XLSX. `made` stands in its properties; no person does."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    about: Any = book.properties
    about.creator = about.lastModifiedBy = ""
    about.title, about.language = safe(title)[:250], language
    about.created = about.modified = made.astimezone(UTC).replace(tzinfo=None)
    for number, sheet in enumerate(sheets):
        progress(number / len(sheets), sheet.name)
        _fill(book.create_sheet(_tab(sheet.name)), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    head, shade = Font(bold=True), PatternFill("solid", fgColor=load_theme("paper").colour.head.removeprefix("#"))
    wrapped = Alignment(wrap_text=True, vertical="top")
    for at, title in enumerate(sheet.header, 1):
        cell: Any = page.cell(1, at)
        _put(cell, Cell(title))
        cell.font, cell.fill = head, shade
        page.column_dimensions[get_column_letter(at)].width = sheet.widths[at - 1]
    for down, row in enumerate(sheet.rows, 2):
        for at, one in enumerate(row, 1):
            cell = page.cell(down, at)
            _put(cell, one)
            cell.alignment = wrapped
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.header))}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"


def _put(cell: Any, said: Cell) -> None:
    """Write a number as a number and all else as text: set as such, or `=1+1` would become a formula."""
    if said.number is not None:
        cell.value = said.number
        return
    text = safe(said.text)[:MOST]
    cell.value = text
    cell.data_type = "s"
    # and it stays text when somebody edits the cell
    cell.quotePrefix = text[:1] in tuple("=+-@\t")


def _tab(name: str) -> str:
    """Return a name that a sheet may have."""
    return "".join(char for char in name if char not in "[]:*?/\\'")[:31] or "1"
