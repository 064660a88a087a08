"""Which starts were of one laptop, and what its user is called: never a name, only a role and a number.

Every start of the app is a writer of its own. A start says which laptop it is of by a name that holds for this run
only, so that runs cannot be put side by side to follow someone.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Annotated

from msgspec import Meta, Struct

from qpido_facilitator.run.facts import Recorder, data_of
from qpido_facilitator.run.people import CO_TRAINER, OPENED, TRAINER, People


class WriterSeated(Struct, frozen=True):
    """On `writer/<id>/laptop`: the laptop that this start is of, by its name in this run."""

    laptop: Annotated[str, Meta(pattern=r"^[a-z2-7]{16}\Z")]


class Laptop(Struct, frozen=True):
    """A laptop in a run: the role of its user, its number among those of that role, and what it was called."""

    name: str
    role: str
    number: int
    label: str = ""
    writers: frozenset[str] = frozenset()


class Laptops:
    """The laptops of a run."""

    def __init__(self, recorder: Recorder, people: People) -> None:
        self._recorder = recorder
        self._people = people
        self._known: dict[str, Laptop] | None = None

    def forget(self, names: frozenset[str]) -> None:
        """Let go of what was worked out before these registers changed."""
        if any(name.startswith("writer/") for name in names):
            self._known = None

    def all(self) -> tuple[Laptop, ...]:
        """Return every laptop, trainers first, by when each was first heard of."""
        found = {laptop.name: laptop for laptop in self._by_writer().values()}
        return tuple(sorted(found.values(), key=lambda one: (one.role != TRAINER, one.number)))

    def of(self, writer: str) -> Laptop | None:
        """Return the laptop of a start, None for one that did not open here yet."""
        return self._by_writer().get(writer)

    def _by_writer(self) -> dict[str, Laptop]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read(self) -> dict[str, Laptop]:
        starts: dict[tuple[str, str], list[str]] = {}
        first: dict[tuple[str, str], str] = {}
        for writer in self._people.writers():
            role = self._people.role(writer) or CO_TRAINER
            opened = self._recorder.registers.history(f"writer/{writer}/opened")
            key = role, self._name(writer)
            starts.setdefault(key, []).append(writer)
            at = min((fact.at for fact in opened if fact.op == OPENED), default="~")
            first[key] = min(at, first.get(key, at))
        found: dict[str, Laptop] = {}
        for role in (TRAINER, CO_TRAINER):
            mine = sorted((key for key in starts if key[0] == role), key=lambda key: (first[key], key))
            for number, key in enumerate(mine, 1):
                writers = frozenset(starts[key])
                laptop = Laptop(f"{role}:{key[1]}", role, number, self._label(starts[key]), writers)
                found.update(dict.fromkeys(writers, laptop))
        return found

    def _name(self, writer: str) -> str:
        """Return the laptop of a start; one that did not say is known by what it is called."""
        fact = self._recorder.registers.winner(f"writer/{writer}/laptop")
        seated = data_of(fact, "writer.seated", WriterSeated)
        said = self._people.said(writer)
        return seated.laptop if seated else f"?{said.label if said else writer}"

    def _label(self, writers: list[str]) -> str:
        labels = [said.label for writer in sorted(writers) if (said := self._people.said(writer))]
        return next((label for label in labels if label not in ("", TRAINER, CO_TRAINER)), "")


def name_in_run(secret: str, run: str) -> str:
    """Return the name of a laptop in one run, made of what only that laptop knows."""
    mixed = hashlib.sha256(f"{secret} in {run}".encode()).digest()
    return base64.b32encode(mixed[:10]).decode("ascii").lower()
