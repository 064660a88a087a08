"""Calls to a player that may wait for its threads, made without holding Python's lock.

Those threads may want the lock before they go on: to tell a listener in Python what they log, or to let go of an
object that Python made. If our thread held it while it waits for them, nobody would ever move again. Qt's binding
keeps the lock in a plain call; of the ways to make one, this is the one that lets go of it.
"""

from __future__ import annotations

from PySide6.QtCore import Q_ARG, QMetaObject, QPropertyAnimation, Qt, QUrl
from PySide6.QtMultimedia import QMediaPlayer

_NOW = Qt.ConnectionType.DirectConnection


def set_source(player: QMediaPlayer, url: QUrl) -> None:
    """Give it something else to play, or nothing; it waits for what it played before to end."""
    QMetaObject.invokeMethod(player, "setSource", _NOW, Q_ARG(QUrl, url))


def play(player: QMediaPlayer) -> None:
    """Let it run."""
    QMetaObject.invokeMethod(player, "play", _NOW)


def pause(player: QMediaPlayer) -> None:
    """Let it stand still."""
    QMetaObject.invokeMethod(player, "pause", _NOW)


def stop(player: QMediaPlayer) -> None:
    """Let it end."""
    QMetaObject.invokeMethod(player, "stop", _NOW)


def set_position(player: QMediaPlayer, at: int) -> None:
    """Send it to a place in milliseconds."""
    QMetaObject.invokeMethod(player, "setPosition", _NOW, Q_ARG("qlonglong", at))


def set_speed(player: QMediaPlayer, speed: float) -> None:
    """Let it run slower or faster."""
    QMetaObject.invokeMethod(player, "setPlaybackRate", _NOW, Q_ARG("double", speed))


def set_sound(player: QMediaPlayer, track: int) -> None:
    """Let a track sound, or none: -1."""
    _set(player, b"activeAudioTrack", track)


def set_subtitles(player: QMediaPlayer, track: int) -> None:
    """Let the subtitles of a track be said, or none: -1."""
    _set(player, b"activeSubtitleTrack", track)


def _set(player: QMediaPlayer, name: bytes, value: int) -> None:
    """Set what Qt has only as a property: an animation that takes no time is a call that can be made this way."""
    setting = QPropertyAnimation(player, name)
    setting.setDuration(0)
    setting.setStartValue(value)
    setting.setEndValue(value)
    QMetaObject.invokeMethod(setting, "start", _NOW)
