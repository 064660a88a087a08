"""Groups at work, in the real windows: opening the rooms, the matrix, one box for every cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QScrollArea

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import KINDS, Place
from qpido_facilitator.run.run import Identity
from tests.builders import FakeDisk, Speaker, carried, plan
from tests.stage import Stage


@pytest.fixture
def opening(stage):
    """The step of the breakout; the rooms are not open yet."""
    stage.start(plan())
    stage.run.stage.enter(Step("rooms"))
    stage.settle()
    return stage


@pytest.fixture
def rooms(opening):
    """The rooms are open."""
    opening.press(Qt.Key.Key_PageDown)
    return opening


def at(stage: Stage, group: int | None, question: str = "why") -> list[str]:
    return [note.text for note in stage.run.notes.at(Place("rooms", question, group))]


def test_the_script_comes_before_the_matrix(opening):
    assert opening.session.presenter.scene == "opening"


def test_next_opens_the_rooms_and_starts_their_clock(rooms):
    assert rooms.session.presenter.scene == "rooms"
    assert rooms.session.presenter.band._band.phase == "running"


def test_copying_the_task_puts_it_on_the_clipboard_and_ticks_the_step(opening):
    card = opening.session.presenter.opening._cards[0]
    card._copy.click()
    opening.settle()
    assert "Why did this happen?" in QGuiApplication.clipboard().text()
    assert card._done.text().startswith("Copied")


def test_the_room_list_can_be_copied(opening):
    opening.session.presenter.opening._cards[1]._copy.click()
    assert QGuiApplication.clipboard().text().splitlines() == ["Group 1", "Group 2", "Group 3"]


@pytest.mark.parametrize("size", [(520, 688), (600, 688), (1280, 688), (1366, 688), (1920, 1000)], ids=str)
@pytest.mark.parametrize("more", [0, 1, 6])
def test_nothing_of_the_opening_stands_outside_its_page(opening, size, more):
    for _ in range(more):
        opening.session.presenter.opening.count_requested.emit(1)
    opening.session.presenter.resize(*size)
    opening.settle()
    area = opening.session.presenter.opening.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_who_writes_along_is_chosen_with_a_press(opening):
    opening.session.presenter.opening._choices["nobody"].click()
    opening.settle()
    assert opening.run.agenda.entry("rooms").item.staffing == "nobody"
    assert opening.session.presenter.opening._choices["nobody"].isChecked()


def test_a_group_more_is_a_press_away_and_can_be_taken_back(opening):
    opening.session.presenter.opening.count_requested.emit(1)
    opening.settle()
    assert len(opening.session.presenter.opening._tiles) == 4
    opening.run.undo.undo()
    opening.settle()
    assert len(opening.session.presenter.opening._tiles) == 3


def test_a_card_that_is_too_narrow_for_its_words_has_them_in_its_tip(opening):
    tiles = opening.session.presenter.opening._choices.values()
    assert [tile.toolTip() for tile in tiles] == [tile.accessibleName() for tile in tiles]


def test_with_no_groups_left_everything_is_said_in_the_plenary(opening):
    for _ in range(3):
        opening.session.presenter.opening.count_requested.emit(-1)
    opening.press(Qt.Key.Key_PageDown)
    assert [head.group for head in opening.session.presenter.rooms.matrix._coverage.groups] == [None]


def test_groups_that_do_not_fit_how_many_are_there_are_warned_about_and_divided(opening):
    opening.run.arrival.count(10)
    opening.run.rooms.divide(opening.run.agenda.entry("rooms").item, 9)
    opening.settle()
    page = opening.session.presenter.opening
    assert not page._divide.isHidden()
    page._divide.click()
    opening.settle()
    assert page._divide.isHidden()
    assert [group.people for group in opening.run.agenda.groups_of(opening.run.agenda.entry("rooms").item)] == [4, 3, 3]


def test_an_answer_typed_in_a_cell_is_a_note_of_that_group(rooms):
    rooms.note(2, "We ask the neighbours")
    assert at(rooms, 2) == ["We ask the neighbours"]
    assert rooms.session.presenter.rooms.matrix.cell_view(2, "why").cell.count == 1


def test_enter_makes_the_next_answer_in_the_same_cell(rooms):
    rooms.note(1, "One")
    rooms.note(1, "Two")
    assert at(rooms, 1) == ["One", "Two"]


def test_tab_goes_to_the_next_group_and_what_was_typed_is_kept(rooms):
    rooms.note(1, "Half a sentence", send=False)
    rooms.press(Qt.Key.Key_Tab, on=rooms.session.presenter.rooms.editor.entry)
    assert at(rooms, 1) == ["Half a sentence"]
    assert rooms.session.presenter.rooms.editor.place == Place("rooms", "why", 2)


def test_control_and_down_goes_to_the_next_question_that_the_group_is_asked(rooms):
    rooms.note(2, "", send=False)
    rooms.press(Qt.Key.Key_Down, on=rooms.session.presenter.rooms.editor.entry, control=True)
    assert rooms.session.presenter.rooms.editor.place == Place("rooms", "then", 2)


def test_leaving_the_rooms_keeps_what_stood_in_the_box(rooms):
    rooms.note(3, "Not sent yet", send=False)
    rooms.press(Qt.Key.Key_PageDown)
    assert rooms.session.presenter.scene == "harvest"
    assert at(rooms, 3) == ["Not sent yet"]


def test_what_was_typed_is_there_after_a_crash(rooms):
    rooms.note(3, "Not sent yet", send=False)
    run = rooms.run.id
    rooms.crash()
    rooms.resume(run)
    rooms.session.presenter.rooms.matrix.open_cell(3, "why")
    assert rooms.session.presenter.rooms.editor.entry.toPlainText() == "Not sent yet"


def test_an_answer_that_names_someone_waits_for_a_decision(rooms):
    rooms.note(1, "Call mother on 06-12345678")
    editor = rooms.session.presenter.rooms.editor
    assert at(rooms, 1) == []
    assert not editor.reminder.isHidden()
    assert editor.entry.toPlainText() == "Call mother on 06-12345678"


def test_what_is_no_person_after_all_is_noted_with_one_press(rooms):
    rooms.note(1, "Call mother on 06-12345678")
    rooms.session.presenter.rooms.editor.reminder.kept.emit()
    assert at(rooms, 1) == ["Call mother on 06-12345678"]


def test_another_kind_of_note_is_behind_one_button_and_only_for_the_next_one(rooms):
    rooms.note(1, "", send=False)
    editor = rooms.session.presenter.rooms.editor
    editor.kind.choose("observation")
    rooms.note(1, "Two say nothing")
    rooms.note(1, "We wait")
    assert [note.text for note in rooms.run.notes.at(Place("rooms", "why", 1, "observation"))] == ["Two say nothing"]
    assert at(rooms, 1) == ["We wait"]


def test_an_observation_that_rests_is_never_an_answer(rooms):
    rooms.note(1, "", send=False)
    editor = rooms.session.presenter.rooms.editor
    editor.kind.choose("observation")
    rooms.note(1, "Two say nothing", send=False)
    editor.entry.rested.emit("Two say nothing")
    assert at(rooms, 1) == []
    assert [note.text for note in rooms.run.notes.at(Place("rooms", "why", 1, "observation"))] == ["Two say nothing"]


def test_an_answer_that_was_noted_becomes_an_observation_as_soon_as_that_is_chosen(rooms):
    rooms.note(1, "Two say nothing", send=False)
    editor = rooms.session.presenter.rooms.editor
    editor.entry.rested.emit("Two say nothing")
    editor.kind.choose("observation")
    assert at(rooms, 1) == []


def test_after_a_crash_a_draft_is_still_the_observation_it_was(rooms):
    rooms.note(1, "", send=False)
    rooms.session.presenter.rooms.editor.kind.choose("observation")
    rooms.note(1, "Two say nothing", send=False)
    run = rooms.run.id
    rooms.crash()
    rooms.resume(run)
    rooms.session.presenter.rooms.matrix.open_cell(1, "why")
    assert rooms.session.presenter.rooms.editor.kind.kind == "observation"


def test_what_is_typed_in_a_cell_is_told_where_but_an_observation_is_not(rooms):
    rooms.note(2, "An answer", send=False)
    typing = rooms.run.presence.mine
    rooms.session.presenter.rooms.editor.kind.choose("observation")
    chosen = rooms.run.presence.mine
    rooms.note(2, " after all", send=False)
    assert (typing, chosen, rooms.run.presence.mine) == (Place("rooms", "why", 2), None, None)


def test_who_sends_an_answer_types_no_more(rooms):
    rooms.note(2, "An answer")
    assert rooms.run.presence.mine is None


def test_a_box_that_was_emptied_is_not_typed_in(rooms):
    rooms.note(2, "A", send=False)
    rooms.press(Qt.Key.Key_Backspace)
    assert rooms.run.presence.mine is None


@pytest.fixture
def beside(rooms):
    """The one box beside the call, at the first question of the first group."""
    rooms.session.presenter.resize(600, 688)
    rooms.settle()
    rooms.session.presenter.rooms.place_requested.emit(1, "why")
    return rooms


def pressed(stage, name):
    """Press a button below the box beside the call."""
    docked = stage.session.presenter.rooms.docked
    next(one for one in docked.findChildren(QPushButton) if one.text() == name).click()
    stage.settle()


def parked(stage):
    return [note.text for note in stage.run.notes.at(Place("rooms", "why", 1, "parking"))]


def test_beside_the_call_a_button_parks_what_stands_in_the_box(beside):
    beside.session.presenter.rooms.docked.entry.insertPlainText("For later")
    pressed(beside, "Park")
    assert (at(beside, 1), parked(beside)) == ([], ["For later"])


def test_what_was_noted_as_it_rested_is_parked_instead(beside):
    docked = beside.session.presenter.rooms.docked
    docked.entry.insertPlainText("For later")
    docked.entry.rested.emit("For later")
    pressed(beside, "Park")
    assert (at(beside, 1), parked(beside)) == ([], ["For later"])


def test_after_parking_the_box_makes_answers_again(beside):
    docked = beside.session.presenter.rooms.docked
    docked.entry.insertPlainText("For later")
    pressed(beside, "Park")
    assert (docked.kind.kind, docked.kind.text(), docked.entry.toPlainText()) == ("answer", "Answer", "")


def test_what_looks_like_a_person_is_parked_once_it_is_none(beside):
    docked = beside.session.presenter.rooms.docked
    docked.entry.insertPlainText("Call mother on 06-12345678")
    pressed(beside, "Park")
    held = parked(beside)
    docked.reminder.kept.emit()
    assert (held, parked(beside), at(beside, 1)) == ([], ["Call mother on 06-12345678"], [])


def test_an_empty_box_parks_nothing(beside):
    pressed(beside, "Park")
    assert (parked(beside), beside.session.presenter.rooms.docked.kind.kind) == ([], "answer")


@pytest.mark.parametrize("width", [520, 600])
@pytest.mark.parametrize("kind", KINDS)
def test_beside_the_call_every_kind_stands_in_words_beside_the_other_buttons(beside, width, kind):
    beside.session.presenter.resize(width, 688)
    docked = beside.session.presenter.rooms.docked
    docked.kind.choose(kind)
    beside.settle()
    buttons = [one for one in docked.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()] == []
    assert docked.minimumSizeHint().width() <= docked.width()


def test_beside_the_call_a_button_notes_and_one_takes_in_a_chat(rooms):
    rooms.session.presenter.resize(600, 688)
    rooms.settle()
    page = rooms.session.presenter.rooms
    page.place_requested.emit(1, "why")
    page.docked.entry.insertPlainText("noted")
    next(one for one in page.docked.findChildren(QPushButton) if one.text() == "Note it").click()
    QGuiApplication.clipboard().setText("one\ntwo")
    next(one for one in page.findChildren(QPushButton) if one.text() == "Paste chat").click()
    assert at(rooms, 1) == ["noted", "one", "two"]


def test_beside_the_matrix_the_agenda_is_as_narrow_as_it_can_be(rooms):
    agenda = rooms.session.presenter.agenda
    beside = agenda.width()
    rooms.press(Qt.Key.Key_PageDown)
    rooms.settle()
    assert (beside, agenda.width()) == (248, 264)


def test_the_matrix_shows_at_once_that_a_co_trainer_types_and_that_they_stopped(rooms):
    helper = Speaker(rooms.run.folder, Identity(rooms.run.id, None, "co-trainer"), rooms.clock, disk=FakeDisk())
    rooms.run.accept(carried(helper.spoken))
    cell = rooms.session.presenter.rooms.matrix.cell_view(2, "why")
    rooms.run.presence.hear(helper.writer, Place("rooms", "why", 2))
    typing = cell.cell.state, cell.cell.status
    rooms.run.presence.hear(helper.writer, None)
    helper.close()
    assert (typing, cell.cell.state) == (("typing", "co-trainer 1 is typing…"), "empty")


def test_that_there_are_no_notes_is_a_state_of_its_own(rooms):
    rooms.note(1, "", send=False)
    rooms.session.presenter.rooms.editor.missed.emit(Place("rooms", "why", 1), "no-notes")
    rooms.settle()
    assert rooms.session.presenter.rooms.matrix.cell_view(1, "why").cell.state == "missed"


def test_two_versions_are_settled_with_one_press(rooms, tmp_path):
    helper = Speaker(tmp_path / "helper", Identity(rooms.run.id, None), rooms.clock, disk=FakeDisk())
    name = helper.noting.add(Place("rooms", "why", 1), "first")[0]
    rooms.run.accept(carried(helper.spoken))
    rooms.run.noting.put(name, "mine")
    helper.noting.put(name, "theirs")
    rooms.run.accept(carried(helper.spoken))
    helper.close()
    rooms.note(1, "", send=False)
    row = rooms.session.presenter.rooms.editor.notes.row(name)
    assert {version.text for version in row._conflict.conflict.versions} == {"mine", "theirs"}

    next(one for one in row.findChildren(QPushButton) if one.accessibleName() == "Keep: mine").click()

    note = rooms.run.notes.get(name)
    assert (note.text, note.others) == ("mine", ())


def test_groups_one_below_another_when_they_do_not_fit_beside_one_another(rooms):
    rooms.run.rooms.set_count(rooms.run.agenda.entry("rooms").item, 12)
    rooms.session.presenter.resize(1280, 688)
    rooms.settle()
    assert rooms.session.presenter.rooms.matrix.is_flat
    assert rooms.session.presenter.agenda.isHidden()


def test_the_agenda_comes_back_with_its_button(rooms):
    rooms.run.rooms.set_count(rooms.run.agenda.entry("rooms").item, 12)
    rooms.session.presenter.resize(1280, 688)
    rooms.settle()
    rooms.session.presenter.rooms._agenda.click()
    assert not rooms.session.presenter.agenda.isHidden()


def test_beside_the_call_there_is_one_box_with_its_group_and_question(rooms):
    rooms.session.presenter.resize(600, 688)
    rooms.settle()
    page = rooms.session.presenter.rooms
    assert page.editor is page.docked
    assert page._group.text() == "Group 1"
    rooms.note(2, "We call")
    assert at(rooms, 2) == ["We call"]


def test_a_cell_that_opens_shows_at_once_what_stands_in_it(rooms):
    name = rooms.run.noting.add(Place("rooms", "why", 1), "We call")[0]
    rooms.settle()
    rooms.note(1, "", send=False)
    assert rooms.session.presenter.rooms.editor.notes.row(name) is not None


def test_closing_a_group_loses_no_answer(rooms):
    rooms.note(1, "Stays")
    rooms.run.rooms.close(rooms.run.agenda.entry("rooms").item, 1)
    rooms.settle()
    assert rooms.session.presenter.rooms.matrix.cell_view(1, "why").cell.texts[0].text == "Stays"


def test_merging_groups_shows_both_their_answers_in_one(rooms):
    rooms.note(1, "From one")
    rooms.note(2, "From two")
    rooms.run.rooms.merge(rooms.run.agenda.entry("rooms").item, 2, 1)
    rooms.settle()
    cell = rooms.session.presenter.rooms.matrix.cell_view(1, "why").cell
    assert {text.text for text in cell.texts} == {"From one", "From two"}


def test_the_menu_of_a_group_says_that_i_am_there(rooms):
    from qpido_facilitator.ui.presenter.rooms.group_menu import group_menu

    item = rooms.run.agenda.entry("rooms").item
    group = rooms.run.agenda.groups_of(item)[1]
    menu = group_menu(rooms.run, item, group, rooms.look, rooms.words, rooms.session.presenter)
    next(action for action in menu.actions() if action.text() == "I am here").trigger()
    rooms.settle()
    assert rooms.session.presenter.rooms.matrix.head_view(2).head.visit == "here"


def test_a_group_that_was_closed_without_a_word_can_be_opened_from_the_menu_of_another(rooms):
    from qpido_facilitator.ui.presenter.rooms.group_menu import group_menu

    item = rooms.run.agenda.entry("rooms").item
    rooms.run.rooms.close(item, 2)
    rooms.settle()
    first = rooms.run.agenda.groups_of(item)[0]
    menu = group_menu(rooms.run, item, first, rooms.look, rooms.words, rooms.session.presenter)
    next(action for action in menu.actions() if action.text() == "Open Group 2 again").trigger()
    assert [one.open for one in rooms.run.agenda.groups_of(item)][1]


def test_without_any_group_the_plenary_has_a_menu_that_makes_one(rooms):
    from qpido_facilitator.ui.presenter.rooms.group_menu import plenary_menu

    item = rooms.run.agenda.entry("rooms").item
    rooms.run.rooms.set_count(item, 0)
    menu = plenary_menu(rooms.run, item, rooms.look, rooms.words, rooms.session.presenter)
    next(action for action in menu.actions() if action.text() == "One more group").trigger()
    assert sum(one.open for one in rooms.run.agenda.groups_of(item)) == 1


def test_splitting_is_not_offered_when_there_is_no_room_for_one_more_group(rooms):
    from qpido_facilitator.ui.presenter.rooms.group_menu import group_menu

    item = rooms.run.agenda.entry("rooms").item
    rooms.run.rooms.set_count(item, 15)
    first = rooms.run.agenda.groups_of(item)[0]
    menu = group_menu(rooms.run, item, first, rooms.look, rooms.words, rooms.session.presenter)
    assert not {"Split this group", "One more group"} & {action.text() for action in menu.actions()}


def test_beside_the_call_a_long_answer_leaves_the_box_free(beside):
    beside.run.noting.add(
        Place("rooms", "why", 1), "The mentor calls home first and talks with the child after it. " * 7
    )
    beside.settle()
    docked = beside.session.presenter.rooms.docked
    assert docked._scroll.geometry().bottom() < docked.entry.geometry().top()
    assert docked.height() >= docked.sizeHint().height()


def test_the_copy_key_copies_the_next_message_to_the_groups(rooms):
    rooms.press(Qt.Key.Key_K, on=rooms.session.presenter, control=True)
    assert "minutes" in QGuiApplication.clipboard().text()
    assert any(row.state == "copied" for row in rooms.session.presenter.rooms_side.messages._shown[0])


def test_minutes_in_the_dock_lengthen_the_rooms(rooms):
    before = rooms.session.presenter.band._band.number
    rooms.session.presenter.dock._minutes[2].click()
    rooms.settle()
    assert rooms.session.presenter.band._band.number != before


def test_several_lines_pasted_into_a_cell_are_as_many_answers(rooms):
    rooms.note(1, "", send=False)
    rooms.session.presenter.rooms.editor.entry.lines_pasted.emit("one\ntwo\nthree")
    assert at(rooms, 1) == ["one", "two", "three"]


def test_an_edit_that_names_someone_waits_in_its_row(rooms):
    rooms.note(1, "We call")
    rooms.note(1, "", send=False)
    editor = rooms.session.presenter.rooms.editor
    name = rooms.run.notes.at(Place("rooms", "why", 1))[0].id
    editor.notes.edited.emit(name, "We call 06-12345678", ())
    assert at(rooms, 1) == ["We call"]
    assert editor.notes.row(name)._strip.text.startswith("This looks like")


def test_the_answer_sheet_is_written_and_the_window_says_where(opening, tmp_path):
    sheets = opening.session.desk.controller.sheets
    sheets.write(tmp_path)
    sheets.wait()
    opening.settle()
    pages = sorted(path.suffix for path in tmp_path.iterdir() if path.is_file())
    assert pages == [".html", ".txt"]
    assert str(tmp_path) in opening.session.presenter.strip._text.text()


def test_a_folder_that_cannot_be_written_is_said_with_another_choice(opening, tmp_path):
    (tmp_path / "file").write_text("no folder")
    sheets = opening.session.desk.controller.sheets
    sheets.write(tmp_path / "file")
    sheets.wait()
    opening.settle()
    assert "was not written" in opening.session.presenter.strip._text.text()


def test_answers_on_paper_are_taken_in_from_the_matrix(rooms):
    from qpido_facilitator.ui.shared.import_dialog import ImportDialog

    rooms.session.presenter.rooms.import_requested.emit()
    assert len(rooms.session.presenter.findChildren(ImportDialog)) == 1


def test_rooms_for_zoom_are_made_in_a_dialog(opening):
    from qpido_facilitator.ui.shared.zoom_rooms_dialog import ZoomRoomsDialog

    opening.session.presenter.opening.zoom_requested.emit()
    assert len(opening.session.presenter.findChildren(ZoomRoomsDialog)) == 1


def test_who_is_with_whom_keeps_initials_and_no_names(opening):
    from qpido_facilitator.ui.presenter.rooms.seating_dialog import SeatingDialog

    opening.session.presenter.opening.seating_requested.emit()
    dialog = opening.session.presenter.findChildren(SeatingDialog)[0]
    dialog.box.setPlainText("Sanne de Vries\nPiet Jansen\nKim Bos\nLeo Smit")
    dialog._use.click()
    members = [one.members for one in opening.run.agenda.groups_of(opening.run.agenda.entry("rooms").item)]
    assert members == [("SV", "LS"), ("PJ",), ("KB",)]
    assert all(b"Sanne" not in path.read_bytes() for path in opening.run.folder.rglob("*.jsonl"))


def test_people_can_be_counted_off(opening):
    from qpido_facilitator.ui.presenter.rooms.seating_dialog import SeatingDialog

    opening.run.arrival.count(7)
    opening.session.presenter.opening.seating_requested.emit()
    dialog = opening.session.presenter.findChildren(SeatingDialog)[0]
    dialog._count.click()
    dialog._use.click()
    members = [one.members for one in opening.run.agenda.groups_of(opening.run.agenda.entry("rooms").item)]
    assert members == [("1", "4", "7"), ("2", "5"), ("3", "6")]


def test_the_parking_lot_can_be_shown_as_a_slide_on_the_way(rooms):
    from qpido_facilitator.show.audience import plain_text

    rooms.run.noting.add(Place("rooms", "why", None, "parking"), "What do we tell parents?")
    planning = rooms.session.desk.planning
    planning.plan.add_board("parking")
    rooms.press(Qt.Key.Key_PageDown)
    assert "What do we tell parents?" in plain_text(rooms.session.audience.slide)


@pytest.mark.parametrize(
    ("pasted", "several"), [("one", False), ("one\n", False), ("one\ntwo", True), ("\n \n", False)]
)
def test_one_line_that_is_pasted_goes_into_the_box_as_it_is(qapp, pasted, several):
    from PySide6.QtCore import QMimeData

    from qpido_facilitator.ui.shared.entry_box import EntryBox

    box = EntryBox("a box", splits=True)
    heard: list[str] = []
    box.lines_pasted.connect(heard.append)
    data = QMimeData()
    data.setText(pasted)
    box.insertFromMimeData(data)
    assert (heard == [pasted], box.toPlainText() == ("" if several else pasted)) == (several, True)
