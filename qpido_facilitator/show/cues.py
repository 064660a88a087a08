"""Texts due at a moment: what is coming, what is to be copied now, what was copied, and what was missed.

A cue counts on the clock of its item, in a breakout on that of the rooms, so it moves along when that is extended and
waits while it is held. A text for the chat of a step is due as long as the step is on. A cue is missed once the next
one is due or the time is up: then its words are no longer true.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.stage import Position, stayed
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import clock_text
from qpido_facilitator.show.breakouts import closing_time
from qpido_facilitator.show.clocks import NOTHING, StepClock, item_clock, rooms_clock
from qpido_facilitator.show.labels import question_of
from qpido_facilitator.words import Words

CueState = Literal["later", "coming", "due", "copied", "missed"]
Kind = Literal["cue", "chat", "close"]
AHEAD = timedelta(seconds=15)
TWO = timedelta(minutes=2)
TICKED = timedelta(seconds=8)


class CueRow(Struct, frozen=True):
    """A text and its moment.

    `name` is what `run.cues.copy` takes. `text` is for the trainer, `copy` goes on the clipboard ("" for an
    instruction such as closing the rooms). `due` is None while its clock waits or is held. `when`, `until` and `done`
    are what to show of the time: "15:15", "in 05:24", "Copied 15:01".
    """

    name: str
    kind: Kind
    state: CueState
    text: str
    copy: str
    due: datetime | None = None
    when: str = ""
    until: str = ""
    done: str = ""
    copied: datetime | None = None


class _Moment(Struct, frozen=True):
    """A cue, and how much of its clock has passed when it is due."""

    passed: timedelta
    name: str
    kind: Kind
    text: str
    copy: str


class _Time(Struct, frozen=True):
    """The clock of the cues: what has passed of it, and whether it goes on."""

    now: datetime
    passed: timedelta
    goes_on: bool


def cues_of(view: RunView, now: datetime, words: Words) -> tuple[CueRow, ...]:
    """Return the texts of the step and item that are on: first the one for the chat, then as they are due."""
    here = view.stage.position
    entry = view.agenda.entry(here.item) if here else None
    if here is None or entry is None:
        return ()
    rooms = rooms_clock(view, now)
    clock = rooms or item_clock(view, now)
    time = _time(view, here, clock, now)
    moments = sorted(_moments(view, entry, clock, words, rooms=rooms is not None), key=lambda moment: moment.passed)
    last = max((moment.passed for moment in moments if moment.passed <= time.passed), default=NOTHING)
    if clock and clock.remaining <= NOTHING:
        # what was to be said before the end is too late then; that it is the end is not
        last = max(last, clock.countdown.timebox - (closing_time(view, clock) if rooms else NOTHING))
    return (*_chat(view, here, entry, words), *(_row(view, here, moment, time, last, words) for moment in moments))


def cue_now(rows: tuple[CueRow, ...]) -> CueRow | None:
    """Return the one that is coming, or else the one that is due; None when no text asks for anything now."""
    timed = [row for row in rows if row.kind != "chat"]
    found = [row for state in ("coming", "due") for row in timed if row.state == state]
    return next(iter(found), None)


def cue_copied(rows: tuple[CueRow, ...], now: datetime) -> CueRow | None:
    """Return the timed text that was copied a moment ago, so that a tick can be seen."""
    fresh = [row for row in rows if row.kind == "cue" and row.copied and now - row.copied < TICKED]
    return max(fresh, key=lambda row: row.copied or now, default=None)


def _time(view: RunView, here: Position, clock: StepClock | None, now: datetime) -> _Time:
    ended = view.stage.ended is not None
    if clock is None:
        return _Time(now, stayed(view.stage.stays(here.item), now), not ended)
    # before the rooms are open nothing is due, not even what is due at once
    passed = clock.countdown.elapsed if clock.started else -TWO
    return _Time(now, passed, clock.started and clock.countdown.running and not ended)


def _moments(view: RunView, entry: Entry, clock: StepClock | None, words: Words, *, rooms: bool) -> Iterator[_Moment]:
    box = clock.countdown.timebox if clock else None
    closing = closing_time(view, clock) if clock and rooms else NOTHING
    for number, cue in enumerate(entry.item.cues):
        passed = _passed_at(cue.at, box, closing)
        if passed is not None and passed >= NOTHING:
            yield _Moment(passed, str(number), "cue", cue.text, cue.chat or cue.text)
    if rooms and box is not None:
        if not entry.item.cues:
            yield from _derived(view, box, closing, words)
        yield _Moment(box - closing, "close", "close", words.say("Close the rooms"), "")


def _passed_at(at: str, box: timedelta | None, closing: timedelta) -> timedelta | None:
    """Return how much has passed when a cue is due, None when that hangs on a length nobody knows."""
    if at not in ("half", "end") and not at.startswith("-"):
        return timedelta(minutes=float(at))
    if box is None:
        return None
    if at == "half":
        return box / 2
    return box - closing if at == "end" else box + timedelta(minutes=float(at))


def _derived(view: RunView, box: timedelta, closing: timedelta, words: Words) -> Iterator[_Moment]:
    """Return what to tell the groups where the plan says nothing, in the language of the session."""
    head = view.agenda.head
    told = Words(head.language) if head else words
    if box > 2 * TWO:
        left = round(box.total_seconds() / 120)
        text = told.plural("We are halfway: {n} minute to go.", "We are halfway: {n} minutes to go.", left)
        yield _Moment(box / 2, "half", "cue", words.say("Halfway"), text)
    if box > TWO:
        text = told.say("2 minutes to go. Choose what you want to share.")
        yield _Moment(box - TWO, "two", "cue", words.say("2 minutes left"), text)
    text = told.say("We are coming back together. Leave your group, not the meeting.")
    yield _Moment(box - closing, "back", "cue", words.say("Come back"), text)


def _row(view: RunView, here: Position, moment: _Moment, time: _Time, last: timedelta, words: Words) -> CueRow:
    visits = {stay.visit for stay in view.stage.stays(here.item)}
    copied = view.cues.copied(here.item, moment.name, visits)
    left = moment.passed - time.passed
    due = time.now + left if time.goes_on else None
    state: CueState = "later"
    if copied:
        state = "copied"
    elif left <= NOTHING:
        state = "missed" if moment.passed < last else "due"
    elif time.goes_on and left <= AHEAD:
        state = "coming"
    return CueRow(
        name=moment.name,
        kind=moment.kind,
        state=state,
        text=moment.text,
        copy=moment.copy,
        due=due,
        when=f"{local(due):%H:%M}" if due else "",
        until=words.say("in {time}", time=clock_text(left.total_seconds())) if due and left > NOTHING else "",
        done=_copied_text(copied, words),
        copied=copied,
    )


def _chat(view: RunView, here: Position, entry: Entry, words: Words) -> Iterator[CueRow]:
    question = question_of(view, here.where)
    text = (question.chat if question else "") or entry.item.chat
    if not text:
        return
    name = f"chat-{question.id}" if question and question.chat else "chat"
    copied = view.cues.copied(here.item, name, {stay.visit for stay in view.stage.stays(here.item)})
    done = _copied_text(copied, words)
    state: CueState = "copied" if copied else "due"
    yield CueRow(name, "chat", state, words.say("For the chat"), text, here.entered, done=done, copied=copied)


def _copied_text(copied: datetime | None, words: Words) -> str:
    return words.say("Copied {time}", time=f"{local(copied):%H:%M}") if copied else ""
