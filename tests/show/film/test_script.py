from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from qpido_facilitator.clock import local
from qpido_facilitator.run.timers import Countdown
from qpido_facilitator.show.audience import FilmSlide
from qpido_facilitator.show.film.on import as_watched
from qpido_facilitator.show.film.script import chat_of, film_by_link_clock, film_length, film_timer, script_of
from qpido_facilitator.show.screen import screen_of
from tests.builders import minutes
from tests.show.film.screenings import film

LINK = "https://example.org/film"


def linked(**more):
    return film(file="", link=LINK, **more)


def alone(**more):
    return linked(watching="by-themselves", **more)


def test_the_script_of_a_shared_film_ends_with_sharing_our_window_again(screening, english):
    steps = script_of(screening(linked()), linked(), english)
    assert [step.id for step in steps] == ["open", "stop-sharing", "share-browser", "watch", "share-back"]


def test_one_press_opens_the_link_and_another_starts_the_clock(screening, english):
    steps = {step.id: step.act for step in script_of(screening(linked()), linked(), english)}
    assert (steps["open"], steps["watch"]) == ("open-link", "start-clock")


def test_the_browser_is_shared_with_sound(screening, english):
    steps = {step.id: step.text for step in script_of(screening(linked()), linked(), english)}
    assert steps["share-browser"] == "Share the browser, with sound"


def test_the_first_step_that_is_not_ticked_comes_next(screening, english):
    run = screening(linked())
    run.films.tick("film", "open")
    run.films.tick("film", "share-browser")
    steps = script_of(run, linked(), english)
    assert [(step.id, step.done) for step in steps if step.done or step.next] == [
        ("open", True), ("stop-sharing", False), ("share-browser", True),
    ]  # fmt: skip
    assert [step.id for step in steps if step.next] == ["stop-sharing"]


def test_when_everything_is_ticked_nothing_comes_next(screening, english):
    run = screening(alone())
    for step in script_of(run, alone(), english):
        run.films.tick("film", step.id)
    assert not any(step.next for step in script_of(run, alone(), english))


def test_a_film_that_everyone_watches_alone_begins_with_its_link_in_the_chat(screening, english):
    steps = script_of(screening(alone()), alone(), english)
    assert (steps[0].id, steps[0].act) == ("send-link", "copy-chat")


def test_a_film_the_app_plays_itself_has_no_script(screening, english):
    assert script_of(screening(film()), film(), english) == ()


def test_a_film_by_link_takes_as_long_as_its_clip():
    assert film_length(linked(start="1:00", end="5:30")) == timedelta(minutes=4.5)


def test_a_film_by_link_without_a_clip_takes_as_long_as_its_item():
    assert (film_length(linked()), film_length(linked(minutes=None))) == (minutes(8), None)


def test_the_clock_of_a_film_by_link_waits_until_it_is_started(screening):
    run = screening(linked())
    clock = film_by_link_clock(run, run.now())
    assert clock is not None
    assert (clock.started, clock.remaining) == (False, minutes(8))


def test_a_film_whose_link_is_used_instead_has_the_script_and_the_clock_of_a_film_by_link(screening, english):
    shown = film(link=LINK)
    run = screening(shown)
    run.films.use_link("film")
    clock = film_by_link_clock(run, run.now())
    assert [step.id for step in script_of(run, as_watched(run, shown), english)][:2] == ["open", "stop-sharing"]
    assert clock is not None
    assert (clock.started, clock.remaining) == (False, minutes(8))


def test_the_clock_of_a_film_by_link_runs_once_it_is_started(screening):
    run = screening(linked())
    run.timers.set(film_timer(run.stage.position), Countdown(minutes(8), timedelta(), True))
    clock = film_by_link_clock(run, run.now() + minutes(3))
    assert clock is not None
    assert (clock.started, clock.remaining) == (True, minutes(5))


@pytest.mark.parametrize("shown", [film(), linked(minutes=None)])
def test_a_film_that_is_played_here_or_of_unknown_length_has_no_such_clock(screening, shown):
    run = screening(shown)
    assert film_by_link_clock(run, run.now()) is None


def test_who_watches_alone_sees_when_to_be_back(screening, english):
    run = screening(alone())
    run.timers.set(film_timer(run.stage.position), Countdown(minutes(8), timedelta(), True))
    slide = screen_of(run, run.now(), english)
    assert isinstance(slide, FilmSlide)
    assert slide.clock is not None
    assert (slide.back, slide.clock.back_at) == ("Back at", f"{local(run.now() + minutes(8)):%H:%M}")


def test_before_the_clock_is_started_nobody_is_told_a_time(screening, english):
    slide = screen_of(screening(alone()), datetime(2026, 11, 24, 9, tzinfo=UTC), english)
    assert isinstance(slide, FilmSlide)
    assert (slide.clock, slide.back) == (None, "")


def test_the_chat_text_is_that_of_the_session_or_else_the_link(english):
    assert chat_of(linked(chat="Look here"), english) == "Look here"
    assert chat_of(linked(), english) == f"Film: {LINK}"


def test_the_chat_text_tells_when_to_be_back(english):
    back = datetime(2026, 11, 24, 9, 40, tzinfo=UTC)
    assert chat_of(linked(), english, back).endswith(f"\nBack at {local(back):%H:%M}.")
