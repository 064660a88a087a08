"""The panel in words, and that what it previews is what applying it gives."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from qpido_facilitator.plan.model import Breakout, Discussion, List, Part, Point, Question, SessionPlan, Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.agenda_rows import agenda_rows
from qpido_facilitator.show.clocks import item_clock, lengthened, rooms_clock, toggled
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.show.panel import outcome_of, panel_of
from qpido_facilitator.show.ribbon import ribbon_of
from qpido_facilitator.words import Words
from tests.builders import Room


def a_plan() -> SessionPlan:
    asked = (Question("why", "Why?", minutes=5, min=2), Question("then", "Then?", minutes=5, min=2))
    return SessionPlan(
        id="p", title="P", minutes=70,
        parts=(
            Part("one", "One", items=(Text(id="hello", title="Hello", minutes=10),)),
            Part("two", "Two", items=(
                Discussion(id="talk", title="Talk", minutes=10, questions=asked),
                Breakout(id="rooms", title="Rooms", minutes=20, min=12, rooms=15, questions=asked),
            )),
            Part("three", "Three", items=(
                Text(id="extra", title="Extra", minutes=8, optional=True),
                List(id="tips", title="Tips", minutes=12, min=6, points=(Point("a"),)),
            )),
            Part("end", "End", core=True, items=(Text(id="law", title="Law", minutes=5, min=1),
                                                 Text(id="bye", title="Goodbye", minutes=5)), ),
        ),
    )  # fmt: skip


@pytest.fixture
def run(tmp_path):
    with Room(tmp_path) as room:
        opened = room.trainer()
        opened.agenda.lay_down(a_plan())
        yield opened


def late(run, by):
    """Be at the first item, so many minutes after it was to end."""
    run.stage.enter(Step("hello"))
    run.clock.advance(minutes=10 + by)


def hold(run, clock):
    assert clock is not None
    run.timers.set(clock.timer, toggled(clock))


def test_the_panel_says_how_much_there_is_to_make_up(run, english):
    late(run, 3.5)
    assert panel_of(run, run.now(), english).title == "Make up 4 min"


def test_in_dutch_it_is_called_inlopen(run):
    late(run, 4)
    assert panel_of(run, run.now(), Words("nl")).title == "4 min inlopen"


def test_a_row_says_what_becomes_of_an_item(run, english):
    late(run, 4)
    row = panel_of(run, run.now(), english).rows[0]
    assert (row.text, row.below, row.right) == ("Rooms: 20 to 16 min", "11 min in the groups", "−4")


def test_what_is_possible_too_and_what_is_core_stand_below(run, english):
    late(run, 4)
    panel = panel_of(run, run.now(), english)
    assert [row.text for row in panel.others] == [
        "Tips: 12 to 8 min", "Questions of Talk: 10 to 6 min", "Skip Extra", "End later: 10:14",
    ]  # fmt: skip
    assert panel.kept == ("Law", "Goodbye")


def test_the_outcome_says_that_the_end_is_on_time(run, english, zone):
    zone("UTC")
    late(run, 4)
    outcome = panel_of(run, run.now(), english).outcome
    assert (outcome.text, outcome.meets) == ("End 10:10, on time", True)


def test_with_nothing_ticked_the_outcome_is_late(run, english, zone):
    zone("UTC")
    late(run, 4)
    assert outcome_of(run, (), run.now(), english).text == "End 10:14, 4 min late"


def test_what_cannot_be_made_up_is_said(run, english):
    late(run, 40)
    panel = panel_of(run, run.now(), english)
    assert panel.note == "This cannot be made up: 12 min stay"
    assert not panel.outcome.meets


def test_time_to_spare_is_offered_when_nobody_is_late(run, english):
    run.replan.retime("tips", 6)
    run.stage.enter(Step("hello"))
    panel = panel_of(run, run.now(), english)
    assert (panel.title, panel.spare, [row.text for row in panel.rows]) == (
        "6 min to spare", True, ["Tips: 6 to 12 min"],
    )  # fmt: skip


def test_there_is_no_panel_before_the_start_nor_after_the_end(run, english):
    before = panel_of(run, run.now(), english)
    late(run, 4)
    run.stage.end()
    assert (before, panel_of(run, run.now(), english)) == (None, None)


def where(run, name):
    """Bring the run into a state in which time is to be made up."""
    if name == "talking":
        late(run, 6)
    elif name == "in a question":
        late(run, -1)
        run.stage.enter(Step("talk", "why"))
        run.clock.advance(minutes=4)
        run.stage.enter(Step("talk", "then"))
        run.clock.advance(minutes=9)
    elif name == "rooms still closed":
        run.stage.enter(Step("hello"))
        run.clock.advance(minutes=18)
        run.stage.enter(Step("rooms"))
        run.clock.advance(minutes=8)
    elif name == "in the rooms":
        run.stage.enter(Step("hello"))
        run.clock.advance(minutes=26)
        run.stage.enter(Step("rooms"))
        run.clock.advance(minutes=4)
        hold(run, rooms_clock(run, run.now()))
        run.clock.advance(minutes=3.3)
    elif name == "an item made longer by hand":
        run.stage.enter(Step("hello"))
        run.clock.advance(minutes=20)
        run.stage.enter(Step("tips"))
        run.clock.advance(minutes=2)
        clock = item_clock(run, run.now())
        assert clock is not None
        run.timers.set(clock.timer, lengthened(clock, timedelta(minutes=9)))
    elif name == "held":
        run.stage.enter(Step("tips"))
        run.clock.advance(minutes=2)
        hold(run, item_clock(run, run.now()))
        run.clock.advance(minutes=30)


STATES = ["talking", "in a question", "rooms still closed", "in the rooms", "an item made longer by hand", "held"]


@pytest.mark.parametrize("state", STATES)
def test_what_is_previewed_is_what_applying_gives(run, english, state):
    where(run, state)
    now = run.now()
    panel = panel_of(run, now, english)
    rows = agenda_rows(run, now, english, changes=panel.changes)
    ribbon = ribbon_of(run, now, english, changes=panel.changes)
    run.replan.apply(*panel.changes)

    assert panel.changes
    assert schedule_of(run, now).expected_end == panel.outcome.end
    assert [replace(row, changed=False, retimed=False) for row in rows] == [
        replace(row, retimed=False) for row in agenda_rows(run, now, english)
    ]
    assert [replace(one, changed=False) for one in ribbon.segments] == list(ribbon_of(run, now, english).segments)


@pytest.mark.parametrize("state", STATES)
def test_every_single_option_gives_in_the_run_what_it_says(run, english, state):
    where(run, state)
    now = run.now()
    panel = panel_of(run, now, english)
    end = schedule_of(run, now).over
    for row in (*panel.rows, *panel.others):
        if row.item:
            gained = float(row.right.replace("−", "-"))
            assert (schedule_of(run, now, row.changes).over - end).total_seconds() / 60 == pytest.approx(
                gained, abs=0.06
            )


@pytest.mark.parametrize("state", STATES)
def test_catching_up_is_one_step_to_undo(run, english, state):
    where(run, state)
    now = run.now()
    before = schedule_of(run, now)
    run.replan.apply(*panel_of(run, now, english).changes)
    run.undo.undo()
    assert schedule_of(run, now) == before


def test_what_a_preview_makes_otherwise_is_marked(run, english):
    late(run, 4)
    now = run.now()
    panel = panel_of(run, now, english)
    changed = {row.text: row.changed for row in agenda_rows(run, now, english, changes=panel.changes) if not row.level}
    assert changed == {"One": False, "Two": True, "Three": True, "End": True}


def test_a_later_end_that_was_agreed_leaves_nothing_to_make_up(run, english):
    late(run, 4)
    later = panel_of(run, run.now(), english).others[-1]
    run.replan.apply(*later.changes)
    assert panel_of(run, run.now(), english).title == "On time"
