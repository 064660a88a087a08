"""What a scalar means where the model wants a number, a yes or no, a date or a moment."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from typing import TYPE_CHECKING

from qpido_facilitator.words import noted

if TYPE_CHECKING:
    from qpido_facilitator.plan.said import Said

MOST_MINUTES = 1440
MOST_GROUPS = 15
MOST_DAYS = 3650

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?\Z")
_NUMBER_WITHIN = re.compile(r"[0-9]{1,6}([.,][0-9]{1,6})?")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?\Z")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})\Z")
_CUE = re.compile(r"(half|end|-?[0-9]{1,4}(\.[0-9]{1,3})?)\Z")
_YES = frozenset(("ja", "yes", "true"))
_NO = frozenset(("nee", "no", "false"))


def minutes(said: Said) -> float | None:
    """Return a length in minutes."""
    written = said.text
    if _NUMBER.match(written):
        number = float(written)
        if number <= MOST_MINUTES:
            return number
        said.wrong(noted("{name} is {said}; {most} minutes is the most, a whole day"), most=MOST_MINUTES)
    elif _CLOCK.match(written):
        parts = [int(part) for part in written.split(":")]
        hours, mins = f"{parts[0] * 60 + parts[1]}", _figure(parts[0] + parts[1] / 60)
        said.wrong(
            noted("{name} is “{said}”; write {hours} (hours and minutes) or {mins} (minutes and seconds)"),
            hours=hours,
            mins=mins,
        )
    elif re.match(r"[-−–] ?[0-9]", written):
        said.wrong(noted("{name} is {said}; a length cannot be below zero, leave it out when it is not known"))
    else:
        _suggest(said, noted("{name} is “{said}”; write a number of minutes, such as 5, or leave it out"))
    return None


def whole(said: Said) -> int | None:
    """Return a number of groups."""
    if re.match(r"[0-9]{1,3}\Z", said.text):
        number = int(said.text)
        if number <= MOST_GROUPS:
            return number
        said.wrong(noted("{name} is {said}; {most} groups is the most"), most=MOST_GROUPS)
    else:
        _suggest(said, noted("{name} is “{said}”; write a whole number, such as 4"), whole_only=True)
    return None


def days(said: Said) -> int | None:
    """Return a number of days."""
    if re.match(r"[0-9]{1,6}\Z", said.text) and 1 <= int(said.text) <= MOST_DAYS:
        return int(said.text)
    said.wrong(noted("{name} is “{said}”; write a number of days from 1 to {most}, such as 30"), most=MOST_DAYS)
    return None


def _suggest(said: Said, otherwise: str, whole_only: bool = False) -> None:
    """Say which number was probably meant, when there is one in it: "5 min", "7,5"."""
    found = _NUMBER_WITHIN.findall(said.text) and _NUMBER_WITHIN.search(said.text)
    if found and len(_NUMBER_WITHIN.findall(said.text)) == 1:
        number = float(found.group().replace(",", "."))
        if number <= (MOST_GROUPS if whole_only else MOST_MINUTES) and not (whole_only and number % 1):
            said.wrong(noted("{name} is “{said}”; write {right}"), right=_figure(number))
            return
    said.wrong(otherwise)


def _figure(number: float) -> str:
    return f"{round(number, 2):g}"


def switch(said: Said) -> bool | None:
    """Return yes or no, in Dutch or English."""
    lowered = said.text.lower()
    if lowered in _YES | _NO:
        return lowered in _YES
    said.wrong(noted("{name} is “{said}”; write yes or no"))
    return None


def day(said: Said) -> str | None:
    """Return an ISO date, one that exists."""
    if _is_day(said.text):
        return said.text
    turned = _DAY_FIRST.match(said.text)
    right = f"{turned[3]}-{int(turned[2]):02}-{int(turned[1]):02}" if turned else ""
    if right and _is_day(right):
        said.wrong(noted("{name} is “{said}”; write {right}"), right=right)
    else:
        said.wrong(noted("{name} is “{said}”, which is no date; write year, month, day, such as 2026-11-24"))
    return None


def _is_day(written: str) -> bool:
    with contextlib.suppress(ValueError):
        return bool(_DAY.match(written)) and bool(date.fromisoformat(written))
    return False


def moment(said: Said) -> str | None:
    """Return a place in a film."""
    if _CLOCK.match(said.text):
        return said.text
    said.wrong(noted("{name} is “{said}”; write minutes and seconds, such as 1:30"))
    return None


def seconds(written: str) -> int:
    """Return a place in a film, already checked, in seconds."""
    total = 0
    for part in written.split(":"):
        total = total * 60 + int(part)
    return total


def cue(said: Said) -> str | None:
    """Return when a cue is due."""
    if _CUE.match(said.text):
        return said.text
    said.wrong(noted("{name} is “{said}”; write half, end, 5 (minutes after the start) or -2 (minutes before the end)"))
    return None
