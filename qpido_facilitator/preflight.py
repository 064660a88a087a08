"""The check-list before the start: what is ready, what is open, and what nobody knows.

An open row carries the button that mends it. Nothing here ever holds up the start.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.cloud import is_only_in_the_cloud
from qpido_facilitator.media.checklist import FilmRow, film_rows, sound_row
from qpido_facilitator.media.probed import Probed, Progress
from qpido_facilitator.plan.model import AnyItem, Film, SessionPlan
from qpido_facilitator.resources import Places
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.audience import review_mark
from qpido_facilitator.show.learning import Learned, learned_text, suggested
from qpido_facilitator.words import Words

State = Literal["ready", "open", "unknown", "busy", "fault", "hint"]
Mend = Literal[
    "", "swap-screens", "see-reviews", "see-lengths", "choose-folder", "open-link", "see-problems", "share-test",
    "test-sound", "make-pack",
]  # fmt: skip


class Check(Struct, frozen=True):
    """A row of the list; neither `unknown` nor `busy` ever counts as ready, and a `hint` asks for nothing.

    `mend` is what its button does, `button` its words.
    """

    state: State
    text: str
    below: str = ""
    mend: Mend = ""
    button: str = ""
    subject: str = ""


class FilmsSeen(Struct, frozen=True):
    """What is known of the films: what was `found` by the name of the file, and which one is looked at `now`.

    `opened` tells when a link was last opened on this laptop.
    """

    found: Mapping[str, Probed] = {}
    now: Progress | None = None
    opened: Callable[[str], date | None] = lambda _link: None


class ScreensSeen(Struct, frozen=True):
    """How many screens there are, and the number of the one that participants will see."""

    count: int
    audience: int = 1
    full: bool = False


def unreviewed(items: Iterable[AnyItem], today: date, words: Words) -> tuple[AnyItem, ...]:
    """Return the items whose content nobody has checked, or whose check ran out."""
    return tuple(item for item in items if review_mark(item.review, today, words))


def checks(
    plan: SessionPlan, file: Path, places: Places, screens: ScreensSeen, films: FilmsSeen, today: date, words: Words
) -> tuple[Check, ...]:
    """Return the rows for a session on this laptop; those of its files first."""
    return (
        *_files(plan, file, words),
        *_films(plan, films, today, words),
        _screens(screens, words),
        _reviews(plan.items(), today, words),
        _notes(places, words),
    )


def arrival_checks(view: RunView, screens: ScreensSeen, today: date, words: Words) -> tuple[Check, ...]:
    """Return the rows for a run while people come in."""
    items = tuple(entry.item for entry in view.agenda.entries)
    heard = any(isinstance(item, Film) and item.watching == "shared" for item in items)
    sound = (_film_check(sound_row(view.films.sound_heard, words), words),) if heard else ()
    return (*sound, _screens(screens, words), _reviews(items, today, words))


def problem_checks(problems: tuple[str, ...], words: Words) -> tuple[Check, ...]:
    """Return the row of a session file that cannot be read; its sentences say where and what."""
    text = words.plural("{n} problem in the file", "{n} problems in the file", len(problems))
    return (Check("fault", text, problems[0] if problems else "", "see-problems", words.say("View")),)


def lessons_check(plan: SessionPlan, found: tuple[Learned, ...], words: Words) -> tuple[Check, ...]:
    """Return the row that says what items take in practice, () while past sessions say nothing clear."""
    lengths = suggested(plan, found)
    telling = sorted((one for one in found if one.item in lengths), key=lambda one: -abs(one.off))
    if not telling:
        return ()
    text = words.plural("{n} item takes another time", "{n} items take another time", len(telling))
    first = words.say("{what}: {times}", what=telling[0].title, times=learned_text(telling[0], words))
    return (Check("hint", text, first, "see-lengths", words.say("View")),)


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
    films = {file.parent / item.file for item in plan.items() if isinstance(item, Film)}  # they have rows of their own
    missing = [path for path in needed if path not in films and not path.is_file()]
    away = [path for path in needed if path not in missing and is_only_in_the_cloud(path)]
    if missing:
        text = words.plural("{n} file not found", "{n} files not found", len(missing))
        return [Check("open", text, _names(missing))]
    if away:
        text = words.plural("{n} file is only in the cloud", "{n} files are only in the cloud", len(away))
        return [Check("open", text, words.say("Keep on this laptop: {files}", files=_names(away)))]
    return [Check("ready", words.say("Session file"), words.say("Read without problems"))]


def _films(plan: SessionPlan, seen: FilmsSeen, today: date, words: Words) -> list[Check]:
    rows = film_rows(plan, seen.found, seen.opened, today, words)
    return [replace(_film_check(row, words), below=_far(row, seen.now, words)) for row in rows]


def _film_check(row: FilmRow, words: Words) -> Check:
    buttons = {"open-link": words.say("Open"), "test-sound": words.say("Test tone"), "": ""}
    return Check(row.state, row.text, row.below, row.act, buttons[row.act], row.link)


def _far(row: FilmRow, now: Progress | None, words: Words) -> str:
    """Return how far the looking is, below a film that still waits for its turn."""
    if row.state != "busy" or now is None:
        return row.below
    return words.say("{n} of {total}", n=now.number, total=now.total)


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
