"""The fallback pack: everything to go on with, whole or not at all."""

from __future__ import annotations

import re

import pypdf
import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.errors import ExportError
from qpido_facilitator.export.pack import pack_of, planned, write_pack
from qpido_facilitator.plan.loader import load
from qpido_facilitator.resources import shipped
from qpido_facilitator.show.answer_sheet import sheet_of
from qpido_facilitator.show.importing import preview_of
from qpido_facilitator.words import Words
from tests.builders import Room


@pytest.fixture(scope="module")
def plan():
    """Return the shorter shipped session."""
    return load(shipped("sessions") / "phishing-and-data-leaks.yaml").plan


@pytest.fixture
def pack(plan):
    """Return what is in its pack."""
    with planned(plan, ManualClock()) as view:
        return pack_of(view, Words("en"), ahead=True)


def test_it_has_slides_run_sheet_answer_sheets_and_chat_texts(qapp, pack, tmp_path):
    folder = write_pack(pack, tmp_path)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "answer-sheet.html", "answer-sheet.txt", "chat-texts.txt", "run-sheet.docx", "run-sheet.pdf", "slides.pdf",
    ]  # fmt: skip


def test_the_slides_have_a_page_each_and_text_that_can_be_read_aloud(qapp, pack, plan, tmp_path):
    reader = pypdf.PdfReader(write_pack(pack, tmp_path) / "slides.pdf")
    said = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    titles = [item.title for item in plan.items() if item.kind in ("rules", "legal", "links")]
    assert len(reader.pages) >= len(pack.slides)
    assert [title for title in titles if title.split()[0] not in said] == []


def test_the_run_sheet_has_what_to_say_and_the_texts_due(pack, plan):
    from qpido_facilitator.export.plain import plain

    said = " ".join(plain(pack.sheet).split())
    notes = [item.notes.say.replace("*", "") for item in plan.items() if item.notes.say]
    cues = [cue.text for item in plan.items() for cue in item.cues]
    assert [text for text in (*notes, *cues) if " ".join(text.split()) not in said] == []


def test_the_answer_sheets_have_every_question(pack, plan):
    asked = [one.text for item in plan.items() if item.kind == "breakout" for one in item.questions]
    assert [text for text in asked if text not in dict(pack.texts)["answer-sheet.txt"]] == []


def test_a_run_of_the_session_knows_the_answer_sheet_of_the_pack_as_its_own(pack, plan, tmp_path):
    item = next(item for item in plan.items() if item.kind == "breakout")
    with Room(tmp_path) as room:
        run = room.trainer()
        run.agenda.lay_down(plan)
        found = preview_of(run, sheet_of(run, item, Words("en")), dict(pack.texts)["answer-sheet.txt"], Words("en"))
    assert found.stranger == ""


def test_two_packs_of_one_session_share_nothing_that_a_browser_keeps(pack, plan):
    with planned(plan, ManualClock()) as view:
        other = pack_of(view, Words("en"), ahead=True)
    kept = [re.findall(r'"code": "([0-9a-f]+)"', dict(one.texts)["answer-sheet.html"]) for one in (pack, other)]
    assert kept[0] != kept[1]


def test_a_pack_never_goes_over_another(qapp, pack, tmp_path):
    assert write_pack(pack, tmp_path) != write_pack(pack, tmp_path)


def test_a_pack_that_is_stopped_leaves_nothing(qapp, pack, tmp_path):
    def stop(done, _what):
        if done > 0.5:
            raise ExportError("stopped")

    with pytest.raises(ExportError):
        write_pack(pack, tmp_path, stop)
    assert list(tmp_path.iterdir()) == []
