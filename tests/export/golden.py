"""Documents as they are to be: kept beside the tests, compared line by line, written anew with QPIDO_GOLDEN=1."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

import openpyxl

FOLDER = Path(__file__).parent / "golden"


def compare(name: str, text: str) -> None:
    """Compare a text with the one that is kept."""
    path = FOLDER / name
    if os.environ.get("QPIDO_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name}: look at it, then run again with QPIDO_GOLDEN=1"


def word_text(content: bytes) -> str:
    """Return what a Word document says and how: styles, header rows, languages, alt texts, in order, a line each."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
    pieces = re.findall(
        r'<w:pStyle w:val="([^"]*)"|<w:(tblHeader|bidi|br)/>|<w:t(?: [^>]*)?>([^<]*)</w:t>|(</w:p>|</w:tr>)'
        r'|<w:tblCaption w:val="([^"]*)"|descr="([^"]+)"', body
    )  # fmt: skip
    line, lines = "", []
    for style, mark, text, end, caption, alt in pieces:
        line += f"[{style or mark}] " if style or mark else text
        line += f"[table: {caption}]" if caption else ""
        line += f"[picture: {alt}]" if alt else ""
        if end == "</w:tr>":
            line += "[row]"
        if end:
            lines.append(line)
            line = ""
    return "\n".join(lines) + "\n"


def excel_text(content: bytes) -> str:
    """Return the cells of a workbook, a line a row."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = []
    for page in book:
        rows.append(f"== {page.title}, {page.freeze_panes}, {page.print_title_rows}")
        rows += [" | ".join(f"{cell.data_type}:{cell.value}" for cell in row) for row in page.iter_rows()]
    return "\n".join(rows) + "\n"
