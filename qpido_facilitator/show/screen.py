"""What participants see at this moment."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import AnyItem, Board, Break, Breakout, Film, Harvest
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import (
    BreakoutSlide,
    ClockFace,
    Slide,
    black_slide,
    calm_slide,
    clock_face,
    clock_text,
    movie_slide,
    share_test_slide,
    slide_of,
    start_slide,
)
from qpido_facilitator.show.boards import gathered, numbered, seated
from qpido_facilitator.show.clocks import StepClock, item_clock, question_clock, rooms_clock, rooms_minutes, rooms_set
from qpido_facilitator.show.course import first_reveal, revealed
from qpido_facilitator.show.film.on import as_watched, in_picture
from qpido_facilitator.show.film.script import film_by_link_clock
from qpido_facilitator.show.harvest import Told, harvest_lines, told
from qpido_facilitator.words import Words

FaceKind = Literal["pill", "ring", "big"]


class FilmNow(Struct, frozen=True):
    """What the player has of a film: of which item, whether there is a picture, and what is said in it now."""

    item: str
    ready: bool = True
    subtitle: str = ""


def screen_of(view: RunView, now: datetime, words: Words, film: FilmNow | None = None) -> Slide:
    """Return the slide that belongs on the audience window now; a film without a picture is the resting place."""
    screen, here = view.stage.screen, view.stage.position
    if screen == "black":
        return black_slide()
    if screen == "calm":
        return calm_slide(words)
    test = view.arrival.share_test
    if screen == "share-test" and test:
        return share_test_slide(test.number, words)
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None:
        return _start(view, now, words)
    item = as_watched(view, entry.item)
    shown = revealed(item, here)
    if isinstance(item, Film) and in_picture(view):
        found = film is not None and film.item == item.id and film.ready
        return movie_slide(item.file, film.subtitle, words) if film and found else calm_slide(words)
    kind, clock = _seen_clock(view, item, now)
    gone = clock is not None and clock.hidden
    face = None if gone else _drawn(kind, clock, now, words)
    slide = slide_at(view, here.where, now, words, reveal=shown, clock=face)
    # without a clock the task of a breakout would promise that it starts in a moment
    return replace(slide, clock=None, waiting="") if gone and isinstance(slide, BreakoutSlide) else slide


def _start(view: RunView, now: datetime, words: Words) -> Slide:
    """Return the slide before the start; when its time has come the clock goes, and nobody sees it run over."""
    head, start = view.agenda.head, view.arrival.start_at
    title, practice = (head.title, head.practice) if head else ("", False)
    left = (start - now).total_seconds() if start else 0.0
    if start is None or left <= 0:
        slide = start_slide(title, "", "", words)
    else:
        slide = start_slide(title, f"{local(start):%H:%M}", clock_text(left), words)
    return replace(slide, practice=words.say("Practice") if practice else "")


def slide_at(
    view: RunView,
    step: Step,
    now: datetime,
    words: Words,
    *,
    reveal: int | None = None,
    clock: ClockFace | None = None,
) -> Slide:
    """Return the slide of any step, as it would be with `reveal` lines shown."""
    entry = view.agenda.entry(step.item)
    head = view.agenda.head
    if entry is None or head is None:
        return calm_slide(words)
    part = view.agenda.part(entry.part)
    item, harvest = entry.item, Told()
    if isinstance(item, Harvest):
        harvest = told(view, item, step.question, reveal, words)
    asked = view.agenda.questions(entry.item)
    place = next((number for number, one in enumerate(asked) if one.id == step.question), None)
    return slide_of(
        _as_timed(view, numbered(view, item)),
        words,
        question=None if place is None else asked[place],
        number=harvest.number if place is None else (place + 1, len(asked)),
        part_title=part.title if part else "",
        reveal=None if isinstance(item, Harvest) else reveal,
        clock=clock,
        harvest=seated(view, words) if isinstance(item, Board) and item.shows == "groups" else harvest.rows,
        heading=harvest.heading,
        gathered=gathered(view, item.shows) if isinstance(item, Board) else (),
        today=local(now).date(),
        practice=head.practice,
    )


def _as_timed(view: RunView, item: AnyItem) -> AnyItem:
    """Return a breakout with the length that its clock was set to."""
    if isinstance(item, Breakout) and rooms_set(view, item.id) is not None:
        return replace(item, rooms=rooms_minutes(view, item))
    return item


def preview_of(view: RunView, step: Step, now: datetime, words: Words) -> Slide:
    """Return a step's slide as it will come on."""
    entry = view.agenda.entry(step.item)
    return slide_at(view, step, now, words, reveal=first_reveal(entry.item) if entry else None)


def lines_of(view: RunView, item: AnyItem) -> int:
    """Return how many lines of an item can be revealed one by one."""
    if isinstance(item, Harvest):
        here = view.stage.position
        return harvest_lines(view, item, here.question) if here else 0
    return len(item.points)


def _seen_clock(view: RunView, item: AnyItem, now: datetime) -> tuple[FaceKind, StepClock | None]:
    """Return the clock that participants see: of the rooms, a question, a break, or a film they watch alone."""
    if isinstance(item, Breakout):
        rooms = rooms_clock(view, now)
        return "ring", rooms if rooms and rooms.started else None
    if isinstance(item, Film) and item.watching == "by-themselves":
        watching = film_by_link_clock(view, now)
        return "pill", watching if watching and watching.started else None
    if isinstance(item, Break):
        return "big", item_clock(view, now)
    return "pill", question_clock(view, now)


def _drawn(kind: FaceKind, clock: StepClock | None, now: datetime, words: Words) -> ClockFace | None:
    if clock is None:
        return None
    left = clock.remaining
    # the time that was said to be back stays what it was when it has passed
    back_at = f"{local(now + left):%H:%M}"
    return clock_face(kind, left.total_seconds(), clock.countdown.timebox.total_seconds(), words, back_at)
