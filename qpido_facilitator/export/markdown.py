"""A document as Markdown, for a mail or a wiki; every text is shown as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qpido_facilitator.export.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Picture,
    Table,
    lines,
)


def markdown(document: Document) -> str:
    """Return a document as Markdown, ending in a line end."""
    made = ["# " + _plain(document.title), "", _plain(document.below), ""]
    for block in document.blocks:
        made += [*_block(block), ""]
    return "\n".join(made).rstrip("\n") + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield "#" * (block.level + 1) + " " + _plain(block.text)
        case Paragraph():
            yield _paragraph(block)
        case Bullets():
            for number, item in enumerate(block.items, 1):
                yield from _bullet(item, f"{number}. " if block.numbered else "- ", "")
        case Table():
            yield from _table(block)
        case Picture():
            yield f"*{_plain(block.alt)}*"


def _paragraph(block: Paragraph) -> str:
    said = _plain(block.text)
    shown = {"plain": said, "strong": f"**{said}**", "quiet": f"*{said}*", "notice": f"> ⚠ {said}"}[block.tone]
    return shown if said else ""


def _bullet(item: Bullet, mark: str, indent: str) -> Iterator[str]:
    first, *rest = lines(item.text)
    said = _plain(first)
    if item.quiet:
        said = f"{said}: *{_plain(item.quiet)}*" if said else f"*{_plain(item.quiet)}*"
    yield f"{indent}{mark}{said}" + (":" if item.below and not item.text.endswith((".", "?", "!", ":")) else "")
    for line in rest:
        yield f"{indent}    {_plain(line)}"
    for one in item.below:
        yield from _bullet(one, "- ", indent + "  ")


def _table(table: Table) -> Iterator[str]:
    numeric = [any(row[at].number is not None for row in table.rows) for at in range(len(table.header))]
    yield "| " + " | ".join(_plain(title) for title in table.header) + " |"
    yield "| " + " | ".join("---:" if one else "---" for one in numeric) + " |"
    for row in table.rows:
        yield "| " + " | ".join(_plain(cell.text) for cell in row) + " |"


def _plain(text: str) -> str:
    """Return text in which nothing means anything to Markdown or HTML."""
    one_line = " ".join(lines(text))
    escaped = re.sub(r"([\\`*_\[\]<>|#&~])", r"\\\1", one_line)
    # at the beginning of a line these would make a list, a heading or a number
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", re.sub(r"^(\s*)([-+=])", r"\1\\\2", escaped))
