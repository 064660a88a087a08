"""The check-list before the start: what is ready, what is open, and what nobody knows."""

from __future__ import annotations

import contextlib
import os
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from qpido_facilitator.plan.model import Film, SessionPlan
from qpido_facilitator.resources import Places
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.words import Words

State = Literal["ready", "open", "unknown"]


class Check(Struct, frozen=True):
    """A row of the list; `unknown` never counts as ready."""

    state: State
    text: str
    below: str = ""


def unreviewed(plan: SessionPlan, today: date, words: Words) -> tuple[str, ...]:
    """Return the titles of the items whose content nobody has checked, or whose check ran out."""
    return tuple(item.short or item.title for item in plan.items() if review_mark(item.review, today, words))


def checks(plan: SessionPlan, places: Places, screens: int, today: date, words: Words) -> tuple[Check, ...]:
    """Return the rows for a session on this laptop."""
    rows = [_notes(places, words), _screens(screens, words), _reviews(plan, today, words)]
    films = sum(isinstance(item, Film) and bool(item.link) and not item.file for item in plan.items())
    if films:
        rows.append(
            Check(
                "unknown",
                words.plural("{n} film by link", "{n} films by link", films),
                words.say("Open the link once before the start: advertisements, cookies, sound"),
            )
        )
    return tuple(rows)


def is_writable(folder: Path) -> bool:
    """Say whether a file can really be made in a folder."""
    probe = folder / f".probe-{os.getpid()}"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"1")
        probe.unlink()
        return True
    return False


def _notes(places: Places, words: Words) -> Check:
    if is_writable(places.runs):
        return Check("ready", words.say("Notes on this laptop"), words.say("The folder can be written"))
    text = words.say("Notes cannot be saved")
    return Check("open", text, words.say("The folder {folder} cannot be written", folder=places.runs))


def _screens(screens: int, words: Words) -> Check:
    if screens > 1:
        return Check("ready", words.say("Participants' window on screen 2"), words.say("Share only that window"))
    text = words.say("One screen: the windows share it")
    return Check("ready", text, words.say("Share only the participants' window"))


def _reviews(plan: SessionPlan, today: date, words: Words) -> Check:
    open_items = unreviewed(plan, today, words)
    if not open_items:
        return Check("ready", words.say("Everything is checked"))
    text = words.plural("{n} item not checked", "{n} items not checked", len(open_items))
    return Check("open", text, ", ".join(open_items))
