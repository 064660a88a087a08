"""What the top edge says: the number that matters now, what it is about, and whether we are on time."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil, floor
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.clock import local
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import clock_text
from qpido_facilitator.show.breakouts import rooms_of
from qpido_facilitator.show.clocks import MINUTE, NOTHING, SECOND, StepClock, item_clock, step_clock
from qpido_facilitator.show.cues import CueRow, cue_copied, cue_now, cues_of
from qpido_facilitator.show.forecast import schedule_of
from qpido_facilitator.show.labels import item_label, step_label
from qpido_facilitator.show.pacing import BEHIND, Pacing, minutes_told
from qpido_facilitator.show.schedule import Schedule
from qpido_facilitator.words import Words

Pace = Literal["none", "start", "on-time", "ahead", "behind", "far-behind"]
FAR_BEHIND = timedelta(minutes=10)


class Band(Struct, frozen=True):
    """The band, as texts. `number` is the running step; `phase` is that of its clock, "" without one.

    `cue` is the text that is due, comes within 15 seconds or was just copied, `cue_state` says which, `cue_name` is
    what `run.cues.copy` takes, "" for no text. `close` says when to press Close in the last minute of the
    rooms, `close_now` that it is time. `start_text` says that the start was late. `over` is how many minutes there are
    to make up, `spare` how many there are to give back; `offer` is which of the two is worth offering.
    """

    number: str = ""
    phase: str = ""
    fraction: float = 0.0
    title: str = ""
    item: str = ""
    rest: str = ""
    after: str = ""
    pace: Pace = "none"
    pace_text: str = ""
    end_text: str = ""
    clock: str = ""
    cue: str = ""
    cue_state: Literal["", "coming", "due", "copied"] = ""
    cue_name: str = ""
    close: str = ""
    close_now: bool = False
    start_text: str = ""
    over: int = 0
    spare: int = 0
    offer: Literal["", "make-up", "spare"] = ""


def band_of(view: RunView, now: datetime, words: Words, pacing: Pacing | None = None) -> Band:
    """Return what the band says at a moment; `pacing` keeps the pace from going to and fro between two moments."""
    plan = schedule_of(view, now)
    told = pacing.told(plan.drift) if pacing else minutes_told(plan.drift)
    pace, pace_text = _pace(plan, told, words)
    running = plan.started is not None and view.stage.ended is None
    rooms = rooms_of(view, now, words) if running else None
    closing = rooms is not None and rooms.close_in is not None and rooms.close_in <= MINUTE
    cue = _timed_cue(view, now, words) if running else None
    cue_state: Literal["", "coming", "due", "copied"] = ""
    if cue:
        cue_state = "due" if cue.state == "due" else "copied" if cue.state == "copied" else "coming"
    return replace(
        _step_part(view, now, words),
        pace=pace,
        pace_text=pace_text,
        end_text=_end(plan, words),
        clock=f"{local(now):%H:%M}",
        cue=_cue_text(cue, words),
        cue_state=cue_state,
        cue_name=cue.name if cue else "",
        close=rooms.close_text if rooms and closing else "",
        close_now=rooms.close_now if rooms else False,
        start_text=_start(plan, words),
        over=ceil(plan.over / MINUTE) if running and plan.over > NOTHING else 0,
        spare=floor(-plan.over / MINUTE) if running and plan.over < NOTHING and not plan.at_least else 0,
        offer=_offer(plan, told) if running else "",
    )


def _timed_cue(view: RunView, now: datetime, words: Words) -> CueRow | None:
    """Return the text for the band; that the rooms are to be closed has a place of its own there."""
    rows = tuple(row for row in cues_of(view, now, words) if row.kind == "cue")
    return cue_now(rows) or cue_copied(rows, now)


def _offer(plan: Schedule, told: int) -> Literal["", "make-up", "spare"]:
    """Return what is worth a button: time to make up, or time to spare that is not what the plan left free."""
    over = told * MINUTE + plan.over - plan.drift
    if told > 0 and over >= MINUTE:
        return "make-up"
    return "spare" if told < 0 and over < NOTHING and not plan.at_least else ""


def _cue_text(cue: CueRow | None, words: Words) -> str:
    if cue is None:
        return ""
    if cue.state == "copied":
        return cue.done
    return words.say("{when}: {what}", when=cue.until, what=cue.text) if cue.until else cue.text


def _start(plan: Schedule, words: Words) -> str:
    """Return by how much the start was late, once that is a minute."""
    if plan.late < MINUTE:
        return ""
    minutes = floor(plan.late / MINUTE)
    if plan.started is None:
        return words.plural("{n} min past the start", "{n} min past the start", minutes)
    return words.plural("Started {n} min late", "Started {n} min late", minutes)


def _step_part(view: RunView, now: datetime, words: Words) -> Band:
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None:
        head = view.agenda.head
        return Band(title=words.say("Not started yet"), item=head.title if head else "")
    if view.stage.ended is not None:
        return Band(title=words.say("The session is over"), item=words.say("Notes stay open"))
    clock = step_clock(view, now)
    whole = item_clock(view, now)
    part = view.agenda.part(entry.part)
    own = clock is not None and whole is not None and clock.timer != whole.timer
    return Band(
        number=number_text(clock),
        phase=clock.phase if clock else "",
        fraction=clock.fraction if clock else 0.0,
        title=step_label(view, here.where, words),
        item=item_label(entry.item) if own else (part.title if part else ""),
        rest=_rest(whole, words) if own else _length_note(clock, entry.minutes, words),
        after=_after(view, now, words),
    )


def number_text(clock: StepClock | None) -> str:
    """Return "03:40", "00:00" for the second in which the time is up, then "+01:12"; what has begun counts as left."""
    if clock is None:
        return ""
    left = clock.remaining
    if left > -SECOND:
        return clock_text(left.total_seconds())
    return "+" + clock_text(int(-left.total_seconds()))


def _rest(clock: StepClock | None, words: Words) -> str:
    if clock is None:
        return ""
    if clock.remaining < timedelta():
        return words.say("{time} over", time=number_text(clock))
    return words.say("{time} left", time=number_text(clock))


def _length_note(clock: StepClock | None, minutes: float | None, words: Words) -> str:
    if clock is None:
        return words.say("length unknown") if minutes is None else ""
    if clock.phase == "waiting":
        return words.say("starts when the rooms are open")
    return words.say("paused") if clock.phase == "paused" else ""


def _after(view: RunView, now: datetime, words: Words) -> str:
    here = view.stage.position
    rooms = rooms_of(view, now, words)
    if rooms and rooms.back_text:
        return rooms.back_text
    steps = view.agenda.steps(here.where if here else None)
    if here is None or here.where not in steps:
        return ""
    following = steps[steps.index(here.where) + 1 :]
    return words.say("then {what}", what=step_label(view, following[0], words)) if following else ""


def _pace(plan: Schedule, told: int, words: Words) -> tuple[Pace, str]:
    if plan.started is None and plan.late < BEHIND:
        return "none", ""
    if told == 0:
        return "on-time", words.say("On schedule")
    if told < 0:
        return "ahead", words.plural("{n} min ahead", "{n} min ahead", -told)
    pace: Pace = "far-behind" if told * MINUTE >= FAR_BEHIND else "behind"
    return pace, words.plural("{n} min behind", "{n} min behind", told)


def _end(plan: Schedule, words: Words) -> str:
    if plan.expected_end is None or plan.planned_end is None:
        return ""
    end = f"{local(plan.expected_end):%H:%M}"
    return words.say(
        "End {end}, plan {plan}",
        end=f"≥ {end}" if plan.at_least else end,
        plan=f"{local(plan.planned_end):%H:%M}",
    )
