"""While people come in: the time, the share test, the headcount; and the start."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from qpido_facilitator.show.arrival import moved_start, share_test_number, suggested_start
from qpido_facilitator.show.audience import ShareTestSlide, StartSlide
from tests.builders import plan


@pytest.fixture
def arriving(stage):
    return stage.start(plan())


def chooser(at):
    """Return what chooses a fixed place."""
    return lambda below: at % below


def slide(stage):
    return stage.session.audience.slide


def test_nothing_told_is_we_start_soon(arriving):
    assert slide(arriving) == StartSlide(
        heading="We start soon", text="Put your name right and test your sound.", footer="A short session"
    )


def test_the_time_that_is_offered_can_be_told_with_one_press(arriving):
    arriving.session.presenter.arrival.start.offered_taken.emit()
    arriving.settle()
    assert slide(arriving).heading.startswith("We start at ")


def test_five_minutes_more_move_the_start(arriving):
    arriving.run.arrival.plan_start(arriving.clock.utc() + timedelta(minutes=3))
    arriving.session.presenter.arrival.start.later_requested.emit(5)
    arriving.settle()
    assert slide(arriving).remaining == "08:00"


def test_when_the_time_has_come_the_clock_goes_and_nobody_sees_it_run_over(arriving):
    arriving.run.arrival.plan_start(arriving.clock.utc() + timedelta(minutes=3))
    arriving.tick(minutes=4)
    assert (slide(arriving).heading, slide(arriving).remaining) == ("We start soon", "")


def test_the_band_counts_down_to_the_start(arriving):
    arriving.run.arrival.plan_start(arriving.clock.utc() + timedelta(minutes=4, seconds=12))
    arriving.tick(seconds=0)
    band = arriving.session.presenter.band._band
    assert (band.number, band.title) == ("04:12", "Coming in")


def test_the_share_test_shows_a_number_to_participants(arriving):
    arriving.session.desk.arrival.begin_test()
    assert isinstance(slide(arriving), ShareTestSlide)
    assert slide(arriving).number == str(arriving.run.arrival.share_test.number)


def test_the_number_that_was_read_back_ends_the_share_test(arriving):
    arriving.session.desk.arrival.begin_test()
    arriving.session.presenter.arrival.test.read_right.emit()
    assert (arriving.run.arrival.share_test.right, arriving.run.stage.screen) == (True, "live")


def test_something_else_that_was_seen_keeps_the_share_test_and_says_what_to_do(arriving):
    arriving.session.desk.arrival.begin_test()
    arriving.session.presenter.arrival.test.read_wrong.emit()
    assert (arriving.run.arrival.share_test.right, arriving.run.stage.screen) == (False, "share-test")


def test_another_number_is_another_one(arriving):
    arriving.session.desk.arrival.begin_test()
    first = slide(arriving).number
    arriving.session.presenter.arrival.test.another_requested.emit()
    assert slide(arriving).number != first


def test_a_share_test_in_the_middle_of_the_session_ends_where_it_was(arriving):
    for _ in range(3):
        arriving.press(Qt.Key.Key_PageDown)
    before = slide(arriving)
    arriving.session.desk.arrival.begin_test()
    arriving.press(Qt.Key.Key_PageDown)
    assert slide(arriving) == before


def test_the_start_ends_the_share_test(arriving):
    arriving.session.desk.arrival.begin_test()
    arriving.press(Qt.Key.Key_PageDown)
    assert (arriving.run.stage.screen, arriving.run.stage.position.item) == ("live", "welcome")


def test_participants_are_counted_and_nothing_else_of_them_is_kept(arriving):
    arriving.session.presenter.arrival.headcount_changed.emit(19)
    arriving.tick(seconds=1)
    assert arriving.session.presenter.band._band.after == "19 participants"


def test_the_text_for_the_chat_names_the_time(arriving):
    arriving.run.arrival.plan_start(datetime(2026, 11, 24, 10, 0, tzinfo=UTC))
    arriving.settle()
    arriving.session.desk.router.press("copy")
    assert "We start at" in arriving.app.clipboard().text()


def test_after_a_crash_the_told_start_is_still_told(arriving):
    arriving.run.arrival.plan_start(arriving.clock.utc() + timedelta(minutes=3))
    run = arriving.run.id
    arriving.crash()
    arriving.resume(run)
    assert slide(arriving).remaining == "03:00"


def test_a_start_that_has_passed_is_moved_from_now_on():
    now = datetime(2026, 11, 24, 10, 7, 30, tzinfo=UTC)
    assert moved_start(now - timedelta(minutes=7, seconds=30), now, 5) == datetime(2026, 11, 24, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "offered"), [("09:52", "10:00"), ("09:57", "10:15"), ("09:56", "10:00"), ("10:00", "10:15")]
)
def test_the_next_quarter_that_leaves_time_to_come_in_is_offered(now, offered):
    hour, minute = map(int, now.split(":"))
    moment = datetime.now().astimezone().replace(hour=hour, minute=minute, second=0, microsecond=0)
    assert f"{suggested_start(moment):%H:%M}" == offered


def test_the_number_of_the_share_test_is_never_that_of_a_help_line():
    numbers = {share_test_number(chooser(at), None) for at in range(900)}
    assert numbers & {112, 113, 116, 144, 666, 911} == set()


def test_the_number_of_the_share_test_differs_from_the_one_before():
    assert 482 not in {share_test_number(chooser(at), 482) for at in range(900)}
