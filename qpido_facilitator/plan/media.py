"""Films and pictures of a session: beside the session file or below it, and nowhere else."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from qpido_facilitator.plan.model import Film, Image, SessionPlan
from qpido_facilitator.plan.places import Places
from qpido_facilitator.plan.problems import Placed, Problems
from qpido_facilitator.words import noted

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
# names that Windows keeps for devices, in every folder and with every ending
_DEVICE = re.compile(r"(?:.*/)?(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:[./]|\Z)", re.IGNORECASE)
_BY_LINK = noted("“{file}” is not in the session's folder; the link will be used")
_BARE = noted("“{file}” is not in the session's folder; the film will be shown without subtitles")


def check_media(plan: SessionPlan, places: Places, problems: Problems, folder: Path | None) -> None:
    """Note every media file that may not be opened or is not there; without a folder only names are judged."""
    for number, part in enumerate(plan.parts):
        for place, item in enumerate(part.items):
            route = ("parts", number, "items", place)
            if isinstance(item, Film | Image) and item.file:
                instead = _BY_LINK if isinstance(item, Film) and item.link else ""
                _check(item.file, folder, places.of(*route, "file"), problems, instead)
            if isinstance(item, Film) and item.file and item.subtitles:
                _check(item.subtitles, folder, places.of(*route, "subtitles"), problems, _BARE)


def refused_name(file: str) -> str:
    """Return what is wrong with the name of a media file, as words to say, or "" for a name that may be opened.

    The name alone is judged, the same on every system: nothing outside the session's folder is even asked for.
    """
    if _SCHEME.match(file):
        return noted("“{file}” is an address; a file is a name beside the session, an address goes with link:")
    if file.startswith(("/", "\\", "~")) or ":" in file:
        return noted(
            "“{file}” points to a place on one computer; put the file beside the session and write its name only"
        )
    if _DEVICE.match(file):
        return noted("“{file}” is the name of a device on Windows; give the file another name")
    if "\\" in file:
        return noted("“{file}” has a backslash; write folders with /")
    if ".." in file.split("/"):
        return noted(
            "“{file}” points outside the session's folder; put the file beside the session and write its name only"
        )
    return ""


def _check(file: str, folder: Path | None, at: Placed, problems: Problems, instead: str) -> None:
    said = refused_name(file)
    if said:
        problems.add(at, said, file=file)
    elif folder is not None:
        _check_there(file, folder, at, problems, instead)


def _check_there(file: str, folder: Path, at: Placed, problems: Problems, instead: str) -> None:
    try:
        home = folder.resolve()
        place = (home / file).resolve()
        if not place.is_relative_to(home):
            said = noted("“{file}” leads outside the session's folder; copy the file itself into the folder")
            problems.add(at, said, file=file)
        elif (home / file).is_symlink():
            problems.add(at, noted("“{file}” is a link to another file; copy the file itself to its place"), file=file)
        elif not stat.S_ISREG(place.stat().st_mode):
            problems.add(
                at, noted("“{file}” is not a file that can be shown; write the name of a film or a picture"), file=file
            )
    except FileNotFoundError:
        if instead:
            problems.warn(at, instead, file=file)
        else:
            problems.add(at, noted("“{file}” is not in the session's folder; put it there or mend the name"), file=file)
    except (OSError, RuntimeError, ValueError):  # a loop of links is a RuntimeError
        problems.add(at, noted("“{file}” cannot be opened; copy the file itself into the session's folder"), file=file)
