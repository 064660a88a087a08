"""The smallest set of items that gives enough time back.

Fewest items first. Of sets as small: fewest left out, then fewest with only their questions shortened. Of those
the one with the most room, so that nothing is squeezed more than it has to be; of equals the sooner items, because
the end is the part that matters.
"""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from qpido_facilitator.show.candidates import NOTHING, Candidate, Cut


class Choice(Struct, frozen=True):
    """An item that was chosen, and what of it."""

    item: str
    kind: str
    cut: Cut


def chosen(candidates: tuple[Candidate, ...], need: timedelta) -> tuple[Choice, ...]:
    """Return the smallest set that gives `need`, in the order of the agenda; everything when that is not enough."""
    useful = [one for one in candidates if one.best > NOTHING]
    if need <= NOTHING:
        return ()
    if sum((one.best for one in useful), NOTHING) < need:
        return tuple(_deepest(one) for one in useful)
    count = _fewest(useful, need)
    kept, left_out = _fewest_left_out(useful, need, count)
    kept = _fewest_questions(useful, need, kept, left_out)
    return _mildest(useful, need, kept, left_out)


def _deepest(one: Candidate) -> Choice:
    if one.skip and one.skip.gain > one.base:
        return Choice(one.item, "skip", one.skip)
    return Choice(one.item, one.kind, one.cuts[-1])


def _fewest(useful: list[Candidate], need: timedelta) -> int:
    total = NOTHING
    for count, one in enumerate(sorted(useful, key=lambda one: -one.best), 1):
        total += one.best
        if total >= need:
            return count
    return len(useful)


def _fewest_left_out(useful: list[Candidate], need: timedelta, count: int) -> tuple[set[int], set[int]]:
    """Return which to shorten and which to leave out: at most `count` together, as few as possible of the second.

    One more is left out at a time, each time the one that gives most: it was shortened already, or it takes the
    place of the one that gives least. No longer exchange can give more, so what is found is the best there is.
    """
    order = sorted(range(len(useful)), key=lambda place: (-useful[place].base, place))
    kept = {place for place in order[:count] if useful[place].base > NOTHING}
    left_out: set[int] = set()
    while _total(useful, kept, left_out) < need:
        least = min(kept, key=lambda place: (useful[place].base, -place), default=None)
        full = len(kept) + len(left_out) >= count
        lost = useful[least].base if least is not None and full else NOTHING
        found: list[tuple[timedelta, int]] = []
        for place, one in enumerate(useful):
            if one.skip and place not in left_out:
                found.append((one.skip.gain - (one.base if place in kept else lost), -place))
        _, place = max(found)
        place = -place
        if place not in kept and full and least is not None:
            kept.discard(least)
        kept.discard(place)
        left_out.add(place)
    return kept, left_out


def _fewest_questions(useful: list[Candidate], need: timedelta, kept: set[int], left_out: set[int]) -> set[int]:
    """Return the same number to shorten, with as few as possible of which only questions are shortened."""
    kept = set(kept)
    for place in sorted((one for one in kept if useful[one].kind == "question"), key=lambda one: useful[one].base):
        others = [n for n, one in enumerate(useful) if one.kind == "shorten" and n not in kept | left_out]
        best = max(others, key=lambda n: (useful[n].base, -n), default=None)
        if best is not None and _total(useful, kept - {place} | {best}, left_out) >= need:
            kept = kept - {place} | {best}
    return kept


def _mildest(useful: list[Candidate], need: timedelta, kept: set[int], left_out: set[int]) -> tuple[Choice, ...]:
    """Return the choices, what is more than needed given back to the latest items first."""
    spare = _total(useful, kept, left_out) - need
    choices: dict[int, Choice] = {}
    for place in sorted(kept, reverse=True):
        one = useful[place]
        cut = one.at_least(one.base - spare)
        spare -= one.base - cut.gain
        choices[place] = Choice(one.item, one.kind, cut)
    for place in left_out:
        skip = useful[place].skip
        if skip:
            choices[place] = Choice(useful[place].item, "skip", skip)
    return tuple(choice for _, choice in sorted(choices.items()))


def _total(useful: list[Candidate], kept: set[int], left_out: set[int]) -> timedelta:
    skips = (useful[place].skip for place in left_out)
    return sum((one.gain for one in skips if one), sum((useful[place].base for place in kept), NOTHING))
