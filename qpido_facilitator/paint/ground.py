"""The three grounds a slide stands on, and which colour does what there."""

from __future__ import annotations

from msgspec import Struct


class Ground(Struct, frozen=True):
    """Colour roles by what they are for; `mark` are the three colours of the signature."""

    name: str
    ink: str
    ink2: str
    label: str
    pill: str
    onpill: str
    dot: str
    mark: tuple[str, str, str]


PAPER = Ground("paper", "ink", "ink2", "accent", "accent", "onaccent", "pagedot", ("accent", "peach", "plum"))
PLUM = Ground("plum", "onplum", "onplum2", "peach", "peach", "plum", "plumtrack", ("rose", "peach", "onplum"))
BLACK = Ground("black", "onplum", "onplum2", "peach", "peach", "plum", "plumtrack", ("rose", "peach", "onplum"))
