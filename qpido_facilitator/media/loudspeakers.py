"""What this laptop can play sound on, and what becomes of the sound when that changes."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices


class Loudspeaker(Struct, frozen=True):
    """A device as a list shows it; `id` is how the system knows it."""

    id: str
    name: str


class Loudspeakers(Protocol):
    """The devices there are; `changed` says that there are others now."""

    @property
    def changed(self) -> SignalInstance:
        """Return the signal without arguments."""

    def all(self) -> tuple[Loudspeaker, ...]:
        """Return every device."""

    def default(self) -> str:
        """Return the id of the system's choice, "" when there is no device at all."""

    def device(self, name: str) -> QAudioDevice:
        """Return a device as Qt has it, a null one when it is not there."""


class SystemLoudspeakers(QObject):
    """The devices of this machine."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self.changed)

    def all(self) -> tuple[Loudspeaker, ...]:
        """Return every device."""
        return tuple(Loudspeaker(_id(one), one.description()) for one in QMediaDevices.audioOutputs())

    def default(self) -> str:
        """Return the id of the system's choice, "" when there is no device at all."""
        return _id(QMediaDevices.defaultAudioOutput())

    def device(self, name: str) -> QAudioDevice:
        """Return a device as Qt has it, a null one when it is not there."""
        return next((one for one in QMediaDevices.audioOutputs() if _id(one) == name), QAudioDevice())


def _id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
