"""The films of the chosen session looked at while Home is open, each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from qpido_facilitator.media.probed import Probed, Progress
from qpido_facilitator.plan.model import SessionPlan

if TYPE_CHECKING:
    from qpido_facilitator.media.probe import Prober

MakeProber = Callable[[Callable[[Progress], None]], "Prober"]


class _Work:
    """The prober that is at work; it outlives the window that asked for it by as little as can be."""

    def __init__(self) -> None:
        self.prober: Prober | None = None

    def end(self) -> None:
        """Look no further."""
        prober, self.prober = self.prober, None
        if prober:
            prober.close()


class FilmLooks(QObject):
    """Remembers what was found; a session that is chosen again is not looked at again until Home is read anew."""

    changed = Signal()
    _told = Signal(object)

    def __init__(self, make_prober: MakeProber | None = None) -> None:
        super().__init__()
        self._make_prober = make_prober
        self._work = _Work()
        self.destroyed.connect(self._work.end)
        self._chosen: Path | None = None
        self._found: dict[Path, dict[str, Probed]] = {}
        self._now: Progress | None = None
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def found(self) -> dict[str, Probed]:
        """Return what is known of the films of the chosen session, by the names of their files."""
        return self._found.get(self._chosen, {}) if self._chosen else {}

    @property
    def progress(self) -> Progress | None:
        """Return which film is looked at now, None when that is done."""
        return self._now

    def choose(self, file: Path, plan: SessionPlan) -> None:
        """Look at the films of a session, if that was not done yet."""
        if file == self._chosen:
            return
        self.close()
        self._chosen = file
        # imported here: Home stands there before it looks at films
        from qpido_facilitator.media.probe import Prober, requests_of

        known = self._found.setdefault(file, {})
        asked = tuple(one for one in requests_of(plan, file.parent) if one.file not in known)
        if asked:
            make = self._make_prober or Prober
            self._work.prober = make(lambda progress: self._told.emit((file, progress)))
            self._work.prober.look_at(asked)

    def forget(self) -> None:
        """Look again: files may have come meanwhile."""
        self.close()
        self._found.clear()

    def close(self) -> None:
        """Look no further."""
        self._chosen = self._now = None
        self._work.end()

    def _on_told(self, told: tuple[Path, Progress]) -> None:
        file, progress = told
        if progress.found is not None:
            self._found.setdefault(file, {})[progress.file] = progress.found
        if file == self._chosen:
            last = progress.found is not None and progress.number == progress.total
            self._now = None if last else progress
            self.changed.emit()
