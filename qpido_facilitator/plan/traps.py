"""What trainers fall into when they write YAML by hand, and the sentence that helps.

The parser says what it expected; the line it stopped at says what was meant. Each trap looks at both. Where
the repair is beyond doubt it comes along, so that reading can go on to the next fault.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import yaml

from qpido_facilitator.plan import traps_brackets as brackets
from qpido_facilitator.plan import traps_layout as layout
from qpido_facilitator.plan import traps_text as text
from qpido_facilitator.plan.stop import Stop, Trap, stopped
from qpido_facilitator.words import noted


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Trap:
    """Return the trap behind an error of the parser."""
    stop = stopped(error, lines)
    for recognise in _TRAPS:
        trap = recognise(stop)
        if trap is not None:
            return trap
    said = noted("this cannot be read; look at the quotes, the brackets and the indentation here and in the line above")
    return stop.here(said)


# the order counts: the more particular trap first
_TRAPS: tuple[Callable[[Stop], Trap | None], ...] = (
    layout.tab,
    text.unclosed_quote,
    text.backslash,
    brackets.question_mark_in_braces,
    layout.document_marks,
    brackets.unclosed_brackets,
    brackets.within_brackets,
    layout.no_space,
    brackets.extra_bracket,
    text.quotes_end_early,
    text.curly_quotes,
    text.starts_with_a_sign,
    text.colon_in_text,
    layout.text_below_a_bar,
    layout.indentation,
)
