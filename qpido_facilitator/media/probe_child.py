"""The process that looks at one film: it reads a request from its input and writes what it found to its output.

A codec that crashes, hangs or eats memory does so here. Nobody waits for this process for ever, and it does not
wait for itself either: `python -m qpido_facilitator.media.probe_child`.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path

import msgspec
from msgspec.structs import replace

from qpido_facilitator.media.opening import Refused, open_media
from qpido_facilitator.media.probed import Probed, Request
from qpido_facilitator.media.subtitles import read_subtitles

LONGEST = 30.0


def main() -> int:
    """Look at one film and say what was found; exit code 0 also for a film in trouble."""
    _limits()
    try:
        request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    except msgspec.MsgspecError:
        return 2
    found = _with_subtitles(_film(request), request)
    # not by way of sys.stdout: a program without a console has none on Windows, but it has the pipe
    os.write(1, msgspec.json.encode(found))
    # nothing that Qt or a codec does on the way out can take the answer back
    os._exit(0)


def _limits() -> None:
    """Leave no core file behind, and no process when whoever asked is gone."""
    watch = threading.Timer(LONGEST, os._exit, (3,))
    watch.daemon = True
    watch.start()
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _film(request: Request) -> Probed:
    try:
        # what cannot be opened need not wait for Qt
        os.close(open_media(Path(request.folder), request.file))
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_LOGGING_RULES"] = "*=false"
        from qpido_facilitator.media.probe_film import look

        return look(Path(request.folder), request.file, request.end)
    except Refused as fault:
        return Probed(request.file, fault.trouble)


def _with_subtitles(found: Probed, request: Request) -> Probed:
    if not request.subtitles:
        return found
    try:
        return replace(found, cues=len(read_subtitles(Path(request.folder), request.subtitles)))
    except Refused as fault:
        return replace(found, subtitles_trouble=fault.trouble)


if __name__ == "__main__":
    sys.exit(main())
