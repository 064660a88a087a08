"""Traps of layout: tabs, indentation, a missing space, lines that start or end a file."""

from __future__ import annotations

from qpido_facilitator.plan.lines import taken_apart
from qpido_facilitator.plan.stop import Stop, Trap
from qpido_facilitator.words import noted


def tab(stop: Stop) -> Trap | None:
    """Recognise a tab, where YAML wants spaces."""
    if "'\\t'" not in stop.reason:
        return None
    if stop.line[: stop.column].strip():
        mended = stop.line[: stop.column] + stop.line[stop.column :].replace("\t", " ")
        return stop.here(noted("a tab stands here; type a space"), mended)
    return stop.here(noted("this line starts with a tab; indent with spaces, two for each level"))


def no_space(stop: Stop) -> Trap | None:
    """Recognise `title:Welkom` and `-een`, where the parser waits for a colon further down."""
    if "could not find expected ':'" in stop.reason:
        row: int | None = stop.from_row
    elif "mapping values are not allowed" in stop.reason:
        row = stop.row_before()
    else:
        return None
    if row is None:
        return None
    line = stop.lines[row]
    parts = taken_apart(line)
    name, colon, rest = parts.value.partition(":")
    column = len(parts.head)
    if not parts.key and colon and rest and not rest.startswith((" ", "//")) and name.isidentifier():
        said = noted("a space is missing after the colon; write {name}: and then the text")
        return stop.at(row, column, said, f"{parts.head}{name}: {rest}", name=name)
    if parts.value.startswith("-") and len(parts.value) > 1 and not parts.key:
        said = noted("a space is missing after the dash; write “- ” and then the text")
        return stop.at(row, column, said, f"{parts.head}- {parts.value[1:]}")
    if "could not find expected" in stop.reason:
        said = noted("a colon is missing in this line; write a name, a colon, a space and the text: title: Welcome")
        return stop.at(row, column, said)
    return None


def document_marks(stop: Stop) -> Trap | None:
    """Recognise `...` and lines that start with `%`."""
    if "YAML document" in stop.reason or "directive" in stop.within + stop.reason or stop.line.startswith("%"):
        return stop.here(noted("a line cannot start with %; take it out, or put double quotes around the text"))
    if "<document start>" not in stop.reason:
        return None
    row = stop.row_before()
    if row is not None and stop.lines[row].startswith("..."):
        return stop.at(row, 0, noted("a line of ... ends the session; take it out"))
    if row is not None and stop.lines[row].startswith("%"):
        return stop.at(row, 0, noted("a line cannot start with %; take it out, or put double quotes around the text"))
    return None


def text_below_a_bar(stop: Stop) -> Trap | None:
    """Recognise a line of a `|` text that starts further left than the first."""
    column = stop.indent
    if "<scalar>" not in stop.reason or stop.column != column:
        return None
    for row in range(stop.row - 1, -1, -1):
        parts = taken_apart(stop.lines[row])
        if parts.value[:1] in ("|", ">") and parts.indent < column:
            return stop.here(
                noted("this line starts further left than the text it belongs to; line it up with the first")
            )
        if parts.value and parts.indent <= column and parts.key:
            return None
    return None


def indentation(stop: Stop) -> Trap | None:
    """Recognise a line that lines up with nothing above it."""
    expected = ("<block end>", "<document start>", "mapping values", "entries are not allowed", "keys are not allowed")
    if not any(sign in stop.reason for sign in expected):
        return None
    column = stop.indent
    dashes = "found '-'" in stop.reason or "found '?'" in stop.reason
    if dashes and stop.from_column == column and "block" in stop.within:
        said = noted("lines with a dash and lines without one stand side by side here; a list goes below its own name")
        return stop.at(stop.row, column, said)
    other, right = _nearest(stop, column)
    if right == column:
        said = noted(
            "this line does not go with the ones above; write a name, a colon, a space and the text: title: Welcome"
        )
        return stop.at(stop.row, column, said)
    said = noted(
        "this line starts in column {here}, the one it may go with (line {other}) in column {right}; line them up"
    )
    return stop.at(stop.row, column, said, here=column + 1, other=other + 1, right=right + 1)


def _nearest(stop: Stop, column: int) -> tuple[int, int]:
    """Return the row above, and the column in it, that this line most probably was to line up with."""
    best = (stop.row, column)
    for row in range(stop.row - 1, -1, -1):
        parts = taken_apart(stop.lines[row])
        if not parts.key or parts.head.lstrip().startswith("#"):
            continue
        for start in (len(parts.head.rstrip()) - len(parts.key) - 1, parts.indent):
            if best[0] == stop.row or abs(start - column) < abs(best[1] - column):
                best = (row, start)
        if parts.indent == 0:
            break
    return best
