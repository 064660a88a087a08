"""The trainer's window around a film: before it, in it, after it, by link, and when something is wrong."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import Qt

from qpido_facilitator.media import unlocked
from qpido_facilitator.plan.model import Closing, Film, Moment, Part, Question, SessionPlan, SpeakerNotes, StopPoint
from qpido_facilitator.plan.steps import Step
from tests.stage import Stage

NOTED = {
    "nl": ("Ze schrikt van wat er staat", "Niemand zegt er iets van", "Hij loopt door"),
    "en": ("She is startled by the note", "Nobody says a word", "He walks on"),
}
FILM = Film(
    id="film",
    title="The film",
    short="Film",
    minutes=6,
    file="films/the-note.mp4",
    subtitles="films/the-note.nl.srt",
    link="https://example.org/film",
    content_note="A note is read that was not meant for everyone.",
    moments=(Moment("0:03", "The note"), Moment("0:15", "The bin"), Moment("0:20", "The vault")),
    stops=(StopPoint("0:09", "why", "Someone stands still. Wait, then ask."),),
    questions=(
        Question("why", "You walk past. What do you do?", short="Walking past", minutes=2),
        Question("then", "What would stop you?", short="Hurdle", minutes=2),
    ),
    notes=SpeakerNotes(say="A very short film. *It asks you something.*", careful="Share *with sound*."),
)


def a_film(stage: Stage, **more: object) -> Step:
    """Come to a film, with participants at what stands before it; a shipped session has its own."""
    stage.run.agenda.lay_down(SessionPlan(
        id="film", title="A film", language=stage.words.language, minutes=20,
        parts=(Part("p", "Part", items=(structs.replace(FILM, **more), Closing(id="bye", title="Goodbye"))),),
    ))  # fmt: skip
    stage.run.stage.enter(Step("film"))
    stage.settle()
    return Step("film")


def before_a_film(stage: Stage) -> None:
    """Participants read what is coming; the film is ready, and nobody knows whether it will be heard."""
    a_film(stage)
    stage.film(stand="held")


def asked_for_the_sound(stage: Stage) -> None:
    """The first picture stands before participants; whether they will hear the film is still to be asked."""
    before_a_film(stage)
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)


def answering_for_the_sound(stage: Stage) -> None:
    """The tone plays, and asks whether anyone hears it."""
    asked_for_the_sound(stage)
    stage.session.desk.film.sound.begin()
    stage.settle()


def nobody_heard_the_sound(stage: Stage) -> None:
    """Nobody heard the tone, and the film is not begun."""
    asked_for_the_sound(stage)
    stage.run.films.check_sound(heard=False)
    stage.settle()


def opening_a_film(stage: Stage) -> None:
    """The film is not open yet: a disk in a cloud takes its time."""
    before_a_film(stage)
    screening = stage.session.screening
    screening._settling = True
    screening.told_changed.emit()
    stage.settle()


def waiting_for_more(stage: Stage) -> None:
    """The film plays, and nothing comes any more."""
    in_a_film(stage)
    screening = stage.session.screening
    screening.toggle()
    stage.film(stand="playing")
    unlocked.pause(screening.player._engine)
    screening._on_stalled()
    stage.settle()


def in_a_film(stage: Stage) -> None:
    """The film stands still in the middle, with a note about it."""
    before_a_film(stage)
    stage.run.films.check_sound(heard=True)
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
    stage.seek(5_000)
    stage.type(NOTED[stage.words.language][0])
    stage.settle()


def at_a_stop(stage: Stage) -> None:
    """The film waits at a stop, and offers its question."""
    in_a_film(stage)
    stage.seek(9_000)


def after_a_film(stage: Stage) -> None:
    """The last picture stays."""
    in_a_film(stage)
    stage.seek(23_900)
    stage.session.screening.toggle()
    stage.film(stand="ended")


def a_film_is_missing(stage: Stage) -> None:
    """The file is not there; there is a link."""
    a_film(stage, file="films/gone.mp4")
    stage.film(trouble="missing")


def a_film_by_link(stage: Stage) -> None:
    """The script, half done, its clock running."""
    a_film(stage, file="", subtitles="", stops=())
    for step in ("open", "stop-sharing", "share-browser"):
        stage.run.films.tick("film", step)
    stage.session.presenter.film.script.pressed.emit("start-clock")
    stage.tick(seconds=74)


def a_link_instead(stage: Stage) -> None:
    """The file is not there, and its link is used."""
    a_film_is_missing(stage)
    stage.session.desk.film._act("use-link")
    stage.session.presenter.film.script.pressed.emit("open-link")
    stage.settle()


def a_film_alone(stage: Stage) -> None:
    """Everyone watches by themselves."""
    a_film(stage, file="", subtitles="", stops=(), watching="by-themselves")
    stage.tick(seconds=2)


def after_the_film_a_question(stage: Stage) -> None:
    """What was noted during the film is back."""
    in_a_film(stage)
    for text in NOTED[stage.words.language][1:]:
        stage.type(text)
    stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
    stage.settle()


FILM_SCENES: dict[str, Callable[[Stage], object]] = {
    "film-before": before_a_film,
    "film-sound": asked_for_the_sound,
    "film-tone": answering_for_the_sound,
    "film-unheard": nobody_heard_the_sound,
    "film-loading": opening_a_film,
    "film-stalled": waiting_for_more,
    "film-held": in_a_film,
    "film-stop": at_a_stop,
    "film-over": after_a_film,
    "film-missing": a_film_is_missing,
    "film-link": a_film_by_link,
    "film-instead": a_link_instead,
    "film-alone": a_film_alone,
    "film-question": after_the_film_a_question,
}
