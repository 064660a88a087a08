"""What the trainer's card says of a film that the app plays: its time, its command, and what asks for attention."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.model import Film
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.film.clip import clip_of
from qpido_facilitator.show.film.clock import film_clock, fits_text, left_text, place_text, room_for
from qpido_facilitator.show.film.on import in_picture
from qpido_facilitator.show.film.points import FilmPoint, coming, coming_text, point_command, points_of
from qpido_facilitator.show.film.trouble import MILD, Trouble, trouble_said
from qpido_facilitator.words import Words

Stand = Literal["loading", "held", "playing", "ended", "failed"]
Act = Literal["", "show", "toggle", "test-sound", "show-step", "use-link", "understood", "retry"]
Tone = Literal["", "accent", "care", "fault"]


class Told(Struct, frozen=True):
    """What the player says of a film: how it stands, the place and length in milliseconds, and what is wrong."""

    stand: Stand = "loading"
    at: int = 0
    length: int = 0
    speed: float = 1.0
    trouble: Trouble = ""
    sound_trouble: Trouble = ""
    subtitles_trouble: Trouble = ""


class Button(Struct, frozen=True):
    """A button of a message: what it says and does."""

    text: str
    act: Act


class Message(Struct, frozen=True):
    """Something that asks for attention, with a pictogram; `below` says what next."""

    icon: str
    text: str
    below: str = ""
    tone: Tone = ""
    buttons: tuple[Button, ...] = ()


class FilmCard(Struct, frozen=True):
    """The card. `begin`, `end` and `at` are milliseconds; `act` is what the large button does, "" when nothing can be.

    `gone` is a film that cannot be shown. The `points` of one that is not `ready` have no place yet.
    `messages` stand with the most urgent first. `step` is where "show-step" goes.
    """

    icon: str
    command: str
    act: Act
    ready: bool = False
    gone: bool = False
    at: int = 0
    begin: int = 0
    end: int = 0
    place: str = ""
    left: str = ""
    fits: str = ""
    too_long: bool = False
    points: tuple[FilmPoint, ...] = ()
    messages: tuple[Message, ...] = ()
    step: Step | None = None


def film_card(view: RunView, film: Film, told: Told, now: datetime, words: Words) -> FilmCard:
    """Return the card of a film that is on."""
    icon, command, act = _command(view, told, words)
    ready = told.stand in ("held", "playing", "ended")
    points = points_of(view, film, words)
    stop = _stop(points, told)
    messages = tuple(_messages(view, film, told, points, words))
    if not ready:
        return FilmCard(icon, command, act, gone=told.stand == "failed", points=points, messages=messages)
    clip = clip_of(film)
    clock = film_clock(clip, told.length, told.at, told.speed, room_for(view, film, now))
    over = told.stand == "ended"
    return FilmCard(
        icon,
        command,
        act,
        ready=True,
        at=told.at,
        begin=clip.start,
        end=min(told.length, told.length if clip.end is None else clip.end),
        place=place_text(clock, clip, words),
        left="" if over else left_text(clock, words),
        fits="" if over else fits_text(clock, words),
        too_long=not over and not clock.fits,
        points=points,
        messages=messages,
        step=stop.step if stop else None,
    )


def _command(view: RunView, told: Told, words: Words) -> tuple[str, str, Act]:
    """Return the pictogram, the words and the act of the large button."""
    if told.stand in ("loading", "failed"):
        return "play", words.say("Play"), ""
    if not in_picture(view):
        return "film", words.say("Show the film"), "show"
    if view.stage.screen != "live":
        return "play", words.say("Play"), ""
    if told.stand == "ended":
        return "undo", words.say("To the beginning"), "toggle"
    if told.stand == "playing":
        return "pause", words.say("Pause"), "toggle"
    return "play", words.say("Play"), "toggle"


def _stop(points: tuple[FilmPoint, ...], told: Told) -> FilmPoint | None:
    """Return the stop that the film stands still on."""
    return next((one for one in points if one.stop and one.at == told.at), None) if told.stand == "held" else None


def _messages(view: RunView, film: Film, told: Told, points: tuple[FilmPoint, ...], words: Words) -> Iterator[Message]:
    for trouble in (told.trouble, told.sound_trouble):
        if trouble:
            yield _trouble(film, trouble, words)
    if told.trouble and told.trouble not in MILD:
        return
    if told.stand == "loading":
        yield Message("waiting", words.say("The film is being opened"))
        return
    stop = _stop(points, told)
    if stop:
        yield _stopped(view, stop, words)
    if not in_picture(view) and film.content_note:
        said = words.say("Say first what is coming, and that looking away is fine")
        yield Message("careful", film.content_note, said, "care")
    if told.stand == "ended":
        yield Message("done", words.say("The film is over; its last picture stays"))
    elif told.stand != "playing" and view.films.sound_heard is not True:
        yield sound_message(view.films.sound_heard, words)
    if told.subtitles_trouble:
        yield Message("subtitles", words.say("The subtitles “{file}” cannot be read.", file=film.subtitles), "", "care")
    following = coming(points, told.at)
    if following and told.stand != "ended":
        yield _coming(following, told, words)


def sound_message(heard: bool | None, words: Words) -> Message:
    """Return the question whether the call hears this laptop, or what to do when it does not."""
    test = (Button(words.say("Test tone"), "test-sound"),)
    if heard is None:
        below = words.say("Play the tone, and ask who hears it")
        return Message("sound", words.say("Is the sound shared?"), below, buttons=test)
    below = words.say("Stop sharing, tick the box for sound, and share again")
    return Message("muted", words.say("Nobody heard the test tone"), below, "care", test)


def _trouble(film: Film, trouble: Trouble, words: Words) -> Message:
    said = trouble_said(trouble, film.file, words)
    mild = trouble in MILD
    if trouble in ("device-lost", "no-device"):
        return Message("muted", said.what, said.next, "care", (Button(words.say("Understood"), "understood"),))
    buttons = () if mild else (Button(words.say("Try again"), "retry"),)
    if film.link:
        buttons = (Button(words.say("Use the link"), "use-link"), *buttons)
    icon = "careful" if mild else "film-missing"
    return Message(icon, said.what, said.next, "care" if mild else "fault", buttons)


def _stopped(view: RunView, stop: FilmPoint, words: Words) -> Message:
    asked = point_command(view, stop, words)
    buttons = (Button(asked, "show-step"),) if asked else ()
    return Message("moment", stop.text, words.say("The film waits here"), "accent", buttons)


def _coming(point: FilmPoint, told: Told, words: Words) -> Message:
    when = coming_text(point, told.at, words)
    if point.stop:
        return Message("pause", words.say("Stops: {what}", what=point.text), when)
    return Message("moment", words.say("Watch for: {what}", what=point.text), when)
