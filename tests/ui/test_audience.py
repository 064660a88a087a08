"""The participants' window: one slide and nothing else, whatever happens around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QKeyEvent

from qpido_facilitator.show.audience import CalmSlide, QuestionSlide, StartSlide, TitleSlide
from qpido_facilitator.show.audience.slides import ClockFace
from qpido_facilitator.ui.audience.fade import LENGTH
from qpido_facilitator.ui.audience.window import AudienceWindow


@pytest.fixture
def window(qapp, qtbot):
    made = AudienceWindow("A session", lambda: False)
    qtbot.addWidget(made)
    made.show_slide(TitleSlide(title="One"), 0)
    made.show()
    return made


@pytest.fixture
def moving(qapp, qtbot):
    """A window on a laptop where things may move."""
    made = AudienceWindow("A session", lambda: True)
    qtbot.addWidget(made)
    made.show_slide(TitleSlide(title="One"), 0)
    made.show()
    return made


def test_it_is_a_plain_window_without_a_frame(window):
    kind = window.windowFlags() & Qt.WindowType.WindowType_Mask
    assert kind == Qt.WindowType.Window
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_it_is_never_on_top_of_others(window):
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_it_carries_the_title_of_the_session(window):
    assert window.windowTitle() == "A session"


def test_it_shows_no_cursor(window):
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor


def test_it_keeps_sixteen_to_nine_whatever_is_asked(window):
    window.set_size(QSize(960, 540))
    window.resize(900, 700)
    assert window.size() == QSize(960, 540)


def test_it_keeps_its_native_window_when_it_fills_the_screen_and_comes_back(window, qapp):
    before = int(window.winId())
    window.fill(window.screen().geometry())
    qapp.processEvents()
    window.stand(window.geometry().adjusted(0, 0, -640, -360))
    qapp.processEvents()
    assert int(window.winId()) == before


def test_when_minimised_it_comes_back(window, qapp, qtbot):
    window.showMinimized()
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert window.isVisible()


def test_a_tooltip_or_a_menu_that_is_asked_for_does_not_come(window, qapp):
    from PySide6.QtWidgets import QMenu, QToolTip

    qapp.sendEvent(window, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    qapp.sendEvent(window, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5)))
    assert QToolTip.isVisible() is False
    assert [widget for widget in qapp.topLevelWidgets() if isinstance(widget, QMenu) and widget.isVisible()] == []


def test_escape_leaves_it_full_screen(window, qapp):
    window.fill(window.screen().geometry())
    qapp.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    assert window.isFullScreen()


def test_without_motion_another_slide_is_there_at_once(window):
    window.show_slide(CalmSlide(text="A moment"), 0)
    assert window.seen[0] == CalmSlide(text="A moment")
    assert not window._fade.is_running


def test_with_motion_the_first_picture_of_a_change_is_already_another_one(moving):
    before = moving.grab().toImage()
    moving.show_slide(CalmSlide(text="A moment"), 0)
    assert moving.grab().toImage() != before


def test_a_change_of_slides_is_over_within_a_fifth_of_a_second():
    assert LENGTH <= 200


def test_a_change_of_slides_ends_at_the_very_picture_of_the_new_one(moving, window, qtbot):
    moving.show_slide(CalmSlide(text="A moment"), 0)
    qtbot.waitUntil(lambda: not moving._fade.is_running)
    window.show_slide(CalmSlide(text="A moment"), 0)
    assert moving.grab().toImage() == window.grab().toImage()


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (
            QuestionSlide(text="Why?", clock=ClockFace("pill", "03:40")),
            QuestionSlide(text="Why?", clock=ClockFace("pill", "03:39")),
        ),
        (
            StartSlide(heading="We start at 10:00", remaining="04:12"),
            StartSlide(heading="We start at 10:00", remaining="04:11"),
        ),
    ],
)
def test_a_clock_that_counts_does_not_fade(moving, qtbot, first, then):
    moving.show_slide(first, 0)
    qtbot.waitUntil(lambda: not moving._fade.is_running)
    moving.show_slide(then, 0)
    assert not moving._fade.is_running


def test_the_same_slide_again_paints_nothing(window):
    painted = []
    window.painted.connect(lambda: painted.append(window.seen))
    window.show_slide(TitleSlide(title="One"), 0)
    assert painted == []


def test_what_was_painted_is_told_only_once_it_is_painted(window):
    told = []
    window.painted.connect(lambda: told.append(window.seen[0]))
    window.show_slide(TitleSlide(title="Two"), 0)
    assert told == [TitleSlide(title="Two")]


def test_before_it_has_a_slide_it_is_black(qapp, qtbot):
    made = AudienceWindow("A session")
    qtbot.addWidget(made)
    made.show()
    assert made.grab().toImage().pixelColor(100, 100) == QColor("#0B070C")
