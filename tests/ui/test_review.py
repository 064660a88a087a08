"""The review window: from what was written down to documents, step by step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from qpido_facilitator.export.backup import new_key_file, read_key_file, unlock
from qpido_facilitator.retention import Receipt
from qpido_facilitator.run.notes import Place
from qpido_facilitator.settings import Settings
from qpido_facilitator.ui.review.marked_text import MarkedText
from qpido_facilitator.ui.review.opened import OpenReview
from tests.builders import plan
from tests.pictures.scenes import STEPS, reviewing, turn_to
from tests.ui.painted import cut_texts, overheard
from tests.ui.test_assistive import nameless

SIZES = ((520, 600), (600, 688), (1000, 688), (1280, 688), (1366, 688), (1920, 1000))
WHY = Place("talk", "why")


@pytest.fixture
def review(stage, home):
    """Open the review of a session with some answers; closes it again."""
    opened = []

    def make(*answers: str) -> OpenReview:
        run = stage.library.start(plan())
        for answer in answers:
            run.notes.add(WHY, answer)
        run.close()
        from qpido_facilitator.resources import Places

        made = OpenReview(run.id, stage.library, Places(home), home / "documents", stage.look, stage.words,
                          Settings("en", motion="off"))  # fmt: skip
        made.show()
        opened.append(made)
        return made

    yield make
    for one in opened:
        one.close()


def made(review: OpenReview) -> None:
    """Make what is wanted, and let the window hear of it."""
    review.controller._on_next()
    review.controller.making.maker.wait()
    for _ in range(5):
        QApplication.processEvents()


def rows(review: OpenReview) -> list[str]:
    """Return the lines of the topic that is shown."""
    return [row.line.text for row in review.window.content.lines.rows]


def act(review: OpenReview, text: str, what: str) -> None:
    """Do something with a line."""
    row = next(row for row in review.window.content.lines.rows if row.line.text == text)
    row.act_requested.emit(row.line.note, what)
    QApplication.processEvents()


def test_a_session_that_is_reviewed_is_over(review):
    assert review().controller.run.stage.ended


def test_what_gets_no_tick_is_in_no_document(review, home):
    opened = review("keep this", "leave this")
    opened.controller.go(1)
    opened.window.content.lines.rows[1].tick.click()
    opened.controller.go(3)
    opened.window.making.rows[1].tick.click()
    made(opened)
    import docx

    text = "\n".join(p.text for p in docx.Document(opened.controller.making.made[0].path).paragraphs)
    assert ("keep this" in text, "leave this" in text) == (True, False)


def test_a_line_that_is_edited_leaves_the_note_whole(review):
    opened = review("keep this")
    opened.controller.go(1)
    row = opened.window.content.lines.rows[0]
    row.edit.click()
    row._entry.setPlainText("said better")
    row._keep()
    QApplication.processEvents()
    assert rows(opened) == ["said better"]
    assert [note.text for note in opened.controller.run.notes.all()] == ["keep this"]


def test_lines_are_moved_merged_and_parted(review):
    opened = review("one", "two", "three")
    opened.controller.go(1)
    act(opened, "three", "up")
    assert rows(opened) == ["one", "three", "two"]
    act(opened, "three", "merge")
    assert rows(opened) == ["one", "two"]
    act(opened, "one", "apart")
    assert rows(opened) == ["one", "three", "two"]


def test_a_finding_blocks_until_it_is_handled(review):
    opened = review("Sanne de Vries called us")
    opened.controller.go(2)
    assert not opened.window.next.isEnabled()
    opened.window.privacy.card.replace.click()
    assert opened.window.next.isEnabled()
    assert [note.text for note in opened.controller.run.notes.all()] == ["someone called us"]


def test_what_was_replaced_can_be_taken_back_until_documents_are_made(review):
    opened = review("Sanne de Vries called us")
    opened.controller.go(2)
    opened.window.privacy.card.replace.click()
    opened.window.privacy.restore_requested.emit(1)
    assert [note.text for note in opened.controller.run.notes.all()] == ["Sanne de Vries called us"]
    assert not opened.window.next.isEnabled()


def test_no_word_of_a_replaced_name_is_left_on_the_disk_once_the_review_closes(review, home):
    opened = review("Sanne de Vries called us")
    opened.controller.go(2)
    opened.window.privacy.card.replace.click()
    opened.close()
    left = [path for path in home.rglob("*") if path.is_file() and b"Sanne" in path.read_bytes()]
    assert left == []


def test_a_finding_that_is_let_stand_stays_and_is_not_asked_again(review):
    opened = review("Sanne de Vries called us")
    opened.controller.go(2)
    opened.window.privacy.card.keep.click()
    assert opened.window.next.isEnabled()
    opened.controller.go(1)
    opened.controller.go(2)
    assert opened.controller.privacy.standing == ()


def test_going_on_anyway_is_written_down(review):
    opened = review("Sanne de Vries called us")
    opened.controller.go(2)
    opened.controller.override()
    assert opened.controller.run.review.overridden("client") == 1
    assert opened.controller.step == 3


def test_the_finding_stands_out_in_its_line_and_html_in_it_stays_text(review):
    said = "Sanne de Vries <img src=/dev/zero> & <b>more</b>"
    opened = review(said)
    opened.controller.go(2)
    line = opened.window.privacy.findChild(MarkedText)
    assert (line.marked, line.accessibleName()) == (("Sanne de Vries",), said)


def test_a_finding_far_down_a_long_list_is_scrolled_to(review):
    opened = review(*(f"answer {number}" for number in range(40)), "Sanne de Vries called")
    opened.controller.go(2)
    for _ in range(5):
        QApplication.processEvents()
    line = opened.window.privacy.findChild(MarkedText)
    assert line.visibleRegion().boundingRect().height() == line.height() > 0


def test_documents_are_known_afterwards_and_the_next_review_says_what_is_new(review, stage):
    opened = review("one")
    opened.controller.go(3)
    made(opened)
    assert opened.controller.step == 4
    stage.clock.advance(minutes=1)
    opened.controller.run.notes.add(WHY, "two")
    opened.controller.go(1)
    assert opened.window.content.own._fresh.accessibleName() == "1 new since the last report"


def test_a_document_that_is_there_stays(review):
    opened = review("one")
    names = []
    for _ in range(2):
        opened.controller.go(3)
        made(opened)
        names += [file.path for file in opened.controller.making.made]
    assert len(set(names)) == 4


def test_stopping_leaves_no_half_of_a_document(review, home):
    opened = review("one")
    opened.controller.go(3)
    opened.controller.making.maker._stop.set()
    tasks = opened.window.making.wanted
    opened.controller.making._making = tasks
    opened.controller.making.maker._work(tuple(lambda progress: progress(0.5, "") for _ in tasks))
    QApplication.processEvents()
    assert not list((home / "documents").rglob("*"))


def test_a_backup_asks_for_a_password_that_is_long_enough(review):
    opened = review("one")
    opened.controller.choose("internal")
    opened.controller.go(3)
    row = next(row for row in opened.window.making.rows if row.offer.kind == "backup")
    row.tick.click()
    assert not opened.window.next.isEnabled()
    opened.window.making.lock.password.setText("long enough now")
    assert opened.window.next.isEnabled()


@pytest.fixture
def backing_up(review):
    """A review that is about to make a backup and nothing else."""
    opened = review("one")
    opened.controller.choose("internal")
    opened.controller.go(3)
    for row in opened.window.making.rows:
        row.tick.setChecked(row.offer.kind == "backup")
    return opened


def test_a_backup_that_was_locked_with_a_new_key_file_opens_with_it(backing_up, tmp_path):
    backing_up.controller.making.use_key_file(tmp_path / "new.key")
    made(backing_up)
    (file,) = backing_up.controller.making.made
    secret = read_key_file((tmp_path / "new.key").read_bytes())
    assert unlock(Path(file.path).read_bytes(), secret).run == backing_up.controller.run.id


def test_a_key_file_that_is_there_is_used_and_stays_as_it_was(backing_up, tmp_path):
    content = new_key_file()
    (tmp_path / "old.key").write_bytes(content)
    backing_up.controller.making.use_key_file(tmp_path / "old.key")
    assert (backing_up.window.next.isEnabled(), (tmp_path / "old.key").read_bytes()) == (True, content)


def test_a_file_that_is_no_key_file_is_told_and_not_written_over(backing_up, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear reader", encoding="utf-8")
    backing_up.controller.making.use_key_file(tmp_path / "letter.txt")
    said = backing_up.window.making.lock.findChildren(QLabel)
    assert "That file is no key file of this app: choose another one." in [one.text() for one in said]
    assert not backing_up.window.next.isEnabled()
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "Dear reader"


def test_after_a_key_file_a_password_can_be_used_again(backing_up, tmp_path):
    backing_up.controller.making.use_key_file(tmp_path / "new.key")
    backing_up.window.making.lock.other.click()
    assert not backing_up.window.next.isEnabled()


def test_what_the_trainers_write_is_kept_when_the_window_closes(review, stage):
    opened = review("one")
    opened.controller.go(1)
    opened.window.content.own._advice.setPlainText("Make the protocol known")
    run = opened.controller.run.id
    opened.close()
    assert stage.library.view(run).review.reviewed.recommendations == "Make the protocol known"


def test_groups_that_nobody_counted_are_merged_and_it_says_why(review):
    opened = review("one")
    opened.controller.go(1)
    own = opened.window.content.own
    assert (own._merged.isChecked(), own._merged.isEnabled()) == (True, False)


@pytest.mark.parametrize("step", STEPS)
def test_no_text_is_cut_and_every_control_has_a_name(qapp, home, step):
    found: dict[object, list[str]] = {}
    for language, theme in (("nl", "light"), ("en", "dark")):
        with reviewing(qapp, language, theme) as opened:
            turn_to(opened, step)
            for size in SIZES:
                opened.window.resize(*size)
                for _ in range(4):
                    qapp.processEvents()
                with overheard() as heard:
                    opened.window.grab()
                found[language, size] = [*cut_texts(opened.window), *(str(text) for text in heard if text.spills)]
            found[language, "nameless"] = nameless(opened.window)
    assert {size: texts for size, texts in found.items() if texts} == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_text_of_its_dialogs_is_cut_and_every_control_has_a_name(qapp, home, language):
    from pathlib import Path

    from qpido_facilitator.resources import Places
    from qpido_facilitator.ui.home.restore_dialog import RestoreDialog
    from qpido_facilitator.ui.review.dialogs import AskDialog, PreviewDialog, SignalsDialog
    from qpido_facilitator.ui.shared.erase_dialog import EraseDialog

    found: dict[str, list[str]] = {}
    with reviewing(qapp, language, "light") as opened:
        words, window = opened.controller._words, opened.window
        signals = SignalsDialog(words, window)
        signals.show_signals(tuple((one, words.say("Plenary")) for one in opened.controller.run.signals.all()))
        long = words.say("This receipt is kept with the sessions. It says nothing of what was noted.")
        for dialog in (
            signals,
            AskDialog(words.say("Go on anyway?"), long, words.say("Go on anyway"), words, window),
            PreviewDialog(words.say("Preview"), long, words, window),
            EraseDialog(opened.controller.run.agenda.head.title, _never, words, window),
            RestoreDialog(Path("sessie-2026-11-24-back-up.qpido"), Places(home), words, window),
        ):
            dialog.show()
            qapp.processEvents()
            found[type(dialog).__name__] = [*cut_texts(dialog), *nameless(dialog)]
            dialog.close()
    assert {name: texts for name, texts in found.items() if texts} == {}


def _never() -> Receipt:
    raise AssertionError("nothing is to be erased here")


def test_a_tick_is_taken_back_with_the_key_for_it(review):
    opened = review("keep this")
    opened.controller.go(1)
    opened.window.content.lines.rows[0].tick.click()
    opened.window.undo_requested.emit()
    QApplication.processEvents()
    assert opened.window.content.lines.rows[0].tick.isChecked()
