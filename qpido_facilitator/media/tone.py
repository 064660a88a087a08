"""A tone to ask whether the call hears this laptop: two seconds, made here, on the device the film will use."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODeviceBase, QObject, Signal
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QtAudio

from qpido_facilitator.media.loudspeakers import Loudspeakers

RATE = 48_000
SECONDS = 2.0
_NOTES = (523.25, 659.25, 783.99)  # a chord going up: not to be taken for the bell of a call
_LOUD = 0.35
_SOFT = 0.18
_CHIME = 1.4


def samples() -> bytes:
    """Return the tone as 16-bit mono at RATE, silent at both ends so that nothing clicks."""
    count = int(RATE * SECONDS)
    return b"".join(struct.pack("<h", round(32_767 * _LOUD * _wave(at / RATE))) for at in range(count))


def chime() -> bytes:
    """Return a soft chime of the same kind: two notes that fall and die away, for a time that is up."""
    count = int(RATE * _CHIME)
    return b"".join(struct.pack("<h", round(32_767 * _SOFT * _struck(at / RATE))) for at in range(count))


def _struck(at: float) -> float:
    begins = ((0.0, 880.0), (0.35, 659.25))
    fade = min(1.0, (_CHIME - at) / 0.2)
    return fade * sum(
        min(1.0, (at - begin) / 0.01) * math.exp(-4 * (at - begin)) * math.sin(2 * math.pi * note * (at - begin))
        for begin, note in begins
        if at >= begin
    )


def _wave(at: float) -> float:
    length = SECONDS / len(_NOTES)
    note = min(len(_NOTES) - 1, int(at / length))
    within = at - note * length
    swell = min(1.0, within / 0.02, (length - within) / 0.15)
    return max(0.0, swell) * math.sin(2 * math.pi * _NOTES[note] * at)


class TestTone(QObject):
    """Plays the tone once each time it is asked to."""

    __test__ = False  # pytest takes the name for a test

    ended = Signal()
    failed = Signal()
    """There is no device, or it does not play."""

    def __init__(
        self, loudspeakers: Loudspeakers, parent: QObject | None = None, *, made: Callable[[], bytes] = samples
    ) -> None:
        """Play what is `made`: the tone, or another sound of the same format."""
        super().__init__(parent)
        self._made = made
        self._loudspeakers = loudspeakers
        self._sink: QAudioSink | None = None
        self._tone = QBuffer(self)

    def play(self, name: str = "") -> None:
        """Play on a device, or on the system's choice; the tone before it stops."""
        self.stop()
        device = self._loudspeakers.device(name or self._loudspeakers.default())
        form = _form()
        if device.isNull() or not device.isFormatSupported(form):
            self.failed.emit()
            return
        self._begin(device, form)

    def stop(self) -> None:
        """Be silent."""
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.stop()
            sink.deleteLater()
        self._tone.close()

    def _begin(self, device: QAudioDevice, form: QAudioFormat) -> None:
        self._tone.setData(self._made())
        self._tone.open(QIODeviceBase.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, form, self)
        self._sink.stateChanged.connect(self._on_state)
        self._sink.start(self._tone)

    def _on_state(self) -> None:
        # the state is asked for: what the signal brings is of a type of its own, equal to none of these
        sink = self._sink
        if sink is None:
            return
        state = sink.state()
        if state == QtAudio.State.IdleState:
            self.stop()
            self.ended.emit()
        elif state == QtAudio.State.StoppedState and sink.error() != QtAudio.Error.NoError:
            self.stop()
            self.failed.emit()


def _form() -> QAudioFormat:
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
