"""From a film of the plan to a film in the player: what waits for a disk apart from what a window waits for."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from qpido_facilitator.media.opening import Refused, open_media
from qpido_facilitator.media.subtitles import Cue, read_subtitles
from qpido_facilitator.plan.model import Film
from qpido_facilitator.show.film.trouble import Trouble


class Fetched(Struct, frozen=True):
    """A film that can be opened now, or what is wrong with it; and what is said in it."""

    film: Film
    folder: Path
    trouble: Trouble = ""
    cues: tuple[Cue, ...] = ()
    subtitles_trouble: Trouble = ""


def fetch(folder: Path | None, film: Film) -> Fetched:
    """Look for a film and its subtitles in a session's folder; for a thread of its own.

    A disk in a cloud takes its time before it gives even the first byte, and subtitles have to be read.
    """
    if folder is None:
        return Fetched(film, Path(), "missing")
    try:
        with os.fdopen(open_media(folder, film.file), "rb") as file:
            file.read(1)
    except Refused as fault:
        return Fetched(film, folder, fault.trouble)
    except OSError:
        return Fetched(film, folder, "unreadable")
    if not film.subtitles:
        return Fetched(film, folder)
    try:
        return Fetched(film, folder, cues=read_subtitles(folder, film.subtitles))
    except Refused as fault:
        return Fetched(film, folder, subtitles_trouble=fault.trouble)
