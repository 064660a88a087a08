"""A run as it can be read: facts come in, the features work out what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from qpido_facilitator.clock import Clock
from qpido_facilitator.errors import RunError
from qpido_facilitator.journal.envelope import Fact
from qpido_facilitator.journal.folder import JournalFolder, Read
from qpido_facilitator.journal.registers import Registers
from qpido_facilitator.run.agenda import Agenda
from qpido_facilitator.run.arrival import Arrival
from qpido_facilitator.run.call import Call
from qpido_facilitator.run.cues import Cues
from qpido_facilitator.run.ending import Ending
from qpido_facilitator.run.erasing import erased_by
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.films import Films
from qpido_facilitator.run.groups import Groups
from qpido_facilitator.run.harvest import Harvests
from qpido_facilitator.run.heard import Heard
from qpido_facilitator.run.help import Help
from qpido_facilitator.run.keeping import Keeping
from qpido_facilitator.run.laptops import Laptops
from qpido_facilitator.run.moments import Moments
from qpido_facilitator.run.notes import Notes
from qpido_facilitator.run.people import OPENED, TRAINER, People
from qpido_facilitator.run.review import Review
from qpido_facilitator.run.signals import Signals
from qpido_facilitator.run.stage import STEP, Stage
from qpido_facilitator.run.timers import Timers
from qpido_facilitator.run.visits import Visits


def unheard(_: object) -> None:
    """Nobody listens."""


class RunView:
    """A run, read only: for lists, exports, and as the inside of a run that is open."""

    def __init__(
        self,
        folder: Path,
        run: str,
        clock: Clock,
        *,
        writer: str = "",
        announce: Callable[[Changes], None] = unheard,
    ) -> None:
        """Read what stands in the folder of a run; damaged lines are counted and passed over."""
        self.folder = folder
        self.id = run
        self.clock = clock
        self.writer = writer
        self.registers = Registers()
        self.people = People(run)
        self.moments = Moments(clock, writer)
        self.stage = Stage(self, self.moments)
        self.groups = Groups(self)
        self.agenda = Agenda(self, self.moments, self.groups)
        self.timers = Timers(self, self.moments)
        self.arrival = Arrival(self, self.moments)
        self.ending = Ending(self)
        self.call = Call(self)
        self.keeping = Keeping(self)
        self.cues = Cues(self, self.moments)
        self.notes = Notes(self, self.moments)
        self.films = Films(self, self.moments, self.notes)
        self.harvests = Harvests(self)
        self.review = Review(self)
        self.laptops = Laptops(self, self.people)
        self.visits = Visits(self, self.moments, self.laptops)
        self.help = Help(self, self.moments)
        self.signals = Signals(self, self.moments)
        self.heard = Heard(self, self.people)
        self._newest: dict[str, Fact] = {}
        self.erased: frozenset[str] = frozenset()
        self.damaged = 0
        self.foreign = 0
        self._announce = announce
        self._unproven: list[Fact] = []
        self._waiting: list[Fact] = []
        self._journal = JournalFolder(folder / "journal", skip=writer)
        self.accept_own(self._journal.read())
        self.notes.look_back()

    def record(self, op: str, on: str, data: Struct, base: tuple[str, ...] | None = None) -> Fact:  # noqa: ARG002
        """Raise RunError: who only reads states no facts; a run that is open does."""
        raise RunError(f"{op} on {on}: this run is open for reading")

    def accept(self, facts: Iterable[Fact]) -> Changes:
        """Take in facts of others, their signatures checked; damaged or foreign ones are only counted."""
        return self._fold(self._proven(facts))

    def accept_own(self, read: Read) -> Changes:
        """Take in what stands in our own journal folder; signatures were checked when it was written."""
        self.damaged += read.damaged
        for stub in read.gone:
            self.registers.gone(stub.writer, stub.seq, stub.gone)
        return self._fold(fact for fact in read.facts if self._is_ours(fact))

    def follow(self) -> Read:
        """Look what other starts wrote into the folder since the last look; for a worker thread."""
        return self._journal.read()

    def now(self) -> datetime:
        """Return this moment on the axis of the facts."""
        return self.moments.now()

    def same_boot(self) -> bool:
        """Say whether the step that is on was entered since this laptop was started: otherwise its wall tells when."""
        fact = self.registers.winner(STEP)
        return fact is None or self.moments.on_own_axis(fact)

    @property
    def goes_on(self) -> bool:
        """Say whether the step that is on was entered by an earlier start of the app, or on another laptop."""
        fact = self.registers.winner(STEP)
        return fact is not None and fact.writer != self.writer

    def last_heard(self, writer: str) -> datetime | None:
        """Return when the newest fact of a start that is here was stated."""
        fact = self._newest.get(writer)
        return self.moments.when(fact) if fact else None

    @property
    def missing(self) -> int:
        """Return how many facts are known to exist and are not here."""
        return sum(gap.missing for gap in self.registers.gaps())

    def _proven(self, facts: Iterable[Fact]) -> Iterable[Fact]:
        for fact in facts:
            if not self._is_ours(fact):
                continue
            if fact.op != OPENED and self.people.said(fact.writer) is None:
                self._unproven.append(fact)
            elif self.people.proves(fact) if fact.op == OPENED else self.people.signed(fact):
                yield fact
            else:
                self.damaged += 1

    def _is_ours(self, fact: Fact) -> bool:
        if fact.run != self.id:
            self.foreign += 1
            return False
        return True

    def _fold(self, facts: Iterable[Fact]) -> Changes:
        touched: set[str] = set()
        for fact in facts:
            if self.registers.seen(fact):
                self._heard(fact)
                if fact.op == OPENED and not self.people.welcome(fact):
                    continue
                touched.update(self._count(fact))
                if fact.op == OPENED:
                    touched.update(self._release(fact.writer))
        changes = Changes(frozenset(touched))
        if changes:
            self.groups.forget(changes.registers)
            self.agenda.forget(changes.registers)
            self.stage.forget(changes.registers)
            self.notes.settle(changes)
            self.visits.settle(changes.registers)
            self.signals.settle(changes)
            self.laptops.forget(changes.registers)
            self._tell(changes)
        return changes

    def _tell(self, changes: Changes) -> None:
        """Let the one who listens know; an open run may wait until more belongs to it."""
        self._announce(changes)

    def _heard(self, fact: Fact) -> None:
        """Take note of a new fact; an open run follows its logical clock."""

    def _count(self, fact: Fact) -> tuple[str, ...]:
        counts = self.people.may_write(fact)
        if counts is None:
            self._waiting.append(fact)
        if not counts or fact.h in self.erased:
            return ()
        self.registers.put(fact)
        fresh = erased_by(fact) - self.erased
        self.erased |= fresh
        newest = self._newest.get(fact.writer)
        if newest is None or newest.seq < fact.seq:
            self._newest[fact.writer] = fact
        self.moments.settle(fact, trainer=self.people.role(fact.writer) == TRAINER)
        return (fact.on, *self.registers.forget(fresh)) if fresh else (fact.on,)

    def _release(self, writer: str) -> list[str]:
        unproven = [fact for fact in self._unproven if fact.writer == writer and self.people.signed(fact)]
        fresh = [fact for fact in unproven if self.registers.seen(fact)]
        for fact in fresh:
            self._heard(fact)
        known = [fact for fact in self._waiting if fact.writer == writer]
        self._unproven = [fact for fact in self._unproven if fact.writer != writer]
        self._waiting = [fact for fact in self._waiting if fact.writer != writer]
        return [name for fact in (*known, *fresh) for name in self._count(fact)]
