"""Places between places: order keys that never need renumbering.

A key is the digits of a fraction: "25" comes between "2" and "3". Two laptops that take the same place are
told apart by the id, so nothing has to be agreed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence


def between(before: str, after: str | None) -> str:
    """Return a key after `before` and before `after` (None: no end)."""
    before, after = _digits(before), _digits(after or "") or None
    out = ""
    place = 0
    while True:
        low = int(before[place]) if place < len(before) else 0
        high = int(after[place]) if after is not None and place < len(after) else 10
        if after is not None and place >= len(after):
            high = 10
        if high - low > 1:
            return out + str((low + high) // 2)
        out += str(low)
        if low != high:
            after = None
        place += 1


def first_keys(count: int) -> tuple[str, ...]:
    """Return keys for things that are in order already, with room between them."""
    width = len(str(count))
    return tuple(f"{number:0{width}d}5" for number in range(count))


def keys_to_move(keys: Sequence[str], at: int, to: int) -> Mapping[int, str]:
    """Return the new keys, by place, with which one of several things in order comes to stand at another place.

    It is one key where there is room; where two have the same, as two groups that became one can, every one gets its
    own.
    """
    rest = [place for place in range(len(keys)) if place != at]
    low = keys[rest[to - 1]] if to else ""
    high = keys[rest[to]] if to < len(rest) else None
    key = between(low, high)
    if low < key and (high is None or key < high):
        return {at: key}
    rest.insert(to, at)
    return dict(zip(rest, first_keys(len(rest)), strict=True))


def _digits(key: str) -> str:
    """Return the digits a key starts with: one of another laptop may hold anything, and be of any length."""
    found = re.match("[0-9]{1,4000}", key)
    return found[0] if found else ""
