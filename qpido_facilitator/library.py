"""The runs and the plans on this laptop."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import shutil
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from qpido_facilitator import __version__
from qpido_facilitator.clock import Clock
from qpido_facilitator.errors import RunError
from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.journal.keys import KeyFiles, SigningKey
from qpido_facilitator.journal.writer import DiskReport
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.resources import Places, shipped
from qpido_facilitator.run.drafts import running
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.run.keeping import KeepingAgreed
from qpido_facilitator.run.laptops import name_in_run
from qpido_facilitator.run.people import CO_TRAINER
from qpido_facilitator.run.run import Identity, Run
from qpido_facilitator.run.view import RunView, unheard
from qpido_facilitator.show.learning import Learned, counts, learned, lengths_of, suggested
from qpido_facilitator.words import refusal

ERASING = ".erasing-"
"""What the folder of a run is called while it goes: it is in no list any more."""


class Exported(Struct, frozen=True):
    """A document that was made of a run here: when (ISO, UTC), which, its file name, and how many notes it had.

    `folder` is where it was put, `digest` what it was then: forgetting the run takes it along if it still is.
    """

    at: str
    kind: str
    file: str
    answers: int
    folder: str = ""
    digest: str = ""


class RunCard(Struct, frozen=True):
    """A run in a list. `position` is the title of the item it is at, `place` its number of `items`.

    `answers` counts its notes, `exported` the documents that were made of it here, `signals` its after-care signals,
    `keeping` how long its file wants them kept.
    """

    id: str
    title: str
    started: datetime
    last: datetime
    position: str
    answers: int
    ended: bool
    rehearsal: bool
    damaged: int
    place: int = 0
    items: int = 0
    exported: tuple[Exported, ...] = ()
    signals: int = 0
    open_signals: int = 0
    keeping: KeepingAgreed = KeepingAgreed()

    @property
    def is_reported(self) -> bool:
        """Tell whether the newest document has all the notes."""
        return bool(self.exported) and self.exported[-1].answers >= self.answers


class Library:
    """Runs and compiled plans below one data home."""

    def __init__(self, places: Places, clock: Clock) -> None:
        self._places = places
        self._clock = clock
        self._keys = KeyFiles(places.keys)

    def start(
        self,
        plan: SessionPlan,
        *,
        rehearsal: bool = False,
        practice: bool = False,
        announce: Callable[[Changes], None] = unheard,
        disk_report: Callable[[DiskReport], None] = unheard,
    ) -> Run:
        """Begin a new run of a plan. Raises RunError when its key cannot be kept: it could never go on."""
        root = SigningKey()
        try:
            self._keys.save(root)
        except OSError as fault:
            raise RunError(refusal(fault)) from fault
        run = self._open(root.name, root, announce, disk_report)
        run.agenda.lay_down(plan, rehearsal=rehearsal, practice=practice)
        return run

    def resume(
        self,
        run: str,
        *,
        announce: Callable[[Changes], None] = unheard,
        disk_report: Callable[[DiskReport], None] = unheard,
        hold: bool = True,
    ) -> Run:
        """Go on with a run. Raises NotATrainer without its key, RunError when its plan is unreadable.

        Without `hold` it can be shown first, and its `drafts.hold` called after that.
        """
        opened = self._open(run, self._keys.load(run), announce, disk_report, hold=hold)
        if opened.agenda.head is None:
            opened.close()
            raise RunError(run)
        return opened

    def join(
        self,
        folder: Path,
        *,
        announce: Callable[[Changes], None] = unheard,
        disk_report: Callable[[DiskReport], None] = unheard,
    ) -> Run:
        """Take part in the run of a folder as a co-trainer, without its key. Raises RunError when there is no run."""
        name = folder.resolve().name
        if RunView(folder, name, self._clock).agenda.head is None:
            raise RunError(str(folder))
        identity = Identity(name, None, CO_TRAINER, self._laptop(name))
        return Run(folder, identity, self._clock, announce=announce, disk_report=disk_report)

    def view(self, run: str) -> RunView:
        """Return a run for reading. Raises RunError when there is none of that name, or no plan in it."""
        found = self.find(run)
        view = RunView(self._folder(found), found, self._clock)
        if view.agenda.head is None:
            raise RunError(run)
        return view

    def find(self, start: str) -> str:
        """Return the one run whose id starts so. Raises RunError for none or several."""
        found = [name for name in self._names() if name.startswith(start)]
        if len(found) != 1:
            raise RunError(start)
        return found[0]

    def runs(self) -> tuple[RunCard, ...]:
        """Return every run that can be read, the newest first."""
        cards = [card for name in self._names() if (card := self._card(name))]
        return tuple(sorted(cards, key=lambda card: card.started, reverse=True))

    def learned(self, plan: SessionPlan) -> tuple[Learned, ...]:
        """Return what past runs of this session on this laptop say about its lengths.

        Rehearsals, practice, runs that did not end and damaged ones teach nothing.
        """
        return self.lessons((plan,))[plan.id]

    def lessons(self, plans: Iterable[SessionPlan]) -> dict[str, tuple[Learned, ...]]:
        """Return what past runs say of several sessions, by their ids; every run is read once."""
        plans = tuple(plans)
        pasts: dict[str, list[dict[str, float]]] = {plan.id: [] for plan in plans}
        for name in self._names():
            view = RunView(self._folder(name), name, self._clock)
            session = view.agenda.head.session if view.agenda.head else ""
            if session in pasts and counts(view, session):
                pasts[session].append(lengths_of(view))
        return {plan.id: learned(plan, pasts[plan.id]) for plan in plans}

    def write(self, path: Path, made: bytes) -> None:
        """Write a file that was made here, whole or not at all. Raises OSError."""
        replace_file(path, made)

    def suggestion(self, path: Path, load: Callable[[Path], SessionPlan | None]) -> bytes | None:
        """Return a session file with the lengths that past runs suggest, and not a byte else changed; None for none.

        It is only offered: nothing is written. Raises NotRewritable when the file has errors, OSError when it is gone.
        """
        from qpido_facilitator.plan.rewrite import with_minutes  # it reads YAML, which a start does without

        plan = load(path)
        lengths = suggested(plan, self.learned(plan)) if plan else {}
        return with_minutes(path.read_bytes(), lengths) if lengths else None

    def discard(self, run: str) -> None:
        """Throw a practice run away, with its key."""
        shutil.rmtree(self._folder(run), ignore_errors=True)
        (self._places.keys / f"{run}.root").unlink(missing_ok=True)

    def is_open(self, run: str) -> bool:
        """Say whether a window has a run open, of this start of the app or another."""
        return bool(running(self._folder(run) / "drafts"))

    def sweep_practice(self) -> None:
        """Throw away practice runs that a crash left, and what it left of one that was being erased.

        One that is open in another window stays.
        """
        for left in self._places.runs.glob(f"{ERASING}*"):
            shutil.rmtree(left, ignore_errors=True)
        for name in self._names():
            head = RunView(self._folder(name), name, self._clock).agenda.head
            if head and head.practice and not self.is_open(name):
                self.discard(name)

    def note_export(self, run: str, made: Exported) -> None:
        """Remember that a document was made of a run. A disk that refuses costs only the memory of it."""
        path = self._folder(run) / "exports.json"
        with contextlib.suppress(OSError):
            replace_file(path, msgspec.json.encode((*self.exported(run), made)))

    def sessions(self) -> tuple[Path, ...]:
        """Return the session files that ship with the app."""
        return tuple(sorted(shipped("sessions").glob("*.yaml")))

    def compiled(self, path: Path, load: Callable[[Path], SessionPlan | None]) -> SessionPlan | None:
        """Return the plan of a file, from the last time these very bytes were read if there was one.

        Reading YAML costs more than our whole start, so what it gave is kept beside its fingerprint.
        """
        try:
            mark = hashlib.sha256(__version__.encode() + path.read_bytes()).hexdigest()[:32]
            kept = self._places.plans / f"{mark}.json"
            return msgspec.json.decode(kept.read_bytes(), type=SessionPlan)
        except (OSError, msgspec.MsgspecError):
            plan = load(path)
        if plan is not None:
            self._keep(kept, plan)
        return plan

    def _keep(self, kept: Path, plan: SessionPlan) -> None:
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            replace_file(kept, msgspec.json.encode(plan))
        except OSError:
            return

    def _open(
        self,
        run: str,
        root: SigningKey,
        announce: Callable[[Changes], None],
        disk_report: Callable[[DiskReport], None],
        *,
        hold: bool = True,
    ) -> Run:
        identity = Identity(run, root, laptop=self._laptop(run))
        return Run(self._folder(run), identity, self._clock, announce=announce, disk_report=disk_report, hold=hold)

    def _laptop(self, run: str) -> str:
        """Return what this laptop is called in a run, "" when the disk keeps no secret for it."""
        path = self._places.home / "laptop"
        with contextlib.suppress(OSError, UnicodeDecodeError):
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(path, secrets.token_hex(32).encode("ascii"), mode=0o600)
            return name_in_run(path.read_text(encoding="ascii"), run)
        return ""

    def _folder(self, run: str) -> Path:
        return self._places.runs / run

    def _names(self) -> tuple[str, ...]:
        try:
            folders = [path for path in self._places.runs.iterdir() if path.is_dir()]
            return tuple(sorted(path.name for path in folders if not path.name.startswith(ERASING)))
        except OSError:
            return ()

    def _card(self, name: str) -> RunCard | None:
        view = RunView(self._folder(name), name, self._clock)
        head, started = view.agenda.head, view.agenda.started
        if head is None or started is None or head.practice:
            return None
        here = view.stage.position
        entry = view.agenda.entry(here.item) if here else None
        entries = view.agenda.entries
        return RunCard(
            id=name,
            title=head.title,
            started=started,
            last=here.entered if here else started,
            position=(entry.item.short or entry.item.title) if entry else "",
            answers=len(view.notes.all()),
            ended=view.stage.ended is not None,
            rehearsal=head.rehearsal,
            damaged=view.damaged,
            place=entries.index(entry) + 1 if entry else 0,
            items=len(entries),
            exported=self.exported(name),
            signals=len(view.signals.all()),
            keeping=view.keeping.agreed,
            open_signals=sum(signal.state == "open" for signal in view.signals.all()),
        )

    def exported(self, run: str) -> tuple[Exported, ...]:
        """Return the documents that were made of a run here, the oldest first."""
        try:
            return msgspec.json.decode((self._folder(run) / "exports.json").read_bytes(), type=tuple[Exported, ...])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return ()
