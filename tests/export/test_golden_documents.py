"""Every document of one session, as it is to be, in every format."""

from __future__ import annotations

import io
import zipfile
from typing import Any, cast

import docx
import pypdf
import pytest

from qpido_facilitator.export.kinds import FORMATS, NotMade, format_of
from qpido_facilitator.export.making import job_of, render
from qpido_facilitator.export.pages import pages
from qpido_facilitator.words import Words
from tests.export.golden import compare, excel_text, word_text
from tests.export.test_readers import run as run

DUTCH = Words("nl")


@pytest.mark.parametrize("kind", ["answers", "client", "participants", "internal", "runsheet"])
def test_documents_are_as_they_are_kept(run, qapp, kind):
    for form in FORMATS[kind]:
        job = job_of(run, kind, form, DUTCH)
        if form == "pdf":
            compare(f"{kind}.html", pages(job.document, {"timeline": 640}).replace("><", ">\n<") + "\n")
            continue
        content = render(job)
        shown = {"docx": word_text, "xlsx": excel_text}.get(
            form, lambda made: made.decode("utf-8").replace("\r\n", "\n")
        )
        compare(f"{kind}.{form}.txt", shown(content))


def _plain(content: bytes) -> str:
    return content.decode("utf-8").replace("\r\n", "\n")


def test_a_word_document_can_be_read_aloud(run, qapp):
    content = render(job_of(run, "internal", "docx", DUTCH))
    paper = docx.Document(io.BytesIO(content))
    levels = [p.style.name for p in paper.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert levels[0] == "Title"
    assert set(levels[1:]) <= {"Heading 1", "Heading 2"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml").decode()
    assert 'w:lang w:val="nl-NL"' in styles
    assert body.count("<w:tblHeader/>") == body.count("<w:tbl>") == 1
    assert 'descr="Balken met geplande' in body


def test_a_word_document_names_no_person_and_no_tool(run):
    about = docx.Document(io.BytesIO(render(job_of(run, "client", "docx", DUTCH)))).core_properties
    assert (about.author, about.last_modified_by, about.comments, about.title) == ("", "", "", "A short session")


def test_a_pdf_says_what_the_document_says_in_letters_of_its_own(run, qapp):
    reader = pypdf.PdfReader(io.BytesIO(render(job_of(run, "client", "pdf", DUTCH))))
    said = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert all(text in said for text in ("A short session", "an answer", "from group one", "Aanbevelingen"))
    fonts = [font for page in reader.pages for font in cast("Any", page)["/Resources"]["/Font"].values()]
    assert {"Inter" in str(font.get_object()["/BaseFont"]) for font in fonts} == {True}


def test_a_number_in_a_spreadsheet_is_a_number(run):
    said = excel_text(render(job_of(run, "answers", "xlsx", DUTCH)))
    assert "s:Welcome | n:5 | n:4" in said


def test_what_is_not_made_is_said_with_what_is(english):
    with pytest.raises(NotMade) as fault:
        format_of("client", "csv")
    assert fault.value.sentence(english) == "There is no client as csv; there is: docx, pdf, xlsx, md."
