"""A soft chime on the trainer's laptop when a clock that wants one reaches zero. It never moves the show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from qpido_facilitator.show.bell import Bell
from qpido_facilitator.show.clocks import step_clock
from qpido_facilitator.ui.shared.live import LiveRun

Ring = Callable[[], None]


class Chime(QObject):
    """Listens at every tick. What makes the sound is fetched once a clock is on that will need it."""

    def __init__(self, live: LiveRun, make: Callable[[], Ring] | None = None) -> None:
        super().__init__()
        self._live = live
        self._bell = Bell()
        self._make = make or self._from_media
        self._ring: Ring | None = None
        live.ticked.connect(self._on_tick)

    def _on_tick(self) -> None:
        clock = step_clock(self._live.run, self._live.now())
        if self._ring is None and clock and clock.started and clock.at_zero == "chime":
            self._ring = self._make()
        if self._bell.rings(clock) and self._ring:
            self._ring()

    def _from_media(self) -> Ring:
        # Qt's sound is heavy to import: only who needs a chime waits for it, and then before it is due
        from qpido_facilitator.media.loudspeakers import SystemLoudspeakers
        from qpido_facilitator.media.tone import TestTone, chime

        return TestTone(SystemLoudspeakers(self), self, made=chime).play
