"""Whatever order facts arrive in: every laptop ends with the same run, and nobody's last word is lost."""

from __future__ import annotations

import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.journal.envelope import Fact
from qpido_facilitator.plan.model import Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.facts import data_of
from qpido_facilitator.run.notes import NotePut, Place
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.run.view import RunView
from tests.builders import FakeDisk, Room, Speaker, carried, minutes, plan, tries

MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OFF = (timedelta(), timedelta(days=1), -timedelta(days=1), timedelta(hours=1))
ITEMS = ("welcome", "rules", "talk", "rooms", "back", "bye")
NOBODY_KNOWS = "note.sung"


class Sung(Struct):
    tune: str


def picture(view: RunView) -> object:
    """Return all that a run shows, as values that can be compared."""
    now = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    visits = view.stage.visits()
    names = sorted({name.split("/")[1] for name in view.registers.names() if name.startswith("note/")})
    return (
        [view.notes.get(name) for name in names],
        view.notes.all(),
        view.agenda.head,
        view.agenda.started,
        view.agenda.entries,
        view.agenda.steps(),
        view.stage.position,
        view.stage.screen,
        view.stage.ended,
        visits,
        [view.timers.countdown(visit.visit, now) for visit in visits],
        view.missing,
    )


ACTS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 17), st.integers(0, 5), st.integers(0, 50)),
    min_size=5,
    max_size=40,
)


def act(run: Speaker, what: int, which: int, amount: int) -> None:
    """Do one thing a person could do; a co-trainer's wishes for the stage go nowhere."""
    place = Place(ITEMS[which], None, amount % 3 or None)
    notes = run.notes.all()
    note = notes[amount % len(notes)].id if notes else ""
    item = ITEMS[which]
    if what <= 2 or not note:
        run.notes.add(place, f"{run.writer} says {amount}")
    elif what <= 5:
        run.notes.put(note, f"{run.writer} changed it to {amount} the {len(run.spoken)}th")
    elif what == 6:
        run.notes.remove(note)
    elif what == 7:
        run.notes.restore(note)
    elif what == 8:
        run.notes.move(note, place, str(amount + 1))
    elif what == 9:
        run.record(NOBODY_KNOWS, f"note/{note}/text", Sung("la"))
    elif what == 10:
        run.stage.enter(Step(item))
    elif what == 11:
        run.stage.set_screen(("live", "calm", "black", "start")[amount % 4])
    elif what == 12:
        (run.agenda.skip if amount % 2 else run.agenda.unskip)(item)
    elif what == 13:
        run.agenda.retime(item, amount)
    elif what == 14:
        run.agenda.move(item, ITEMS[amount % 6], "middle")
    elif what == 15:
        run.agenda.insert(Text(id=f"extra{amount}", text="?"), item, "middle")
    elif what == 16 and run.stage.position:
        run.timers.set(run.stage.position.visit, Countdown(minutes(amount), minutes(1), True))
    elif what == 17:
        assert isinstance(run.clock, ManualClock)
        run.clock.set_wall(MORNING + OFF[amount % 4])
        run.check_clock()


def spoken(folder: Path, acts: list[tuple[int, int, int, int]], chance: random.Random) -> tuple[Room, list[Fact]]:
    """Return a room in which three laptops did all this, hearing each other now and then, and what they said."""
    room = Room(folder)
    clocks = [ManualClock(MORNING + chance.choice(OFF), boot=f"boot {number}") for number in range(3)]
    for clock in clocks:
        clock.advance(minutes=chance.randrange(600))
    first = room.trainer("first", clock=clocks[0], disk=FakeDisk())
    first.agenda.lay_down(plan())
    second = room.trainer("second", clock=clocks[1], disk=FakeDisk())
    third = room.co_trainer("third", clock=clocks[2], disk=FakeDisk())
    runs = (first, second, third)
    for run in runs[1:]:
        run.accept(carried(first.spoken))
    for who, what, which, amount in acts:
        for clock in clocks:
            clock.advance(seconds=amount)
        act(runs[who], what, which, amount)
        if amount % 7 == 0:
            told = runs[(who + 1 + amount % 2) % 3]
            told.accept(carried(runs[who].spoken[: -1 if amount % 2 else None]))
    return room, [fact for run in runs for fact in run.spoken]


@tries(50, 3_000)
@given(acts=ACTS, chance=st.randoms(use_true_random=False))
def test_every_replica_ends_the_same_whatever_arrives_when_and_how_often(
    acts: list[tuple[int, int, int, int]], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room, facts = spoken(Path(folder), acts, chance)
        with room:
            whole = room.reader()
            whole.accept(carried(facts))
            for _ in range(3):
                replica = room.reader()
                arriving = [*facts, *chance.choices(facts, k=10)]
                chance.shuffle(arriving)
                while arriving:
                    size = chance.choice((1, 3, 30))
                    replica.accept(carried(arriving[:size]))
                    arriving = arriving[size:]
                assert picture(replica) == picture(whole)
            for laptop in room.laptops:
                laptop.accept(carried(facts))
                assert picture(laptop) == picture(whole)


@tries(25, 1_000)
@given(acts=ACTS, chance=st.randoms(use_true_random=False))
def test_a_replica_that_missed_some_facts_is_whole_when_they_come(
    acts: list[tuple[int, int, int, int]], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room, facts = spoken(Path(folder), acts, chance)
        with room:
            whole, replica = room.reader(), room.reader()
            whole.accept(carried(facts))
            lost = set(chance.sample(facts, k=len(facts) // 4))
            replica.accept(carried(fact for fact in facts if fact not in lost))
            picture(replica)
            replica.accept(carried(lost))

            assert picture(replica) == picture(whole)


@tries(40, 3_000)
@given(acts=ACTS, chance=st.randoms(use_true_random=False))
def test_everyones_newest_word_on_a_note_is_seen_unless_a_later_one_named_it(
    acts: list[tuple[int, int, int, int]], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room, facts = spoken(Path(folder), acts, chance)
        with room:
            view = room.reader()
            view.accept(carried(facts))
            puts = [fact for fact in facts if fact.on.startswith("note/") and fact.on.endswith("/text")]
            named = {h for fact in puts for h in fact.base}
            newest = {(fact.on, fact.writer): fact for fact in puts}
            for fact in newest.values():
                said = data_of(fact, "note.put", NotePut)
                if fact.h in named or said is None:
                    continue
                note = view.notes.get(fact.on.split("/")[1])
                assert note is not None
                assert said.text in (note.text, *note.others)


def test_of_two_edits_at_once_both_are_shown(tmp_path: Path) -> None:
    with Room(tmp_path) as room:
        one, two = room.trainer("one"), room.trainer("two")
        name = one.notes.add(Place("talk"), "start")
        two.accept(carried(one.spoken))
        one.notes.put(name, "left")
        two.notes.put(name, "right")
        one.accept(carried(two.spoken))
        note = one.notes.get(name)

        assert note is not None
        assert {note.text, *note.others} == {"left", "right"}


def test_one_more_edit_settles_two_at_once(tmp_path: Path) -> None:
    with Room(tmp_path) as room:
        one, two = room.trainer("one"), room.trainer("two")
        name = one.notes.add(Place("talk"), "start")
        two.accept(carried(one.spoken))
        one.notes.put(name, "left")
        two.notes.put(name, "right")
        one.accept(carried(two.spoken))
        one.notes.put(name, "left and right")
        two.accept(carried(one.spoken))
        note = two.notes.get(name)

        assert note is not None
        assert (note.text, note.others) == ("left and right", ())


def test_a_later_edit_wins_over_a_laptop_whose_clock_is_a_day_ahead(tmp_path: Path) -> None:
    with Room(tmp_path) as room:
        ahead = room.trainer("ahead", clock=ManualClock(MORNING + timedelta(days=1), boot="ahead"))
        right = room.trainer("right", clock=ManualClock(MORNING, boot="right"))
        name = ahead.notes.add(Place("talk"), "from tomorrow")
        right.accept(carried(ahead.spoken))
        right.notes.put(name, "from today")
        ahead.accept(carried(right.spoken))
        note = ahead.notes.get(name)

        assert note is not None
        assert (note.text, note.others) == ("from today", ())


def test_facts_of_an_opening_that_arrives_last_are_released(tmp_path: Path) -> None:
    with Room(tmp_path) as room:
        run, reader = room.trainer(), room.reader()
        run.agenda.lay_down(plan())
        run.stage.enter(Step("talk"))
        run.notes.add(Place("talk"), "early")
        openings, rest = run.spoken[:2], run.spoken[2:]
        reader.accept(carried(reversed(rest)))
        before = picture(reader)
        reader.accept(carried(openings[:1]))
        reader.accept(carried(openings[1:]))

        assert before != picture(reader) == picture(run)


def test_a_batch_tells_which_registers_it_touched(tmp_path: Path) -> None:
    with Room(tmp_path) as room:
        run, reader = room.trainer(), room.reader()
        reader.accept(carried(run.spoken))
        name = run.notes.add(Place("talk"), "text")
        changes = reader.accept(carried(run.spoken))

        assert changes.registers == {f"note/{name}/place", f"note/{name}/text"}


def test_nothing_new_touches_nothing(tmp_path: Path) -> None:
    with Room(tmp_path) as room:
        run, reader = room.trainer(), room.reader()
        reader.accept(carried(run.spoken))

        assert not reader.accept(carried(run.spoken))


def test_a_fact_of_a_newer_version_on_a_note_keeps_the_older_text_in_the_history(tmp_path: Path) -> None:
    with Room(tmp_path) as room:
        run = room.trainer()
        name = run.notes.add(Place("talk"), "old")
        run.record(NOBODY_KNOWS, f"note/{name}/text", Sung("la"))
        note = run.notes.get(name)

        assert note is not None
        assert note.newer
        assert len(run.registers.history(f"note/{name}/text")) == 2
