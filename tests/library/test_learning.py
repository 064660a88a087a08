"""What past runs teach: only runs that were held for real, and only as an offer."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.library import Library
from qpido_facilitator.plan.loader import load
from qpido_facilitator.plan.model import Breakout, Part, SessionPlan, Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.resources import Places
from qpido_facilitator.show.learning import Learned, learned, learned_text, suggested
from qpido_facilitator.words import Words


def a_plan(minutes: float | None = 20) -> SessionPlan:
    items = (
        Text(id="film", title="Film", minutes=minutes),
        Text(id="talk", title="Talk", minutes=10, min=8),
        Text(id="bye", title="Goodbye", minutes=5),
    )
    return SessionPlan(id="s", title="S", parts=(Part("p", "P", items=items),))


@pytest.fixture
def library(home, clock) -> Library:
    """An empty library."""
    return Library(Places(home), clock)


def held(library, clock: ManualClock, film=27.0, talk=10.0, *, ended=True, plan=None, **flags):
    """Hold a session: so many minutes of each, and the end."""
    run = library.start(plan or a_plan(), **flags)
    for item, length in (("film", film), ("talk", talk), ("bye", 5)):
        if length:
            run.stage.enter(Step(item))
            clock.advance(minutes=length)
    if ended:
        run.stage.end()
    run.close()
    return run


def averages(library, plan=None):
    return {one.item: (one.average, one.runs) for one in library.learned(plan or a_plan())}


def test_the_average_is_over_all_runs_that_were_held(library, clock):
    for film in (25, 27, 29):
        held(library, clock, film)
    assert averages(library) == {"film": (27, 3), "talk": (10, 3), "bye": (5, 3)}


@pytest.mark.parametrize("flags", [{"rehearsal": True}, {"practice": True}, {"ended": False}])
def test_rehearsals_practice_and_runs_that_did_not_end_teach_nothing(library, clock, flags):
    held(library, clock, 99, **flags)
    held(library, clock, 27)
    assert averages(library)["film"] == (27, 1)


def test_a_damaged_run_teaches_nothing(library, clock, home: Path):
    run = held(library, clock, 99)
    file = next((home / "runs" / run.id / "journal").glob("*.jsonl"))
    file.write_bytes(file.read_bytes() + b"not a fact\n")
    assert averages(library) == {}


def test_another_session_teaches_nothing(library, clock):
    held(library, clock, 99, plan=replace(a_plan(), id="other"))
    assert averages(library) == {}


def test_an_item_that_was_skipped_or_only_passed_does_not_count(library, clock):
    held(library, clock, 0.1)
    held(library, clock, 0)
    held(library, clock, 27)
    assert averages(library)["film"] == (27, 1)


def test_an_item_that_was_left_on_overnight_does_not_count(library, clock):
    held(library, clock, 60 * 14)
    assert "film" not in averages(library)


def test_both_rounds_of_a_repeated_item_count(library, clock):
    run = library.start(a_plan())
    run.stage.enter(Step("film"))
    clock.advance(minutes=20)
    run.jumps.repeat(Step("film"))
    clock.advance(minutes=7)
    run.stage.end()
    run.close()
    assert averages(library)["film"] == (27, 1)


def test_planned_is_what_the_plan_of_today_says(library, clock):
    held(library, clock, 27, plan=a_plan(15))
    found = library.learned(a_plan(20))[0]
    assert (found.planned, found.off) == (20, 7)


def test_items_that_are_no_longer_in_the_plan_are_left_out(library, clock):
    held(library, clock)
    other = SessionPlan(id="s", title="S", parts=(Part("p", "P", items=(Text(id="new", title="New"),)),))
    assert library.learned(other) == ()


@pytest.mark.parametrize(
    ("one", "dutch", "english"),
    [
        (Learned("a", "A", 20, 27, 6), "gepland 20, gemiddeld 27 in 6 keer", "planned 20, on average 27 in 6 runs"),
        (
            Learned("a", "A", 7.5, 8.25, 1),
            "gepland 7,5, gemiddeld 8,2 in 1 keer",
            "planned 7.5, on average 8.2 in 1 run",
        ),
        (
            Learned("a", "A", None, 8, 5),
            "duur onbekend, gemiddeld 8 in 5 keer",
            "length unknown, on average 8 in 5 runs",
        ),
    ],
)
def test_it_is_told_in_a_sentence(one, dutch, english):
    assert (learned_text(one, Words("nl")), learned_text(one, Words("en"))) == (dutch, english)


def lengths(plan, *pasts, **more):
    return suggested(plan, learned(plan, pasts), **more)


def test_after_three_runs_another_length_is_suggested_in_whole_minutes():
    assert lengths(a_plan(), *[{"film": 26.6}] * 3) == {"film": 27}


def test_two_runs_are_too_few():
    assert lengths(a_plan(), *[{"film": 26.6}] * 2) == {}


def test_less_than_a_minute_is_no_difference():
    assert lengths(a_plan(), *[{"film": 20.9}] * 3) == {}


def test_an_unknown_length_becomes_known():
    assert lengths(a_plan(None), *[{"film": 8.2}] * 3) == {"film": 8}


def test_no_length_is_suggested_below_a_minimum():
    assert lengths(a_plan(), *[{"talk": 4}] * 3) == {"talk": 8}


def test_no_breakout_is_suggested_shorter_than_its_rooms():
    rooms = Breakout(id="r", minutes=15, rooms=12)
    plan = SessionPlan(id="s", title="S", parts=(Part("p", "P", items=(rooms,)),))
    assert lengths(plan, *[{"r": 9}] * 3) == {"r": 12}


def write(path: Path) -> Path:
    path.write_text(
        "id: s  # the name\ntitle: S\nparts:\n  - title: P\n    items:\n"
        "      - {id: film, kind: text, title: Film, minutes: 20}   # a guess\n"
        "      - {id: talk, kind: text, title: Talk, minutes: 10}\n"
        "      - {id: bye, kind: text, title: Goodbye, minutes: 5}\n",
        encoding="utf-8",
    )
    return path


def read(path: Path) -> SessionPlan | None:
    return load(path).plan


def test_the_suggestion_is_the_same_file_with_those_minutes(library, clock, tmp_path):
    path = write(tmp_path / "s.yaml")
    for _ in range(3):
        held(library, clock, 27)
    before = path.read_bytes()
    assert library.suggestion(path, read) == before.replace(b"minutes: 20", b"minutes: 27")
    assert path.read_bytes() == before


def test_without_anything_to_suggest_there_is_no_file(library, clock, tmp_path):
    held(library, clock, 27)
    assert library.suggestion(write(tmp_path / "s.yaml"), read) is None


def test_a_file_with_errors_gets_no_suggestion(library, clock, tmp_path):
    path = tmp_path / "s.yaml"
    path.write_text("title: S\nparts: []\n", encoding="utf-8")
    assert library.suggestion(path, read) is None
