"""Subtitles beside a film: SRT or VTT, read by a library, under guard.

The library is kind to broken files and slow on hostile ones: its patterns take quadratic time over a long run of
`<` or of empty lines. So it is given one block at a time, each short, and only those that have a time.
"""

from __future__ import annotations

import html
import os
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from qpido_facilitator.media.opening import Refused, open_media

MOST_BYTES = 1_000_000
MOST_CUES = 5_000
LONGEST_BLOCK = 500
_SOONER = 8  # so many cues may still be on when a later one begins
_SEAM = re.compile(r"\n[ \t\n]*\n")
_TIMES = re.compile(r"^.*-->.*$", re.MULTILINE)
_LEFTOVER = re.compile(r"<[\d:.]*>|\{[^}]*\}")  # karaoke times of VTT, positions of SRT
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


class Cue(Struct, frozen=True):
    """What is said from one place in the film to another, in milliseconds; lines are kept."""

    start: int
    end: int
    text: str


def read_subtitles(folder: Path, name: str) -> tuple[Cue, ...]:
    """Return the subtitles in a file of a session's folder. Raises Refused, also when there is nothing in it."""
    with os.fdopen(open_media(folder, name), "rb") as file:
        data = file.read(MOST_BYTES + 1)
    cues = () if len(data) > MOST_BYTES else parsed(data, "vtt" if name.lower().endswith(".vtt") else "srt")
    if not cues:
        raise Refused("unreadable")
    return cues


def parsed(data: bytes, form: Literal["srt", "vtt"]) -> tuple[Cue, ...]:
    """Return the cues in a file in the order of their time; what cannot be read is left out."""
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    cues = [cue for block in _blocks(text) if (cue := _cue(block, form))]
    return tuple(sorted(cues, key=lambda cue: (cue.start, cue.end)))


def spoken(cues: Sequence[Cue], at: int) -> str:
    """Return what is said at a place in the film, "" for nothing."""
    following = bisect_right(cues, at, key=lambda cue: cue.start)
    return "\n".join(cue.text for cue in cues[max(0, following - _SOONER) : following] if at < cue.end)


def _decoded(data: bytes) -> str:
    """Return text in UTF-8, or in UTF-16 that says so, or else as older Windows programs write it."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _blocks(text: str) -> Iterator[str]:
    """Yield what stands between empty lines, from its line of times on; notes and styles have none."""
    found, start = 0, 0
    for seam in (*_SEAM.finditer(text), None):
        block = text[start : seam.start() if seam else len(text)][:LONGEST_BLOCK]
        start = seam.end() if seam else len(text)
        times = _TIMES.search(block)
        if times:
            found += 1
            yield block[times.start() :].strip()
        if found >= MOST_CUES:
            return


def _cue(block: str, form: Literal["srt", "vtt"]) -> Cue | None:
    import pysubs2

    try:
        events = pysubs2.SSAFile.from_string(block + "\n", format_=form).events
    except (ValueError, OverflowError):
        return None
    if not events or events[0].end <= events[0].start:
        return None
    text = _LEFTOVER.sub("", events[0].plaintext)
    said = _UNSEEN.sub("", html.unescape(text) if form == "vtt" else text).strip()
    return Cue(events[0].start, events[0].end, said) if said else None
