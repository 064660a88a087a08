"""Keys do what the table says, in both windows, and nothing while typing that should be a letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qpido_facilitator.ui.shared.key_table import KEYS
from tests.builders import plan


@pytest.fixture
def session(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    return stage


def test_page_down_goes_on_from_the_audience_window(session):
    session.press(Qt.Key.Key_PageDown, on=session.session.audience)
    assert session.run.stage.position.question == "then"


def test_page_down_goes_on_while_typing(session):
    session.type("half", send=False)
    session.press(Qt.Key.Key_PageDown, on=session.session.presenter.answers.boxes[0].entry)
    assert session.run.stage.position.question == "then"


def test_page_up_goes_back_while_typing(session):
    session.type("half", send=False)
    session.press(Qt.Key.Key_PageUp, on=session.session.presenter.answers.boxes[0].entry)
    assert session.run.stage.position.item == "rules"


def test_b_shows_the_calm_screen(session):
    session.press(Qt.Key.Key_B, "b", on=session.session.presenter)
    assert session.run.stage.screen == "calm"


def test_the_second_b_shows_the_slide_again(session):
    for _ in range(2):
        session.press(Qt.Key.Key_B, "b", on=session.session.audience)
    assert session.run.stage.screen == "live"


def test_b_in_a_box_is_a_letter(session):
    session.type("b", send=False)
    assert session.run.stage.screen == "live"


def test_the_dot_of_a_clicker_shows_the_calm_screen(session):
    session.press(Qt.Key.Key_Period, ".", on=session.session.presenter)
    assert session.run.stage.screen == "calm"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_the_start_button_of_a_clicker_ends_nothing(session, key):
    before = len(session.run.registers)
    session.press(key, on=session.session.presenter)
    session.press(key, on=session.session.audience)
    assert len(session.run.registers) == before
    assert session.session.audience.isVisible()


def test_undo_takes_a_note_back_when_the_box_has_nothing_to_undo(session):
    session.type("wrong")
    box = session.session.presenter.answers.boxes[0].entry
    box.document().clearUndoRedoStacks()
    session.press(Qt.Key.Key_Z, "\x1a", on=box, control=True)
    assert session.run.notes.all() == ()


def test_the_end_of_the_session_is_never_a_key_press_away(session):
    for _ in range(30):
        session.press(Qt.Key.Key_PageDown)
    assert session.run.stage.ended is None


def test_no_key_belongs_to_the_call():
    taken = [text for key in KEYS for text in key.keys if "Alt" in text or "Meta" in text]
    assert taken == []


def test_every_key_stands_for_one_thing():
    texts = [text for key in KEYS for text in key.keys]
    assert len(texts) == len(set(texts))
