"""What every feature needs to read and write facts."""

from __future__ import annotations

from typing import Protocol, TypeVar

import msgspec
from msgspec import Raw, Struct

from qpido_facilitator.journal.envelope import Fact as Fact
from qpido_facilitator.journal.registers import Registers

Data = TypeVar("Data", bound=Struct)

TRAINERS_ONLY = frozenset(
    {"stage", "timer", "plan", "group", "pin", "harvest", "erase", "run", "cue", "film", "review"}
)
"""Families of registers that count from trainers only; others' facts are kept and ignored."""


class Recorder(Protocol):
    """How a verb states a fact."""

    registers: Registers
    writer: str

    def record(self, op: str, on: str, data: Struct, base: tuple[str, ...] | None = None) -> Fact:
        """State a fact; it is folded at once and made durable soon. It replaces all that is there, or just `base`."""


class Changes(Struct, frozen=True):
    """The registers that a batch of facts touched."""

    registers: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.registers)

    def ids(self, family: str) -> frozenset[str]:
        """Return the ids touched in a family: of `note/k3f/text` that is "k3f"."""
        return frozenset(name.split("/")[1] for name in self.registers if name.startswith(f"{family}/"))

    def touch(self, family: str) -> bool:
        """Say whether anything of a family was touched."""
        return any(name.startswith(f"{family}/") for name in self.registers)


def data_of(fact: Fact | None, op: str, kind: type[Data]) -> Data | None:
    """Return the data of a fact, or None for no fact, another op, or data this version cannot read."""
    if fact is None or fact.op != op:
        return None
    try:
        return msgspec.json.decode(fact.data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def raw(data: Struct) -> Raw:
    """Return data as it goes into the envelope."""
    return Raw(msgspec.json.encode(data))
