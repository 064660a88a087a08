"""After-care signals: of which sort, in which group, who follows up, open or done; and not a word more."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import Struct

from tests.exercise import Exercise


class Chatty(Struct):
    about: str
    group: int | None
    text: str


@pytest.fixture
def exercise(tmp_path):
    with Exercise(tmp_path) as made:
        yield made


def test_a_co_trainers_signal_is_open_until_someone_says_it_is_done(exercise):
    helper = exercise.helper()
    name = helper.signals.note("own-experience", 2, "co-trainer-1")
    exercise.share()
    (signal,) = exercise.trainer.signals.all()
    exercise.trainer.signals.set(name, "done")
    exercise.share()
    assert (signal.about, signal.group, signal.who, signal.state) == ("own-experience", 2, "co-trainer-1", "open")
    assert helper.signals.get(name).state == "done"


def test_who_follows_up_can_change(exercise):
    name = exercise.trainer.signals.note("unsafe-now", None)
    exercise.trainer.signals.take(name, "S")
    assert exercise.trainer.signals.get(name).who == "S"


def test_a_signal_noted_by_mistake_is_not_listed(exercise):
    name = exercise.trainer.signals.note("other", 1)
    exercise.trainer.signals.set(name, "withdrawn")
    assert exercise.trainer.signals.all() == ()


@pytest.mark.parametrize("who", ["Sanne", "SV", "co-trainer-0", "trainer\n", "s", "de juf", "co-trainer-10"])
def test_a_name_cannot_be_written_down_as_who_follows_up(exercise, who):
    with pytest.raises(ValueError, match="initial"):
        exercise.trainer.signals.note("other", 1, who)
    assert exercise.trainer.signals.all() == ()


def test_text_that_another_app_added_to_a_signal_is_not_read(exercise):
    exercise.trainer.record("signal.noted", "signal/x/noted", Chatty("other", 1, "what was said"))
    (signal,) = exercise.trainer.signals.all()
    assert "what was said" not in msgspec.json.encode(signal).decode()


def test_an_unknown_sort_of_signal_is_passed_over(exercise):
    exercise.trainer.record("signal.noted", "signal/x/noted", Chatty("gossip", 1, ""))
    assert exercise.trainer.signals.all() == ()


def test_no_two_signals_have_one_name(exercise):
    helper = exercise.helper()
    names = {run.signals.note("other", 1) for run in (exercise.trainer, helper) for _ in range(5)}
    exercise.share()
    assert len(names) == len(exercise.trainer.signals.all()) == 10


def test_signals_stand_in_the_order_in_which_they_were_noted(exercise):
    for about in ("other", "unsafe-now", "about-client"):
        exercise.trainer.signals.note(about, 1)
        exercise.after(1)
    assert [signal.about for signal in exercise.trainer.signals.all()] == ["other", "unsafe-now", "about-client"]
