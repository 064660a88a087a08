"""Every film of a session looked at, each in a process of its own, one after another, on a thread.

The values come on that thread, through the callable that was given; whoever shows them brings them to its own.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from qpido_facilitator.media.probed import Probed, Progress, Request
from qpido_facilitator.plan.model import Film, SessionPlan
from qpido_facilitator.resources import PACKAGE
from qpido_facilitator.show.film.clip import clip_of

PATIENCE = 20.0
"""Seconds to wait for one film; starting the process is the largest part of what a good film takes."""
FROZEN_COMMAND = "look-at-film"


def requests_of(plan: SessionPlan, folder: Path) -> tuple[Request, ...]:
    """Return what there is to look at in a session: its films by file, each once."""
    asked: dict[str, Request] = {}
    for film in plan.items():
        if isinstance(film, Film) and film.plays:
            end, before = clip_of(film).end, asked.get(film.file)
            if before is not None:
                end = None if end is None or before.end is None else max(end, before.end)
            subtitles = (before.subtitles if before else "") or film.subtitles
            asked[film.file] = Request(str(folder), film.file, subtitles, end)
    return tuple(asked.values())


def child_command() -> list[str]:
    """Return how the process is started: an installed program that has no Python beside it starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_COMMAND]
    return [sys.executable, "-m", "qpido_facilitator.media.probe_child"]


class Prober:
    """Looks at films until it is closed."""

    def __init__(
        self,
        report: Callable[[Progress], None],
        *,
        patience: float = PATIENCE,
        command: Callable[[], list[str]] = child_command,
    ) -> None:
        self._report = report
        self._patience = patience
        self._command = command
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    def look_at(self, requests: Iterable[Request]) -> None:
        """Begin to look; what was begun before has to be done, or closed."""
        asked = tuple(requests)
        self._thread = threading.Thread(target=self._look, args=(asked,), name="films", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking, at once."""
        with self._lock:
            self._closed = True
            if self._child is not None:
                self._child.kill()
        if self._thread is not None:
            self._thread.join(2)

    def wait(self, seconds: float) -> bool:
        """Return whether everything was looked at within a time."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def _look(self, requests: tuple[Request, ...]) -> None:
        for number, request in enumerate(requests, 1):
            self._tell(Progress(request.file, number, len(requests)))
            found = self._one(request)
            self._tell(Progress(request.file, number, len(requests), found))

    def _tell(self, progress: Progress) -> None:
        if not self._closed:
            self._report(progress)

    def _one(self, request: Request) -> Probed:
        try:
            child = self._started()
        except OSError:
            return Probed(request.file, "crashed")
        if child is None:
            return Probed(request.file, "no-answer")
        try:
            said, _ = child.communicate(msgspec.json.encode(request), timeout=self._patience)
        except subprocess.TimeoutExpired:
            _end(child)
            return Probed(request.file, "no-answer")
        except OSError:
            said = b""
        finally:
            with self._lock:
                self._child = None
        return _answer(request, said)

    def _started(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._closed:
                return None
            self._child = subprocess.Popen(
                self._command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=PACKAGE.parent,  # so that it finds this very package
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return self._child


def _answer(request: Request, said: bytes) -> Probed:
    """Return what a process said; one that broke down said nothing, or half of something."""
    with contextlib.suppress(msgspec.MsgspecError):
        found = msgspec.json.decode(said[:100_000], type=Probed)
        if found.file == request.file:
            return found
    return Probed(request.file, "crashed")


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    with contextlib.suppress(subprocess.TimeoutExpired, OSError, ValueError):
        child.communicate(timeout=2)
