"""A laptop in a room where time goes wrong: what happens to it, said in a few words each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.plan.model import Breakout, Discussion, List, Part, Point, Question, SessionPlan, Text
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.show.clocks import (
    StepClock,
    item_clock,
    lengthened,
    question_clock,
    rooms_clock,
    step_clock,
    toggled,
)
from tests.builders import Room, Speaker

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def timed_plan() -> SessionPlan:
    """Return a session with a clock of every kind: an item of 20 minutes, a question of 10, rooms of 15 in 25."""
    asked = (Question("first", "One?", minutes=10), Question("second", "Two?", minutes=5))
    return SessionPlan(
        id="timed",
        title="Timed",
        groups=3,
        parts=(
            Part("one", "One", items=(
                List(id="list", title="List", minutes=20, points=(Point("a"), Point("b"))),
                Discussion(id="talk", title="Talk", minutes=30, questions=asked),
                Breakout(id="rooms", title="Rooms", minutes=25, rooms=15, questions=(Question("q", "Q?"),)),
                Text(id="last", title="Last", minutes=10),
            )),
        ),
    )  # fmt: skip


WHERE = {"item": Step("list"), "question": Step("talk", "first"), "rooms": Step("rooms")}
LENGTH = {"item": 20.0, "question": 10.0, "rooms": 15.0}


class Laptop:
    """One laptop through a script: each word of it is something that happens."""

    def __init__(self, folder: Path, start: datetime = NINE, plan: SessionPlan | None = None) -> None:
        self.room = Room(folder)
        self.clock = ManualClock(start, boot="boot-0")
        self.run: Speaker = self.room.trainer(clock=self.clock)
        self.run.agenda.lay_down(plan or timed_plan())
        self._boots = 0

    def __enter__(self) -> Laptop:
        return self

    def __exit__(self, *_: object) -> None:
        self.room.__exit__()

    def play(self, script: str) -> Laptop:
        """Let things happen: `on rooms; open; +5; wall +60; slept 17; crash; hold`. Numbers are minutes."""
        for said in script.split(";"):
            word, _, rest = said.strip().partition(" ")
            if word.startswith("+"):
                self._pass(float(word))
            else:
                getattr(self, f"_{word.replace('-', '_')}")(rest)
        return self

    def read(self, kind: str) -> StepClock:
        """Return the clock of that kind as it stands."""
        found = {"item": item_clock, "question": question_clock, "rooms": rooms_clock, "step": step_clock}
        clock = found[kind](self.run, self.run.now())
        assert clock is not None
        return clock

    def left(self, kind: str) -> float:
        """Return the minutes left on the clock of that kind."""
        return self.read(kind).remaining.total_seconds() / 60

    def _pass(self, minutes: float) -> None:
        self.clock.advance(minutes=minutes)
        self.run.check_clock()

    def _on(self, where: str) -> None:
        item, _, question = where.partition("/")
        self.run.stage.enter(Step(item, question or None))

    def _show(self, kind: str) -> None:
        self.run.stage.enter(WHERE[kind])
        if kind == "rooms":
            self._open("")

    def _away(self, _: str) -> None:
        self.run.stage.enter(Step("last"))

    def _open(self, _: str) -> None:
        clock = self.read("rooms")
        self.run.timers.set(clock.timer, replace(clock.countdown, running=True))

    def _hold(self, kind: str) -> None:
        clock = self.read(kind or "step")
        self.run.timers.set(clock.timer, toggled(clock))

    _go = _hold

    def _longer(self, rest: str) -> None:
        number, _, kind = rest.partition(" ")
        clock = self.read(kind or "step")
        self.run.timers.set(clock.timer, lengthened(clock, timedelta(minutes=float(number))))

    def _shorter(self, rest: str) -> None:
        number, _, kind = rest.partition(" ")
        self._longer(f"-{number} {kind}")

    def _retime(self, rest: str) -> None:
        item, number = rest.split()
        self.run.replan.retime(item, float(number))

    def _undo(self, _: str) -> None:
        self.run.undo.undo()

    def _redo(self, _: str) -> None:
        self.run.undo.redo()

    def _repeat(self, where: str) -> None:
        item, _, question = where.partition("/")
        self.run.jumps.repeat(Step(item, question or None))

    def _wall(self, rest: str) -> None:
        """Set the wall clock so many minutes on or back; the app notices at its next tick."""
        self.clock.set_wall(self.clock.utc() + timedelta(minutes=float(rest)))
        self.run.check_clock()

    def _unseen_wall(self, rest: str) -> None:
        """Set the wall clock, and read before any tick."""
        self.clock.set_wall(self.clock.utc() + timedelta(minutes=float(rest)))

    def _slept(self, rest: str) -> None:
        """Sleep: both readings went on, no tick came."""
        self.clock.advance(minutes=float(rest))

    def _blocked(self, rest: str) -> None:
        self.clock.advance(seconds=float(rest))

    def _crash(self, rest: str) -> None:
        """Die, and start again on the same boot after so many minutes."""
        self.run.crash()
        self.clock.advance(minutes=float(rest or 0))
        self.run = self.room.trainer(clock=self.clock)

    def _crash_wall(self, rest: str) -> None:
        """Die, have the wall set, and start again on the same boot."""
        self.run.crash()
        self.clock.set_wall(self.clock.utc() + timedelta(minutes=float(rest)))
        self.run = self.room.trainer(clock=self.clock)

    def _close(self, rest: str) -> None:
        """Close in order, and open again after so many minutes."""
        self.run.close()
        self.room.laptops.remove(self.run)
        self.clock.advance(minutes=float(rest or 0))
        self.run = self.room.trainer(clock=self.clock)

    def _reboot(self, rest: str) -> None:
        """Lose power, and start on another boot after so many minutes: only the wall knows how long it was."""
        self.run.crash()
        self._boots += 1
        self.clock = ManualClock(self.clock.utc() + timedelta(minutes=float(rest)), boot=f"boot-{self._boots}")
        self.run = self.room.trainer(clock=self.clock)
