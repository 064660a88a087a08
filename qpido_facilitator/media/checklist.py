"""The films of a session as rows of the check-list before the start."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from qpido_facilitator.media.probed import Probed
from qpido_facilitator.plan.model import Film, SessionPlan
from qpido_facilitator.show.film.clip import at_text, clip_of
from qpido_facilitator.show.film.trouble import trouble_said
from qpido_facilitator.words import Words

State = Literal["busy", "ready", "open", "unknown"]
Act = Literal["", "open-link", "test-sound"]


class FilmRow(Struct, frozen=True):
    """A row; `act` is what a press on it does, `link` the address it opens."""

    item: str
    state: State
    text: str
    below: str = ""
    act: Act = ""
    link: str = ""


def film_rows(
    plan: SessionPlan,
    found: Mapping[str, Probed],
    opened: Callable[[str], date | None],
    today: date,
    words: Words,
) -> tuple[FilmRow, ...]:
    """Return a row for each film: `found` by the name of its file, `opened` when its link was last tried here."""
    films = [item for item in plan.items() if isinstance(item, Film) and (item.file or item.link)]
    return tuple(
        _by_file(film, found.get(film.file), words) if film.plays else _by_link(film, opened, today, words)
        for film in films
    )


def sound_row(heard: bool | None, words: Words) -> FilmRow:
    """Return the row that asks whether the call hears this laptop; the answer holds for one run."""
    if heard is None:
        below = words.say("Share with sound, play the test tone, and ask who hears it")
        return FilmRow("", "unknown", words.say("Is the sound shared?"), below, "test-sound")
    if heard:
        return FilmRow("", "ready", words.say("The call hears this laptop"), act="test-sound")
    below = words.say("Stop sharing, tick the box for sound, and share again; or use the link")
    return FilmRow("", "open", words.say("Nobody heard the test tone"), below, "test-sound")


def _by_file(film: Film, found: Probed | None, words: Words) -> FilmRow:
    name = _name(film)
    if found is None:
        return FilmRow(film.id, "busy", words.say("Film “{film}” is being looked at", film=name))
    if not found.plays:
        said = trouble_said(found.trouble, film.file, words)
        text = words.say("Film “{film}” cannot be shown", film=name)
        return FilmRow(film.id, "open", text, f"{said.what} {said.next}")
    doubts = tuple(_doubts(film, found, words))
    below = " ".join(doubts) or ", ".join(_holds(found, words))
    return FilmRow(film.id, "open" if doubts else "ready", words.say("Film “{film}” plays", film=name), below)


def _doubts(film: Film, found: Probed, words: Words) -> Iterator[str]:
    """Yield what should be seen to, of a film that plays all the same."""
    if found.trouble:
        said = trouble_said(found.trouble, film.file, words)
        yield f"{said.what} {said.next}"
    if found.subtitles_trouble:
        yield words.say("The subtitles “{file}” cannot be read; it plays without.", file=film.subtitles)
    for stop in clip_of(film).stops:
        if found.length and stop >= found.length:
            yield words.say("The stop at {time} is behind the end of the film.", time=at_text(stop))


def _holds(found: Probed, words: Words) -> Iterator[str]:
    yield at_text(found.length)
    yield words.say("with sound") if found.sound else words.say("without sound")
    if found.cues or found.tracks:
        yield words.say("with subtitles")


def _by_link(film: Film, opened: Callable[[str], date | None], today: date, words: Words) -> FilmRow:
    name, when = _name(film), opened(film.link)
    if when == today:
        text = words.say("Film “{film}” by link was opened today", film=name)
        return FilmRow(film.id, "ready", text, "", "open-link", film.link)
    text = words.say("Film “{film}” by link: does it open?", film=name)
    below = words.say("Open it once before the start: advertisements, cookies, subtitles, sound")
    if when is not None:
        below = words.say("Last opened on {day}. {why}", day=words.day(when), why=below)
    return FilmRow(film.id, "unknown", text, below, "open-link", film.link)


def _name(film: Film) -> str:
    return film.short or film.title or film.file or film.id
