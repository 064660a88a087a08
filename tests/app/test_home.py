"""Home informs, and what it offers works: practising, finishing, swapping screens, another data folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from qpido_facilitator.app import App
from qpido_facilitator.clock import ManualClock
from qpido_facilitator.library import Exported
from qpido_facilitator.resources import Places
from qpido_facilitator.settings import Settings, load_settings
from qpido_facilitator.ui.home.resume_row import ResumeRow
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.ui.shared.pill import Pill
from qpido_facilitator.ui.shared.settings_dialog import SettingsDialog
from tests.builders import plan


@pytest.fixture
def app(qapp, home):
    """The app, its Home not shown yet."""
    look = Look("light")
    look.dress(qapp)
    made = App(Places(home), ManualClock(), Settings("en", motion="off"), look)
    yield made
    if made.session:
        made.session.close()


@pytest.fixture
def at_home(app, qapp):
    """Show Home, everything read; returns its window."""

    def show():
        app.show_home()
        app.home.refresh()
        app.home.shelf.wait()
        for _ in range(10):
            qapp.processEvents()
        return app.window

    return show


def a_run(app, *, answers=0, ended=False):
    """Make a run of the short session."""
    from qpido_facilitator.run.notes import Place

    run = app.library.start(plan())
    run.stage.enter(run.agenda.steps()[2])
    for number in range(answers):
        run.notes.add(Place("talk", "why"), f"answer {number}")
    if ended:
        run.stage.end()
    run.close()
    return run.id


def pills(window):
    return [pill.accessibleName() for pill in window.runs.findChildren(Pill) if pill.isVisible()]


def resume_row(window):
    return next((row for row in window.findChildren(ResumeRow) if row.isVisible()), None)


def test_practising_is_said_all_the_while(app, at_home):
    window = at_home()
    window.side.practice.click()
    assert app.session.presenter.practice.isVisible()


def test_every_slide_of_a_practice_run_is_marked(app, at_home):
    at_home().side.practice.click()
    seen = []
    for _ in range(6):
        app.session.desk.router.press("next")
        app._clock.advance(seconds=1)
        seen.append(app.session.audience.slide.practice)
    assert set(seen) == {"Practice"}


def test_made_up_answers_come_in_while_practising(app, at_home):
    app.show_home()
    app.home.start(plan(), Path(), practice=True)
    for _ in range(5):
        app._clock.advance(seconds=1)
        app.session.desk.router.press("next")
    app._clock.advance(seconds=30)
    app.session.live.ticked.emit()
    assert len(app.session.run.notes.all()) > 0


def test_a_practice_run_is_thrown_away_when_it_stops(app, at_home, home):
    at_home().side.practice.click()
    run = app.session.run.id
    app.session.presenter.practice.stop_requested.emit()
    assert not (home / "runs" / run).exists()
    assert not (home / "keys" / f"{run}.root").exists()


def test_a_practice_run_that_a_crash_left_is_swept_away(app, at_home, home):
    run = app.library.start(plan(), practice=True)
    run.close()
    at_home()
    assert not (home / "runs" / run.id).exists()


def test_a_practice_run_that_is_open_elsewhere_is_left_alone(app, at_home, home):
    run = app.library.start(plan(), practice=True)
    at_home()
    stays = (home / "runs" / run.id).exists()
    run.close()
    assert stays


def test_five_tips_follow_one_another(app, at_home):
    at_home().side.practice.click()
    strip, seen = app.session.presenter.practice, []
    for _ in range(5):
        seen.append(strip._tip.text())
        strip.next_requested.emit()
    assert (len(set(seen)), strip._tip.text()) == (5, seen[0])


def test_a_run_that_was_interrupted_today_takes_the_place_of_the_start(app, at_home):
    a_run(app, answers=3)
    window = at_home()
    row = resume_row(window)
    assert (row.is_fresh, window.side.start.property("look")) == (True, "")


def test_a_run_that_was_interrupted_earlier_is_one_quiet_row(app, at_home):
    a_run(app, answers=3)
    app._clock.advance(minutes=2 * 24 * 60)
    window = at_home()
    assert (resume_row(window).is_fresh, window.side.start.property("look")) == (False, "filled")


def test_the_interrupted_run_goes_on_with_one_key(app, at_home):
    run = a_run(app)
    at_home().resume_last()
    assert app.session.run.id == run


def test_the_states_of_earlier_sessions_say_what_is_still_to_be_done(app, at_home):
    reported = a_run(app, answers=2, ended=True)
    app.library.note_export(reported, Exported("2026-11-24T10:00:00+00:00", "answers", "a.md", 2))
    app._clock.advance(minutes=1)
    a_run(app, answers=2, ended=True)
    app._clock.advance(minutes=1)
    a_run(app)
    assert pills(at_home()) == ["Interrupted", "Report to be made", "Report made"]


def test_a_report_that_lacks_later_answers_is_to_be_made_again(app, at_home):
    run = a_run(app, answers=3, ended=True)
    app.library.note_export(run, Exported("2026-11-24T10:00:00+00:00", "answers", "a.md", 2))
    assert pills(at_home()) == ["Report to be made"]


def test_finishing_ends_the_run_and_opens_its_review(app, at_home):
    a_run(app, answers=1)
    window = at_home()
    resume_row(window).finish_requested.emit(resume_row(window).run.id)
    assert app.review.window.isVisible()
    app.review.close()
    assert app.library.runs()[0].ended


def test_a_run_is_erased_after_asking_with_a_receipt(app, at_home, qapp, home):
    from qpido_facilitator.ui.shared.erase_dialog import EraseDialog

    run = a_run(app, answers=1, ended=True)
    window = at_home()
    window.erase_requested.emit(run)
    dialog = window.findChild(EraseDialog)
    dialog.yes.click()
    dialog.wait()
    qapp.processEvents()
    assert "A short session" in dialog.receipt.toPlainText()
    assert app.library.runs() == ()
    assert len(list((home / "receipts").glob("*.txt"))) == 1


def test_the_fallback_pack_is_made_at_one_press_while_the_window_goes_on(app, at_home, qapp, home):
    window = at_home()
    opened: list[Path] = []
    app.home.open_folder = opened.append
    window.mend_requested.emit("make-pack", "")
    app.home._work.wait()
    qapp.processEvents()
    (folder,) = opened
    assert "slides.pdf" in [path.name for path in folder.iterdir()]
    assert folder.is_relative_to(home / "documents")


def test_what_is_to_be_erased_is_said_a_week_before_and_not_earlier(app, at_home):
    from qpido_facilitator.ui.home.due_row import DueRow

    a_run(app, answers=1, ended=True)
    app._clock.advance(minutes=22 * 24 * 60)
    assert at_home().findChildren(DueRow) == []
    app._clock.advance(minutes=24 * 60)
    assert len(at_home().findChildren(DueRow)) == 1


def test_signals_that_are_due_go_and_the_notes_stay(app, at_home, qapp):
    run = app.library.resume(a_run(app, answers=1, ended=True))
    run.signals.note("other", 1)
    run.close()
    app._clock.advance(minutes=15 * 24 * 60)
    window = at_home()
    window.erase_signals_requested.emit(run.id)
    app.home._work.wait()
    qapp.processEvents()
    view = app.library.view(run.id)
    assert (view.signals.all(), len(view.notes.all())) == ((), 1)


def test_the_check_list_says_what_is_not_checked_and_carries_the_button_to_see_it(app, at_home):
    window = at_home()
    texts = [row._check.mend for row in window.side._checks.findChildren(object) if hasattr(row, "_check")]
    assert "see-reviews" in texts


def test_a_folder_that_cannot_be_written_is_an_open_row_with_a_button(app, at_home, monkeypatch):
    monkeypatch.setattr("qpido_facilitator.preflight.is_writable", lambda folder: False)
    window = at_home()
    mends = [row._check.mend for row in window.side._checks.findChildren(object) if hasattr(row, "_check")]
    assert "choose-folder" in mends


def test_open_points_do_not_hold_up_the_start(app, at_home, monkeypatch):
    monkeypatch.setattr("qpido_facilitator.preflight.is_writable", lambda folder: False)
    assert at_home().side.start.isEnabled()


def test_another_data_folder_is_kept_and_used(app, at_home, home, tmp_path):
    at_home()
    app.choose(replace(app._settings, data_folder=str(tmp_path / "elsewhere")))
    app.home.start(plan(), Path())
    assert (tmp_path / "elsewhere" / "runs" / app.session.run.id).is_dir()
    assert load_settings(home / "settings.toml").data_folder == str(tmp_path / "elsewhere")


def test_a_choice_in_the_settings_counts_at_once(app, at_home):
    at_home()
    app._show_settings()
    dialog = app.window.findChild(SettingsDialog)
    dialog._tell("single_keys", False)
    assert app._settings.single_keys is False


def test_where_the_participants_window_was_put_is_remembered(app, at_home, home):
    at_home().start_chosen()
    app.session.keeper.stand((960, 540))
    assert load_settings(home / "settings.toml").audience_full is False


def test_the_settings_can_be_opened_during_a_session(app, at_home):
    at_home().start_chosen()
    app.session.desk.router.press("settings")
    dialog = app.session.presenter.findChild(SettingsDialog)
    visible = dialog is not None and dialog.isVisible()
    dialog.close()
    assert visible


def test_home_says_good_morning_in_words_of_the_language(app, at_home):
    at_home()
    app.choose(replace(app._settings, language="nl"))
    assert app.window._greeting().startswith("Goede")


def test_ctrl_return_starts_the_chosen_workshop(app, at_home, qapp):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    window = at_home()
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qapp.sendEvent(window, press)
    assert app.session is not None
