"""What can be chosen of a film, for the menu of its controls."""

from __future__ import annotations

from qpido_facilitator.plan.model import Film
from qpido_facilitator.ui.presenter.film.transport import Choice, Choices
from qpido_facilitator.ui.screening import BESIDE, NONE, Screening
from qpido_facilitator.words import Words

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


def choices_of(screening: Screening, film: Film | None, words: Words) -> Choices:
    """Return what there is to choose from at this moment."""
    speed, on, subtitles = screening.told.speed, screening.loudspeaker, screening.subtitles
    named = [(NONE, words.say("None"))]
    if film and film.subtitles:
        named.append((BESIDE, words.say("Beside the film")))
    for track in screening.tracks():
        language = track.language or words.say("unknown language")
        named.append((str(track.number), words.say("In the film: {language}", language=language)))
    return Choices(
        speeds=tuple(Choice(f"{one:g}", words.say("{n} ×", n=f"{one:g}"), one == speed) for one in SPEEDS),
        loudspeakers=tuple(Choice(one.id, one.name, one.id == on) for one in screening.loudspeakers()),
        subtitles=tuple(Choice(name, text, name == subtitles) for name, text in named),
    )
