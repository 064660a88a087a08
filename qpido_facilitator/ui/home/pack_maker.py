"""The fallback pack of a session, made by a process of its own: slides are painted on a main thread, not on ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from qpido_facilitator.errors import ExportError

PATIENCE = 120
"""Seconds after which a pack is given up."""


class NotPacked(ExportError):
    """A pack was not made; its text is the whole sentence that says why."""


def make_pack(session: Path, folder: Path, language: str) -> Path:
    """Make the pack of a session file in a folder, and return where it is. Raises ExportError; for a worker thread."""
    command = [sys.executable, "-m", "qpido_facilitator", "--language", language, "export", str(session)]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            [*command, "--kind", "pack", "--out", str(folder)],
            capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, creationflags=hidden, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise ExportError(str(fault)) from fault
    if done.returncode or not done.stdout.strip():
        if done.stderr.strip():
            raise NotPacked(done.stderr.strip().splitlines()[-1])
        raise ExportError(str(done.returncode))
    return Path(done.stdout.strip().splitlines()[-1])
