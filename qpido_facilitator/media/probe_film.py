"""Look at one film with Qt: load it, take its first picture, then one near its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink

from qpido_facilitator.media.probed import MOST_PIXELS, Probed
from qpido_facilitator.media.source import Source

LOAD, PICTURE = 6_000, 3_000
"""Milliseconds to wait for a film to load, and for a picture of it."""
_TAIL = 1_000


def look(folder: Path, file: str, end: int | None) -> Probed:
    """Return what is known of a film that is shown until `end` milliseconds. Raises Refused."""
    app = QGuiApplication.instance() or QGuiApplication([])
    found = _Looker(folder, file, end).look()
    del app
    return found


class _Looker:
    """Waits for one thing after another, never for ever."""

    def __init__(self, folder: Path, file: str, end: int | None) -> None:
        self._found = Probed(file)
        self._end = end
        self._source = Source(folder, file)
        self._player = QMediaPlayer()
        self._sink = QVideoSink()
        self._player.setVideoSink(self._sink)

    def look(self) -> Probed:
        """Return what was found."""
        self._source.give_to(self._player)
        if not self._until(LOAD, self._is_loaded):
            return replace(self._found, trouble="no-answer")
        if self._player.mediaStatus() == QMediaPlayer.MediaStatus.InvalidMedia:
            return replace(self._found, trouble="unreadable")
        self._found = self._described()
        if not self._player.hasVideo():
            return replace(self._found, trouble="no-picture")
        if self._found.width * self._found.height > MOST_PIXELS:
            return replace(self._found, trouble="too-large")
        self._player.pause()
        if not self._picture():
            return replace(self._found, trouble="unreadable")
        return replace(self._found, trouble="" if self._ends_well() else "cut-short")

    def _described(self) -> Probed:
        player, about = self._player, self._player.metaData()
        size = about.value(QMediaMetaData.Key.Resolution)
        rate = about.value(QMediaMetaData.Key.VideoFrameRate)
        return replace(
            self._found,
            length=max(0, player.duration()),
            width=size.width() if size else 0,
            height=size.height() if size else 0,
            rate=round(rate, 3) if isinstance(rate, float) and 0 < rate < 1000 else 0.0,
            sound=player.hasAudio(),
            tracks=tuple(track.stringValue(QMediaMetaData.Key.Language)[:40] for track in player.subtitleTracks()[:20]),
        )

    def _ends_well(self) -> bool:
        """Say whether there is a picture just before the place where the film is to end."""
        length = self._found.length
        last = max(0, min(length, length if self._end is None else self._end) - _TAIL)
        if not last:
            return True
        self._sink.setVideoFrame(QVideoFrame())
        self._player.setPosition(last)
        return self._picture() and self._sink.videoFrame().endTime() // 1000 >= last - _TAIL

    def _picture(self) -> bool:
        return self._until(PICTURE, self._has_picture) and not self._failed()

    def _has_picture(self) -> bool:
        return self._sink.videoFrame().isValid() or self._failed()

    def _failed(self) -> bool:
        return self._player.error() != QMediaPlayer.Error.NoError

    def _is_loaded(self) -> bool:
        status = QMediaPlayer.MediaStatus
        return self._player.mediaStatus() in (status.LoadedMedia, status.BufferedMedia, status.InvalidMedia)

    def _until(self, milliseconds: int, fits: Callable[[], bool]) -> bool:
        """Return whether it came to fit in time."""
        loop, look = QEventLoop(), QTimer()
        look.timeout.connect(lambda: loop.quit() if fits() else None)
        look.start(10)
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        return fits()
