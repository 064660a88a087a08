"""Looking ahead: participants keep what they see, the clock goes on, and nothing is a fact until it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.builders import plan


@pytest.fixture
def session(stage):
    """A session at its first question."""
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    return stage


@pytest.fixture
def browsing(session):
    session.press(Qt.Key.Key_F, "f", on=session.session.presenter)
    session.press(Qt.Key.Key_PageDown, on=session.session.presenter)
    return session


def test_browsing_states_no_fact(session):
    before = len(session.run.registers)
    session.press(Qt.Key.Key_F, "f", on=session.session.presenter)
    session.press(Qt.Key.Key_PageDown, on=session.session.presenter)
    assert len(session.run.registers) == before


def test_participants_keep_their_slide(session):
    before = session.session.audience.slide
    session.press(Qt.Key.Key_F, "f", on=session.session.presenter)
    session.press(Qt.Key.Key_PageDown, on=session.session.presenter)
    assert session.session.audience.slide == before


def test_the_trainer_sees_what_is_browsed_at(browsing):
    assert browsing.session.presenter.slides._title == "Question 2: What would you do?"


def test_the_strip_says_that_participants_keep_their_slide(browsing):
    assert "Participants keep their slide" in browsing.session.presenter.strip._text.text()


def test_f_again_is_back_where_the_session_is(browsing):
    browsing.press(Qt.Key.Key_F, "f", on=browsing.session.presenter)
    assert (browsing.session.presenter.strip.isVisible(), browsing.run.stage.position.question) == (False, "why")


def test_what_is_browsed_at_can_be_shown(browsing):
    browsing.session.presenter.strip.pressed.emit()
    browsing.settle()
    assert (browsing.run.stage.position.question, browsing.session.presenter.strip.isVisible()) == ("then", False)


def test_the_clock_of_the_running_question_goes_on(browsing):
    before = browsing.session.presenter.band._band.number
    browsing.tick(seconds=30)
    assert browsing.session.presenter.band._band.number != before


def test_browsing_back_stops_at_the_first_step(session):
    session.press(Qt.Key.Key_F, "f", on=session.session.presenter)
    for _ in range(9):
        session.press(Qt.Key.Key_PageUp, on=session.session.presenter)
    assert session.session.desk.controller.moves.looking_at.item == "welcome"
