"""Adding to the plan while it runs: a question of one's own, a break, a link. Each is one step to undo."""

from __future__ import annotations

from qpido_facilitator.plan.model import AnyItem, Board, Break, Discussion, Link, Links, Question, Shown
from qpido_facilitator.plan.steps import Step
from qpido_facilitator.run.entry import Entry
from qpido_facilitator.run.jumps import return_to
from qpido_facilitator.run.notes import clean
from qpido_facilitator.run.open_run import OpenRun
from qpido_facilitator.run.stage import Position

MOST_TEXT = 2000


class Insertions:
    """The verbs that add to the plan of an open run."""

    def __init__(self, run: OpenRun) -> None:
        self._run = run

    def ask(
        self,
        text: str,
        *,
        short: str = "",
        minutes: float | None = None,
        groups: tuple[int, ...] = (),
        after: Step | None = None,
        go: bool = False,
    ) -> str:
        """Insert a question of one's own with its own answers, and return its item; see `insert`.

        `short` is what the agenda calls it. `groups` are the numbers of the groups that answer it, none is plenary.
        """
        asked = Question("question", clean(text).strip()[:MOST_TEXT], minutes=minutes, groups=groups)
        item = Discussion(id=self._fresh("question"), short=short, minutes=minutes, questions=(asked,))
        return self.insert(item, after, go=go)

    def add_break(self, minutes: float, *, short: str = "", after: Step | None = None, go: bool = False) -> str:
        """Insert a break, and return its item; see `insert`."""
        return self.insert(Break(id=self._fresh("break"), short=short, minutes=minutes), after, go=go)

    def show_link(
        self,
        url: str,
        label: str = "",
        *,
        short: str = "",
        minutes: float | None = 0,
        after: Step | None = None,
        go: bool = False,
    ) -> str:
        """Insert a slide with an address, also as text for the chat, and return its item; see `insert`.

        What is no address on the web stands as text: the app never opens another kind.
        """
        address = clean(url).strip()[:MOST_TEXT]
        web = address if address.startswith(("https://", "http://")) else ""
        name = clean(label).strip()[:MOST_TEXT]
        link = Link(name or address, url=web, note=address if name and not web else "")
        item = Links(id=self._fresh("link"), short=short, minutes=minutes, links=(link,), chat=address)
        return self.insert(item, after, go=go)

    def show_board(
        self, shows: Shown, *, short: str = "", minutes: float | None = 0, after: Step | None = None, go: bool = False
    ) -> str:
        """Insert a slide of parked points, open questions or who is with whom, and return its item; see `insert`."""
        return self.insert(Board(id=self._fresh("board"), short=short, minutes=minutes, shows=shows), after, go=go)

    def insert(self, item: AnyItem, after: Step | None = None, *, go: bool = False) -> str:
        """Add an item right behind a step, by default the one that is on, and `go` there at once.

        Behind a step in the middle of an item it stands in the middle, so that Next goes on with the rest after it.
        """
        agenda, stage, before = self._run.agenda, self._run.stage, self._run.stage.position
        behind = after or (before.where if before else None)
        entry = agenda.entry(behind.item) if behind else None
        part = entry.part if entry else next((head.id for head in agenda.parts), "")
        with self._run.together():
            agenda.insert(item, entry.item.id if entry else None, part)
            if behind and entry and self._is_inside(behind, entry):
                agenda.slot(item.id, behind)
            if go:
                stage.enter(self._first(item.id))
        self._run.undo.did(
            (f"plan/{item.id}/withdrawn", f"plan/{item.id}/skipped"),
            undo=lambda: self._take_back(item.id, before),
            redo=lambda: self._put_again(item.id, go=go),
        )
        return item.id

    def _take_back(self, item: str, before: Position | None) -> None:
        """Take an insertion back; what was answered to it stays in sight, as skipped."""
        with self._run.together():
            here = self._run.stage.position
            if here and before and here.item == item:
                return_to(self._run, before)
                here = before
            answered = any(note.place.item == item for note in self._run.notes.all())
            if answered or (here and here.item == item):
                self._run.agenda.skip(item)
            else:
                self._run.agenda.withdraw(item)

    def _put_again(self, item: str, *, go: bool) -> None:
        with self._run.together():
            entry = self._run.agenda.entry(item)
            if entry and entry.skipped:
                self._run.agenda.unskip(item)
            else:
                self._run.agenda.withdraw(item, withdrawn=False)
            if go:
                self._run.stage.enter(self._first(item))

    def _is_inside(self, behind: Step, entry: Entry) -> bool:
        """Say whether a step is in the middle of something: more of its item follows, or it is inside one itself."""
        steps = self._run.agenda.steps(behind.item)
        following = steps[steps.index(behind) + 1 :] if behind in steps else ()
        return entry.within is not None or any(step.item == behind.item for step in following)

    def _first(self, item: str) -> Step:
        return next((step for step in self._run.agenda.steps(item) if step.item == item), Step(item))

    def _fresh(self, what: str) -> str:
        """Return an id that no item of any laptop has: the name of this start is in it."""
        number = len(self._run.registers)
        while self._run.agenda.entry(f"own-{what}-{number}-{self._run.writer}"):
            number += 1
        return f"own-{what}-{number}-{self._run.writer}"
