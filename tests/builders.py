"""Small things that tests are made of: a plan, the laptops of one run, a disk that refuses when told."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from msgspec import Struct

from qpido_facilitator.clock import Clock, ManualClock
from qpido_facilitator.journal.envelope import Body, Fact, read, seal
from qpido_facilitator.journal.keys import SigningKey
from qpido_facilitator.journal.writer import Disk, DiskReport
from qpido_facilitator.plan.model import (
    Breakout,
    Closing,
    Cue,
    Discussion,
    Harvest,
    List,
    Part,
    Point,
    Question,
    Section,
    SessionPlan,
    SpeakerNotes,
)
from qpido_facilitator.run.facts import Changes, raw
from qpido_facilitator.run.run import Identity, Run
from qpido_facilitator.run.view import RunView, unheard


def soaking(usual: int, soak: int) -> int:
    """Return how often to try: more when QPIDO_SOAK is set."""
    return soak if os.environ.get("QPIDO_SOAK") else usual


def tries(usual: int, soak: int) -> settings:
    """Return hypothesis settings for a property that is tried so often; the same cases every time."""
    return settings(
        max_examples=soaking(usual, soak),
        deadline=None,
        derandomize=not os.environ.get("QPIDO_SOAK"),
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink) if os.environ.get("QPIDO_SOAK") else (Phase.generate,),
    )


def plan() -> SessionPlan:
    """Return a short session that has every rule of the walk in it."""
    asked = (
        Question("why", "Why did this happen?", notes=SpeakerNotes(say="Take your time.")),
        Question("then", "What would you do?", groups=(2,)),
    )
    return SessionPlan(
        id="short",
        title="A short session",
        language="en",
        groups=3,
        parts=(
            Part("start", "Start", core=True, items=(
                Section(id="welcome", title="Welcome", minutes=5, notes=SpeakerNotes(say="Good morning.")),
                List(id="rules", title="Rules", minutes=10, reveal="one-by-one",
                     points=(Point("One"), Point("Two")), cues=(Cue("half", "Halfway"),)),
            )),
            Part("middle", "Middle", items=(
                Discussion(id="talk", title="Talk", minutes=10, questions=asked),
                Breakout(id="rooms", title="Rooms", minutes=20, rooms=15, questions=asked),
                Harvest(id="back", title="Back", minutes=10, of="rooms"),
            )),
            Part("end", "End", optional=True, items=(Closing(id="bye", title="Goodbye", minutes=None),)),
        ),
    )  # fmt: skip


def long_plan(items: int) -> SessionPlan:
    """Return a session of dividers, a step each."""
    made = tuple(Section(id=f"item-{number}", title=f"Item {number}", minutes=2) for number in range(items))
    return SessionPlan(id="long", title="A long session", parts=(Part("all", "All", items=made),))


class Speaker(Run):
    """An open run that remembers what it said, so that a test can carry it elsewhere."""

    def __init__(
        self, folder: Path, identity: Identity, clock: Clock, *,
        disk: Disk | None = None, disk_report: Callable[[DiskReport], None] = unheard,
        announce: Callable[[Changes], None] = unheard,
    ) -> None:  # fmt: skip
        self.spoken: list[Fact] = []
        super().__init__(folder, identity, clock, announce=announce, disk=disk, disk_report=disk_report)

    def record(self, op: str, on: str, data: Struct, base: tuple[str, ...] | None = None) -> Fact:
        fact = super().record(op, on, data, base)
        self.spoken.append(fact)
        return fact

    def crash(self) -> None:
        """End as a killed process does: what is durable stays, nothing is said, the lock is let go."""
        self._disk.stop()
        if self.drafts._lock is not None:
            self.drafts._lock.release()


class Room:
    """The laptops of one run; each has a folder and, unless told otherwise, a clock and a boot of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = SigningKey()
        self.run = self.root.name
        self.laptops: list[Speaker] = []

    def __enter__(self) -> Room:
        return self

    def __exit__(self, *_: object) -> None:
        for laptop in self.laptops:
            laptop.close()

    def trainer(
        self, at: str = "desk", *, clock: Clock | None = None, disk: Disk | None = None,
        disk_report: Callable[[DiskReport], None] = unheard,
    ) -> Speaker:  # fmt: skip
        """Start the app on a trainer's laptop."""
        return self._start(at, Identity(self.run, self.root), clock, disk, disk_report)

    def co_trainer(self, at: str = "home", *, clock: Clock | None = None, disk: Disk | None = None) -> Speaker:
        """Start the app on the laptop of a co-trainer, who has no root key."""
        return self._start(at, Identity(self.run, None, "co-trainer"), clock, disk, unheard)

    def reader(self, at: str = "nowhere", clock: Clock | None = None) -> RunView:
        """Look at the run without saying anything; "nowhere" is a laptop that has nothing yet."""
        return RunView(self.folder / at, self.run, clock or ManualClock(boot=""))

    def _start(
        self, at: str, identity: Identity, clock: Clock | None, disk: Disk | None,
        disk_report: Callable[[DiskReport], None],
    ) -> Speaker:  # fmt: skip
        laptop = Speaker(self.folder / at, identity, clock or ManualClock(boot=at), disk=disk, disk_report=disk_report)
        self.laptops.append(laptop)
        return laptop


def carried(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts as they come out of a channel: read from their bytes."""
    return [read(fact.line) for fact in facts]


class Forger:
    """Someone who can write a line in any name, but has only a key of their own."""

    def __init__(self, run: str, writer: str = "", key: SigningKey | None = None) -> None:
        self.key = key or SigningKey()
        self.run = run
        self.writer = writer or self.key.name
        self.seq = 0

    def fact(self, op: str, on: str, data: Struct, *, base: tuple[str, ...] = (), **other: object) -> Fact:
        """Return a fact in that name, signed with the wrong key if the name is not theirs."""
        self.seq += 1
        values: dict[str, object] = {
            "v": 1, "run": self.run, "writer": self.writer, "seq": self.seq,
            "at": "2026-11-24T09:00:00.000Z.0000", "up": 0, "by": "x", "op": op, "on": on, "base": base,
            "data": raw(data), "prev": None, **other,
        }  # fmt: skip
        return seal(Body(**values), self.key.sign)  # type: ignore[arg-type]


class FakeDisk:
    """A disk in memory. It refuses the appends named in `refuses`, or everything while `full`."""

    def __init__(self, refuses: frozenset[int] = frozenset()) -> None:
        self.refuses = refuses
        self.full = False
        self.drafts_full = False
        self.appends = 0
        self.content = b""
        self.drafts = b""
        self.gone: frozenset[str] = frozenset()
        self.closed = False

    @property
    def lines(self) -> list[bytes]:
        """Return the lines that are there for good."""
        return self.content.split(b"\n")[:-1]

    def append(self, content: bytes) -> None:
        self.appends += 1
        if self.full or self.appends in self.refuses:
            raise OSError(28, "No space left on device")
        self.content += content

    def keep_drafts(self, content: bytes) -> None:
        if self.drafts_full:
            raise OSError(28, "No space left on device")
        self.drafts = content

    def erase(self, gone: frozenset[str]) -> None:
        self.gone |= gone

    def close(self) -> None:
        self.closed = True


class Reports:
    """Hears what the disk thread reports, and waits for a report without sleeping."""

    def __init__(self) -> None:
        self.heard: list[DiskReport] = []
        self._changed = threading.Condition()

    def __call__(self, report: DiskReport) -> None:
        with self._changed:
            self.heard.append(report)
            self._changed.notify_all()

    @property
    def troubles(self) -> list[str]:
        """Return what the disk complained of, once for each spell of it."""
        with self._changed:
            said = [report.trouble for report in self.heard]
        return [now for before, now in zip(["", *said], said, strict=False) if now and not before]

    def until(self, fits: Callable[[DiskReport], bool]) -> DiskReport:
        """Return the newest report once it fits."""
        with self._changed:
            assert self._changed.wait_for(lambda: bool(self.heard) and fits(self.heard[-1]), timeout=10)
            return self.heard[-1]


def minutes(number: float) -> timedelta:
    """Return so many minutes."""
    return timedelta(minutes=number)


def later(moment: datetime, number: float) -> datetime:
    """Return so many minutes after a moment."""
    return moment + timedelta(minutes=number)


@contextmanager
def in_zone(name: str) -> Iterator[None]:
    """Let the wall of this laptop stand in a time zone, and put the old one back."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()
