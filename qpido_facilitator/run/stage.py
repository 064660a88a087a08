"""Where the session is: the step on the screen, what of it is shown, and the visits that led here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.facts import Fact, Recorder, data_of
from qpido_facilitator.run.moments import Moments

STEP = "stage/step"
SHOWN = "stage/shown"
ROUND = "stage/round"
SCREEN = "stage/screen"
ENDED = "run/ended"

Screen = Literal["live", "calm", "black", "start", "share-test"]


class StepEntered(Struct, frozen=True, omit_defaults=True):
    """On `stage/step`. `visit` stays while the item does, `step` is new every time."""

    item: str
    visit: str
    step: str
    question: str | None = None


class RoundBegun(Struct, frozen=True, omit_defaults=True):
    """On `stage/round`: with this visit its item begins anew, clocks and all; or not after all."""

    visit: str
    begun: bool = True


class ShownSet(Struct, frozen=True, omit_defaults=True):
    """On `stage/shown`: the page, and how many lines are revealed (None: all), of that step."""

    step: str
    page: int = 0
    reveal: int | None = None


class ScreenSet(Struct, frozen=True):
    """On `stage/screen`: what participants see instead of the slide."""

    screen: Screen


class RunEnded(Struct, frozen=True):
    """On `run/ended`: the session is over; notes stay open until a person closes it."""

    ended: bool = True


class Position(Struct, frozen=True):
    """The step the session is at; `fresh` until a page was turned or a line revealed."""

    item: str
    question: str | None
    visit: str
    step: str
    entered: datetime
    visit_entered: datetime
    page: int = 0
    reveal: int | None = None
    fresh: bool = True

    @property
    def where(self) -> Step:
        """Return the step, without when."""
        return Step(self.item, self.question)


class Visit(Struct, frozen=True):
    """A stay at a step, from when to when; `end` None is now."""

    item: str
    question: str | None
    visit: str
    step: str
    begin: datetime
    end: datetime | None = None


def stayed(stays: Iterable[Visit], now: datetime, since: datetime | None = None) -> timedelta:
    """Return how long these stays lasted up to now, from a moment on."""
    lengths = ((stay.end or now) - (max(stay.begin, since) if since else stay.begin) for stay in stays)
    return sum((max(length, timedelta()) for length in lengths), timedelta())


class Stage:
    """The stage of a run; reads registers, states facts."""

    def __init__(self, recorder: Recorder, moments: Moments) -> None:
        self._recorder = recorder
        self._moments = moments
        self._visits: tuple[Visit, ...] | None = None
        self._rounds: frozenset[str] | None = None
        self._position: Position | None = None
        self._said: dict[str, StepEntered | None] = {}
        self._begun: dict[str, datetime] = {}

    def forget(self, names: frozenset[str]) -> None:
        """Let go of what was worked out before these registers changed."""
        clocks = any(name.startswith("writer/") for name in names)
        if clocks:
            self._begun.clear()
        if clocks or not names.isdisjoint((STEP, ROUND, ENDED)):
            self._visits = None
            self._rounds = None
            self._position = None
        elif SHOWN in names:
            self._position = None

    @property
    def position(self) -> Position | None:
        """Return where the session is, None before the first step."""
        if self._position is None:
            self._position = self._where()
        return self._position

    def _where(self) -> Position | None:
        visits = self.visits()
        if not visits:
            return None
        last = visits[-1]
        entered = next(visit.begin for visit in visits if visit.visit == last.visit)
        shown = data_of(self._recorder.registers.winner(SHOWN), "shown.set", ShownSet)
        fresh = shown is None or shown.step != last.step
        if shown is None or fresh:
            shown = ShownSet(last.step)
        return Position(
            item=last.item,
            question=last.question,
            visit=last.visit,
            step=last.step,
            entered=last.begin,
            visit_entered=entered,
            page=shown.page,
            reveal=shown.reveal,
            fresh=fresh,
        )

    @property
    def screen(self) -> Screen:
        """Return what participants see instead of the slide, "live" for the slide itself."""
        said = data_of(self._recorder.registers.winner(SCREEN), "screen.set", ScreenSet)
        return said.screen if said else "live"

    @property
    def ended(self) -> datetime | None:
        """Return when the session ended, or None."""
        fact = self._recorder.registers.winner(ENDED)
        said = data_of(fact, "run.ended", RunEnded)
        return self._moments.when(fact) if fact and said and said.ended else None

    def visits(self) -> tuple[Visit, ...]:
        """Return every stay at every step, in order; of two that replaced one, both count."""
        if self._visits is None:
            self._visits = self._read()
        return self._visits

    @property
    def rounds(self) -> frozenset[str]:
        """Return the visits that began their item anew."""
        if self._rounds is None:
            facts = self._recorder.registers.history(ROUND)
            said = [one for fact in facts if (one := data_of(fact, "round.begun", RoundBegun))]
            self._rounds = frozenset(name for name, begun in {one.visit: one.begun for one in said}.items() if begun)
        return self._rounds

    def stays(self, item: str) -> tuple[Visit, ...]:
        """Return the stays at an item in its last round."""
        mine = [visit for visit in self.visits() if visit.item == item]
        first = max((n for n, visit in enumerate(mine) if visit.visit in self.rounds), default=0)
        while first and mine[first - 1].visit == mine[first].visit:
            first -= 1
        return tuple(mine[first:])

    def enter(self, step: Step) -> None:
        """Go to a step. Staying in the item keeps its visit, and with it its clock."""
        here = self.position
        name = self._name(step)
        visit = here.visit if here and here.item == step.item else name
        self._recorder.record("step.entered", STEP, StepEntered(step.item, visit, name, step.question))

    def repeat(self, step: Step) -> str:
        """Go to a step of an item that begins anew, its clocks too; returns the visit."""
        name = self._name(step)
        self._recorder.record("round.begun", ROUND, RoundBegun(name))
        self._recorder.record("step.entered", STEP, StepEntered(step.item, name, name, step.question))
        return name

    def forget_round(self, visit: str) -> None:
        """Take back that an item began anew: its clocks go on with all that passed."""
        self._recorder.record("round.begun", ROUND, RoundBegun(visit, begun=False))

    def show(self, page: int, reveal: int | None) -> None:
        """Turn the page or reveal more of the step that is on."""
        here = self.position
        if here:
            self._recorder.record("shown.set", SHOWN, ShownSet(here.step, page, reveal))

    def set_screen(self, screen: Screen) -> None:
        """Show the slide, the calm screen, black, the start screen, or the share test."""
        if screen != self.screen:
            self._recorder.record("screen.set", SCREEN, ScreenSet(screen))

    def end(self) -> None:
        """Say that the session is over."""
        self._recorder.record("run.ended", ENDED, RunEnded())

    def reopen(self) -> None:
        """Take back that it is over."""
        self._recorder.record("run.ended", ENDED, RunEnded(ended=False))

    def _name(self, step: Step) -> str:
        return f"{len(self._recorder.registers)}-{step.item}"[:60]

    def _entered(self, fact: Fact) -> StepEntered | None:
        """Return what a fact says; it never changes, so it is decoded once."""
        if fact.h not in self._said:
            self._said[fact.h] = data_of(fact, "step.entered", StepEntered)
        return self._said[fact.h]

    def _when(self, fact: Fact) -> datetime:
        """Return when a step was entered; worked out once, until a clock is read again."""
        if fact.h not in self._begun:
            self._begun[fact.h] = self._moments.when(fact)
        return self._begun[fact.h]

    def _read(self) -> tuple[Visit, ...]:
        ended = self.ended
        entries = [
            (said, self._when(fact)) for fact in self._recorder.registers.history(STEP) if (said := self._entered(fact))
        ]
        ends = [begin for _, begin in entries[1:]] + [ended]
        return tuple(
            Visit(said.item, said.question, said.visit, said.step, begin, end)
            for (said, begin), end in zip(entries, ends, strict=False)
        )
