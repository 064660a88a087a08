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
    session.session.live.disk_reported.emit(DiskReport(3, 2, True, "No space left on device"))
    strip = session.session.presenter.strip
    assert strip.isVisible()
    assert "No space left on device" in strip._text.text()


def test_what_is_said_of_the_disk_goes_when_it_works_again(session):
    session.session.live.disk_reported.emit(DiskReport(3, 2, True, "No space left on device"))
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
