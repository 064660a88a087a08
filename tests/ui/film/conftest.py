from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qpido_facilitator.plan.model import (
    Closing,
    Film,
    Moment,
    Part,
    Question,
    SessionPlan,
    SpeakerNotes,
    StopPoint,
    Text,
)

FILM = Film(
    id="film",
    title="The film",
    minutes=6,
    file="films/the-note.mp4",
    subtitles="films/the-note.nl.srt",
    moments=(Moment("0:03", "The note"), Moment("0:15", "The bin")),
    stops=(StopPoint("0:09", "why", "Someone stands still"),),
    questions=(
        Question("why", "Why?", short="Why", minutes=1),
        Question("then", "What then?", short="Then", minutes=1),
    ),
    notes=SpeakerNotes(say="A film."),
)


def plan(film: Film = FILM) -> SessionPlan:
    """Return a session with a text, a film and an end."""
    items = (Text(id="first", title="First", text="Before the film", minutes=2), film, Closing(id="bye", title="Bye"))
    return SessionPlan(id="s", title="S", language="en", minutes=20, parts=(Part("p", "P", items=items),))


@pytest.fixture
def at_film(stage):
    """Begin a session and come to what stands before its film, the film being ready; other states on request."""

    def begun(film: Film = FILM, **stands: object):
        stage.start(plan(film))
        for _ in range(2):
            stage.press(Qt.Key.Key_PageDown)
        if film.plays:
            stage.film(**stands or {"stand": "held"})
        return stage

    return begun


@pytest.fixture
def in_film(at_film):
    """Come to the film itself, standing still at its first picture or at another place."""

    def begun(film: Film = FILM, at: int = 0):
        stage = at_film(film)
        stage.press(Qt.Key.Key_PageDown)
        if at:
            stage.seek(at)
        return stage

    return begun
