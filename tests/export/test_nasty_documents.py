"""Every document of every format holds, whatever was typed, and is opened again by what reads it."""

from __future__ import annotations

import codecs
import csv
import io
import subprocess
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import docx
import openpyxl
import pypdf
import pytest

from qpido_facilitator.export.backup import contents_of, lock, new_key_file, read_key_file, restore, unlock
from qpido_facilitator.export.document import safe
from qpido_facilitator.export.kinds import FORMATS, Form, Kind
from qpido_facilitator.export.making import job_of, render
from qpido_facilitator.export.pack import pack_of, write_pack
from qpido_facilitator.resources import Places
from qpido_facilitator.words import Words
from tests.builders import soaking
from tests.export.nasty import nasty_run

CASES = range(soaking(8, 300))
WORDS = Words("nl")
TOGETHER = 10
"""LibreOffice takes seconds to start, so it opens the documents of so many runs at once."""


def documents() -> Iterator[tuple[Kind, Form]]:
    """Return every kind with every format that one module renders."""
    for kind, forms in FORMATS.items():
        if kind not in ("pack", "backup"):
            yield from ((kind, form) for form in forms)


@pytest.mark.parametrize("number", CASES)
def test_every_document_of_a_nasty_run_is_made_and_opens(qapp, tmp_path, number):
    with nasty_run(tmp_path, number) as run:
        for kind, form in documents():
            _OPENED[form](render(job_of(run, kind, form, WORDS)), run)


@pytest.mark.parametrize("number", CASES)
def test_the_pack_of_a_nasty_run_is_made_and_opens(qapp, tmp_path, number):
    with nasty_run(tmp_path, number) as run:
        folder = write_pack(pack_of(run, WORDS), tmp_path / "out")
        for path in folder.iterdir():
            _OPENED[path.suffix[1:]](path.read_bytes().removeprefix(codecs.BOM_UTF8), run)


@pytest.mark.parametrize("number", CASES)
def test_the_backup_of_a_nasty_run_puts_every_byte_back(tmp_path, number):
    here, there = Places(tmp_path / "here"), Places(tmp_path / "there")
    with nasty_run(here.runs, number) as run:
        run.close()
        secret = read_key_file(new_key_file())
        restore(unlock(lock(contents_of(run.folder, run.id, here), secret), secret), there)
        written = {path.relative_to(run.folder): path.read_bytes() for path in run.folder.rglob("*.json*")}
    back = there.runs / run.id
    assert {path.relative_to(back): path.read_bytes() for path in back.rglob("*.json*")} == written


@pytest.mark.soak
@pytest.mark.parametrize("first", range(0, len(CASES), TOGETHER))
def test_libreoffice_opens_every_document_of_nasty_runs(qapp, tmp_path, first):
    made = []
    for number in range(first, first + TOGETHER):
        with nasty_run(tmp_path, number) as run:
            for kind, form in documents():
                if form in ("docx", "xlsx", "csv"):
                    made.append(tmp_path / f"{number}-{kind}-{form}.{form}")
                    made[-1].write_bytes(render(job_of(run, kind, form, WORDS)))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    out = tmp_path / "office"
    subprocess.run([*command, "--outdir", str(out), *map(str, made)], check=True, capture_output=True, timeout=900)
    assert {path.stem for path in out.iterdir()} == {path.stem for path in made}


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
    "html": _open_text,
}  # fmt: skip
