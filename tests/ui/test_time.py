"""Time in the trainer's window: making it up, what is due, the chime, and what is said when it did not go as usual."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.plan.model import Cue, Discussion, Part, Question, SessionPlan, Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.ui.presenter.agenda_list import ROW
from qpido_facilitator.ui.presenter.chime import Chime
from qpido_facilitator.words import Words
from tests.builders import plan
from tests.stage import Awake


def a_plan() -> SessionPlan:
    """Return three hours: something fixed, something that gives, something that may go, something that stays."""
    asked = (Question("one", "One?", minutes=15), Question("two", "Two?", minutes=15))
    cues = (Cue("half", "Half-time", "We are halfway."), Cue("-2", "Two minutes", "Two minutes left."))
    return SessionPlan(
        id="three-hours", title="Three hours", language="en", minutes=180, groups=3,
        parts=(
            Part("hello", "Hello", core=True, items=(Text(id="hello", title="Hello", minutes=30, cues=cues),)),
            Part("talk", "Talk", items=(Discussion(id="talk", title="Talk", minutes=30, min=20, questions=asked),)),
            Part("long", "Long", items=(Text(id="long", title="Long", minutes=60, min=40),)),
            Part("extra", "Extra", optional=True, items=(Text(id="extra", title="Extra", minutes=30),)),
            Part("bye", "Goodbye", core=True, items=(Text(id="bye", title="Goodbye", minutes=30),)),
        ),
    )  # fmt: skip


@pytest.fixture
def session(stage, zone):
    """Three hours that began at nine."""
    zone("UTC")
    stage.start(a_plan())
    stage.press(Qt.Key.Key_PageDown)
    return stage


@pytest.fixture
def late(session):
    """Seven minutes late at the first question."""
    session.tick(minutes=37)
    session.press(Qt.Key.Key_PageDown, on=session.session.presenter)
    return session


def band(session):
    return session.session.presenter.band._band


def rows(session):
    model = session.session.presenter.agenda._model
    return [model.data(model.index(number), ROW) for number in range(model.rowCount())]


def rights(session) -> dict[str, str]:
    return {row.text: row.right for row in rows(session) if row.part}


def panel(session):
    return session.session.presenter.catch_up


def open_panel(session):
    session.press(Qt.Key.Key_I, control=True, on=session.session.presenter)
    return panel(session)


def said(session) -> str:
    strip = session.session.presenter.strip
    return strip._text.text() if strip.isVisible() else ""


# every figure of three hours, worked out by hand: minute, key to press, number, pace, end, expected times
HOURS = [
    (0, None, "30:00", "On schedule", "End 12:00, plan 12:00", {"Talk": "09:30", "Long": "10:00", "Goodbye": "11:30"}),
    (33, None, "+03:00", "3 min behind", "End 12:03, plan 12:00", {"Talk": "09:33", "Long": "10:03"}),
    (35, "next", "15:00", "5 min behind", "End 12:05, plan 12:00", {"Long": "10:05", "Extra": "11:05"}),
    (45, "next", "15:00", "5 min behind", "End 12:05, plan 12:00", {"Long": "10:05", "Extra": "11:05"}),
    (58, "next", "1:00:00", "2 min ahead", "End 11:58, plan 12:00", {"Extra": "10:58", "Goodbye": "11:28"}),
    (118, "next", "30:00", "2 min ahead", "End 11:58, plan 12:00", {"Goodbye": "11:28"}),
    (160, "next", "30:00", "10 min behind", "End 12:10, plan 12:00", {}),
    (190, None, "00:00", "10 min behind", "End 12:10, plan 12:00", {}),
]


def test_every_figure_of_three_hours_is_shown_in_the_window(stage, zone):
    zone("UTC")
    stage.start(a_plan())
    stage.press(Qt.Key.Key_PageDown)
    begin = stage.run.stage.visits()[0].begin
    shown, expected = [], []
    for minute, key, *figures in HOURS:
        past = (stage.run.now() - begin).total_seconds()
        stage.tick(seconds=minute * 60 - past)
        if key:
            stage.session.desk.controller.moves.go_on()
            stage.settle()
        told = band(stage)
        times = {name: rights(stage)[name] for name in figures[3]}
        shown.append((minute, told.number, told.pace_text, told.end_text, times))
        expected.append((minute, *figures))
    assert shown == expected


def test_the_band_offers_to_make_up_time_once_there_is_some(session):
    button = session.session.presenter.band._offer
    before = button.isVisible()
    session.tick(minutes=34)
    assert (before, button.isVisible(), button.text()) == (False, True, "Make up time")


def test_the_button_in_the_band_opens_the_panel_and_closes_it(late):
    button = late.session.presenter.band._offer
    button.click()
    opened = panel(late).isVisible()
    button.click()
    assert (opened, panel(late).isVisible(), late.session.presenter.answers.isVisible()) == (True, False, True)


def test_the_panel_proposes_and_says_what_comes_of_it(late):
    shown = open_panel(late)
    assert (shown._title.text(), shown._outcome_text.text()) == ("Make up 7 min", "End 11:59, on time")


def test_what_is_proposed_is_seen_in_the_agenda_before_anything_is_done(late):
    before = rights(late)["Goodbye"]
    open_panel(late)
    changed = [row.text for row in rows(late) if row.changed and row.part]
    assert (before, rights(late)["Goodbye"], "Goodbye" in changed) == ("11:37", "11:29", True)
    assert not [entry for entry in late.run.agenda.entries if entry.retimed or entry.skipped]


def test_a_tick_changes_the_outcome_and_the_preview(late):
    shown = open_panel(late)
    shown._rows["skip/extra"].click()
    late.settle()
    assert (shown._outcome_text.text(), rights(late)["Extra"]) == ("End 11:29, on time", "skipped")


def test_a_tick_by_hand_stays_while_time_goes_on(late):
    shown = open_panel(late)
    shown._rows["skip/extra"].click()
    late.tick(minutes=1)
    assert shown._rows["skip/extra"].isChecked()


def test_one_press_applies_it_all_and_one_undo_takes_it_back(late):
    open_panel(late)
    late.press(Qt.Key.Key_Return, control=True, on=panel(late)._apply)
    applied, offered = [entry.minutes for entry in late.run.agenda.entries], late.session.presenter.dock.offers_undo
    late.press(Qt.Key.Key_Z, control=True, on=late.session.presenter)
    assert (applied, offered) == ([30, 30, 52, 30, 30], "Long: 52 min, end 11:59")
    assert [entry.minutes for entry in late.run.agenda.entries] == [30, 30, 60, 30, 30]


def test_closing_the_panel_changes_nothing_and_the_agenda_is_as_it_was(late):
    before = rights(late)
    open_panel(late)
    panel(late)._cancel.click()
    late.settle()
    assert rights(late) == before


def test_it_says_when_the_time_cannot_be_made_up(session):
    session.tick(minutes=130)
    shown = open_panel(session)
    assert "cannot be made up" in shown._note.text()
    assert shown._outcome.property("meets") == "false"


def test_core_items_are_listed_and_cannot_be_ticked(late):
    shown = open_panel(late)
    assert not [key for key in shown._rows if "bye" in key or "hello" in key]


def test_time_to_spare_is_offered_the_other_way_round(session):
    session.run.replan.retime("long", 50)
    session.session.desk.controller.moves.go_on()
    session.settle()
    button = session.session.presenter.band._offer
    shown = open_panel(session)
    assert (button.text(), "to spare" in shown._title.text()) == ("Close", True)
    assert shown._rows["lengthen/long"].isChecked()


def test_beside_a_call_the_panel_comes_in_front(late):
    late.session.presenter.resize(600, 728)
    late.settle()
    open_panel(late)
    presenter = late.session.presenter
    assert (panel(late).isVisible(), presenter.notes.isVisible(), presenter.dock._next.isVisible()) == (
        True, False, True,
    )  # fmt: skip


def test_next_works_while_the_panel_is_open(late):
    open_panel(late)
    late.press(Qt.Key.Key_PageDown, on=late.session.presenter)
    assert (late.run.stage.position.where, panel(late).isVisible()) == (Step("talk", "two"), True)


def test_the_ribbon_is_there_where_there_is_room_and_says_where_the_session_is(late):
    presenter = late.session.presenter
    seen = []
    for width in (1366, 1920):
        presenter.resize(width, 1000)
        late.settle()
        seen.append(presenter.ribbon.isVisible())
    assert seen == [False, True]
    assert "1 of 5 parts done" in presenter.ribbon.accessibleName()


def test_a_text_that_is_due_stands_in_the_band_fifteen_seconds_ahead(session):
    session.tick(minutes=14, seconds=48)
    assert (band(session).cue_state, session.session.presenter.band._cue._copy.isVisible()) == ("coming", False)


def test_when_it_is_due_one_press_copies_it_and_it_is_ticked(session):
    session.tick(minutes=15, seconds=3)
    session.session.presenter.band._cue._copy.click()
    session.settle()
    assert QGuiApplication.clipboard().text() == "We are halfway."
    assert (band(session).cue, band(session).cue_state) == ("Copied 09:15", "copied")


def test_the_key_copies_what_is_due_and_the_run_remembers_it(session):
    session.tick(minutes=15, seconds=3)
    session.press(Qt.Key.Key_K, control=True, on=session.session.presenter)
    here = session.run.stage.position
    assert session.run.cues.copied("hello", "0", {here.visit}) is not None


def test_the_tick_goes_after_a_moment(session):
    session.tick(minutes=15, seconds=3)
    session.session.desk.planning.cues.copy()
    session.tick(seconds=10)
    assert not session.session.presenter.band._cue.isVisible()


def test_the_last_minute_of_the_rooms_says_when_to_press_close(stage):
    stage.start(plan())
    stage.run.stage.enter(Step("rooms"))
    stage.settle()
    while stage.session.presenter.scene != "rooms":
        stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
    closing = stage.run.call.overheads.closing
    told = []
    for left in (timedelta(minutes=2), timedelta(seconds=30), timedelta()):
        begun = stage.run.timers.held(f"{stage.run.stage.position.visit}-rooms")
        passed = stage.run.now() - begun.when
        stage.tick(seconds=(timedelta(minutes=15) - closing - left - passed).total_seconds())
        told.append((bool(band(stage).close), band(stage).close_now))
    assert told == [(False, False), (True, False), (True, True)]


def test_sleep_is_said_with_where_the_clock_stands(session):
    session.sleep(minutes=17)
    assert said(session).startswith("This laptop slept for 17 minutes. The clock went on, 13:00 left")


def test_what_was_said_goes_when_it_is_understood(session):
    session.sleep(minutes=17)
    session.session.presenter.strip._button.click()
    assert said(session) == ""


def test_what_was_said_goes_by_itself(session):
    session.sleep(minutes=5)
    session.tick(minutes=3)
    assert said(session) == ""


def test_a_clock_that_was_set_is_said_and_no_countdown_moves(session):
    before = band(session).number
    session.clock.set_wall(session.clock.utc() + timedelta(hours=1))
    session.session.live._on_tick()
    session.settle()
    assert (said(session).startswith("The clock of this laptop was set"), band(session).number) == (True, before)


def test_after_a_restart_it_is_said_where_the_clock_stands(session, home):
    from tests.stage import Stage

    run = session.run.id
    session.tick(minutes=2)
    session.crash()
    again = Stage(session.app, home, session.clock).resume(run)
    try:
        again.tick(seconds=1)
        assert said(again).startswith("The clock went on, 28:00 left")
    finally:
        again.session.close()


def test_in_another_language_nothing_is_said_to_have_gone_on(session):
    session.session.choose(session.choices, Words("nl"))
    session.session.desk.planning.watch.heartbeat = Awake()
    session.tick(seconds=1)
    assert said(session) == ""


def start_late(stage):
    stage.start(a_plan())
    stage.run.arrival.plan_start(stage.run.now() - timedelta(minutes=7))
    stage.press(Qt.Key.Key_PageDown)
    stage.tick(seconds=1)
    return stage.session.presenter.strip


def test_a_late_start_asks_what_becomes_of_the_end(stage, zone):
    zone("UTC")
    strip = start_late(stage)
    assert (strip._text.text(), strip._button.text(), strip._other.text()) == (
        "7 minutes later than planned", "Keep the end at 11:53", "Shift the end to 12:00",
    )  # fmt: skip


def test_the_end_shifts_along_when_that_is_chosen_and_undo_takes_it_back(stage, zone):
    zone("UTC")
    strip = start_late(stage)
    strip._other.click()
    stage.settle()
    shifted = band(stage).end_text
    stage.press(Qt.Key.Key_Z, control=True, on=stage.session.presenter)
    assert (shifted, band(stage).end_text) == ("End 12:00, plan 12:00", "End 12:00, plan 11:53")


def test_nothing_is_asked_any_more_ten_minutes_on(stage):
    strip = start_late(stage)
    stage.tick(minutes=11)
    assert not strip.isVisible()


def ringing(stage, at_zero):
    first = a_plan().parts[0]
    parts = (replace(first, items=tuple(replace(item, at_zero=at_zero, cues=()) for item in first.items)),)
    stage.start(replace(a_plan(), parts=parts))
    rung: list[str] = []
    chime = Chime(stage.session.live, make=lambda: lambda: rung.append("ding"))
    stage.press(Qt.Key.Key_PageDown)
    stage.tick(seconds=1)
    return rung, chime


@pytest.mark.parametrize(("at_zero", "times"), [("chime", 1), ("keep", 0), ("hide", 0)])
def test_it_chimes_once_at_zero_where_the_plan_says_so(stage, at_zero, times):
    rung, _chime = ringing(stage, at_zero)
    for _ in range(5):
        stage.tick(minutes=29, seconds=57) if not rung and stage.run.stage.position else None
        stage.tick(seconds=3)
    assert len(rung) == times


def test_at_zero_the_show_stays_where_it_is(stage):
    _rung, _chime = ringing(stage, "chime")
    before = stage.run.stage.position.where
    stage.tick(minutes=30)
    assert stage.run.stage.position.where == before


def test_no_sound_is_fetched_for_a_session_without_a_chime(stage):
    stage.start(plan())
    for _ in range(6):
        stage.press(Qt.Key.Key_PageDown)
        stage.tick(minutes=5)
    assert stage.session.desk.planning.chime._ring is None


def test_the_second_in_which_time_is_up_looks_like_over_time(session):
    look = session.session.presenter.band
    session.tick(seconds=1800 - (session.run.now() - session.run.stage.visits()[0].begin).total_seconds())
    up = look.grab().toImage().pixelColor(12, 40)
    phase = band(session).phase
    session.tick(seconds=5)
    assert (phase, up == look.grab().toImage().pixelColor(12, 40)) == ("up", True)
