"""Runs full of what breaks documents: seeded, so that each can be made again by its number."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qpido_facilitator.clock import ManualClock
from qpido_facilitator.journal.keys import SigningKey
from qpido_facilitator.plan.model import (
    AnyItem,
    Breakout,
    Cue,
    Discussion,
    Legal,
    Link,
    Links,
    Part,
    Point,
    Question,
    Review,
    SessionPlan,
    Source,
    SpeakerNotes,
    Steps,
)
from qpido_facilitator.run.notes import Place
from qpido_facilitator.run.run import Identity, Run

PIECES = (
    "", " ", "a", "=1+1", "=cmd|' /C calc'!A0", "+31 6", "-5", "@SUM(A1)", "\t=2", "\n=3", "'=4", "|x", "%y", ";", '"',
    "<b>bold</b>", "</w:t>", "<img src=/dev/zero>", "&amp; & &#0;", "]]>", "<!--", "{{x}}", "${x}", "_x0041_", "\\n",
    "# head", "1. one", "- point", "| a | b |", "*bold* _it_", "[l](javascript:x)", "~~~", "> quote", "---", "```",
    "\x00\x01\x07\x08\x0b\x0c\x1b\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\u200b", "\u202e evil", "\ufffe\uffff",
    "\ud800", "\udfff", "\ud83d", "👍🏽 👨‍👩‍👧‍👦 🇳🇱", "ماذا تقول؟", "שלום", "Z̸̧̛̖a̵l̷g̶o̸", "ĳ Ĳ ß ﬁ", "𝔘𝔫𝔦", "漢字かな",
    "one\r\ntwo\rthree\n\nfour",
    "a" * 400, "word " * 300, "x" * 16_000, "مرحبا " * 2_000, "=" * 3_000, "\n" * 500,
)  # fmt: skip
_SHORT = tuple(piece for piece in PIECES if len(piece) <= 60)


@contextmanager
def nasty_run(folder: Path, number: int) -> Iterator[Run]:
    """Give an open run of a nasty plan, with nasty notes of every kind; number 0 has nothing at all."""
    luck = random.Random(number)
    key = SigningKey()
    clock = ManualClock()
    run = Run(folder / str(number), Identity(key.name, key), clock)
    try:
        run.agenda.lay_down(_plan(luck, number))
        if number:
            _live_through(run, clock, luck, _SHORT if _is_large(number) else PIECES)
        yield run
    finally:
        run.close()


def said(luck: random.Random, pieces: tuple[str, ...] = PIECES) -> str:
    """Return something nasty."""
    return luck.choice((" ", "", "\n")).join(luck.choices(pieces, k=luck.choice((1, 1, 2, 3))))


def _is_large(number: int) -> bool:
    """Say whether a run has as many groups and questions as fit; its texts are shorter then."""
    return number % 7 == 3


def _plan(luck: random.Random, number: int) -> SessionPlan:
    """Return a plan with nasty texts in it."""
    groups, questions = (12, 40) if _is_large(number) else (luck.randint(0, 4), luck.randint(0, 3))
    if number == 0:
        return SessionPlan(id="nothing", title="", parts=(Part("p", "", items=()),))
    asked = tuple(Question(f"q{n}", _line(luck), chat=_line(luck)) for n in range(questions))
    items: tuple[AnyItem, ...] = (
        Discussion(id="talk", title=_line(luck), minutes=luck.choice((None, 0, 2.5)), questions=asked,
                   notes=SpeakerNotes(_line(luck), _line(luck)), cues=(Cue("half", _line(luck), _line(luck)),)),
        Breakout(id="rooms", title=_line(luck), minutes=10, rooms=5, groups=groups or None, questions=asked),
        Legal(id="law", title=_line(luck), points=(Point(_line(luck)),), review=Review(role=_line(luck), sources=(
            Source(_line(luck), _line(luck), luck.choice((None, "2026-01-02", "x"))),))),
        Steps(id="steps", title=_line(luck), text=_line(luck), points=(Point(_line(luck), (Point(_line(luck)),)),)),
        Links(id="links", links=(Link(_line(luck), _line(luck), _line(luck), _line(luck), help=luck.random() < 0.5),)),
    )  # fmt: skip
    return SessionPlan(id="nasty", title=_line(luck), language=luck.choice(("nl", "en")), minutes=60, groups=groups,
                       parts=(Part("p", _line(luck), items=items),))  # fmt: skip


def _line(luck: random.Random) -> str:
    """Return something nasty that a plan may hold: the loader lets through what is text and no longer than this."""
    return said(luck).encode("utf-8", "ignore").decode("utf-8")[:600]


def _live_through(run: Run, clock: ManualClock, luck: random.Random, pieces: tuple[str, ...]) -> None:
    for step in run.agenda.steps():
        run.stage.enter(step)
        clock.advance(minutes=luck.random() * 4)
    for entry in run.agenda.entries:
        questions = [None, *(one.id for one in entry.item.questions)]
        for question in questions:
            groups = [None, *(group.id for group in run.agenda.groups_of(entry.item))]
            for group in groups if entry.item.kind in ("breakout", "discussion") else ():
                if luck.random() < 0.5:
                    kind = luck.choice(("answer", "answer", "quote", "plenary-question", "parking", "observation"))
                    run.notes.add(Place(entry.item.id, question, group, kind), said(luck, pieces))
    for note in luck.sample(run.notes.all(), min(6, len(run.notes.all()))):
        run.reviewing.word(note.id, said(luck))
        run.reviewing.reply(note.id, said(luck))
        run.reap.pin(note.id)
    run.reviewing.name_themes([said(luck), said(luck)])
    run.reviewing.recommend(said(luck))
    run.reviewing.debrief("well", said(luck))
    run.signals.note("other", None, "trainer")
    run.agenda.skip("links", reason=said(luck).encode("utf-8", "ignore").decode("utf-8"))
