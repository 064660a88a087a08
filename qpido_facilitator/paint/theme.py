"""Colours and sizes by role, out of `assets/themes/`. No colour stands in code."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Literal, overload

import msgspec
from msgspec import Struct

from qpido_facilitator.resources import shipped


class AudienceColours(Struct, frozen=True, forbid_unknown_fields=True):
    """What participants see; roles and contrast are told in the theme file."""

    paper: str
    ink: str
    ink2: str
    accent: str
    onaccent: str
    blush: str
    sand: str
    plum: str
    onplum: str
    peach: str
    g1: str
    g2: str
    g3: str
    g4: str
    black: str
    rose: str
    plumtrack: str
    onplum2: str
    white: str
    pagedot: str
    slashoff: str
    scrim: str


class GroupMarks(Struct, frozen=True, forbid_unknown_fields=True):
    """Colours, repeated, and shapes for the groups; beyond the shapes the number stands alone."""

    colours: tuple[str, ...]
    shapes: tuple[str, ...]

    def colour(self, group: int) -> str:
        """Return the colour role of a group."""
        return self.colours[(group - 1) % len(self.colours)]

    def shape(self, group: int) -> str:
        """Return the pictogram of a group."""
        return self.shapes[group - 1] if 0 < group <= len(self.shapes) else "circle-open"


class ProcessBars(Struct, frozen=True, forbid_unknown_fields=True):
    """Colours of phases, and of the words on them."""

    bars: tuple[str, ...]
    texts: tuple[str, ...]


class AudienceTheme(Struct, frozen=True, forbid_unknown_fields=True):
    """The theme of the participants' window."""

    colour: AudienceColours
    groups: GroupMarks
    process: ProcessBars


class AppColours(Struct, frozen=True, forbid_unknown_fields=True):
    """What the trainer and the co-trainers see, light or dark."""

    bg: str
    surface: str
    sunken: str
    line: str
    control: str
    ink: str
    ink2: str
    accent: str
    onaccent: str
    accentsoft: str
    accentink: str
    ok: str
    oksoft: str
    warn: str
    warnsoft: str
    warnfill: str
    onwarn: str
    info: str
    infosoft: str
    err: str
    errsoft: str
    focus: str
    g1: str
    g2: str
    g3: str
    g4: str


class PaperColours(Struct, frozen=True, forbid_unknown_fields=True):
    """What is printed and sent."""

    ink: str
    ink2: str
    accent: str
    notice: str
    noticesoft: str
    head: str
    shade: str
    line: str
    planned: str
    over: str


class PaperTheme(Struct, frozen=True, forbid_unknown_fields=True):
    """The theme of documents."""

    colour: PaperColours


class TypeSize(Struct, frozen=True, forbid_unknown_fields=True):
    """A text style of the app in pixels; `wide`, `compact` and `tight` replace `px` in those windows."""

    px: int
    weight: int
    line: int
    wide: int | None = None
    compact: int | None = None
    tight: int | None = None
    least: int | None = None
    most: int | None = None


class Radii(Struct, frozen=True, forbid_unknown_fields=True):
    """Corners; a bubble has four: top left, top right, bottom right, bottom left."""

    s: int
    m: int
    dock: int
    l: int  # noqa: E741 - the name it has in the design
    xl: int
    bubble: tuple[int, int, int, int]


class Space(Struct, frozen=True, forbid_unknown_fields=True):
    """The distances in use."""

    steps: tuple[int, ...]


class AppTheme(Struct, frozen=True, forbid_unknown_fields=True):
    """A theme of the trainer's and the co-trainers' windows."""

    colour: AppColours
    type: dict[str, TypeSize]
    space: Space
    radius: Radii


@overload
def load_theme(name: Literal["audience"]) -> AudienceTheme: ...


@overload
def load_theme(name: Literal["paper"]) -> PaperTheme: ...


@overload
def load_theme(name: Literal["light", "dark"]) -> AppTheme: ...


@cache
def load_theme(name: Literal["audience", "paper", "light", "dark"]) -> AudienceTheme | PaperTheme | AppTheme:
    """Return a shipped theme; a role that is missing or unknown fails here and not in a window."""
    with (shipped("assets") / "themes" / f"{name}.toml").open("rb") as file:
        table = tomllib.load(file)
    if name == "audience":
        return msgspec.convert(table, AudienceTheme)
    if name == "paper":
        return msgspec.convert(table, PaperTheme)
    return msgspec.convert(table, AppTheme)
