"""The check-list before the start: what is ready, what is open, and what nobody knows.

An open row carries the button that mends it. Nothing here ever holds up the start.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from qpido_facilitator.cloud import is_only_in_the_cloud
from qpido_facilitator.plan.model import AnyItem, Film, SessionPlan
from qpido_facilitator.resources import Places
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.words import Words

State = Literal["ready", "open", "unknown", "fault"]
Mend = Literal["", "swap-screens", "see-reviews", "choose-folder", "open-link", "see-problems", "share-test"]


class Check(Struct, frozen=True):
    """A row of the list; `unknown` never counts as ready. `mend` is what its button does, `button` its words."""

    state: State
    text: str
    below: str = ""
    mend: Mend = ""
    button: str = ""
    subject: str = ""


class ScreensSeen(Struct, frozen=True):
    """How many screens there are, and the number of the one that participants will see."""

    count: int
    audience: int = 1
    full: bool = False


def unreviewed(items: Iterable[AnyItem], today: date, words: Words) -> tuple[AnyItem, ...]:
    """Return the items whose content nobody has checked, or whose check ran out."""
    return tuple(item for item in items if review_mark(item.review, today, words))


def checks(
    plan: SessionPlan, file: Path, places: Places, screens: ScreensSeen, today: date, words: Words
) -> tuple[Check, ...]:
    """Return the rows for a session on this laptop; those of its files first."""
    return (
        *_files(plan, file, words),
        *_linked_films(plan, words),
        _screens(screens, words),
        _reviews(plan.items(), today, words),
        _notes(places, words),
    )


def arrival_checks(view: RunView, screens: ScreensSeen, today: date, words: Words) -> tuple[Check, ...]:
    """Return the rows for a run while people come in."""
    return _screens(screens, words), _reviews((entry.item for entry in view.agenda.entries), today, words)


def problem_checks(problems: tuple[str, ...], words: Words) -> tuple[Check, ...]:
    """Return the row of a session file that cannot be read; its sentences say where and what."""
    text = words.plural("{n} problem in the file", "{n} problems in the file", len(problems))
    return (Check("fault", text, problems[0] if problems else "", "see-problems", words.say("View")),)


def is_writable(folder: Path) -> bool:
    """Say whether a file can really be made in a folder."""
    probe = folder / f".probe-{os.getpid()}"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"1")
        probe.unlink()
        return True
    return False


def files_of(plan: SessionPlan, file: Path) -> tuple[Path, ...]:
    """Return every file a session needs: its own, and the films and pictures it names."""
    named = (getattr(item, "file", "") for item in plan.items())
    return (file, *(file.parent / name for name in named if name))


def _files(plan: SessionPlan, file: Path, words: Words) -> list[Check]:
    needed = files_of(plan, file)
    missing = [path for path in needed if not path.is_file()]
    away = [path for path in needed if path not in missing and is_only_in_the_cloud(path)]
    if missing:
        text = words.plural("{n} file not found", "{n} files not found", len(missing))
        return [Check("open", text, _names(missing))]
    if away:
        text = words.plural("{n} file is only in the cloud", "{n} files are only in the cloud", len(away))
        return [Check("open", text, words.say("Keep on this laptop: {files}", files=_names(away)))]
    return [Check("ready", words.say("Session file"), words.say("Read without problems"))]


def _linked_films(plan: SessionPlan, words: Words) -> list[Check]:
    films = [item for item in plan.items() if isinstance(item, Film) and item.link and not item.file]
    below = words.say("Open the link once before the start: advertisements, cookies, sound")
    return [
        Check(
            "unknown",
            words.say("Film by link: {title}", title=film.short or film.title),
            below,
            "open-link",
            words.say("Open"),
            film.link,
        )
        for film in films
    ]


def _notes(places: Places, words: Words) -> Check:
    if is_writable(places.runs):
        return Check("ready", words.say("Notes on this laptop"), words.say("The folder can be written"))
    text = words.say("Notes cannot be saved")
    below = words.say("The folder {folder} cannot be written", folder=places.runs)
    return Check("open", text, below, "choose-folder", words.say("Other folder"))


def _screens(screens: ScreensSeen, words: Words) -> Check:
    if screens.count < 2:
        below = words.say("Share only the participants' window")
        return Check("ready", words.say("One screen: the windows share it"), below)
    text = words.say("Participants' window on screen {n}", n=screens.audience)
    return Check("ready", text, words.say("Share only that window"), "swap-screens", words.say("Swap"))


def _reviews(items: Iterable[AnyItem], today: date, words: Words) -> Check:
    open_items = unreviewed(items, today, words)
    if not open_items:
        return Check("ready", words.say("Everything is checked"))
    text = words.plural("{n} item not checked", "{n} items not checked", len(open_items))
    names = ", ".join(item.short or item.title for item in open_items)
    return Check("open", text, names, "see-reviews", words.say("View"))


def _names(paths: list[Path]) -> str:
    return ", ".join(path.name for path in paths)
