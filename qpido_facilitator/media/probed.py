"""What is known of a film once it was looked at."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from qpido_facilitator.show.film.trouble import MILD, Trouble

MOST_PIXELS = 4096 * 2304
"""More than this cannot be shown smoothly by a laptop that is in a call as well."""

Count = Annotated[int, Meta(ge=0, le=10**12)]


class Request(Struct, frozen=True):
    """Which film to look at, and until where it is shown; `end` None is to its end."""

    folder: str
    file: str
    subtitles: str = ""
    end: Count | None = None


class Probed(Struct, frozen=True):
    """A film by the name of its file: what it holds, or what is wrong with it.

    `length` is in milliseconds, `rate` in pictures a second (an average where it varies, 0 when unknown),
    `tracks` are the languages of the subtitles inside, "" for one that does not say.
    """

    file: str
    trouble: Trouble = ""
    length: Count = 0
    width: Count = 0
    height: Count = 0
    rate: float = 0.0
    sound: bool = False
    tracks: tuple[Annotated[str, Meta(max_length=40)], ...] = ()
    cues: Count = 0
    subtitles_trouble: Trouble = ""

    @property
    def plays(self) -> bool:
        """Return whether the film can be shown, be it not quite whole."""
        return not self.trouble or self.trouble in MILD


class Progress(Struct, frozen=True):
    """How far the looking is: this film begun, or done and `found`; `number` of `total` counts from 1."""

    file: str
    number: int
    total: int
    found: Probed | None = None
