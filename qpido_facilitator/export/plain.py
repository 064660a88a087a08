"""A document as plain text, to paste into a mail."""

from __future__ import annotations

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


def plain(document: Document) -> str:
    """Return a document as text without marks, ending in a line end."""
    made = [_one(document.title), _one(document.below), ""]
    for block in document.blocks:
        made += [*_block(block), ""]
    return "\n".join(made).rstrip("\n") + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _one(block.text).upper() if block.level == 1 else _one(block.text)
        case Paragraph():
            yield from lines(block.text)
        case Bullets():
            for number, item in enumerate(block.items, 1):
                yield from _bullet(item, f"{number}. " if block.numbered else "- ", "")
        case Table():
            for row in block.rows:
                yield "- " + ", ".join(_one(cell.text) for cell in row if cell.text)
        case Picture():
            yield _one(block.alt)


def _bullet(item: Bullet, mark: str, indent: str) -> Iterator[str]:
    first, *rest = lines(item.text)
    said = ": ".join(text for text in (first, item.quiet) if text)
    yield f"{indent}{mark}{said}"
    for line in rest:
        yield f"{indent}  {line}"
    for one in item.below:
        yield from _bullet(one, "- ", indent + "  ")


def _one(text: str) -> str:
    return " ".join(lines(text))
