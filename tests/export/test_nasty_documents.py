"""Every document of every format holds, whatever was typed, and is opened again by what reads it."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import docx
import openpyxl
import pypdf
import pytest

from qpido_facilitator.export.document import safe
from qpido_facilitator.export.kinds import FORMATS, Form, Kind
from qpido_facilitator.export.making import job_of, render
from qpido_facilitator.words import Words
from tests.builders import soaking
from tests.export.nasty import nasty_run

CASES = range(soaking(8, 300))
WORDS = Words("nl")
OFFICE = shutil.which("soffice") if os.environ.get("QPIDO_SOAK") else None
TENTH = 10
"""LibreOffice takes seconds for each run, so it opens the documents of every tenth."""


def documents() -> Iterator[tuple[Kind, Form]]:
    """Return every kind with every format that one module renders."""
    for kind, forms in FORMATS.items():
        if kind not in ("pack", "backup"):
            yield from ((kind, form) for form in forms)


@pytest.mark.parametrize("number", CASES)
def test_every_document_of_a_nasty_run_is_made_and_opens(qapp, tmp_path, number):
    made = []
    with nasty_run(tmp_path, number) as run:
        for kind, form in documents():
            content = render(job_of(run, kind, form, WORDS))
            _OPENED[form](content, run)
            path = tmp_path / f"{kind}.{form}"
            path.write_bytes(content)
            made.append(path)
    if OFFICE and number % TENTH == 0:
        office = [str(path) for path in made if path.suffix in (".docx", ".xlsx", ".csv")]
        out = tmp_path / "office"
        command = [OFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(out), *office], check=True, capture_output=True, timeout=300)
        assert len(list(out.iterdir())) == len({path.rsplit(".", 1)[0] for path in office})


def _open_docx(content: bytes, run) -> None:
    paper = docx.Document(io.BytesIO(content))
    assert paper.core_properties.author == paper.core_properties.last_modified_by == ""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        ElementTree.fromstring(archive.read("word/document.xml"))


def _open_xlsx(content: bytes, run) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert kinds <= {"s", "inlineStr", "n"}, "a cell is a text or a number, never a formula"


def _open_csv(content: bytes, run) -> None:
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {5}
    assert not [cell for row in rows for cell in row if cell.strip()[:1] in tuple("=+-@")]


def _open_pdf(content: bytes, run) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) > 0


def _open_text(content: bytes, run) -> None:
    text = content.decode("utf-8")
    assert text == safe(text)


_OPENED = {
    "docx": _open_docx, "xlsx": _open_xlsx, "csv": _open_csv, "pdf": _open_pdf, "md": _open_text, "txt": _open_text,
}  # fmt: skip
