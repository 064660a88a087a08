"""The privacy check: what looks like a person in what a reader is to get. It helps, and sees not everything.

What stands there came from people in this session: answers, copies, replies, themes, advice, what was added on the way.
The plan itself is not looked at: its phone numbers are help lines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.privacy import Finding, Kind, find
from qpido_facilitator.privacy.recogniser import MOST_LOOKED_AT
from qpido_facilitator.privacy.swapping import pattern_of
from qpido_facilitator.run.notes import ANSWERS
from qpido_facilitator.run.review import FindingsKept, Reader
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.review import Topic, topics
from qpido_facilitator.words import Words, noted

_OVERLAP = 200


class Written(Struct, frozen=True):
    """A text that is to leave: the object it belongs to, and the topic it stands in, "" for the trainers' own."""

    name: str
    topic: str
    text: str


class Found(Struct, frozen=True):
    """Words that look like a person: where they are, what they are called, and how often the run has them.

    `places` are the objects they stand in, of what is to leave. `instead` is what could be said instead.
    """

    text: str
    kind: Kind
    label: str
    sentence: str
    start: int
    topic: str
    name: str
    places: tuple[str, ...]
    times: int
    instead: str


def check(view: RunView, reader: Reader, words: Words, document: Words) -> tuple[Found, ...]:
    """Return what stands and was not kept, each only once, in the order of the document.

    `words` are those of the window, `document` those of what is made, in which other words are proposed.
    """
    found: dict[str, list[tuple[Written, Finding]]] = {}
    for written in leaving(view, reader, document):
        kept = _kept(view, written)
        for finding in findings(written.text):
            if (finding.start, finding.end) not in kept:
                found.setdefault(finding.text.casefold(), []).append((written, finding))
    everywhere = everything_written(view)
    return tuple(_found(hits, everywhere, words, document) for hits in found.values())


def leaving(view: RunView, reader: Reader, words: Words) -> Iterator[Written]:
    """Return every text that people wrote in this session and that a reader gets."""
    for topic in topics(view, reader, words):
        yield from _of_topic(topic, view)
    if reader == "internal":
        # the team can have every answer as it was noted
        for note in view.notes.all():
            if note.place.kind in ANSWERS:
                yield Written(note.id, "", "\n".join((note.text, *note.others)))
    reviewed = view.review.reviewed
    if reader != "participants":
        yield Written("themes", "", "\n".join(reviewed.themes))
        yield Written("recommendations", "", reviewed.recommendations)
    if reader == "internal":
        for name, text in reviewed.debrief:
            yield Written(f"debrief-{name}", "", text)
        for entry in view.agenda.entries:
            if entry.reason:
                yield Written(f"{entry.item.id}.reason", "", entry.reason)


def findings(text: str) -> tuple[Finding, ...]:
    """Return what looks like a person in a text of any length: the recogniser looks at so much at a time."""
    found: dict[int, Finding] = {}
    for start in range(0, max(len(text), 1), MOST_LOOKED_AT - _OVERLAP):
        for one in find(text[start : start + MOST_LOOKED_AT]):
            found.setdefault(start + one.start, replace(one, start=start + one.start, end=start + one.end))
    return tuple(found[start] for start in sorted(found))


def everything_written(view: RunView) -> tuple[str, ...]:
    """Return every text of the run, whoever gets it, to count how often words are there."""
    notes = view.notes.all()
    texts = [text for note in notes for text in (note.text, *note.others)]
    copies = (view.review.copy(note.id) for note in notes)
    texts += [text for copy in copies for text in (copy.text, copy.reply) if text]
    texts += [view.harvests.of(note.id).text for note in notes]
    reviewed = view.review.reviewed
    texts += [*reviewed.themes, reviewed.recommendations, *(text for _, text in reviewed.debrief)]
    return tuple(texts)


def keeping(view: RunView, reader: Reader, found: Found, document: Words) -> tuple[tuple[str, FindingsKept], ...]:
    """Return what has to be kept for these words to be let stand wherever they leave, for `Reviewing.keep`."""
    made = []
    for written in leaving(view, reader, document):
        spans = tuple(
            (one.start, one.end) for one in findings(written.text) if one.text.casefold() == found.text.casefold()
        )
        if spans:
            every = dict.fromkeys((*_kept(view, written), *spans))
            made.append((written.name, FindingsKept(_hash(written.text), tuple(sorted(every)), written.name)))
    return tuple(made)


def _of_topic(topic: Topic, view: RunView) -> Iterator[Written]:
    if topic.question is not None and _is_inserted(view, topic.item):
        yield Written(topic.item, topic.key, topic.title)
    for line in topic.included:
        yield Written(line.note, topic.key, "\n".join((line.text, *line.others)))
        if line.reply:
            yield Written(f"{line.note}.reply", topic.key, line.reply)


def _is_inserted(view: RunView, item: str) -> bool:
    entry = view.agenda.entry(item)
    return bool(entry and entry.inserted)


def _kept(view: RunView, written: Written) -> tuple[tuple[int, int], ...]:
    kept = view.review.kept(written.name)
    return kept.spans if kept.text == _hash(written.text) else ()


def _found(hits: list[tuple[Written, Finding]], everywhere: tuple[str, ...], words: Words, document: Words) -> Found:
    written, finding = hits[0]
    pattern = pattern_of(finding.text)
    return Found(
        text=finding.text,
        kind=finding.kind,
        label=words.say(_LABELS[finding.kind]),
        sentence=written.text,
        start=finding.start,
        topic=written.topic,
        name=written.name,
        places=tuple(dict.fromkeys(hit.name for hit, _ in hits)),
        times=max(sum(len(pattern.findall(text)) for text in everywhere), len(hits)),
        instead=document.say(_INSTEAD[finding.kind]),
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


_LABELS: dict[Kind, str] = {
    "name": noted("Probably a name"),
    "phone": noted("Probably a phone number"),
    "mail": noted("Probably an e-mail address"),
    "birth": noted("Probably a date of birth"),
    "number": noted("Probably a citizen service number"),
    "address": noted("Probably an address"),
    "school": noted("School or class, can point to someone"),
    "age-place": noted("Age with a place, can point to someone"),
    "account": noted("Probably an account"),
}

_INSTEAD: dict[Kind, str] = {
    "name": noted("someone"),
    "phone": noted("[phone number]"),
    "mail": noted("[e-mail address]"),
    "birth": noted("[date of birth]"),
    "number": noted("[number]"),
    "address": noted("[address]"),
    "school": noted("a school"),
    "age-place": noted("a young person"),
    "account": noted("[account]"),
}
