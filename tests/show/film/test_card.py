from __future__ import annotations

from typing import get_args

import pytest

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.films import FilmPlace
from qpido_facilitator.show.film.card import Told, film_card
from qpido_facilitator.show.film.on import as_watched
from qpido_facilitator.show.film.script_card import script_card
from qpido_facilitator.show.film.trouble import MILD, Trouble
from tests.builders import minutes
from tests.show.film.screenings import OWN, film, moments, stops

WHOLE = 400_000
HELD = Told("held", 0, WHOLE)
LINK = "https://example.org/film"


@pytest.fixture
def card(screening, english):
    """Return the card of a film in its picture, unless it is to be before that."""

    def made(shown, told, *, before=False, heard=None):
        run = screening(shown)
        if not before:
            run.stage.show(0, None)
        if heard is not None:
            run.films.check_sound(heard=heard)
        return film_card(run, shown, told, run.now(), english)

    return made


@pytest.mark.parametrize(
    ("told", "before", "command", "act"),
    [
        (Told(), False, "Play", ""),
        (HELD, True, "Show the film", "show"),
        (HELD, False, "Play", "toggle"),
        (Told("playing", 5, WHOLE), False, "Pause", "toggle"),
        (Told("ended", WHOLE, WHOLE), False, "To the beginning", "toggle"),
        (Told("failed", trouble="missing"), False, "Play", ""),
    ],
)
def test_the_large_button_is_a_command(card, told, before, command, act):
    made = card(film(), told, before=before)
    assert (made.command, made.act) == (command, act)


def test_behind_the_calm_screen_nothing_can_be_played(screening, english):
    run = screening(film())
    run.stage.show(0, None)
    run.stage.set_screen("calm")
    assert film_card(run, film(), HELD, run.now(), english).act == ""


def test_a_stop_offers_its_question_before_all_else(card):
    shown = film(questions=OWN, stops=stops(("2:00", "guess")))
    made = card(shown, Told("held", 120_000, WHOLE))
    assert (made.messages[0].text, made.messages[0].buttons[0].text, made.step) == (
        "Guess", "Show question 1", Step("film", "guess"),
    )  # fmt: skip


def test_while_it_plays_the_next_place_is_told(card):
    shown = film(moments=moments(("1:00", "The photo")), stops=stops(("2:00", "why")))
    made = card(shown, Told("playing", 36_000, WHOLE))
    assert [(one.text, one.below) for one in made.messages] == [("Watch for: The photo", "at 01:00, in 00:24")]


def test_a_stop_to_come_is_told_as_one(card):
    made = card(film(stops=stops(("2:00", "why"))), Told("playing", 100_000, WHOLE))
    assert made.messages[0].text == "Stops: Why did it happen?"


@pytest.mark.parametrize(("heard", "asked"), [(None, True), (False, True), (True, False)])
def test_before_it_plays_it_asks_for_the_sound_until_someone_heard_it(card, heard, asked):
    made = card(film(), HELD, heard=heard)
    assert any(button.act == "test-sound" for one in made.messages for button in one.buttons) == asked


def test_a_playing_film_is_not_asked_for_its_sound(card):
    assert card(film(), Told("playing", 5, WHOLE)).messages == ()


@pytest.mark.parametrize("trouble", [one for one in get_args(Trouble) if one and one not in MILD])
def test_a_film_that_cannot_be_shown_says_one_thing_and_can_be_tried_again(card, trouble):
    made = card(film(), Told("failed", trouble=trouble))
    assert (made.gone, len(made.messages), [one.act for one in made.messages[0].buttons]) == (True, 1, ["retry"])


def test_a_film_in_trouble_that_has_a_link_offers_it(card):
    made = card(film(link=LINK), Told("failed", trouble="missing"))
    assert [one.act for one in made.messages[0].buttons] == ["use-link", "retry"]


def test_the_card_tells_the_time_of_the_clip(card):
    made = card(film(start="1:00", end="3:00"), Told("held", 90_000, WHOLE))
    assert (made.begin, made.end, made.place, made.left) == (60_000, 180_000, "00:30 of 02:00", "01:30 of film left")


def test_a_film_that_does_not_fit_any_more_says_so(screening, english):
    run = screening(film())
    made = film_card(run, film(), HELD, run.now() + minutes(4), english)
    assert (made.fits, made.too_long) == ("3 minutes longer than planned", True)


def test_the_script_names_what_each_press_does(screening, english):
    shown = film(file="", link=LINK, end="4:00")
    run = screening(shown)
    rows = script_card(run, shown, run.now(), english).rows
    assert [row.button for row in rows] == ["Open the link", "", "", "Start the clock", ""]


def test_a_film_by_link_of_unknown_length_has_no_clock_to_start(screening, english):
    shown = film(file="", link=LINK, minutes=None)
    run = screening(shown)
    made = script_card(run, shown, run.now(), english)
    assert (made.clock, [row.press for row in made.rows if row.press]) == ("", ["open-link"])


def test_a_film_whose_link_is_used_instead_can_go_back_to_its_file(screening, english):
    shown = film(link=LINK)
    run = screening(shown)
    run.films.use_link("film")
    made = script_card(run, as_watched(run, shown), run.now(), english)
    assert (made.back, len(made.rows)) == ("Play the file after all", 5)


def test_a_film_that_has_only_a_link_has_no_file_to_go_back_to(screening, english):
    shown = film(file="", link=LINK)
    run = screening(shown)
    run.films.use_link("film")
    assert script_card(run, shown, run.now(), english).back == ""


def test_the_place_that_was_stated_is_without_what_passed_since(screening):
    run = screening(film())
    run.films.set("film", FilmPlace(5_000, playing=True))
    assert run.films.place("film", run.now() + minutes(1)).at == 65_000
    assert run.films.stated("film").at == 5_000
