"""Around the film: a film by link, whether the sound is shared, what is noted while watching, and no leak."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from qpido_facilitator.plan.model import Moment, SpeakerNotes, StopPoint
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.audience import FilmSlide, plain_text
from tests.stage import Stage
from tests.ui.film.conftest import FILM, plan
from tests.ui.film.looking import button, said
from tests.ui.test_no_leak import CANARY, look

LINK = "https://example.org/film"
BY_LINK = replace(FILM, file="", subtitles="", stops=(), link=LINK, end="4:00")
ALONE = replace(BY_LINK, watching="by-themselves")


def rows(stage):
    return [view for view in stage.session.presenter.film.script._rows if not view.isHidden()]


def press(stage, text):
    next(view._button for view in rows(stage) if view._button.text() == text).click()
    stage.settle()


def test_a_film_by_link_is_opened_by_one_press_and_that_step_is_done(at_film):
    stage = at_film(BY_LINK)
    press(stage, "Open the link")
    assert (stage.opened, stage.run.films.ticked("film", "open")) == ([LINK], True)


def test_a_step_of_the_script_is_ticked_and_taken_back(at_film):
    stage = at_film(BY_LINK)
    box = rows(stage)[1]._box
    box.click()
    done = stage.run.films.ticked("film", "stop-sharing")
    box.click()
    assert (done, stage.run.films.ticked("film", "stop-sharing")) == (True, False)


def test_a_film_by_link_has_a_clock_of_its_own(at_film):
    stage = at_film(BY_LINK)
    press(stage, "Start the clock")
    stage.tick(seconds=65)
    running = stage.session.presenter.film.script._clock.text()
    press(stage, "Hold the clock")
    stage.tick(seconds=60)
    assert (running, stage.session.presenter.film.script._clock.text()) == ("02:55", "02:55")


def test_space_goes_on_at_a_film_by_link(at_film):
    stage = at_film(BY_LINK)
    stage.press(Qt.Key.Key_Space, " ", on=stage.session.presenter)
    assert stage.run.stage.position.where == Step("film", "why")


def test_who_watches_alone_gets_the_link_and_the_time_to_be_back(at_film):
    stage = at_film(ALONE)
    press(stage, "Copy for the chat")
    text = QGuiApplication.clipboard().text()
    press(stage, "Start the clock")
    slide = stage.session.audience.slide
    assert (LINK in text, "Back at" in text) == (True, True)
    assert isinstance(slide, FilmSlide)
    assert slide.clock.back_at in text


def test_the_answer_whether_the_sound_is_heard_holds_for_this_run_only(at_film):
    stage = at_film()
    button(stage, "Test tone")
    strip = stage.session.presenter.strip
    asked = strip._text.text()
    strip._button.click()
    stage.settle()
    heard = stage.run.films.sound_heard
    stage.session.close()
    stage.start(plan())
    assert asked.startswith("The test tone plays.")
    assert (heard, stage.run.films.sound_heard) == (True, None)


def test_when_nobody_heard_the_tone_it_says_what_to_do_and_keeps_asking(at_film):
    stage = at_film()
    button(stage, "Test tone")
    stage.session.presenter.strip._other.click()
    stage.settle()
    assert (stage.run.films.sound_heard, said(stage)[0]) == (False, "Nobody heard the test tone")
    assert stage.session.presenter.strip._text.text().startswith("Stop sharing in the call")


def test_a_sound_that_is_heard_is_asked_no_more(at_film):
    stage = at_film()
    stage.run.films.check_sound(heard=True)
    stage.settle()
    assert "Is the sound shared?" not in said(stage)


def test_a_heavy_film_reminds_of_its_content_note_before(at_film):
    stage = at_film(replace(FILM, content_note="Someone is hurt."))
    before = said(stage)[0]
    stage.press(Qt.Key.Key_PageDown)
    assert (before, "Someone is hurt." in said(stage)) == ("Someone is hurt.", False)


def test_a_note_gets_the_time_at_which_its_writing_began(in_film):
    stage = in_film(at=5_000)
    stage.type("He asks for a", send=False)
    stage.seek(12_000)
    stage.type(" secret")
    (note,) = stage.run.films.notes("film")
    assert (note.note.text, note.at) == ("He asks for a secret", 5_000)


def test_the_next_note_gets_a_time_of_its_own(in_film):
    stage = in_film(at=5_000)
    stage.type("one")
    stage.seek(12_000)
    stage.type("two")
    rows = stage.session.presenter.answers.boxes[0].notes._rows.values()
    assert [(row._time.text(), row.note.text) for row in rows] == [("00:05", "one"), ("00:12", "two")]


def test_a_note_at_a_question_has_no_time(in_film):
    stage = in_film(at=5_000)
    stage.press(Qt.Key.Key_PageDown)
    stage.type("an answer")
    assert stage.run.films.notes("film") == ()


def test_a_note_at_a_film_by_link_gets_the_time_of_its_clock(at_film):
    stage = at_film(BY_LINK)
    press(stage, "Start the clock")
    stage.tick(seconds=65)
    stage.type("seen")
    assert stage.run.films.notes("film")[0].at // 1000 == 65


def test_what_was_noted_comes_back_at_the_first_question_and_only_there(in_film):
    stage = in_film(at=5_000)
    stage.type("look")
    shown = []
    for _ in range(2):
        stage.press(Qt.Key.Key_PageDown, on=stage.session.presenter)
        shown.append(stage.session.presenter.hints.isVisible())
    assert shown == [True, False]


WITH_CANARIES = replace(
    FILM,
    moments=(Moment("0:03", f"{CANARY} moment"), Moment("0:15", f"{CANARY} later")),
    stops=(StopPoint("0:09", "why", f"{CANARY} stop"),),
    link=f"https://example.org/{CANARY}",
    notes=SpeakerNotes(say=f"{CANARY} say"),
    chat=f"{CANARY} chat",
)
BARE = replace(FILM, moments=(), stops=(), link=LINK, notes=SpeakerNotes(), chat="")


def all_of_a_film(stage: Stage):
    """Go through the states of a film; return what the participants' window tells, and its pixels."""
    screening, found = stage.session.screening, []

    def note() -> None:
        stage.settle()
        found.append(look(stage.session.audience))

    for _ in range(2):
        stage.press(Qt.Key.Key_PageDown)
    stage.film(stand="held")
    note()
    stage.press(Qt.Key.Key_PageDown)
    note()
    for at in (5_000, 9_000, 16_000):
        stage.seek(at)
        stage.type(f"{CANARY} note", send=False)
        note()
    for act in ("mute", "subtitles", "calm", "calm"):
        stage.session.desk.router.press(act)
        stage.clock.advance(seconds=1)
        note()
    stage.session.desk.film.sound.begin()
    note()
    for tell in (screening._on_stalled, lambda: screening._on_failed("unreadable")):
        tell()
        note()
    stage.session.desk.film._act("use-link")
    note()
    return found


def test_nothing_of_the_trainers_side_of_a_film_reaches_the_participants_window(stage, qapp, tmp_path):
    told, pictures = [], []
    for number, film in enumerate((WITH_CANARIES, BARE)):
        one = Stage(qapp, tmp_path / str(number)).start(plan(film))
        found = all_of_a_film(one)
        one.session.close()
        told.append([text for text, _ in found if CANARY in text])
        pictures.append([image for _, image in found])
    assert told[0] == []
    assert [first == second for first, second in zip(*pictures, strict=True)] == [True] * len(pictures[0])


def test_the_participants_window_says_what_is_said_in_the_film_and_nothing_else(in_film):
    stage = in_film(at=9_000)
    assert plain_text(stage.session.audience.slide) == "Maar wie langsloopt, leest mee."
