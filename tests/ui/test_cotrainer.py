"""The co-trainer's window: writing without the mouse, never moved, always able to copy."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QScrollArea

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.writing import place_of_edit
from tests.pictures.co_scenes import CO_SCENES, SIZES, joined, working
from tests.ui.painted import cut_texts, overheard
from tests.ui.test_assistive import nameless


@pytest.fixture
def stage(qapp, home):
    with joined(qapp, "en", "light") as made:
        made.share()
        made.session.controller.choose_group(2)
        yield made


def press(stage, key, text="", *, control=False):
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    target = box(stage)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        stage.app.sendEvent(target, QKeyEvent(kind, key, held, text))
    stage.app.processEvents()


def box(stage):
    _, _, question = stage.session.controller.place
    return stage.window.questions[question].entry


def type_(stage, text, *, send=True):
    box(stage).setFocus()
    for char in text:
        press(stage, Qt.Key.Key_unknown, char)
    if send:
        press(stage, Qt.Key.Key_Return, "\r")


def notes(stage):
    return {(note.place.group, note.place.question, note.text) for note in stage.helper.notes.all()}


def test_enter_notes_an_answer_of_my_group_and_the_next_can_be_typed(stage):
    type_(stage, "one")
    type_(stage, "two")
    assert notes(stage) == {(2, "q1", "one"), (2, "q1", "two")}


def test_one_key_goes_to_the_next_question_and_one_to_the_next_group(stage):
    type_(stage, "one", send=False)
    press(stage, Qt.Key.Key_PageDown)
    type_(stage, "two", send=False)
    press(stage, Qt.Key.Key_Tab, control=True)
    type_(stage, "three")
    assert notes(stage) == {(2, "q1", "one"), (2, "q2", "two"), (3, "q2", "three")}


def test_only_the_active_question_has_a_box(stage):
    assert [view.box.isVisible() for view in stage.window.questions.values()] == [True, False, False]


def test_what_stands_in_a_box_comes_back_with_its_group(stage):
    type_(stage, "then Sanne said", send=False)
    stage.session.controller.choose_group(1)
    away = box(stage).toPlainText()
    stage.session.controller.choose_group(2)
    assert (away, box(stage).toPlainText(), notes(stage)) == ("", "then Sanne said", set())


def test_nobody_is_moved_while_they_type(stage):
    type_(stage, "half a sen", send=False)
    before = stage.session.controller.place
    for step in (Step("rooms"), Step("back", "q1")):
        stage.exercise.trainer.stage.enter(step)
        stage.share()
    type_(stage, "tence", send=False)
    assert (stage.session.controller.place, box(stage).toPlainText()) == (before, "half a sentence")
    assert box(stage).hasFocus()


def test_a_note_that_comes_in_does_not_take_the_keyboard_or_the_text(stage):
    type_(stage, "mine", send=False)
    stage.exercise.say(2, "q1", "from the trainer")
    stage.share()
    assert (box(stage).toPlainText(), box(stage).hasFocus()) == ("mine", True)


def test_going_along_goes_where_the_trainer_is(qapp, home):
    with joined(qapp, "en", "light") as stage:
        stage.share()
        stage.session.controller._item = "gone"
        stage.session.controller.go_to("rooms")
        assert stage.session.controller.place[0] == "rooms"


def test_taking_a_group_goes_there(stage):
    stage.window.switcher.take_requested.emit(4, True)
    assert stage.session.controller.place[1] == 4
    assert stage.helper.visits.mine(stage.exercise.item(run=stage.helper), (1, 2, 3, 4)) == (4,)


def test_being_there_and_needing_help_reach_the_trainer(stage):
    stage.window.switcher.here.click()
    stage.window.switcher.help.click()
    stage.share()
    item = stage.exercise.item()
    assert stage.exercise.trainer.visits.visits(item, 2)[0].here
    assert stage.exercise.trainer.help.asked(item, 2)


def test_no_notes_can_be_said_and_taken_back(stage):
    view = stage.window.questions["q1"]
    view.kind.missed.emit("no-notes")
    said = view._missed.text()
    view.kind.missed.emit("no-notes")
    assert (said, view._missed.text()) == ("No notes", "")


def test_a_signal_needs_a_sort_and_has_no_box_to_write_in(stage):
    stage.window.signal.click()
    form = stage.window.form
    assert not form.note.isEnabled()
    assert form.findChildren(QPlainTextEdit) == []
    form.choices["own-experience"].click()
    form.note.click()
    (signal,) = stage.helper.signals.all()
    assert (signal.about, signal.group, stage.window.form) == ("own-experience", 2, None)


def test_enter_in_the_answer_never_sends_a_signal(stage):
    stage.window.signal.click()
    stage.window.form.choices["unsafe-now"].click()
    type_(stage, "an answer")
    assert (stage.helper.signals.all(), notes(stage)) == ((), {(2, "q1", "an answer")})


def test_everything_can_be_copied_as_text_at_any_time(stage):
    type_(stage, "one")
    stage.window.copy_requested.emit()
    assert "- one" in QGuiApplication.clipboard().text()


def test_a_name_is_held_back_here_too(stage):
    type_(stage, "Sanne called")
    view = stage.window.questions["q1"]
    held = (notes(stage), view.reminder.text)
    view.reminder.kept.emit()
    assert held == (set(), "This looks like a name: Sanne")
    assert notes(stage) == {(2, "q1", "Sanne called")}


def test_a_pasted_chat_becomes_answers(stage):
    stage.window.questions["q1"].pasted.emit("q1", "10:02:31 From Els to Everyone:\n\tone\n10:03:00 From Jan : two")
    assert notes(stage) == {(2, "q1", "one"), (2, "q1", "two")}


def test_closing_the_window_notes_what_is_in_the_box(stage):
    type_(stage, "last words", send=False)
    stage.window.close()
    assert notes(stage) == {(2, "q1", "last words")}


def test_after_the_end_what_stands_in_a_box_stays_a_draft(stage):
    type_(stage, "too late", send=False)
    stage.exercise.trainer.stage.end()
    stage.share()
    stage.session.controller.send()
    assert (notes(stage), stage.helper.drafts.get(Place("rooms", "q1", 2).key).text) == (set(), "too late")


def test_the_kind_of_the_next_note_stands_on_its_button_in_words(stage):
    kind = stage.window.questions["q1"].kind
    before = kind.text()
    kind.choose("observation")
    assert (before, kind.text(), kind.accessibleName()) == (
        "Answer", "Observation", "Kind of note: Observation",
    )  # fmt: skip


def test_the_head_is_as_high_for_a_word_as_for_a_time(stage):
    before = stage.window.head.height()
    stage.exercise.open()
    stage.share()
    during = stage.window.head.height()
    over(stage)
    assert before == during == stage.window.head.height()


@pytest.mark.parametrize(("width", "beside"), [(660, True), (480, False)])
def test_two_versions_stand_beside_one_another_where_there_is_room(stage, width, beside):
    CO_SCENES["conflict"](stage)
    stage.window.resize(width, 688)
    stage.settle()
    keeps = [one for one in stage.window.findChildren(QAbstractButton) if one.text() == "Keep this one"]
    tops = {one.mapTo(stage.window, one.rect().topLeft()).y() for one in keeps}
    assert (len(keeps), len(tops) == 1) == (2, beside)


def test_two_versions_can_be_left_for_later_and_taken_up_again(stage):
    CO_SCENES["conflict"](stage)
    rows = stage.window.questions["q2"].notes
    by_name = {one.text(): one for one in rows.findChildren(QAbstractButton)}
    by_name["Later"].click()
    left = buttons(rows)
    by_name["Choose"].click()
    assert (left, "Keep both, as two answers" in buttons(rows)) == (["Choose"], True)


def test_a_line_tells_how_far_it_has_come_and_when_pointed_at_what_can_be_done_in_the_same_place(stage):
    type_(stage, "one")
    stage.settle()
    row = stage.window.questions["q1"].notes.row(stage.helper.notes.all()[0].id)
    text = next(one for one in row.findChildren(QLabel) if one.text() == "one")
    before, place = buttons(row), text.geometry()
    point(row)
    stage.settle()
    assert (before, buttons(row), text.geometry()) == ([], ["Edit", "Remove"], place)


def test_a_line_with_the_keyboard_opens_on_enter_and_goes_on_delete(stage):
    type_(stage, "one")
    row = stage.window.questions["q1"].notes.row(stage.helper.notes.all()[0].id)
    row.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    opened = [one.toPlainText() for one in row.findChildren(QPlainTextEdit)]
    row.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier))
    assert (opened, notes(stage)) == (["one"], set())


def test_the_second_line_of_an_answer_moves_nothing(stage):
    type_(stage, "a", send=False)
    stage.settle()
    before = [view.geometry() for view in stage.window.questions.values()]
    type_(stage, " word" * 16, send=False)
    stage.settle()
    assert box(stage).document().size().height() == 2
    assert [view.geometry() for view in stage.window.questions.values()] == before


@pytest.mark.parametrize(
    ("typed", "end", "texts"),
    [
        ("", Qt.Key.Key_Escape, ("theirs",)),
        ("more ", Qt.Key.Key_Escape, ("theirs",)),
        ("", Qt.Key.Key_Return, ("theirs",)),
        ("more ", Qt.Key.Key_Return, ("more one", "theirs")),
    ],
    ids=["escape", "escape-typed", "enter", "enter-typed"],
)
def test_what_another_wrote_in_a_note_that_stands_open_here_is_never_written_over(stage, typed, end, texts):
    type_(stage, "one")
    stage.share()
    note = stage.helper.notes.all()[0].id
    row = stage.window.questions["q1"].notes.row(note)
    row.open()
    entry = row.findChildren(QPlainTextEdit)[0]
    entry.moveCursor(QTextCursor.MoveOperation.Start)
    entry.insertPlainText(typed)
    stage.exercise.trainer.noting.put(note, "theirs")
    stage.share()
    QTest.keyClick(entry, end)
    stage.share()
    found = [run.notes.get(note) for run in (stage.helper, stage.exercise.trainer)]
    assert {tuple(sorted((one.text, *one.others))) for one in found} == {texts}


def test_emptying_a_note_that_another_changed_meanwhile_takes_nothing_away(stage):
    type_(stage, "one")
    stage.share()
    note = stage.helper.notes.all()[0].id
    row = stage.window.questions["q1"].notes.row(note)
    row.open()
    entry = row.findChildren(QPlainTextEdit)[0]
    stage.exercise.trainer.noting.put(note, "theirs")
    stage.share()
    entry.clear()
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert notes(stage) == {(2, "q1", "theirs")}


def test_a_removed_note_comes_back_with_one_press(stage):
    type_(stage, "one")
    stage.session.controller._on_remove(stage.helper.notes.all()[0].id)
    offered = stage.window.undo.isVisible()
    stage.window.undo.click()
    assert (offered, stage.window.undo.isVisible(), notes(stage)) == (True, False, {(2, "q1", "one")})


def test_control_z_takes_back_what_was_done_last_unless_the_box_has_something_to_take_back(stage):
    type_(stage, "one")
    type_(stage, "t", send=False)
    press(stage, Qt.Key.Key_Z, control=True)
    typed, kept = box(stage).toPlainText(), notes(stage)
    press(stage, Qt.Key.Key_Z, control=True)
    assert (typed, kept, notes(stage)) == ("", {(2, "q1", "one")}, set())


def test_when_every_group_is_closed_one_goes_to_the_plenary(stage):
    stage.exercise.trainer.rooms.set_count(stage.exercise.item(), 0)
    stage.share()
    assert stage.window.switcher._more.isVisible()
    press(stage, Qt.Key.Key_Tab, control=True)
    assert stage.session.controller.place[1] is None


def test_what_a_note_said_before_can_be_put_back_from_its_menu(stage):
    type_(stage, "one")
    note = stage.helper.notes.all()[0].id
    stage.helper.noting.put(note, "two")
    stage.settle()
    menu = stage.window.questions["q1"].notes.row(note).menu()
    back = next(action.menu() for action in menu.actions() if action.menu())
    back.actions()[0].trigger()
    assert notes(stage) == {(2, "q1", "one")}


def point(row):
    """Put the pointer on a row."""
    middle = QPointF(row.rect().center())
    row.enterEvent(QEnterEvent(middle, middle, middle))


def over(stage):
    """End the session, and let the co-trainer hear it."""
    stage.exercise.trainer.stage.end()
    stage.share()


def buttons(widget):
    return [one.accessibleName() or one.text() for one in widget.findChildren(QAbstractButton) if one.isVisible()]


def test_after_the_end_lines_can_be_read_but_nothing_about_them_can_be_changed(stage):
    type_(stage, "one")
    row = stage.window.questions["q1"].notes.row(stage.helper.notes.all()[0].id)
    point(row)
    before = buttons(stage.window.questions["q1"].notes)
    over(stage)
    row.open()
    assert before == ["Edit", "Remove"]
    assert buttons(stage.window.questions["q1"]) == []
    assert row.findChildren(QPlainTextEdit) == []


def test_after_the_end_one_sentence_says_so(stage):
    over(stage)
    said = stage.window.banner.banner
    assert (said.text, said.below) == ("The session is over: you can read and copy everything, but change nothing.", "")


def test_what_was_not_sent_before_the_end_stays_in_sight_to_copy_and_cannot_be_changed(stage):
    type_(stage, "too late", send=False)
    over(stage)
    type_(stage, " and more", send=False)
    box(stage).rested.emit("too late")
    box(stage).left.emit("too late")
    stage.window.copy_requested.emit()
    assert (box(stage).toPlainText(), box(stage).isVisible(), notes(stage)) == ("too late", True, set())
    assert "- too late" in QGuiApplication.clipboard().text()


def test_what_was_noted_as_it_rested_does_not_look_unsent_after_the_end(stage):
    type_(stage, "in time", send=False)
    box(stage).rested.emit("in time")
    over(stage)
    assert (box(stage).toPlainText(), box(stage).isVisible(), notes(stage)) == ("", False, {(2, "q1", "in time")})


def test_what_looks_like_a_person_is_not_copied_by_the_button(stage):
    type_(stage, "Sanne called", send=False)
    over(stage)
    stage.window.copy_requested.emit()
    assert "Sanne" not in QGuiApplication.clipboard().text()


def test_a_line_that_is_being_changed_when_the_session_ends_stays_as_it_was_and_the_change_is_kept(stage):
    type_(stage, "one")
    name = stage.helper.notes.all()[0].id
    row = stage.window.questions["q1"].notes.row(name)
    row.open()
    (inside,) = row.findChildren(QPlainTextEdit)
    inside.insertPlainText(" changed")
    over(stage)
    locked = inside.isReadOnly()
    inside.left.emit(inside.toPlainText())
    stage.settle()
    assert (locked, stage.helper.notes.get(name).text) == (True, "one")
    assert stage.helper.drafts.get(place_of_edit(name).key).text == "one changed"
    assert row.accessibleDescription() == "Changed too late: kept on this laptop only"


def test_when_the_end_is_taken_back_one_goes_on_writing_where_one_was(stage):
    type_(stage, "too late", send=False)
    over(stage)
    stage.exercise.trainer.stage.reopen()
    stage.share()
    press(stage, Qt.Key.Key_Return, "\r")
    assert notes(stage) == {(2, "q1", "too late")}


def test_after_the_end_two_versions_are_there_to_read_and_no_longer_to_choose(stage):
    CO_SCENES["conflict"](stage)
    view = stage.window.questions["q2"]
    before = len(buttons(view.notes))
    over(stage)
    assert (before > 2, buttons(view.notes)) == (True, [])


def test_that_the_trainer_types_in_my_question_stands_below_my_box_and_moves_nothing(stage):
    view = stage.window.questions["q1"]
    before = view.height(), view.entry.geometry()
    stage.helper.presence.hear(stage.exercise.trainer.writer, Place("rooms", "q1", 2))
    stage.settle()
    assert view.typing == "trainer is typing…"
    assert (view.height(), view.entry.geometry()) == before


def test_what_a_co_trainer_types_is_told_where_but_an_observation_is_not(stage):
    type_(stage, "half", send=False)
    typing = stage.helper.presence.mine
    stage.window.questions["q1"].kind.choose("observation")
    type_(stage, " more", send=False)
    assert (typing, stage.helper.presence.mine) == (Place("rooms", "q1", 2), None)


def test_a_new_line_does_not_scroll_the_list_away(stage):
    working(stage)
    area: QScrollArea = stage.window.list_area
    before = area.verticalScrollBar().value()
    stage.exercise.say(2, "q3", "from elsewhere")
    stage.share()
    assert area.verticalScrollBar().value() == before


@pytest.mark.parametrize("scene", sorted(CO_SCENES))
@pytest.mark.parametrize("spoken", [("nl", "light"), ("en", "dark")], ids=["nl", "en"])
def test_no_text_is_cut_and_every_control_has_a_name(qapp, home, scene, spoken):
    found = {}
    with joined(qapp, *spoken) as stage:
        CO_SCENES[scene](stage)
        for size in SIZES:
            stage.window.resize(*size)
            stage.settle()
            with overheard() as heard:
                stage.window.grab()
            cut = [*cut_texts(stage.window), *(str(text) for text in heard if text.spills)]
            found[size] = cut + nameless(stage.window)
    assert {size: texts for size, texts in found.items() if texts} == {}
