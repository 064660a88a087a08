"""What the fields of a film say of one another, and of the questions that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from qpido_facilitator.plan.amounts import seconds
from qpido_facilitator.plan.model import AnyItem, Discussion, Film, Question, SessionPlan
from qpido_facilitator.plan.nearest import nearest
from qpido_facilitator.plan.places import Places, Route
from qpido_facilitator.plan.problems import Problems
from qpido_facilitator.words import noted

SUBTITLES = (".srt", ".vtt")


class _Placed(Struct, frozen=True):
    """A film, where it stands, and the questions that its stop points may bring up."""

    film: Film
    route: Route
    questions: tuple[Question, ...]


def discussed(after: Iterable[AnyItem]) -> Discussion | None:
    """Return the discussion that belongs to a film, of the items behind it: the first, if no film comes before it."""
    for item in after:
        if isinstance(item, Film):
            return None
        if isinstance(item, Discussion):
            return item
    return None


def check_films(plan: SessionPlan, places: Places, problems: Problems) -> None:
    """Note what of the films does not fit together; every question has its id by now."""
    for one in _placed(plan):
        _check_source(one, places, problems)
        _check_clip(one, places, problems)
        _check_stops(one, places, problems)


def _placed(plan: SessionPlan) -> Iterator[_Placed]:
    items = plan.items()
    routes = [("parts", n, "items", at) for n, part in enumerate(plan.parts) for at in range(len(part.items))]
    for number, (item, route) in enumerate(zip(items, routes, strict=True)):
        if isinstance(item, Film):
            follows = discussed(items[number + 1 :])
            yield _Placed(item, route, item.questions + (follows.questions if follows else ()))


def _check_source(one: _Placed, places: Places, problems: Problems) -> None:
    film, at = one.film, places.of(*one.route)
    if not film.link and not film.file:
        said = noted("this film has no link and no file, so there is nothing to play; add link: or file:")
        problems.warn(at, said)
    elif film.watching == "by-themselves" and not film.link:
        said = noted("everyone watches by themselves, and there is no link to do so; add link:")
        problems.add(places.of(*one.route, "watching"), said)
    if film.subtitles and not film.file:
        said = noted("subtitles go with a file:, and this film is only a link; take subtitles out")
        problems.add(places.of(*one.route, "subtitles"), said)
    elif film.subtitles and not film.subtitles.lower().endswith(SUBTITLES):
        said = noted("subtitles is “{file}”; write the name of a file that ends in .srt or .vtt")
        problems.add(places.of(*one.route, "subtitles"), said, file=film.subtitles)


def _check_clip(one: _Placed, places: Places, problems: Problems) -> None:
    film = one.film
    if film.start and film.end and seconds(film.start) >= seconds(film.end):
        said = noted("end is {end}, not after the start at {start}; write the time at which the film has to stop")
        problems.add(places.of(*one.route, "end"), said, start=film.start, end=film.end)
        return
    for number, moment in enumerate(film.moments):
        if moment.at and not _within(film, moment.at):
            at = places.of(*one.route, "moments", number, "at")
            problems.warn(at, noted("this moment at {due} is not in the part of the film that is shown"), due=moment.at)


def _check_stops(one: _Placed, places: Places, problems: Problems) -> None:
    known = {question.id for question in one.questions}
    seen: set[int] = set()
    for number, stop in enumerate(one.film.stops):
        route = (*one.route, "stops", number)
        if stop.at and (not _within(one.film, stop.at) or _at_an_edge(one.film, stop.at)):
            said = noted("this stop at {due} is not within the part of the film that is shown; choose a time inside it")
            problems.add(places.of(*route, "at"), said, due=stop.at)
        if stop.at and seconds(stop.at) in seen:
            said = noted("there is a stop at {due} already; keep one of the two")
            problems.add(places.of(*route, "at"), said, due=stop.at)
        seen.add(seconds(stop.at or "0"))
        if stop.question and stop.question not in known:
            _unknown_question(stop.question, sorted(known), places, route, problems)
    if one.film.stops and one.film.link and not one.film.plays:
        said = noted("a film by link cannot be paused by the app; its stops are shown to the trainer as a reminder")
        problems.warn(places.of(*one.route, "stops"), said)


def _unknown_question(name: str, known: list[str], places: Places, route: Route, problems: Problems) -> None:
    at, near = places.of(*route, "question"), nearest(name, known)
    if near:
        said = noted("there is no question “{name}” in this film or its discussion; did you mean “{near}”?")
    elif known:
        said = noted("there is no question “{name}” in this film or its discussion; there are {known}")
    else:
        said = noted("there is no question “{name}”; add questions to this film, or a discussion behind it")
    problems.add(at, said, name=name, near=near, known=", ".join(known))


def _within(film: Film, moment: str) -> bool:
    begin, end = seconds(film.start or "0:00"), seconds(film.end) if film.end else None
    return begin <= seconds(moment) and (end is None or seconds(moment) <= end)


def _at_an_edge(film: Film, moment: str) -> bool:
    """Return whether the film stands still there anyway: where it begins, or where it ends."""
    edges = {seconds(film.start or "0:00"), *((seconds(film.end),) if film.end else ())}
    return seconds(moment) in edges
