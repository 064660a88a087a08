"""What can be wrong with a film, and what to do about it; only the trainer reads this."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from qpido_facilitator.words import Words, noted

Trouble = Literal[
    "",
    "missing", "outside", "not-a-file", "forbidden", "empty", "unreadable", "no-picture", "too-large",
    "no-answer", "crashed", "cut-short", "stalled", "device-lost", "no-device",
]  # fmt: skip
"""`cut-short`, `stalled`, `device-lost` and `no-device` leave a film that plays; with any other there is none."""

MILD: frozenset[Trouble] = frozenset(("cut-short", "stalled", "device-lost", "no-device"))


class TroubleSaid(Struct, frozen=True):
    """What is the matter, and what next."""

    what: str
    next: str


_USE_LINK = noted("Go on with the questions, or use the link if there is one.")
_CONVERT = noted("Make an MP4 (H.264) of it, at most 1920 by 1080, or use the link.")
_SAID: dict[Trouble, tuple[str, str]] = {
    "missing": (noted("The file “{file}” is not there."), noted("Put it beside the session file, or use the link.")),
    "outside": (
        noted("The file “{file}” is outside the session's folder."),
        noted("Copy the file itself into the folder, beside the session file."),
    ),
    "not-a-file": (noted("“{file}” is not a film file."), noted("Put the film itself beside the session file.")),
    "forbidden": (noted("The file “{file}” may not be read by you."), noted("Ask for access, or make a copy.")),
    "empty": (noted("The file “{file}” is empty."), noted("Copy it again; wait until it is there completely.")),
    "unreadable": (noted("This laptop cannot play “{file}”."), _CONVERT),
    "no-picture": (noted("“{file}” has no picture, only sound."), _CONVERT),
    "too-large": (noted("The picture of “{file}” is too large for this laptop."), _CONVERT),
    "no-answer": (noted("“{file}” did not open in time."), _USE_LINK),
    "crashed": (noted("The player broke down on “{file}”; the session goes on."), _CONVERT),
    "cut-short": (
        noted("The end of “{file}” cannot be played."),
        noted("Copy it again, or choose an earlier end in the session file."),
    ),
    "stalled": (
        noted("The film waits for more."),
        noted("Wait, use the link, or go on with the questions."),
    ),
    "device-lost": (
        noted("The loudspeaker that played the film is gone; another one plays it now."),
        noted("Ask whether everyone still hears it, and share again with sound if not."),
    ),
    "no-device": (
        noted("This laptop has no loudspeaker now; the film goes on without sound."),
        noted("Connect a loudspeaker or a headset, or use the link."),
    ),
}  # fmt: skip


def trouble_said(trouble: Trouble, file: str, words: Words) -> TroubleSaid:
    """Return a trouble in words."""
    what, following = _SAID[trouble]
    return TroubleSaid(words.say(what, file=file), words.say(following))
