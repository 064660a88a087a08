"""An exercise in groups for tests: a trainer's laptop, co-trainers' laptops, and what they hear of one another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.journal.writer import DiskReport
from qpido_facilitator.plan.model import (
    AnyItem,
    Breakout,
    Closing,
    Harvest,
    HarvestBy,
    Part,
    Question,
    Section,
    SessionPlan,
    Staffing,
)
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import Identity, Run
from qpido_facilitator.run.view import unheard
from qpido_facilitator.show.clocks import rooms_clock
from tests.builders import FakeDisk, Room, Speaker, carried


def exercise_plan(
    groups: int = 3, questions: int = 2, *, staffing: Staffing | None = None, by: HarvestBy = "question"
) -> SessionPlan:
    """Return a session with one breakout, its harvest, a second round of the same groups, and one of pairs."""
    asked = tuple(Question(f"q{number}", f"Question {number}?") for number in range(1, questions + 1))
    return SessionPlan(
        id="exercise",
        title="An exercise",
        language="en",
        groups=groups,
        parts=(
            Part("all", "All", items=(
                Section(id="welcome", title="Welcome", minutes=5),
                Breakout(id="rooms", title="Your approach", minutes=20, rooms=15, questions=asked, staffing=staffing),
                Harvest(id="back", title="Back", minutes=10, of="rooms", by=by),
                Breakout(id="again", title="Again", minutes=20, rooms=15, questions=asked),
                Breakout(id="pairs", title="Pairs", minutes=10, rooms=5, questions=asked, groups=6),
                Closing(id="bye", title="Goodbye", minutes=5),
            )),
        ),
    )  # fmt: skip


class Exercise:
    """The laptops of an exercise. `trainer` is the first one; `share` lets everyone hear everything."""

    def __init__(self, folder: Path, plan: SessionPlan | None = None) -> None:
        self.clock = ManualClock()
        self.room = Room(folder)
        self.trainer = self.room.trainer(clock=self.clock, disk=FakeDisk())
        self.trainer.agenda.lay_down(plan or exercise_plan())

    def __enter__(self) -> Exercise:
        return self

    def __exit__(self, *_: object) -> None:
        self.room.__exit__()

    def helper(
        self, laptop: str = "aaaaaaaaaaaaaaaa", *, announce: Callable[[Changes], None] = unheard,
        disk_report: Callable[[DiskReport], None] = unheard,
    ) -> Speaker:  # fmt: skip
        """Start a co-trainer's laptop, which knows what the trainer's does; the same name is the same laptop."""
        identity = Identity(self.room.run, None, "co-trainer", laptop)
        number = len(self.room.laptops)
        made = Speaker(
            self.room.folder / f"helper{number}", identity, ManualClock(boot=f"h{number}"), disk=FakeDisk(),
            announce=announce, disk_report=disk_report,
        )  # fmt: skip
        self.room.laptops.append(made)
        self.share()
        return made

    def share(self) -> None:
        """Let every laptop hear every other, until nobody has anything new to tell."""
        told = -1
        while told != (told := sum(len(one.spoken) for one in self.room.laptops)):
            facts = [fact for one in self.room.laptops for fact in one.spoken]
            for laptop in self.room.laptops:
                laptop.accept(carried(facts))

    def item(self, name: str = "rooms", run: Run | None = None) -> AnyItem:
        """Return an item as it stands now."""
        entry = (run or self.trainer).agenda.entry(name)
        assert entry is not None
        return entry.item

    def breakout(self, name: str = "rooms", run: Run | None = None) -> Breakout:
        """Return a breakout as it stands now."""
        item = self.item(name, run)
        assert isinstance(item, Breakout)
        return item

    def harvest(self, run: Run | None = None) -> Harvest:
        """Return the harvest as it stands now."""
        item = self.item("back", run)
        assert isinstance(item, Harvest)
        return item

    def open(self, item: str = "rooms") -> None:
        """Enter a breakout and say that its rooms are open."""
        self.trainer.stage.enter(Step(item))
        clock = rooms_clock(self.trainer, self.trainer.now())
        assert clock is not None
        self.trainer.timers.set(clock.timer, replace(clock.countdown, running=True))

    def close(self) -> None:
        """Go on to the harvest."""
        self.trainer.stage.enter(Step("back", "q1"))

    def say(self, group: int | None, question: str, text: str, *, by: Run | None = None, item: str = "rooms") -> str:
        """Write an answer down, and return its id."""
        return (by or self.trainer).noting.add(Place(item, question, group), text)[0]

    def after(self, minutes: float) -> None:
        """Let time pass for everyone."""
        for laptop in self.room.laptops:
            assert isinstance(laptop.clock, ManualClock)
            if laptop.clock is not self.clock:
                laptop.clock.advance(minutes=minutes)
        self.clock.advance(minutes=minutes)
