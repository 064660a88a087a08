"""An item has to fit on one line of a journal, or the session could be opened and never be started."""

from __future__ import annotations

from qpido_facilitator.library import Library
from qpido_facilitator.plan.loader import load_text
from qpido_facilitator.resources import Places
from qpido_facilitator.words import Words


def session(questions: int) -> bytes:
    """Return a session with an item of so many questions of 1,900 letters."""
    asked = "".join(f'          - {{id: q{number}, text: "{"é" * 1_900}"}}\n' for number in range(questions))
    head = "format: 1\nid: a\ntitle: A\nparts:\n  - id: p\n    title: P\n    items:\n"
    return (
        head + "      - id: big\n        kind: discussion\n        title: Big\n        questions:\n" + asked
    ).encode()


def test_an_item_that_would_not_fit_on_a_line_is_refused_with_its_place():
    loaded = load_text(session(20), "a.yaml", None)
    assert loaded.plan is None
    assert any("split it" in problem.sentence(Words("en")) for problem in loaded.problems)


def test_the_largest_item_that_is_allowed_can_be_started(home, clock):
    loaded = load_text(session(14), "a.yaml", None)
    assert loaded.plan is not None
    run = Library(Places(home), clock).start(loaded.plan)
    assert run.agenda.entry("big") is not None
    run.close()
