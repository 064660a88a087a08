"""What can be wrong: the trainer reads what and what next, participants see the resting place, nothing hangs."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt

from qpido_facilitator.plan.model import Film, Part, SessionPlan
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.settings import Settings
from qpido_facilitator.show.audience import CalmSlide, FilmSlide, MovieSlide
from qpido_facilitator.words import Words
from tests.media import broken
from tests.media.hall import FILMS
from tests.ui.film.conftest import FILM
from tests.ui.film.looking import button, command, said, seen

GONE = replace(FILM, file="films/gone.mp4")
LINKED = replace(GONE, link="https://example.org/f")


def test_a_missing_film_is_told_and_participants_see_the_resting_place(at_film):
    stage = at_film(GONE, trouble="missing")
    stage.press(Qt.Key.Key_PageDown)
    assert said(stage) == ["The file “films/gone.mp4” is not there."]
    assert type(stage.session.audience.slide) is CalmSlide


def test_after_a_missing_film_the_questions_are_a_key_away(at_film):
    stage = at_film(GONE, trouble="missing")
    for _ in range(2):
        stage.press(Qt.Key.Key_PageDown)
    assert stage.run.stage.position.question == "why"


def test_space_goes_on_as_ever_when_there_is_no_film_to_play(at_film):
    stage = at_film(GONE, trouble="missing")
    for _ in range(2):
        stage.press(Qt.Key.Key_Space, " ", on=stage.session.presenter)
    assert stage.run.stage.position.question == "why"


def test_a_film_that_came_meanwhile_plays_when_it_is_tried_again(at_film, tmp_path, stage):
    stage.films = tmp_path
    stage = at_film(FILM, trouble="missing")
    (tmp_path / "films").mkdir()
    for name in ("the-note.mp4", "the-note.nl.srt"):
        (tmp_path / "films" / name).write_bytes((FILMS / name).read_bytes())
    button(stage, "Try again")
    stage.film(stand="held")
    stage.press(Qt.Key.Key_PageDown)
    assert (seen(stage), command(stage)) == (0, "Play")


def test_instead_of_a_missing_film_its_link_is_used(at_film):
    stage = at_film(LINKED, trouble="missing")
    button(stage, "Use the link")
    script = stage.session.presenter.film.script
    assert stage.session.presenter.film.kind == "script"
    script.back_requested.emit()
    stage.settle()
    assert stage.session.presenter.film.kind == "card"


def test_participants_see_what_stands_for_a_film_by_link_when_its_link_is_used(at_film):
    stage = at_film(LINKED, trouble="missing")
    stage.press(Qt.Key.Key_PageDown)
    rested = type(stage.session.audience.slide)
    button(stage, "Use the link")
    assert (rested, type(stage.session.audience.slide)) == (CalmSlide, FilmSlide)


def test_after_a_film_whose_link_is_used_the_questions_are_one_key_away(at_film):
    stage = at_film(LINKED, trouble="missing")
    button(stage, "Use the link")
    stage.press(Qt.Key.Key_PageDown)
    assert stage.run.stage.position.question == "why"


def test_a_link_that_is_used_stays_so_when_the_trainers_window_is_made_anew(at_film):
    stage = at_film(LINKED, trouble="missing")
    button(stage, "Use the link")
    stage.session.choose(Settings("nl", motion="off"), Words("nl"))
    stage.settle()
    assert stage.session.presenter.film.kind == "script"


def test_the_file_is_opened_when_it_is_used_after_all(at_film, tmp_path, stage):
    stage.films = tmp_path
    stage = at_film(replace(FILM, link=LINKED.link), trouble="missing")
    button(stage, "Use the link")
    (tmp_path / "films").mkdir()
    for name in ("the-note.mp4", "the-note.nl.srt"):
        (tmp_path / "films" / name).write_bytes((FILMS / name).read_bytes())
    stage.session.presenter.film.script.back_requested.emit()
    stage.film(stand="held")
    stage.press(Qt.Key.Key_PageDown)
    assert (seen(stage), command(stage)) == (0, "Play")


def test_subtitles_that_are_missing_are_told_and_the_film_plays(at_film):
    stage = at_film(replace(FILM, subtitles="films/gone.srt"))
    stage.session.presenter.resize(1920, 1000)
    assert "The subtitles “films/gone.srt” cannot be read." in said(stage)


def test_a_loudspeaker_that_is_gone_is_told_until_it_was_understood(in_film):
    stage = in_film()
    stage.session.screening.player.sound._loudspeakers.plug("b")
    stage.settle()
    told = said(stage)[0]
    button(stage, "Understood")
    assert told.startswith("The loudspeaker that played the film is gone")
    assert said(stage)[0] != told


def test_a_film_that_waits_for_more_is_told_and_its_picture_stays(in_film):
    stage = in_film()
    stage.session.screening._on_stalled()
    stage.settle()
    assert (said(stage)[0], type(stage.session.audience.slide)) == ("The film waits for more.", MovieSlide)


def test_of_forty_broken_films_no_participant_sees_anything_and_the_session_goes_on(stage, tmp_path):
    broken.make_all(tmp_path / "session")
    stage.films = tmp_path / "session"
    names = [name for name in broken.BROKEN if not broken.BROKEN[name][1] & {"", "cut-short", "no-answer"}]
    films = tuple(Film(id=f"f{number}", title="F", file=name) for number, name in enumerate(names))
    stage.start(SessionPlan(id="s", title="S", parts=(Part("p", "P", items=(*films, FILM)),)))
    shown = set()
    for film in films:
        with stage.run.together():
            stage.run.stage.enter(Step(film.id))
            stage.run.stage.show(0, None)
        stage.film(stand="failed")
        shown.add((type(stage.session.audience.slide), len(said(stage))))
    stage.run.stage.enter(Step("film"))
    assert len(films) >= 30
    assert shown == {(CalmSlide, 1)}
