"""A film for Qt: the file we opened and looked into, so that no codec opens anything else.

Qt gets a name and not a device of ours: the player's threads would call a device by way of Python.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaPlayer

from qpido_facilitator.media.opening import Refused, open_media
from qpido_facilitator.media.unlocked import set_source

# How files begin that hold a film themselves: MP4 and MOV, Matroska and WebM, AVI, Ogg, WMV, FLV, MPEG, WAV. Others are
# lists of addresses, which a codec would go and fetch, or nothing to play.
_BEGINS = re.compile(
    rb"....(?:ftyp|moov|mdat|wide|free|skip)|\x1aE\xdf\xa3|RIFF....(?:AVI |WAVE)|OggS|0&\xb2u\x8ef\xcf\x11|FLV\x01"
    rb"|\x00\x00\x01[\xb3\xba]|\x47.{187}\x47|....\x47.{191}\x47",
    re.DOTALL,
)
_HEAD = 400


class Source:
    """An open film; it stays open as long as it is played."""

    def __init__(self, folder: Path, name: str) -> None:
        """Open a film in a session's folder. Raises Refused, also for what is no film."""
        self._descriptor = open_media(folder, name)
        if not _BEGINS.match(os.read(self._descriptor, _HEAD)):
            self.close()
            raise Refused("unreadable")
        self._path = folder.resolve() / name

    def give_to(self, player: QMediaPlayer) -> None:
        """Let a player load it, and let its codecs reach nothing but files."""
        os.environ["QT_FFMPEG_PROTOCOL_WHITELIST"] = "file"
        # where there is such a thing, the very file that is open, whatever its name may mean by now
        path = f"/proc/self/fd/{self._descriptor}" if sys.platform == "linux" else str(self._path)
        set_source(player, QUrl.fromLocalFile(path))

    def close(self) -> None:
        """Let go of the file; once more does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(descriptor)
