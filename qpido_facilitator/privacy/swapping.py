"""Other words for what was found: wherever it stands as a whole, in any case of letters."""

from __future__ import annotations

import re
from collections.abc import Callable


def pattern_of(found: str) -> re.Pattern[str]:
    """Return what finds these words as a whole: "Sam" is not in "samen"."""
    words = r"\s+".join(map(re.escape, found.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def swapping(found: str, fresh: str) -> Callable[[str], str]:
    """Return what gives a text other words for what was found; nothing for "", and then no gap is left."""
    pattern = pattern_of(found)

    def swap(text: str) -> str:
        if not pattern.search(text):
            return text
        swapped = pattern.sub(lambda _: fresh, text)
        if fresh:
            return swapped
        return re.sub(r"[ \t]+([.,;:!?])", r"\1", re.sub(r"[ \t]{2,}", " ", swapped)).strip()

    return swap
