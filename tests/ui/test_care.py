"""The care card in the real windows: one key gives rest, and the same key goes on where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.care import care_of
from tests.builders import plan


@pytest.fixture
def talking(stage):
    """A question in the plenary, its clock running."""
    stage.start(plan())
    stage.run.stage.enter(Step("talk", "why"))
    stage.tick(minutes=1)
    return stage


@pytest.fixture
def caring(talking):
    """The card is open."""
    talking.press(Qt.Key.Key_F8, on=talking.session.presenter)
    return talking


def test_one_key_shows_the_card_the_calm_screen_and_holds_the_clock(caring):
    assert caring.session.presenter.scene == "care"
    assert caring.run.stage.screen == "calm"
    assert caring.session.presenter.band._band.phase == "paused"


def test_the_key_works_while_typing(talking):
    talking.type("half", send=False)
    talking.press(Qt.Key.Key_F8)
    assert talking.session.presenter.scene == "care"


@pytest.mark.parametrize("key", [Qt.Key.Key_F8, Qt.Key.Key_PageDown])
def test_going_on_brings_back_the_slide_and_the_clock(caring, key):
    caring.press(key, on=caring.session.presenter)
    assert caring.session.presenter.scene == "talk"
    assert caring.run.stage.screen == "live"
    assert caring.run.stage.position.where == Step("talk", "why")
    assert caring.session.presenter.band._band.phase != "paused"


def test_a_clock_that_was_held_before_stays_held(talking):
    talking.press(Qt.Key.Key_T, "t", on=talking.session.presenter)
    talking.press(Qt.Key.Key_F8, on=talking.session.presenter)
    talking.press(Qt.Key.Key_F8, on=talking.session.presenter)
    assert talking.session.presenter.band._band.phase == "paused"


def test_a_signal_is_noted_without_a_word_of_what_was_said(caring):
    page = caring.session.presenter.care
    page.form.about.setCurrentIndex(page.form.about.findData("about-client"))
    page.form.note.click()
    signal = caring.run.signals.all()[0]
    assert (signal.about, signal.group, signal.who) == ("about-client", None, "trainer")
    assert page._rows[0].title == "Plenary: about a client"


def test_a_signal_can_be_done_and_open_again(caring):
    name = caring.run.signals.note("other", 2)
    page = caring.session.presenter.care
    page.state_requested.emit(name, True)
    assert caring.run.signals.get(name).state == "done"
    page.state_requested.emit(name, False)
    assert caring.run.signals.get(name).state == "open"


def test_a_signal_noted_by_mistake_is_gone(caring):
    name = caring.run.signals.note("other", 2)
    caring.session.presenter.care.withdraw_requested.emit(name)
    assert caring.session.presenter.care._rows == ()


def test_the_private_message_goes_to_the_clipboard(caring):
    caring.session.presenter.care._copy_message.click()
    assert QGuiApplication.clipboard().text() == care_of(caring.run, caring.words).message


def test_looking_at_signals_changes_nothing_for_participants(talking):
    talking.session.desk.controller.care.look()
    talking.settle()
    assert talking.session.presenter.scene == "care"
    assert talking.run.stage.screen == "live"


def test_the_header_says_that_the_card_is_open_and_then_the_step_again(caring):
    band = caring.session.presenter.band
    open_title = band._band.title
    caring.press(Qt.Key.Key_F8, on=caring.session.presenter)
    assert (open_title, band._band.title) == ("Pause: care card open", "Question 1: Why did this happen?")


def test_what_can_be_selected_on_the_card_stays_when_something_changes(caring):
    page = caring.session.presenter.care
    before = page._lines.itemAt(0)
    caring.run.signals.note("other", 2)
    assert page._lines.itemAt(0) is before
