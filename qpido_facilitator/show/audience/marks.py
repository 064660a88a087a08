"""Marks in the corner: was this checked by someone who knows, and is this a rehearsal."""

from __future__ import annotations

from datetime import date

from qpido_facilitator.plan.model import Review
from qpido_facilitator.show.audience.slides import Mark
from qpido_facilitator.words import Words


def review_mark(review: Review | None, today: date, words: Words) -> Mark | None:
    """Return the mark of an item whose review is not in order, or None when there is nothing to say."""
    if review is None:
        return None
    if review.status != "reviewed":
        return Mark(words.say("Not checked yet"), "not-checked")
    if review.due is None:
        return None
    due = _day(review.due)
    if due is None:
        return Mark(words.say("Not checked yet"), "not-checked")
    return Mark(words.say("Check expired"), "check-expired") if due < today else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
