"""Traps between brackets and braces."""

from __future__ import annotations

from qpido_facilitator.plan.lines import quoted_in_braces
from qpido_facilitator.plan.stop import Stop, Trap
from qpido_facilitator.words import noted


def question_mark_in_braces(stop: Stop) -> Trap | None:
    """Recognise `{text: Wat?}`."""
    if "flow" not in stop.within or "but got '?'" not in stop.reason:
        return None
    found = quoted_in_braces(stop.line, stop.column)
    said = noted('a question mark between braces needs quotes; put double quotes around the text: text: "…?"')
    return stop.at(stop.row, found[0], said, found[1]) if found else stop.here(said)


def unclosed_brackets(stop: Stop) -> Trap | None:
    """Recognise a bracket that is not closed, or closed with the wrong one."""
    if "flow" not in stop.within or stop.from_row is None or "expected ',' or" not in stop.reason:
        return None
    sign = stop.lines[stop.from_row][stop.from_column : stop.from_column + 1]
    if sign not in ("[", "{"):
        return None
    close = "]" if sign == "[" else "}"
    if "but got ']'" in stop.reason or "but got '}'" in stop.reason:
        said = noted("what opened with {sign} closes here with the wrong bracket; close it with {close}")
        return stop.here(said, sign=sign, close=close)
    if stop.row == stop.from_row and "<stream end>" not in stop.reason:
        return None
    said = noted("the {sign} that opens here is not closed; put {close} at its end, or double quotes around the text")
    return stop.at(stop.from_row, stop.from_column, said, sign=sign, close=close)


def within_brackets(stop: Stop) -> Trap | None:
    """Recognise `{text: Film: deel 1}` and a missing comma."""
    if "flow" not in stop.within or "expected ',' or" not in stop.reason:
        return None
    if "but got ':'" in stop.reason:
        said = noted('a colon between braces needs quotes, or a comma is missing; write text: "…: …"')
        found = quoted_in_braces(stop.line, stop.column)
        return stop.here(said, found[1] if found else None)
    return stop.here(
        noted("a comma is missing here, or quotes end before the text does; put double quotes around each text")
    )


def extra_bracket(stop: Stop) -> Trap | None:
    """Recognise a closing bracket too many."""
    for sign in ("]", "}"):
        if f"<block end>, but found '{sign}'" in stop.reason:
            said = noted("this {sign} closes nothing; take it out, or put double quotes around the text")
            return stop.here(said, sign=sign)
    return None
