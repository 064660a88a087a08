"""How well the recogniser does on labelled sentences: `python -m tests.privacy.measure`."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from msgspec import Struct

from qpido_facilitator.privacy import find

HERE = Path(__file__).parent


class Sentence(Struct, frozen=True):
    """A sentence and the kinds of finding that are in it."""

    text: str
    kinds: frozenset[str]


class Score(Struct, frozen=True):
    """Counts over a set of sentences: kinds found and missed, and ordinary sentences with an alarm."""

    found: int
    missed: int
    extra: int
    ordinary: int
    alarms: int

    @property
    def recall(self) -> float:
        """Return the part of what is there that is found."""
        return self.found / (self.found + self.missed)

    @property
    def precision(self) -> float:
        """Return the part of what is found that is there."""
        return self.found / (self.found + self.extra)

    @property
    def alarm_rate(self) -> float:
        """Return the part of ordinary sentences that is flagged."""
        return self.alarms / self.ordinary


def sentences(which: str) -> tuple[Sentence, ...]:
    """Return the labelled sentences of a set: "tuned" or "unseen"."""
    lines = (HERE / f"sentences-{which}.txt").read_text(encoding="utf-8").splitlines()
    parts = (line.partition(" | ") for line in lines if line and not line.startswith("#"))
    return tuple(Sentence(text, frozenset(kinds.split(",")) - {"-"}) for kinds, _, text in parts)


def score(those: tuple[Sentence, ...]) -> Score:
    """Return how the recogniser did, a kind of a sentence at a time."""
    found = [(one.kinds, frozenset(each.kind for each in find(one.text))) for one in those]
    return Score(
        found=sum(len(wanted & got) for wanted, got in found),
        missed=sum(len(wanted - got) for wanted, got in found),
        extra=sum(len(got - wanted) for wanted, got in found),
        ordinary=sum(not wanted for wanted, _ in found),
        alarms=sum(bool(got) for wanted, got in found if not wanted),
    )


def wrong(those: tuple[Sentence, ...]) -> tuple[str, ...]:
    """Return what went wrong, a line each."""
    said = []
    for one in those:
        got = frozenset(each.kind for each in find(one.text))
        if got != one.kinds:
            said.append(f"{','.join(sorted(one.kinds)) or '-'} -> {','.join(sorted(got)) or '-'} | {one.text}")
    return tuple(said)


def milliseconds(characters: int = 500, times: int = 300) -> tuple[float, float]:
    """Return the median and the 99th percentile of one look at a text of so many characters."""
    everything = " ".join(one.text for one in sentences("tuned") + sentences("unseen"))
    taken = []
    for place in range(times):
        start = place * 37 % (len(everything) - characters)
        text = everything[start : start + characters]
        begin = time.perf_counter()
        find(text, unfinished=True)
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=100)[98]


def main() -> None:
    """Print the figures, and with `-v` what went wrong."""
    for which in ("tuned", "unseen"):
        those = sentences(which)
        result = score(those)
        print(
            f"{which}: {len(those)} sentences, recall {result.recall:.0%}, precision {result.precision:.0%}, "
            f"{result.alarms} false alarms in {result.ordinary} ordinary sentences ({result.alarm_rate:.1%})"
        )
        if "-v" in sys.argv and (which == "tuned" or "-a" in sys.argv):
            print(*wrong(those), sep="\n")
    median, worst = milliseconds()
    print(f"a look at 500 characters: median {median:.2f} ms, p99 {worst:.2f} ms")


if __name__ == "__main__":
    main()
