"""Who writes: every start of the app says who it is before anything else."""

from __future__ import annotations

import base64
import binascii

from msgspec import Struct

from qpido_facilitator.journal.envelope import Fact, signature, signed_bytes
from qpido_facilitator.journal.keys import SigningKey, name_of, verified
from qpido_facilitator.run.facts import TRAINERS_ONLY, data_of

OPENED = "writer.opened"
TRAINER = "trainer"
CO_TRAINER = "co-trainer"


class WriterOpened(Struct, frozen=True, omit_defaults=True):
    """On `writer/<id>/opened`. `ticks` is the boot's clock in ms, `wall` what the wall said, ISO in UTC.

    A trainer shows the root's public key and its signature over this writer's key and the run.
    """

    pub: str
    wall: str
    ticks: int
    boot: str = ""
    label: str = ""
    app: str = ""
    root: str = ""
    proof: str = ""


class WriterClosed(Struct, frozen=True):
    """On `writer/<id>/closed`: this start ended in an orderly way."""


def opening(run: str, key: SigningKey, root: SigningKey | None, said: WriterOpened) -> WriterOpened:
    """Return the opening of a start, with its proof when this laptop holds the root key."""
    proof = root.sign(_claim(run, key.public)) if root else b""
    return WriterOpened(
        pub=_text(key.public),
        wall=said.wall,
        ticks=said.ticks,
        boot=said.boot,
        label=said.label,
        app=said.app,
        root=_text(root.public) if root else "",
        proof=_text(proof),
    )


class People:
    """The writers of a run: who is a trainer, and whose key is whose."""

    def __init__(self, run: str) -> None:
        self._run = run
        self._opened: dict[str, WriterOpened] = {}
        self._roles: dict[str, str] = {}

    def welcome(self, fact: Fact) -> bool:
        """Take in an opening; False when it does not prove what it says."""
        said = data_of(fact, OPENED, WriterOpened)
        if said is None or not self.proves(fact):
            return False
        self._opened[fact.writer] = said
        self._roles[fact.writer] = TRAINER if self._is_root_said(said, _bytes(said.pub)) else CO_TRAINER
        return True

    def proves(self, fact: Fact) -> bool:
        """Say whether an opening stands where it should and is signed with the key its writer is named after."""
        said = data_of(fact, OPENED, WriterOpened)
        if said is None or fact.on != f"writer/{fact.writer}/opened":
            return False
        public = _bytes(said.pub)
        return name_of(public) == fact.writer and verified(public, signature(fact), signed_bytes(fact))

    def role(self, writer: str) -> str | None:
        """Return "trainer", "co-trainer", or None for a writer that has not opened here yet."""
        return self._roles.get(writer)

    def said(self, writer: str) -> WriterOpened | None:
        """Return the opening of a writer."""
        return self._opened.get(writer)

    def writers(self) -> tuple[str, ...]:
        """Return every start that opened here."""
        return tuple(self._opened)

    def signed(self, fact: Fact) -> bool:
        """Say whether a fact carries the signature of its writer."""
        said = self._opened.get(fact.writer)
        return said is not None and verified(_bytes(said.pub), signature(fact), signed_bytes(fact))

    def may_write(self, fact: Fact) -> bool | None:
        """Say whether a fact counts; None while its writer is unknown and it matters who that is."""
        family, owner = fact.on.split("/")[:2]
        if family in ("writer", "visit") and owner != fact.writer:
            return False
        if family not in TRAINERS_ONLY and family != "writer":
            return True
        role = self.role(fact.writer)
        return None if role is None else family == "writer" or role == TRAINER

    def _is_root_said(self, said: WriterOpened, public: bytes) -> bool:
        root = _bytes(said.root)
        return name_of(root) == self._run and verified(root, _bytes(said.proof), _claim(self._run, public))


def _claim(run: str, public: bytes) -> bytes:
    return b"qpido trainer of " + run.encode("ascii") + b": " + public


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
