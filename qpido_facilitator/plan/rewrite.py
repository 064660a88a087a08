"""Other minutes in a session file, and not one byte besides them.

The file is read as always, which tells where each length stands; only that text is replaced. An item without a length
gets a line above its kind. What comes out is read once more and has to be the same session with those minutes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from qpido_facilitator.errors import QpidoError
from qpido_facilitator.plan.guard import tree
from qpido_facilitator.plan.loader import load_text
from qpido_facilitator.plan.model import SessionPlan
from qpido_facilitator.plan.nodes import Mapping as Fields
from qpido_facilitator.plan.nodes import Node, Scalar, Sequence
from qpido_facilitator.plan.problems import Problems
from qpido_facilitator.plan.source import decode

_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)?")


class NotRewritable(QpidoError):
    """This file cannot be given other minutes without changing more than those."""


class _Edit(Struct, frozen=True, order=True):
    """Text to put at a place, over `length` letters of what stands there; `line` and `column` count from 0."""

    line: int
    column: int
    length: int
    text: str


def with_minutes(data: bytes, minutes: Mapping[str, float]) -> bytes:
    """Return a session file with other lengths, by item.

    Raises NotRewritable for a file with errors, an item that is not in it, and what would not be read back so.
    """
    plan = load_text(data, "session.yaml", None).plan
    if plan is None or not set(minutes) <= {item.id for item in plan.items()}:
        raise NotRewritable("session")
    root = _root(data)
    edits = [edit for item, node in _items(plan, root) if item in minutes for edit in _edit(node, minutes[item])]
    changed = _applied(data, edits)
    after = load_text(changed, "session.yaml", None).plan
    if after != _expected(plan, minutes):
        raise NotRewritable("session")
    return changed


def _root(data: bytes) -> Node | None:
    problems = Problems("session.yaml")
    text = decode(data, problems)
    return None if text is None else tree(text, problems)


def _items(plan: SessionPlan, root: Node | None) -> Iterable[tuple[str, Fields]]:
    """Return the items of a plan with where they stand; both are in the order of the file."""
    parts = root.get("parts") if isinstance(root, Fields) else None
    for part, node in zip(plan.parts, _list(parts), strict=True):
        written = node.get("items") if isinstance(node, Fields) else None
        for item, place in zip(part.items, _list(written), strict=True):
            if isinstance(place, Fields):
                yield item.id, place


def _list(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _edit(node: Fields, minutes: float) -> Iterable[_Edit]:
    length = f"{minutes:g}"
    for key, value in node.pairs:
        if key.text == "minutes" and isinstance(value, Scalar):
            # an empty value stands right behind its colon, or wherever the parser found the next thing
            if not value.text:
                return [_Edit(key.line - 1, key.column - 1 + len("minutes:"), 0, f" {length}")]
            width = len(value.text) if value.plain else len(value.text) + 2
            return [_Edit(value.line - 1, value.column - 1, width, length)]
    kind = next((key for key, _ in node.pairs if key.text == "kind"), None)
    if kind is None:
        return []
    if node.flow:
        return [_Edit(kind.line - 1, kind.column - 1, 0, f"minutes: {length}, ")]
    return [_Edit(kind.line - 1, kind.column - 1, 0, f"minutes: {length}\n{' ' * (kind.column - 1)}")]


def _applied(data: bytes, edits: Iterable[_Edit]) -> bytes:
    """Return the file with these edits, in its own encoding and with its own line ends."""
    mark, encoding = _encoding(data)
    lines = _LINE.findall(data[len(mark) :].decode(encoding))
    for edit in sorted(edits, reverse=True):
        line = lines[edit.line]
        end = line[len(line.rstrip("\r\n")) :] or "\n"
        text = edit.text.replace("\n", end)
        lines[edit.line] = line[: edit.column] + text + line[edit.column + edit.length :]
    return mark + "".join(lines).encode(encoding)


def _encoding(data: bytes) -> tuple[bytes, str]:
    marks = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
    return next(((mark, name) for mark, name in marks if data.startswith(mark)), (b"", "utf-8"))


def _expected(plan: SessionPlan, minutes: Mapping[str, float]) -> SessionPlan:
    parts = (
        replace(
            part,
            items=tuple(replace(item, minutes=minutes.get(item.id, item.minutes)) for item in part.items),
        )
        for part in plan.parts
    )
    return replace(plan, parts=tuple(parts))
