"""Two versions of one note, side by side: who wrote which, and where they differ."""

from __future__ import annotations

import re
from datetime import datetime
from difflib import SequenceMatcher

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.notes import Note
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.groups import group_name, group_of
from qpido_facilitator.show.people import who
from qpido_facilitator.words import Words

MOST_SHOWN = 5
_PIECES = re.compile(r"\s+|[^\s]+")


class Written(Struct, frozen=True):
    """One version. `strong` are the start and end of what the other versions do not have."""

    text: str
    who: str
    when: str
    mine: bool
    strong: tuple[tuple[int, int], ...]


class Conflict(Struct, frozen=True):
    """A note with more versions than one, the newest five of them; one of mine comes first.

    `run.noting.keep(note, text)` keeps one, `run.noting.keep_both(note)` makes an answer of each.
    """

    note: str
    title: str
    where: str
    versions: tuple[Written, ...]
    more: str = ""


def conflict_of(view: RunView, note: Note, words: Words) -> Conflict | None:
    """Return what stands against what in a note, None when there is one version or an unreadable one."""
    if not note.others or note.newer:
        return None
    heads = view.registers.heads(f"note/{note.id}/text")
    said = {version.writer: version for version in view.notes.history(note.id)}
    texts: dict[str, tuple[str, datetime]] = {}
    for head in heads:
        version = said[head.writer]
        if version.text is not None:
            texts[version.text] = head.writer, version.when
    mine = view.laptops.of(view.writer)
    rows = [(text, writer, when, _is_mine(view, writer, mine)) for text, (writer, when) in reversed(texts.items())]
    rows.sort(key=lambda row: not row[3])
    shown = rows[:MOST_SHOWN]
    return Conflict(
        note=note.id,
        title=words.say("Two versions of one answer"),
        where=_where(view, note, words),
        versions=tuple(
            Written(text, who(view, writer, words), f"{local(when):%H:%M}", own, _strong(text, shown))
            for text, writer, when, own in shown
        ),
        more=words.say("{n} more", n=len(rows) - len(shown)) if len(rows) > len(shown) else "",
    )


def differing(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of the words of a text that another text does not have, in order."""
    mine, theirs = _words(text), _words(other)
    found: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, [word for word, _ in mine], [word for word, _ in theirs], autojunk=False)
    for kind, first, last, _, _ in matcher.get_opcodes():
        if kind in ("replace", "delete"):
            start, end = mine[first][1], mine[last - 1][1] + len(mine[last - 1][0])
            found.append((start, end))
    return tuple(found)


def _strong(text: str, rows: list[tuple[str, str, datetime, bool]]) -> tuple[tuple[int, int], ...]:
    other = next((one for one, *_ in rows if one != text), "")
    return differing(text[:4000], other[:4000])


def _words(text: str) -> list[tuple[str, int]]:
    return [(found[0], found.start()) for found in _PIECES.finditer(text) if found[0].strip()]


def _is_mine(view: RunView, writer: str, mine: object) -> bool:
    return writer == view.writer or (mine is not None and view.laptops.of(writer) == mine)


def _where(view: RunView, note: Note, words: Words) -> str:
    """Return which question and group it is, and that nothing is gone."""
    entry = view.agenda.entry(note.place.item)
    asked = entry.item.questions if entry else ()
    number = next((number for number, one in enumerate(asked, 1) if one.id == note.place.question), 0)
    group = words.say("Plenary")
    if entry and note.place.group is not None:
        group = group_name(group_of(view, entry.item, note.place.group), words)
    if not number:
        return words.say("{group}. You changed it at the same moment. Nothing is gone.", group=group)
    return words.say(
        "Question {n}, {group}. You changed it at the same moment. Nothing is gone.", n=number, group=group
    )
