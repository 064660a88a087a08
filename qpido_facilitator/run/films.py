"""Films in this run: where each one is, what of its script is done, what was noted at which moment of it.

Like a countdown, a film's place is stated as a result and counts on from there. Nothing here plays anything.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated

from msgspec import Meta, Struct

from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.moments import Moments
from qpido_facilitator.run.notes import Note, Notes, Place

SOUND = "run/sound"

At = Annotated[int, Meta(ge=0, le=86_400_000)]
"""A place in a film, in milliseconds; what says otherwise is not read."""
Speed = Annotated[float, Meta(ge=0.25, le=4)]


class FilmSet(Struct, frozen=True, omit_defaults=True):
    """On `film/<item>/at`: the place in the film, and whether and how fast it runs on from there."""

    at: At
    playing: bool = False
    speed: Speed = 1.0


class FilmTicked(Struct, frozen=True):
    """On `film/<item>/<step>`: a step of the script of a film by link is done, or not after all."""

    done: bool


class FilmLinked(Struct, frozen=True):
    """On `film/<item>/by-link`: the link of a film is used instead of its file, or the file after all."""

    used: bool


class SoundChecked(Struct, frozen=True):
    """On `run/sound`: whether people in the call heard the test tone."""

    heard: bool


class NoteWatched(Struct, frozen=True):
    """On `note/<id>/film`: the place in the film that a note is about."""

    at: At


class FilmPlace(Struct, frozen=True):
    """Where a film is at a moment, in milliseconds."""

    at: int
    playing: bool = False
    speed: float = 1.0


class WatchNote(Struct, frozen=True):
    """A note with its place in the film, in milliseconds."""

    note: Note
    at: int


class Films:
    """The films of a run; reads registers, states facts."""

    def __init__(self, recorder: Recorder, moments: Moments, notes: Notes) -> None:
        self._recorder = recorder
        self._moments = moments
        self._notes = notes

    def place(self, item: str, now: datetime) -> FilmPlace | None:
        """Return where a film is, None when it was not begun; how long it is, is not known here."""
        fact, said = self._recorder.registers.winner(f"film/{item}/at"), self.stated(item)
        if fact is None or said is None:
            return None
        passed = max(now - self._moments.when(fact), timedelta()) if said.playing else timedelta()
        return FilmPlace(said.at + int(passed * said.speed / timedelta(milliseconds=1)), said.playing, said.speed)

    def stated(self, item: str) -> FilmPlace | None:
        """Return the place that was stated last, without what has passed since: where to go on after a crash."""
        said = data_of(self._recorder.registers.winner(f"film/{item}/at"), "film.set", FilmSet)
        return FilmPlace(said.at, said.playing, said.speed) if said else None

    def set(self, item: str, place: FilmPlace) -> None:
        """Say where a film is from now on: at a start, a pause, a leap, another speed."""
        said = FilmSet(place.at, place.playing, place.speed)
        self._recorder.record("film.set", f"film/{item}/at", said)

    def ticked(self, item: str, step: str) -> bool:
        """Say whether a step of a film's script is done."""
        said = data_of(self._recorder.registers.winner(f"film/{item}/{step}"), "film.ticked", FilmTicked)
        return said is not None and said.done

    def tick(self, item: str, step: str, *, done: bool = True) -> None:
        """Say that a step of a film's script is done, or not after all."""
        self._recorder.record("film.ticked", f"film/{item}/{step}", FilmTicked(done))

    def by_link(self, item: str) -> bool:
        """Say whether the link of a film is used instead of its file."""
        said = data_of(self._recorder.registers.winner(f"film/{item}/by-link"), "film.linked", FilmLinked)
        return said is not None and said.used

    def use_link(self, item: str, *, used: bool = True) -> None:
        """Say that the link of a film is used instead of its file, or the file after all."""
        self._recorder.record("film.linked", f"film/{item}/by-link", FilmLinked(used))

    @property
    def sound_heard(self) -> bool | None:
        """Return whether the call hears this laptop's sound, None when nobody has asked in this run."""
        said = data_of(self._recorder.registers.winner(SOUND), "sound.checked", SoundChecked)
        return said.heard if said else None

    def check_sound(self, *, heard: bool) -> None:
        """Say whether people in the call heard the test tone."""
        self._recorder.record("sound.checked", SOUND, SoundChecked(heard))

    def note(self, place: Place, text: str, at: int) -> str:
        """Write a note about a moment of a film; returns its id."""
        name = self._notes.add(place, text)
        self.stamp(name, at)
        return name

    def stamp(self, note: str, at: int) -> None:
        """Say which moment of the film a note is about."""
        self._recorder.record("note.watched", f"note/{note}/film", NoteWatched(at))

    def watched(self, note: str) -> int | None:
        """Return the place in the film that a note is about, None for any other note."""
        said = data_of(self._recorder.registers.winner(f"note/{note}/film"), "note.watched", NoteWatched)
        return said.at if said else None

    def notes(self, item: str) -> tuple[WatchNote, ...]:
        """Return what was noted during a film, in the order of the film."""
        mine = [note for note in self._notes.all() if note.place.item == item]
        found = [WatchNote(note, at) for note in mine if (at := self.watched(note.id)) is not None]
        return tuple(sorted(found, key=lambda one: (one.at, one.note.order, one.note.id)))
