"""From a film of the plan to a film in the player."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qpido_facilitator.media.opening import Refused
from qpido_facilitator.media.player import Player
from qpido_facilitator.media.subtitles import Cue, read_subtitles
from qpido_facilitator.plan.model import Film
from qpido_facilitator.show.film.clip import clip_of
from qpido_facilitator.show.film.trouble import Trouble


def load_film(player: Player, folder: Path, film: Film) -> Trouble:
    """Let a player load a film from a session's folder, and return what is wrong with its subtitles, "" for nothing.

    What comes of the film itself the player tells: `loaded` or `failed`.
    """
    cues: Sequence[Cue] = ()
    trouble: Trouble = ""
    if film.subtitles:
        try:
            cues = read_subtitles(folder, film.subtitles)
        except Refused as fault:
            trouble = fault.trouble
    player.load(folder, film.file, clip_of(film), cues)
    return trouble
