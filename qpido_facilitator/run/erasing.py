"""Erasing: which facts are gone for good, in the folds at once and on the disk when that can be done.

An erasure names an object and the facts that told of it: all versions, those of its copies too. What is named does not
count any more, also when it arrives from elsewhere later. Facts of an erasure are never erased themselves.

Words are replaced in two moves. First every register that ever had them says something else, and the facts that had
them are struck: that can be taken back. When the review is done, what was struck is erased.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.journal.envelope import Fact
from qpido_facilitator.run.drafts import Draft, Drafts
from qpido_facilitator.run.facts import data_of
from qpido_facilitator.run.harvest import CopyPut
from qpido_facilitator.run.notes import NotePut
from qpido_facilitator.run.open_run import OpenRun
from qpido_facilitator.run.plan_facts import ItemPlanned, ItemSkipped
from qpido_facilitator.run.review import (
    CopyWorded,
    DebriefPut,
    Hash,
    QuestionReplied,
    RecommendationsPut,
    Review,
    TextStruck,
    ThemesPut,
)

ERASED = "object.erased"
FAMILY = "erase/"
_MOST = 1000
"""Facts that one erasure names: a line of a journal has an end."""

Swap = Callable[[str], str]
"""Gives a text other words, or the same text when it has nothing to do with it."""

WORDED: dict[str, tuple[type[Struct], frozenset[str]]] = {
    "note.put": (NotePut, frozenset({"text"})),
    "copy.put": (CopyPut, frozenset({"text"})),
    "copy.worded": (CopyWorded, frozenset({"text"})),
    "question.replied": (QuestionReplied, frozenset({"text"})),
    "themes.put": (ThemesPut, frozenset({"themes"})),
    "recommendations.put": (RecommendationsPut, frozenset({"text"})),
    "debrief.put": (DebriefPut, frozenset({"text"})),
    "item.skipped": (ItemSkipped, frozenset({"reason"})),
    "item.planned": (ItemPlanned, frozenset({"title", "short", "subtitle", "text"})),
}
"""The ops with words that somebody typed in a session, and the fields, at any depth, in which these stand."""


class ObjectErased(Struct, frozen=True):
    """On `erase/<object>`: these facts are gone. Every fact of the register counts, not only the last."""

    facts: tuple[Hash, ...] = ()


class Restatement(Struct, frozen=True):
    """What a register is to say."""

    on: str
    op: str
    said: Struct


class Rewritten(Struct, frozen=True):
    """What was replaced, to take it back: the objects it was in, what their registers said, and drafts by place."""

    objects: tuple[str, ...] = ()
    before: tuple[Restatement, ...] = ()
    drafts: tuple[tuple[str, Draft], ...] = ()


def erased_by(fact: Fact) -> frozenset[str]:
    """Return which facts a fact erases; none for any other fact."""
    if not fact.on.startswith(FAMILY):
        return frozenset()
    said = data_of(fact, ERASED, ObjectErased)
    return frozenset(said.facts) if said else frozenset()


class Erasing:
    """The verbs of erasing."""

    def __init__(self, run: OpenRun, review: Review, drafts: Drafts) -> None:
        self._run = run
        self._review = review
        self._drafts = drafts

    def rewrite(self, swap: Swap) -> Rewritten:
        """Swap words wherever they were ever written in this run, and strike every fact that had the old ones.

        That reaches notes, also removed ones, their copies and earlier versions, questions that were added on the way,
        reasons for skipping, and what stands in a box and was not sent. Returns what takes it back, for as long as it
        was not carried out.
        """
        gone: dict[str, list[str]] = {}
        fresh: list[Restatement] = []
        before: list[Restatement] = []
        for on in tuple(self._run.registers.names()):
            facts = [fact for fact in self._run.registers.history(on) if _swapped(fact, swap)]
            if not facts:
                continue
            gone.setdefault(on.split("/")[1], []).extend(fact.h for fact in facts)
            for was, now in self._restated(on, facts, swap):
                before.append(was)
                fresh.append(now)
        with self._run.together():
            for name, hashes in gone.items():
                self._strike(name, hashes)
            self._state(fresh)
        return Rewritten(tuple(gone), tuple(before), self._reword_drafts(swap))

    def take_back(self, rewritten: Rewritten) -> None:
        """Let everything say again what it said before; of what was struck in these objects nothing goes."""
        with self._run.together():
            for name in rewritten.objects:
                self._run.record("text.struck", f"review/{name}/struck", TextStruck((), name))
            self._state(rewritten.before)
        for place, draft in rewritten.drafts:
            self._drafts.put(place, draft)

    def strike_signals(self) -> None:
        """Have every after-care signal erased, with all that was said of it."""
        names = [name for name in self._run.registers.names() if name.startswith("signal/")]
        for signal in sorted({name.split("/")[1] for name in names}):
            mine = (name for name in names if name.startswith(f"signal/{signal}/"))
            self._strike(signal, [fact.h for name in mine for fact in self._run.registers.history(name)])

    def carry_out(self) -> int:
        """Erase what was struck and return how many facts that were; from here on it cannot be taken back."""
        count = 0
        with self._run.together():
            for name, struck in self._review.all_struck():
                for start in range(0, len(struck.facts), _MOST):
                    some = struck.facts[start : start + _MOST]
                    self._run.record(ERASED, f"{FAMILY}{name}", ObjectErased(some))
                    count += len(some)
                self._run.record("text.struck", f"review/{name}/struck", TextStruck((), struck.of))
        return count

    def _restated(self, on: str, facts: list[Fact], swap: Swap) -> Iterator[tuple[Restatement, Restatement]]:
        """Return what a register says and what it is to say; nothing when only earlier versions had the words."""
        heads, now = self._run.registers.heads(on), self._run.registers.winner(on)
        if now is None or not {fact.h for fact in facts} & {head.h for head in heads}:
            return
        was, said = _decoded(now), _swapped(now, swap) or _decoded(now)
        if now.op == "note.put" and len(heads) > 1:
            # texts that stood side by side become one: none of them may be lost
            texts = dict.fromkeys(put.text for head in heads if (put := data_of(head, "note.put", NotePut)))
            was, said = NotePut("\n".join(texts)), NotePut("\n".join(map(swap, texts)))
        if was is not None and said is not None:
            yield Restatement(on, now.op, was), Restatement(on, now.op, said)

    def _reword_drafts(self, swap: Swap) -> tuple[tuple[str, Draft], ...]:
        before = []
        for place in self._drafts.places():
            draft = self._drafts.get(place)
            if draft and swap(draft.text) != draft.text:
                before.append((place, draft))
                self._drafts.put(place, replace(draft, text=swap(draft.text)))
        return tuple(before)

    def _state(self, all_of_them: Iterable[Restatement]) -> None:
        """State what registers are to say; a note that was removed stays removed."""
        for one in all_of_them:
            family, name = one.on.split("/")[:2]
            note = self._run.notes.get(name) if family == "note" else None
            self._run.record(one.op, one.on, one.said)
            if note and note.removed:
                self._run.notes.remove(name)

    def _strike(self, name: str, facts: Iterable[str]) -> None:
        before = self._review.struck(name)
        gone = dict.fromkeys((*before.facts, *facts))
        self._run.record("text.struck", f"review/{name}/struck", TextStruck(tuple(gone), name))


def _decoded(fact: Fact) -> Struct | None:
    kind, _ = WORDED[fact.op]
    return data_of(fact, fact.op, kind)


def _swapped(fact: Fact, swap: Swap) -> Struct | None:
    """Return what a fact says with its words swapped, None when there is nothing to swap."""
    if fact.op not in WORDED:
        return None
    kind, fields = WORDED[fact.op]
    said = data_of(fact, fact.op, kind)
    if said is None or (isinstance(said, ItemPlanned) and not said.inserted):
        return None
    plain = msgspec.to_builtins(said)
    fresh = _walked(plain, fields, swap)
    return None if fresh == plain else msgspec.convert(fresh, kind)


def _walked(data: object, fields: frozenset[str], swap: Swap, *, worded: bool = False) -> object:
    """Return data with the texts of some fields swapped, at any depth."""
    if isinstance(data, str):
        return swap(data) if worded else data
    if isinstance(data, dict):
        return {key: _walked(one, fields, swap, worded=key in fields) for key, one in data.items()}
    if isinstance(data, list | tuple):
        return [_walked(one, fields, swap, worded=worded) for one in data]
    return data
