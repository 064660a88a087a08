"""A run that is open: its verbs state facts, which are folded at once and made durable soon."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from qpido_facilitator import __version__
from qpido_facilitator.clock import Clock
from qpido_facilitator.journal.envelope import Body, Fact, seal
from qpido_facilitator.journal.hlc import HybridClock
from qpido_facilitator.journal.keys import SigningKey
from qpido_facilitator.journal.stubs import erase_lines
from qpido_facilitator.journal.writer import Disk, DiskReport, JournalWriter, RunDisk
from qpido_facilitator.run.drafts import Drafts, running
from qpido_facilitator.run.erasing import Erasing
from qpido_facilitator.run.facts import Changes, raw
from qpido_facilitator.run.insertions import Insertions
from qpido_facilitator.run.jumps import Jumps
from qpido_facilitator.run.laptops import WriterSeated
from qpido_facilitator.run.moments import DRIFT, STEPPED, ClockStepped
from qpido_facilitator.run.noting import Noting
from qpido_facilitator.run.people import OPENED, TRAINER, WriterClosed, WriterOpened, opening
from qpido_facilitator.run.plan_changes import PlanChanges
from qpido_facilitator.run.presence import Presence
from qpido_facilitator.run.reaping import Reaping
from qpido_facilitator.run.reviewing import Reviewing
from qpido_facilitator.run.rooms import Rooms
from qpido_facilitator.run.undo import Undo
from qpido_facilitator.run.view import RunView, unheard
from qpido_facilitator.run.whispering import Whispering

MAX_BASE = 64

__all__ = ["DiskReport", "Identity", "Run"]


class Identity(Struct, frozen=True):
    """Who this start is: the run, the root key if this laptop holds it, and what others may call it.

    `laptop` is its name in this run, "" for one that does not say which of its starts belong together.
    """

    run: str
    root: SigningKey | None
    label: str = TRAINER
    laptop: str = ""


class Run(RunView):
    """One run, open for this start, with a writer of its own."""

    def __init__(
        self,
        folder: Path,
        identity: Identity,
        clock: Clock,
        *,
        announce: Callable[[Changes], None] = unheard,
        disk_report: Callable[[DiskReport], None] = unheard,
        disk: Disk | None = None,
        hold: bool = True,
    ) -> None:
        """Open a run: read what is there, say who we are, take over drafts that a crash left.

        Without `hold` other starts see that this one is running when something is typed, or `drafts.hold` is called.
        """
        self._key = SigningKey()
        self._identity = identity
        self._hlc = HybridClock(clock)
        self._seq = 0
        self._deep = 0
        self._unsent: list[bytes] = []
        self._prev: str | None = None
        self._opened = clock.up()
        self._reading = (clock.up(), clock.utc())
        self._nested = 0
        self._swept: frozenset[str] = frozenset()
        self._touched: set[str] = set()
        super().__init__(folder, identity.run, clock, writer=self._key.name, announce=announce)
        self.undo = Undo(self.registers)
        self.replan = PlanChanges(self)
        self.inserts = Insertions(self)
        self.jumps = Jumps(self)
        self.rooms = Rooms(self, self.groups)
        self.noting = Noting(self)
        self.reap = Reaping(self, self.harvests)
        self.reviewing = Reviewing(self, self.review)
        self.presence = Presence(clock)
        self.whispering = Whispering(folder / "presence", self.writer, self.people, self.presence, clock)
        files = RunDisk(
            folder / "journal" / f"{self.writer}.jsonl",
            folder / "drafts" / f"{self.writer}.json",
            lambda gone: sweep(folder, gone),
        )
        self._disk = JournalWriter(disk or files, disk_report)
        self.drafts = Drafts(folder / "drafts", self.writer, self._disk.keep_drafts)
        self.erasing = Erasing(self, self.review, self.drafts)
        # what an earlier start erased left the disk then; if it could not, it does when this one closes
        self._swept = self.erased
        self._open()
        if self._identity.root is not None:
            self.heard.acknowledge()
        if hold:
            self.drafts.hold()
        self.drafts.take_over(self._is_mine)

    def record(self, op: str, on: str, data: Struct, base: tuple[str, ...] | None = None) -> Fact:
        """State a fact: folded now, announced now, durable soon. Raises DamagedLine when it is too long.

        It replaces every head that is there, or only those of `base` when its author had not seen the others.
        """
        body = Body(
            v=1,
            run=self.id,
            writer=self.writer,
            seq=self._seq + 1,
            at=self._hlc.next(),
            up=max(0, self.clock.up() - self._opened),
            by=self._identity.label,
            op=op,
            on=on,
            base=(self.registers.base(on) if base is None else base)[:MAX_BASE],
            data=raw(data),
            prev=self._prev,
        )
        fact = seal(body, self._key.sign)
        self._seq += 1
        self._prev = fact.h
        self._unsent.append(fact.line)
        self._deep += 1
        try:
            self._fold([fact])
        finally:
            self._deep -= 1
            self._send()
        return fact

    @contextmanager
    def together(self) -> Iterator[None]:
        """Announce what is stated inside as one change, so that no window paints what was only on the way."""
        self._nested += 1
        self._deep += 1
        try:
            yield
        finally:
            self._nested -= 1
            self._announce_together()
            self._deep -= 1
            self._send()

    def _is_mine(self, writer: str) -> bool:
        """Say whether a start was of this laptop; one that nobody knows any more is left to a trainer."""
        laptop, mine = self.laptops.of(writer), self.laptops.of(self.writer)
        if laptop is None:
            return self._identity.root is not None
        return mine is not None and laptop.name == mine.name

    def _announce_together(self) -> None:
        if not self._nested and self._touched:
            changes, self._touched = Changes(frozenset(self._touched)), set()
            self._tell(changes)

    def _send(self) -> None:
        """Hand facts to the disk, in the order they were stated: a fold may state others.

        Only after they were folded and shown, because waking the journal's thread takes the time of a repaint.
        """
        if self._deep == 0:
            for line in self._unsent:
                self._disk.append(line)
            self._unsent.clear()
            self._have_erased()

    def _have_erased(self) -> None:
        """Let what was erased since this start opened leave the disk, after the facts that were on their way there."""
        if fresh := self.erased - self._swept:
            self._swept |= fresh
            self._disk.erase(fresh)

    def accept(self, facts: Iterable[Fact]) -> Changes:
        """Take in facts of others, and as a trainer let co-trainers know what was read of them."""
        changes = super().accept(facts)
        self._have_erased()
        if self._identity.root is not None:
            self.heard.acknowledge()
        return changes

    def check_clock(self) -> bool:
        """Write down a new reading when wall and passed time no longer agree; True when they did not."""
        up, wall = self._reading
        passed = self.clock.up() - up
        drift = (self.clock.utc() - wall).total_seconds() - passed / 1000
        if abs(drift) <= DRIFT.total_seconds():
            return False
        self._reading = self.clock.up(), self.clock.utc()
        self.record(STEPPED, f"writer/{self.writer}/clock", ClockStepped(self.clock.utc().isoformat()))
        return True

    @property
    def unsaved(self) -> int:
        """Return how many facts are not durable yet."""
        return self._disk.waiting

    def retry_disk(self) -> None:
        """Try a disk that refuses again now."""
        self._disk.retry()

    def close(self) -> bool:
        """End this start in order; False when the disk did not take everything within two seconds."""
        self.record("writer.closed", f"writer/{self.writer}/closed", WriterClosed())
        done = self._disk.stop()
        self.drafts.close()
        if self.erased:
            sweep(self.folder, self.erased)
        return done

    def _heard(self, fact: Fact) -> None:
        if fact.writer != self.writer:
            self._hlc.observe(fact.at)

    def _tell(self, changes: Changes) -> None:
        if self._nested:
            self._touched |= changes.registers
        else:
            super()._tell(changes)

    def _open(self) -> None:
        said = WriterOpened(
            pub="",
            wall=self._reading[1].isoformat(),
            ticks=self._opened,
            boot=self.clock.boot,
            label=self._identity.label,
            app=__version__,
        )
        said = opening(self.id, self._key, self._identity.root, said)
        # twice: all that this start says hangs on this line, and a damaged line must cost no more than itself
        for _ in range(2):
            self.record(OPENED, f"writer/{self.writer}/opened", said)
        if self._identity.laptop:
            self.record("writer.seated", f"writer/{self.writer}/laptop", WriterSeated(self._identity.laptop))


def sweep(folder: Path, erased: frozenset[str]) -> int:
    """Take erased facts from the files of a run and return how many were still there.

    The file of a start that is running is left alone, for it would go on writing into what was replaced; that start
    does it itself. A disk that refuses keeps them until the next time.
    """
    live = running(folder / "drafts")
    count = 0
    for path in sorted((*folder.glob("journal/*.jsonl"), *folder.glob("received/*.jsonl"))):
        if path.stem not in live:
            with contextlib.suppress(OSError):
                count += erase_lines(path, erased)
    return count
