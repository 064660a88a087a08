"""Keys do what the table says, in both windows, and nothing while typing that should be a letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.shared.key_sheet import KeySheet
from qpido_facilitator.ui.shared.key_table import KEYS, key_named, key_page
from qpido_facilitator.ui.shared.keys import cap_of
from qpido_facilitator.words import Words
from tests.builders import long_plan, plan

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def session(stage):
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    return stage


def box(session):
    return session.session.presenter.answers.boxes[0].entry


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
    for film in (False, True):
        texts = [text for key in KEYS if (key.scope == "film") == film for text in key.keys]
        assert len(texts) == len(set(texts))


def test_two_presses_of_a_clicker_at_once_are_one(session):
    before = session.run.stage.position
    session.press(Qt.Key.Key_PageDown, on=session.session.presenter)
    session.bounce(Qt.Key.Key_PageDown)
    after = session.run.stage.position
    assert (before.question, after.question) == ("why", "then")


def test_the_next_button_pressed_twice_at_once_is_pressed_once(session):
    dock = session.session.presenter.dock
    session.clock.advance(seconds=1)
    for _ in range(2):
        dock.next_requested.emit()
    session.settle()
    assert session.run.stage.position.question == "then"


def test_a_burst_of_thirty_presses_loses_none(stage):
    stage.start(long_plan(40))
    for _ in range(31):
        stage.bounce(Qt.Key.Key_PageDown)
    assert stage.run.stage.position.item == "item-30"


def test_arrow_keys_count_however_fast(stage):
    stage.start(long_plan(5))
    for _ in range(3):
        stage.bounce(Qt.Key.Key_Right)
    assert stage.run.stage.position.item == "item-2"


def test_a_held_clicker_key_goes_on_once(stage):
    stage.start(long_plan(5))
    stage.press(Qt.Key.Key_PageDown)
    stage.press(Qt.Key.Key_PageDown, repeat=True)
    assert stage.run.stage.position.item == "item-0"


def test_single_keys_do_nothing_once_they_are_switched_off(session):
    session.session.choose(Settings("en", single_keys=False), session.words)
    session.press(Qt.Key.Key_B, "b", on=session.session.presenter)
    assert session.run.stage.screen == "live"


def test_page_down_goes_on_while_single_keys_are_off(session):
    session.session.choose(Settings("en", single_keys=False), session.words)
    session.press(Qt.Key.Key_PageDown)
    assert session.run.stage.position.question == "then"


def test_the_dot_of_a_clicker_in_an_empty_box_is_said(session):
    session.type(".", send=False)
    assert "full stop" in session.session.presenter.strip._text.text()


def test_a_full_stop_at_the_end_of_a_sentence_is_no_clicker(session):
    session.clock.advance(seconds=0.4)
    for char in "Yes":
        session.bounce(Qt.Key.Key_unknown, char, on=box(session))
    session.bounce(Qt.Key.Key_Period, ".", on=box(session))
    assert not session.session.presenter.strip.isVisible()


def test_f6_goes_round_the_zones_and_back_again(session):
    presenter = session.session.presenter
    presenter.setFocus()
    session.press(Qt.Key.Key_F6, on=presenter)
    first = session.app.focusWidget()
    session.press(Qt.Key.Key_F6)
    session.press(Qt.Key.Key_F6, shift=True)
    assert session.app.focusWidget() is first


def test_every_zone_can_be_reached_with_f6(session):
    presenter, reached = session.session.presenter, set()
    presenter.setFocus()
    for _ in range(8):
        session.press(Qt.Key.Key_F6)
        focus = session.app.focusWidget()
        reached |= {type(zone).__name__ for zone in presenter.zones() if zone.isAncestorOf(focus)}
    assert reached == {"AgendaView", "NotesView", "SlidesView", "AnswersView", "Dock"}


def test_space_on_a_focused_button_presses_the_button(session):
    session.session.presenter.dock._calm.setFocus()
    session.press(Qt.Key.Key_Space, " ")
    assert (session.run.stage.screen, session.run.stage.position.question) == ("calm", "why")


def test_no_key_is_one_that_teams_or_zoom_uses():
    ours = [text for key in KEYS for text in key.keys]
    shifted = [text for text in ours if text.startswith("Ctrl+Shift+")]
    assert (shifted, "Ctrl+Space" in ours) == ([], False)


def test_no_control_has_a_letter_that_works_with_alt(session):
    buttons = session.session.presenter.findChildren(QAbstractButton)
    assert [button.text() for button in buttons if "&" in button.text()] == []


def test_the_page_of_keys_in_the_readme_is_that_of_the_table():
    assert key_page(Words("en")) in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_key_sheet_shows_every_key_of_the_table(session):
    session.press(Qt.Key.Key_F1)
    sheet = session.session.presenter.findChild(KeySheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    sheet.close()
    assert {cap_of(text) for key in KEYS for text in key.keys} <= shown


def test_every_command_of_the_menu_that_is_in_the_table_is_called_as_there(session):
    menu = session.session.presenter.dock.menu
    said = [action.text().split("\t")[0] for action in menu.actions()]
    for name in ("black", "browse", "pause", "go", "settings", "keys"):
        assert key_named(name).words in said
