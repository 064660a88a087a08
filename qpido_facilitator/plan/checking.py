"""The command `check`: say of session files what is wrong with them, or that they are in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from qpido_facilitator.plan.loader import load
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.words import Words

CLEAN, PROBLEMS, USAGE = 0, 1, 2


def check(paths: Sequence[Path], words: Words, out: TextIO) -> int:
    """Print every problem of every file and return 0, 1 when there is an error, 2 when there is no file."""
    if not paths:
        print(words.say("Which session file? Write: check FILE…"), file=out)
        return USAGE
    return max(_check(path, words, out) for path in paths)


def _check(path: Path, words: Words, out: TextIO) -> int:
    loaded = load(path)
    for problem in loaded.problems:
        print(problem.sentence(words), file=out)
    if loaded.plan is None:
        return PROBLEMS
    print(_in_order(path.name, loaded.plan, words), file=out)
    return CLEAN


def _in_order(name: str, plan: SessionPlan, words: Words) -> str:
    items = plan.items()
    count = words.plural("{n} item", "{n} items", len(items))
    total = round(sum(item.minutes or 0 for item in items))
    length = words.plural("{n} minute", "{n} minutes", total)
    return words.say("{file}: in order, {items}, {minutes}", file=name, items=count, minutes=length)
