"""The dialogs around a breakout: taking in answers, and the file for Zoom."""

from __future__ import annotations

import pytest
from shiboken6 import isValid

from qpido_facilitator.run.notes import Place
from qpido_facilitator.ui.shared.import_controller import import_answers
from qpido_facilitator.ui.shared.import_dialog import decoded
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.zoom_rooms_dialog import ZoomRoomsDialog
from qpido_facilitator.words import Words
from tests.exercise import Exercise
from tests.pictures.room_dialogs import room_dialogs
from tests.ui.painted import cut_texts, overheard
from tests.ui.test_assistive import nameless

TEXT = "Group 1\nQuestion 1: one\nQuestion 2: two\nGroup 2\nlost somewhere\nQuestion 1: Sanne said it"


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


@pytest.fixture
def opened(qapp, exercise):
    dialog, controller = import_answers(exercise.trainer, exercise.breakout(), Look("light"), Words("en"), None)
    yield dialog, controller
    if isValid(dialog):
        dialog.close()


def notes(exercise):
    return sorted((note.place.group, note.place.question, note.text) for note in exercise.trainer.notes.all())


def test_pasted_text_is_shown_with_its_places_before_anything_is_written(exercise, opened):
    dialog, _ = opened
    dialog.box.setPlainText(TEXT)
    assert [row.is_ticked for row in dialog.rows] == [True, True, False, False]
    assert (notes(exercise), dialog._take.text()) == ([], "Take in 2 answers")


def test_what_is_ticked_comes_in(exercise, opened):
    dialog, controller = opened
    heard: list[int] = []
    controller.taken.connect(heard.append)
    dialog.box.setPlainText(TEXT)
    dialog._take.click()
    assert (notes(exercise), heard) == ([(1, "q1", "one"), (1, "q2", "two")], [2])


def test_a_row_without_a_place_is_given_one_by_hand(exercise, opened):
    dialog, _ = opened
    dialog.box.setPlainText(TEXT)
    dialog.rows[2]._question.setCurrentIndex(2)
    assert dialog.rows[2].is_ticked
    dialog._take.click()
    assert (2, "q2", "lost somewhere") in notes(exercise)


def test_a_row_with_a_name_comes_in_only_when_someone_ticks_it(exercise, opened):
    dialog, _ = opened
    dialog.box.setPlainText(TEXT)
    dialog.rows[3].tick(True)
    dialog._take.click()
    assert (2, "q1", "Sanne said it") in notes(exercise)


def test_a_tick_that_was_taken_off_stays_off_while_more_is_pasted(exercise, opened):
    dialog, _ = opened
    dialog.box.setPlainText("Group 1\nQuestion 1: one")
    dialog.rows[0].tick(False)
    dialog.box.appendPlainText("two")
    assert [row.is_ticked for row in dialog.rows] == [False, True]


def test_less_text_leaves_fewer_rows(opened):
    dialog, _ = opened
    dialog.box.setPlainText(TEXT)
    dialog.box.setPlainText("Group 1\nQuestion 1: one")
    assert len(dialog.rows) == 1


def test_what_is_there_already_cannot_be_ticked(exercise, opened):
    exercise.say(1, "q1", "one")
    dialog, _ = opened
    dialog.box.setPlainText("Group 1\nQuestion 1: one")
    assert not dialog.rows[0]._tick.isEnabled()


def test_a_file_is_read_and_one_that_is_gone_is_told(exercise, opened, tmp_path):
    dialog, _ = opened
    (tmp_path / "a.txt").write_bytes("Group 1\r\nQuestion 1: één".encode("utf-8-sig"))
    dialog.open_file(tmp_path / "a.txt")
    dialog.open_file(tmp_path / "gone.txt")
    assert dialog.rows[0]._text.text() == "één"
    assert "did not work" in dialog._warned.text()


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_every_program_can_be_read(letters):
    assert decoded("één • drie".encode(letters)) == "één • drie"


def test_the_file_for_zoom_has_everyone_in_a_room_and_is_written_where_told(qapp, tmp_path):
    dialog = ZoomRoomsDialog(("Group 1", "Group 2"), Look("light"), Words("en"))
    dialog.box.setPlainText("a@x.nl b@x.nl c@x.nl d@")
    told, warned = dialog.told, dialog._warned.text()
    assert dialog.save(tmp_path / "rooms.csv")
    assert (told, warned) == ("Group 1: 2 · Group 2: 1", "This is no address: d@")
    assert (tmp_path / "rooms.csv").read_text().splitlines()[0] == "Pre-assign Room Name,Email Address"


def test_without_addresses_there_is_no_file(qapp):
    dialog = ZoomRoomsDialog(("Group 1",), Look("light"), Words("en"))
    assert not dialog._save.isEnabled()
    dialog.deleteLater()


def test_a_file_that_cannot_be_written_is_told(qapp, tmp_path):
    dialog = ZoomRoomsDialog(("Group 1",), Look("light"), Words("en"))
    dialog.box.setPlainText("a@x.nl")
    assert not dialog.save(tmp_path / "no" / "rooms.csv")
    assert "did not work" in dialog._warned.text()
    dialog.deleteLater()


def test_addresses_are_in_no_file_of_the_run(qapp, exercise, tmp_path):
    dialog = ZoomRoomsDialog(("Group 1",), Look("light"), Words("en"))
    dialog.box.setPlainText("kanarie@x.nl")
    dialog.deleteLater()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"kanarie" not in kept
    assert Place("rooms") not in exercise.trainer.notes.places("rooms")


@pytest.mark.parametrize("spoken", [("nl", "light"), ("en", "dark")], ids=["nl", "en"])
def test_no_text_of_the_dialogs_is_cut_and_every_control_has_a_name(qapp, home, spoken):
    found = {}
    with room_dialogs(qapp, *spoken) as opened_dialogs:
        for name, dialog in opened_dialogs:
            with overheard() as heard:
                dialog.grab()
            found[name] = [*cut_texts(dialog), *(str(text) for text in heard if text.spills), *nameless(dialog)]
    assert {name: texts for name, texts in found.items() if texts} == {}
