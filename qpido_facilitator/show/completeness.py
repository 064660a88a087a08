"""Is everything here? How many answers of how many, from how many laptops, and what is known to be missing.

What is missing is known from three things: the numbers of a writer's facts have no holes, a trainer said up to where it
read them, and a note has a text and a place. What a writer said last and nobody passed on cannot be known: that is why
it also tells when each was last heard.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from qpido_facilitator.clock import local
from qpido_facilitator.run.view import RunView
from qpido_facilitator.show.people import who_else
from qpido_facilitator.words import Words


class Source(Struct, frozen=True):
    """A laptop: how many answers are from it, how many of its facts are missing, when it was last heard."""

    who: str
    answers: int
    missing: int
    heard: datetime | None
    text: str


class Completeness(Struct, frozen=True):
    """`text` says it in a sentence, `gaps` names what is missing; `versions` are answers with two texts to settle."""

    here: int
    known: int
    laptops: int
    missing: int
    versions: int
    text: str
    gaps: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def complete(self) -> bool:
        """Say whether nothing is known to be missing."""
        return not self.missing and self.here == self.known


def completeness_of(view: RunView, words: Words) -> Completeness:
    """Return whether every answer that is known of is here."""
    answers = view.notes.answers_by()
    laptops = view.laptops.all()
    opened = {writer for laptop in laptops for writer in laptop.writers}
    writers = opened | view.heard.known() | {gap.writer for gap in view.registers.gaps()}
    missing = {writer: view.registers.missing(writer, view.heard.by_trainers(writer)) for writer in writers}
    sources = tuple(_source(view, laptop.writers, answers, missing, words) for laptop in laptops)
    strangers = sum(missing[writer] for writer in writers - opened)
    here = sum(answers.values())
    known = here + view.notes.partial
    from_where = sum(bool(source.answers) for source in sources)
    text = words.plural(
        "{here} of {n} answer from {laptops}",
        "{here} of {n} answers from {laptops}",
        known,
        here=here,
        laptops=words.plural("{n} laptop", "{n} laptops", from_where),
    )
    gaps = [_gap(source.who, source.missing, words) for source in sources if source.missing]
    if strangers:
        gaps.append(_gap(words.say("someone who did not open here yet"), strangers, words))
    return Completeness(
        here=here,
        known=known,
        laptops=from_where,
        missing=sum(missing.values()),
        versions=view.notes.torn,
        text=text,
        gaps=tuple(gaps),
        sources=sources,
    )


def _source(
    view: RunView, writers: frozenset[str], wrote: Mapping[str, int], missing: dict[str, int], words: Words
) -> Source:
    name = who_else(view, min(writers), words)
    answers = sum(wrote.get(writer, 0) for writer in writers)
    heard = max((moment for writer in writers if (moment := view.last_heard(writer))), default=None)
    said = words.plural("{who}: {n} answer", "{who}: {n} answers", answers, who=name)
    when = words.say("last heard {time}", time=f"{local(heard):%H:%M}") if heard else ""
    text = words.say("{what}, {when}", what=said, when=when) if when else said
    return Source(name, answers, sum(missing.get(writer, 0) for writer in writers), heard, text)


def _gap(name: str, missing: int, words: Words) -> str:
    return words.plural(
        "{n} thing that {who} wrote is not here yet", "{n} things that {who} wrote are not here yet", missing, who=name
    )
