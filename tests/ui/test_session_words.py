"""Another language while a session is on: the trainer's words change, participants' do not, nothing is lost."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from qpido_facilitator.settings import Settings
from qpido_facilitator.words import Words
from tests.builders import plan


@pytest.fixture
def session(stage):
    """An English session at its first question."""
    stage.start(replace(plan(), language="en"))
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    return stage


def in_dutch(session):
    session.session.choose(Settings("nl", motion="off"), Words("nl"))
    session.settle()
    return session


def test_the_trainers_window_speaks_the_other_language(session):
    assert in_dutch(session).session.presenter.dock._next.text() == "Toon vraag 2"


def test_participants_keep_the_language_of_the_session(session):
    before = session.session.audience.slide
    assert in_dutch(session).session.audience.slide == before


def test_the_participants_window_is_the_same_one(session):
    before = int(session.session.audience.winId())
    assert int(in_dutch(session).session.audience.winId()) == before


def test_what_stands_in_a_box_is_still_there(session):
    session.type("half a sen", send=False)
    assert in_dutch(session).session.presenter.answers.boxes[0].entry.toPlainText() == "half a sen"


def test_keys_work_in_the_new_window_and_only_once(session):
    in_dutch(session).press(Qt.Key.Key_PageDown)
    assert session.run.stage.position.question == "then"


def test_a_trainer_who_speaks_dutch_shows_english_words_in_an_english_session(qapp, home):
    from tests.stage import Stage

    stage = Stage(qapp, home, language="nl").start(replace(plan(), language="en"))
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    tag = stage.session.audience.slide.tag
    stage.session.close()
    assert tag == "Question 1 of 2"
