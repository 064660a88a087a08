"""Where a film is, what of its script is done, and what was noted at which moment of it."""

from __future__ import annotations

import pytest

from qpido_facilitator.run.films import FilmPlace, FilmSet, NoteWatched
from qpido_facilitator.run.notes import Place
from tests.builders import Room, carried, later

FILM = Place("film", kind="observation")


@pytest.fixture
def room(tmp_path):
    with Room(tmp_path) as made:
        yield made


def test_a_film_that_was_not_begun_is_nowhere(room):
    trainer = room.trainer()
    assert trainer.films.place("film", trainer.now()) is None


def test_a_film_that_runs_is_further_a_minute_later(room):
    trainer = room.trainer()
    trainer.films.set("film", FilmPlace(10_000, playing=True))
    assert trainer.films.place("film", later(trainer.now(), 1)) == FilmPlace(70_000, playing=True)


def test_a_film_at_half_speed_gets_half_as_far(room):
    trainer = room.trainer()
    trainer.films.set("film", FilmPlace(0, playing=True, speed=0.5))
    place = trainer.films.place("film", later(trainer.now(), 1))
    assert place is not None
    assert place.at == 30_000


def test_a_film_that_is_paused_stays_where_it_is(room):
    trainer = room.trainer()
    trainer.films.set("film", FilmPlace(10_000))
    assert trainer.films.place("film", later(trainer.now(), 60)) == FilmPlace(10_000)


def test_two_films_each_keep_their_place(room):
    trainer = room.trainer()
    trainer.films.set("one", FilmPlace(1_000))
    trainer.films.set("two", FilmPlace(2_000))
    assert [trainer.films.place(name, trainer.now()) for name in ("one", "two")] == [FilmPlace(1_000), FilmPlace(2_000)]


def test_after_a_crash_a_film_is_known_to_be_where_it_was(room):
    trainer = room.trainer()
    trainer.films.set("film", FilmPlace(61_000))
    trainer.crash()
    again = room.trainer()
    assert again.films.place("film", again.now()) == FilmPlace(61_000)


@pytest.mark.parametrize("said", [FilmSet(-1), FilmSet(10**12), FilmSet(1, playing=True, speed=1e300)])
def test_a_place_that_cannot_be_is_no_place(room, said):
    trainer = room.trainer()
    trainer.record("film.set", "film/film/at", said)
    assert trainer.films.place("film", trainer.now()) is None


def test_a_co_trainer_does_not_move_the_film(room):
    trainer, co_trainer = room.trainer(), room.co_trainer()
    trainer.films.set("film", FilmPlace(1_000))
    co_trainer.films.set("film", FilmPlace(9_000))
    trainer.accept(carried(co_trainer.spoken))
    assert trainer.films.place("film", trainer.now()) == FilmPlace(1_000)


def test_a_step_that_is_ticked_can_be_unticked(room):
    films = room.trainer().films
    films.tick("film", "open")
    films.tick("film", "watch")
    films.tick("film", "open", done=False)
    assert [films.ticked("film", step) for step in ("open", "watch", "share-back")] == [False, True, False]


def test_the_link_of_a_film_is_used_instead_until_the_file_is_used_after_all(room):
    films = room.trainer().films
    films.use_link("film")
    used = films.by_link("film"), films.by_link("another")
    films.use_link("film", used=False)
    assert (used, films.by_link("film")) == ((True, False), False)


def test_whether_the_sound_is_heard_is_unknown_until_someone_asked(room):
    films = room.trainer().films
    before = films.sound_heard
    films.check_sound(heard=False)
    assert (before, films.sound_heard) == (None, False)


def test_watch_notes_stand_in_the_order_of_the_film(room):
    trainer = room.trainer()
    trainer.films.note(FILM, "later", 160_000)
    trainer.films.note(Place("film", kind="quote"), "earlier", 72_500)
    assert [(one.note.text, one.at) for one in trainer.films.notes("film")] == [("earlier", 72_500), ("later", 160_000)]


def test_a_note_that_was_not_made_while_watching_is_no_watch_note(room):
    trainer = room.trainer()
    note = trainer.notes.add(FILM, "afterwards")
    assert (trainer.films.notes("film"), trainer.films.watched(note)) == ((), None)


def test_a_watch_note_that_is_removed_is_gone(room):
    trainer = room.trainer()
    trainer.notes.remove(trainer.films.note(FILM, "slip", 1_000))
    assert trainer.films.notes("film") == ()


def test_a_co_trainer_may_note_what_they_see_in_the_film(room):
    trainer, co_trainer = room.trainer(), room.co_trainer()
    co_trainer.films.note(FILM, "seen at home", 5_000)
    trainer.accept(carried(co_trainer.spoken))
    assert [one.note.text for one in trainer.films.notes("film")] == ["seen at home"]


def test_a_time_no_film_has_makes_no_watch_note(room):
    trainer = room.trainer()
    note = trainer.notes.add(FILM, "far")
    trainer.record("note.watched", f"note/{note}/film", NoteWatched(10**30))
    assert trainer.films.notes("film") == ()
