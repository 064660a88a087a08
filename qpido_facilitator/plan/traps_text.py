"""Traps inside a text: quotes, colons, and signs that mean something to YAML."""

from __future__ import annotations

from qpido_facilitator.plan.lines import quoted, quoted_in_braces, taken_apart
from qpido_facilitator.plan.stop import Stop, Trap
from qpido_facilitator.words import noted

_SPECIAL = "*&!|>%@`-?,]}[{#"


def unclosed_quote(stop: Stop) -> Trap | None:
    """Recognise a quote that closes at the end of the file, or at the next quote further down."""
    said = noted("the quote that opens here is not closed; put the same quote at the end of the text")
    if "quoted scalar" in stop.within and "end of stream" in stop.reason and stop.from_row is not None:
        return stop.at(stop.from_row, stop.from_column, said)
    if "quoted scalar" in stop.within and "document separator" in stop.reason and stop.from_row is not None:
        return stop.at(stop.from_row, stop.from_column, said)
    row = stop.row_before()
    if "<scalar>" not in stop.reason or row is None:
        return None
    above = taken_apart(stop.lines[row])
    quote = above.value[:1]
    if quote in ('"', "'") and above.value.count(quote) % 2 and stop.line[: stop.column].count(quote) % 2:
        return stop.at(row, len(above.head), said, above.head + above.value + quote)
    return None


def backslash(stop: Stop) -> Trap | None:
    r"""Recognise `"C:\pad"`."""
    if "double-quoted scalar" not in stop.within or "escape" not in stop.reason:
        return None
    said = noted(
        "a backslash between double quotes means something else; write \\\\ or put single quotes around the text"
    )
    return stop.here(said, stop.line.replace("\\", "\\\\"))


def quotes_end_early(stop: Stop) -> Trap | None:
    """Recognise `'Foto's'` and `"Hallo" zei hij`."""
    parts = taken_apart(stop.line)
    if parts.value[:1] not in ("'", '"') or stop.column <= len(parts.head):
        return None
    if not any(sign in stop.reason for sign in ("<scalar>", "mapping values", "but found")):
        return None
    if parts.value.startswith("'"):
        said = noted("the quote in the middle ends the text; put double quotes around the whole text")
        inside = parts.value.strip("'")
        return stop.at(stop.row, len(parts.head), said, parts.head + quoted(inside))
    said = noted(
        "the quotes end before the text does; put double quotes around the whole text and ‘single ones’ inside"
    )
    inside = parts.value.replace('"', "")
    return stop.at(stop.row, len(parts.head), said, parts.head + quoted(inside))


def curly_quotes(stop: Stop) -> Trap | None:
    """Recognise quotes as a word processor makes them."""
    parts = taken_apart(stop.line)
    if parts.value[:1] not in ("“", "”", "„") or stop.column <= len(parts.head):
        return None
    said = noted('curly quotes do not count as quotes here; type straight double quotes around the text: "…"')
    return stop.at(stop.row, len(parts.head), said, parts.quoted())


def colon_in_text(stop: Stop) -> Trap | None:
    """Recognise `title: Film: deel 1`."""
    if "mapping values are not allowed" not in stop.reason:
        return None
    parts = taken_apart(stop.line)
    if stop.column > len(parts.head):
        said = noted('a colon in running text needs quotes; put double quotes around the text: "…: …"')
        repair = parts.quoted() if parts.key or parts.head.endswith("- ") else None
        return stop.here(said, repair)
    return None


def starts_with_a_sign(stop: Stop) -> Trap | None:
    """Recognise a value such as `@home`, `*ster*` or `[Let op] dit`."""
    parts = taken_apart(stop.line)
    sign = parts.value[:1]
    if not sign or sign not in _SPECIAL or stop.column < len(parts.head):
        return _sign_in_braces(stop)
    if sign in "[{" and "<block end>" not in stop.reason:
        return _sign_in_braces(stop)
    if not parts.key and sign in "?-%" and not _cannot_start(stop):
        return None
    said = noted("a text cannot start with {sign}; put double quotes around the text")
    return stop.at(stop.row, len(parts.head), said, parts.quoted(), sign=sign)


def _cannot_start(stop: Stop) -> bool:
    return "cannot start any token" in stop.reason


def _sign_in_braces(stop: Stop) -> Trap | None:
    column = stop.column
    if ("alias" in stop.within or "anchor" in stop.within) and stop.from_row == stop.row:
        column = stop.from_column
    elif not _cannot_start(stop) and "flow node" not in stop.within:
        return None
    said = noted("a text cannot start with {sign}; put double quotes around the text")
    found = quoted_in_braces(stop.line, column)
    sign = stop.line[column : column + 1]
    return stop.at(stop.row, column, said, found[1] if found else None, sign=sign)
