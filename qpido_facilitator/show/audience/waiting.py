"""Slides that are made of no item's words: before the start, the film itself, at rest, black, the share test."""

from __future__ import annotations

from qpido_facilitator.show.audience.slides import BlackSlide, CalmSlide, MovieSlide, ShareTestSlide, StartSlide
from qpido_facilitator.words import Words


def start_slide(title: str, at_text: str, remaining_text: str, words: Words) -> StartSlide:
    """Return the slide before the start: "We starten om 10:00", counting down."""
    return StartSlide(
        heading=words.say("We start at {time}", time=at_text) if at_text else words.say("We start soon"),
        remaining=remaining_text,
        text=words.say("Put your name right and test your sound."),
        footer=title,
    )


def calm_slide(words: Words) -> CalmSlide:
    """Return the resting place, which shows nothing of the session."""
    return CalmSlide(text=words.say("We go on in a moment"))


def movie_slide(file: str, subtitle: str, words: Words) -> MovieSlide:
    """Return the film; where its picture is not to be had, the resting place is painted."""
    return MovieSlide(file=file, subtitle=subtitle, otherwise=calm_slide(words).text)


def black_slide() -> BlackSlide:
    """Return black."""
    return BlackSlide()


def share_test_slide(number: int, words: Words) -> ShareTestSlide:
    """Return the slide with a number that someone in the call reads back."""
    return ShareTestSlide(
        heading=words.say("Which number do you see?"),
        number=str(number),
        text=words.say("Read it aloud or type it in the chat."),
        footer=words.say("Just testing whether sharing works"),
    )
