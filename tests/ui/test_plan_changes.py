"""Changing the plan from the trainer's window, with real windows and keys; participants see nothing of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.change import EndAt
from qpido_facilitator.ui.presenter.agenda_list import MORE, ROW
from qpido_facilitator.ui.presenter.stepper import Stepper
from tests.builders import plan

SHIFT_F10 = (Qt.Key.Key_F10, {"shift": True})


@pytest.fixture
def session(stage):
    """A session at its first question; what comes after it is still to come."""
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    return stage


def rows(session):
    model = session.session.presenter.agenda._model
    return [model.data(model.index(number), ROW) for number in range(model.rowCount())]


def choose(session, text):
    """Put the keyboard on the row with this text, and return the row."""
    listed = session.session.presenter.agenda._list
    found = next(number for number, row in enumerate(rows(session)) if text in row.text)
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(found, 0))
    return rows(session)[found]


def popup(session) -> QMenu:
    found = session.app.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def command(menu: QMenu, text: str):
    """Return a command of a menu, or of one below it."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            found = command(below, text)
            if found:
                return found
        elif action.text().split("\t")[0] == text:
            return action
    return None


def pick(menu: QMenu, text: str) -> None:
    """Press a command, which closes the menu."""
    found = command(menu, text)
    menu.close()
    found.trigger()


def open_menu(session, text) -> QMenu:
    choose(session, text)
    session.press(Qt.Key.Key_F10, shift=True)
    return popup(session)


def skipped(session) -> list[str]:
    return [entry.item.id for entry in session.run.agenda.entries if entry.skipped]


@pytest.mark.parametrize(("key", "held"), [SHIFT_F10, (Qt.Key.Key_Menu, {})], ids=["Shift+F10", "Menu"])
def test_the_keyboard_opens_the_menu_of_a_row(session, key, held):
    choose(session, "End")
    session.press(key, **held)
    assert command(popup(session), "Skip") is not None


def test_the_right_button_opens_the_menu_of_the_row_under_it(session):
    listed = session.session.presenter.agenda._list
    place = listed.visualRect(listed.model().index(listed.model().rowCount() - 1, 0)).center()
    reason = QContextMenuEvent.Reason.Mouse
    session.app.sendEvent(
        listed.viewport(), QContextMenuEvent(reason, place, listed.viewport().mapToGlobal(place))
    )  # fmt: skip
    command(popup(session), "Skip").trigger()
    assert skipped(session) == ["bye"]


def test_the_dots_at_the_end_of_a_row_open_its_menu(session, qtbot):
    listed = session.session.presenter.agenda._list
    area = listed.visualRect(listed.model().index(listed.model().rowCount() - 1, 0))
    place = QPoint(listed.viewport().width() - MORE // 2, area.center().y())
    qtbot.mousePress(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert command(popup(session), "Go here") is not None


def test_a_press_elsewhere_on_a_row_opens_no_menu(session, qtbot):
    listed = session.session.presenter.agenda._list
    area = listed.visualRect(listed.model().index(listed.model().rowCount() - 1, 0))
    qtbot.mousePress(listed.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert session.app.activePopupWidget() is None


def test_delete_skips_what_is_chosen_and_the_row_stays_in_sight(session):
    choose(session, "End")
    session.press(Qt.Key.Key_Delete)
    assert [(row.state, row.right) for row in rows(session) if row.text == "End"] == [("skipped", "skipped")]


def test_delete_again_takes_it_back_in(session):
    choose(session, "End")
    session.press(Qt.Key.Key_Delete)
    session.press(Qt.Key.Key_Delete)
    assert skipped(session) == []


def test_the_dock_says_what_was_done_and_undo_takes_it_back(session):
    choose(session, "End")
    session.press(Qt.Key.Key_Delete)
    said = session.session.presenter.dock.offers_undo
    session.press(Qt.Key.Key_Z, control=True)
    assert (said.startswith("End skipped"), skipped(session)) == (True, [])


def test_after_undo_the_dock_offers_it_no_more(session):
    choose(session, "End")
    session.press(Qt.Key.Key_Delete)
    session.press(Qt.Key.Key_Z, control=True)
    assert session.session.presenter.dock.offers_undo == ""


def test_beside_a_call_the_strip_offers_undo(session):
    session.session.presenter.resize(600, 728)
    session.press(Qt.Key.Key_G, "g", on=session.session.presenter)
    choose(session, "End")
    session.press(Qt.Key.Key_Delete, on=session.session.presenter.agenda._list)
    strip = session.session.presenter.strip
    assert strip._text.text().startswith("End skipped")
    strip._button.click()
    assert (skipped(session), strip.isVisible()) == ([], False)


def test_control_and_an_arrow_move_an_item_and_the_keyboard_stays_on_it(session):
    choose(session, "Rooms")
    session.press(Qt.Key.Key_Up, control=True)
    listed = session.session.presenter.agenda._list
    order = [entry.item.id for entry in session.run.agenda.entries]
    assert order.index("rooms") < order.index("talk")
    assert "Rooms" in listed.currentIndex().data(ROW).text


def test_a_row_that_was_moved_says_so(session):
    choose(session, "End")
    session.press(Qt.Key.Key_Up, control=True)
    model = session.session.presenter.agenda._model
    said = [model.data(model.index(n), Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert [text for text in said if "moved" in text and text.startswith("End")]


def test_minutes_change_while_the_menu_stays_open(session):
    menu = open_menu(session, "End")
    stepper = menu.findChild(Stepper)
    stepper._plus.click()
    stepper._plus.click()
    session.settle()
    assert (menu.isVisible(), session.run.agenda.entry("bye").minutes) == (True, 2.0)


def test_a_single_question_is_skipped_from_its_row(session):
    choose(session, "Question 2")
    session.press(Qt.Key.Key_Delete)
    assert (session.run.agenda.entry("talk").left_out, skipped(session)) == (("then",), [])


def test_going_somewhere_from_the_menu_can_be_taken_back(session):
    before = session.run.stage.position.where
    pick(open_menu(session, "End"), "Go here")
    session.settle()
    there, said = session.run.stage.position.where, session.session.presenter.dock.offers_undo
    session.press(Qt.Key.Key_Z, control=True)
    assert (there, said, session.run.stage.position.where) == (Step("bye"), "Went to Goodbye", before)


def test_an_item_that_was_on_can_begin_anew(session):
    session.tick(minutes=3)
    pick(open_menu(session, "Question 1"), "Begin anew")
    session.settle()
    assert session.session.presenter.band._band.number == "10:00"


def test_a_part_goes_behind_another_one_by_its_menu(session):
    session.run.stage.enter(Step("welcome"))
    session.settle()
    pick(open_menu(session, "Middle"), "After End")
    assert [part.id for part in session.run.agenda.parts] == ["start", "end", "middle"]


def write(session, text):
    """Type into the field that has the keyboard."""
    for char in text:
        session.press(Qt.Key.Key_unknown, char)


def test_a_question_of_ones_own_has_its_own_answers(session):
    session.press(Qt.Key.Key_J, control=True)
    write(session, "And you?")
    session.press(Qt.Key.Key_Return, "\r")
    session.press(Qt.Key.Key_PageDown)
    session.type("Me too")
    here = session.run.stage.position
    assert [(note.place.item, note.place.question, note.text) for note in session.run.notes.all()] == [
        (here.item, here.where.question, "Me too")
    ]
    assert here.item.startswith("own-question")


def test_what_is_added_waits_until_it_is_shown(session):
    before = session.run.stage.position.where
    session.press(Qt.Key.Key_J, control=True)
    write(session, "And you?")
    session.press(Qt.Key.Key_Return, "\r")
    assert session.run.stage.position.where == before
    assert "Own question" in session.session.presenter.dock._next.text()


def test_a_question_can_be_shown_at_once(session):
    session.press(Qt.Key.Key_J, control=True)
    write(session, "And you?")
    session.session.presenter.sheet._show_now.click()
    assert session.run.stage.position.item.startswith("own-question")


def test_an_empty_sheet_adds_nothing(session):
    before = session.run.agenda.entries
    session.press(Qt.Key.Key_J, control=True)
    session.press(Qt.Key.Key_Return, "\r")
    assert (session.run.agenda.entries, session.session.presenter.sheet.isVisible()) == (before, True)


def test_escape_of_a_clicker_closes_no_sheet(session):
    session.press(Qt.Key.Key_J, control=True)
    session.press(Qt.Key.Key_Escape)
    assert session.session.presenter.sheet.isVisible()


def test_a_clicker_goes_on_while_a_question_is_written_and_nothing_of_it_is_lost(session):
    session.press(Qt.Key.Key_J, control=True)
    write(session, "And y")
    session.press(Qt.Key.Key_PageDown)
    sheet = session.session.presenter.sheet
    assert (session.run.stage.position.where, sheet._question.toPlainText()) == (Step("talk", "then"), "And y")
    assert "What would you do" in sheet._note.text()


def test_a_break_and_a_link_are_added_after_a_row(session):
    pick(open_menu(session, "End"), "Extra break")
    session.press(Qt.Key.Key_Return, "\r")
    pick(open_menu(session, "End"), "Show a link")
    session.session.presenter.sheet._address.setText("https://example.org")
    session.press(Qt.Key.Key_Return, "\r")
    session.settle()
    kinds = [entry.item.kind for entry in session.run.agenda.entries if entry.inserted]
    assert sorted(kinds) == ["break", "links"]


def test_before_the_start_there_is_nothing_to_ask_and_nothing_to_make_up(stage):
    stage.start(plan())
    stage.press(Qt.Key.Key_J, control=True)
    stage.press(Qt.Key.Key_I, control=True)
    assert not stage.session.presenter.sheet.isVisible()
    assert not stage.session.presenter.catch_up.isVisible()


def make_up(session) -> None:
    catch_up = session.session.desk.planning.catch_up
    catch_up.toggle()
    catch_up._apply()


CHANGES = {
    "skip": lambda s: s.run.replan.skip("back"),
    "skip and undo": lambda s: (s.run.replan.skip("back"), s.run.undo.undo()),
    "skip what is on": lambda s: s.run.replan.skip("talk"),
    "skip a question": lambda s: s.run.replan.skip_question("talk", "then"),
    "move": lambda s: s.run.replan.shift("back", -1),
    "move a part": lambda s: s.run.replan.shift_part("end", -1),
    "re-time": lambda s: s.run.replan.retime("back", 3),
    "insert": lambda s: s.run.inserts.ask("And you?", minutes=4),
    "insert and undo": lambda s: (s.run.inserts.ask("And you?", minutes=4), s.run.undo.undo()),
    "decide on a late start": lambda s: s.run.replan.decide_late("shift"),
    "agree on another end": lambda s: s.run.replan.apply(EndAt(s.run.now() + timedelta(minutes=90))),
    "make up time": make_up,
    "copy a text": lambda s: s.run.cues.copy("talk", "0", s.run.stage.position.visit),
}


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_nothing_is_painted_for_participants_when_the_plan_changes(session, change):
    audience, painted = session.session.audience, []
    before = audience.grab().toImage()
    session.settle()
    audience.painted.connect(lambda: painted.append(change))
    CHANGES[change](session)
    session.settle()
    assert (painted, audience.grab().toImage() == before) == ([], True)
