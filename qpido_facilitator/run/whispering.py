"""What this start tells the other laptops of this moment, and what it hears: who types where, and the countdown's beat.

It never stops anything: what the disk refuses, what is damaged, and who did not open in this run is passed over.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from qpido_facilitator.clock import Clock
from qpido_facilitator.journal.whispers import WhisperFolder
from qpido_facilitator.run.beats import Beat, Beats, Word
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.people import TRAINER, People
from qpido_facilitator.run.presence import Presence

AGAIN = 1_900
"""Milliseconds after which what goes on is told again: every other look of a thread that looks once a second."""


class Typing(Struct, frozen=True, omit_defaults=True):
    """A place, as it is told: never the text."""

    item: Word
    question: Word
    kind: Word = "answer"
    group: int | None = None


class Whisper(Struct, frozen=True, omit_defaults=True):
    """All that a file says. `n` grows, so that the same said again is news."""

    n: int
    typing: Typing | None = None
    beat: Beat | None = None


class Heard(Struct, frozen=True):
    """What a writer said, and when it was read, in milliseconds of this laptop."""

    writer: str
    said: Whisper
    up: int


class Whispering:
    """`turn` and `close` are for a worker thread, the others for the thread of the run."""

    def __init__(self, folder: Path, writer: str, people: People, presence: Presence, clock: Clock) -> None:
        self.beats = Beats(clock)
        self._files = WhisperFolder(folder, writer)
        self._people = people
        self._presence = presence
        self._clock = clock
        self._beat: tuple[Beat, int] | None = None
        self._told = Whisper(0)
        self._written = -AGAIN

    def beat(self, beat: Beat | None) -> None:
        """Tell from now on how the countdown stands at this moment; None while there is none that runs."""
        self._beat = (beat, self._clock.up()) if beat else None

    def turn(self) -> tuple[Heard, ...]:
        """Tell what is to be told, and return what others told since the last turn."""
        now = self._clock.up()
        self._tell(now)
        heard = ((writer, _said(content)) for writer, content in self._files.hear(now))
        return tuple(Heard(writer, said, now) for writer, said in heard if said)

    def take_in(self, heard: Iterable[Heard]) -> None:
        """Believe of everyone who opened in this run where they type, and of a trainer the beat."""
        for one in heard:
            role = self._people.role(one.writer)
            if role is None:
                continue
            there = one.said.typing
            self._presence.hear(
                one.writer, Place(there.item, there.question, there.group, there.kind) if there else None
            )
            if one.said.beat and role == TRAINER:
                self.beats.hear(one.said.beat, one.up)

    def close(self) -> None:
        """Say nothing more, and leave nothing behind."""
        self._files.close()

    def _tell(self, now: int) -> None:
        there, beat = self._presence.mine, self._beat_now(now)
        typing = Typing(there.item, there.question or "", there.kind, there.group) if there else None
        before = self._told
        stopped = before.typing is not None and typing is None
        turned = _mark(beat) != _mark(before.beat)
        if not (typing or beat or stopped or turned):
            return
        if not (stopped or turned) and now - self._written < AGAIN:
            return
        said = Whisper(before.n + 1, typing, beat)
        with contextlib.suppress(OSError):
            self._written = now
            self._files.say(msgspec.json.encode(said))
            self._told = said

    def _beat_now(self, now: int) -> Beat | None:
        if self._beat is None:
            return None
        beat, up = self._beat
        return Beat(beat.timer, beat.of, beat.left - (now - up))


def _mark(beat: Beat | None) -> tuple[str, str] | None:
    return (beat.timer, beat.of) if beat else None


def _said(content: bytes) -> Whisper | None:
    try:
        return msgspec.json.decode(content, type=Whisper)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
