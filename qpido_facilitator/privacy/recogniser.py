"""All that looks like a person in one text, in order, nothing told twice."""

from __future__ import annotations

from collections.abc import Collection

from qpido_facilitator.privacy.finding import Finding

MOST_LOOKED_AT = 16_000


def find(text: str, *, unfinished: bool = False) -> tuple[Finding, ...]:
    """Return what looks like a person in a text, in order and without overlap: the longer finding counts.

    `unfinished` is a text that is being typed: the word at its very end is not judged before it is ended.
    """
    # the patterns are compiled when there is something to look at: that takes 40 ms, and windows open without it
    from qpido_facilitator.privacy.names import names
    from qpido_facilitator.privacy.numbers import numbers
    from qpido_facilitator.privacy.schools import schools

    looked = text[:MOST_LOOKED_AT]
    found = [*numbers(looked), *schools(looked), *names(looked, unfinished)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Finding] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
        else:
            kept.append(one)
    return tuple(kept)


def standing(text: str, accepted: Collection[str] = (), *, unfinished: bool = False) -> tuple[Finding, ...]:
    """Return the findings that nobody said are fine; `accepted` are their texts."""
    fine = {one.casefold() for one in accepted}
    return tuple(one for one in find(text, unfinished=unfinished) if one.text.casefold() not in fine)


def holds_back(text: str, accepted: Collection[str] = ()) -> bool:
    """Say whether a draft may not become a note yet, because a finding stands that nobody said is fine."""
    return bool(standing(text, accepted))
