"""The second session as it ships, its film played through to its questions in the real windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from qpido_facilitator.plan.loader import load
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.audience import MovieSlide, QuestionSlide, plain_text
from tests.media.hall import number_at
from tests.ui.film.looking import seen

SESSIONS = Path(__file__).resolve().parents[2] / "sessions"
FILM = Step("note-film")
SPACE = Qt.Key.Key_Space


def test_the_second_session_with_its_film_played_through_to_its_questions(stage):
    stage.start(load(SESSIONS / "phishing-and-data-leaks.yaml").plan)
    window, heard = stage.session.presenter, []
    for _ in range(80):
        if stage.run.stage.position and stage.run.stage.position.where == FILM:
            break
        stage.press(Qt.Key.Key_PageDown, on=window)
    stage.film(stand="held")
    stage.press(Qt.Key.Key_PageDown, on=window)
    stage.session.screening.set_speed(2.0)
    stage.session.screening.shown_changed.connect(lambda: heard.append(plain_text(stage.session.audience.slide)))

    stage.press(SPACE, " ", on=window)
    stage.type("The note can be read from the door")
    stage.film(stand="held", at=9_000)
    assert seen(stage) in range(number_at(9_000) - 2, number_at(9_000) + 3)
    assert "Maar wie langsloopt, leest mee." in heard

    stage.press(Qt.Key.Key_PageDown, on=window)
    assert stage.run.stage.position.where == Step("note-film", "note-now")
    assert (isinstance(stage.session.audience.slide, QuestionSlide), window.hints.isVisible()) == (True, True)
    stage.type("I would say it aloud")

    stage.press(Qt.Key.Key_PageDown, on=window)
    assert (seen(stage), isinstance(stage.session.audience.slide, MovieSlide)) == (number_at(9_000), True)
    stage.seek(20_500)
    stage.press(SPACE, " ", on=window)
    stage.film(stand="ended")
    assert seen(stage) == 599

    stage.press(Qt.Key.Key_PageDown, on=window)
    assert stage.run.stage.position.where == Step("note-film", "vault-hurdle")
    assert [note.note.text for note in stage.run.films.notes("note-film")] == ["The note can be read from the door"]
    assert "I would say it aloud" in [note.text for note in stage.run.notes.all()]
