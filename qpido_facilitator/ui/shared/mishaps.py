"""Every exception that nobody caught ends here: written down without contents, and the app goes on."""

from __future__ import annotations

import contextlib
import sys
import threading
from pathlib import Path
from types import TracebackType

from qpido_facilitator.clock import Clock

MOST = 200
"""How many lines the log keeps."""


class Mishaps:
    """Writes where something went wrong, never what was in it: texts of notes stand in messages."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self.count = 0

    def watch(self) -> None:
        """Hear of exceptions in slots, in threads, and where Python can only complain."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(args.exc_type, None, args.exc_traceback)
        sys.unraisablehook = lambda args: self._on_exception(args.exc_type, None, args.exc_traceback)

    def _on_exception(
        self, kind: type[BaseException] | None, _value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        self.count += 1
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno}:{code.co_name}")
            trace = trace.tb_next
        name = kind.__name__ if kind else "Exception"
        self._write(f"{self._clock.utc():%Y-%m-%dT%H:%M:%SZ} {name} {' < '.join(reversed(places[-6:]))}")

    def _write(self, line: str) -> None:
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / "mishaps.log"
            before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
            path.write_text("\n".join([*before[-MOST + 1 :], line]) + "\n", encoding="utf-8")
