"""At Home: what past sessions took is offered as a file of its own, and never applied by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from qpido_facilitator.library import Library
from qpido_facilitator.resources import Places
from qpido_facilitator.ui.home.lessons import Lessons, LessonsDialog
from qpido_facilitator.ui.home.shelf import SessionCard, Shelf
from tests.library.test_learning import held, read, write


@pytest.fixture
def library(home, clock) -> Library:
    """A laptop on which the session was held three times, the film longer than planned each time."""
    made = Library(Places(home), clock)
    for film in (25, 27, 29):
        held(made, clock, film)
    return made


@pytest.fixture
def card(tmp_path: Path) -> SessionCard:
    path = write(tmp_path / "s.yaml")
    return SessionCard(path, read(path))


@pytest.fixture
def window(qapp) -> QWidget:
    return QWidget()


@pytest.fixture
def lessons(library, card, window, english) -> Lessons:
    shelf = Shelf(library, "en")
    made = Lessons(library, shelf, english, window)
    shelf._work((card.path,))
    return made


def test_the_check_list_says_what_an_item_takes(lessons, card):
    assert [(row.state, row.text, row.below) for row in lessons.rows(card.plan)] == [
        ("hint", "1 item takes another time", "Film: planned 20, on average 27 in 3 runs")
    ]


def test_the_dialog_says_it_of_every_item_and_what_would_be_planned(lessons, card, window):
    lessons.open(card)
    dialog = window.findChild(LessonsDialog)
    said = [found.text() for found in dialog.findChildren(QLabel)]
    assert {"planned 20, on average 27 in 3 runs", "27 min from now on", "planned 10, on average 10 in 3 runs"} <= set(
        said
    )


def test_saving_makes_a_new_file_and_leaves_the_session_as_it_is(lessons, card, tmp_path):
    heard: list[Path] = []
    before = card.path.read_bytes()
    lessons.saved.connect(heard.append)
    why = lessons.save(card, tmp_path / "other.yaml")
    assert (why, heard) == ("", [tmp_path / "other.yaml"])
    assert (tmp_path / "other.yaml").read_bytes() == before.replace(b"minutes: 20", b"minutes: 27")
    assert card.path.read_bytes() == before


def test_the_file_of_the_session_itself_is_never_written_over(lessons, card):
    before = card.path.read_bytes()
    assert "stays as it is" in lessons.save(card, card.path)
    assert card.path.read_bytes() == before


def test_a_folder_that_refuses_is_said_in_a_sentence(lessons, card, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert lessons.save(card, tmp_path / "file" / "other.yaml").startswith("It was not saved")


def test_nothing_is_said_before_three_sessions_agree(home, clock, card, window, english):
    library = Library(Places(home / "other"), clock)
    held(library, clock, 40)
    shelf = Shelf(library, "en")
    lessons = Lessons(library, shelf, english, window)
    shelf._work((card.path,))
    assert lessons.rows(card.plan) == ()
