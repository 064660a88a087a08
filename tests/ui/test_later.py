"""Pages that are built when they are first shown: made once, introduced then, and true to the moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.notes import Place
from qpido_facilitator.ui.shared import idle
from qpido_facilitator.ui.shared.idle import Idle
from qpido_facilitator.ui.shared.later import Later
from tests.builders import plan


def there(stage) -> set[str]:
    """Return the names of the pages that are built."""
    return {name for name, page in vars(stage.session.presenter.pages).items() if isinstance(page, Later) and page.made}


@pytest.fixture
def talking(stage):
    """A question in the plenary, nothing else was shown before."""

    def begun(announce, report):
        run = stage.library.start(plan(), announce=announce, disk_report=report)
        run.stage.enter(Step("talk", "why"))
        return run

    stage.show(begun)
    # on a busy machine the moment for it may come before a test looks
    stage.session.desk._idle.stop()
    stage.settle()
    return stage


def test_it_is_made_once_and_only_when_it_is_asked_for():
    made = iter(("page", "another page"))
    later = Later(lambda: next(made))
    before = later.made

    assert (before, later.get(), later.get(), later.made) == (None, "page", "page", "page")


def test_whoever_met_it_before_it_was_there_is_introduced_when_it_comes():
    met: list[str] = []
    later = Later(lambda: "page")
    later.meet(met.append)
    before = list(met)

    later.get()

    assert (before, met) == ([], ["page"])


def test_whoever_meets_it_after_it_came_is_introduced_at_once():
    met: list[str] = []
    later = Later(lambda: "page")
    later.get()

    later.meet(met.append)

    assert met == ["page"]


def test_a_session_at_a_question_has_built_no_page_that_it_does_not_show(talking):
    assert there(talking) == set()


def test_entering_the_rooms_builds_their_pages_and_no_other(talking):
    talking.run.stage.enter(Step("rooms"))
    talking.settle()
    assert there(talking) == {"opening", "opening_side"} | {"rooms", "rooms_side"}


def test_a_page_that_comes_late_has_the_notes_that_were_there_before(talking):
    talking.run.noting.add(Place("rooms", "why", 1), "apples", "pears")
    talking.run.stage.enter(Step("back", "why"))
    talking.settle()

    rows = [row for section in talking.session.presenter.harvest.sections for row in section.rows]
    assert [row.line.original for row in rows] == ["apples", "pears"]


def test_a_page_that_comes_late_shows_what_participants_see_at_that_moment(talking):
    talking.press(Qt.Key.Key_B, "b", on=talking.session.presenter)
    talking.session.desk.arrival.begin_test()
    talking.settle()

    arrival = talking.session.presenter.arrival
    assert arrival._slide._slide == talking.session.audience.slide
    assert arrival._state.text() == "Participants see the share test"


def test_a_page_that_comes_late_is_laid_out_as_its_window(talking):
    talking.session.presenter.resize(600, 800)
    talking.settle()

    assert talking.session.presenter.arrival._mode == "compact"


def test_the_pages_that_a_plan_will_need_are_built_while_nothing_happens(talking, qtbot, monkeypatch):
    monkeypatch.setattr(idle, "FIRST", 0)
    monkeypatch.setattr(idle, "EACH", 0)
    talking.session.desk._idle.begin()

    groups = {"opening", "opening_side", "rooms", "rooms_side", "harvest", "harvest_side"}
    qtbot.waitUntil(lambda: there(talking) == groups | {"care", "catch_up", "sheet", "arrival"})
    assert talking.session.presenter.scene == "talk"
    assert talking.session.presenter.page == "run"


def test_only_one_thing_is_made_in_a_turn_of_the_event_loop(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(idle, "FIRST", 0)
    monkeypatch.setattr(idle, "EACH", 0)
    owner, made, turns = QObject(), [], []
    waiting = Idle([lambda: made.append(1), lambda: made.append(2)], owner)
    waiting._timer.timeout.connect(lambda: turns.append(len(made)))

    waiting.begin()

    qtbot.waitUntil(lambda: len(turns) == 3)
    assert turns == [1, 2, 2]


def test_nothing_is_built_any_more_once_the_trainer_closed_the_session(talking):
    talking.session.close()
    assert not talking.session.desk._idle._timer.isActive()


def test_while_somebody_types_nothing_is_made_ready(stage, monkeypatch):
    monkeypatch.setattr(idle, "FIRST", 0)
    monkeypatch.setattr(idle, "QUIET", 60_000)
    stage.start(plan())
    made = []
    waiting = Idle([lambda: made.append(1)], stage.session)
    waiting.begin()
    stage.press(Qt.Key.Key_Shift)
    stage.settle()
    assert made == []
    waiting.stop()
