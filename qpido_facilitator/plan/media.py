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


def check_media(plan: SessionPlan, places: Places, problems: Problems, folder: Path | None) -> None:
    """Note every media file that may not be opened or is not there; without a folder only names are judged."""
    for number, part in enumerate(plan.parts):
        for place, item in enumerate(part.items):
            if isinstance(item, Film | Image) and item.file:
                at = places.of("parts", number, "items", place, "file")
                if _may_be_named(item.file, at, problems) and folder is not None:
                    _check_there(item.file, folder, at, problems, bool(isinstance(item, Film) and item.link))


def _may_be_named(file: str, at: Placed, problems: Problems) -> bool:
    """Judge the name alone, the same on every system: nothing outside may even be asked for."""
    if _SCHEME.match(file):
        said = noted("“{file}” is an address; a file is a name beside the session, an address goes with link:")
    elif file.startswith(("/", "\\", "~")) or ":" in file:
        said = noted(
            "“{file}” points to a place on one computer; put the file beside the session and write its name only"
        )
    elif "\\" in file:
        said = noted("“{file}” has a backslash; write folders with /")
    elif ".." in file.split("/"):
        said = noted(
            "“{file}” points outside the session's folder; put the file beside the session and write its name only"
        )
    else:
        return True
    problems.add(at, said, file=file)
    return False


def _check_there(file: str, folder: Path, at: Placed, problems: Problems, has_link: bool) -> None:
    try:
        home = folder.resolve()
        place = (home / file).resolve()
        if not place.is_relative_to(home):
            said = noted("“{file}” leads outside the session's folder; copy the file itself into the folder")
            problems.add(at, said, file=file)
        elif not stat.S_ISREG(place.stat().st_mode):
            problems.add(
                at, noted("“{file}” is not a file that can be shown; write the name of a film or a picture"), file=file
            )
    except FileNotFoundError:
        if has_link:
            problems.warn(at, noted("“{file}” is not in the session's folder; the link will be used"), file=file)
        else:
            problems.add(at, noted("“{file}” is not in the session's folder; put it there or mend the name"), file=file)
    except (OSError, RuntimeError, ValueError):  # a loop of links is a RuntimeError
        problems.add(at, noted("“{file}” cannot be opened; copy the file itself into the session's folder"), file=file)
