"""Says it when time did not go by as usual: a laptop that slept, a clock that was set, a restart, a late start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from qpido_facilitator.run.ending import Late
from qpido_facilitator.show.notices import (
    Heartbeat,
    LateStart,
    clock_set_text,
    late_start_of,
    resumed_text,
    slept_text,
)
from qpido_facilitator.ui.presenter.notices import Choice, Notice, Notices
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

SAID_FOR = timedelta(minutes=2)
"""How long it is said when nobody presses Understood."""
ASKED_FOR = timedelta(minutes=10)
"""How long after the start the choice of the end is offered; then it keeps, as it does without one."""


class TimeWatch(QObject):
    """Listens to the ticks of a run. A rehearsal lets time jump, so there nothing is said of it."""

    def __init__(self, live: LiveRun, notices: Notices, words: Words, offer: Callable[[str], None]) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._notices = notices
        self._words = words
        self._offer = offer
        self._said_at: datetime | None = None
        self.heartbeat = Heartbeat()
        head = self._run.agenda.head
        if head and head.rehearsal:
            return
        live.ticked.connect(self._on_tick)
        live.clock_stepped.connect(self._on_clock_set)
        # in another language the windows are made anew, and nothing was interrupted
        self._say(resumed_text(self._run, live.now(), words) if self._run.goes_on else "")

    def _on_tick(self) -> None:
        now = self._live.now()
        gap = self.heartbeat.beat(self._run.clock.up())
        if gap is not None:
            self._say(slept_text(self._run, gap, now, self._words))
        elif self._said_at and now - self._said_at > SAID_FOR:
            self._drop()
        self._show_late(now)

    def _on_clock_set(self) -> None:
        self._say(clock_set_text(self._live.now(), self._words))

    def _say(self, text: str) -> None:
        if text:
            self._said_at = self._live.now()
            self._notices.post("time", Notice(text, "notice", Choice(self._words.say("Understood"), self._drop)))

    def _drop(self) -> None:
        self._said_at = None
        self._notices.drop("time")

    def _show_late(self, now: datetime) -> None:
        late = late_start_of(self._run, now, self._words)
        started = next((visit.begin for visit in self._run.stage.visits()), None)
        if late is None or late.decided or started is None or now - started > ASKED_FOR:
            self._notices.drop("late")
        elif not self._notices.says("late"):
            self._ask(late)

    def _ask(self, late: LateStart) -> None:
        keep = Choice(late.keep, lambda: self._decide("keep", late.keep))
        shift = Choice(late.shift, lambda: self._decide("shift", late.shift))
        self._notices.post("late", Notice(late.text, "notice", keep, shift))

    def _decide(self, choice: Late, text: str) -> None:
        self._run.replan.decide_late(choice)
        self._notices.drop("late")
        self._offer(text)
