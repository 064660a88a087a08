"""What participants see, as values: one type for each kind of slide.

No type has a field for speaker notes, cues, chat texts or signals, so none of those can be shown by
mistake. The fields stand in reading order; `plain_text` leans on that.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.model import Point


class Mark(Struct, frozen=True):
    """A remark in the corner of a slide: words, and the name of the pictogram beside them."""

    text: str
    icon: str


class ClockFace(Struct, frozen=True):
    """A countdown as it is drawn: `fraction` is what is left, from 1 down to 0; never over time."""

    kind: Literal["pill", "ring", "big"]
    text: str
    fraction: float = 1.0
    back_at: str = ""


class Slide(Struct, frozen=True, kw_only=True, tag=True):
    """What every slide has. `paging` is the wording of a page mark, `practice` the mark of a rehearsal."""

    clock: ClockFace | None = None
    footer: str = ""
    review: Mark | None = None
    practice: str = ""
    paging: str = "{page} / {pages}"


class TitleSlide(Slide, frozen=True, kw_only=True):
    """A divider."""

    kicker: str = ""
    title: str = ""
    below: str = ""


class TilesSlide(Slide, frozen=True, kw_only=True):
    """Tiles with a pictogram, two in a row: how we work online."""

    kicker: str = ""
    title: str = ""
    tiles: tuple[Point, ...] = ()


class ContactSlide(TilesSlide, frozen=True, kw_only=True):
    """How to reach the organisation, in the same tiles."""


class GoalsSlide(Slide, frozen=True, kw_only=True):
    """What we are here for: big numbers, each step further in."""

    title: str = ""
    goals: tuple[Point, ...] = ()


class TextSlide(Slide, frozen=True, kw_only=True):
    """Running text, with points below it."""

    title: str = ""
    below: str = ""
    text: str = ""
    points: tuple[Point, ...] = ()


class DefinitionSlide(Slide, frozen=True, kw_only=True):
    """A term and what it means; `strong` holds the start and end of what is printed bold."""

    term: str = ""
    pronunciation: str = ""
    text: str = ""
    strong: tuple[tuple[int, int], ...] = ()
    points: tuple[Point, ...] = ()


class ListSlide(Slide, frozen=True, kw_only=True):
    """Points. Only the first `shown` are painted or read aloud; the rest keep their places free."""

    title: str = ""
    below: str = ""
    points: tuple[Point, ...] = ()
    shown: int = 0
    newest: int | None = None
    counter: str = ""


class ProcessSlide(Slide, frozen=True, kw_only=True):
    """Phases as bars, each longer than the one before."""

    title: str = ""
    phases: tuple[Point, ...] = ()


class FilmSlide(Slide, frozen=True, kw_only=True):
    """What stands there until the film starts, or while everyone watches it alone: then with the time to be back."""

    title: str = ""
    text: str = ""
    content_note: str = ""
    back: str = ""


class MovieSlide(Slide, frozen=True, kw_only=True):
    """The film itself: its picture, by the name of its file, and what is said in it.

    Where there is no picture to be had, the resting place `otherwise` stands there.
    """

    file: str = ""
    subtitle: str = ""
    otherwise: str = ""


class QuestionSlide(Slide, frozen=True, kw_only=True):
    """One question, as large as it can be."""

    tag: str = ""
    text: str = ""
    hint: str = ""


class CheckInSlide(Slide, frozen=True, kw_only=True):
    """Everyone joins in: arriving, or waking up."""

    tag: str = ""
    icon: str = ""
    title: str = ""
    text: str = ""
    points: tuple[Point, ...] = ()


class StatementSlide(Slide, frozen=True, kw_only=True):
    """A statement, and the sides one can take."""

    tag: str = ""
    text: str = ""
    below: str = ""
    sides: tuple[Point, ...] = ()


class GroupQuestion(Struct, frozen=True):
    """A question for the groups; `whom` says for which, or nothing when it is for all."""

    text: str
    whom: str = ""


class BreakoutSlide(Slide, frozen=True, kw_only=True):
    """What to talk about in the groups, and how long."""

    kicker: str = ""
    title: str = ""
    task: str = ""
    questions: tuple[GroupQuestion, ...] = ()
    waiting: str = ""
    back: str = ""


class GroupAnswers(Struct, frozen=True):
    """What is shown of one group: answers, or why there are none; neither means not yet.

    `group` is its number, which gives it its mark; `name` is what stands beside that, by default "Group 3".
    """

    group: int
    answers: tuple[str, ...] = ()
    reason: str = ""
    name: str = ""


class GroupRow(Struct, frozen=True):
    """The answers of one group under its name."""

    group: int
    name: str
    answers: tuple[str, ...] = ()
    reason: str = ""


class HarvestSlide(Slide, frozen=True, kw_only=True):
    """What the groups bring back on one question."""

    kicker: str = ""
    title: str = ""
    rows: tuple[GroupRow, ...] = ()
    counter: str = ""


class StepsSlide(Slide, frozen=True, kw_only=True):
    """A step plan: numbered, in order."""

    title: str = ""
    text: str = ""
    steps: tuple[Point, ...] = ()


class LegalSlide(Slide, frozen=True, kw_only=True):
    """What the law says; the last line stands out."""

    title: str = ""
    below: str = ""
    lines: tuple[Point, ...] = ()


class LinkRow(Struct, frozen=True):
    """A number or an address, what it is for, and a line below it."""

    label: str
    below: str = ""
    address: str = ""


class LinksSlide(Slide, frozen=True, kw_only=True):
    """Help lines first, on pages of their own, then the other links."""

    help_title: str = ""
    help_lines: tuple[LinkRow, ...] = ()
    title: str = ""
    links: tuple[LinkRow, ...] = ()


class BreakSlide(Slide, frozen=True, kw_only=True):
    """A pause: how long still, and the time on the clock to be back."""

    title: str = ""
    back: str = ""
    text: str = ""


class ClosingSlide(Slide, frozen=True, kw_only=True):
    """The end."""

    kicker: str = ""
    title: str = ""
    text: str = ""
    points: tuple[Point, ...] = ()


class ImageSlide(Slide, frozen=True, kw_only=True):
    """A picture; `alt` is painted where the picture is not to be had, and always read aloud."""

    title: str = ""
    file: str = ""
    alt: str = ""


class StartSlide(Slide, frozen=True, kw_only=True):
    """Before the start: when we begin."""

    heading: str = ""
    remaining: str = ""
    text: str = ""


class CalmSlide(Slide, frozen=True, kw_only=True):
    """A resting place: nothing of the session, and not an empty frame."""

    text: str = ""


class BlackSlide(Slide, frozen=True, kw_only=True):
    """Black."""


class ShareTestSlide(Slide, frozen=True, kw_only=True):
    """A number for someone in the call to read back: the only honest proof of what is shared."""

    heading: str = ""
    number: str = ""
    text: str = ""
