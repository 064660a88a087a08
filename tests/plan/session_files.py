"""Session files to break, and what the loader says of them."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent, indent

from qpido_facilitator.plan.loader import Loaded, load_text
from qpido_facilitator.plan.model import SessionPlan, Text
from qpido_facilitator.words import Words

SENTENCE = re.compile(r"\A[^:\n]+:\d+:\d+: [^\n]+\Z")

EXAMPLE = """\
format: 1
id: voorbeeld
title: Voorbeeld
language: nl
minutes: 120
groups: 4
parts:
  - id: welkom
    title: Welkom
    items:
      - id: praktisch
        kind: rules
        title: Praktisch
        short: Praktisch            # <= 16 characters
        minutes: 3                  # may be left out: unknown
        min: 2
        points: [Camera aan, {text: Vragen, points: [via de chat]}]
        notes: {say: "…", ask: "…", careful: "…", silent: "…"}
        chat: "tekst om te kopiëren"
  - id: aanpak
    title: Jullie aanpak
    core: true
    items:
      - id: in-groepen
        kind: breakout
        minutes: 13
        rooms: 10
        task: Bespreek jullie aanpak
        questions:
          - {id: aanpak, text: "Wat is jullie aanpak?"}
          - {id: protocol, text: "Hebben jullie een protocol?", for: [1, 2]}
      - {id: oogst, kind: harvest, of: in-groepen, minutes: 7}
"""

_AROUND = """\
title: Test
groups: 4
parts:
  - title: Deel
    items:
"""
ITEMS_START = _AROUND.count("\n") + 1


def loaded(text: str | bytes, folder: Path | None = None) -> Loaded:
    """Load text as if it stood in `s.yaml`."""
    return load_text(text.encode() if isinstance(text, str) else text, "s.yaml", folder)


def sentences(what: Loaded) -> list[str]:
    """Return what the loader says, in English, without the name of the file."""
    return [problem.sentence(Words("en")).removeprefix("s.yaml:") for problem in what.problems]


def said(text: str | bytes, folder: Path | None = None) -> str:
    """Return everything the loader says of a text."""
    return "\n".join(sentences(loaded(text, folder)))


def with_items(items: str) -> str:
    """Return a session with these items, the first of them on line ITEMS_START."""
    return _AROUND + indent(dedent(items).strip("\n"), "      ") + "\n"


def with_item(fields: str) -> str:
    """Return a session with one item of these fields; the first of them is on line ITEMS_START."""
    lines = dedent(fields).strip("\n").split("\n")
    return with_items("\n".join(("- " if number == 0 else "  ") + line for number, line in enumerate(lines)))


def plan_of(text: str | bytes, folder: Path | None = None) -> SessionPlan:
    """Return the plan of a text that has to load."""
    found = loaded(text, folder)
    assert found.plan is not None, sentences(found)
    return found.plan


def text_of(fields: str) -> Text:
    """Return the one item, shown as text, of a session that has to load."""
    (item,) = plan_of(with_item(fields)).items()
    assert isinstance(item, Text)
    return item
