"""What Home shows: sessions and runs, read on a thread of their own."""

from __future__ import annotations

import threading
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from qpido_facilitator.library import Library, RunCard
from qpido_facilitator.plan.model import SessionPlan


class SessionCard(Struct, frozen=True):
    """A session file: its plan, or the sentences that say why there is none."""

    path: Path
    plan: SessionPlan | None
    problems: tuple[str, ...] = ()


class Shelf(QObject):
    """Reads sessions and runs without holding up a window."""

    sessions_read = Signal(object)
    runs_read = Signal(object)
    lessons_read = Signal(object)

    def __init__(self, library: Library, language: str) -> None:
        super().__init__()
        self._library = library
        self._language = language
        self._thread: threading.Thread | None = None

    def read(self, extra: tuple[Path, ...] = ()) -> None:
        """Begin to read; the signals come when there is something."""
        self._thread = threading.Thread(target=self._work, args=(extra,), name="shelf", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Return when reading is done."""
        if self._thread:
            self._thread.join()

    def _work(self, extra: tuple[Path, ...]) -> None:
        cards = [self.card(path) for path in (*extra, *self._library.sessions())]
        # a session in the trainer's language stands first
        cards.sort(key=lambda card: card.path not in extra and bool(card.plan) and not self._is_mine(card))
        self.sessions_read.emit(tuple(cards))
        self._library.sweep_practice()
        self.runs_read.emit(self._library.runs())
        self.lessons_read.emit(self._library.lessons(card.plan for card in cards if card.plan))

    def card(self, path: Path) -> SessionCard:
        """Return the card of one file."""
        problems: list[str] = []
        plan = self._library.compiled(path, lambda file: self._load(file, problems))
        return SessionCard(path, plan, tuple(problems))

    def _load(self, path: Path, problems: list[str]) -> SessionPlan | None:
        from qpido_facilitator.plan.loader import load
        from qpido_facilitator.words import Words

        loaded = load(path)
        words = Words(self._language)
        problems.extend(problem.sentence(words) for problem in loaded.problems if not problem.warning)
        return loaded.plan

    def _is_mine(self, card: SessionCard) -> bool:
        return bool(card.plan and card.plan.language == self._language)


__all__ = ["RunCard", "SessionCard", "Shelf"]
