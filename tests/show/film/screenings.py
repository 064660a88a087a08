"""A run with a film in it, for tests."""

from __future__ import annotations

from typing import Any

from qpido_facilitator.plan.model import Discussion, Film, Moment, Part, Question, SessionPlan, StopPoint, Text

OWN = (Question("guess", "What happens next?", short="Guess", minutes=2),)
AFTER = (Question("why", "Why did it happen?"), Question("what", "What would you do?"))


def film(**more) -> Film:
    """Return a film by file."""
    fields: dict[str, Any] = {"id": "film", "title": "A film", "file": "a.mp4", "minutes": 8} | more
    return Film(**fields)


def plan(shown: Film, *, questions=AFTER) -> SessionPlan:
    """Return a session of a film, a pause and the discussion of the film."""
    items = (Text(id="first", minutes=5), shown, Text(id="pause"), Discussion(id="talk", questions=questions))
    return SessionPlan(id="s", title="S", parts=(Part("p", "P", items=items),))


def stops(*pairs) -> tuple[StopPoint, ...]:
    """Return stop points of (time, question)."""
    return tuple(StopPoint(at, question) for at, question in pairs)


def moments(*pairs) -> tuple[Moment, ...]:
    """Return moments of (time, text)."""
    return tuple(Moment(at, text) for at, text in pairs)
