"""A place in a text that looks like a person."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["name", "phone", "mail", "birth", "number", "address", "school", "age-place", "account"]


class Finding(Struct, frozen=True):
    """What was found and where: `text` is what stands from `start` to `end`."""

    kind: Kind
    start: int
    end: int
    text: str
