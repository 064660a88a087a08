"""Sentences that trainers say aloud."""

from __future__ import annotations

from qpido_facilitator.words import Words


def spoken_notice(days: int, words: Words) -> str:
    """Return what participants hear before anything is noted; `days` is how long notes are kept."""
    return words.plural(
        "We write down answers by group, without names. We keep them for at most {n} day after this session. "
        "Nothing is recorded.",
        "We write down answers by group, without names. We keep them for at most {n} days after this session. "
        "Nothing is recorded.",
        days,
    )
