"""What a note said before: every text it had, to look back at and to put back."""

from __future__ import annotations

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.people import who
from qpido_facilitator.words import Words

MOST_SHOWN = 10


class Earlier(Struct, frozen=True):
    """A text that stands in the note no more, and in one line when it was put and by whom."""

    text: str
    about: str


def earlier_texts(view: RunView, note: str, words: Words) -> tuple[Earlier, ...]:
    """Return the texts that a note had and has no more, the newest first, each once and ten at most."""
    now = view.notes.get(note)
    if now is None:
        return ()
    seen = {now.text, *now.others}
    found: list[Earlier] = []
    for version in reversed(view.notes.history(note)):
        if version.text is not None and version.text not in seen:
            seen.add(version.text)
            about = f"{local(version.when):%H:%M}, {who(view, version.writer, words)}"
            found.append(Earlier(version.text, about))
    return tuple(found[:MOST_SHOWN])
