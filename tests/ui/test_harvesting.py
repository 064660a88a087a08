"""The harvest in the real windows: choosing, shortening, ordering, hiding; only copies, never the notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from qpido_facilitator.show.audience import plain_text
from tests.builders import plan
from tests.stage import Stage


@pytest.fixture
def harvest(stage):
    """Groups 1 and 2 said something; their harvest is on, nothing shown yet."""
    stage.start(plan())
    stage.run.stage.enter(Step("rooms"))
    stage.settle()
    stage.press(Qt.Key.Key_PageDown)
    stage.run.noting.add(Place("rooms", "why", 1), "apples", "pears")
    stage.run.noting.add(Place("rooms", "why", 2), "plums")
    stage.press(Qt.Key.Key_PageDown)
    return stage


def seen(stage: Stage) -> str:
    slide = stage.session.audience.slide
    return plain_text(slide) if slide else ""


def rows(stage: Stage):
    return [row for section in stage.session.presenter.harvest.sections for row in section.rows]


def row(stage: Stage, text: str):
    return next(one for one in rows(stage) if one.line.original == text)


def add(stage: Stage, text: str):
    """Type an answer for the third group, and send it."""
    section = stage.session.presenter.harvest.sections[2]
    section._open()
    for char in text:
        stage.press(Qt.Key.Key_unknown, char, on=section.entry)
    stage.press(Qt.Key.Key_Return, "\r", on=section.entry)
    return section


def test_the_page_shows_every_answer_of_the_question(harvest):
    assert harvest.session.presenter.scene == "harvest"
    assert [one.line.text for one in rows(harvest)] == ["apples", "pears", "plums"]


def test_nothing_is_seen_before_next_shows_it(harvest):
    assert "apples" not in seen(harvest)
    harvest.press(Qt.Key.Key_PageDown)
    assert "apples" in seen(harvest)
    assert "plums" not in seen(harvest)


def test_of_a_group_only_what_was_chosen_is_shown(harvest):
    row(harvest, "pears")._tick.click()
    harvest.press(Qt.Key.Key_PageDown)
    assert "pears" in seen(harvest)
    assert "apples" not in seen(harvest)


def test_shortening_changes_what_is_shown_and_not_the_note(harvest):
    one = row(harvest, "apples")
    one.open()
    one.editing.box.submitted.emit("app")
    harvest.press(Qt.Key.Key_PageDown)
    assert "apples" not in seen(harvest)
    assert harvest.run.notes.get(one.line.note).text == "apples"


def test_leaving_a_box_to_shorten_in_makes_no_copy_of_words_that_another_changed_meanwhile(harvest):
    one = row(harvest, "apples")
    note = one.line.note
    one.open()
    harvest.run.notes.put(note, "plums")
    harvest.settle()
    one.editing.box.escaped.emit()
    assert [line.line.shortened for line in rows(harvest) if line.line.note == note] == [False]


def test_an_answer_is_hidden_in_one_press_after_it_was_shown(harvest):
    harvest.press(Qt.Key.Key_PageDown)
    row(harvest, "apples")._eye.click()
    assert "apples" not in seen(harvest)
    assert "pears" in seen(harvest)


def test_what_was_shown_last_can_be_hidden_at_once(harvest):
    harvest.press(Qt.Key.Key_PageDown)
    harvest.press(Qt.Key.Key_PageDown)
    harvest.session.presenter.harvest_side._hide.click()
    assert "plums" not in seen(harvest)
    assert "apples" in seen(harvest)


def test_everything_can_be_shown_at_once(harvest):
    harvest.session.presenter.harvest_side._all.click()
    harvest.settle()
    assert "apples" in seen(harvest)
    assert "plums" in seen(harvest)


def test_an_answer_can_be_put_before_another(harvest):
    row(harvest, "pears").moved.emit(row(harvest, "pears").line.note, -1)
    assert [one.line.text for one in rows(harvest)][:2] == ["pears", "apples"]


@pytest.mark.parametrize(("at", "by"), [(2, -1), (1, -1), (0, 1), (1, 1), (0, 2), (2, -2)])
def test_of_groups_that_became_one_every_answer_can_be_moved(harvest, at, by):
    harvest.run.noting.add(Place("rooms", "why", 3), "grapes")
    breakout = harvest.run.agenda.entry("rooms").item
    for group in (2, 3):
        harvest.run.rooms.merge(breakout, group, 1)
    harvest.settle()
    before = [one.line.text for one in rows(harvest)]
    note = rows(harvest)[at].line.note
    harvest.session.presenter.harvest.moved.emit(note, by)
    wanted = [*before[:at], *before[at + 1 :]]
    wanted.insert(at + by, before[at])
    assert [one.line.text for one in rows(harvest)] == wanted
    harvest.run.undo.undo()
    harvest.settle()
    assert [one.line.text for one in rows(harvest)] == before


def test_an_answer_that_was_forgotten_can_be_added(harvest):
    add(harvest, "grapes")
    assert [note.text for note in harvest.run.notes.at(Place("rooms", "why", 3))] == ["grapes"]


def test_an_added_answer_that_names_someone_stays_in_its_box_with_a_reminder(harvest):
    section = add(harvest, "Sanne called 06-12345678")
    assert harvest.run.notes.at(Place("rooms", "why", 3)) == ()
    assert (section.entry.toPlainText(), section.reminder.asks) == ("Sanne called 06-12345678", True)


def test_an_added_answer_is_noted_when_it_is_said_to_name_nobody(harvest):
    add(harvest, "Sanne called").reminder.kept.emit()
    assert [note.text for note in harvest.run.notes.at(Place("rooms", "why", 3))] == ["Sanne called"]


def test_what_was_held_back_stands_there_again_when_the_box_is_opened(harvest):
    section = add(harvest, "Sanne called")
    section.close_box()
    section._open()
    assert section.entry.toPlainText() == "Sanne called"


def test_a_tab_goes_to_the_other_question(harvest):
    harvest.session.presenter.harvest.question_requested.emit("then")
    harvest.settle()
    assert harvest.run.stage.position.where == Step("back", "then")


def test_the_harvest_can_go_group_by_group(harvest):
    harvest.session.presenter.harvest._order.click()
    harvest.settle()
    assert harvest.run.agenda.entry("back").item.by == "group"
    assert harvest.session.presenter.harvest.sections[0]._title.text().startswith("Group 1")


def test_observations_and_signals_have_no_row(harvest):
    harvest.run.noting.add(Place("rooms", "why", 1, "observation"), "CANARY")
    harvest.run.signals.note("own-experience", 1)
    harvest.settle()
    assert all("CANARY" not in one.line.text for one in rows(harvest))
    harvest.session.presenter.harvest_side._all.click()
    assert "CANARY" not in seen(harvest)


def test_a_mark_has_room_around_its_word_also_when_it_came_later(harvest):
    harvest.press(Qt.Key.Key_PageDown)
    told = row(harvest, "plums")._told
    row(harvest, "plums")._eye.click()
    harvest.settle()
    words = told.fontMetrics().horizontalAdvance(told.text())
    assert (told.text(), told.width() >= words + 12) == ("hidden", True)


@pytest.mark.parametrize("size", [(600, 688), (520, 600)], ids=str)
def test_beside_the_call_the_slide_stands_below_the_answers_with_what_next_adds(harvest, size):
    presenter, side = harvest.session.presenter, harvest.session.presenter.harvest_side
    presenter.resize(*size)
    harvest.settle()
    harvest.press(Qt.Key.Key_PageDown)
    harvest.settle()
    assert side.live.isVisible()
    assert "apples" in side.live.accessibleName()
    assert side._title.text() == "Group 2"
    assert side.height() < 140
    assert side._all.isVisible()


def test_back_in_a_wide_window_the_slide_is_large_again(harvest):
    presenter, side = harvest.session.presenter, harvest.session.presenter.harvest_side
    presenter.resize(600, 688)
    harvest.settle()
    presenter.resize(1366, 688)
    harvest.settle()
    assert (side.live.width() > 400, side._promise.isVisible(), side.property("role")) == (True, True, "side")
