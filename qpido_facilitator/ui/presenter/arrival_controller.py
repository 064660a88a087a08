"""The start page at work: the time, the headcount, the share test and the check-list before the start."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtCore import QObject

from qpido_facilitator.clock import local
from qpido_facilitator.plan.model import SpeakerNotes
from qpido_facilitator.preflight import Check
from qpido_facilitator.run.facts import Changes
from qpido_facilitator.show.arrival import moved_start, share_test_number, share_test_text, suggested_start
from qpido_facilitator.ui.presenter.arrival_view import ArrivalView
from qpido_facilitator.ui.shared.links import open_link
from qpido_facilitator.ui.shared.live import LiveRun
from qpido_facilitator.words import Words

_STATES = {"open": "unknown", "running": "unknown", "right": "ready", "wrong": "open"}


class ArrivalController(QObject):
    """Serves the start page. `choose` gives a number below its argument, for the share test."""

    def __init__(
        self,
        live: LiveRun,
        view: ArrivalView,
        words: Words,
        slide_words: Words,
        rows: Callable[[], tuple[Check, ...]],
        choose: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        super().__init__()
        self._live = live
        self._run = live.run
        self._view = view
        self._words = words
        self._slide_words = slide_words
        self._rows = rows
        self._choose = choose
        view.start.offered_taken.connect(lambda: self._run.arrival.plan_start(suggested_start(live.now())))
        view.start.later_requested.connect(self._move_start)
        view.start.time_withdrawn.connect(lambda: self._run.arrival.plan_start(None))
        view.start.test_requested.connect(self.begin_test)
        view.test.another_requested.connect(self.begin_test)
        view.test.read_right.connect(lambda: self._answer(right=True))
        view.test.read_wrong.connect(lambda: self._answer(right=False))
        view.test.stop_requested.connect(self.stop_test)
        view.headcount_changed.connect(self._run.arrival.count)
        view.mend_requested.connect(self._mend)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._show_start)
        self.show()

    def begin_test(self) -> None:
        """Show participants a number, another one than before."""
        test = self._run.arrival.share_test
        self._run.arrival.test_share(share_test_number(self._choose, test.number if test else None))
        self._run.stage.set_screen("share-test")

    def stop_test(self) -> None:
        """Show participants what they saw before."""
        self._run.stage.set_screen("live")

    def show(self) -> None:
        """Show everything."""
        self._show_start()
        self._show_checks()
        self._view.show_headcount(self._run.arrival.headcount)
        testing = self._run.stage.screen == "share-test"
        test = self._run.arrival.share_test
        self._view.show_test(test.number if test and testing else None)

    def _answer(self, *, right: bool) -> None:
        test = self._run.arrival.share_test
        if test:
            self._run.arrival.test_share(test.number, right=right)
        if right:
            self.stop_test()

    def _move_start(self, minutes: int) -> None:
        start = self._run.arrival.start_at
        if start:
            self._run.arrival.plan_start(moved_start(start, self._live.now(), minutes))

    def _mend(self, what: str, subject: str) -> None:
        if what == "share-test":
            self.begin_test()
        elif what == "open-link":
            open_link(subject)

    def _on_changed(self, changes: Changes) -> None:
        stage = self._run.stage
        arriving = stage.position is None or stage.screen == "share-test"
        if changes.touch("run") or (arriving and changes.touch("stage")):
            self.show()

    def _show_start(self) -> None:
        start = self._run.arrival.start_at
        told = f"{local(start):%H:%M}" if start else ""
        self._view.start.show_start(told, f"{suggested_start(self._live.now()):%H:%M}")
        words = self._slide_words
        name = words.say("Put your full name in the picture.")
        chat = words.say("Welcome! We start at {time}.", time=told) if told else words.say("Welcome! We start soon.")
        said = self._words.say("Welcome everyone. Help with sound and the *full name*.")
        self._view.show_welcome(SpeakerNotes(say=said), f"{chat} {name}")

    def _show_checks(self) -> None:
        test = share_test_text(self._run, self._words)
        row = Check(
            _STATES[test.state],  # type: ignore[arg-type]
            test.text,
            test.below,
            "" if test.state == "running" else "share-test",
            self._words.say("Test again") if test.state in ("right", "wrong") else self._words.say("Test"),
        )
        self._view.show_checks((row, *self._rows()))
