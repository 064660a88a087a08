"""The lists: names, family names, places. Read once, when the first text is looked at."""

from __future__ import annotations

from functools import cache

from qpido_facilitator.resources import shipped


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list in `assets/privacy`, in small letters."""
    lines = (shipped("assets") / "privacy" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
