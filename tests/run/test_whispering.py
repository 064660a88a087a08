"""Who types where, and the countdown's beat, from one laptop to the others: told seldom and kept by nobody."""

from __future__ import annotations

import json

import pytest

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.beats import Beat
from qpido_facilitator.run.notes import KINDS, Place
from qpido_facilitator.run.presence import EXPIRES, QUIET
from qpido_facilitator.run.run import Identity
from qpido_facilitator.show.beats import beat_of
from tests.builders import Speaker
from tests.exercise import Exercise, exercise_plan

HERE = Place("rooms", "q1", 2)
BEAT = Beat("v-rooms", "x", 60_000)


class Pair(Exercise):
    """A trainer and a co-trainer on one folder, as two processes are. A `look` is a second of both."""

    def __init__(self, folder):
        super().__init__(folder)
        self.folder = self.trainer.folder
        identity = Identity(self.room.run, None, "co-trainer", "b" * 16)
        self.other = Speaker(self.folder, identity, ManualClock(boot="other"))
        self.room.laptops.append(self.other)
        self.share()
        self.look()

    @property
    def files(self):
        return sorted((self.folder / "presence").glob("*"))

    def look(self, seconds=1.0):
        for run in (self.other, self.trainer):
            assert isinstance(run.clock, ManualClock)
            run.clock.advance(seconds=seconds)
        for run in (self.other, self.trainer):
            run.whispering.take_in(run.whispering.turn())

    def writes(self, seconds):
        """Return how often the co-trainer's file changed in so many looks, a key pressed before each."""
        found = set()
        for _ in range(seconds):
            self.other.presence.type(HERE)
            self.look()
            found.add((self.folder / "presence" / f"{self.other.writer}.json").read_bytes())
        return len(found)


@pytest.fixture
def pair(tmp_path):
    with Pair(tmp_path) as made:
        yield made


def put(pair, content, writer=""):
    """Put a file into the folder as someone else would."""
    (pair.folder / "presence").mkdir(exist_ok=True)
    (pair.folder / "presence" / f"{writer or pair.other.writer}.json").write_bytes(content)


def test_who_types_is_seen_on_the_other_laptop_until_they_stop(pair):
    pair.other.presence.type(HERE)
    pair.look()
    typing = pair.trainer.presence.at(HERE)
    pair.other.presence.stop()
    pair.look()
    assert (typing, pair.trainer.presence.at(HERE)) == ((pair.other.writer,), ())


def test_who_goes_on_typing_goes_on_being_seen(pair):
    for _ in range(20):
        pair.other.presence.type(HERE)
        pair.look()
        assert pair.trainer.presence.at(HERE)


def test_the_disk_is_written_every_other_second_at_most(pair):
    assert pair.writes(10) <= 6


def test_nothing_is_written_while_nobody_types_and_no_clock_runs(pair):
    for _ in range(5):
        pair.look()
    assert pair.files == []


def test_after_some_seconds_without_a_key_nobody_types(pair):
    pair.other.presence.type(HERE)
    pair.look()
    pair.look(QUIET / 1000)
    assert pair.trainer.presence.at(HERE) == ()


def test_a_process_that_dies_is_not_seen_typing_for_longer_than_six_seconds(pair):
    pair.other.presence.type(HERE)
    pair.look()
    pair.trainer.clock.advance(seconds=EXPIRES / 1000)
    assert pair.trainer.presence.at(HERE) == ()


def test_the_file_says_where_and_how_often_and_never_what(pair):
    pair.other.presence.type(HERE)
    pair.look()
    said = json.loads(pair.files[0].read_bytes())
    assert said == {"n": 1, "typing": {"item": "rooms", "question": "q1", "group": 2}}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("answer", "quote")])
def test_what_is_no_answer_is_not_seen_being_typed(pair, kind):
    pair.other.presence.type(HERE, kind)
    pair.look()
    assert (pair.trainer.presence.at_all(), pair.files) == ({}, [])


def test_an_answer_that_turns_out_an_observation_is_no_longer_seen(pair):
    pair.other.presence.type(HERE)
    pair.look()
    pair.other.presence.type(HERE, "observation")
    pair.look()
    assert pair.trainer.presence.at_all() == {}


def test_a_quote_that_is_typed_is_an_answer_on_its_way(pair):
    pair.other.presence.type(HERE, "quote")
    pair.look()
    assert pair.trainer.presence.at(HERE) == (pair.other.writer,)


def test_a_signal_leaves_no_trace_here(pair):
    pair.other.signals.note("own-experience", 2)
    pair.look()
    assert pair.files == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"{", b"[" * 900, b"null", b'{"n": "x"}', b'{"n": 1, "typing": 7}',
        b'{"n": 1, "typing": {"item": "%s", "question": "q1"}}' % (b"x" * 200),
        b'{"n": 1, "typing": {"item": "rooms", "question": null}}',
        b'{"n": 1, "beat": {"timer": "t", "of": "", "left": 1e400}}',
        b'{"n": 1, "beat": {"timer": "t", "of": "", "left": 99999999999}}',
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_damaged_is_passed_over(pair, content):
    put(pair, content)
    pair.look()
    assert pair.trainer.presence.at_all() == {}


def test_a_place_that_nobody_knows_is_seen_nowhere(pair):
    put(pair, b'{"n": 1, "typing": {"item": "gone", "question": "q9", "group": -4, "kind": "?"}}')
    pair.look()
    assert pair.trainer.presence.at(HERE) == ()


def test_who_did_not_open_in_this_run_is_not_believed(pair):
    put(pair, b'{"n": 1, "typing": {"item": "rooms", "question": "q1", "group": 2}}', "c" * 16)
    pair.look()
    assert pair.trainer.presence.at_all() == {}


def test_the_beat_of_a_co_trainer_is_not_believed(pair):
    put(pair, b'{"n": 1, "beat": {"timer": "v-rooms", "of": "x", "left": 60000}}')
    pair.look()
    assert pair.trainer.whispering.beats.left("v-rooms") is None


def test_a_beat_is_what_is_left_when_it_is_written_not_when_it_was_worked_out(pair):
    pair.trainer.whispering.beat(BEAT)
    pair.look()
    assert json.loads(pair.files[0].read_bytes())["beat"]["left"] == 59_000


def test_the_beat_of_the_trainer_reaches_the_co_trainer(pair):
    pair.trainer.whispering.beat(BEAT)
    pair.look()
    pair.look()
    assert pair.other.whispering.beats.left("v-rooms").total_seconds() == 59


def test_a_disk_that_refuses_costs_only_the_presence(pair):
    (pair.folder / "presence").write_bytes(b"a file where the folder should be")
    pair.other.presence.type(HERE)
    pair.look()
    pair.other.noting.add(HERE, "kept all the same")
    assert [note.text for note in pair.other.notes.all()] == ["kept all the same"]
    (pair.folder / "presence").unlink()
    pair.other.presence.type(HERE)
    pair.look(2)
    assert pair.trainer.presence.at(HERE) == (pair.other.writer,)


def test_a_start_that_closes_leaves_nothing_behind(pair):
    pair.other.presence.type(HERE)
    pair.look()
    pair.other.whispering.close()
    pair.trainer.whispering.close()
    assert not (pair.folder / "presence").exists()


def test_only_a_trainers_laptop_has_a_beat_and_only_while_the_clock_runs(tmp_path):
    with Exercise(tmp_path, exercise_plan()) as exercise:
        helper = exercise.helper()
        exercise.trainer.stage.enter(Step("rooms"))
        before = beat_of(exercise.trainer, exercise.trainer.now())
        exercise.open()
        exercise.share()
        beat = beat_of(exercise.trainer, exercise.trainer.now())
        assert (before, beat.left, beat_of(helper, helper.now())) == (None, 15 * 60_000, None)
