"""A film is looked at in a process of its own, which may crash, hang or talk nonsense."""

from __future__ import annotations

import sys
import threading

import pytest

from qpido_facilitator.media.probe import FROZEN_COMMAND, Prober, child_command, requests_of
from qpido_facilitator.media.probed import Probed, Progress, Request
from qpido_facilitator.plan.model import Film, Part, SessionPlan
from tests.media.hall import FILMS, TROUBLE


def looked(*requests: Request, **more) -> list[Progress]:
    told: list[Progress] = []
    prober = Prober(told.append, **more)
    prober.look_at(requests)
    assert prober.wait(30)
    return told


def python(code: str):
    return lambda: [sys.executable, "-c", code]


ONE = Request(str(FILMS), "the-note.mp4")


def test_what_a_film_holds_is_told():
    found = looked(Request(str(FILMS), "the-note.mp4", "the-note.nl.srt"))[-1].found
    assert found == Probed("the-note.mp4", "", 24_000, 1280, 720, 25.0, sound=True, cues=4)


def test_subtitles_inside_a_film_are_told_by_their_language():
    found = looked(Request(str(FILMS), "the-note.webm"))[-1].found
    assert found is not None
    assert (found.tracks, found.plays) == (("Dutch",), True)


def test_a_film_of_varying_rate_without_sound_plays():
    found = looked(Request(str(TROUBLE), "variable-rate.mp4"))[-1].found
    assert found is not None
    assert (found.plays, found.sound, found.length) == (True, False, 2_400)


def test_subtitles_that_are_not_there_do_not_keep_the_film_from_playing():
    found = looked(Request(str(FILMS), "the-note.mp4", "gone.srt"))[-1].found
    assert found is not None
    assert (found.plays, found.subtitles_trouble) == (True, "missing")


def test_how_far_the_looking_is_is_told_before_and_after_each_film():
    gone = [Request(str(FILMS), "gone.mp4"), Request(str(FILMS), "gone-too.mp4")]
    told = looked(*gone)
    assert [(p.file, p.number, p.total, p.found is not None) for p in told] == [
        ("gone.mp4", 1, 2, False), ("gone.mp4", 1, 2, True),
        ("gone-too.mp4", 2, 2, False), ("gone-too.mp4", 2, 2, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.kill(os.getpid(), 11)",
        "import os; os._exit(1)",
        "print('{\"file\":')",
        "print('[]')",
        'print(\'{"file":"another.mp4"}\')',
        "print('x' * 10_000_000)",
    ],
    ids=["crashes", "gives up", "half an answer", "nonsense", "another film", "without end"],
)
def test_a_process_that_breaks_down_costs_only_itself(code):
    told = looked(ONE, ONE, command=python(code))
    assert [p.found.trouble for p in told if p.found] == ["crashed", "crashed"]


def test_a_process_that_hangs_is_ended():
    told = looked(ONE, command=python("import time; time.sleep(60)"), patience=0.3)
    assert [p.found.trouble for p in told if p.found] == ["no-answer"]


def test_a_process_that_cannot_be_started_is_told():
    told = looked(ONE, command=lambda: ["/nowhere/python"])
    assert [p.found.trouble for p in told if p.found] == ["crashed"]


def test_closing_ends_the_process_and_tells_nothing_more():
    begun = threading.Event()
    told: list[Progress] = []

    def note(progress: Progress) -> None:
        told.append(progress)
        begun.set()

    prober = Prober(note, command=python("import time; time.sleep(60)"))
    prober.look_at([ONE, ONE])
    assert begun.wait(10)
    prober.close()
    assert prober.wait(5), "it waits for a process that would live a minute"
    assert [p.found for p in told] == [None]


def test_every_film_by_file_of_a_session_is_looked_at_once():
    films = (
        Film(id="a", file="one.mp4", subtitles="one.srt", end="1:30"), Film(id="b", file="one.mp4"),
        Film(id="c", link="https://a.nl"), Film(id="d", file="two.mp4", link="https://a.nl", watching="by-themselves"),
    )  # fmt: skip
    plan = SessionPlan(id="s", title="S", parts=(Part("p", "P", items=films),))
    # a film that is shown twice is looked at whole: the parts may differ
    assert requests_of(plan, FILMS) == (Request(str(FILMS), "one.mp4", "one.srt", None),)


def test_an_installed_program_starts_itself_to_look(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, FROZEN_COMMAND]


def test_the_program_itself_looks_at_a_film_when_it_is_started_to_do_so():
    command = [sys.executable, "-m", "qpido_facilitator", FROZEN_COMMAND]
    found = looked(ONE, command=lambda: command)[-1].found
    assert found is not None
    assert found.plays
