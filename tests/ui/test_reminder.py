"""The reminder while typing: quiet, below the box, and nothing goes out or gets lost while it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.ui.shared.entry_box import EntryBox
from tests.builders import plan


@pytest.fixture
def asking(stage):
    """A session at a question in the plenary."""
    stage.start(plan())
    stage.run.stage.enter(Step("talk", "why"))
    stage.settle()
    return stage


def box(stage):
    return stage.session.presenter.answers.boxes[0]


def noted(stage):
    return [note.text for note in stage.run.notes.all()]


def test_it_stands_below_the_box_as_soon_as_a_name_is_whole(asking):
    asking.type("Then Sanne", send=False)
    before = box(asking).reminder.text
    asking.type(" ", send=False)
    assert (before, box(asking).reminder.text) == ("", "This looks like a name: Sanne")


def test_enter_does_not_note_it_and_the_text_stays(asking):
    asking.type("Then Sanne called")
    assert (noted(asking), box(asking).entry.toPlainText()) == ([], "Then Sanne called")


def test_it_goes_when_the_name_goes(asking):
    asking.type("Then Sanne called", send=False)
    box(asking).entry.selectAll()
    asking.type("Then someone called")
    assert (noted(asking), box(asking).reminder.text) == (["Then someone called"], "")


def test_keeping_it_so_notes_it(asking):
    asking.type("Then Sanne called")
    box(asking).reminder.kept.emit()
    assert (noted(asking), box(asking).entry.toPlainText()) == (["Then Sanne called"], "")


def test_changing_it_selects_what_was_seen(asking):
    asking.type("Then Sanne called")
    strip = box(asking).reminder
    next(one for one in strip.findChildren(QPushButton) if one.text() == "Change").click()
    assert box(asking).entry.textCursor().selectedText() == "Sanne"


def test_going_on_to_another_step_neither_notes_nor_loses_it(asking):
    asking.type("Then Sanne called")
    asking.press(Qt.Key.Key_PageDown)
    away = noted(asking)
    asking.press(Qt.Key.Key_PageUp)
    assert (away, noted(asking)) == ([], [])
    assert box(asking).entry.toPlainText() == "Then Sanne called"
    assert "Sanne" in box(asking).reminder.text


def test_participants_never_see_the_reminder(asking):
    asking.type("Then Sanne called")
    from tests.ui.test_no_leak import look

    assert "Sanne" not in look(asking.session.audience)[0]


def paste(stage, text):
    data = QMimeData()
    data.setText(text)
    box(stage).entry.insertFromMimeData(data)
    stage.settle()


def test_one_pasted_line_goes_into_the_box(asking):
    paste(asking, "one line")
    assert (noted(asking), box(asking).entry.toPlainText()) == ([], "one line")


def test_pasted_lines_are_answers_and_the_box_keeps_what_was_in_it(asking):
    asking.type("half", send=False)
    paste(asking, "one\ntwo")
    assert (sorted(noted(asking)), box(asking).entry.toPlainText()) == (["one", "two"], "half")


def test_a_pasted_chat_keeps_its_texts_and_tells_what_was_left_out(asking):
    QGuiApplication.clipboard().setText(
        "10:02:31 From Els to Everyone:\n\tAsk first\n10:03:00 From Mo to You (Direct Message):\n\tThis was me"
    )
    box(asking).pasted.emit(box(asking).place, QGuiApplication.clipboard().text())
    assert (noted(asking), box(asking).reminder.text) == (["Ask first"], "1 private message left out")


def test_a_pasted_line_with_a_name_waits_in_the_box(asking):
    paste(asking, "Ask first\nSanne called")
    assert (noted(asking), box(asking).entry.toPlainText()) == (["Ask first"], "Sanne called")
    assert "Sanne" in box(asking).reminder.text


def test_an_edit_with_a_name_waits_on_its_row(asking):
    asking.type("Ask first")
    name = asking.run.notes.all()[0].id
    row = box(asking).notes.row(name)
    row.edited.emit(name, "Ask Sanne first", ())
    held = (noted(asking), row._text.text(), "Sanne" in row._strip.text)
    row.edit_kept.emit(name, "Ask Sanne first")
    assert (held, noted(asking)) == ((["Ask first"], "Ask Sanne first", True), ["Ask Sanne first"])


def test_an_edit_that_waits_can_be_given_up(asking):
    asking.type("Ask first")
    name = asking.run.notes.all()[0].id
    row = box(asking).notes.row(name)
    row.edited.emit(name, "Ask Sanne first", ())
    row.open()
    row.findChild(EntryBox).escaped.emit()
    assert (noted(asking), row._text.text(), row._strip.text) == (["Ask first"], "Ask first", "")
