"""The sound of a film: how loud, on what, and that it goes on elsewhere when its device is gone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import QAudioOutput, QtAudio

from qpido_facilitator.media.loudspeakers import Loudspeaker, Loudspeakers
from qpido_facilitator.show.film.trouble import Trouble


class Sound(QObject):
    """Follows the system's choice until a device is chosen, and again once that one is gone."""

    moved = Signal(str)
    """The trouble: `device-lost` when another device plays on, `no-device` when there is none."""
    device_changed = Signal()

    def __init__(self, loudspeakers: Loudspeakers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loudspeakers = loudspeakers
        self._chosen = ""
        self._current = loudspeakers.default()
        self._hushed = False
        self._muted = False
        self.output = QAudioOutput(loudspeakers.device(self._current), self)
        loudspeakers.changed.connect(self._on_changed)

    @property
    def device(self) -> str:
        """Return the id of the device that plays now, "" for none."""
        return self._current

    def loudspeakers(self) -> tuple[Loudspeaker, ...]:
        """Return what there is to play on."""
        return self._loudspeakers.all()

    @property
    def muted(self) -> bool:
        """Return whether someone muted it; that it is hushed for a while does not count."""
        return self._muted

    def choose(self, name: str) -> None:
        """Play on a device from now on; "" follows the system's choice. One that is not there is not taken."""
        known = {one.id for one in self._loudspeakers.all()}
        self._chosen = name if name in known else ""
        self._turn_to(self._chosen or self._loudspeakers.default())

    def set_volume(self, share: float) -> None:
        """Play as loud as a slider at `share` of its way, from 0 to 1, makes one expect."""
        scale = QtAudio.VolumeScale
        heard = QtAudio.convertVolume(max(0.0, min(1.0, share)), scale.LogarithmicVolumeScale, scale.LinearVolumeScale)
        self.output.setVolume(heard)

    def mute(self, muted: bool) -> None:
        """Say nothing, or speak again."""
        self._muted = muted
        self.output.setMuted(self._muted or self._hushed)

    def hush(self, hushed: bool) -> None:
        """Be silent at once for a while; afterwards it is as it was before."""
        self._hushed = hushed
        self.output.setMuted(self._muted or self._hushed)

    def _on_changed(self) -> None:
        known = {one.id for one in self._loudspeakers.all()}
        wanted = self._chosen if self._chosen in known else self._loudspeakers.default()
        lost = bool(self._current) and self._current not in known
        if self._chosen not in known:
            self._chosen = ""
        if wanted != self._current:
            self._turn_to(wanted)
        if lost:
            trouble: Trouble = "device-lost" if wanted else "no-device"
            self.moved.emit(trouble)

    def _turn_to(self, name: str) -> None:
        self._current = name
        self.output.setDevice(self._loudspeakers.device(name))
        self.device_changed.emit()
