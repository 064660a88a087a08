"""What of the plan goes into documents: step plans, links and help lines, and what was checked by whom."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from qpido_facilitator.plan.model import Review, Source, Steps
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.show.labels import item_label
from qpido_facilitator.show.links import session_links
from qpido_facilitator.words import Words


class StepPlan(Struct, frozen=True):
    """A step plan: what it is for, its steps in order, whether it was checked, and its sources."""

    title: str
    text: str
    steps: tuple[str, ...]
    review: str = ""
    sources: tuple[str, ...] = ()


class HelpLine(Struct, frozen=True):
    """A link or a help line; `checked` is when a person last looked whether it is right, in words."""

    label: str
    phone: str
    url: str
    note: str
    help: bool
    checked: str


class Checked(Struct, frozen=True):
    """An item whose content is to be checked by someone who knows: how that stands, and its sources."""

    title: str
    review: str
    sources: tuple[str, ...]


def step_plans(view: RunView, today: date, words: Words) -> tuple[StepPlan, ...]:
    """Return the step plans of a session, also of those that were skipped for want of time."""
    items = (entry.item for entry in view.agenda.entries)
    return tuple(
        StepPlan(
            item.title or item_label(item),
            item.text,
            tuple(_flat(item)),
            review_line(item.review, today, words),
            _sources(item.review, words),
        )
        for item in items
        if isinstance(item, Steps) and item.points
    )


def help_lines(view: RunView, words: Words) -> tuple[HelpLine, ...]:
    """Return the links of a session, each once, the help lines first."""
    return tuple(
        HelpLine(link.label, link.phone, link.url, link.note, link.help, checked_on(link.checked, words))
        for link in session_links(view)
    )


def checked_items(view: RunView, today: date, words: Words) -> tuple[Checked, ...]:
    """Return every item with content that somebody has to check, in the order of the agenda."""
    items = (entry.item for entry in view.agenda.entries)
    return tuple(
        Checked(item.title or item_label(item), review_line(item.review, today, words), _sources(item.review, words))
        for item in items
        if item.review is not None
    )


def review_line(review: Review | None, today: date, words: Words) -> str:
    """Return how the check of an item stands, in a sentence; "" for an item that needs none."""
    if review is None:
        return ""
    mark = review_mark(review, today, words)
    if mark is not None and review.status != "reviewed":
        return (
            words.say("{mark}; to be checked by: {role}", mark=mark.text, role=review.role)
            if review.role
            else mark.text
        )
    said = words.say("Checked")
    day = _day(review.on)
    if day and review.role:
        said = words.say("Checked on {day} by: {role}", day=_whole(day, words), role=review.role)
    elif day:
        said = words.say("Checked on {day}", day=_whole(day, words))
    due = _day(review.due)
    if mark is not None and due:
        return words.say("{checked}; the check expired on {day}", checked=said, day=_whole(due, words))
    return f"{said}; {mark.text}" if mark is not None else said


def checked_on(day: str | None, words: Words) -> str:
    """Return when a link was last looked up, or that nobody did."""
    found = _day(day)
    return words.say("looked up on {day}", day=_whole(found, words)) if found else words.say("not looked up yet")


def _sources(review: Review | None, words: Words) -> tuple[str, ...]:
    return tuple(_source(one, words) for one in review.sources) if review else ()


def _source(source: Source, words: Words) -> str:
    named = f"{source.label}, {source.url}" if source.url else source.label
    return words.say("{source} ({checked})", source=named, checked=checked_on(source.checked, words))


def _flat(item: Steps) -> list[str]:
    return [": ".join([point.text, "; ".join(one.text for one in point.points)]) if point.points else point.text
            for point in item.points]  # fmt: skip


def _whole(day: date, words: Words) -> str:
    return f"{words.day(day)} {day.year}"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
