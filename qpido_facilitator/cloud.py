"""Files that a cloud folder shows but has not fetched: known by their attributes, without fetching them.

Windows marks them (OneDrive, Dropbox), macOS makes them dataless or leaves a `.name.icloud` behind. Neither was
tried; Linux has no such thing.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

_RECALL_ON_OPEN = 0x00040000
_RECALL_ON_DATA = 0x00400000
_DATALESS = 0x40000000
"""SF_DATALESS of macOS."""


def is_only_in_the_cloud(path: Path) -> bool:
    """Tell whether a file's content is not on this laptop; False for a file that is not there at all."""
    if (path.parent / f".{path.name}.icloud").exists():
        return True
    try:
        return is_placeholder(path.stat())
    except OSError:
        return False


def is_placeholder(seen: os.stat_result) -> bool:
    """Tell from what the system says of a file whether its content is elsewhere."""
    windows = getattr(seen, "st_file_attributes", 0)
    offline = stat.FILE_ATTRIBUTE_OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA
    return bool(windows & offline) or bool(getattr(seen, "st_flags", 0) & _DATALESS)
