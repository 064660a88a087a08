"""The presenter's window in trouble, in company, and in every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qpido_facilitator.run.run import DiskReport
from tests.builders import plan


@pytest.fixture
def session(stage):
    """A session at its first question."""
    stage.start(plan())
    for _ in range(5):
        stage.press(Qt.Key.Key_PageDown)
    return stage


def test_a_disk_that_refuses_is_said_in_the_window(session):
    session.session.live.disk_reported.emit(DiskReport(3, 2, True, "the disk is full, make room and try again"))
    strip = session.session.presenter.strip
    assert strip.isVisible()
    assert "the disk is full, make room and try again" in strip._text.text()


def test_what_is_said_of_the_disk_goes_when_it_works_again(session):
    session.session.live.disk_reported.emit(DiskReport(3, 2, True, "the disk is full, make room and try again"))
    session.session.live.disk_reported.emit(DiskReport(5, 0))
    assert not session.session.presenter.strip.isVisible()


def test_two_starts_on_one_run_see_each_others_notes(session):
    second = session.library.resume(session.run.id)
    second.notes.add(session.session.presenter.answers.boxes[0].place, "from the other start")
    second.close()

    session.run.accept(session.run.follow().facts)

    assert [note.text for note in session.run.notes.all()] == ["from the other start"]


def test_notes_and_answers_are_there_in_every_layout(session):
    for width, height in ((600, 728), (1280, 680), (1366, 728), (1920, 1040)):
        session.session.presenter.resize(width, height)
        session.app.processEvents()
        assert session.session.presenter.notes.isVisible()
        assert session.session.presenter.answers.isVisible()


def test_two_sets_of_windows_on_one_run_see_each_others_notes(session, home, qtbot):
    from tests.stage import Stage

    other = Stage(session.app, home, session.clock).resume(session.run.id)
    try:
        other.type("from the other laptop")
        qtbot.waitUntil(lambda: bool(session.run.notes.all()))
    finally:
        other.session.close()

    assert [note.text for note in session.run.notes.all()] == ["from the other laptop"]
    assert session.session.presenter.answers.boxes[0].notes.row(session.run.notes.all()[0].id) is not None


def test_an_end_that_was_a_mistake_can_be_taken_back(session):
    session.session.desk.controller.end()
    session.session.desk.controller.undo()
    assert session.run.stage.ended is None


def test_an_agenda_row_says_its_state_to_who_does_not_see_it(session):
    model = session.session.presenter.agenda._model
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any("on now" in text for text in said)
    assert any("to come" in text for text in said)


def test_speaker_notes_that_do_not_fit_end_at_a_whole_line(session):
    from qpido_facilitator.plan.model import SpeakerNotes

    notes = session.session.presenter.notes
    for height in range(600, 760, 7):
        session.session.presenter.resize(1280, height)
        notes.show_notes(SpeakerNotes(say="One sentence. " * 14, ask="Ask. " * 60, careful="Mind. " * 60), "", "")
        session.app.processEvents()
        shown = notes._scroll.viewport().height()
        assert any(0 <= shown - edge <= 3 for edge in notes._text.edges(notes._scroll.viewport().width()))
