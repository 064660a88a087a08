"""Is the sound shared? A tone is played, someone in the call tells, and the answer holds for this run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qpido_facilitator.show.film.trouble import trouble_said
from qpido_facilitator.ui.presenter.notices import Choice, Notice, Notices
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

if TYPE_CHECKING:
    from qpido_facilitator.media.tone import TestTone

_NAME = "sound"


class SoundTest(QObject):
    """Asks on the strip over the band; `device` tells what the film plays on, "" for the system's choice."""

    def __init__(
        self,
        live: LiveRun,
        notices: Notices,
        words: Words,
        device: Callable[[], str],
    ) -> None:
        super().__init__()
        self._run = live.run
        self._notices = notices
        self._words = words
        self._device = device
        self.make_tone: Callable[[QObject], TestTone] = _system_tone
        self._tone: TestTone | None = None

    def begin(self) -> None:
        """Play the tone, and ask who heard it."""
        words = self._words
        text = words.say("The test tone plays. Ask in the call who hears it.")
        heard = Choice(words.say("They heard it"), lambda: self._answer(heard=True))
        unheard = Choice(words.say("Nobody heard it"), lambda: self._answer(heard=False))
        self._notices.post(_NAME, Notice(text, "notice", heard, unheard))
        if self._tone is None:
            self._tone = self.make_tone(self)
            self._tone.failed.connect(self._on_failed)
        self._tone.play(self._device())

    def _answer(self, *, heard: bool) -> None:
        self._run.films.check_sound(heard=heard)
        if self._tone:
            self._tone.stop()
        if heard:
            self._notices.drop(_NAME)
            return
        words = self._words
        text = words.say("Stop sharing in the call, tick the box for sound, share again, and test once more.")
        again, later = Choice(words.say("Test again"), self.begin), Choice(words.say("Later"), self._drop)
        self._notices.post(_NAME, Notice(text, "care", again, later))

    def _on_failed(self) -> None:
        said = trouble_said("no-device", "", self._words)
        self._notices.post(_NAME, Notice(said.next, "care", Choice(self._words.say("Understood"), self._drop)))

    def _drop(self) -> None:
        self._notices.drop(_NAME)


def _system_tone(parent: QObject) -> TestTone:
    from qpido_facilitator.media.loudspeakers import SystemLoudspeakers
    from qpido_facilitator.media.tone import TestTone

    return TestTone(SystemLoudspeakers(parent), parent)
