"""The answer sheet in a real browser: filled in, kept, copied, and taken in again; it asks nobody anything."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from qpido_facilitator.errors import ExportError
from qpido_facilitator.export.answer_sheet import answer_sheet_page, write_answer_sheet
from qpido_facilitator.plan.model import Part, Question
from qpido_facilitator.show.answer_sheet import sheet_of
from qpido_facilitator.show.importing import preview_of, taking
from qpido_facilitator.words import Words
from tests.exercise import Exercise, exercise_plan
from tests.export.browser import CHROMIUM, browser

NASTY = "</script><img src=x onerror=alert(1)> & \"quotes\" 'and' <b>"


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path / "run") as made:
        yield made


def sheet(exercise):
    return sheet_of(exercise.trainer, exercise.breakout(), Words("en"))


def with_questions(*questions):
    made = exercise_plan()
    items = tuple(replace(item, questions=questions) if item.id == "rooms" else item for item in made.parts[0].items)
    return replace(made, parts=(Part("all", "All", items=items),))


class Tags(HTMLParser):
    """Hears every tag and the addresses in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "action", "srcset", "data")]


def test_the_page_names_no_address_and_nothing_to_fetch(exercise):
    page = answer_sheet_page(sheet(exercise))
    assert Tags(page).links == []
    assert re.findall(r"https?:|//[a-z]|url\(|@import", page) == []
    assert "default-src 'none'" in page


def test_words_of_a_session_cannot_become_tags(tmp_path):
    with Exercise(tmp_path, with_questions(Question("q1", NASTY))) as exercise:
        tags = Tags(answer_sheet_page(sheet(exercise)))
        assert ("img" in tags.tags, "b" in tags.tags, tags.tags.count("script")) == (False, False, 2)


def test_the_sheet_tells_nothing_of_the_run_that_is_not_on_the_slide(exercise):
    page = answer_sheet_page(sheet(exercise))
    assert exercise.trainer.id not in page


def test_nothing_for_trainers_stands_on_the_sheet(tmp_path):
    from qpido_facilitator.show.answer_sheet import template_text
    from tests.ui.test_no_leak import CANARY, with_canaries

    with Exercise(tmp_path, with_canaries()) as exercise:
        exercise.trainer.signals.note("own-experience", 1, "K")
        exercise.say(1, "why", CANARY)
        made = sheet(exercise)
        assert CANARY not in answer_sheet_page(made) + template_text(made, Words("en"))


def test_the_page_and_the_plain_text_are_written_beside_each_other(exercise, tmp_path):
    page, text = write_answer_sheet(sheet(exercise), tmp_path / "out")
    assert (page.name, text.name) == ("answer-sheet-your-approach.html", "answer-sheet-your-approach.txt")
    assert text.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_folder_that_cannot_be_written_is_told(exercise, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError):
        write_answer_sheet(sheet(exercise), tmp_path / "file")


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: `apt-get install chromium`, which .ci/setup does as root")
def test_a_real_browser_fills_it_in_keeps_it_over_a_restart_and_what_it_copies_is_taken_in(tmp_path):
    questions = (Question("q1", NASTY), Question("q2", "For the second?", groups=(2,)), Question("q3", "Third?"))
    with Exercise(tmp_path / "run", with_questions(*questions)) as exercise:
        page, _ = write_answer_sheet(sheet(exercise), tmp_path / "out")
        with browser(tmp_path / "profile") as first:
            first.go(page)
            asks_first = first.run("!document.getElementById('first').hidden")
            first.click("#groups input[value='2'] ")
            first.type("#q1", "Per team", "Een naaktfoto: <nooit> bekijken é → 🙂")
            first.type("#q2", "Alleen wij")
            first.click("#groups input[value='1']")
            boxes = first.run("[...document.querySelectorAll('textarea:not(#out)')].map((box) => box.id)")
            first.type("#q3", "Eerste groep")
            kept = first.run("document.getElementById('state').textContent")
            asked, complaints = list(first.asked), list(first.complaints)
        with browser(tmp_path / "profile") as second:
            second.go(page)
            again = second.run("document.getElementById('q3').value")
            second.click("#copy")
            told = second.run("document.getElementById('out').value")
            letters = second.run("parseFloat(getComputedStyle(document.getElementById('q3')).fontSize)")
            asked += second.asked
        found = preview_of(exercise.trainer, sheet(exercise), told, Words("en"))
        exercise.trainer.noting.take_in(taking(found.sheet, found.rows))
        notes = {(note.place.group, note.place.question, note.text) for note in exercise.trainer.notes.all()}

    assert (asks_first, boxes, again) == (True, ["q1", "q3"], "Eerste groep")
    assert kept.startswith("Kept in this browser")
    assert letters >= 18
    assert {url for url in asked if not url.startswith("about:")} == {page.as_uri()}
    assert complaints == []
    assert notes == {
        (2, "q1", "Per team"), (2, "q1", "Een naaktfoto: <nooit> bekijken é → 🙂"), (2, "q2", "Alleen wij"),
        (1, "q3", "Eerste groep"),
    }  # fmt: skip


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: `apt-get install chromium`, which .ci/setup does as root")
def test_on_a_phone_nothing_is_wider_than_the_screen_and_a_cleared_page_keeps_nothing(exercise, tmp_path):
    page, _ = write_answer_sheet(sheet(exercise), tmp_path / "out")
    with browser(tmp_path / "profile") as phone:
        phone.call("Emulation.setDeviceMetricsOverride", width=360, height=640, deviceScaleFactor=2, mobile=True)
        phone.go(page)
        phone.click("#groups input[value='3']")
        phone.type("#q1", "x" * 300)
        wide = phone.run("document.documentElement.scrollWidth")
        phone.click("#wipe")
        phone.click("#wipe")
        left = phone.run("[localStorage.length, document.getElementById('q1').value]")

    assert (wide <= 360, left) == (True, [0, ""])
