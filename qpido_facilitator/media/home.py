"""Where the films of a run are. Films do not travel, so this stands beside the journal and not in it.

A fact would carry the name of a folder, and with it that of a person, to every co-trainer.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from qpido_facilitator.journal.disk import replace_file
from qpido_facilitator.resources import shipped

_FILE = "films-folder.txt"
_SHIPPED = "(shipped)"
_LONGEST = 10_000


def keep_folder(run: Path, folder: Path) -> None:
    """Remember, in the folder of a run, in which folder its session file stands."""
    ours = folder.resolve() == shipped("sessions").resolve()
    with contextlib.suppress(OSError):
        run.mkdir(parents=True, exist_ok=True)
        replace_file(run / _FILE, (_SHIPPED if ours else str(folder.resolve())).encode("utf-8", "surrogateescape"))


def kept_folder(run: Path) -> Path | None:
    """Return where the films of a run are, None when that is not known or not there any more.

    What ships with the app is found where it is now: an update may have moved it.
    """
    try:
        with (run / _FILE).open("rb") as file:
            kept = file.read(_LONGEST).decode("utf-8", "surrogateescape")
        folder = shipped("sessions") if kept == _SHIPPED else Path(kept)
        return folder if folder.is_absolute() and folder.is_dir() else None
    except (OSError, ValueError):
        return None
