"""Erasing: which facts are gone for good, in the folds at once and on the disk when that can be done.

An erasure names an object and the facts that told of it: all versions, those of its copies too. What is named does not
count any more, also when it arrives from elsewhere later. Facts of an erasure are never erased themselves.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from qpido_facilitator.journal.envelope import Fact
from qpido_facilitator.run.facts import data_of
from qpido_facilitator.run.harvest import CopyPut
from qpido_facilitator.run.open_run import OpenRun
from qpido_facilitator.run.review import CopyWorded, Hash, QuestionReplied, Review, TextStruck

ERASED = "object.erased"
FAMILY = "erase/"
_MOST = 1000
"""Facts that one erasure names: a line of a journal has an end."""


class ObjectErased(Struct, frozen=True):
    """On `erase/<object>`: these facts are gone. Every fact of the register counts, not only the last."""

    facts: tuple[Hash, ...] = ()


def erased_by(fact: Fact) -> frozenset[str]:
    """Return which facts a fact erases; none for any other fact."""
    if not fact.on.startswith(FAMILY):
        return frozenset()
    said = data_of(fact, ERASED, ObjectErased)
    return frozenset(said.facts) if said else frozenset()


class Erasing:
    """The verbs of erasing."""

    def __init__(self, run: OpenRun, review: Review) -> None:
        self._run = run
        self._review = review

    def replace(self, texts: Iterable[tuple[str, str]]) -> None:
        """Give notes other words, and have every word they had before erased when the review is done.

        Copies of a note, in the harvest and in documents, are taken back to the note. One step to undo until then.
        """
        for_good = [(note, text) for note, text in texts if self._run.notes.get(note)]
        with self._run.together():
            for note, _ in for_good:
                self._strike(note, [f"note/{note}/text", *self._copies(note)])
            before = [(note, found.text) for note, _ in for_good if (found := self._run.notes.get(note))]
            self._reword(for_good)
        self._run.undo.did(
            tuple(f"note/{note}/text" for note, _ in for_good),
            undo=lambda: self._restore(before),
            redo=lambda: self.replace(for_good),
        )

    def remove(self, notes: Iterable[str]) -> None:
        """Take notes away, and have every word of them erased when the review is done."""
        names = [name for name in notes if self._run.notes.get(name)]
        before = [(name, found.text) for name in names if (found := self._run.notes.get(name))]
        with self._run.together():
            for name in names:
                self._strike(name, [f"note/{name}/text", *self._copies(name)])
            self._reword([(name, "") for name in names])
            for name in names:
                self._run.notes.remove(name)
        self._run.undo.did(
            tuple(f"note/{name}/status" for name in names),
            undo=lambda: self._restore(before),
            redo=lambda: self.remove(names),
        )

    def restore(self, texts: Iterable[tuple[str, str]]) -> None:
        """Give notes back the words they had: nothing of them is to be erased any more."""
        self._restore(list(texts))

    def strike(self, name: str, registers: Iterable[str]) -> None:
        """Have every fact that stands in these registers now erased when the review is done."""
        self._strike(name, list(registers))

    def signals(self) -> None:
        """Have every after-care signal erased: only its number is needed no longer either."""
        for name in sorted({name.split("/")[1] for name in self._names("signal/")}):
            self._strike(name, list(self._names(f"signal/{name}/")))

    @property
    def is_due(self) -> bool:
        """Say whether anything is to be erased when the review is done."""
        return bool(self._review.all_struck())

    def carry_out(self) -> int:
        """Erase what was struck and return how many facts that were; from here on it cannot be taken back."""
        count = 0
        for name, struck in self._review.all_struck():
            for start in range(0, len(struck.facts), _MOST):
                some = struck.facts[start : start + _MOST]
                self._run.record(ERASED, f"{FAMILY}{name}", ObjectErased(some))
                count += len(some)
            self._run.record("text.struck", f"review/{name}/struck", TextStruck((), struck.of))
        return count

    def _reword(self, texts: Iterable[tuple[str, str]]) -> None:
        for note, text in texts:
            self._run.notes.put(note, text)
            for register in self._copies(note):
                _, _, leaf = register.split("/")
                self._blank(register, leaf, note)

    def _blank(self, register: str, leaf: str, note: str) -> None:
        if register.startswith("harvest/"):
            self._run.record("copy.put", register, CopyPut("", note))
        elif leaf == "text":
            self._run.record("copy.worded", register, CopyWorded("", note))
        else:
            self._run.record("question.replied", register, QuestionReplied("", note))

    def _copies(self, note: str) -> tuple[str, ...]:
        """Return the registers with words that were copied from a note."""
        names = (f"harvest/{note}/text", f"review/{note}/text", f"review/{note}/reply")
        return tuple(name for name in names if self._run.registers.base(name))

    def _strike(self, name: str, registers: list[str]) -> None:
        facts = (fact.h for register in registers for fact in self._run.registers.history(register))
        before = self._review.struck(name)
        gone = dict.fromkeys((*before.facts, *facts))
        self._run.record("text.struck", f"review/{name}/struck", TextStruck(tuple(gone), name))

    def _restore(self, texts: list[tuple[str, str]]) -> None:
        with self._run.together():
            for note, text in texts:
                self._run.record("text.struck", f"review/{note}/struck", TextStruck((), note))
                self._run.notes.put(note, text)
                found = self._run.notes.get(note)
                if found and found.removed:
                    self._run.notes.restore(note)

    def _names(self, start: str) -> tuple[str, ...]:
        return tuple(name for name in self._run.registers.names() if name.startswith(start))
